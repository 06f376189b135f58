import Analysis
import GRDB
import Intake

/// What is needed to tell whether an article has changed.
struct StoredArticle {
    var row: Int
    var id: String
    var fingerprint: String
    var contentHash: String
    var sentenceCount: Int
    /// When its present text was first held, in seconds since 1970.
    var importedAt: Int

    /// Whether the article is a mere summary of what is stored: that never replaces it.
    func isLonger(than article: Article) -> Bool {
        article.isSummary && sentenceCount >= article.sentences.count
    }

    static func find(_ id: String, _ db: Database) throws -> StoredArticle? {
        try fetch("id = ?", [id], db).first
    }

    /// The earlier state of an article without an address whose very beginning has been edited, so
    /// that its id is another: of the same outlet, day and title, or, without a title, the only one
    /// of its outlet from the same file; and its text is nearly the same (`CopyText`). Articles that
    /// came under ids of their own are told apart by those.
    static func findEdited(
        _ article: Article, from origin: String, _ db: Database
    ) throws -> StoredArticle? {
        guard article.url == nil else { return nil }
        let candidates: [StoredArticle]
        if let title = article.title {
            candidates = try fetch(
                """
                url IS NULL AND title = ? AND outlet IS ? AND published IS ? AND external_id IS ?
                LIMIT \(most)
                """,
                [title, article.outlet, article.published?.edtf, article.externalID], db)
        } else {
            let found = try fetch(
                """
                url IS NULL AND title IS NULL AND origin = ? AND outlet IS ? AND external_id IS ?
                LIMIT 2
                """,
                [origin, article.outlet, article.externalID], db)
            // A file that holds several does not say which one this was.
            candidates = found.count > 1 ? [] : found
        }
        if candidates.isEmpty { return nil }
        let text = CopyText(article.text.utf8)
        return try candidates.first { try $0.text(db).overlap(with: text).isCopy }
    }

    /// So many that share title, outlet and day are looked at.
    private static let most = 4

    private func text(_ db: Database) throws -> CopyText {
        var text = CopyText([])
        try db.step("SELECT text FROM article WHERE row = ?", [row]) {
            text = CopyText(Array(Database.blob($0, 0)))
        }
        return text
    }

    private static func fetch(
        _ condition: String, _ arguments: StatementArguments, _ db: Database
    ) throws -> [StoredArticle] {
        var found: [StoredArticle] = []
        try db.step(
            """
            SELECT row, id, fingerprint, content_hash, sentence_count, imported_at
            FROM article WHERE \(condition)
            """, arguments
        ) {
            found.append(
                StoredArticle(
                    row: Database.integer($0, 0), id: Database.text($0, 1) ?? "",
                    fingerprint: Database.text($0, 2) ?? "",
                    contentHash: Database.text($0, 3) ?? "",
                    sentenceCount: Database.integer($0, 4),
                    importedAt: Database.integer($0, 5)))
        }
        return found
    }
}
