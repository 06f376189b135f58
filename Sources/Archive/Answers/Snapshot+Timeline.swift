import Analysis
import Queries

extension Snapshot {
    /// Of more than `pageLimit` articles, that many are read.
    mutating func timeline(within query: Query) throws -> Timeline {
        let matches = try rows(query)
        let articles = try spread(matches).map { try analyzed($0) }
        let isByArticle = matches.count <= Matrix.articleLimit
        return Timeline(
            of: articles, letters: isByArticle ? try letters(for: articles) : [],
            articleCount: matches.count, dossier: dossier.known(to: query))
    }

    /// Rows in the order of their days: all, or `pageLimit` of them at even steps, so that no
    /// stretch of time is left out.
    func spread(_ matches: RowSet) throws -> [Int] {
        let count = matches.count
        let limit = min(count, Snapshot.pageLimit)
        let rows = index.oldest(matches, 0..<count)
        return (0..<limit).map { rows[$0 * count / limit] }
    }
}
