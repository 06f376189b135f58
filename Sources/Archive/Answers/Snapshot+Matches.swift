import GRDB
import Intake
import Queries

extension Snapshot {
    /// Scalars between two looks at whether the answer is still wanted: about a millisecond.
    private static let stride = 20_000

    /// Where a pattern matches in the text of an article that exists.
    func matches(of pattern: Pattern, inArticle id: String) throws -> PatternMatches {
        let row = try ArticleTable.row(id: id, db)
        guard let article = try ArticleTable.article(row: row, db) else {
            throw ArchiveError.noSuchArticle(id)
        }
        var search = PatternSearch(pattern, in: article.text)
        while !search.isDone {
            try Task.checkCancellation()
            search.advance(scalars: Snapshot.stride)
        }
        return search.found
    }
}
