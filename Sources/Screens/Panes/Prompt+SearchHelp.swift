import Queries

// Beside the list while a search is typed: completions, how the query is read, and below them the
// facets of what it meets.

extension Prompt {
    /// Rows of a column that help the typing; the facets have the others. Before anything is typed
    /// they are those of all articles, and the names of the fields matter more.
    func helpRows(of rows: Int) -> Int {
        text.isEmpty || rows < Prompt.leastRows ? rows : (rows + 1) / 2
    }

    /// In less the facets would have no rows to show.
    private static let leastRows = 14

    /// How many completions are seen in so many rows, since how the query is read comes first.
    func completionRows(_ rows: Int) -> Int {
        let parts = QueryParser(isTyping: true).parse(text).parts.count
        return max(1, rows - (parts == 0 ? 0 : min(2 * parts + 2, (rows + 1) / 2)))
    }

    /// Completions and how the query is read.
    func drawSearchHelp(into canvas: inout Canvas, in rect: Rect, state: State) {
        let title =
            switch suggestions.first?.kind {
            case "field": "Fields"
            case "term": "Names that fit"
            default: completionTitle
            }
        let inside = rect.inset(top: 1)
        var row = inside.row
        let shown = suggestions.dropFirst(top).prefix(completionRows(inside.rows))
        let count = Wording.number(suggestions.count)
        let scope =
            shown.count < suggestions.count
            ? "\(top + 1)–\(top + shown.count) of \(count)" : suggestions.isEmpty ? "" : count
        canvas.drawHeading(title, scope: scope, in: rect, isFocused: choice != nil)
        for (offset, suggestion) in shown.enumerated() {
            let line = Rect(column: inside.column, row: row, columns: inside.columns, rows: 1)
            drawCompletion(
                suggestion, into: &canvas, in: line, isSelected: choice == top + offset,
                state: state)
            row += 1
        }
        if suggestions.isEmpty {
            for line in hint where row < inside.rowRange.upperBound {
                canvas.put(
                    line, column: inside.column + 2, row: row, style: .quiet, in: inside)
                row += 1
            }
        }
        drawReading(
            into: &canvas, in: inside.inset(top: row - inside.row),
            spellings: state.place.browse.list.spellings)
    }

    /// How each part of the query is read.
    private func drawReading(
        into canvas: inout Canvas, in rect: Rect, spellings: [String: [String]]
    ) {
        let parts = QueryParser(isTyping: true).parse(text).parts
        guard !parts.isEmpty, rect.rows > 2 else { return }
        var row = rect.row + 1
        canvas.put(
            "How this is read", column: rect.column + 1, row: row,
            style: Style(.text, isBold: true), in: rect)
        row += 1
        let lines = parts.flatMap { part in
            reading(of: part, among: parts.count, spellings, columns: rect.columns - 4)
        }
        let room = rect.rowRange.upperBound - row
        for (index, line) in lines.prefix(room).enumerated() {
            let isCut = index == room - 1 && lines.count > room
            canvas.put(
                line.text + (isCut ? " …" : ""), column: rect.column + 2 + line.indent, row: row,
                style: .quiet, in: rect)
            row += 1
        }
    }

    /// What is typed and what it means, "ceas  has a word that begins with “ceas”".
    private func reading(
        of part: QueryPart, among count: Int, _ spellings: [String: [String]], columns: Int
    ) -> [WrappedLine] {
        let scalars = Array(text.unicodeScalars)
        let range = part.range.clamped(to: 0..<scalars.count)
        let typed = String(String.UnicodeScalarView(scalars[range]))
        let isWhole = range.count == scalars.count && count > 1
        let others = part.query.typedWord.flatMap { spellings[$0] } ?? []
        let words =
            (isWhole ? "both" : typed) + "  " + part.explanation
            + (others.isEmpty ? "" : ", also as “\(others.joined(separator: "”, “"))”")
        return Wrapping.lines(of: words, columns: columns, hangingIndent: 2)
    }

    private var isInPattern: Bool { QueryParser.isInPattern(text, cursor: cursor) }

    /// What a pattern consists of.
    private static let patternWords = [
        ". [a-z] [^a-z]  \\d \\w \\s \\b", "(a|b)  * + ? {2,5}  ^ $", "\\/ is a slash",
    ]

    /// What can be typed, where nothing completes it.
    private var hint: [String] {
        if isInPattern { return Prompt.patternWords }
        switch value?.key {
        case .before, .after, .on, .known: return ["A day, a month or a year:", Prompt.dates]
        case .lang: return ["Two letters: en, ru, uk"]
        default: return ["Tab completes fields and names"]
        }
    }

    private static let dates = "2025-12-02  2025-12  2025"

    private var completionTitle: String {
        if isInPattern { return "Pattern" }
        guard let (key, typed) = value else { return "Search" }
        return typed.isEmpty ? "\(key.rawValue):" : "\(key.rawValue): begins with \(typed)"
    }

    /// The field whose value is being typed, and what of it.
    private var value: (key: QueryKey, typed: String)? {
        guard let completion = QueryCompletion(text: text, cursor: cursor),
            case .value(let key) = completion.kind
        else { return nil }
        return (key, completion.typed)
    }

    private func drawCompletion(
        _ suggestion: Suggestion, into canvas: inout Canvas, in line: Rect, isSelected: Bool,
        state: State
    ) {
        let mark = isSelected ? "▸" : " "
        canvas.put(mark, column: line.column + 1, row: line.row, style: .focus, in: line)
        var right = StyledText()
        if let count = suggestion.count {
            if let presence = suggestion.presence, !state.letters.isEmpty {
                right.append(Strip.text(presence, letters: state.letters, shown: .max))
                right.append(" ")
            }
            right.append(Wording.number(count), .quiet)
        }
        let start = canvas.put(
            right, endingAt: line.columnRange.upperBound - 1, row: line.row, in: line)
        let area = Rect(
            column: line.column, row: line.row, columns: start - 1 - line.column, rows: 1)
        let end = canvas.put(
            suggestion.name, column: line.column + 2, row: line.row, style: .focus, in: area)
        canvas.put(
            suggestion.detail, column: max(end + 2, line.column + 12), row: line.row,
            style: .quiet, in: area)
        if isSelected { canvas.select(line) }
    }
}
