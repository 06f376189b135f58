/// What no TOML holds and TOMLKit's parser ends the program on, where it should refuse: brackets
/// that close others than were opened (`[}`), and a lone digit behind a digit and a blank, where it
/// looks for the time of a date (`2025-11-20 1`), and line breaks of Unicode where a value of an
/// array begins. To be asked before every text is parsed.
package struct TOMLHazard: Error, Hashable, Sendable {
    /// From 0.
    package var line: Int
    /// What stands there, as part of a sentence.
    package var reason: String

    /// Throws the first that the text holds; nothing that is TOML is refused.
    package static func check(_ text: String) throws(TOMLHazard) {
        var scan = Scan(bytes: Array(text.utf8))
        try scan.run()
    }

    /// Knows strings, comments and brackets, no more.
    private struct Scan {
        let bytes: [UInt8]
        var position = 0
        var line = 0
        var open: [UInt8] = []

        mutating func run() throws(TOMLHazard) {
            while position < bytes.count {
                let byte = bytes[position]
                switch byte {
                case UInt8(ascii: "#"):
                    while position < bytes.count, bytes[position] != 0x0A { position += 1 }
                    continue
                case UInt8(ascii: "\""), UInt8(ascii: "'"):
                    skipString(byte)
                    continue
                case 0x0A: line += 1
                case UInt8(ascii: "["), UInt8(ascii: "{"): open.append(byte)
                // Two behind the one that it closes, in ASCII.
                case UInt8(ascii: "]"), UInt8(ascii: "}"):
                    if let last = open.popLast(), last != byte - 2 {
                        let (closing, opening) = (Character(.init(byte)), Character(.init(last)))
                        throw TOMLHazard(
                            line: line, reason: "“\(closing)” cannot close “\(opening)”")
                    }
                case 0x20 where isLoneDigit(position + 1):
                    throw TOMLHazard(line: line, reason: "one digit is no time")
                case 0x09, 0x20...0x7E: break
                case 0x0D where has(0x0A, position + 1): break
                case 0xEF where position == 0 && bytes.starts(with: Self.byteOrderMark):
                    position += Self.byteOrderMark.count - 1
                default:
                    throw TOMLHazard(line: line, reason: "\(scalar) stands outside of a string")
                }
                position += 1
            }
        }

        private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

        /// The scalar that begins here, as people name it.
        private var scalar: String {
            let text = String(decoding: bytes[position...].prefix(4), as: UTF8.self)
            let value = text.unicodeScalars.first?.value ?? 0
            let hex = String(value, radix: 16, uppercase: true)
            return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
        }

        /// Whether a digit stands here, behind a blank behind a digit, and none follows.
        private func isLoneDigit(_ index: Int) -> Bool {
            guard index >= 2, isDigit(index - 2), isDigit(index) else { return false }
            return index + 1 == bytes.count || !isDigit(index + 1)
        }

        private func isDigit(_ index: Int) -> Bool {
            index < bytes.count
                && ((0x30...0x39).contains(bytes[index]) || bytes[index] == UInt8(ascii: "_"))
        }

        /// Moves behind the string that `quote` opens; one that is not closed ends with its line,
        /// a long one with the text.
        private mutating func skipString(_ quote: UInt8) {
            let isLong = has(quote, position + 1) && has(quote, position + 2)
            position += isLong ? 3 : 1
            while position < bytes.count {
                let byte = bytes[position]
                if byte == 0x0A {
                    if !isLong { return }
                    line += 1
                } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""),
                    !has(0x0A, position + 1)
                {
                    position += 1
                } else if byte == quote {
                    if !isLong {
                        position += 1
                        return
                    }
                    if has(quote, position + 1), has(quote, position + 2) {
                        // Up to two quotes may stand before the three that close it.
                        position += 3
                        while has(quote, position) { position += 1 }
                        return
                    }
                }
                position += 1
            }
        }

        private func has(_ byte: UInt8, _ index: Int) -> Bool {
            index < bytes.count && bytes[index] == byte
        }
    }
}
