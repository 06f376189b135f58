/// What became of a text word by word: kept, cut, added; for showing near copies beside each other.
package struct WordDiff: Equatable, Sendable {
    package enum Kind: Sendable { case kept, cut, added }

    /// A run of words of one kind. Ranges count scalars of the left and right text; the range of a
    /// side that has nothing of it is empty and stands where it would have been.
    package struct Piece: Equatable, Sendable {
        package var kind: Kind
        package var left: Range<Int>
        package var right: Range<Int>

        package init(kind: Kind, left: Range<Int>, right: Range<Int>) {
            self.kind = kind
            self.left = left
            self.right = right
        }
    }

    /// In the order of the text; what is cut stands before what is added in its place.
    package var pieces: [Piece]
    /// 0 to 1: words kept, twice, over the words of both.
    package var similarity: Double

    /// Words are alike without regard to case, diacritics and kinds of quotation mark.
    package init(from left: String, to right: String) {
        let a = Tokeniser.tokens(of: left, lexicon: .empty)
        let b = Tokeniser.tokens(of: right, lexicon: .empty)
        let pairs = CommonSubsequence.pairs(a.map(\.word.hash), b.map(\.word.hash))
        pieces = WordDiff.pieces(a, b, pairs)
        let all = a.count + b.count
        similarity = all == 0 ? 1 : Double(2 * pairs.count) / Double(all)
    }

    private static func pieces(
        _ a: [Token], _ b: [Token], _ pairs: [(left: Int, right: Int)]
    ) -> [Piece] {
        var pieces: [Piece] = []
        var (i, j) = (0, 0)
        for pair in pairs + [(a.count, b.count)] {
            append(.cut, a, i..<pair.left, b, j..<j, to: &pieces)
            append(.added, a, pair.left..<pair.left, b, j..<pair.right, to: &pieces)
            if pair.left < a.count {
                append(
                    .kept, a, pair.left..<pair.left + 1, b, pair.right..<pair.right + 1, to: &pieces
                )
            }
            (i, j) = (pair.left + 1, pair.right + 1)
        }
        return pieces
    }

    private static func append(
        _ kind: Kind, _ a: [Token], _ left: Range<Int>, _ b: [Token], _ right: Range<Int>,
        to pieces: inout [Piece]
    ) {
        guard !left.isEmpty || !right.isEmpty else { return }
        let piece = Piece(kind: kind, left: scalars(a, left), right: scalars(b, right))
        if kind == .kept, let last = pieces.last, last.kind == .kept {
            pieces[pieces.count - 1].left = last.left.lowerBound..<piece.left.upperBound
            pieces[pieces.count - 1].right = last.right.lowerBound..<piece.right.upperBound
        } else {
            pieces.append(piece)
        }
    }

    private static func scalars(_ tokens: [Token], _ range: Range<Int>) -> Range<Int> {
        guard let first = range.first, let last = range.last else {
            let end = range.lowerBound > 0 ? Int(tokens[range.lowerBound - 1].scalarEnd) : 0
            return end..<end
        }
        return Int(tokens[first].scalarStart)..<Int(tokens[last].scalarEnd)
    }
}

/// The longest common subsequence of two lists of words.
enum CommonSubsequence {
    /// Above this many comparisons, words that either has only once divide what lies between the
    /// common beginning and end; where there are none it counts as changed altogether.
    private static let limit = 4_000_000

    /// Positions of the same word in both, ascending.
    static func pairs(_ a: [UInt64], _ b: [UInt64]) -> [(left: Int, right: Int)] {
        var head = 0
        while head < min(a.count, b.count), a[head] == b[head] { head += 1 }
        var tail = 0
        while tail < min(a.count, b.count) - head,
            a[a.count - 1 - tail] == b[b.count - 1 - tail]
        { tail += 1 }
        let start = (0..<head).map { (left: $0, right: $0) }
        let end = (0..<tail).reversed().map { (left: a.count - 1 - $0, right: b.count - 1 - $0) }
        let rows = a.count - head - tail
        let columns = b.count - head - tail
        guard rows > 0, columns > 0 else { return start + end }
        if rows <= limit / columns { return start + middle(a, b, head, rows, columns) + end }
        return start + divided(a, b, head..<head + rows, head..<head + columns) + end
    }

    /// The pairs between words that either part has only once and that keep their order, and
    /// those words ("patience diff", Bram Cohen).
    private static func divided(
        _ a: [UInt64], _ b: [UInt64], _ rows: Range<Int>, _ columns: Range<Int>
    ) -> [(left: Int, right: Int)] {
        var result: [(left: Int, right: Int)] = []
        var (i, j) = (rows.lowerBound, columns.lowerBound)
        let anchors = anchors(a, b, rows, columns)
        if anchors.isEmpty { return [] }
        for anchor in anchors + [(rows.upperBound, columns.upperBound)] {
            result += pairs(Array(a[i..<anchor.left]), Array(b[j..<anchor.right])).map {
                ($0.left + i, $0.right + j)
            }
            guard anchor.left < rows.upperBound else { break }
            result.append(anchor)
            (i, j) = (anchor.left + 1, anchor.right + 1)
        }
        return result
    }

    /// The longest ascending run of words that stand once in either part.
    private static func anchors(
        _ a: [UInt64], _ b: [UInt64], _ rows: Range<Int>, _ columns: Range<Int>
    ) -> [(left: Int, right: Int)] {
        func places(_ words: [UInt64], _ range: Range<Int>) -> [UInt64: Int] {
            Dictionary(range.map { (words[$0], $0) }, uniquingKeysWith: { _, _ in -1 })
        }
        let (left, right) = (places(a, rows), places(b, columns))
        let shared = rows.compactMap { i -> (left: Int, right: Int)? in
            guard left[a[i]] == i, let j = right[a[i]], j >= 0 else { return nil }
            return (i, j)
        }
        var tails: [Int] = []
        var before: [Int?] = []
        for (index, pair) in shared.enumerated() {
            let place = tails.firstIndex { shared[$0].right >= pair.right } ?? tails.count
            before.append(place > 0 ? tails[place - 1] : nil)
            if place == tails.count { tails.append(index) } else { tails[place] = index }
        }
        var result: [(left: Int, right: Int)] = []
        var next = tails.last
        while let index = next {
            result.append(shared[index])
            next = before[index]
        }
        return result.reversed()
    }

    /// By dynamic programming over suffixes.
    private static func middle(
        _ a: [UInt64], _ b: [UInt64], _ head: Int, _ rows: Int, _ columns: Int
    ) -> [(left: Int, right: Int)] {
        let width = columns + 1
        var length = Array(repeating: Int32(0), count: (rows + 1) * width)
        for i in (0..<rows).reversed() {
            for j in (0..<columns).reversed() {
                length[i * width + j] =
                    a[head + i] == b[head + j]
                    ? length[(i + 1) * width + j + 1] + 1
                    : max(length[(i + 1) * width + j], length[i * width + j + 1])
            }
        }
        var pairs: [(left: Int, right: Int)] = []
        var (i, j) = (0, 0)
        while i < rows, j < columns {
            if a[head + i] == b[head + j] {
                pairs.append((head + i, head + j))
                (i, j) = (i + 1, j + 1)
            } else if length[(i + 1) * width + j] >= length[i * width + j + 1] {
                i += 1
            } else {
                j += 1
            }
        }
        return pairs
    }
}
