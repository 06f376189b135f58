// Text on the canvas: put at a place, clipped to a part of the screen, never cut without a sign.

extension Canvas {
    /// Puts one line of text from `column` rightward and says in which column it ended.
    ///
    /// Text that does not fit into `area` (the whole canvas when nil) ends in `…`, never inside a
    /// wide or combined character. A place above, below, left or right of the area shows nothing.
    @discardableResult
    package mutating func put(
        _ text: String, column: Int, row: Int, style: Style = .text, in area: Rect? = nil
    ) -> Int {
        let area = (area ?? bounds).intersection(bounds)
        guard area.contains(column: column, row: row) else { return column }
        var pen = Pen(start: column, column: column, end: area.columnRange.upperBound, row: row)
        draw(text, style: style, with: &pen)
        return pen.column
    }

    /// Puts one line of styled text, as `put(_:column:row:style:in:)` does; `…` has the style of
    /// what it stands for.
    @discardableResult
    package mutating func put(
        _ text: StyledText, column: Int, row: Int, in area: Rect? = nil
    ) -> Int {
        let area = (area ?? bounds).intersection(bounds)
        guard area.contains(column: column, row: row) else { return column }
        var pen = Pen(start: column, column: column, end: area.columnRange.upperBound, row: row)
        for run in text.runs {
            guard draw(run.text, style: run.style, with: &pen) else { break }
        }
        return pen.column
    }

    /// Puts a line of text so that it ends before column `end`, and says where it begins.
    ///
    /// Text wider than the area to the left of `end` begins at the area's left and ends in `…`.
    @discardableResult
    package mutating func put(
        _ text: StyledText, endingAt end: Int, row: Int, in area: Rect? = nil
    ) -> Int {
        var area = (area ?? bounds).intersection(bounds)
        area.columns = max(0, min(area.columns, end - area.column))
        let column = max(area.column, end - text.columns)
        put(text, column: column, row: row, in: area)
        return column
    }

    /// Fills a rectangle with one character of one column, a blank unless another is given.
    package mutating func fill(_ area: Rect, with text: String = " ", style: Style = .text) {
        let inside = area.intersection(bounds)
        let glyph = Cell(text).glyph
        for row in inside.rowRange {
            for column in inside.columnRange {
                set(glyph, width: 1, style: style, column: column, row: row)
            }
        }
    }

    /// Lays the ground of the selected row under what a rectangle shows.
    package mutating func select(_ area: Rect) {
        restyle(area) { $0.isSelected = true }
    }

    /// Where the next glyph goes, and where a line began and must end.
    private struct Pen {
        let start: Int
        var column: Int
        let end: Int
        let row: Int
    }

    /// Draws a run; false when the line is full and has been cut.
    @discardableResult
    private mutating func draw(_ text: String, style: Style, with pen: inout Pen) -> Bool {
        for element in Glyphs(text) {
            if pen.column + element.width > pen.end {
                cut(style: style, with: &pen)
                return false
            }
            set(
                element.glyph, width: element.width, style: style, column: pen.column,
                row: pen.row)
            pen.column += element.width
        }
        return true
    }

    /// Ends a line that is full in `…`, or in `..` where the terminal has only ASCII.
    private mutating func cut(style: Style, with pen: inout Pen) {
        let sign: Unicode.Scalar = repertoire == .ascii ? "." : "…"
        let columns = min(repertoire == .ascii ? 2 : 1, pen.end - pen.start)
        var column = min(pen.column, pen.end - columns)
        if column > pen.start, self[column, pen.row].width == 0 { column -= 1 }
        for offset in 0..<columns {
            place(sign, style: style, column: column + offset, row: pen.row)
        }
        for blank in column + columns..<pen.end {
            place(" ", style: style, column: blank, row: pen.row)
        }
        pen.column = pen.end
    }

    /// Sets a scalar of one column.
    mutating func place(_ scalar: Unicode.Scalar, style: Style, column: Int, row: Int) {
        set(Glyph(scalar), width: 1, style: style, column: column, row: row)
    }
}
