/// The sketches of a run of articles end to end.
package struct CopySketches: Sendable {
    private(set) var hashes: [UInt32] = []
    /// Where the hashes of each article end.
    private var ends: [Int32] = []
    private var levels: [UInt8] = []

    package init() {}

    package var count: Int { ends.count }

    /// Takes in the next article by the `numbers` of its sketch; none for one that has no words.
    package mutating func append(_ numbers: ArraySlice<UInt32>) {
        hashes += numbers.dropFirst()
        ends.append(Int32(hashes.count))
        levels.append(UInt8(min(31, numbers.first ?? 0)))
    }

    func range(_ article: Int) -> Range<Int> {
        (article == 0 ? 0 : Int(ends[article - 1]))..<Int(ends[article])
    }

    func bound(_ article: Int) -> UInt32 { UInt32.max >> UInt32(levels[article]) }

    /// The hashes of an article that are not above `bound`, in the order of its text.
    func hashes(of article: Int, below bound: UInt32 = .max) -> [UInt32] {
        bound >= self.bound(article)
            ? Array(hashes[range(article)]) : hashes[range(article)].filter { $0 <= bound }
    }
}

/// Two articles that may be copies of each other, by their positions among all.
package struct CopyCandidate: Hashable, Sendable {
    /// The smaller position.
    package var left: Int
    package var right: Int
}

/// Finds, among many articles, those worth being read against each other.
///
/// The sketches of a million articles are hundreds of megabytes, so they are read anew for each
/// block of wanted articles and only what the block has in common with the others is held.
package struct CopyCandidates {
    /// Gives the sketches of a run of articles: all runs have `runLength`, the last may have fewer.
    package typealias Reader = (_ run: Int) throws -> CopySketches

    /// The part of the larger sample that both must have, and in the same order.
    private static let leastShare = 0.35
    /// Fewer sampled sequences in common prove nothing.
    private static let fewestShared = 3
    /// Of the articles that hold a sequence, only so many before and after are looked at: copies
    /// of one text are found through each other.
    private static let neighbours = 256
    /// Pairs that wait for their sketches at a time.
    private static let pendingLimit = 1 << 18

    private let wanted: [Bool]
    private let runLength: Int
    /// Hashes of wanted articles in a block, at least.
    private let blockSize: Int
    private let isAll: Bool
    private let read: Reader
    /// Of each article, once all were read: how many hashes its sketch has, and how low they are.
    private var sizes: [UInt16] = []
    private var bounds: [UInt32] = []

    /// Those that are `wanted` are held against all; there is a flag for every article.
    ///
    /// A block has at least `blockSize` hashes, for each of which some 40 bytes are held.
    package init(
        of wanted: [Bool], runLength: Int, blockSize: Int? = nil, reading read: @escaping Reader
    ) {
        self.wanted = wanted
        self.runLength = runLength
        self.blockSize = blockSize ?? max(1 << 18, 2 * wanted.count)
        self.read = read
        isAll = !wanted.contains(false)
    }

    private var runCount: Int { (wanted.count + runLength - 1) / runLength }

    /// Hands over every two articles of which at least one is wanted and whose sketches have enough
    /// in common, each pair once; those of one block in the order of the later article.
    package mutating func visit(_ body: (CopyCandidate) throws -> Void) throws {
        var block = CopyBlock()
        for run in 0..<runCount {
            let articles = run * runLength..<min(wanted.count, (run + 1) * runLength)
            if wanted[articles].contains(true) {
                let sketches = try read(run)
                for article in articles where wanted[article] {
                    block.add(article, sketches, article - articles.lowerBound)
                    if block.hashes.count >= blockSize { try visit(&block, body) }
                }
            }
        }
        if !block.articles.isEmpty { try visit(&block, body) }
    }

    /// Hands over the pairs of a block, which is empty then.
    private mutating func visit(
        _ block: inout CopyBlock, _ body: (CopyCandidate) throws -> Void
    ) throws {
        block.layOut(try entries(in: block))
        var pending: [Pending] = []
        var shared = Array(repeating: UInt16(0), count: wanted.count)
        var touched: [Int32] = []
        for place in block.articles.indices {
            countShared(of: place, block, into: &shared, &touched)
            for other in touched {
                let count = shared[Int(other)]
                shared[Int(other)] = 0
                if mayBeEnough(Int(count), Int(block.articles[place]), Int(other)) {
                    pending.append(Pending(place: Int32(place), other: other, shared: count))
                }
            }
            touched.removeAll(keepingCapacity: true)
            if pending.count >= CopyCandidates.pendingLimit {
                try settle(&pending, block, body)
            }
        }
        try settle(&pending, block, body)
        block = CopyBlock()
    }
}

// MARK: - Shared sequences

extension CopyCandidates {
    /// Reads all sketches for the entries of a block; the first time, sizes and bounds as well.
    private mutating func entries(in block: CopyBlock) throws -> [UInt64] {
        var entries: [UInt64] = []
        entries.reserveCapacity(block.hashes.count * 3 / 2)
        let isFirst = sizes.isEmpty
        for run in 0..<runCount {
            let sketches = try read(run)
            for place in 0..<sketches.count {
                let range = sketches.range(place)
                if isFirst {
                    sizes.append(UInt16(min(range.count, Int(UInt16.max))))
                    bounds.append(sketches.bound(place))
                }
                let article = UInt64(run * runLength + place)
                for hash in sketches.hashes[range] where block.mayHold(hash) {
                    entries.append(UInt64(hash) << 32 | article)
                }
            }
        }
        return entries
    }

    private func countShared(
        of place: Int, _ block: CopyBlock, into shared: inout [UInt16],
        _ touched: inout [Int32]
    ) {
        for index in block.range(place) {
            let entry = Int(block.places[index])
            let hash = block.entries[entry] >> 32
            var other = entry - 1
            let first = max(0, entry - CopyCandidates.neighbours)
            while other >= first, block.entries[other] >> 32 == hash {
                count(block.entries[other], &shared, &touched)
                other -= 1
            }
            if isAll { continue }
            // Two that are both wanted are counted by the later one.
            other = entry + 1
            let end = min(block.entries.count, other + CopyCandidates.neighbours)
            while other < end, block.entries[other] >> 32 == hash {
                if !wanted[Int(block.entries[other] & 0xFFFF_FFFF)] {
                    count(block.entries[other], &shared, &touched)
                }
                other += 1
            }
        }
    }

    private func count(_ entry: UInt64, _ shared: inout [UInt16], _ touched: inout [Int32]) {
        let article = Int(entry & 0xFFFF_FFFF)
        if shared[article] == 0 { touched.append(Int32(article)) }
        shared[article] &+= 1
    }
}

// MARK: - Pairs

extension CopyCandidates {
    /// An article of a block, by its place there, and another one, which share enough sequences.
    private struct Pending {
        var place: Int32
        var other: Int32
        var shared: UInt16
    }

    /// The sketch with the lower bound keeps all of its hashes: most pairs are settled by it.
    private func mayBeEnough(_ shared: Int, _ a: Int, _ b: Int) -> Bool {
        guard shared >= CopyCandidates.fewestShared else { return false }
        let low = bounds[a] <= bounds[b] ? a : b
        return shared >= Int((Double(sizes[low]) * CopyCandidates.leastShare).rounded(.up))
    }

    /// Hands over those of the pending pairs whose sketches are alike in order, too.
    private func settle(
        _ pending: inout [Pending], _ block: CopyBlock,
        _ body: (CopyCandidate) throws -> Void
    ) throws {
        pending.sort { $0.other < $1.other }
        var pairs: [CopyCandidate] = []
        var sketches = CopySketches()
        var run = -1
        for pair in pending {
            let other = Int(pair.other)
            if other / runLength != run {
                run = other / runLength
                sketches = try read(run)
            }
            let article = Int(block.articles[Int(pair.place)])
            let known = sketches.hashes(of: other - run * runLength, below: bounds[article])
            let own = block.hashes[block.range(Int(pair.place))].filter { $0 <= bounds[other] }
            let isLower = bounds[article] <= bounds[other]
            guard isEnough(Int(pair.shared), isLower ? own : known, isLower ? known : own)
            else { continue }
            pairs.append(CopyCandidate(left: min(article, other), right: max(article, other)))
        }
        pending.removeAll(keepingCapacity: true)
        pairs.sort { ($0.right, $0.left) < ($1.right, $1.left) }
        for pair in pairs { try body(pair) }
    }

    private func isEnough(_ shared: Int, _ low: [UInt32], _ high: [UInt32]) -> Bool {
        let least = Double(max(low.count, high.count)) * CopyCandidates.leastShare
        guard Double(shared) >= least else { return false }
        return Double(CommonOrder(low, high).chain().count) >= least
    }
}
