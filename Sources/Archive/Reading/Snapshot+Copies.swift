import Algorithms
import Analysis
import GRDB
package import Queries

/// Articles that are near copies of one another.
package struct CopyGroup: Equatable, Sendable {
    /// Oldest first, the undated last; two at least.
    package var articles: [ArticleRow]
    /// 0 to 1: how much they have in common with their nearest copies, on average.
    package var similarity: Double

    package init(articles: [ArticleRow], similarity: Double) {
        self.articles = articles
        self.similarity = similarity
    }
}

extension Archive {
    /// Groups of near copies among the articles that meet `query`, oldest first.
    package func copies(within query: Query = .everything) async throws -> [CopyGroup] {
        try await read { snapshot in
            try snapshot.index.refresh(snapshot.db, columns: [.copies])
            let scope = try snapshot.rows(query)
            let rows = snapshot.index.oldest(scope, 0..<scope.count)
            var members: [Int: [Int]] = [:]
            var order: [Int] = []
            for row in rows {
                guard let first = snapshot.index.copyGroup(ofRow: row) else { continue }
                if members[first] == nil { order.append(first) }
                members[first, default: []].append(row)
            }
            return try order.compactMap { first in
                guard let rows = members[first], rows.count > 1 else { return nil }
                return CopyGroup(
                    articles: try rows.map { try snapshot.articleRow($0) },
                    similarity: snapshot.index.likeness(of: rows))
            }
        }
    }
}

extension Snapshot {
    /// Articles that are near copies of another one.
    mutating func copies() throws -> RowSet {
        try index.refresh(db, columns: [.copies])
        var result = index.empty
        for group in index.copyGroups().all { for row in group { result.insert(row) } }
        return result
    }
}

/// Which articles are near copies of one another.
struct CopyGroups: Sendable {
    /// Each near copy, the first row of its group above and its own below: ascending, so that the
    /// rows of a group stand together, ascending.
    private let copies: [UInt64]

    /// Reads them off the segments of `Column.copies`.
    init(_ segments: [ListColumn]) {
        var copies: [UInt64] = []
        for (number, column) in segments.enumerated() {
            for place in column.ends.indices {
                guard let mark = CopyMark(column.list(place)), mark.isCopy else { continue }
                copies.append(
                    UInt64(mark.first) << 32 | UInt64(number * Segment.rowCount + place))
            }
        }
        self.copies = copies.sorted()
    }

    /// The rows of the group whose first row is `first`, ascending.
    func rows(ofGroup first: Int) -> [Int] {
        let group = UInt64(first)
        let start = copies.partitioningIndex { $0 >> 32 >= group }
        return copies[start...].prefix { $0 >> 32 == group }.map(CopyGroups.row)
    }

    /// The rows of each group.
    var all: [[Int]] {
        copies.chunked { $0 >> 32 == $1 >> 32 }.map { $0.map(CopyGroups.row) }
    }

    private static func row(_ copy: UInt64) -> Int { Int(UInt32(truncatingIfNeeded: copy)) }
}

extension FacetIndex {
    /// The first row of the group of near copies that a row belongs to; nil where it is no copy.
    func copyGroup(ofRow row: Int) -> Int? {
        CopyMark(numbers(.copies, row: row)).flatMap { $0.isCopy ? $0.first : nil }
    }

    /// How much these near copies have in common with their nearest ones, on average: 0 to 1.
    func likeness(of rows: [Int]) -> Double {
        let marks = rows.compactMap { CopyMark(numbers(.copies, row: $0)) }
        let sum = marks.reduce(0) { $0 + $1.likeness }
        return marks.isEmpty ? 0 : Double(sum) / Double(1000 * marks.count)
    }
}
