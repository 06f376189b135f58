/// Finds subheadings in plain text by their shape, for nothing marks them there.
enum HeadingShape {
    /// Marks the paragraphs of `blocks` that are subheadings: one short line (two when
    /// hard-wrapped and free on both sides) that begins large, has no closing mark but a question
    /// mark, and stands above a whole paragraph.
    static func mark(_ blocks: inout Blocks) {
        var next: Int?
        for index in blocks.list.indices.reversed() {
            switch blocks.list[index].role {
            case .removed, .title: continue
            case .heading: next = index
            case .paragraph:
                if let below = next, isHeading(blocks, index, above: below) {
                    blocks.list[index].role = .heading(depth: 2)
                }
                next = index
            }
        }
    }

    private static func isHeading(_ blocks: Blocks, _ index: Int, above below: Int) -> Bool {
        let block = blocks.list[index]
        let bytes = blocks.bytes
        let isFree = block.isAfterBlank && blocks.list[below].isAfterBlank
        guard block.lineCount == 1 || block.lineCount == 2 && isFree,
            (3...90).contains(block.length),
            beginsLarge(bytes, block.range), !breaksOff(bytes, block.range)
        else { return false }
        let isQuestion = bytes[block.range.upperBound - 1] == UInt8(ascii: "?")
        if isQuestion, isLead(blocks, index) { return false }
        if isQuestion ? hasInnerStop(bytes, block.range) : block.endsSentence { return false }
        let words = blocks.words(index)
        guard (1...16).contains(words.count) else { return false }
        let under = blocks.list[below]
        if isLabel(words) { return true }
        guard under.role == .paragraph else { return false }
        return under.endsSentence && under.length >= 60 && under.length > block.length
    }

    /// A question that nothing of the body stands before is its first sentence.
    private static func isLead(_ blocks: Blocks, _ index: Int) -> Bool {
        blocks.list[..<index].allSatisfy {
            switch $0.role {
            case .title, .removed: true
            case .paragraph, .heading: false
            }
        }
    }

    /// Begins with a large letter, a digit or an opening quotation mark.
    static func beginsLarge(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let byte = bytes[range.lowerBound]
        if (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) { return true }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return true }
        guard byte >= 0xC3 else { return false }
        let head = String(decoding: bytes[range.prefix(4)], as: UTF8.self)
        guard let scalar = head.unicodeScalars.first else { return false }
        return scalar.properties.isUppercase || scalar == "“" || scalar == "‘" || scalar == "«"
    }

    /// Whether most words of four letters and more begin large, the first left aside.
    static func hasHeadlineCapitals(_ bytes: [UInt8], _ words: Words) -> Bool {
        let long = words.ranges.dropFirst().filter { $0.count >= 4 }
        let large = long.count { beginsLarge(bytes, $0) }
        return large > 0 && 5 * large >= 4 * long.count
    }

    /// Whether it ends with a comma, semicolon, dash or other mark that something must follow.
    static func breaksOff(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let last = bytes[range.upperBound - 1]
        if last == UInt8(ascii: ",") || last == UInt8(ascii: ";") || last == UInt8(ascii: "-") {
            return true
        }
        guard range.count > 2, bytes[range.upperBound - 3] == 0xE2 else { return false }
        return bytes[range.upperBound - 2] == 0x80 && (0x93...0x95).contains(last)
    }

    /// Whether a sentence ends inside of it.
    static func hasInnerStop(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        range.dropLast().contains { index in
            let isStop =
                bytes[index] == UInt8(ascii: "?") || bytes[index] == UInt8(ascii: ".")
                || bytes[index] == UInt8(ascii: "!")
            return isStop && bytes[index + 1] == 0x20
        }
    }

    /// Whether it is one of the labels templates put above a summary.
    static func isLabel(_ words: Words) -> Bool {
        labels.contains(words.prints)
    }

    private static let labels = Set(
        [
            "summary", "why this matters", "why it matters", "at a glance", "key points",
            "key takeaways", "takeaways", "highlights", "in brief", "tl dr", "tldr", "overview",
            "what to know", "what you need to know", "the big picture", "the facts", "background",
        ].map { Words(phrase: $0).prints })
}
