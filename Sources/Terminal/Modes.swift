import Screens

/// What is written to the terminal beside the screen itself (XTerm Control Sequences): modes,
/// title, clipboard, and the brackets within which a frame appears at once.
enum Modes {
    /// The title kept, pastes in brackets, changes of focus and between dark and light.
    static let on = "\u{1B}[22;2t\u{1B}[?2004h\u{1B}[?1004h\u{1B}[?2031h"

    /// All modes off, whether or not they were on, and the title as it was.
    static let off =
        "\u{1B}[?2026l\u{1B}[?2031l\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1004l\u{1B}[?2004l"
        + "\u{1B}[23;2t"

    /// Presses, drags and the wheel, in SGR coding.
    static func mouse(isOn: Bool) -> String {
        isOn ? "\u{1B}[?1002h\u{1B}[?1006h" : "\u{1B}[?1006l\u{1B}[?1002l"
    }

    /// Asks the terminal for the colour of its ground; the answer comes as input, if ever.
    static let askGround = "\u{1B}]11;?\u{1B}\\"

    /// The window's title, sanitised.
    static func title(_ text: String) -> String {
        "\u{1B}]2;\(Sanitiser.visible(text))\u{7}"
    }

    /// Puts text on the clipboard (OSC 52).
    static func clipboard(_ text: String) -> [UInt8] {
        Array("\u{1B}]52;c;".utf8) + base64(Array(text.utf8)) + [0x07]
    }

    /// Has a terminal that knows how show these bytes at once (mode 2026); a few bytes arrive
    /// together anyway.
    static func synchronized(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.count <= 512 { return bytes }
        return Array("\u{1B}[?2026h".utf8) + bytes + Array("\u{1B}[?2026l".utf8)
    }

    /// RFC 4648.
    private static func base64(_ bytes: [UInt8]) -> [UInt8] {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                let digit = digits[value >> (18 - 6 * place) & 0x3F]
                result.append(place <= group.count ? digit : UInt8(ascii: "="))
            }
        }
        return result
    }
}
