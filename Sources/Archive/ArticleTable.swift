import Analysis
import Foundation
import GRDB
import GRDBSQLite
import Intake

/// An article ready to be stored: everything that can be made without the archive.
struct PreparedArticle: Sendable {
    var article: Article
    var origin: String
    var isBundled: Bool
    var fingerprint: String
    var structure: [UInt8]
    var findings: [UInt8]
    var claims: [UInt8]
    var facts: ArticleFacts
    /// Keys of `WordStart`, each once.
    var wordStarts: [Int]
}

/// Articles and their findings as rows.
enum ArticleTable {
    /// A hash of everything that an import would store: equal means that nothing has changed.
    static func fingerprint(of article: Article) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func mix(_ text: String?) {
            for byte in (text ?? "\u{1}").utf8 {
                hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
            }
            hash = (hash ^ 0xFF) &* 0x0000_0100_0000_01b3
        }
        mix(article.contentHash)
        mix(article.externalID)
        mix(article.kind.rawValue)
        mix(article.title)
        mix(article.outlet)
        mix(article.published?.edtf)
        for author in article.authors { mix(author) }
        mix(article.url)
        mix(article.language)
        mix(String(article.sentences.count))
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The stamp of findings made with this program and this dossier.
    static func stamp(_ dossier: Dossier) -> String { stamp(hash: dossier.contentHash) }

    static func stamp(hash: String) -> String {
        let formats = "\(FindingsCodec.format).\(ClaimsCodec.format).\(ArticleFacts.format)"
        return "\(formats).\(Findings.currentVersion).\(hash)"
    }

    static func insert(
        _ prepared: PreparedArticle, row: Int, at time: Int, _ db: Database
    ) throws {
        try db.cachedStatement(sql: insertion)
            .execute(arguments: arguments(prepared, row: row, at: time))
        try db.cachedStatement(
            sql: "INSERT INTO article_text (rowid, title, text) VALUES (?, ?, ?)"
        ).execute(arguments: [row, prepared.article.title, prepared.article.text.string])
    }

    /// Writes over the article in `row`, which must be in the text index no more.
    static func replace(
        _ prepared: PreparedArticle, row: Int, at time: Int, _ db: Database
    ) throws {
        try db.execute(sql: "DELETE FROM article WHERE row = ?", arguments: [row])
        try insert(prepared, row: row, at: time, db)
    }

    /// Takes the words of `row` out of the text index; its text must still be stored.
    static func unindex(row: Int, _ db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO article_text (article_text, rowid, title, text)
                SELECT 'delete', row, title, text FROM article WHERE row = ?
                """
        ).execute(arguments: [row])
    }

    /// Puts findings in the place of those that may be there, and makes the line of the list, which
    /// names the outlet that was found.
    ///
    /// `INSERT OR REPLACE` would do it, too, but each statement that may have to be undone by itself
    /// makes the text index write out what it holds: a run for each article in place of one for all.
    static func storeFindings(
        of prepared: PreparedArticle, row: Int, stamp: String, _ db: Database
    ) throws {
        for sql in ["DELETE FROM findings WHERE row = ?", "DELETE FROM claims WHERE row = ?"] {
            try db.cachedStatement(sql: sql).execute(arguments: [row])
        }
        try db.cachedStatement(sql: "INSERT INTO findings VALUES (?, ?, ?)")
            .execute(arguments: [row, stamp, Data(prepared.findings)])
        try db.cachedStatement(sql: "INSERT INTO claims VALUES (?, ?)")
            .execute(arguments: [row, Data(prepared.claims)])
        try ArticleLine(of: prepared.article, row: row, outletID: prepared.facts.outletID)
            .store(db)
    }

    private static let insertion = """
        INSERT INTO article (
            row, id, content_hash, external_id, kind, title, outlet, published, authors, url,
            language, sentence_count, imported_at, is_bundled, origin, fingerprint, text, structure
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    private static func arguments(
        _ prepared: PreparedArticle, row: Int, at time: Int
    ) -> StatementArguments {
        let article = prepared.article
        let authors = article.authors.isEmpty ? nil : article.authors.joined(separator: "\n")
        return [
            row, article.id, article.contentHash, article.externalID, article.kind.rawValue,
            article.title, article.outlet, article.published?.edtf, authors, article.url,
            article.language, article.sentences.count, time, prepared.isBundled, prepared.origin,
            prepared.fingerprint, article.text.string, Data(prepared.structure),
        ]
    }
}

// MARK: - Reading

extension ArticleTable {
    /// The article in `row`, or nil when there is none. Throws `MalformedBlob` too.
    static func article(row: Int, _ db: Database) throws -> Article? {
        var article: Article?
        try db.step(
            """
            SELECT id, content_hash, external_id, kind, title, outlet, published, authors, url,
                language, text, structure FROM article WHERE row = ?
            """, [row]
        ) { article = try Self.article($0) }
        return article
    }

    /// Reads the columns that `article(row:_:)` asks for.
    private static func article(_ row: SQLiteStatement) throws -> Article {
        let structure = try StructureCodec.structure(from: Array(Database.blob(row, 11)))
        return Article(
            id: Database.text(row, 0) ?? "", contentHash: Database.text(row, 1) ?? "",
            externalID: Database.text(row, 2),
            kind: Database.text(row, 3).flatMap(Article.Kind.init) ?? .report,
            title: Database.text(row, 4), outlet: Database.text(row, 5),
            published: Database.text(row, 6).flatMap { PublicationDate(edtf: $0) },
            authors: Database.text(row, 7)?.split(separator: "\n").map(String.init) ?? [],
            url: Database.text(row, 8), language: Database.text(row, 9),
            text: ArticleText(Database.text(row, 10) ?? ""), paragraphs: structure.paragraphs,
            sentences: structure.sentences, sections: structure.sections,
            removed: structure.removed, warnings: structure.warnings)
    }

    /// What was found in the article of `row`; empty findings when none are stored.
    static func findings(row: Int, _ db: Database) throws -> Findings {
        var findings = Findings()
        try db.step("SELECT data FROM findings WHERE row = ?", [row]) {
            findings = try FindingsCodec.findings(from: Array(Database.blob($0, 0)))
        }
        return findings
    }

    /// What the article of `row` may clash on; nil when that is not known yet.
    static func claims(row: Int, _ db: Database) throws -> ArticleClaims? {
        var claims: ArticleClaims?
        try db.step("SELECT data FROM claims WHERE row = ?", [row]) {
            claims = try ClaimsCodec.claims(from: Array(Database.blob($0, 0)))
        }
        return claims
    }

    static func analyzed(row: Int, _ db: Database) throws -> AnalyzedArticle? {
        guard let article = try article(row: row, db) else { return nil }
        return AnalyzedArticle(article: article, findings: try findings(row: row, db))
    }

    /// The row of the article whose id is `id` or, alone, begins with it. Throws `ArchiveError`.
    static func row(id: String, _ db: Database) throws -> Int {
        var matches: [(row: Int, id: String)] = []
        // The greatest string that begins with `id` is below `id` and the last scalar.
        try db.step(
            "SELECT row, id FROM article WHERE id >= ? AND id < ? ORDER BY id LIMIT 9",
            [id, id + "\u{10FFFF}"]
        ) { matches.append((Database.integer($0, 0), Database.text($0, 1) ?? "")) }
        if let exact = matches.first(where: { $0.id == id }) { return exact.row }
        guard let first = matches.first, !id.isEmpty else { throw ArchiveError.noSuchArticle(id) }
        guard matches.count == 1
        else { throw ArchiveError.ambiguousArticle(id, matches: matches.map(\.id)) }
        return first.row
    }
}
