import Analysis
import ArgumentParser
import Intake
import Queries
import Screens

/// What `parley list` can list.
enum ListKind: String, CaseIterable, ExpressibleByArgument {
    case articles, sources, actors, points, quotes, stances, figures, dates, events, drafts
    case clashes, chains, copies, proposals, feeds, searches
}

/// Rows of a list: the same cells as a table, as CSV, as TSV and as JSON.
struct ListTable: Sendable {
    var columns: [String]
    var rows: [[JSON]] = []

    /// The column that only JSON has: the sentences themselves.
    static let passages = "passages"

    /// Without what only JSON has room for.
    var withoutPassages: ListTable {
        guard let index = columns.firstIndex(of: ListTable.passages) else { return self }
        var table = self
        table.columns.remove(at: index)
        for row in table.rows.indices { table.rows[row].remove(at: index) }
        return table
    }

    /// Columns padded to their widest cell, two blanks apart; sentences as the screens count them.
    var textLines: [String] {
        let cells = rows.map { row in
            zip(columns, row).map { column, cell in
                guard column == "sentence", case .integer(let sentence) = cell else {
                    return Sanitiser.visible(ListTable.plain(cell))
                }
                return "§\(sentence + 1)"
            }
        }
        let widths = columns.indices.map { column in
            ([columns[column]] + cells.map { $0[column] }).map(\.unicodeScalars.count).max() ?? 0
        }
        return ([columns] + cells).map { row in
            let padded = zip(row, widths).map { TextPages.padded($0, $1) }
            let line = padded.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// As `CSV` writes them: no spreadsheet runs a cell as a formula. CRLF is left to those who
    /// want it.
    var csvLines: [String] {
        [CSV.line(columns.map { .text($0) })]
            + rows.map { row in CSV.line(row.map(ListTable.csvCell)) }
    }

    private static func csvCell(_ cell: JSON) -> CSV.Cell {
        switch cell {
        case .null: .none
        case .string, .array, .object: .text(plain(cell))
        default: .number(cell.text)
        }
    }

    /// Tabs and line ends inside a cell become blanks.
    var tsvLines: [String] {
        ([columns] + rows.map { $0.map(ListTable.plain) }).map { row in
            row.map { cell in
                String(cell.map { $0 == "\t" || $0.isNewline ? " " : $0 })
            }.joined(separator: "\t")
        }
    }

    var json: JSON {
        .array(rows.map { .object(Array(zip(columns, $0))) })
    }

    private static func plain(_ cell: JSON) -> String {
        switch cell {
        case .null: ""
        case .string(let text): text
        case .array(let items): items.map(plain).joined(separator: " ")
        case .object(let members): members.map { plain($0.1) }.joined(separator: " ")
        default: cell.text
        }
    }
}
