/// A set of article rows, one bit each: 125 KB at a million articles.
struct RowSet: Equatable, Sendable {
    private(set) var words: [UInt64]

    /// An empty set for rows below `limit`.
    init(limit: Int) {
        words = [UInt64](repeating: 0, count: (limit + 63) / 64)
    }

    /// Each row below `limit`, a multiple of 64.
    static func all(limit: Int) -> RowSet {
        var set = RowSet(limit: limit)
        for index in set.words.indices { set.words[index] = .max }
        return set
    }

    /// What `bytes` gave; nil when they are of a set with another limit.
    init?(bytes: [UInt8], limit: Int) {
        guard bytes.count == (limit + 63) / 64 * 8 else { return nil }
        words = bytes.withUnsafeBytes { bytes in
            (0..<bytes.count / 8).map {
                bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self)
            }
        }
    }

    var bytes: [UInt8] { words.withUnsafeBytes { Array($0) } }

    /// Rows at or above the limit are left out.
    mutating func insert(_ row: Int) {
        guard row >> 6 < words.count else { return }
        words[row >> 6] |= 1 << UInt64(row & 63)
    }

    /// One bit a row, from row 0 on.
    mutating func withMutableWords<Result>(
        _ body: (UnsafeMutableBufferPointer<UInt64>) throws -> Result
    ) rethrows -> Result {
        try words.withUnsafeMutableBufferPointer { try body($0) }
    }

    /// The same set among rows below another limit; those above are left out.
    func fitted(to limit: Int) -> RowSet {
        var other = RowSet(limit: limit)
        for index in words.indices.prefix(other.words.count) { other.words[index] = words[index] }
        return other
    }

    /// Takes all rows of a segment out.
    mutating func clear(segment: Int) {
        let length = Segment.rowCount / 64
        for index in segment * length..<(segment + 1) * length where index < words.count {
            words[index] = 0
        }
    }

    mutating func remove(_ row: Int) {
        guard row >> 6 < words.count else { return }
        words[row >> 6] &= ~(1 << UInt64(row & 63))
    }

    func contains(_ row: Int) -> Bool {
        row >> 6 < words.count && words[row >> 6] & (1 << UInt64(row & 63)) != 0
    }

    var count: Int {
        var count = 0
        for word in words { count += word.nonzeroBitCount }
        return count
    }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// Both sets must have the same limit here and below.
    mutating func formIntersection(_ other: RowSet) {
        for index in words.indices { words[index] &= other.words[index] }
    }

    mutating func formUnion(_ other: RowSet) {
        for index in words.indices { words[index] |= other.words[index] }
    }

    mutating func formUnion(_ places: PlaceSet, segment: Int) {
        let start = segment * Segment.rowCount / 64
        for (offset, bits) in places.words.enumerated() where start + offset < words.count {
            words[start + offset] |= bits
        }
    }

    mutating func subtract(_ other: RowSet) {
        for index in words.indices { words[index] &= ~other.words[index] }
    }

    /// Ascending.
    var rows: [Int] {
        var rows: [Int] = []
        rows.reserveCapacity(count)
        visit { rows.append($0) }
        return rows
    }

    @inline(__always)
    func visit(_ body: (Int) -> Void) {
        visit(words: words.indices, body)
    }

    /// Those of one segment.
    @inline(__always)
    func visit(segment: Int, _ body: (Int) -> Void) {
        let length = Segment.rowCount / 64
        let start = min(segment * length, words.count)
        visit(words: start..<min(start + length, words.count), body)
    }

    @inline(__always)
    private func visit(words indices: Range<Int>, _ body: (Int) -> Void) {
        for index in indices {
            var word = words[index]
            while word != 0 {
                body(index << 6 | word.trailingZeroBitCount)
                word &= word - 1
            }
        }
    }
}
