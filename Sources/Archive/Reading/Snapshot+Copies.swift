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
            let groups = snapshot.index.copyGroups()
            let rows = snapshot.index.oldest(scope, 0..<scope.count)
            var members: [Int: [Int]] = [:]
            var order: [Int] = []
            for row in rows {
                guard let first = groups.firstOfRow[row] else { continue }
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
        for row in index.copyGroups().firstOfRow.keys { result.insert(row) }
        return result
    }
}

/// Which articles are near copies of one another.
struct CopyGroupTable: Sendable {
    /// The first row of its group, for each row that is a near copy.
    private(set) var firstOfRow: [Int: Int] = [:]
    /// By the first row of the group, ascending.
    private(set) var members: [Int: [Int]] = [:]

    /// Reads them off the segments of `Column.copies`.
    init(_ segments: [ListColumn]) {
        for (number, column) in segments.enumerated() {
            for place in column.ends.indices {
                guard let mark = CopyMark(column.list(place)), mark.isCopy else { continue }
                let row = number * Segment.rowCount + place
                firstOfRow[row] = mark.first
                members[mark.first, default: []].append(row)
            }
        }
    }
}

extension FacetIndex {
    /// How much these near copies have in common with their nearest ones, on average: 0 to 1.
    func likeness(of rows: [Int]) -> Double {
        let marks = rows.compactMap { CopyMark(numbers(.copies, row: $0)) }
        let sum = marks.reduce(0) { $0 + $1.likeness }
        return marks.isEmpty ? 0 : Double(sum) / Double(1000 * marks.count)
    }
}
