/// A part of the screen, in columns and rows of cells, from 0 at the top left.
package struct Rect: Hashable, Sendable {
    package var column: Int
    package var row: Int
    package var columns: Int
    package var rows: Int

    package init(column: Int, row: Int, columns: Int, rows: Int) {
        self.column = column
        self.row = row
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }

    /// The columns it covers.
    package var columnRange: Range<Int> { column..<column + columns }

    /// The rows it covers.
    package var rowRange: Range<Int> { row..<row + rows }

    package var isEmpty: Bool { columns == 0 || rows == 0 }

    package func contains(column: Int, row: Int) -> Bool {
        columnRange.contains(column) && rowRange.contains(row)
    }

    /// The part that lies in both; empty where they are apart.
    package func intersection(_ other: Rect) -> Rect {
        let left = max(column, other.column)
        let top = max(row, other.row)
        let right = min(columnRange.upperBound, other.columnRange.upperBound)
        let bottom = min(rowRange.upperBound, other.rowRange.upperBound)
        return Rect(column: left, row: top, columns: right - left, rows: bottom - top)
    }

    /// The rectangle without so many columns and rows at each side.
    package func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
        Rect(
            column: column + left, row: row + top, columns: columns - left - right,
            rows: rows - top - bottom)
    }
}

/// A size of the screen in cells.
package struct Size: Hashable, Sendable {
    package var columns: Int
    package var rows: Int

    package init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }
}
