import Analysis
import Intake
import Queries

/// The lines of the sections in one column of a page.
struct PageColumn: Equatable, Sendable {
    enum Words: Equatable, Sendable {
        case heading(title: String, scope: String)
        case text(StyledText)
        /// Words, and at the right end a strip or count.
        case entry(String, FacetValue)
        case article(letter: String, title: String, PublicationDate?)
        case blank
    }

    struct Line: Equatable, Sendable {
        var section: Int
        var item: Int?
        /// The first line of its item.
        var isFirst = false
        var words: Words
    }

    /// Longer lines are hard to read: 90 columns of words, with what stands before them.
    private static let mostProse = 101

    private(set) var lines: [Line] = []
    /// The letters of articles, by their ids.
    private let letters: [String: String]

    init(
        sections: [(index: Int, section: PageScreen.Section)], columns: Int,
        letters: [ArticleLetter]
    ) {
        let prose = min(columns, PageColumn.mostProse)
        self.letters = Dictionary(letters.map { ($0.articleID, $0.letter) }) { first, _ in first }
        for (index, section) in sections {
            if !lines.isEmpty { lines.append(Line(section: index, words: .blank)) }
            lines.append(
                Line(section: index, words: .heading(title: section.title, scope: section.scope)))
            var lastArticle: String?
            for (number, item) in section.items.enumerated() {
                switch item {
                case .fact(let text): add(fact: text, index, number, prose)
                case .citation(let citation):
                    addSource(of: citation, index, after: &lastArticle)
                    let isAgain =
                        section.items[safe: number - 1].map { citation.isSameSentence(as: $0) }
                        ?? false
                    add(citation, index, number, prose, isAgain: isAgain)
                case .again(let citation, let words):
                    addSource(of: citation, index, after: &lastArticle)
                    add(again: citation, words, index, number, prose)
                case .coverage(let letter, let sentences):
                    lines.append(
                        Line(
                            section: index, item: number,
                            words: .text(
                                Coverage.line(letter, sentences.map(\.sentence), columns: columns)))
                    )
                case .silence(let letter, let isFilteredOut):
                    let words = isFilteredOut ? "filtered out" : "none found"
                    let text = Coverage.line(letter, without: words, columns: columns)
                    lines.append(Line(section: index, words: .text(text)))
                case .entry(_, let value), .spelling(let value):
                    lines.append(
                        Line(section: index, item: number, words: .entry(value.name, value)))
                case .clash(let fact, let name): add(fact, name, index, number, prose)
                case .change(let change, let place, _, _):
                    add(change, place, index, number, prose)
                case .article(let row): add(row, index, number, columns)
                }
            }
        }
        for index in lines.indices where lines[index].item != nil {
            let before = index > 0 ? lines[index - 1] : nil
            lines[index].isFirst =
                before?.item != lines[index].item || before?.section != lines[index].section
        }
    }

    /// Letter, title and day; the title goes on in lines of its own.
    private mutating func add(_ row: ArticleRow, _ section: Int, _ item: Int, _ columns: Int) {
        let letter = letters[row.id].map { $0 + " " } ?? ""
        // Two columns at the left, two at the right, one before the title and one before the day.
        let date = TextWidth.columns(of: Wording.date(row.published))
        let room = columns - 6 - date - letter.count
        let title = Wrapping.lines(of: row.heading, columns: max(12, room), atMost: 3)
        for (offset, line) in title.enumerated() {
            let blank = String(repeating: " ", count: letter.count + 1)
            lines.append(
                Line(
                    section: section, item: item,
                    words: offset == 0
                        ? .article(letter: letter, title: line.text, row.published)
                        : .text([(blank, .text), (line.text, .text)])))
        }
    }

    private mutating func add(fact: StyledText, _ section: Int, _ item: Int, _ columns: Int) {
        let style = fact.runs.last?.style ?? .text
        let mark = fact.runs.count > 1 ? fact.runs.first : nil
        let hanging = mark.map { TextWidth.columns(of: $0.text) } ?? 0
        let wrapped = Wrapping.lines(of: fact.text, columns: columns - 4, hangingIndent: hanging)
        for (offset, line) in wrapped.enumerated() {
            var text = StyledText(String(repeating: " ", count: line.indent) + line.text, style)
            if offset == 0, let mark {
                text = [
                    (mark.text, mark.style), (String(line.text.dropFirst(mark.text.count)), style),
                ]
            }
            lines.append(Line(section: section, words: .text(text)))
        }
    }

    /// Whose sentences follow, where the sentence before was of another article.
    private mutating func addSource(
        of citation: CitedSentence, _ section: Int, after lastArticle: inout String?
    ) {
        guard citation.articleID != lastArticle else { return }
        if lastArticle != nil { lines.append(Line(section: section, words: .blank)) }
        lastArticle = citation.articleID
        var head: StyledText =
            letters[citation.articleID].map { [($0 + " ", .focus)] } ?? [
                ("", .text)
            ]
        head =
            head + [
                (
                    Wording.outlet(citation.outlet),
                    Style(citation.outlet == nil ? .unnamed : .text, isBold: true)
                ),
                ("  " + Wording.date(citation.published), .quiet),
            ]
        if citation.kind == .digest { head.append("  retold", .quiet) }
        lines.append(Line(section: section, words: .text(head)))
    }

    /// The sentence's number, what was found in it, and whose words it repeats.
    private mutating func add(
        again citation: CitedSentence, _ words: String, _ section: Int, _ item: Int, _ columns: Int
    ) {
        let number = Wording.sentence(citation.sentence)
        let blanks = String(repeating: " ", count: max(1, 6 - number.count))
        let label = citation.label.isEmpty ? "" : "◦ \(citation.label) · "
        for (offset, line) in Wrapping.lines(of: label + words, columns: max(8, columns - 11))
            .enumerated()
        {
            let lead: StyledText =
                offset == 0 ? [("  " + number + blanks, .quiet)] : StyledText("        ")
            lines.append(
                Line(
                    section: section, item: item,
                    words: .text(lead + StyledText(line.text, Style(.machine)))))
        }
    }

    /// What differs, then what each article has.
    private mutating func add(
        _ fact: Disagreement, _ name: String, _ section: Int, _ item: Int, _ columns: Int
    ) {
        func add(_ text: StyledText) {
            lines.append(Line(section: section, item: item, words: .text(text)))
        }
        add([(" ≠ ", Style(.differs)), (name, Style(.text, isBold: true))])
        for line in Wrapping.lines(of: fact.explanation, columns: max(8, columns - 7)) {
            add([("   ", .text), (line.text, Style(.machine))])
        }
        for value in fact.values {
            let letter = letters[value.articleID].map { $0 + " " } ?? ""
            let source =
                "\(letter)\(Wording.outlet(value.outlet)) \(Wording.sentence(value.sentence)) "
            for (offset, line) in Wrapping.lines(
                of: source + "“\(value.text)”", columns: max(8, columns - 8)
            ).enumerated() {
                add([(offset == 0 ? "     " : "       ", .text), (line.text, .quiet)])
            }
        }
    }

    /// Where it stands, then its words with what was cut and added between signs.
    private mutating func add(
        _ change: TextEdits.Change, _ place: String, _ section: Int, _ item: Int, _ columns: Int
    ) {
        lines.append(
            Line(
                section: section, item: item,
                words: .text([("± ", Style(.differs)), (place, .quiet)])))
        let (text, marks) = change.marked
        for line in Wrapping.lines(of: text, columns: max(8, columns - 8)) {
            let words = StyledText("     ") + line.styled(.text, marks: marks)
            lines.append(Line(section: section, item: item, words: .text(words)))
        }
    }

    /// The sentence's number and what was found in it, then its words under that.
    private mutating func add(
        _ citation: CitedSentence, _ section: Int, _ item: Int, _ columns: Int, isAgain: Bool
    ) {
        let number = isAgain ? "" : Wording.sentence(citation.sentence)
        let blanks = String(repeating: " ", count: max(1, 6 - number.count))
        var head: StyledText = [("  " + number + blanks, .quiet)]
        if !citation.label.isEmpty {
            head.append("◦ ", Style(.machine))
            let label = Wrapping.lines(of: citation.label, columns: max(8, columns - 13))
            for (offset, line) in label.enumerated() {
                let lead = offset == 0 ? head : StyledText("          ")
                lines.append(
                    Line(
                        section: section, item: item,
                        words: .text(lead + StyledText(line.text, Style(.machine)))))
            }
            if isAgain { return }
        }
        let marks = citation.highlights.map { (scalars: $0, style: Style.evidence) }
        for (offset, line) in Wrapping.lines(of: citation.text, columns: max(8, columns - 11))
            .enumerated()
        {
            let lead: StyledText =
                offset == 0 && citation.label.isEmpty ? head : StyledText("        ")
            lines.append(
                Line(
                    section: section, item: item,
                    words: .text(lead + line.styled(.text, marks: marks))))
        }
    }
}

extension CitedSentence {
    /// Whether an item cites this very sentence: its words need not stand twice.
    fileprivate func isSameSentence(as item: PageScreen.Item) -> Bool {
        guard case .citation(let other) = item else { return false }
        return other.articleID == articleID && other.sentence == sentence
    }
}
