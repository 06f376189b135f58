/// Finds the body of an article among the blocks of a page.
///
/// Three cheap readers look at the same blocks, each in its own way: one for the containers that
/// templates put articles in (`ContainerReader`), one for where paragraphs weigh most
/// (`GravityReader`), one for where sentences are (`StopWordReader`). They fail on different
/// pages, so the answer most like the other two is taken (`docs/decisions/019-pages.md`).
struct BodyChoice {
    /// Indices of `PageBlocks.list`, ascending.
    private(set) var blocks: [Int]
    /// The answers of the three, for comparing them.
    let answers: [[Int]]

    init(_ page: Page, _ blocks: PageBlocks, _ regions: PageRegions) {
        let tree = BlockTree(page, blocks)
        let expansion = Expansion(page, blocks, tree)
        answers = [
            ContainerReader(page, blocks, regions, tree).blocks,
            GravityReader(page, blocks, regions, tree).blocks,
            StopWordReader(page, blocks, regions, tree).blocks,
        ].map(expansion.expanded)
        self.blocks = BodyChoice.medoid(answers, blocks)
    }

    /// The answer with the greatest likeness to the others; the first of equals, an empty one only
    /// when all are.
    static func medoid(_ answers: [[Int]], _ blocks: PageBlocks) -> [Int] {
        var best: [Int] = []
        var most = -1.0
        for (index, answer) in answers.enumerated() where !answer.isEmpty {
            var likeness = 0.0
            for (other, rival) in answers.enumerated() where other != index {
                likeness += BodyChoice.likeness(answer, rival, blocks)
            }
            if likeness > most {
                most = likeness
                best = answer
            }
        }
        return best
    }

    /// Of two selections of blocks: words in both, twice, by the words of each (Dice).
    private static func likeness(_ left: [Int], _ right: [Int], _ blocks: PageBlocks) -> Double {
        var rest = right[...]
        var shared = 0
        for index in left {
            while let first = rest.first, first < index { rest = rest.dropFirst() }
            if rest.first == index { shared += blocks.list[index].words }
        }
        let all = words(left, blocks) + words(right, blocks)
        return all == 0 ? 0 : 2 * Double(shared) / Double(all)
    }

    private static func words(_ selection: [Int], _ blocks: PageBlocks) -> Int {
        selection.reduce(0) { $0 + blocks.list[$1].words }
    }
}

/// Where the blocks of a page stand in its tree: those inside of a node are a range of indices.
struct BlockTree {
    /// The first block at or behind each node, and at last how many there are.
    private let firstBlock: [Int32]
    private let page: Page

    init(_ page: Page, _ blocks: PageBlocks) {
        self.page = page
        var firstBlock = Array(repeating: Int32(blocks.list.count), count: page.nodes.count + 1)
        var node = 0
        for (index, block) in blocks.list.enumerated() {
            while node <= Int(block.place) {
                firstBlock[node] = Int32(index)
                node += 1
            }
        }
        self.firstBlock = firstBlock
    }

    /// The blocks whose text begins inside of `node`.
    func blocks(in node: Int) -> Range<Int> {
        let end = max(node + 1, Int(page.nodes[node].end))
        return Int(firstBlock[node])..<Int(firstBlock[end])
    }
}
