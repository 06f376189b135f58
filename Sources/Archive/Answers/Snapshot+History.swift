import GRDB
import Intake
import Queries

extension Snapshot {
    /// The texts that were held of the article in `row`, and what was edited between them.
    mutating func history(ofRow row: Int) throws -> ArticleHistory {
        guard let article = try ArticleTable.article(row: row, db) else {
            throw ArchiveError.noSuchArticle(String(row))
        }
        var versions: [ArticleHistory.Version] = []
        try db.step(
            """
            SELECT title, text, seen_at FROM article_version WHERE id = ?
            ORDER BY replaced_at, coalesce(seen_at, 0)
            """, [article.id]
        ) {
            versions.append(
                ArticleHistory.Version(
                    title: Database.text($0, 0), text: Database.text($0, 1) ?? "",
                    seen: Database.optionalInteger($0, 2)))
        }
        var seen: Int?
        try db.step("SELECT imported_at FROM article WHERE row = ?", [row]) {
            seen = Database.integer($0, 0)
        }
        versions.append(
            ArticleHistory.Version(title: article.title, text: article.text.string, seen: seen))
        return ArticleHistory(
            article: try articleRow(row), versions: versions, sentences: article.sentences)
    }
}
