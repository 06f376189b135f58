import Screens

/// The terminal's answer to the question for its ground (OSC 11): `11;rgb:1616/1818/1c1c`.
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
}
