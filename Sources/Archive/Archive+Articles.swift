package import Analysis
import GRDB
package import Queries

extension Archive {
    /// An article with its findings, by id or by a unique prefix of it, without what a person
    /// rejected; the question for it gives that, too. Throws `ArchiveError`.
    package func article(_ id: String) async throws -> AnalyzedArticle {
        try await read { try $0.analyzed(ArticleTable.row(id: id, $0.db)) }
    }

    /// Where on the web these articles are, by their ids; those that state no address are left out.
    package func addresses(of articles: [String]) async throws -> [String: String] {
        try await read { snapshot in
            let statement = try snapshot.db.cachedStatement(
                sql: "SELECT url FROM article WHERE id = ?")
            return try articles.reduce(into: [:]) { addresses, id in
                addresses[id] = try String.fetchOne(statement, arguments: [id])
            }
        }
    }

    /// Hands every article that meets `query` with its findings to `body`, oldest first, the
    /// undated last, one at a time in bounded memory; `body` returns false to stop.
    ///
    /// What `parley list` and exports are made of. All articles are of one state of the archive.
    package func forEachArticle(
        matching query: Query, _ body: @Sendable (AnalyzedArticle) throws -> Bool
    ) async throws {
        try await read { snapshot in
            try snapshot.index.refresh(snapshot.db, columns: [])
            let rows = try snapshot.rows(query)
            for row in snapshot.index.oldest(rows, 0..<rows.count) {
                if try !body(try snapshot.analyzed(row)) { return }
            }
        }
    }
}
