/// One press of the keyboard or mouse, as the terminal reports it.
package enum Key: Hashable, Sendable {
    /// A character that was typed: one scalar, never a control character.
    case character(Character)
    /// Control with a letter, lower case: `Ctrl-P` is `control("p")`.
    case control(Character)
    /// Alt with a character.
    case alt(Character)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    case shiftUp, shiftDown, shiftLeft, shiftRight
    case function(Int)
    /// A whole paste as one event.
    case paste(String)
    /// A press, release, drag or turn of the wheel at a cell, from 0 at the top left.
    case mouse(Mouse)
    case focusGained, focusLost

    package struct Mouse: Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            case press, release, drag, wheelUp, wheelDown
        }
        package var kind: Kind
        package var column: Int
        package var row: Int

        package init(kind: Kind, column: Int, row: Int) {
            self.kind = kind
            self.column = column
            self.row = row
        }
    }
}
