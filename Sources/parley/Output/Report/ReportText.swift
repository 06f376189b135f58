import Intake
import Screens

/// A report as plain text, for pipes and for people who read by ear: one item a line or
/// paragraph, nothing cut, every number with the sentences it counts.
struct ReportText {
    let report: Report
    /// Also what says why: rules, cues, confidence.
    var withDetails = false

    var lines: [String] {
        var lines = [plain(report.title)]
        lines += report.facts.map { fact in
            "\(fact.name): \(plain(ReportText.words(fact.value) ?? ""))"
        }
        lines += report.notes.map { "Note: \(plain($0))" }
        return lines + report.sections.flatMap(section)
    }

    private func section(_ section: Report.Section) -> [String] {
        guard !section.rows.isEmpty, withDetails || !section.isDetail else { return [] }
        let head = [section.title, section.note].compactMap { $0.map(plain) }
        let widths = widths(of: section)
        let blocks = section.rows.map { row in (row, block(row, of: section, widths)) }
        let isRunning = section.rows.contains(where: \.opensParagraph)
        let isAiry = !isRunning && blocks.contains { $0.1.count > 1 }
        var lines = [""] + head.filter { !$0.isEmpty } + heads(of: section, widths)
        for (row, block) in blocks {
            if isAiry || row.opensParagraph { lines.append("") }
            lines += block
        }
        return lines
    }

    private func block(
        _ row: Report.Row, of section: Report.Section, _ widths: [Int]?
    ) -> [String] {
        let lead = lead(row, of: section, widths)
        let quoted = quoted(row, of: section)
        let sentences = quoted.map { "\($0.place) \($0.text)" }
        let bullets = row.cells.flatMap { cell -> [String] in
            if case .list(let items) = cell { items.map { "     ◦ \(plain($0))" } } else { [] }
        }
        if lead.isEmpty { return sentences + bullets }
        switch section.columns.first(where: { $0.sentences != .cited })?.sentences {
        case .placed: return ["  \(lead): \(sentences.joined(separator: " "))"]
        case nil where quoted.count == 1: return ["\(quoted[0].place) \(lead): \(quoted[0].text)"]
        default: return [lead] + sentences.map { "  \($0)" } + bullets
        }
    }

    /// Cells of words and numbers beside each other; in a plain table padded to its columns.
    private func lead(
        _ row: Report.Row, of section: Report.Section, _ widths: [Int]?
    ) -> String {
        let shown = row.cells.indices.filter { withDetails || !section.columns[$0].isDetail }
        guard let widths else {
            return shown.compactMap { ReportText.words(row.cells[$0]).map(plain) }
                .joined(separator: " · ")
        }
        let cells = shown.filter { widths[$0] > 0 }.map { column in
            TextPages.padded(plain(ReportText.words(row.cells[column]) ?? ""), widths[column])
        }
        return cells.joined(separator: "  ").trimmedRight
    }

    /// What a table's columns are, where there are so many that they do not speak for themselves.
    private func heads(of section: Report.Section, _ widths: [Int]?) -> [String] {
        guard let widths, widths.count > 2 else { return [] }
        let titles = section.columns.map { Report.Cell.text($0.title) }
        return [lead(Report.Row(titles), of: section, widths)]
    }

    /// Cells, in characters, that still read well beside others.
    private static let widest = 60

    /// The widest cell of each column; nil where rows have sentences or long texts, which do not
    /// read well as a table.
    private func widths(of section: Report.Section) -> [Int]? {
        let hasSentences = section.rows.contains { row in
            row.cells.contains { if case .sentences = $0 { true } else { false } }
        }
        let widths = section.columns.indices.map { column in
            section.rows.compactMap { ReportText.words($0.cells[column]) }
                .map(\.unicodeScalars.count).max() ?? 0
        }
        let isWide = widths.dropLast().contains { $0 > ReportText.widest }
        if hasSentences || isWide { return nil }
        return zip(widths, section.columns).map { width, column in
            width == 0 ? 0 : max(width, column.title.unicodeScalars.count)
        }
    }

    private func quoted(
        _ row: Report.Row, of section: Report.Section
    ) -> [(place: String, text: String)] {
        zip(section.columns, row.cells).flatMap { column, cell in
            guard case .sentences(let sentences) = cell else { return [] as [(String, String)] }
            let isOneOfMany = section.columns.count { $0.sentences == .numbered } > 1
            return sentences.map { sentence in
                switch column.sentences {
                case .cited: (plain(sentence.citation), bracketed(sentence))
                case .numbered:
                    (
                        "\(isOneOfMany ? column.title + " " : "")§\(sentence.sentence + 1)",
                        bracketed(sentence)
                    )
                case .placed:
                    ("§\(sentence.sentence + 1)", placed(sentence))
                }
            }
        }
    }

    /// The words a finding rests on, in `[ ]`.
    private func bracketed(_ sentence: Report.Quoted) -> String {
        plain(TextPages.bracketed(sentence.text, sentence.highlights))
    }

    private func placed(_ sentence: Report.Quoted) -> String {
        let words = sentence.pieces.filter(\.isHighlighted).map { "[\($0.text)]" }
        return plain(words.joined(separator: " "))
    }

    /// What a person reads of a cell without sentences; nil where there is nothing.
    static func words(_ cell: Report.Cell) -> String? {
        switch cell {
        case .text(let text): text.isEmpty ? nil : text
        case .number(let value): JSON.number(value).text
        case .kind(let kind): kind == .digest ? "retold" : nil
        case .none, .list, .sentences: nil
        }
    }

    /// Nothing in an article or a dossier steers the terminal or reorders the line.
    private func plain(_ text: String) -> String { Sanitiser.visible(text) }
}

extension String {
    /// Without blanks at its end.
    fileprivate var trimmedRight: String { String(reversed().drop { $0 == " " }.reversed()) }
}
