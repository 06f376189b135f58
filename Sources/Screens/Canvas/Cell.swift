/// One column of one row of the screen.
package struct Cell: Hashable, Sendable {
    /// What is shown; empty in the second column of a wide cell.
    package var glyph: Glyph
    package var style: Style
    /// Columns it covers: 1, 2, or 0 for the second column of a wide cell.
    package var width: UInt8

    init(glyph: Glyph, style: Style, width: UInt8) {
        self.glyph = glyph
        self.style = style
        self.width = width
    }

    /// A cell with the first glyph of `text`, sanitised; a blank when there is none.
    package init(_ text: String, style: Style = .text) {
        var glyphs = Glyphs(text).makeIterator()
        let first = glyphs.next()
        self.init(glyph: first?.glyph ?? .blank, style: style, width: UInt8(first?.width ?? 1))
    }

    /// The glyph as text; empty in the second column of a wide cell.
    package var text: String { glyph.text }

    /// A space, whatever its style.
    package var isBlank: Bool { glyph == .blank }

    package static let blank = Cell(" ")
}
