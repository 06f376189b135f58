import Analysis
import Queries

/// Facts under a heading for each way in which they differ.
enum FactTable {
    enum Row: Equatable {
        case heading(String)
        /// The index of a fact.
        case fact(Int)
        /// A further line of the fact, from 1.
        case rest(Int, line: Int)

        /// The fact that it shows, and which of its lines; nil of a heading.
        var part: (fact: Int, line: Int)? {
            switch self {
            case .heading: nil
            case .fact(let index): (index, 0)
            case .rest(let index, let line): (index, line)
            }
        }
    }

    /// What stands before the fact's name: the mark of a contradiction, so that colour does not
    /// say it alone.
    static func mark(of fact: Disagreement) -> String {
        fact.relation == .contradiction ? "≠ " : ""
    }

    /// How many facts begin above the end of so many rows.
    static func shownFacts(_ rows: [Row], top: Int, rows count: Int) -> Int {
        rows.prefix(top + count).count { if case .fact = $0 { true } else { false } }
    }

    /// The facts in their order, each in as many lines as it takes, a heading where the relation
    /// changes: it counts those of `all`, where not all are shown.
    static func rows(
        _ facts: [Disagreement], of all: [Disagreement]? = nil,
        lines: (Disagreement) -> Int = { _ in 1 }
    ) -> [Row] {
        var rows: [Row] = []
        for (index, fact) in facts.enumerated() {
            if index == 0 || facts[index - 1].relation != fact.relation {
                let alike = (all ?? facts).filter { $0.relation == fact.relation }
                let remarks = alike.count { $0.about.contains(".quote.") }
                rows.append(.heading(fact.relation.heading(alike.count, remarks: remarks)))
            }
            rows.append(.fact(index))
            rows += (1..<max(1, lines(fact))).map { .rest(index, line: $0) }
        }
        return rows
    }
}

/// Where the name of a fact stands, and what each article says of it: a column for each article
/// where each gets room for a value.
struct FactColumns {
    /// Where the values begin, and how many columns each article has.
    let start: Int
    let width: Int

    /// What is longer than so many lines is cut.
    private static let mostLines = 4

    init?(_ columns: Int, articles: Int) {
        guard articles > 0 else { return nil }
        start = min(34, max(26, columns / 4))
        width = (columns - start) / articles
        if width < 14 { return nil }
    }

    /// The lines of the name, those after the first under the words of the first; those it has no
    /// room for are cut.
    func name(of fact: Disagreement, labels: Labels) -> [String] {
        let mark = FactTable.mark(of: fact)
        let blank = String(repeating: " ", count: mark.count)
        let names = lines(
            FactName.words(fact, labels: labels), columns: start - 3 - mark.count)
        return names.enumerated().map { ($0.offset == 0 ? mark : blank) + $0.element }
    }

    /// The lines of what one article says, each of its values once; nil where it says nothing.
    func values(of article: String, in fact: Disagreement, labels: Labels) -> [String]? {
        let own = fact.values.filter { $0.articleID == article }
        let texts = FactName.values(own.map(\.text), of: fact.about, labels: labels)
        return texts.isEmpty ? nil : lines(texts.joined(separator: "; "), columns: width - 1)
    }

    /// How many lines the fact takes: those of its longest name or value.
    func lineCount(of fact: Disagreement, letters: [ArticleLetter], labels: Labels) -> Int {
        letters.reduce(name(of: fact, labels: labels).count) { most, letter in
            let length = fact.values.reduce(0) {
                $1.articleID == letter.articleID ? $0 + $1.text.utf8.count + 2 : $0
            }
            guard length >= width else { return most }
            return max(most, values(of: letter.articleID, in: fact, labels: labels)?.count ?? 0)
        }
    }

    private func lines(_ text: String, columns: Int) -> [String] {
        guard text.utf8.count > columns else { return [text] }
        return Wrapping.lines(of: text, columns: columns, atMost: FactColumns.mostLines).map(\.text)
    }
}
