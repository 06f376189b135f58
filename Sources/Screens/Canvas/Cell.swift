/// One column of one row of the screen.
package struct Cell: Hashable, Sendable {
    /// One grapheme cluster that has passed the sanitiser; empty in the second column of a wide one.
    package var text: String
    package var style: Style
    /// Columns it covers: 1, 2, or 0 for the second column of a wide cell.
    package var width: UInt8

    package init(_ text: String, style: Style = .text, width: UInt8 = 1) {
        self.text = text
        self.style = style
        self.width = width
    }

    package static let blank = Cell(" ")
}
