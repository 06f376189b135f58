/// Finds the body by the containers that templates put articles in, the surest ones first, in the
/// manner of trafilatura (Barbaresi 2021).
struct ContainerReader {
    private(set) var blocks: [Int] = []

    private let page: Page
    private let pageBlocks: PageBlocks
    private let regions: PageRegions
    private let tree: BlockTree

    /// A container with fewer words is passed over.
    private static let fewestWords = 60

    init(_ page: Page, _ blocks: PageBlocks, _ regions: PageRegions, _ tree: BlockTree) {
        self.page = page
        pageBlocks = blocks
        self.regions = regions
        self.tree = tree
        for rank in 0..<5 {
            if let found = best(rank) {
                self.blocks = found
                return
            }
        }
        self.blocks = text(in: 0)
    }

    /// The first container of a rank that holds nearly as many words as the best of it.
    private func best(_ rank: Int) -> [Int]? {
        var found: [(node: Int, blocks: [Int], words: Int)] = []
        var end = 0
        for node in page.nodes.indices where node >= end && isContainer(node, rank) {
            let blocks = text(in: node)
            let words = blocks.reduce(0) { $0 + pageBlocks.list[$1].words }
            if words >= ContainerReader.fewestWords {
                found.append((node, blocks, words))
                end = Int(page.nodes[node].end)
            }
        }
        guard let most = found.map(\.words).max() else { return nil }
        guard let first = found.first(where: { $0.words * 2 >= most }) else { return nil }
        return found.filter { isPart($0.node, of: first.node) }.flatMap(\.blocks)
    }

    /// Whether a container is the same body gone on: templates part long ones into several with
    /// the same names. Another article is not: it stands in an `article` element of its own.
    private func isPart(_ node: Int, of first: Int) -> Bool {
        if node == first { return true }
        guard firstName(node) == firstName(first) else { return false }
        var holder = page.parent(of: node)
        while holder > 0, page.nodes[holder].end <= Int32(first) || holder > first {
            if page.nodes[holder].tag == .article || page.nodes[holder].tag == .li { return false }
            holder = page.parent(of: holder)
        }
        return page.nodes[node].tag != .article
    }

    private func firstName(_ node: Int) -> ArraySlice<UInt8>? {
        page.value(.class, of: node).map { page.bytes[$0].prefix { $0 > 0x20 } }
    }

    private func isContainer(_ node: Int, _ rank: Int) -> Bool {
        let tag = page.nodes[node].tag
        let words = regions.words[node]
        switch tag {
        case .article, .div, .main, .section, .td: break
        default: return false
        }
        switch rank {
        case 0: return words.contains(.articleBody)
        case 1: return tag == .article
        case 2: return words.contains(.article) && words.isDisjoint(with: .outside)
        case 3: return tag == .main || words.contains([.main, .body])
        default: return words.contains(.body) || words.contains(.main)
        }
    }

    private func text(in node: Int) -> [Int] { Array(tree.blocks(in: node)) }
}
