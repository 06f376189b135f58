/// One line of a text that holds more than blanks.
struct TextLine: Equatable {
    /// Bytes, without the blanks around it.
    var range: Range<Int>
    /// Blanks before it.
    var indent: Int
    /// Whether a blank line, or nothing, stands before it.
    var isAfterBlank: Bool
    /// Length in Unicode scalars.
    var length: Int
}

/// The lines of a clean text, and whether they were broken at a fixed width.
struct TextLines {
    let bytes: [UInt8]
    let lines: [TextLine]
    /// The width most lines stay within (one in twenty may not, such as a long address), or nil
    /// when each line is a paragraph.
    let width: Int?
    /// How far most lines are indented; one that is further begins a paragraph.
    let indent: Int

    init(_ bytes: [UInt8], from start: Int = 0) {
        self.bytes = bytes
        lines = TextLines.split(bytes, from: start)
        width = TextLines.wrapWidth(of: lines, in: bytes)
        indent = width == nil ? 0 : TextLines.commonIndent(of: lines)
    }

    /// Up to 15 blanks; the smaller one where two are as common.
    private static func commonIndent(of lines: [TextLine]) -> Int {
        var counts = Array(repeating: 0, count: 16)
        for line in lines where line.indent < counts.count { counts[line.indent] += 1 }
        return counts.firstIndex(of: counts.max() ?? 0) ?? 0
    }

    private static func split(_ bytes: [UInt8], from start: Int) -> [TextLine] {
        var lines: [TextLine] = []
        var isAfterBlank = true
        var index = start
        while index < bytes.count {
            var end = index
            var length = 0
            while end < bytes.count, bytes[end] != 0x0A {
                if bytes[end] & 0xC0 != 0x80 { length += 1 }
                end += 1
            }
            let range = trimmed(bytes, index..<end)
            if range.isEmpty {
                isAfterBlank = true
            } else {
                lines.append(
                    TextLine(
                        range: range, indent: range.lowerBound - index,
                        isAfterBlank: isAfterBlank,
                        length: length - (end - index - range.count)))
                isAfterBlank = false
            }
            index = end + 1
        }
        return lines
    }

    /// Without blanks and no-break spaces at both ends.
    static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end {
            if bytes[start] == 0x20 || bytes[start] == 0x0A {
                start += 1
            } else if start + 1 < end, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
                start += 2
            } else {
                break
            }
        }
        while start < end {
            if bytes[end - 1] == 0x20 || bytes[end - 1] == 0x0A {
                end -= 1
            } else if end - start > 1, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
                end -= 2
            } else {
                break
            }
        }
        return start..<end
    }

    // MARK: Hard wraps

    /// Lines longer than this are never taken for hard-wrapped.
    static let widestWrap = 132

    /// A text is hard-wrapped when most of its long enough lines that are followed directly by
    /// another break off in mid-sentence, and nearly no line is wider than a printer's.
    private static func wrapWidth(of lines: [TextLine], in bytes: [UInt8]) -> Int? {
        var broken = 0
        var whole = 0
        var lengths: [Int] = []
        for (index, line) in lines.enumerated() {
            if line.length <= widestWrap { lengths.append(line.length) }
            guard index + 1 < lines.count, !lines[index + 1].isAfterBlank, line.length >= 40
            else { continue }
            if endsSentence(bytes, line.range) { whole += 1 } else { broken += 1 }
        }
        let wide = lines.count - lengths.count
        guard broken > 0, broken >= whole, wide * 20 <= lines.count else { return nil }
        lengths.sort(by: >)
        return lengths[lengths.count / 20]
    }

    /// Whether the last mark of a line, looking through closing quotation marks, ends a
    /// sentence or introduces one.
    static func endsSentence(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        var end = range.upperBound
        while end > range.lowerBound {
            switch bytes[end - 1] {
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"):
                return true
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"),
                UInt8(ascii: "*"), UInt8(ascii: "_"):
                end -= 1
            case 0x98...0x9D where end - range.lowerBound > 2 && bytes[end - 2] == 0x80:
                end -= 3
            case 0xBB where end - range.lowerBound > 1 && bytes[end - 2] == 0xC2: end -= 2
            case 0xA0 where end - range.lowerBound > 1 && bytes[end - 2] == 0xC2: end -= 2
            case 0x20: end -= 1
            case 0xA6:
                return end - range.lowerBound > 2 && bytes[end - 2] == 0x80
                    && bytes[end - 3] == 0xE2
            case 0x81, 0x82, 0x9F:
                return end - range.lowerBound > 2
                    && (bytes[end - 3] == 0xE3 || bytes[end - 3] == 0xEF)
            default: return false
            }
        }
        return false
    }
}
