import Intake
import Screens

/// A report as one table of comma-separated values, for spreadsheets and statistics: a line a
/// sentence, and a line a row that has none.
///
/// Every line says in `section` and `row` where it belongs; a row of several sentences takes
/// several lines, each with the row's other cells, and `in` names the column of the sentence.
/// Title and facts are rows of the section `about`. Sentences are counted from 0 and offsets are
/// Unicode scalars of the article's text, as in the JSON documents.
struct ReportCSV {
    let report: Report

    private static let places = [
        "in", "article", "outlet", "published", "kind", "sentence", "start", "end", "evidence",
        "text",
    ]

    var text: String {
        let header = CSV.line(columns.map { CSV.Cell.text($0) })
        return ([header] + lines).map { $0 + CSV.lineEnd }.joined()
    }

    /// Cells of the same name in two sections stand in one column.
    private var columns: [String] {
        var columns = ["section", "row", "name", "value"]
        for section in report.sections {
            for (index, column) in section.columns.enumerated()
            where !ReportCSV.places.contains(column.key) && !columns.contains(column.key)
                && !section.holdsSentences(index)
            {
                columns.append(column.key)
            }
        }
        return columns + ReportCSV.places
    }

    private var lines: [String] {
        let columns = columns
        let facts =
            [("title", Report.Cell.text(report.title))]
            + report.facts.map { ($0.key, $0.value) } + report.notes.map { ("note", .text($0)) }
        let about = facts.enumerated().map { number, fact in
            ReportCSV.line(
                [
                    "section": .text("about"), "row": .number(String(number + 1)),
                    "name": .text(fact.0), "value": value(fact.1),
                ], columns)
        }
        return about
            + report.sections.flatMap { section in
                section.rows.enumerated().flatMap { number, row in
                    lines(row, number + 1, of: section).map { ReportCSV.line($0, columns) }
                }
            }
    }

    private func lines(
        _ row: Report.Row, _ number: Int, of section: Report.Section
    ) -> [[String: CSV.Cell]] {
        var shared: [String: CSV.Cell] = [
            "section": text(section.title), "row": .number(String(number)),
        ]
        var sentences: [[String: CSV.Cell]] = []
        for (column, cell) in zip(section.columns, row.cells) {
            if case .sentences(let quoted) = cell {
                sentences += quoted.map { places(of: $0, in: column) }
            } else {
                shared[column.key] = value(cell)
            }
        }
        if sentences.isEmpty { return [shared] }
        return sentences.map { shared.merging($0) { _, sentence in sentence } }
    }

    private func places(
        of quoted: Report.Quoted, in column: Report.Column
    ) -> [String: CSV.Cell] {
        let evidence = quoted.evidence.map { "\($0.lowerBound)–\($0.upperBound)" }
        return [
            "in": text(column.title), "article": text(quoted.articleID),
            "outlet": quoted.outlet.map(text) ?? .none,
            "published": quoted.published.map(text) ?? .none,
            "kind": text(quoted.kind.rawValue), "sentence": .number(String(quoted.sentence)),
            "start": .number(String(quoted.range.lowerBound)),
            "end": .number(String(quoted.range.upperBound)),
            "evidence": .text(evidence.joined(separator: " ")), "text": text(quoted.text),
        ]
    }

    private func value(_ cell: Report.Cell) -> CSV.Cell {
        switch cell {
        case .none, .sentences: .none
        case .text(let value): text(value)
        case .number(let value): .number(JSON.number(value).text)
        case .list(let items): items.isEmpty ? .none : text(items.joined(separator: "; "))
        case .kind(let kind): .text(kind.rawValue)
        }
    }

    private func text(_ text: String) -> CSV.Cell { .text(Sanitiser.visible(text)) }

    private static func line(_ cells: [String: CSV.Cell], _ columns: [String]) -> String {
        CSV.line(columns.map { cells[$0] ?? .none })
    }
}

extension Report.Section {
    /// Whether a column is one of sentences.
    fileprivate func holdsSentences(_ column: Int) -> Bool {
        rows.contains { if case .sentences = $0.cells[column] { true } else { false } }
    }
}
