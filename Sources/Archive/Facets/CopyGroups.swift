import Algorithms

/// Which articles are near copies of one another.
struct CopyGroups: Equatable, Sendable {
    /// Raised with every change of `bytes`.
    static let format = 1

    /// The rows of all copies, ascending.
    private let members: [UInt32]
    /// The first row of the group of each member.
    private let groups: [UInt32]
    /// Places of members, by their group and then by row.
    private let order: [UInt32]

    /// Reads them off the segments of `Column.copies`.
    init(_ segments: [ListColumn]) {
        var copies: [(row: UInt32, group: UInt32)] = []
        for (number, column) in segments.enumerated() {
            for place in column.ends.indices {
                guard let mark = CopyMark(column.list(place)), mark.isCopy else { continue }
                copies.append((UInt32(number * Segment.rowCount + place), UInt32(mark.first)))
            }
        }
        members = copies.map(\.row)
        groups = copies.map(\.group)
        order = copies.indices.sorted {
            (copies[$0].group, $0) < (copies[$1].group, $1)
        }.map(UInt32.init)
    }

    /// The rows of all copies, ascending.
    var rows: some Sequence<Int> { members.lazy.map(Int.init) }

    /// What the group of near copies goes by that a row belongs to, its first row; nil where it is
    /// no copy.
    func group(ofRow row: Int) -> Int? {
        let place = members.partitioningIndex { $0 >= row }
        return place < members.count && members[place] == row ? Int(groups[place]) : nil
    }

    /// The rows of a group, ascending.
    func rows(ofGroup group: Int) -> [Int] {
        let start = order.partitioningIndex { groups[Int($0)] >= group }
        return order[start...].prefix { groups[Int($0)] == group }.map { Int(members[Int($0)]) }
    }

    /// The rows of each group.
    var all: [[Int]] {
        order.chunked { groups[Int($0)] == groups[Int($1)] }
            .map { $0.map { Int(members[Int($0)]) } }
    }
}

// Stored as the bytes it has in memory, as columns are.

extension CopyGroups {
    var bytes: [UInt8] {
        [members, groups, order].flatMap { $0.withUnsafeBytes { Array($0) } }
    }

    /// Throws `MalformedBlob` when `bytes` are not whole.
    init(bytes: [UInt8]) throws {
        let count = bytes.count / (3 * MemoryLayout<UInt32>.stride)
        let numbers: [UInt32] = bytes.withUnsafeBytes { copied($0) }
        guard bytes.count == 3 * count * MemoryLayout<UInt32>.stride,
            numbers[(2 * count)...].allSatisfy({ $0 < count })
        else { throw MalformedBlob(offset: bytes.count) }
        members = Array(numbers[..<count])
        groups = Array(numbers[count..<2 * count])
        order = Array(numbers[(2 * count)...])
    }
}
