/// The text of a piece of HTML, such as a feed's summary: without markup, scripts and styles.
enum FragmentText {
    /// Paragraphs parted by two line ends, the lines that `<br>` makes by one; clean UTF-8.
    static func paragraphs(of markup: [UInt8]) -> String {
        var writer = FragmentWriter()
        let page = PageReader.page(of: PageSource(markup, isFragment: true))
        var open: [Int] = []
        for index in page.inside(0) {
            while let last = open.last, page.nodes[last].end <= Int32(index) {
                open.removeLast()
                if page.nodes[last].tag.isBlock { writer.endParagraph() }
            }
            let node = page.nodes[index]
            if node.tag == .text {
                writer.append(page.bytes, page.textRange(of: index))
                continue
            }
            if node.tag.isBlock { writer.endParagraph() }
            if node.tag == .br { writer.endLine() }
            open.append(index)
        }
        return String(decoding: CleanText(validUTF8: writer.finished).bytes, as: UTF8.self)
    }

    /// The same on one line.
    static func line(of markup: [UInt8]) -> String {
        joined(paragraphs(of: markup))
    }

    /// `text` on one line, blanks joined.
    static func joined(_ text: String) -> String {
        text.utf8.split { $0 == 0x20 || $0 == 0x0A }.map {
            String(decoding: Array($0), as: UTF8.self)
        }
        .joined(separator: " ")
    }
}

/// Puts words together with the blanks, line ends and blank lines that are due between them.
private struct FragmentWriter {
    private var bytes: [UInt8] = []
    private var due = Due.nothing

    private enum Due: Int { case nothing, blank, lineEnd, paragraph }

    mutating func endLine() { raise(due == .lineEnd ? .paragraph : .lineEnd) }
    mutating func endParagraph() { raise(.paragraph) }

    private mutating func raise(_ next: Due) {
        if next.rawValue > due.rawValue { due = next }
    }

    mutating func append(_ source: [UInt8], _ range: Range<Int>) {
        for index in range {
            let byte = source[index]
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                raise(.blank)
                continue
            }
            if due != .nothing, !bytes.isEmpty { writeDue() }
            due = .nothing
            bytes.append(byte)
        }
    }

    private mutating func writeDue() {
        switch due {
        case .nothing: break
        case .blank: bytes.append(0x20)
        case .lineEnd: bytes.append(0x0A)
        case .paragraph: bytes += [0x0A, 0x0A]
        }
    }

    var finished: [UInt8] { bytes }
}
