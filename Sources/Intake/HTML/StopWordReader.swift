/// Finds the body where sentences are: blocks with many stop words draw to their parents, in the
/// manner of Goose and newspaper.
struct StopWordReader {
    private(set) var blocks: [Int] = []

    private let page: Page
    private let pageBlocks: PageBlocks
    private let regions: PageRegions
    private let tree: BlockTree
    private let countsAllWords: Bool

    init(_ page: Page, _ blocks: PageBlocks, _ regions: PageRegions, _ tree: BlockTree) {
        self.page = page
        pageBlocks = blocks
        self.regions = regions
        self.tree = tree
        let words = blocks.list.reduce(0) { $0 + $1.words }
        let stopWords = blocks.list.reduce(0) { $0 + $1.stopWords }
        countsAllWords = stopWords * 12 < words
        guard let top = top() else { return }
        self.blocks = gather(top)
    }

    private func weight(_ index: Int) -> Int {
        let block = pageBlocks.list[index]
        if block.linkDensity > 0.5 { return 0 }
        return countsAllWords ? block.words / 3 : block.stopWords
    }

    private func top() -> Int? {
        var scores: [Int: Double] = [:]
        for index in pageBlocks.list.indices {
            let weight = weight(index)
            let block = pageBlocks.list[index]
            guard weight > 2, page.nodes[Int(block.node)].tag.headingDepth == nil else { continue }
            var node = Int(block.node)
            if page.nodes[node].tag == .p || page.nodes[node].tag == .pre {
                node = page.parent(of: node)
            }
            scores[node, default: 0] += Double(weight)
            scores[page.parent(of: node), default: 0] += Double(weight) / 2
        }
        return scores.max { left, right in
            left.value < right.value || left.value == right.value && left.key > right.key
        }?.key
    }

    private func gather(_ top: Int) -> [Int] {
        let inside = tree.blocks(in: top)
        let weights = inside.map(weight).filter { $0 > 2 }
        let usual = weights.isEmpty ? 1 : Double(weights.reduce(0, +)) / Double(weights.count)
        let parent = page.parent(of: top)
        var found: [Int] = []
        var node = parent + 1
        while node < Int(page.nodes[parent].end) {
            if node == top {
                found += inside
            } else if page.nodes[node].tag == .p || page.nodes[node].tag == .div {
                found += tree.blocks(in: node).filter {
                    Double(weight($0)) > usual * 0.3
                        && page.nodes[Int(pageBlocks.list[$0].node)].tag == .p
                }
            }
            node = max(node + 1, Int(page.nodes[node].end))
        }
        return found.isEmpty ? Array(inside) : found
    }
}
