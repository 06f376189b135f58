/// Near copies over a whole archive, from the sketches of its articles.
package enum CopyGroups {
    package struct Group: Equatable, Sendable {
        /// Positions in the list of sketches, ascending; two at least.
        package var members: [Int]
        /// 0 to 1: what the members' word sequences have in common, on average over the links by
        /// which the group was found.
        package var similarity: Double

        package init(members: [Int], similarity: Double) {
            self.members = members
            self.similarity = similarity
        }
    }

    /// The share of the larger and of the smaller text's sampled word sequences that both must
    /// have in order.
    static let shareOfLarger = 0.55
    static let shareOfSmaller = 0.66
    /// Fewer sampled sequences in common prove nothing.
    static let fewestShared = 4
    /// A word sequence of more articles is a commonplace and is passed over.
    static let commonplace = 256

    /// Groups of articles that are near copies of one another, directly or through others, in the
    /// order of their first members. Cost grows with the number of sampled sequences that articles
    /// have in common, about linear in articles.
    package static func groups(of sketches: [CopySketch]) -> [Group] {
        let links = links(among: sketches)
        var sets = DisjointSets(count: sketches.count)
        for link in links { sets.unite(link.left, link.right) }
        return groups(&sets, links, count: sketches.count)
    }

    /// Two articles of which one is a near copy of the other.
    package struct Link: Hashable, Sendable {
        /// Positions in the list of sketches; `left` is the smaller.
        package var left: Int
        package var right: Int
        package var similarity: Double
    }

    /// Every two articles that are near copies, by the later article.
    package static func links(among sketches: [CopySketch]) -> [Link] {
        let postings = CopyPostings(sketches)
        var links: [Link] = []
        var shared = Array(repeating: Int32(0), count: sketches.count)
        var touched: [Int] = []
        for article in sketches.indices {
            postings.countShared(of: article, into: &shared, &touched)
            for other in touched {
                let count = Int(shared[other])
                shared[other] = 0
                guard count >= fewestShared else { continue }
                let similarity = similarity(sketches[article], sketches[other], shared: count)
                guard similarity > 0 else { continue }
                links.append(Link(left: other, right: article, similarity: similarity))
            }
            touched.removeAll(keepingCapacity: true)
        }
        return links
    }

    /// How many sampled sequences both have in the same order, as a part of the larger sample,
    /// below the lower of both bounds; 0 when that is too little. Order tells a copy from two texts
    /// made of the same pieces, size from a text that quotes a short one in full.
    private static func similarity(_ a: CopySketch, _ b: CopySketch, shared: Int) -> Double {
        // The sketch with the lower bound keeps all of its hashes: most pairs are settled by it.
        let level = max(a.level, b.level)
        let kept = a.level == level ? a.hashes.count : b.hashes.count
        guard Double(shared) >= Double(kept) * shareOfLarger else { return 0 }
        let left = a.hashes(below: level)
        let right = b.hashes(below: level)
        let larger = Double(max(left.count, right.count))
        let smaller = Double(min(left.count, right.count))
        guard Double(shared) >= larger * shareOfLarger else { return 0 }
        var placeOf: [UInt64: Int] = [:]
        for (place, hash) in left.enumerated() { placeOf[hash] = place }
        let inOrder = Double(longestRise(right.compactMap { placeOf[$0] }))
        guard inOrder >= larger * shareOfLarger, inOrder >= smaller * shareOfSmaller else {
            return 0
        }
        return inOrder / larger
    }

    /// The length of the longest ascending subsequence, by patience sorting.
    private static func longestRise(_ values: [Int]) -> Int {
        var tails: [Int] = []
        for value in values {
            let pile = tails.firstIndex { $0 >= value } ?? tails.count
            if pile == tails.count { tails.append(value) } else { tails[pile] = value }
        }
        return tails.count
    }

    private static func groups(
        _ sets: inout DisjointSets, _ links: [Link], count: Int
    ) -> [Group] {
        var sums: [Int: (sum: Double, count: Int)] = [:]
        for link in links {
            let root = sets.root(of: link.left)
            let old = sums[root] ?? (0, 0)
            sums[root] = (old.sum + link.similarity, old.count + 1)
        }
        var members: [Int: [Int]] = [:]
        for article in 0..<count {
            let root = sets.root(of: article)
            if sums[root] != nil { members[root, default: []].append(article) }
        }
        return members.map { root, articles in
            let links = sums[root] ?? (0, 1)
            return Group(members: articles, similarity: links.sum / Double(links.count))
        }.sorted { $0.members[0] < $1.members[0] }
    }
}

/// For each sampled hash the articles that have it, laid out so that one article's neighbours are
/// found by walking backwards through runs of equal hashes.
private struct CopyPostings {
    /// Articles in the order of their hashes; ascending within one hash.
    private var articles: [Int32] = []
    /// For each place of `articles`, where the run of its hash begins.
    private var runStarts: [Int32] = []
    /// The places of each article, one after another, and where each article's begin.
    private var places: [Int32] = []
    private var firstPlace: [Int] = []

    init(_ sketches: [CopySketch]) {
        var entries: [(hash: UInt64, article: Int32)] = []
        entries.reserveCapacity(sketches.reduce(0) { $0 + $1.hashes.count })
        for (article, sketch) in sketches.enumerated() {
            for hash in sketch.hashes { entries.append((hash, Int32(article))) }
        }
        let sorted = CopyPostings.sorted(entries)
        articles = sorted.map(\.article)
        runStarts = Array(repeating: 0, count: sorted.count)
        for place in sorted.indices where place > 0 {
            runStarts[place] =
                sorted[place].hash == sorted[place - 1].hash ? runStarts[place - 1] : Int32(place)
        }
        layOutPlaces(sketches)
    }

    /// One pass into buckets by bits in the middle, in which the order of articles is kept, then
    /// small sorts: hashes of a sample are even.
    private static func sorted(
        _ entries: [(hash: UInt64, article: Int32)]
    ) -> [(hash: UInt64, article: Int32)] {
        let bits = 18
        let mask = UInt64(1 << bits) - 1
        var starts = Array(repeating: 0, count: (1 << bits) + 1)
        for entry in entries { starts[Int(entry.hash & mask) + 1] += 1 }
        for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
        var next = starts
        var sorted = entries
        for entry in entries {
            let bucket = Int(entry.hash & mask)
            sorted[next[bucket]] = entry
            next[bucket] += 1
        }
        for bucket in 0..<(starts.count - 1) where starts[bucket + 1] - starts[bucket] > 1 {
            sorted[starts[bucket]..<starts[bucket + 1]].sort {
                ($0.hash, $0.article) < ($1.hash, $1.article)
            }
        }
        return sorted
    }

    private mutating func layOutPlaces(_ sketches: [CopySketch]) {
        firstPlace = Array(repeating: 0, count: sketches.count + 1)
        for (article, sketch) in sketches.enumerated() {
            firstPlace[article + 1] = firstPlace[article] + sketch.hashes.count
        }
        places = Array(repeating: 0, count: articles.count)
        var next = firstPlace
        for (place, article) in articles.enumerated() {
            places[next[Int(article)]] = Int32(place)
            next[Int(article)] += 1
        }
    }

    /// Adds to `shared` how many hashes each earlier article has in common with `article`.
    func countShared(
        of article: Int, into shared: inout [Int32], _ touched: inout [Int]
    ) {
        for index in firstPlace[article]..<firstPlace[article + 1] {
            let place = Int(places[index])
            let start = max(Int(runStarts[place]), place - CopyGroups.commonplace)
            for other in start..<place {
                let earlier = Int(articles[other])
                if shared[earlier] == 0 { touched.append(earlier) }
                shared[earlier] += 1
            }
        }
    }
}

/// Sets that only unite, with halved paths (Tarjan and van Leeuwen).
private struct DisjointSets {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(of element: Int) -> Int {
        var element = element
        while parents[element] != element {
            parents[element] = parents[parents[element]]
            element = parents[element]
        }
        return element
    }

    mutating func unite(_ a: Int, _ b: Int) {
        let (a, b) = (root(of: a), root(of: b))
        parents[max(a, b)] = min(a, b)
    }
}
