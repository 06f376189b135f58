/// Finds the body where paragraphs weigh most: each gives its weight to the elements around it,
/// in the manner of Readability (Arc90; Mozilla).
struct GravityReader {
    private(set) var blocks: [Int] = []

    private let page: Page
    private let pageBlocks: PageBlocks
    private let regions: PageRegions
    private let tree: BlockTree
    private var scores: [Int: Double] = [:]

    init(_ page: Page, _ blocks: PageBlocks, _ regions: PageRegions, _ tree: BlockTree) {
        self.page = page
        pageBlocks = blocks
        self.regions = regions
        self.tree = tree
        for index in blocks.list.indices { weigh(index) }
        guard let top = top() else { return }
        self.blocks = gather(top)
    }

    private mutating func weigh(_ index: Int) {
        let block = pageBlocks.list[index]
        guard block.range.count >= 25, page.nodes[Int(block.node)].tag.headingDepth == nil else {
            return
        }
        let score =
            (1 + Double(block.commas) + Double(min(block.range.count / 100, 3)))
            * (1 - block.linkDensity)
        var node = Int(block.node)
        if page.nodes[node].tag != .div, page.nodes[node].tag != .td {
            node = page.parent(of: node)
        }
        for level in 0..<5 {
            if page.nodes[node].tag.isBlock {
                let share = level == 0 ? 1 : level == 1 ? 0.5 : 1 / Double(level * 3)
                scores[node] = (scores[node] ?? initial(node)) + score * share
            }
            if node == 0 { break }
            node = page.parent(of: node)
        }
    }

    private func initial(_ node: Int) -> Double {
        var score = 0.0
        switch page.nodes[node].tag {
        case .div: score = 5
        case .article, .section, .main: score = 8
        case .pre, .td, .blockquote: score = 3
        case .ol, .ul, .dl, .dd, .dt, .li, .form, .address: score = -3
        case .h1, .h2, .h3, .h4, .h5, .h6, .th: score = -5
        default: break
        }
        let words = regions.words[node]
        if !words.isDisjoint(with: [.article, .body, .entry, .main]) { score += 25 }
        if !words.isDisjoint(with: .outside) { score -= 25 }
        return score
    }

    private func top() -> Int? {
        var best: Int?
        var most = 0.0
        for (node, score) in scores {
            let density = density(node)
            let value = score * (1 - density)
            if value > most || value == most && node < best ?? 0 {
                most = value
                best = node
            }
        }
        return best
    }

    private func density(_ node: Int) -> Double {
        var words = 0
        var linked = 0
        for index in tree.blocks(in: node) {
            words += pageBlocks.list[index].words
            linked += pageBlocks.list[index].linkedWords
        }
        return words == 0 ? 0 : Double(linked) / Double(words)
    }

    /// The blocks of the top element, and of its siblings that are like it.
    private func gather(_ top: Int) -> [Int] {
        let parent = page.parent(of: top)
        let least = max(10, (scores[top] ?? 0) * 0.2)
        var found: [Int] = []
        var node = parent + 1
        while node < Int(page.nodes[parent].end) {
            if page.nodes[node].tag != .text, node == top || joins(node, least) {
                found += text(in: node)
            }
            node = max(node + 1, Int(page.nodes[node].end))
        }
        return found.isEmpty ? text(in: top) : found
    }

    /// Another article beside the top one never joins it.
    private func joins(_ node: Int, _ least: Double) -> Bool {
        if page.nodes[node].tag == .article { return false }
        if let score = scores[node], score >= least { return true }
        guard page.nodes[node].tag == .p, let index = tree.blocks(in: node).first else {
            return false
        }
        let block = pageBlocks.list[index]
        if block.range.count > 80 { return block.linkDensity < 0.25 }
        return block.linkedWords == 0 && block.endsSentence
    }

    private func text(in node: Int) -> [Int] { Array(tree.blocks(in: node)) }
}
