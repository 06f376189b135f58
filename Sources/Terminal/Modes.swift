import Screens

/// What is written to the terminal beside the screen itself (XTerm Control Sequences): modes,
/// title, and the brackets within which a frame appears at once.
enum Modes {
    /// Pastes in brackets, changes of focus, and the mouse; then the question for the ground.
    static func on(usesMouse: Bool, asksGround: Bool) -> [UInt8] {
        var text = "\u{1B}[22;2t\u{1B}[?2004h\u{1B}[?1004h"
        if usesMouse { text += "\u{1B}[?1002h\u{1B}[?1006h" }
        if asksGround { text += "\u{1B}]11;?\u{1B}\\" }
        return Array(text.utf8)
    }

    /// All of them off, whether or not they were on, and the title as it was.
    static let off =
        "\u{1B}[?2026l\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1004l\u{1B}[?2004l\u{1B}[23;2t"

    /// The window's title, sanitised.
    static func title(_ text: String) -> [UInt8] {
        Array("\u{1B}]2;\(Sanitiser.visible(text))\u{7}".utf8)
    }

    /// Has a terminal that knows how show these bytes at once (mode 2026).
    static func synchronized(_ bytes: [UInt8]) -> [UInt8] {
        Array("\u{1B}[?2026h".utf8) + bytes + Array("\u{1B}[?2026l".utf8)
    }
}
