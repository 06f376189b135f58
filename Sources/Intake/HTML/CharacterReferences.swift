/// Resolves the character references (`&amp;`, `&#8217;`) in values that hold text escaped as HTML
/// a second time, as JSON-LD and meta elements often do.
enum CharacterReferences {
    /// Unknown references stay as they are; valid UTF-8 stays valid.
    static func resolved(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "&")) else { return bytes }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "&"), let (scalar, end) = reference(bytes, index) {
                output += String(scalar).utf8
                index = end
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return output
    }

    static func resolved(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "&"))
            ? String(decoding: resolved(Array(text.utf8)), as: UTF8.self) : text
    }

    /// The scalar meant by the reference that begins at `start`, and where it ends.
    private static func reference(_ bytes: [UInt8], _ start: Int) -> (Unicode.Scalar, Int)? {
        let limit = min(bytes.count, start + 12)
        guard let end = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")), end > start + 1
        else { return nil }
        let name = String(decoding: bytes[start + 1..<end], as: UTF8.self)
        if let known = named[name] { return (known, end + 1) }
        guard name.hasPrefix("#") else { return nil }
        let isHexadecimal = name.hasPrefix("#x") || name.hasPrefix("#X")
        let digits = name.dropFirst(isHexadecimal ? 2 : 1)
        guard let number = UInt32(digits, radix: isHexadecimal ? 16 : 10), number >= 0x20,
            let scalar = Unicode.Scalar(number)
        else { return nil }
        return (scalar, end + 1)
    }

    private static let named: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ",
        "rsquo": "\u{2019}", "lsquo": "\u{2018}", "rdquo": "\u{201D}", "ldquo": "\u{201C}",
        "ndash": "\u{2013}", "mdash": "\u{2014}", "hellip": "\u{2026}", "laquo": "\u{AB}",
        "raquo": "\u{BB}", "eacute": "\u{E9}", "egrave": "\u{E8}", "agrave": "\u{E0}",
        "ccedil": "\u{E7}", "auml": "\u{E4}", "ouml": "\u{F6}", "uuml": "\u{FC}",
        "szlig": "\u{DF}", "ntilde": "\u{F1}", "aacute": "\u{E1}", "iacute": "\u{ED}",
        "oacute": "\u{F3}", "uacute": "\u{FA}", "euro": "\u{20AC}", "pound": "\u{A3}",
    ]
}
