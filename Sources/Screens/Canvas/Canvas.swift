/// A grid of cells, exactly as wide and as high as the terminal.
package struct Canvas: Equatable, Sendable {
    package let size: Size
    /// Row by row, `size.columns * size.rows` cells.
    package private(set) var cells: [Cell]

    package init(size: Size) {
        self.size = size
        cells = Array(repeating: .blank, count: max(0, size.columns) * max(0, size.rows))
    }

    /// The cells of one row, which must exist.
    package func row(_ row: Int) -> ArraySlice<Cell> {
        cells[row * size.columns..<(row + 1) * size.columns]
    }
}
