/// A paragraph, heading, list item or cell of a page: the text between two borders of blocks.
struct PageBlock {
    /// The innermost block-level element that it stands in.
    var node: Int32
    /// The text node that it begins with.
    var place: Int32 = 0
    /// Bytes of `PageBlocks.bytes`.
    var range: Range<Int>
    /// Words; a letter of a script without blanks counts for half a word.
    var words = 0
    var linkedWords = 0
    /// Words that stand in bold or other emphasis.
    var strongWords = 0
    var commas = 0
    /// Words such as "the" and "of", which sentences have and menus have not.
    var stopWords = 0
    var endsSentence = false
    /// The element that holds it and a picture above it, with no text between; -1 for none.
    var picture: Int32 = -1

    var linkDensity: Double { words == 0 ? 0 : Double(linkedWords) / Double(words) }
}

/// The visible text of a page as blocks in order, without the regions that were taken out.
struct PageBlocks {
    private(set) var bytes: [UInt8] = []
    private(set) var list: [PageBlock] = []

    private let page: Page
    private var current: PageBlock
    private var owesBlank = false
    private var breaks = 0
    private var picture: Int32 = -1
    private var linkEnd = 0
    private var strongEnd = 0

    init(_ page: Page, _ regions: PageRegions) {
        self.page = page
        current = PageBlock(node: 0, range: 0..<0)
        bytes.reserveCapacity(page.bytes.count / 2)
        collect(regions)
        for index in list.indices { count(index) }
    }

    private mutating func collect(_ regions: PageRegions) {
        var open: [Int] = [0]
        var index = 1
        while index < page.nodes.count {
            while open.count > 1, page.nodes[open[open.count - 1]].end <= Int32(index) {
                if page.nodes[open.removeLast()].tag.isBlock { flush(open) }
            }
            let node = page.nodes[index]
            if node.tag == .text {
                append(index)
                index += 1
                continue
            }
            if regions.reason[index] != nil {
                if node.tag == .figure { picture = pictureHolder(index) }
                if node.tag.isBlock { flush(open) } else { owesBlank = true }
                index = max(index + 1, Int(node.end))
                continue
            }
            enter(index, node, &open)
            index += 1
        }
        flush(open)
    }

    private mutating func enter(_ index: Int, _ node: Page.Node, _ open: inout [Int]) {
        switch node.tag {
        case .br:
            breaks += 1
            if breaks > 1 { flush(open) } else { owesBlank = true }
        case .a: linkEnd = max(linkEnd, Int(node.end))
        case .b, .strong, .em, .i: strongEnd = max(strongEnd, Int(node.end))
        case .img: picture = pictureHolder(index)
        default: break
        }
        if node.tag.isBlock { flush(open) }
        open.append(index)
        if node.tag.isBlock { current.node = Int32(index) }
    }

    /// The innermost block-level element that holds a picture.
    private func pictureHolder(_ picture: Int) -> Int32 {
        var node = page.parent(of: picture)
        while node > 0, !page.nodes[node].tag.isBlock { node = page.parent(of: node) }
        return Int32(node)
    }

    /// Ends the block; the next one belongs to the innermost block-level element of `open`.
    private mutating func flush(_ open: [Int]) {
        if current.range.lowerBound < bytes.count {
            current.range = current.range.lowerBound..<bytes.count
            if picture >= 0, current.place < page.nodes[Int(picture)].end {
                current.picture = picture
            }
            picture = -1
            list.append(current)
        }
        let holder = open.last { page.nodes[$0].tag.isBlock } ?? 0
        current = PageBlock(node: Int32(holder), range: bytes.count..<bytes.count)
        owesBlank = false
        breaks = 0
    }

    /// Adds the words of a text node, blanks joined.
    private mutating func append(_ node: Int) {
        var start = bytes.count
        for index in page.textRange(of: node) {
            let byte = page.bytes[index]
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                owesBlank = true
                continue
            }
            if owesBlank, current.range.lowerBound < bytes.count {
                bytes.append(0x20)
                if start == bytes.count - 1 { start += 1 }
            }
            owesBlank = false
            bytes.append(byte)
        }
        guard bytes.count > start else { return }
        if start == current.range.lowerBound { current.place = Int32(node) }
        breaks = 0
        guard node < max(linkEnd, strongEnd) else { return }
        let words = WordCount(bytes, start..<bytes.count).words
        if node < linkEnd { current.linkedWords += words }
        if node < strongEnd { current.strongWords += words }
    }

    private mutating func count(_ index: Int) {
        let range = list[index].range
        let counted = WordCount(bytes, range)
        list[index].words = counted.words
        list[index].commas = counted.commas
        list[index].linkedWords = min(list[index].linkedWords, counted.words)
        list[index].stopWords = StopWords.count(bytes, range)
        list[index].endsSentence = TextLines.endsSentence(bytes, range)
    }
}
