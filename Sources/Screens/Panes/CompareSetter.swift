import Analysis
import Intake

extension CompareScreen {
    /// One line of the comparison.
    enum Line: Equatable, Sendable {
        case blank
        /// A cell for each column, each with the number of the sentence that begins in it; the
        /// mark stands on a row's first line.
        case cells([Cell], mark: Mark?, block: Int)
        /// One under the other: the letter, the number, the words. The first line of a row that
        /// has no name carries its mark.
        case stacked(letter: Int, number: Int?, text: StyledText, mark: Mark?, block: Int)
        case fold([Int], words: [String], block: Int)
        /// Words over or under the cells; a row's first line says so.
        case note(StyledText, mark: Mark?, block: Int, isFirst: Bool)
    }

    struct Cell: Equatable, Sendable {
        var number: Int?
        var text: StyledText
    }

    struct Mark: Equatable, Sendable {
        var text: String
        var role: Role
    }

    /// Cells as they look in the row one is on: the words it rests on come forward.
    static func comingForward(_ text: StyledText) -> StyledText {
        StyledText(
            text.runs.map { run in
                run.style == .restingEvidence ? StyledText.Run(run.text, .evidence) : run
            })
    }

    static func mark(of row: Comparison.Row) -> Mark {
        switch row.kind {
        case .same: return Mark(text: "=", role: .same)
        case .overlap: return Mark(text: "≈", role: .overlap)
        case .differs: return Mark(text: "≠", role: .differs)
        case .only:
            let isFirst = row.sentences.first?.isEmpty == false
            return Mark(text: isFirst ? "‹" : "›", role: .only)
        }
    }
}

extension Comparison.Row {
    /// Whether a sentence says something of what the row is about: where the articles differ, one
    /// that holds words that do.
    func isTelling(_ sentence: Int, of column: Int) -> Bool {
        kind != .differs || evidence[safe: column]?.contains { $0.sentence == sentence } == true
    }

    /// The sentences of a column as they are read: those that tell come first.
    func sentencesAsRead(of column: Int) -> [Int] {
        placesAsRead.filter { $0.column == column }.map(\.sentence)
    }

    /// All sentences as they are read one under the other: those that tell come first.
    var placesAsRead: [(column: Int, sentence: Int)] {
        let all = sentences.indices.flatMap { column in
            sentences[column].map { (column: column, sentence: $0) }
        }
        return all.filter { isTelling($0.sentence, of: $0.column) }
            + all.filter { !isTelling($0.sentence, of: $0.column) }
    }
}

extension Style {
    /// Words on which a row rests that is not the one that one is on, where nothing differs.
    fileprivate static let restingEvidence = Style(.text, isUnderlined: true)
}

/// Sets the blocks of a comparison in lines of one width: a row is as high as its tallest cell,
/// and nothing in it is cut.
struct CompareSetter {
    let screen: CompareScreen
    let isSideBySide: Bool
    /// Columns of one article's words, without its number.
    let textColumns: Int
    private let nameColumns: Int
    private let count: Int
    private(set) var lines: [CompareScreen.Line] = []
    private(set) var starts: [Int] = []

    /// Cells before the words of a column: a blank and the sentence's number.
    static let numberColumns = 4

    init(screen: CompareScreen, columns: Int) {
        self.screen = screen
        count = max(1, screen.articles.count)
        isSideBySide = CompareScreen.isSideBySide(columns, count: count)
        let lead = count > 2 ? 2 : 0
        let width = isSideBySide ? (columns - lead - (count - 1)) / count : columns
        nameColumns = max(8, columns - 7)
        textColumns = max(8, width - (isSideBySide ? CompareSetter.numberColumns + 2 : 10))
    }

    mutating func add(_ block: CompareScreen.Block, _ index: Int) {
        starts.append(lines.count)
        switch block {
        case .folded(let rows): fold(rows, index)
        case .row(let row):
            if isSideBySide { setBeside(row, index) } else { setUnder(row, index) }
        }
    }

    private mutating func fold(_ rows: [Comparison.Row], _ block: Int) {
        let folds = CompareSetter.folds(rows, of: screen)
        lines.append(.fold(folds.map(\.column), words: folds.map(\.words), block: block))
    }

    /// What is folded of each column that has something; NUL stands for the column's letter.
    static func folds(
        _ rows: [Comparison.Row], of screen: CompareScreen
    ) -> [(column: Int, words: String)] {
        screen.articles.indices.compactMap { column in
            let own = rows.filter { $0.sentences[safe: column]?.isEmpty == false }
            let sentences = Set(own.flatMap { $0.sentences[column] })
            guard !sentences.isEmpty else { return nil }
            let count =
                screen.alignment == .fact
                ? Wording.counted(own.count, "fact") : Wording.number(own.count)
            return (column, "\(count) only in \u{0}: " + ranges(Array(sentences)))
        }
    }

    /// `§2–5, §8`: runs of sentence numbers, from 1.
    static func ranges(_ sentences: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for sentence in sentences.sorted() {
            if let last = runs.last, sentence <= last.upperBound + 1 {
                runs[runs.count - 1] = last.lowerBound...max(last.upperBound, sentence)
            } else {
                runs.append(sentence...sentence)
            }
        }
        return runs.map {
            $0.count == 1 ? "§\($0.lowerBound + 1)" : "§\($0.lowerBound + 1)–\($0.upperBound + 1)"
        }.joined(separator: ", ")
    }

    private mutating func setBeside(_ row: Comparison.Row, _ block: Int) {
        let mark = CompareScreen.mark(of: row)
        if screen.alignment.hasNames {
            addName(row, Style(.text, isBold: true), mark: nil, block)
        }
        let cells = (0..<count).map { self.cells(of: row, column: $0) }
        let height = max(1, cells.map(\.count).max() ?? 1)
        for line in 0..<height {
            let parts = cells.map { $0[safe: line] ?? CompareScreen.Cell(text: StyledText()) }
            lines.append(.cells(parts, mark: line == 0 ? mark : nil, block: block))
        }
        if screen.alignment == .sentence, row.kind != .only { note(row, block) }
        lines.append(.blank)
    }

    /// What a row is about, over its cells.
    private mutating func addName(
        _ row: Comparison.Row, _ style: Style, mark: CompareScreen.Mark?, _ block: Int
    ) {
        for (line, words) in matters(of: row, sign: "").enumerated() {
            lines.append(
                .note(
                    StyledText(words, style), mark: line == 0 ? mark : nil, block: block,
                    isFirst: line == 0))
        }
    }

    private mutating func note(_ row: Comparison.Row, _ block: Int) {
        let style = Style(row.kind == .differs ? .differs : .machine)
        for words in matters(of: row, sign: "◦ ") {
            lines.append(
                .note(StyledText(words, style), mark: nil, block: block, isFirst: false))
        }
    }

    /// What a row is about, each matter behind the sign on lines of its own.
    private func matters(of row: Comparison.Row, sign: String) -> [String] {
        screen.matters(of: row).flatMap { matter in
            Wrapping.lines(of: sign + matter, columns: nameColumns, hangingIndent: 2).map {
                String(repeating: " ", count: $0.indent) + $0.text
            }
        }
    }

    private func cells(of row: Comparison.Row, column: Int) -> [CompareScreen.Cell] {
        let sentences = row.sentencesAsRead(of: column)
        guard !sentences.isEmpty else {
            return [CompareScreen.Cell(text: StyledText("·", .quiet))]
        }
        return sentences.flatMap { sentence -> [CompareScreen.Cell] in
            wrapped(sentence, column, row).enumerated().map { line, text in
                CompareScreen.Cell(number: line == 0 ? sentence : nil, text: text)
            }
        }
    }

    private mutating func setUnder(_ row: Comparison.Row, _ block: Int) {
        let mark = CompareScreen.mark(of: row)
        addName(row, Style(mark.role), mark: mark, block)
        let first = lines.count
        let isNamed = first > (starts.last ?? first)
        for (column, sentence) in row.placesAsRead {
            for (line, text) in wrapped(sentence, column, row).enumerated() {
                lines.append(
                    .stacked(
                        letter: column, number: line == 0 ? sentence : nil, text: text,
                        mark: !isNamed && lines.count == first ? mark : nil, block: block))
            }
        }
        lines.append(.blank)
    }

    /// A sentence's lines, with the words the row rests on marked.
    private func wrapped(_ sentence: Int, _ column: Int, _ row: Comparison.Row) -> [StyledText] {
        guard let article = screen.articles[safe: column]?.article,
            let range = article.sentences[safe: sentence]?.range
        else { return [] }
        let evidence = (row.evidence[safe: column] ?? []).filter { $0.sentence == sentence }
        let isLoud = screen.alignment != .sentence || row.kind == .differs
        let marks = evidence.compactMap { item -> (scalars: Range<Int>, style: Style)? in
            let part = item.range.clamped(to: range)
            guard !part.isEmpty else { return nil }
            let start = part.lowerBound - range.lowerBound
            return (start..<start + part.count, isLoud ? .evidence : .restingEvidence)
        }
        let style: Style = row.isTelling(sentence, of: column) ? .text : .quiet
        return Wrapping.lines(of: article.sentenceText(sentence), columns: textColumns).map {
            $0.styled(style, marks: marks)
        }
    }
}
