/// A screen as an image: the grid of cells in a theme's colours, as SVG that needs nothing else.
///
/// Every run of one style is one `<text>` with its exact length, so that it is aligned in whatever
/// monospaced font there is; what such fonts draw at other widths stands alone in its cells, and
/// rules and bars are drawn as lines and areas.
package struct ScreenImage {
    private let canvas: Canvas
    private let theme: Theme
    private var strokes = ImageStrokes()
    private var areas = ""
    private var texts = ""
    private var inks: [Ink] = []

    /// How text is drawn: a class of the image's style sheet.
    private struct Ink: Equatable {
        var colour: Int32
        var isBold: Bool
        var isUnderlined: Bool
    }

    /// A run of text that is being gathered.
    private struct Run {
        var column: Int
        var columns: Int
        var text: String
        var ink: Ink
        /// It takes no more, and its glyphs are brought to its length.
        var isAlone: Bool
    }

    /// A cell is 9 by 19 pixels: what most fonts of 15 pixels advance, exactly.
    static let cell = (width: 9, height: 19)
    private static let margin = 12

    /// The canvas as SVG, with its title for those who do not see it.
    package static func svg(of canvas: Canvas, in theme: Theme, title: String) -> String {
        var image = ScreenImage(canvas: canvas, theme: theme)
        for row in 0..<canvas.size.rows {
            image.fillGrounds(row)
            image.setText(row)
        }
        return image.document(title)
    }

    private init(canvas: Canvas, theme: Theme) {
        self.canvas = canvas
        self.theme = theme
    }

    // MARK: grounds

    /// The cells of a row that stand on a ground of their own, each run of one as an area.
    private mutating func fillGrounds(_ row: Int) {
        let grounds = canvas.row(row).map { theme.colours(of: $0.style).background }
        var start = 0
        for column in 1...max(1, grounds.count) {
            if column < grounds.count, grounds[column] == grounds[start] { continue }
            if start < grounds.count, grounds[start] != theme.paper {
                let (x, y) = Self.corner(start, row)
                let width = (column - start) * Self.cell.width
                areas += "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" "
                areas += "height=\"\(Self.cell.height)\" fill=\"\(Self.name(grounds[start]))\"/>\n"
            }
            start = column
        }
    }

    // MARK: text

    private mutating func setText(_ row: Int) {
        var run: Run?
        for column in 0..<canvas.size.columns {
            let cell = canvas[column, row]
            guard cell.width > 0 else { continue }
            let colour = theme.colours(of: cell.style).foreground
            if strokes.draw(cell.glyph.base, at: Self.corner(column, row), in: colour) {
                finish(&run, row)
                continue
            }
            take(cell, column, row, into: &run)
        }
        finish(&run, row)
    }

    private mutating func take(_ cell: Cell, _ column: Int, _ row: Int, into run: inout Run?) {
        let ink = ink(of: cell.style)
        if cell.glyph == .blank, !ink.isUnderlined { return }
        let isAlone = Self.isAlone(cell)
        if let open = run, !open.isAlone, !isAlone, open.ink == ink {
            let gap = column - open.column - open.columns
            if gap <= 1 {
                run?.text += (gap == 1 ? " " : "") + cell.text
                run?.columns += gap + 1
                return
            }
        }
        finish(&run, row)
        run = Run(
            column: column, columns: Int(cell.width), text: cell.text, ink: ink, isAlone: isAlone)
    }

    /// Whether fonts may draw it at another width, or a line of text in another order: wide and
    /// combined glyphs, signs from the arrows on, and what is written from right to left.
    private static func isAlone(_ cell: Cell) -> Bool {
        let base = cell.glyph.base
        return cell.width == 2 || cell.glyph.scalarValues.1 != 0 || base >= 0x2190
            || (0x590..<0x900).contains(base)
    }

    private mutating func finish(_ run: inout Run?, _ row: Int) {
        guard let ended = run else { return }
        run = nil
        let index = inks.firstIndex(of: ended.ink) ?? inks.count
        if index == inks.count { inks.append(ended.ink) }
        let (x, y) = Self.corner(ended.column, row)
        let adjust = ended.isAlone ? " lengthAdjust=\"spacingAndGlyphs\"" : ""
        texts += "<text class=\"i\(index)\" x=\"\(x)\" y=\"\(y + 14)\" "
        texts += "textLength=\"\(ended.columns * Self.cell.width)\"\(adjust)>"
        texts += Self.escaped(ended.text) + "</text>\n"
    }

    private func ink(of style: Style) -> Ink {
        let look = Palette(depth: .direct, theme: theme).look(for: style)
        return Ink(
            colour: theme.colours(of: style).foreground, isBold: look.isBold,
            isUnderlined: look.isUnderlined)
    }

    // MARK: the document

    private func document(_ title: String) -> String {
        let width = canvas.size.columns * Self.cell.width + 2 * Self.margin
        let height = canvas.size.rows * Self.cell.height + 2 * Self.margin
        return """
            <svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 \(width) \(height)" \
            width="\(width)" height="\(height)">
            <title>\(Self.escaped(title))</title>
            <style>
            text { font: 15px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; \
            white-space: pre; }
            \(styleSheet)</style>
            <rect width="\(width)" height="\(height)" rx="8" fill="\(Self.name(theme.paper))"/>
            \(areas)\(strokes.paths)\(texts)</svg>

            """
    }

    private var styleSheet: String {
        inks.enumerated().reduce(into: "") { sheet, entry in
            sheet += ".i\(entry.offset) { fill: \(Self.name(entry.element.colour));"
            if entry.element.isBold { sheet += " font-weight: 700;" }
            if entry.element.isUnderlined { sheet += " text-decoration: underline;" }
            sheet += " }\n"
        }
    }

    /// The upper left corner of a cell, in pixels.
    private static func corner(_ column: Int, _ row: Int) -> (x: Int, y: Int) {
        (margin + column * cell.width, margin + row * cell.height)
    }

    /// A colour 0xRRGGBB as `#rrggbb`.
    static func name(_ colour: Int32) -> String {
        let digits = String(colour, radix: 16)
        return "#" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    /// Text as XML holds it; the two characters that XML 1.0 has no place for become U+FFFD.
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }
}
