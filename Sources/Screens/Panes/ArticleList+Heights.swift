import Queries

/// The lines that the rows of a window take up as long as they are not selected.
struct RowHeights: Equatable, Sendable {
    /// What heights depend on beside the rows.
    struct Setting: Equatable, Sendable {
        var columns: Int
        var isBlock: Bool
        var hasGaps: Bool
    }

    /// Nil before they were measured.
    var setting: Setting?
    var lines: [Int] = []
}

extension ArticleList {
    /// How a row is set, by the room the list has.
    enum Setting {
        /// One line a row.
        case line
        /// Outlet and date, then the title; passages below it.
        case block
    }

    static func setting(in rect: Rect) -> Setting {
        rect.rows < 12 || rect.columns < 34 ? .line : .block
    }

    /// The most articles that a list in `rect` can show: as a block each takes two lines, of a query
    /// four, with a passage and a blank.
    static func capacity(of rect: Rect, hasPassages: Bool) -> Int {
        let least = setting(in: rect) == .line ? 1 : hasPassages ? 4 : 2
        return (rect.rows + least - 1) / least
    }

    /// Scrolls as little as shows the selected row in `rect`.
    mutating func reveal(in rect: Rect) {
        measure(rect)
        var moved = cursor
        moved.reveal(height: rect.rows) { lines(at: $0, in: rect) }
        cursor = moved
    }

    /// How many rows from the first shown have room in `rect`, at least one.
    func shownCount(in rect: Rect) -> Int {
        var used = 0
        var index = cursor.top
        while index < total {
            used += lines(at: index, in: rect)
            if used > rect.rows { break }
            index += 1
        }
        return max(1, index - cursor.top)
    }

    /// The row at a line of `rect`; nil below the last.
    func index(atLine line: Int, in rect: Rect) -> Int? {
        var used = 0
        var index = cursor.top
        while index < total {
            used += lines(at: index, in: rect)
            if line < used { return index }
            index += 1
        }
        return nil
    }

    private mutating func measure(_ rect: Rect) {
        let setting = RowHeights.Setting(
            columns: rect.columns, isBlock: ArticleList.setting(in: rect) == .block,
            hasGaps: hasGaps(rect))
        guard heights.setting != setting else { return }
        heights = RowHeights(
            setting: setting,
            lines: rows.map { lines(of: $0, showing: $0.passages.prefix(1), in: rect) })
    }

    /// How many lines a row takes; one where it is not held.
    func lines(at index: Int, in rect: Rect) -> Int {
        guard let row = row(index) else { return 1 }
        let place = index - window.lowerBound
        if index != cursor.index, heights.setting?.columns == rect.columns,
            place < heights.lines.count
        {
            return heights.lines[place]
        }
        return lines(of: row, showing: shownPassages(of: row, at: index), in: rect)
    }

    private func lines(
        of row: ArticleRow, showing passages: ArraySlice<Passage>, in rect: Rect
    ) -> Int {
        guard ArticleList.setting(in: rect) == .block else { return 1 }
        let title = min(2, ArticleList.titleLines(of: row, columns: rect.columns - 5).count)
        var lines = 1 + title
        for passage in passages { lines += passageLines(passage, columns: rect.columns).count }
        if row.passages.count > passages.count { lines += 1 }
        return lines + (hasGaps(rect) ? 1 : 0)
    }

    /// A blank line parts the rows where there is room for it or passages make blocks of them.
    func hasGaps(_ rect: Rect) -> Bool {
        rect.rows >= 30 || rows.prefix(8).contains { !$0.passages.isEmpty }
    }

    /// The selected row shows more of its passages than the others.
    func shownPassages(of row: ArticleRow, at index: Int) -> ArraySlice<Passage> {
        guard index == cursor.index else { return row.passages.prefix(1) }
        let current = passage ?? 0
        let start = max(0, min(current - 1, row.passages.count - 3))
        return row.passages[start...].prefix(3)
    }

    static func titleLines(of row: ArticleRow, columns: Int) -> [WrappedLine] {
        Wrapping.lines(of: row.heading, columns: columns)
    }

    func passageLines(_ passage: Passage, columns: Int) -> ArraySlice<WrappedLine> {
        Snippet(passage, columns: columns - 5 - numberWidth).lines.prefix(2)
    }

    /// Columns of the number of a sentence.
    var numberWidth: Int { 4 }
}
