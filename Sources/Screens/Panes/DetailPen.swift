/// Writes marked paragraphs one under the other, below the heading of the part that tells of a
/// selected row.
struct DetailPen {
    let rect: Rect
    private(set) var row: Int

    init(_ rect: Rect) {
        self.rect = rect
        row = rect.row + 1
    }

    /// A mark, and beside it the text in so many lines at most; a cut ends in `…`.
    mutating func put(
        _ mark: StyledText, _ text: String, _ style: Style = .text, marks: [Range<Int>] = [],
        lines limit: Int, into canvas: inout Canvas
    ) {
        guard row < rect.rowRange.upperBound else { return }
        let indent = min(1 + mark.columns, rect.columns / 3)
        canvas.put(
            mark, column: rect.column + 1, row: row,
            in: Rect(column: rect.column + 1, row: row, columns: max(0, indent - 1), rows: 1))
        let marks = marks.map { (scalars: $0, style: Style.evidence) }
        let wrapped = Wrapping.lines(of: text, columns: rect.columns - indent - 3)
        let shown = min(limit, wrapped.count, rect.rowRange.upperBound - row)
        for (offset, line) in wrapped.prefix(shown).enumerated() {
            let end = canvas.put(
                line.styled(style, marks: marks), column: rect.column + indent, row: row, in: rect)
            if offset == shown - 1, wrapped.count > shown {
                canvas.put(" …", column: end, row: row, style: .quiet, in: rect)
            }
            row += 1
        }
    }
}
