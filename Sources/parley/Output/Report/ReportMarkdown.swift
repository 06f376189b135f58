import Intake
import Queries
import Screens

/// A report as Markdown that opens well on any forge: headings, tables and footnotes of GitHub's
/// dialect, which GitLab, Forgejo and Gitea share; without footnotes they read as a list of
/// sources. What comes from articles cannot add markup.
struct ReportMarkdown {
    let report: Report
    private let footnotes: Report.Footnotes

    init(report: Report) {
        self.report = report
        footnotes = report.footnotes
    }

    var lines: [String] {
        ["# \(plain(report.title))", ""] + facts + notes
            + report.sections.flatMap(section) + sources
    }

    private var facts: [String] {
        let address = report.address.map { ["- address: `\($0.text)`"] } ?? []
        let facts =
            report.facts.map { "- \(plain($0.name)): \(plain(ReportText.words($0.value) ?? ""))" }
            + address
        return facts.isEmpty ? [] : facts + [""]
    }

    private var notes: [String] {
        report.notes.flatMap { ["> \(plain($0))", ""] }
    }

    private func section(_ section: Report.Section) -> [String] {
        let used = section.usedColumns
        guard !section.rows.isEmpty, !used.isEmpty else { return [] }
        let note = section.note.map { [plain($0), ""] } ?? []
        let heads = used.map { column in
            [section.columns[column].title, section.columns[column].subtitle]
                .compactMap { $0.map(plain) }.joined(separator: "<br>")
        }
        return ["## \(plain(section.title))", ""] + note
            + [line(heads), line(used.map { _ in "---" })]
            + section.rows.map { row in
                line(used.map { cell(row.cells[$0], section.columns[$0]) })
            } + [""]
    }

    private func line(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |"
    }

    private func cell(_ cell: Report.Cell, _ column: Report.Column) -> String {
        switch cell {
        case .sentences(let sentences):
            sentences.map { sentence($0, column) }.joined(separator: "<br>")
        case .list(let items): items.map(plain).joined(separator: "<br>")
        default: plain(ReportText.words(cell) ?? "")
        }
    }

    private func sentence(_ quoted: Report.Quoted, _ column: Report.Column) -> String {
        let note = "[^\(footnotes.number(of: quoted))]"
        let number = "§\(quoted.sentence + 1)"
        switch column.sentences {
        case .cited: return "\(words(quoted))\(note) (\(plain(quoted.citation)))"
        case .numbered: return "\(number) \(words(quoted))\(note)"
        case .placed:
            let words = quoted.pieces.filter(\.isHighlighted).map { "“\(plain($0.text))”" }
            return "\(number) \(words.joined(separator: " "))\(note)"
        }
    }

    /// The words that matter in bold. Blanks at their edges stand outside the stars, as Markdown
    /// wants it.
    private func words(_ quoted: Report.Quoted) -> String {
        quoted.pieces.map { piece in
            let text = plain(piece.text)
            guard piece.isHighlighted, text.first != " ", text.last != " " else { return text }
            return "<b>\(text)</b>"
        }.joined()
    }

    private var sources: [String] {
        guard !footnotes.sentences.isEmpty else { return [] }
        return ["## Where each sentence stands", ""]
            + footnotes.sentences.enumerated().flatMap { index, quoted in
                ["[^\(index + 1)]: \(plain(quoted.source))", ""]
            }
    }

    private func plain(_ text: String) -> String { Markdown.escaped(Sanitiser.visible(text)) }
}

enum Markdown {
    /// Text on one line that Markdown and HTML take as it stands: no markup, no formula, no link
    /// made of a bare address, no picture made of a `:name:`.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let next = index + 1 < scalars.count ? scalars[index + 1] : " "
            switch scalar {
            case "\\", "`", "*", "_", "[", "]", "|", "#", "!", "~", "$", "@", "^":
                result.append("\\")
                result.append(scalar)
            case ":" where next != " ",
                "." where index > 0 && "wW".unicodeScalars.contains(scalars[index - 1]):
                result.append("\\")
                result.append(scalar)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "\n", "\r": result.append(" ")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
