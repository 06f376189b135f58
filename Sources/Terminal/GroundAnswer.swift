import Screens

/// What a terminal tells of its ground: the answer to the question for it (OSC 11),
/// `11;rgb:1616/1818/1c1c`, or by itself that it has changed.
enum GroundAnswer {
    /// Dark or light by the relative luminance of the colour; nil when the answer is none.
    static func ground(in answer: String) -> Ground? {
        guard let start = answer.firstIndex(of: ":"), answer.hasPrefix("11;rgb") else {
            return nil
        }
        let parts = answer[answer.index(after: start)...].split(separator: "/")
        guard parts.count >= 3 else { return nil }
        var channels: [Double] = []
        for part in parts.prefix(3) {
            guard (1...4).contains(part.count), let value = Int(part, radix: 16) else { return nil }
            channels.append(Double(value) / Double(1 << (4 * part.count) - 1))
        }
        let luminance = 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
        return luminance > 0.5 ? .light : .dark
    }

    /// Whether bytes begin the answer to the question for the ground, and nothing else.
    static func isBegun(by bytes: [UInt8]) -> Bool {
        let head = "11;rgb"
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.hasPrefix(head) else { return !bytes.isEmpty && head.hasPrefix(text) }
        return text.dropFirst(head.count).allSatisfy { "a:/".contains($0) || $0.isHexDigit }
    }

    /// What a terminal says when it has changed from dark to light or back (mode 2031): these bytes
    /// after `ESC [`; nil when they say something else.
    static func ground(inReport bytes: [UInt8]) -> Ground? {
        switch String(decoding: bytes, as: UTF8.self) {
        case "?997;1n": .dark
        case "?997;2n": .light
        default: nil
        }
    }
}
