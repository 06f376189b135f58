import Queries

extension EmptyResult {
    func draw(into canvas: inout Canvas, in rect: Rect, browse: BrowseScreen, state: State) {
        canvas.drawHeading(title(state), in: rect, isFocused: true)
        let inside = rect.inset(left: 2, top: rect.rows > 12 ? 2 : 1, right: 1)
        if state.isCorpusEmpty {
            canvas.drawNote(EmptyResult.noArticles, in: inside)
            return
        }
        // Where there is no room for both, what can be done stands before what was asked.
        guard inside.rows > EmptyResult.leastRows else {
            _ = drawWays(into: &canvas, in: inside, state: state)
            return
        }
        var row = drawParts(into: &canvas, in: inside, total: browse.list.corpusTotal)
        for id in unreported where row < inside.rowRange.upperBound - 1 {
            guard state.labels.points[id] != nil else { continue }
            let words = "\(state.labels.point(id)) is known, but no article speaks of it."
            canvas.put(words, column: inside.column, row: row + 1, in: inside)
            row += 1
        }
        let rest = inside.inset(top: row + 1 - inside.row)
        let isFull = ways(state.labels).count > rest.rows
        row = drawWays(into: &canvas, in: rest.inset(bottom: isFull ? 0 : 2), state: state)
        let hidden =
            browse.narrowing.filters.isEmpty
            ? "Only the search hides articles: no filter is on."
            : "Filters that are on stand above, each as a part."
        canvas.put(
            hidden, column: inside.column, row: row + 1, style: .quiet, in: inside)
    }

    /// The table of the parts, its heading, one way on and the rows between them need more than so
    /// many rows.
    private static let leastRows = 5

    /// How much fits nothing.
    func title(_ state: State) -> String {
        if state.isCorpusEmpty { return "There are no articles yet" }
        switch parts.count {
        case ...1: return "No article fits"
        case 2: return "No article fits both parts"
        default: return "No article fits all \(Wording.spelled(parts.count).lowercased()) parts"
        }
    }

    /// The parts and their counts, in less than half of the rows where they are many: what can be
    /// done about it stands below. Returns the row after the last.
    private func drawParts(into canvas: inout Canvas, in rect: Rect, total: Int) -> Int {
        func count(_ count: Int?) -> String {
            count.map { "\(Wording.number($0)) of \(Wording.number(total))" } ?? "…"
        }
        let most = max(2, (rect.rows - 4) / 2)
        let shown = parts.count > most ? parts.prefix(most - 1) : parts[...]
        let longest = parts.map { TextWidth.columns(of: $0.text) }.max() ?? 0
        let width = min(40, max(16, longest) + 2)
        let counts = shown.map { TextWidth.columns(of: count($0.aloneCount)) }.max() ?? 0
        let last = width + max(16, counts + 2)
        func put(_ text: String, _ column: Int, _ row: Int, _ style: Style) {
            var area = rect
            if column < width { area.columns = min(rect.columns, width - 2) }
            canvas.put(text, column: rect.column + column, row: row, style: style, in: area)
        }
        var row = rect.row
        for (column, words) in [(0, "Part"), (width, "Alone"), (last, "Without it")] {
            put(words, column, row, .quiet)
        }
        for part in shown {
            row += 1
            put(part.text, 0, row, .text)
            put(count(part.aloneCount), width, row, .text)
            put(count(part.withoutCount), last, row, .text)
        }
        if shown.count < parts.count {
            row += 1
            put("… \(parts.count - shown.count) more", 0, row, .quiet)
        }
        return row + 1
    }

    /// The ways on, those around the selected one where they are many; none is pointed at while
    /// letters are still being typed. Returns the row after the last.
    private func drawWays(into canvas: inout Canvas, in rect: Rect, state: State) -> Int {
        let selected = state.prompt == nil ? index(state.labels) : nil
        let ways = ways(state.labels)
        // On a narrow screen what there is to do takes all, and says what it finds when done.
        let isNarrow = rect.columns < 40
        let counts = ways.map { TextWidth.columns(of: $0.count) }.max() ?? 0
        let words = ways.map { TextWidth.columns(of: $0.words) }.max() ?? 0
        // What there is to do comes before how many that gives.
        let width =
            isNarrow ? rect.columns + 2 : min(max(44, words + 2), rect.columns - counts)
        let top = min(max(0, (selected ?? 0) - rect.rows + 1), max(0, ways.count - rect.rows))
        var row = rect.row
        for (index, way) in ways.enumerated().dropFirst(top).prefix(max(0, rect.rows)) {
            var area = rect
            area.columns = max(0, width - 2)
            canvas.put(way.words, column: rect.column, row: row, in: area)
            if !isNarrow {
                canvas.put(
                    way.count, column: rect.column + width, row: row, style: .quiet, in: rect)
            }
            if index == selected {
                canvas.put("▸", column: rect.column - 1, row: row, style: .focus)
                canvas.select(
                    Rect(
                        column: rect.column - 1, row: row, columns: rect.columns + 1, rows: 1))
            }
            row += 1
        }
        return row
    }
}
