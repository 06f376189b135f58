/// A paragraph, heading or piece of page furniture: the lines that belong together.
struct Block {
    /// What a block is taken for. Everything begins as a paragraph.
    enum Role: Equatable {
        case paragraph
        /// Depth 1 to 6 as Markdown counts.
        case heading(depth: Int)
        case title
        case removed(why: String)
    }

    var role: Role
    /// Bytes of `Blocks.bytes`.
    var range: Range<Int>
    /// How many lines it was made of.
    var lineCount: Int
    /// Whether a blank line stood before it.
    var isAfterBlank: Bool
    /// In Unicode scalars.
    var length: Int
    /// Whether its last mark ends a sentence.
    var endsSentence: Bool
}

/// The blocks of a text in order, hard wraps joined by one blank.
struct Blocks {
    private(set) var bytes: [UInt8] = []
    var list: [Block] = []

    /// None yet; for `append(_:role:)`.
    init() {}

    /// Adds a block of clean text on one line whose role is known.
    mutating func append(_ text: [UInt8], role: Block.Role) {
        let start = bytes.count
        bytes += text
        let range = start..<bytes.count
        list.append(
            Block(
                role: role, range: range, lineCount: 1, isAfterBlank: true,
                length: text.count { $0 & 0xC0 != 0x80 },
                endsSentence: TextLines.endsSentence(bytes, range)))
    }

    init(_ text: TextLines, isMarkdown: Bool) {
        bytes.reserveCapacity(text.bytes.count)
        for (index, line) in text.lines.enumerated() {
            let depth = Blocks.headingDepth(text.bytes, line.range)
            if depth > 0 {
                open(line)
                appendHeading(text.bytes, line.range, depth)
            } else if let underline = Blocks.underlineDepth(text.bytes, line), canBecomeHeading {
                list[list.count - 1].role = .heading(depth: underline)
            } else if index > 0, continues(text, index, isMarkdown: isMarkdown) {
                bytes.append(0x20)
                append(text.bytes, line)
            } else {
                open(line)
                append(text.bytes, line)
            }
        }
    }

    /// The words of block `index`, folded.
    func words(_ index: Int) -> Words { Words(bytes, list[index].range) }

    private mutating func open(_ line: TextLine) {
        list.append(
            Block(
                role: .paragraph, range: bytes.count..<bytes.count, lineCount: 0,
                isAfterBlank: line.isAfterBlank, length: 0, endsSentence: false))
    }

    private mutating func append(_ source: [UInt8], _ line: TextLine) {
        bytes.append(contentsOf: source[line.range])
        let last = list.count - 1
        list[last].length += line.length + (list[last].lineCount > 0 ? 1 : 0)
        list[last].lineCount += 1
        list[last].range = list[last].range.lowerBound..<bytes.count
        list[last].endsSentence = TextLines.endsSentence(bytes, list[last].range)
    }

    /// Whether line `index` goes on with the block of the line before it. In a hard-wrapped text
    /// a deeper indent, or a line broken off although the next word would have fitted with room
    /// to spare, begins a new block; widths vary, since many wraps come from proportional type.
    /// In Markdown only a line too long for a wrap that ends a sentence is a paragraph by itself.
    private func continues(_ text: TextLines, _ index: Int, isMarkdown: Bool) -> Bool {
        let line = text.lines[index]
        let before = text.lines[index - 1]
        guard !line.isAfterBlank, let last = list.last, last.role == .paragraph else {
            return false
        }
        let isItem = Blocks.isListItem(text.bytes, line.range)
        if isMarkdown {
            return !isItem && !(last.endsSentence && before.length > TextLines.widestWrap)
        }
        let isInList = Blocks.isListItem(bytes, last.range)
        if isItem, last.endsSentence || isInList { return false }
        guard let width = text.width, before.length <= TextLines.widestWrap else { return false }
        if line.indent > text.indent, !isInList { return false }
        let room = width - before.length - 1 - Blocks.firstWordLength(text.bytes, line.range)
        if last.endsSentence { return room * 10 < width }
        return room * 4 < width || !Blocks.beginsWithCapital(text.bytes, line.range)
    }

    private static func beginsWithCapital(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        (0x41...0x5A).contains(bytes[range.lowerBound])
    }

    /// How many scalars the first word has: had it fitted, the line would not have been broken.
    private static func firstWordLength(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        var length = 0
        for index in range {
            if bytes[index] == 0x20 { break }
            if bytes[index] & 0xC0 != 0x80 { length += 1 }
        }
        return length
    }

    private static func isListItem(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard range.count > 2 else { return false }
        let first = bytes[range.lowerBound]
        if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "+") {
            return bytes[range.lowerBound + 1] == 0x20
        }
        return first == 0xE2 && bytes[range.lowerBound + 1] == 0x80
            && bytes[range.lowerBound + 2] == 0xA2
    }

    // MARK: Markdown headings

    /// The number of signs in `## Heading`, or 0; signs alone make an empty heading.
    private static func headingDepth(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        var depth = 0
        while depth < 7, depth < range.count,
            bytes[range.lowerBound + depth] == UInt8(ascii: "#")
        {
            depth += 1
        }
        guard (1...6).contains(depth) else { return 0 }
        let isAlone = depth == range.count
        return isAlone || bytes[range.lowerBound + depth] == 0x20 ? depth : 0
    }

    private mutating func appendHeading(_ source: [UInt8], _ range: Range<Int>, _ depth: Int) {
        var end = range.upperBound
        while end > range.lowerBound + depth, source[end - 1] == UInt8(ascii: "#") { end -= 1 }
        let text = TextLines.trimmed(
            source, range.lowerBound + depth..<max(end, range.lowerBound + depth))
        let length = text.count(where: { source[$0] & 0xC0 != 0x80 })
        append(source, TextLine(range: text, indent: 0, isAfterBlank: true, length: length))
        list[list.count - 1].role =
            text.isEmpty ? .removed(why: "separator") : .heading(depth: depth)
    }

    /// 1 for a line of `===`, 2 for one of `---`, else nil.
    private static func underlineDepth(_ bytes: [UInt8], _ line: TextLine) -> Int? {
        guard !line.isAfterBlank, line.range.count > 2 else { return nil }
        let mark = bytes[line.range.lowerBound]
        guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-"),
            line.range.allSatisfy({ bytes[$0] == mark })
        else { return nil }
        return mark == UInt8(ascii: "=") ? 1 : 2
    }

    /// Whether the last block is one short line that an underline makes a heading.
    private var canBecomeHeading: Bool {
        guard let last = list.last else { return false }
        return last.role == .paragraph && last.lineCount == 1 && last.length <= 120
    }
}
