import Queries

extension Snapshot {
    /// Of more than `pageLimit` articles, that many are read.
    mutating func chains(within query: Query) throws -> Chains {
        let matches = try rows(query)
        let articles = try spread(matches).map { try analyzed($0) }
        let isByArticle = matches.count <= Matrix.articleLimit
        return Chains(
            of: articles, letters: isByArticle ? try letters(for: articles) : [],
            articleCount: matches.count, dossier: dossier)
    }
}
