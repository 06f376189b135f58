/// Takes out of a chosen body what is no part of it after all, and puts what stands around and in
/// it beside it with the reason.
struct BodyTrim {
    /// Indices of the blocks that are left.
    private(set) var kept: [Int]
    /// All blocks in order, each with its role.
    private(set) var marked = Blocks()

    private let page: Page
    private let blocks: PageBlocks
    private let regions: PageRegions
    private var reasons: [Int: PageReason] = [:]

    init(
        _ page: Page, _ blocks: PageBlocks, _ regions: PageRegions, _ chosen: [Int], title: String?
    ) {
        self.page = page
        self.blocks = blocks
        self.regions = regions
        kept = chosen
        takeTitle(title)
        takeReadMore()
        takeTrailing()
        mark()
    }

    /// Bytes of a region that are kept.
    private static let longestRemoved = 2000

    // MARK: What goes

    private mutating func take(_ indices: Set<Int>, _ why: PageReason) {
        for index in indices { reasons[index] = why }
        kept.removeAll(where: indices.contains)
    }

    /// The headline, where it stands again at the head of the body.
    private mutating func takeTitle(_ title: String?) {
        guard let title else { return }
        let bytes = Array(title.utf8)
        let wanted = Words(bytes, bytes.indices).prints
        let found = kept.prefix(4).filter {
            Words(blocks.bytes, blocks.list[$0].range).prints == wanted
        }
        take(Set(found), .title)
    }

    /// Short blocks that begin like a link to another piece, or are nothing but links.
    private mutating func takeReadMore() {
        let found = kept.filter { index in
            let block = blocks.list[index]
            let isLink = block.linkDensity > 0.8
            return isLink && block.words > 1 && block.words < 40 && !block.endsSentence
        }
        take(Set(found), .readMore)
    }

    /// Headings that nothing follows.
    private mutating func takeTrailing() {
        while let last = kept.last,
            page.nodes[Int(blocks.list[last].node)].tag.headingDepth != nil
        {
            take([last], .trailingHeading)
        }
    }

    // MARK: What is left

    private mutating func mark() {
        guard let first = kept.first, let last = kept.last else { return }
        let chosen = Set(kept)
        var regions = removedRegions(from: first, to: last)[...]
        for index in first...last {
            let block = blocks.list[index]
            while let region = regions.first, region < Int(block.place) {
                append(region)
                regions.removeFirst()
            }
            let text = CleanText(validUTF8: Array(blocks.bytes[block.range])).bytes
            if text.isEmpty { continue }
            if chosen.contains(index) {
                let depth = page.nodes[Int(block.node)].tag.headingDepth
                marked.append(text, role: depth.map { .heading(depth: $0) } ?? .paragraph)
            } else {
                let why = reasons[index] ?? (block.linkDensity > 0.5 ? .readMore : .outsideBody)
                marked.append(text, role: .removed(why: why.rawValue))
            }
        }
        for region in regions { append(region) }
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
    private mutating func append(_ region: Int) {
        guard let why = regions.reason[region] else { return }
        let text = page.text(in: region)
        let clean = CleanText(validUTF8: Array(text.utf8.prefix(BodyTrim.longestRemoved))).bytes
        if !clean.isEmpty { marked.append(clean, role: .removed(why: why.rawValue)) }
    }
}
