/// A grid of cells, exactly as wide and as high as the terminal.
///
/// Whatever is put on it is sanitised and clipped: the columns of each row always add up to the
/// width, and no cell ever holds a control character.
package struct Canvas: Equatable, Sendable {
    /// The characters the terminal can show.
    package enum Repertoire: Sendable {
        case unicode
        /// Only ASCII: what is cut ends in `..`, and `inASCII` says what is shown.
        case ascii
    }

    package let size: Size
    package let repertoire: Repertoire
    /// Row by row, `size.columns * size.rows` cells.
    package private(set) var cells: [Cell]

    package init(size: Size, repertoire: Repertoire = .unicode) {
        self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
        self.repertoire = repertoire
        cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
    }

    /// The whole of it.
    package var bounds: Rect {
        Rect(column: 0, row: 0, columns: size.columns, rows: size.rows)
    }

    /// The cells of one row, which must exist.
    package func row(_ row: Int) -> ArraySlice<Cell> {
        cells[row * size.columns..<(row + 1) * size.columns]
    }

    /// The cell at a place, which must exist.
    package subscript(column: Int, row: Int) -> Cell {
        cells[row * size.columns + column]
    }

    /// The text of one row, as a terminal would show it.
    package func text(row: Int) -> String {
        self.row(row).reduce(into: "") { $0 += $1.text }
    }

    /// Changes the style of the cells in a rectangle, keeping what they show.
    package mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
        let inside = rect.intersection(bounds)
        for row in inside.rowRange {
            for column in inside.columnRange {
                change(&cells[row * size.columns + column].style)
            }
        }
    }

    /// Puts one glyph where it must fit; a wide glyph that is cut in half turns blank.
    mutating func set(_ glyph: Glyph, width: Int, style: Style, column: Int, row: Int) {
        let at = row * size.columns + column
        release(at, column: column)
        cells[at] = Cell(glyph: glyph, style: style, width: UInt8(width))
        if width == 2 {
            release(at + 1, column: column + 1)
            cells[at + 1] = Cell(glyph: .empty, style: style, width: 0)
        }
    }

    /// Blanks a rectangle, which must cut no wide cell in half.
    mutating func clear(_ rect: Rect) {
        let inside = rect.intersection(bounds)
        for row in inside.rowRange {
            let start = row * size.columns
            for column in inside.columnRange { cells[start + column] = .blank }
        }
    }

    /// Blanks the other half of a wide cell of which one half is about to be overwritten.
    private mutating func release(_ at: Int, column: Int) {
        if cells[at].width == 1 { return }
        let other = cells[at].width == 0 ? at - 1 : at + 1
        let style = cells[other].style
        cells[other] = Cell(glyph: .blank, style: style, width: 1)
        cells[at].width = 1
    }

    /// The same canvas with what stands for each glyph in ASCII, cell for cell.
    package var inASCII: Canvas { inASCII(besides: []) }

    /// The same where the terminal has some letters beside ASCII.
    package func inASCII(besides letters: Set<Unicode.Scalar>) -> Canvas {
        var plain = self
        for row in 0..<size.rows {
            for column in 0..<size.columns {
                let cell = self[column, row]
                let source = cell.width == 0 ? self[column - 1, row] : cell
                let glyph = ASCIIFallback.glyph(for: source.glyph, besides: letters)
                plain.cells[row * size.columns + column] = Cell(
                    glyph: glyph, style: cell.style, width: 1)
            }
            for column in 0..<size.columns where self[column, row].glyph.base == 0x2026 {
                if let other = secondDot(besideDots: column, row) {
                    plain.cells[row * size.columns + other].glyph = Cell(".").glyph
                }
            }
        }
        return plain
    }

    /// Where the second dot goes that stands for `…` where something was left out: into a blank
    /// beside it. Nil behind a word, where one dot has to do.
    private func secondDot(besideDots column: Int, _ row: Int) -> Int? {
        func isBlank(_ column: Int) -> Bool {
            (0..<size.columns).contains(column) && self[column, row].glyph == .blank
        }
        guard isBlank(column - 1) else { return nil }
        return isBlank(column + 1) && !isBlank(column - 2) && column > 1 ? column + 1 : column - 1
    }

    /// A part of one row.
    package struct Stretch: Equatable, Sendable {
        package let row: Int
        package let columns: Range<Int>
    }

    /// From the first to the last cell that differs, in each row that differs from another canvas
    /// of the same size; no wide glyph is cut. All rows when it is not.
    package func stretches(changedSince other: Canvas?) -> [Stretch] {
        guard let other, size == other.size else {
            return (0..<size.rows).map { Stretch(row: $0, columns: 0..<size.columns) }
        }
        return (0..<size.rows).compactMap { row in
            let cells = row * size.columns..<(row + 1) * size.columns
            guard let changed = changed(cells, since: other) else { return nil }
            let start = changed.lowerBound - cells.lowerBound
            return Stretch(row: row, columns: start..<start + changed.count)
        }
    }

    private func changed(_ range: Range<Int>, since other: Canvas) -> Range<Int>? {
        let (cells, others) = (cells.span, other.cells.span)
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, cells[start] == others[start] { start += 1 }
        guard start < end else { return nil }
        while cells[end - 1] == others[end - 1] { end -= 1 }
        if cells[start].width == 0 { start -= 1 }
        if cells[end - 1].width == 2 { end += 1 }
        return start..<end
    }
}
