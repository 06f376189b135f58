/// Where one stands in a list, and what the pane shows first.
package struct ListCursor: Hashable, Sendable {
    /// The selected row; 0 in an empty list.
    package var index = 0
    /// The first row shown.
    package var top = 0

    /// Steps by so many rows, staying inside.
    package mutating func move(by step: Int, count: Int) {
        index = min(max(0, index + step), max(0, count - 1))
    }

    /// Keeps the selection inside a list that has changed.
    package mutating func clamp(count: Int) {
        move(by: 0, count: count)
        top = min(top, index)
    }

    /// Scrolls as little as shows the selected row in so many rows of one line.
    package mutating func reveal(height: Int, count: Int) {
        let height = max(1, height)
        top = min(top, max(0, count - height))
        if index < top { top = index }
        if index >= top + height { top = index - height + 1 }
    }

    /// Scrolls as little as shows the selected row, where `lines` says how high a row is.
    package mutating func reveal(height: Int, lines: (Int) -> Int) {
        if index < top { top = index }
        var used = 0
        var first = index
        used = lines(first)
        while first > top {
            let above = lines(first - 1)
            if used + above > height { break }
            used += above
            first -= 1
        }
        top = max(top, first)
    }
}
