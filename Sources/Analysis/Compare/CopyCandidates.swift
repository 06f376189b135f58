/// The sketches of many articles end to end.
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

/// Two articles that may be copies of each other, by positions in a list of sketches.
package struct CopyCandidate: Hashable, Sendable {
    /// The smaller position.
    package var left: Int
    package var right: Int
}

/// Finds, among many articles, those worth being read against each other.
package struct CopyCandidates {
    /// The part of the larger sample that both must have, and in the same order.
    private static let leastShare = 0.35
    /// Fewer sampled sequences in common prove nothing.
    private static let fewestShared = 3
    /// Of the articles that hold a sequence, only so many before and after are looked at: copies
    /// of one text are found through each other.
    private static let neighbours = 256

    private let sketches: CopySketches
    private let wanted: [Bool]
    /// For each hash of the sketches its place among all hashes in order; -1 for one left out.
    private var places: [Int32]
    /// The article of each place, ascending within one hash.
    private var articles: [Int32] = []
    /// A bit for each place: whether the run of its hash begins there.
    private var starts: [UInt64] = []
    private let isAll: Bool

    /// Of `sketches`, those that are `wanted` are held against all.
    package init(_ sketches: CopySketches, of wanted: [Bool]) {
        self.sketches = sketches
        self.wanted = wanted
        isAll = !wanted.contains(false)
        places = Array(repeating: -1, count: sketches.hashes.count)
        layOut(CopyCandidates.entries(sketches, wanted))
    }

    /// Every two articles of which at least one is wanted and whose sketches have enough in common,
    /// in the order of the wanted ones.
    package func pairs() -> [CopyCandidate] {
        var pairs: [CopyCandidate] = []
        var shared = Array(repeating: UInt16(0), count: sketches.count)
        var touched: [Int32] = []
        for article in 0..<sketches.count where wanted[article] {
            countShared(of: article, into: &shared, &touched)
            for other in touched.lazy.map(Int.init) {
                let count = Int(shared[other])
                shared[other] = 0
                guard count >= CopyCandidates.fewestShared, isEnough(count, article, other)
                else { continue }
                pairs.append(CopyCandidate(left: min(article, other), right: max(article, other)))
            }
            touched.removeAll(keepingCapacity: true)
        }
        return pairs
    }

    private func isEnough(_ shared: Int, _ a: Int, _ b: Int) -> Bool {
        // The sketch with the lower bound keeps all of its hashes: most pairs are settled by it.
        let (low, high) = sketches.bound(a) <= sketches.bound(b) ? (a, b) : (b, a)
        let least = Int(
            (Double(sketches.range(low).count) * CopyCandidates.leastShare).rounded(.up))
        guard shared >= least else { return false }
        let left = sketches.hashes(of: low)
        let right = sketches.hashes(of: high, below: sketches.bound(low))
        let larger = Double(max(left.count, right.count))
        guard Double(shared) >= larger * CopyCandidates.leastShare else { return false }
        let inOrder = CommonOrder(left, right).chain().count
        return Double(inOrder) >= larger * CopyCandidates.leastShare
    }

    private func countShared(
        of article: Int, into shared: inout [UInt16], _ touched: inout [Int32]
    ) {
        for entry in sketches.range(article) {
            let place = Int(places[entry])
            var other = place
            let first = max(0, place - CopyCandidates.neighbours)
            while other > first, !isStart(other) {
                other -= 1
                count(articles[other], &shared, &touched)
            }
            if isAll { continue }
            // Two that are both wanted are counted by the later one.
            other = place + 1
            let end = min(articles.count, other + CopyCandidates.neighbours)
            while other < end, !isStart(other) {
                if !wanted[Int(articles[other])] { count(articles[other], &shared, &touched) }
                other += 1
            }
        }
    }

    private func isStart(_ place: Int) -> Bool {
        starts[place >> 6] & (1 << UInt64(place & 63)) != 0
    }

    private func count(_ article: Int32, _ shared: inout [UInt16], _ touched: inout [Int32]) {
        if shared[Int(article)] == 0 { touched.append(article) }
        shared[Int(article)] &+= 1
    }

    /// Places of hashes that stand in a wanted article, too, or look so.
    private static func entries(_ sketches: CopySketches, _ wanted: [Bool]) -> [Int32] {
        let isAll = wanted.count { $0 } * 4 > wanted.count
        var isHeld = Array(repeating: isAll, count: 1 << 20)
        let mask = isHeld.count - 1
        for article in wanted.indices where wanted[article] && !isAll {
            for place in sketches.range(article) {
                isHeld[Int(sketches.hashes[place]) & mask] = true
            }
        }
        var entries: [Int32] = []
        entries.reserveCapacity(isAll ? sketches.hashes.count : 0)
        for entry in sketches.hashes.indices where isHeld[Int(sketches.hashes[entry]) & mask] {
            entries.append(Int32(entry))
        }
        return entries
    }

    /// Among a million articles each of these lists takes hundreds of megabytes: the one of entries
    /// becomes that of articles.
    private mutating func layOut(_ entries: consuming [Int32]) {
        articles = sortedByHash(entries)
        var articleOf: [Int32] = []
        articleOf.reserveCapacity(sketches.hashes.count)
        for article in 0..<sketches.count {
            for _ in sketches.range(article) { articleOf.append(Int32(article)) }
        }
        starts = Array(repeating: 0, count: articles.count / 64 + 1)
        var last: UInt32?
        for place in articles.indices {
            let entry = Int(articles[place])
            if sketches.hashes[entry] != last { starts[place >> 6] |= 1 << UInt64(place & 63) }
            last = sketches.hashes[entry]
            places[entry] = Int32(place)
            articles[place] = articleOf[entry]
        }
    }

    /// By two passes over sixteen bits each, in which the order of articles is kept.
    private func sortedByHash(_ given: consuming [Int32]) -> [Int32] {
        var entries = given
        var sorted = [Int32](repeating: 0, count: entries.count)
        for shift in [UInt32(0), 16] {
            var starts = Array(repeating: 0, count: (1 << 16) + 1)
            for entry in entries {
                starts[Int(sketches.hashes[Int(entry)] >> shift & 0xFFFF) + 1] += 1
            }
            for slot in 1..<starts.count { starts[slot] += starts[slot - 1] }
            for entry in entries {
                let slot = Int(sketches.hashes[Int(entry)] >> shift & 0xFFFF)
                sorted[starts[slot]] = entry
                starts[slot] += 1
            }
            swap(&entries, &sorted)
        }
        return entries
    }
}
