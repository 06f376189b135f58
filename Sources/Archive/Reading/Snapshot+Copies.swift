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
            // How much they share stands in the column.
            try snapshot.index.refresh(snapshot.db, columns: [.copies])
            let groups = try snapshot.copyGroups()
            let scope = try snapshot.rows(query)
            let rows = snapshot.index.oldest(scope, 0..<scope.count)
            var members: [Int: [Int]] = [:]
            var order: [Int] = []
            for row in rows {
                guard let first = groups.group(ofRow: row) else { continue }
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
        var result = index.empty
        for row in try copyGroups().rows { result.insert(row) }
        return result
    }

    /// Kept in the archive until it changes: every list asks for them, and the column that tells
    /// them has an entry for each article.
    mutating func copyGroups() throws -> CopyGroups {
        if let known = index.copyGroups { return known }
        let groups = try kept(
            "copies", "\(CopyGroups.format).\(index.generation)", read: CopyGroups.init(bytes:),
            bytes: \.bytes
        ) { snapshot in
            try snapshot.index.refresh(snapshot.db, columns: [.copies])
            return CopyGroups(snapshot.index.lists(.copies))
        }
        index.copyGroups = groups
        return groups
    }
}

extension FacetIndex {
    /// How much these near copies have in common with their nearest ones, on average: 0 to 1. The
    /// column of copies must be loaded.
    func likeness(of rows: [Int]) -> Double {
        let marks = rows.compactMap { CopyMark(numbers(.copies, row: $0)) }
        let sum = marks.reduce(0) { $0 + $1.likeness }
        return marks.isEmpty ? 0 : Double(sum) / Double(1000 * marks.count)
    }
}
