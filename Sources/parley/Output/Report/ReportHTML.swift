import Queries
import Screens

/// A report as one HTML file that stands alone: no script, nothing fetched. It reads in print, in
/// light and dark, on a narrow screen and by ear: one heading a section, tables with headed
/// columns and rows, and every sentence with a link to where it stands and back.
///
/// What comes from articles is escaped, and every such text is kept apart in its direction.
struct ReportHTML {
    let report: Report
    private let footnotes: Report.Footnotes

    init(report: Report) {
        self.report = report
        footnotes = report.footnotes
    }

    var text: String { lines.joined(separator: "\n") + "\n" }

    private var lines: [String] {
        let sections = report.sections.enumerated().filter { !$1.rows.isEmpty }
        return head + ["<header>", "<h1>\(text(report.title))</h1>"] + facts + notes
            + contents(sections.map { ($0, $1.title) }) + ["</header>", "<main>"]
            + sections.flatMap { self.section($1, id: "s\($0)") } + ["</main>"] + sources
            + ["</body>", "</html>"]
    }

    private var head: [String] {
        [
            "<!DOCTYPE html>", "<html lang=\"en\">", "<head>", "<meta charset=\"utf-8\">",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
            "<meta http-equiv=\"Content-Security-Policy\" "
                + "content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            "<meta name=\"color-scheme\" content=\"light dark\">",
            "<meta name=\"generator\" content=\"parley \(Version.current)\">",
            "<title>\(HTML.escaped(Sanitiser.visible(report.title)))</title>",
            "<style>", HTML.style, "</style>", "</head>", "<body\(styles([isWide ? "wide" : ""]))>",
        ]
    }

    /// A table has more columns than an upright page.
    private var isWide: Bool {
        report.sections.contains { section in
            section.usedColumns.count { !section.columns[$0].isDetail } > 6
        }
    }

    private var facts: [String] {
        var facts = report.facts.map { fact in
            "<div><dt>\(text(fact.name))</dt>"
                + "<dd>\(text(ReportText.words(fact.value) ?? ""))</dd></div>"
        }
        if let address = report.address?.text {
            facts.append("<div><dt>Screen</dt><dd><code>\(text(address))</code></dd></div>")
        }
        return facts.isEmpty ? [] : ["<dl>"] + facts + ["</dl>"]
    }

    private var notes: [String] {
        report.notes.map { "<p class=\"note\">\(text($0))</p>" }
    }

    private func contents(_ sections: [(id: Int, title: String)]) -> [String] {
        guard sections.count > 1 else { return [] }
        let links = sections.map { "<li><a href=\"#s\($0.id)\">\(text($0.title))</a></li>" }
        return ["<nav aria-label=\"Sections\"><ul>"] + links + ["</ul></nav>"]
    }

    // MARK: Sections

    private func section(_ section: Report.Section, id: String) -> [String] {
        let used = section.usedColumns
        let note = section.note.map { ["<p>\(text($0))</p>"] } ?? []
        let heads = used.map { head(of: section.columns[$0]) }
        let rows = section.rows.flatMap { row in
            ["<tr\(styles([row.opensParagraph ? "opens" : "", row.isSaid ? "said" : ""]))>"]
                + used.enumerated().map { place, column in
                    cell(row.cells[column], section.columns[column], isFirst: place == 0)
                } + ["</tr>"]
        }
        return [
            "<section aria-labelledby=\"\(id)\">", "<h2 id=\"\(id)\">\(text(section.title))</h2>",
        ]
            + note + [
                "<div class=\"table\" role=\"region\" aria-labelledby=\"\(id)\" tabindex=\"0\">"
            ]
            + ["<table aria-labelledby=\"\(id)\">", "<thead><tr>"] + heads + [
                "</tr></thead>", "<tbody>",
            ]
            + rows + ["</tbody>", "</table>", "</div>", "</section>"]
    }

    private func head(of column: Report.Column) -> String {
        let subtitle = column.subtitle.map { "<br><small>\(text($0))</small>" } ?? ""
        return
            "<th scope=\"col\"\(styles([column.isDetail ? "detail" : ""]))>\(text(column.title))\(subtitle)</th>"
    }

    /// The first cell heads its row, unless it is a sentence.
    private func cell(_ cell: Report.Cell, _ column: Report.Column, isFirst: Bool) -> String {
        switch cell {
        case .sentences(let sentences):
            let parts = sentences.map { sentence($0, column) }
            return "<td class=\"said\">\(parts.joined())</td>"
        case .list(let items):
            let parts = items.map { "<li>\(text($0))</li>" }
            return "<td>\(items.isEmpty ? "" : "<ul>\(parts.joined())</ul>")</td>"
        case .number(let value):
            return "<td class=\"number\">\(JSON.number(value).text)</td>"
        case .none, .text, .kind:
            let words = text(ReportText.words(cell) ?? "")
            let length = ReportText.words(cell)?.unicodeScalars.count ?? 0
            let isShort = (1...ReportHTML.shortest).contains(length)
            let style = styles([isShort ? "short" : "", column.isDetail ? "detail" : ""])
            return isFirst && length > 0
                ? "<th scope=\"row\"\(style)>\(words)</th>" : "<td\(style)>\(words)</td>"
        }
    }

    /// The attribute that names those that are not empty.
    private func styles(_ names: [String]) -> String {
        let names = names.filter { !$0.isEmpty }
        return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
    }

    /// Characters that are kept on one line.
    private static let shortest = 16

    private func sentence(_ quoted: Report.Quoted, _ column: Report.Column) -> String {
        let number = "<span class=\"place\">§\(quoted.sentence + 1)</span> "
        switch column.sentences {
        case .cited:
            let place = "<cite>\(text(quoted.citation))</cite>"
            return "<p>\(words(quoted))\(note(quoted)) \(place)</p>"
        case .numbered: return "<p>\(number)\(words(quoted))\(note(quoted))</p>"
        case .placed:
            let words = quoted.pieces.filter(\.isHighlighted).map { "“\(text($0.text))”" }
            return "<p>\(number)\(words.joined(separator: " "))\(note(quoted))</p>"
        }
    }

    /// The words a row rests on are marked; a mark is read aloud only where a reader wants it.
    private func words(_ quoted: Report.Quoted) -> String {
        let pieces = quoted.pieces.map { piece in
            let words = HTML.escaped(Sanitiser.visible(piece.text))
            return piece.isHighlighted ? "<mark>\(words)</mark>" : words
        }
        return "<bdi>\(pieces.joined())</bdi>"
    }

    private func note(_ quoted: Report.Quoted) -> String {
        let number = footnotes.number(of: quoted)
        return "<sup><a href=\"#n\(number)\" aria-label=\"source \(number)\">\(number)</a></sup>"
    }

    // MARK: Sources

    private var sources: [String] {
        guard !footnotes.sentences.isEmpty else { return [] }
        let items = footnotes.sentences.enumerated().map { index, quoted in
            "<li id=\"n\(index + 1)\">\(text(quoted.source))</li>"
        }
        return [
            "<footer>", "<section aria-labelledby=\"sources\">",
            "<h2 id=\"sources\">Where each sentence stands</h2>", "<ol>",
        ] + items + ["</ol>", "</section>", "</footer>"]
    }

    /// A text of its own direction.
    private func text(_ text: String) -> String {
        "<bdi>\(HTML.escaped(Sanitiser.visible(text)))</bdi>"
    }
}

extension Report.Row {
    /// Sentences stand in it, which may be many.
    fileprivate var isSaid: Bool {
        cells.contains { if case .sentences = $0 { true } else { false } }
    }
}
