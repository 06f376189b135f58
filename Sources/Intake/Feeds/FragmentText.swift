/// The text of a piece of HTML, such as a feed's summary: without markup, scripts and styles.
struct FragmentText: Equatable {
    /// A paragraph, or something else that stands by itself.
    struct Part: Equatable {
        enum Kind: Equatable {
            case paragraph
            case heading(depth: Int)
            case caption
        }

        var kind: Kind
        /// Clean; the lines that `<br>` makes are parted by line ends. Never empty.
        var text: String
    }

    private(set) var parts: [Part] = []

    /// `markup` must be valid UTF-8.
    init(markup: [UInt8]) {
        var writer = FragmentWriter()
        let page = PageReader.page(of: PageSource(markup, isFragment: true))
        var open: [Int] = []
        for index in page.inside(0) {
            while let last = open.last, page.nodes[last].end <= Int32(index) {
                open.removeLast()
                if page.nodes[last].tag.isBlock { writer.endPart() }
            }
            let node = page.nodes[index]
            if node.tag == .text {
                writer.append(page.bytes, page.textRange(of: index)) {
                    FragmentText.kind(inside: open, of: page)
                }
                continue
            }
            if node.tag.isBlock { writer.endPart() }
            if node.tag == .br { writer.endLine() }
            open.append(index)
        }
        writer.endPart()
        parts = writer.parts
    }

    /// Plain text: blank lines part paragraphs, other line ends are blanks.
    init(plain bytes: [UInt8]) {
        let clean = CleanText(validUTF8: bytes).bytes
        var words: [ArraySlice<UInt8>] = []
        func paragraph() -> Part? {
            defer { words = [] }
            return words.isEmpty
                ? nil
                : Part(
                    kind: .paragraph,
                    text: String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self))
        }
        for line in clean.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let more = line.split(separator: 0x20)
            if more.isEmpty, let part = paragraph() { parts.append(part) }
            words += more
        }
        if let part = paragraph() { parts.append(part) }
    }

    /// Of the innermost element that says it.
    private static func kind(inside open: [Int], of page: Page) -> Part.Kind {
        for index in open.reversed() {
            let tag = page.nodes[index].tag
            if let depth = tag.headingDepth { return .heading(depth: depth) }
            if tag == .figcaption { return .caption }
        }
        return .paragraph
    }

    /// All of it, the parts parted by two line ends; nil when there is none.
    var text: String? {
        parts.isEmpty ? nil : parts.map(\.text).joined(separator: "\n\n")
    }

    /// The same on one line.
    var line: String? { text.map(FragmentText.joined) }

    /// `text` on one line, blanks joined.
    static func joined(_ text: String) -> String {
        text.utf8.split { $0 == 0x20 || $0 == 0x0A }
            .map { String(decoding: Array($0), as: UTF8.self) }.joined(separator: " ")
    }
}

/// Puts words together with the blanks and line ends that are due between them.
private struct FragmentWriter {
    private(set) var parts: [FragmentText.Part] = []
    private var kind = FragmentText.Part.Kind.paragraph
    private var bytes: [UInt8] = []
    private var owesBlank = false
    private var breaks = 0

    mutating func endLine() {
        breaks += 1
        if breaks > 1 { endPart() }
    }

    mutating func endPart() {
        if !bytes.isEmpty {
            let clean = CleanText(validUTF8: bytes).bytes
            parts.append(.init(kind: kind, text: String(decoding: clean, as: UTF8.self)))
        }
        bytes = []
        owesBlank = false
        breaks = 0
    }

    /// `kind` is asked where a part begins.
    mutating func append(
        _ source: [UInt8], _ range: Range<Int>, kind: () -> FragmentText.Part.Kind
    ) {
        for index in range {
            let byte = source[index]
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                owesBlank = true
                continue
            }
            if bytes.isEmpty {
                self.kind = kind()
            } else if breaks > 0 {
                bytes.append(0x0A)
            } else if owesBlank {
                bytes.append(0x20)
            }
            owesBlank = false
            breaks = 0
            bytes.append(byte)
        }
    }
}
