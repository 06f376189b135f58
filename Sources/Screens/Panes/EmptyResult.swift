import Queries

/// Why nothing was found: how many articles each part of the query has alone, and without it.
package struct EmptyResult: Equatable, Sendable {
    /// One filter, or one part of what was typed.
    package struct Part: Equatable, Sendable {
        /// As typed, or `actor:umerov` for a filter.
        package var text: String
        /// What is left to ask for when this part is taken out.
        package var without: BrowseScreen.Narrowing
        /// Articles that meet this part alone; nil until counted.
        package var aloneCount: Int?
        /// Articles that meet all other parts; nil until counted.
        package var withoutCount: Int?
        var aloneQuery: Query
        var withoutQuery: Query
    }

    package var parts: [Part] = []
    /// The way on that is selected: one for each part, then taking everything away.
    package var cursor = ListCursor()

    package init() {}

    /// The parts of a narrowing, each with what remains when it is taken out.
    init(_ narrowing: BrowseScreen.Narrowing) {
        let parsed = QueryParser().parse(narrowing.search)
        let typed = Filter.query(of: narrowing.filters)
        for (index, filter) in narrowing.filters.enumerated() {
            var rest = narrowing
            rest.filters.remove(at: index)
            parts.append(
                Part(
                    text: "\(filter.field.rawValue):\(filter.value)", without: rest,
                    aloneQuery: .field(filter.field, filter.value),
                    withoutQuery: Filter.query(of: rest.filters).narrowed(by: parsed.query)))
        }
        let scalars = Array(narrowing.search.unicodeScalars)
        let pieces = parsed.parts.filter { $0.range.count < scalars.count }
        for piece in pieces.isEmpty ? parsed.parts.prefix(1) : pieces[...] {
            var rest = narrowing
            rest.search = EmptyResult.removing(piece.range, from: scalars)
            parts.append(
                Part(
                    text: EmptyResult.text(scalars[piece.range.clamped(to: 0..<scalars.count)]),
                    without: rest, aloneQuery: piece.query,
                    withoutQuery: typed.narrowed(by: QueryParser().parse(rest.search).query)))
        }
    }

    private static func removing(_ range: Range<Int>, from scalars: [Unicode.Scalar]) -> String {
        let range = range.clamped(to: 0..<scalars.count)
        let rest = Array(scalars[..<range.lowerBound] + scalars[range.upperBound...])
        return text(rest[...]).split(separator: " ").joined(separator: " ")
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// The narrowings one can go on with.
    var ways: [(words: String, narrowing: BrowseScreen.Narrowing, count: Int?)] {
        var ways = parts.map { ("Without \($0.text)", $0.without, $0.withoutCount) }
        if parts.count > 1 { ways.append(("Without any of it", .init(), nil)) }
        return ways
    }

    func draw(into canvas: inout Canvas, in rect: Rect, browse: BrowseScreen, state: State) {
        let title =
            state.isCorpusEmpty
            ? "There are no articles yet"
            : parts.count == 2
                ? "No article fits both parts"
                : parts.count > 2
                    ? "No article fits all \(Wording.spelled(parts.count).lowercased()) parts"
                    : "No article fits"
        canvas.drawHeading(title, in: rect, isFocused: true)
        let inside = rect.inset(left: 2, top: 2, right: 1)
        if state.isCorpusEmpty {
            canvas.drawNote(
                "parley import FOLDER takes in articles; :import FOLDER does it from here.",
                in: inside)
            return
        }
        let total = browse.list.corpusTotal
        let width = min(40, max(16, parts.map { TextWidth.columns(of: $0.text) }.max() ?? 0) + 2)
        var row = inside.row
        func put(_ text: String, _ column: Int, _ style: Style) {
            canvas.put(text, column: inside.column + column, row: row, style: style, in: inside)
        }
        put("Part", 0, .quiet)
        put("Alone", width, .quiet)
        put("Without it", width + 16, .quiet)
        row += 1
        for part in parts {
            put(part.text, 0, .text)
            put(
                part.aloneCount.map { "\(Wording.number($0)) of \(Wording.number(total))" } ?? "…",
                width, .text)
            put(
                part.withoutCount.map { "\(Wording.number($0)) of \(Wording.number(total))" }
                    ?? "…",
                width + 16, .text)
            row += 1
        }
        row += 1
        for (index, way) in ways.enumerated() {
            let isSelected = index == cursor.index
            canvas.put(
                isSelected ? "▸" : " ", column: inside.column - 1, row: row, style: .focus)
            put(way.words, 0, .text)
            if let count = way.count { put(Wording.counted(count, "article"), 40, .quiet) }
            if isSelected {
                canvas.select(
                    Rect(column: rect.column, row: row, columns: rect.columns, rows: 1))
            }
            row += 1
        }
        row += 1
        let hidden =
            browse.narrowing.filters.isEmpty
            ? "Nothing is hidden: no filter is on beside this search."
            : "Filters that are on stand above, each as a part."
        put(hidden, 0, .quiet)
    }
}
