import Algorithms

/// The words of a text in a form in which two texts are held against each other word for word.
package struct CopyText: Sendable {
    /// One for every five words in a row.
    private let shingles: [UInt32]
    private let wordCount: Int

    /// Reads a text in UTF-8.
    package init(_ utf8: [UInt8]) {
        let reader = ShingleReader(utf8, below: 0)
        shingles = reader.sampled
        wordCount = reader.wordCount
    }

    /// What two texts have in common in the same order.
    package struct Overlap: Equatable, Sendable {
        /// 0 to 1: the words of each text that stand in the other in runs of five and more.
        package var left: Double
        package var right: Double

        /// The part that the text with less in common must have, and the other one: a copy may be
        /// cut or have lines added, but a text that quotes another in full is none.
        private static let least = (lower: 0.6, higher: 0.75)

        package var isCopy: Bool {
            min(left, right) >= Overlap.least.lower && max(left, right) >= Overlap.least.higher
        }

        /// 0 to 1, the mean of both.
        package var likeness: Double { (left + right) / 2 }
    }

    /// The words of the longest common subsequence of word sequences; nothing below five words.
    package func overlap(with other: CopyText) -> Overlap {
        guard !shingles.isEmpty, !other.shingles.isEmpty else {
            return Overlap(left: 0, right: 0)
        }
        var words = (left: 0, right: 0)
        var ends = (left: 0, right: 0)
        let length = ShingleReader.length
        for pair in CommonOrder(shingles, other.shingles).chain() {
            words.left += pair.left + length - max(ends.left, pair.left)
            words.right += pair.right + length - max(ends.right, pair.right)
            ends = (pair.left + length, pair.right + length)
        }
        return Overlap(
            left: Double(words.left) / Double(wordCount),
            right: Double(words.right) / Double(other.wordCount))
    }
}

/// The longest list of places that hold the same in two lists and ascend in both (Hunt and Szymanski,
/// "A fast algorithm for computing longest common subsequences", 1977).
struct CommonOrder {
    /// How many places of the same thing are looked at.
    private static let repeats = 64

    private let left: [UInt32]
    private let right: [UInt32]
    /// For each slot the last place of `right` that falls on it; for each place the one before.
    private var heads: [Int32]
    private var earlier: [Int32]
    private let mask: Int

    init(_ left: [UInt32], _ right: [UInt32]) {
        self.left = left
        self.right = right
        var size = 64
        while size < 2 * right.count { size *= 2 }
        mask = size - 1
        heads = Array(repeating: -1, count: size)
        earlier = Array(repeating: -1, count: right.count)
        for place in right.indices {
            let slot = Int(right[place]) & mask
            earlier[place] = heads[slot]
            heads[slot] = Int32(place)
        }
    }

    private struct Link {
        var left: Int32
        var right: Int32
        var before: Int32
    }

    /// Ascending in both.
    func chain() -> [(left: Int, right: Int)] {
        var links: [Link] = []
        links.reserveCapacity(left.count)
        // The smallest end in `right` of a chain of each length, and its link.
        var ends: [Int32] = []
        var linkOf: [Int32] = []
        for place in left.indices {
            let wanted = left[place]
            var candidate = heads[Int(wanted) & mask]
            var steps = 0
            // Descending places, so that one place of `left` joins a chain once.
            while candidate >= 0, steps < CommonOrder.repeats {
                let here = candidate
                candidate = earlier[Int(here)]
                guard right[Int(here)] == wanted else { continue }
                steps += 1
                let length = CommonOrder.position(of: here, in: ends)
                if length < ends.count, ends[length] == here { continue }
                links.append(
                    Link(
                        left: Int32(place), right: here,
                        before: length > 0 ? linkOf[length - 1] : -1))
                let link = Int32(links.count - 1)
                if length == ends.count {
                    ends.append(here)
                    linkOf.append(link)
                } else {
                    ends[length] = here
                    linkOf[length] = link
                }
            }
        }
        var chain: [(left: Int, right: Int)] = []
        chain.reserveCapacity(ends.count)
        var link = linkOf.last ?? -1
        while link >= 0 {
            let here = links[Int(link)]
            chain.append((Int(here.left), Int(here.right)))
            link = here.before
        }
        return chain.reversed()
    }

    /// The first index of ascending `values` that is not below `value`.
    private static func position(of value: Int32, in values: [Int32]) -> Int {
        if let last = values.last, last < value { return values.count }
        return values.partitioningIndex { $0 >= value }
    }
}
