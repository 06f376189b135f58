import Analysis
import GRDB
import Queries

/// One state of the archive, while a read transaction holds it.
struct Snapshot {
    let db: Database
    let dossier: Dossier
    let path: String
    var index: FacetIndex
    /// Answers that were worked out on the way and are worth keeping.
    var newlyDerived: [String: Derived] = [:]
    let live: LiveAnalyzer
    let patterns: PatternMemory
    /// Hears how far a pattern has been looked for, 0 to 1.
    var progress: @Sendable (Double) -> Void = { _ in }

    mutating func answer(_ question: Question) throws -> Answer {
        try index.refresh(db, columns: [])
        switch try question.replacingQuery(expanding) {
        case .overview: return .overview(try overview())
        case .articles(let question): return .articles(try articles(question))
        case .article(let id):
            return .article(try asFound(ArticleTable.row(id: id, db)))
        case .participant(let id, let query):
            return .participant(try participantPage(id, within: query))
        case .source(let id, let query): return .source(try sourcePage(id, within: query))
        case .point(let id, let query): return .point(try pointPage(id, within: query))
        case .comparison(let ids):
            return try comparison(of: ids)
        case .context(let id):
            return .context(try context(ofRow: ArticleTable.row(id: id, db)))
        case .history(let id):
            return .history(try history(ofRow: ArticleTable.row(id: id, db)))
        case .clashes(let question): return .clashes(try clashes(question))
        case .matrix(let question): return .matrix(try matrix(question))
        case .wordUses(let form, let query):
            return .wordUses(try wordUses(form, within: query), of: form)
        case .timeline(let query): return .timeline(try timeline(within: query))
        case .tellings(let keys, let query): return .tellings(try tellings(keys, within: query))
        case .chains(let query): return .chains(try chains(within: query))
        case .drafts(let pair, let query): return .drafts(try drafts(pair, within: query))
        case .matches(let pattern, let id):
            return .matches(try matches(of: pattern, inArticle: id), of: pattern, in: id)
        case .ownWork(let id): return .ownWork(try ownWork(id))
        case .savedSearches: return .savedSearches(try savedSearches())
        case .names(let text, let limit): return .names(try names(like: text, limit: limit))
        case .speakers(let text, let limit):
            return .speakers(try speakers(like: text, limit: limit))
        case .nearWords(let word, let limit):
            return .nearWords(try nearWords(to: word, limit: limit))
        case .proposals(let limit): return .proposals(try proposals(limit: limit))
        case .proposal(let id): return .proposal(try proposalPage(id))
        }
    }

    /// The article in `row` with all that is found in it, also what a person rejected: for where
    /// that is decided.
    private func asFound(_ row: Int) throws -> AnalyzedArticle {
        let stored = try analyzed(row)
        guard
            try OwnTable.verdicts(on: stored.article, db).contains(where: {
                $0.state == .rejected
            })
        else { return stored }
        return AnalyzedArticle(
            article: stored.article, findings: live.findings(in: stored.article))
    }

    /// The article in `row`, which must exist, with what counts.
    ///
    /// Findings of an older program that cannot be read any more are made here and now; those of
    /// older rules stand until they are made anew.
    func analyzed(_ row: Int) throws -> AnalyzedArticle {
        do {
            guard let article = try ArticleTable.analyzed(row: row, db)
            else { throw ArchiveError.noSuchArticle(String(row)) }
            return article
        } catch is MalformedBlob {
            guard let article = try ArticleTable.article(row: row, db)
            else { throw ArchiveError.noSuchArticle(String(row)) }
            return AnalyzedArticle(article: article, findings: live.findings(in: article))
        }
    }
}
