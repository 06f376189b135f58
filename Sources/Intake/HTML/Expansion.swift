/// Finds the rest of a body of which only a part was found: templates cut long articles into
/// several elements, between advertisements and pictures.
///
/// From the element that holds what was found it looks one element up at a time. What it finds
/// there is taken when it is much, and paragraphs like those that were found.
struct Expansion {
    private let page: Page
    private let blocks: PageBlocks
    private let tree: BlockTree

    init(_ page: Page, _ blocks: PageBlocks, _ tree: BlockTree) {
        self.page = page
        self.blocks = blocks
        self.tree = tree
    }

    /// `selection` must be ascending; the answer holds it.
    func expanded(_ selection: [Int]) -> [Int] {
        guard let first = selection.first, let last = selection.last else { return selection }
        var found = selection
        var node = holder(first, last)
        var level = 0
        while node > 0, level < 6, !isWhole(node) {
            node = page.parent(of: node)
            level += 1
            let all = tree.blocks(in: node)
            guard all.count > found.count else { continue }
            if let wider = joined(found, all, in: node) { found = wider }
        }
        return found
    }

    /// Whether an element says that it is a whole article: what stands beside it is another.
    private func isWhole(_ node: Int) -> Bool {
        switch page.nodes[node].tag {
        case .article, .main, .body: return true
        default: break
        }
        guard let names = page.value(.class, of: node) else { return false }
        return page.bytes[names].split(separator: 0x20).contains {
            Expansion.wholes.contains(page.bytes, $0.indices)
        }
    }

    private static let wholes = WordTable("article story post hentry entry blogpost news-article")

    /// The innermost element that holds both blocks.
    private func holder(_ first: Int, _ last: Int) -> Int {
        let end = blocks.list[last].place
        var node = Int(blocks.list[first].node)
        while node > 0, page.nodes[node].end <= end { node = page.parent(of: node) }
        return node
    }

    /// `found` with the paragraphs of `all` that it lacks, and what stands between them; nil when
    /// they are too few, or unlike it.
    private func joined(_ found: [Int], _ all: Range<Int>, in holder: Int) -> [Int]? {
        let own = Set(found)
        let ownParagraphs = found.filter(isParagraph)
        let others = all.filter { !own.contains($0) && !isHeading($0) }
        let more = others.filter(isParagraph)
        guard !more.isEmpty, !ownParagraphs.isEmpty else { return nil }
        let names = Set(ownParagraphs.map { path(of: $0, below: holder) })
        var added = more.filter { names.contains(path(of: $0, below: holder)) }
        if added.isEmpty {
            guard areLike(more, ownParagraphs, among: others) else { return nil }
            added = more
        }
        let from = min(added[0], found[0])
        let to = max(added[added.count - 1], found[found.count - 1])
        return Array(from...to)
    }

    /// Whether paragraphs are enough, long enough, and nearly all that stands there.
    private func areLike(_ more: [Int], _ own: [Int], among others: [Int]) -> Bool {
        let count = words(more)
        let had = words(own)
        return more.count > 1 && count * 5 >= had
            && count / more.count * 10 >= had / own.count * 2
            && count * 10 >= words(others) * 7
    }

    /// The names of the elements around a block, up to `holder`; where one of them is an article of
    /// its own, something that no block outside of it has.
    private func path(of index: Int, below holder: Int) -> UInt64 {
        var path = Fingerprint()
        var node = Int(blocks.list[index].node)
        while node > holder {
            if page.nodes[node].tag == .article { return UInt64(node) }
            path.add(page.nodes[node].tag.rawValue)
            if page.nodes[node].tag != .p, let name = page.value(.class, of: node) {
                path.add(page.bytes, name)
            }
            node = page.parent(of: node)
        }
        return path.value
    }

    private func words(_ list: [Int]) -> Int { list.reduce(0) { $0 + blocks.list[$1].words } }

    /// A heading that leads nowhere.
    private func isHeading(_ index: Int) -> Bool {
        let block = blocks.list[index]
        return page.nodes[Int(block.node)].tag.headingDepth != nil && block.linkedWords == 0
    }

    private func isParagraph(_ index: Int) -> Bool {
        let block = blocks.list[index]
        return block.words >= 12 && block.endsSentence && block.linkDensity < 0.3
    }
}
