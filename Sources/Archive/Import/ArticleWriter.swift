import Foundation
import GRDB
import Intake

/// Stores articles inside one write transaction; `finish()` ends it.
struct ArticleWriter {
    private let db: Database
    private let time: Int
    private let stamp: String
    private var segments: SegmentWriter
    private var wordStarts = WordStartWriter()
    private var nextRow: Int
    /// Articles of whose findings a person rejected some: to be made anew without those.
    private let rejected: Set<String>

    enum Outcome { case added, unchanged, updated }

    /// Known so far, for the next transaction.
    var numbers: ValueNumbers { segments.numbers }

    init(
        _ db: Database, stamp: String, time: Int, numbers: ValueNumbers = ValueNumbers()
    ) throws {
        self.db = db
        self.time = time
        self.stamp = stamp
        segments = try SegmentWriter(db, numbers: numbers)
        rejected = try OwnTable.rejectedIn(db)
        nextRow = try Int.fetchOne(db, sql: "SELECT coalesce(max(row), 0) + 1 FROM article") ?? 1
    }

    /// Adds the article, or puts it in the place of an earlier state, whose text is kept and whose
    /// id it goes by then.
    mutating func store(_ prepared: inout PreparedArticle) throws -> Outcome {
        guard
            let stored = try StoredArticle.find(prepared.article.id, db)
                ?? StoredArticle.findEdited(prepared.article, from: prepared.origin, db)
        else {
            try ArticleTable.insert(prepared, row: nextRow, at: time, db)
            wordStarts.add(prepared.wordStarts, row: nextRow)
            try finish(prepared, row: nextRow, replacing: 0, isRaw: true)
            nextRow += 1
            return .added
        }
        prepared.article.id = stored.id
        // The longer one may have come in the same lot.
        if stored.fingerprint == prepared.fingerprint || stored.isLonger(than: prepared.article) {
            return .unchanged
        }
        if stored.contentHash != prepared.article.contentHash {
            // A text that has been replaced before: two documents claim one id, or an old file
            // comes again. The later one stands, so that importing both again changes nothing.
            if try isEarlierVersion(prepared.article) { return .unchanged }
            try keepVersion(stored.row)
        }
        try unindex(stored.row)
        wordStarts.add(prepared.wordStarts, row: stored.row)
        let isSameText = stored.contentHash == prepared.article.contentHash
        try ArticleTable.replace(
            prepared, row: stored.row, at: isSameText ? stored.importedAt : time, db)
        try finish(prepared, row: stored.row, replacing: stored.sentenceCount, isRaw: true)
        return .updated
    }

    /// New findings for an article that stays as it is.
    mutating func renew(_ prepared: PreparedArticle, row: Int) throws {
        try finish(prepared, row: row, replacing: prepared.article.sentences.count, isRaw: false)
    }

    /// Takes an article out, its earlier texts with it.
    mutating func remove(row: Int) throws {
        let sentences =
            try Int.fetchOne(
                db, sql: "SELECT sentence_count FROM article WHERE row = ?", arguments: [row]) ?? 0
        try unindex(row)
        try db.execute(
            sql: """
                DELETE FROM article_version WHERE id = (SELECT id FROM article WHERE row = ?)
                """, arguments: [row])
        try db.execute(sql: "DELETE FROM article WHERE row = ?", arguments: [row])
        try segments.set(row: row, to: nil, replacing: sentences)
    }

    /// Words and their stems, for those that are not known yet.
    func add(_ terms: [StemmedTerm]) throws {
        let statement = try db.cachedStatement(sql: "INSERT OR IGNORE INTO term VALUES (?, ?)")
        for term in terms { try statement.execute(arguments: [term.stem, term.term]) }
    }

    mutating func finish() throws {
        try segments.flush()
        try wordStarts.flush(db)
    }

    /// Takes the words of `row` out of the indexes of text; its text must still be stored.
    private mutating func unindex(_ row: Int) throws {
        if let article = try ArticleTable.article(row: row, db) {
            var collector = TermCollector()
            wordStarts.remove(collector.add(article), row: row)
        }
        try ArticleTable.unindex(row: row, db)
    }

    /// `isRaw` when nobody has looked for verdicts on the findings.
    private mutating func finish(
        _ prepared: PreparedArticle, row: Int, replacing oldSentences: Int, isRaw: Bool
    ) throws {
        let isStale = isRaw && rejected.contains(prepared.article.id)
        try ArticleTable.storeFindings(
            of: prepared, row: row, stamp: isStale ? DossierInUse.staleStamp : stamp, db)
        try segments.set(row: row, to: prepared.facts, replacing: oldSentences)
    }

    private func isEarlierVersion(_ article: Article) throws -> Bool {
        try Int.fetchOne(
            db.cachedStatement(
                sql: "SELECT 1 FROM article_version WHERE id = ? AND content_hash = ?"),
            arguments: [article.id, article.contentHash]) != nil
    }

    private func keepVersion(_ row: Int) throws {
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO article_version (
                    id, content_hash, replaced_at, title, published, text, structure, seen_at)
                SELECT id, content_hash, ?, title, published, text, structure, imported_at
                FROM article WHERE row = ?
                """, arguments: [time, row])
    }
}
