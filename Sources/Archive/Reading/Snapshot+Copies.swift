import Analysis
import GRDB
import Intake
package import Queries

/// Articles that are near copies of one another.
package struct CopyGroup: Equatable, Sendable {
    /// Oldest first, the undated last; two at least.
    package var articles: [ArticleRow]
    /// 0 to 1, as `CopyGroups` gives it.
    package var similarity: Double

    package init(articles: [ArticleRow], similarity: Double) {
        self.articles = articles
        self.similarity = similarity
    }
}

extension Archive {
    /// Groups of near copies among the articles that meet `query`. Reads every text of the
    /// archive once after each change of it.
    package func copies(within query: Query = .everything) async throws -> [CopyGroup] {
        try await read { snapshot in
            try snapshot.index.refresh(snapshot.db, columns: [])
            let scope = try snapshot.rows(query)
            return try snapshot.copyGroups().compactMap { group in
                let rows = group.members.filter(scope.contains)
                guard rows.count > 1 else { return nil }
                return CopyGroup(
                    articles: try rows.map { try snapshot.articleRow($0) },
                    similarity: group.similarity)
            }
        }
    }
}

extension Snapshot {
    /// Articles that are near copies of another one.
    mutating func copies() throws -> RowSet {
        var result = index.empty
        for group in try copyGroups() {
            for row in group.members { result.insert(row) }
        }
        return result
    }

    /// All groups of near copies, members by row, oldest first; kept until the archive changes.
    mutating func copyGroups() throws -> [CopyGroups.Group] {
        let stamp = "1.\(index.generation)"
        if let stored = try derived("copies", stamp),
            let known = try? Snapshot.groups(from: stored)
        {
            return known
        }
        let rows = index.oldest(index.live, 0..<index.articleCount)
        let sketches = try rows.map { row in
            var sketch = CopySketch(of: ArticleText(""))
            try db.step("SELECT text FROM article WHERE row = ?", [row]) {
                sketch = CopySketch(of: ArticleText(Database.text($0, 0) ?? ""))
            }
            return sketch
        }
        let groups = CopyGroups.groups(of: sketches).map {
            CopyGroups.Group(members: $0.members.map { rows[$0] }, similarity: $0.similarity)
        }
        newlyDerived["copies"] = Derived(stamp: stamp, data: Snapshot.bytes(of: groups))
        return groups
    }

    private static func bytes(of groups: [CopyGroups.Group]) -> [UInt8] {
        var blob = BlobWriter()
        blob.list(groups) { blob, group in
            blob.double(group.similarity)
            blob.list(group.members) { $0.number($1) }
        }
        return blob.bytes
    }

    private static func groups(from bytes: [UInt8]) throws -> [CopyGroups.Group] {
        var blob = BlobReader(bytes)
        return try blob.list { blob in
            let similarity = try blob.double()
            return CopyGroups.Group(
                members: try blob.list { try $0.number() }, similarity: similarity)
        }
    }
}
