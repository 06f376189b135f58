package import Screens

/// What is true of every frame, whatever was pressed and whatever the articles hold.
package enum FrameRules {
    /// The first rule that a frame breaks; nil where it keeps them all. Rows that `before`, which
    /// kept them, has as well are not looked at again.
    package static func broken(by frame: Frame, after before: Frame?, at size: Size) -> String? {
        let canvas = frame.canvas
        guard canvas.size == size, canvas.cells.count == size.columns * size.rows else {
            return "the canvas is \(canvas.size), the terminal \(size)"
        }
        guard (0..<size.columns).contains(frame.cursor.column),
            (0..<size.rows).contains(frame.cursor.row)
        else { return "the cursor is off the screen, at \(frame.cursor)" }
        for change in canvas.stretches(changedSince: before?.canvas) {
            if let what = broken(by: canvas.row(change.row)) { return "row \(change.row): \(what)" }
        }
        return steers(frame.title) ? "the title steers: \(frame.title.debugDescription)" : nil
    }

    private static func broken(by row: ArraySlice<Cell>) -> String? {
        var owed = 0
        var isPlain = true
        var column = 0
        for cell in row {
            let base = cell.glyph.base
            if owed > 0 {
                guard cell.width == 0, base == 0 else {
                    return "column \(column) is no second half"
                }
                owed -= 1
            } else if base < 0x20 || base >= 0x7F || cell.width != 1 {
                if let what = broken(by: cell) { return "column \(column) \(what)" }
                isPlain = isPlain && (0x2500..<0x2600).contains(base)
                owed = Int(cell.width) - 1
            }
            column += 1
        }
        if owed > 0 { return "the last cell is cut in half" }
        if isPlain { return nil }
        // Letters that a terminal joins must not make the row longer either.
        let columns = TextWidth.columns(of: row.reduce(into: "") { $0 += $1.text })
        return columns == row.count ? nil : "\(columns) columns in \(row.count) cells"
    }

    private static func broken(by cell: Cell) -> String? {
        guard let base = cell.text.unicodeScalars.first else { return "is empty" }
        guard TextWidth.columns(of: base) == Int(cell.width) else {
            return "is \(cell.width) wide with \(cell.text.debugDescription)"
        }
        return steers(cell.text) ? "has \(cell.text.debugDescription)" : nil
    }

    /// Whether a text holds what would steer a terminal: a control character, or a mark that
    /// turns the direction of writing.
    package static func steers(_ text: String) -> Bool {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x061C, 0x2028...0x202E, 0x2066...0x2069:
                return true
            default: continue
            }
        }
        return false
    }
}
