/// Takes out of a chosen body what is no part of it after all, and puts what stands around and in
/// it beside it with the reason.
struct BodyTrim {
    /// The blocks from the first to the last of the body in order, each with its role.
    private(set) var marked = Blocks()

    private let page: Page
    private let blocks: PageBlocks
    private let regions: PageRegions
    /// Of each block of `marked` the index in `PageBlocks.list`; -1 for a region.
    private var origins: [Int] = []

    init(
        _ page: Page, _ blocks: PageBlocks, _ regions: PageRegions, _ chosen: [Int], title: String?
    ) {
        self.page = page
        self.blocks = blocks
        self.regions = regions
        mark(chosen)
        takeTitle(title)
        takeLeading()
        takeLinks()
        takeFurniture()
        takeCaptions()
        takeTail()
        takeTrailing()
        if !marked.list.contains(where: { $0.role == .paragraph }) { keepAll() }
    }

    /// Puts everything back as it was chosen: where nothing else is left, a page is made of
    /// headings or links.
    private mutating func keepAll() {
        let outside = Block.Role.removed(why: PageReason.outsideBody.rawValue)
        for index in marked.list.indices
        where origins[index] >= 0 && marked.list[index].role != outside {
            marked.list[index].role = .paragraph
        }
    }

    /// The text that is left, parted by line ends.
    var text: [UInt8] {
        var text: [UInt8] = []
        for block in marked.list where block.role == .paragraph {
            text += marked.bytes[block.range]
            text.append(0x0A)
        }
        return text
    }

    // MARK: What was chosen

    /// Bytes of a region that are kept.
    private static let longestRemoved = 2000

    private mutating func mark(_ chosen: [Int]) {
        guard let first = chosen.first, let last = chosen.last else { return }
        let isChosen = Set(chosen)
        var regions = removedRegions(from: first, to: last)[...]
        for index in first...last {
            while let region = regions.first, region < Int(blocks.list[index].place) {
                appendRegion(region)
                regions.removeFirst()
            }
            appendBlock(index, isChosen: isChosen.contains(index))
        }
        for region in regions { appendRegion(region) }
    }

    private mutating func appendBlock(_ index: Int, isChosen: Bool) {
        let block = blocks.list[index]
        let text = CleanText(validUTF8: Array(blocks.bytes[block.range])).bytes
        if text.isEmpty { return }
        var role = Block.Role.removed(why: PageReason.outsideBody.rawValue)
        if isChosen {
            let depth = page.nodes[Int(block.node)].tag.headingDepth
            role = depth.map { .heading(depth: $0) } ?? .paragraph
        }
        marked.append(text, role: role)
        origins.append(index)
    }

    /// The regions that stand in the element that holds the whole body, in order.
    private func removedRegions(from first: Int, to last: Int) -> [Int] {
        let end = Int(blocks.list[last].place)
        var holder = Int(blocks.list[first].node)
        while holder > 0, Int(page.nodes[holder].end) <= end { holder = page.parent(of: holder) }
        switch page.nodes[holder].tag {
        case .body, .html, .other: return (Int(blocks.list[first].place)..<end).filter(isKept)
        default: return page.inside(holder).filter(isKept)
        }
    }

    private func isKept(_ node: Int) -> Bool {
        regions.reason[node].map { $0 != .head } ?? false
    }

    /// Puts a region beside the body, where it has any words.
    private mutating func appendRegion(_ region: Int) {
        guard let why = regions.reason[region] else { return }
        var text = page.text(in: region)
        if text.utf8.count > BodyTrim.longestRemoved { text = String(text.prefix(1000)) + "…" }
        let clean = CleanText(validUTF8: Array(text.utf8)).bytes
        if clean.isEmpty { return }
        marked.append(clean, role: .removed(why: why.rawValue))
        origins.append(-1)
    }

    // MARK: What goes

    private mutating func take(_ index: Int, _ why: PageReason) {
        marked.list[index].role = .removed(why: why.rawValue)
    }

    private func isBody(_ index: Int) -> Bool {
        switch marked.list[index].role {
        case .paragraph, .heading: true
        case .title, .removed: false
        }
    }

    private func isHeading(_ index: Int) -> Bool {
        if case .heading = marked.list[index].role { return true }
        return false
    }

    private var body: [Int] { marked.list.indices.filter(isBody) }

    private func source(_ index: Int) -> PageBlock? {
        origins[index] < 0 ? nil : blocks.list[origins[index]]
    }

    /// The headline, where it stands again at the head of the body.
    private mutating func takeTitle(_ title: String?) {
        let wanted = title.map { Words(Array($0.utf8), 0..<$0.utf8.count).prints }
        for index in body.prefix(4) {
            let isFirst = marked.list[index].role == .heading(depth: 1)
            if isFirst || marked.words(index).prints == wanted { take(index, .title) }
        }
    }

    /// Bylines, dates and furniture above the first paragraph.
    private mutating func takeLeading() {
        for index in body.prefix(6) {
            guard marked.list[index].role == .paragraph else { continue }
            guard let kind = Masthead.kind(marked, index) else { return }
            switch kind {
            case .byline: take(index, .byline)
            case .date: take(index, .dateLine)
            case .furniture(let why): marked.list[index].role = .removed(why: why)
            }
        }
    }

    /// Short blocks that are nothing but links to something else.
    private mutating func takeLinks() {
        for index in body {
            guard let block = source(index), block.linkDensity > 0.8, block.words > 1,
                block.words < 40, !block.endsSentence,
                !isItem(block), !isCited(block)
            else { continue }
            take(index, .readMore)
        }
    }

    /// Whether a block is one of a list or a table, where even a lone link is part of the whole.
    private func isItem(_ block: PageBlock) -> Bool {
        switch page.nodes[Int(block.node)].tag {
        case .li, .td, .th, .dt, .dd: true
        default: false
        }
    }

    /// Whether a block stands in a quotation, or is an address written out: both are what the
    /// article says, whatever they link to.
    private func isCited(_ block: PageBlock) -> Bool {
        let text = blocks.bytes[block.range]
        if text.starts(with: "http".utf8) || text.starts(with: "www.".utf8) { return true }
        var node = Int(block.node)
        for _ in 0..<4 where node > 0 {
            if page.nodes[node].tag == .blockquote { return true }
            node = page.parent(of: node)
        }
        return false
    }

    private mutating func takeFurniture() {
        for index in body where marked.list[index].role == .paragraph {
            if let block = source(index), isItem(block) { continue }
            if let why = Furniture.shared.reason(marked, index) {
                marked.list[index].role = .removed(why: why)
            }
        }
    }

    /// Short text that stands alone with a picture, ends no sentence and links to nothing.
    private mutating func takeCaptions() {
        for index in body where marked.list[index].role == .paragraph {
            guard let block = source(index), block.picture >= 0, block.words <= 25,
                !block.endsSentence, block.linkedWords == 0, isAlone(origins[index], block)
            else { continue }
            take(index, .caption)
        }
    }

    /// Whether no other block stands in the element that holds a block and its picture.
    private func isAlone(_ index: Int, _ block: PageBlock) -> Bool {
        let isFirst = index == 0 || blocks.list[index - 1].place < block.picture
        let next = index + 1
        let end = page.nodes[Int(block.picture)].end
        return isFirst && (next == blocks.list.count || blocks.list[next].place >= end)
    }

    /// Everything from a heading such as "About Harbour Lines" on, in the last part of the body.
    private mutating func takeTail() {
        let body = body
        let words = body.map { source($0)?.words ?? 0 }
        let all = words.reduce(0, +)
        var before = 0
        for (place, index) in body.enumerated() {
            if before * 2 > all, isTailHeading(index) {
                for rest in body[place...] { take(rest, .companyTail) }
                return
            }
            before += words[place]
        }
    }

    private func isTailHeading(_ index: Int) -> Bool {
        let block = marked.list[index]
        if let source = source(index), isItem(source) { return false }
        guard block.length <= 60,
            !block.endsSentence || marked.bytes[block.range.upperBound - 1] == UInt8(ascii: ":")
        else { return false }
        let words = marked.words(index)
        guard (1...7).contains(words.count) else { return false }
        if BodyTrim.tailHeadings.contains(where: { words.starts(with: $0) }) { return true }
        guard words.count > 1, let last = words.prints.last else { return false }
        if words.prints[0] == BodyTrim.more, BodyTrim.pieces.contains(last) { return true }
        guard BodyTrim.about.contains(words.prints[0]) else { return false }
        return HeadingShape.beginsLarge(marked.bytes, words.ranges[1])
    }

    private static let about = WordTable("about über sobre acerca")
    private static let more = Fingerprint.of("more")
    private static let pieces = WordTable("stories articles news posts coverage reading videos")
    private static let tailHeadings = [
        "media contact", "media contacts", "press contact", "press contacts", "contact information",
        "for media inquiries", "for press inquiries", "notes to editors", "about the author",
        "about the authors", "forward looking statements", "safe harbor",
    ].map { Words(phrase: $0).prints }

    /// Headings that nothing follows, and links on to other pieces, unless the body is made of
    /// such lines.
    private mutating func takeTrailing() {
        let body = body
        let words = body.reduce(0) { $0 + (source($1)?.words ?? 0) }
        var taken: [(Int, PageReason)] = []
        var count = 0
        for index in body.reversed() {
            guard let why = trailing(index) else { break }
            taken.append((index, why))
            count += source(index)?.words ?? 0
        }
        if count * 5 > words { taken = Array(taken.prefix { isHeading($0.0) }) }
        for (index, why) in taken { take(index, why) }
    }

    private func trailing(_ index: Int) -> PageReason? {
        if isHeading(index) { return .trailingHeading }
        guard let block = source(index), !block.endsSentence, block.words < 40 else { return nil }
        if isCited(block) { return nil }
        if block.linkDensity > 0.4 { return .readMore }
        return block.strongWords == block.words && block.words < 9 ? .trailingHeading : nil
    }
}
