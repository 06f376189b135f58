package import Analysis
import GRDB
import Intake

// Findings are derived: when the rules or the dossier change they are made again from the stored
// texts, a batch a transaction, so that a kill in between costs nothing but the rest. A person's
// own work goes by article ids and ranges and is not touched; what they rejected is left out.

extension Archive {
    /// True when some findings were made by other rules or with another dossier, or an import was
    /// stopped before it had looked for near copies.
    package func needsRebuild() async throws -> Bool {
        try await read { snapshot in try self.isBehind(snapshot.db) }
    }

    func isBehind(_ db: Database) throws -> Bool {
        try Archive.stale(inUse.stamp, 1, db).first != nil || !CopyFinder.isDone(db)
    }

    /// Makes all findings again that are out of date; returns how many articles that took.
    ///
    /// `progress` gets the number of articles done and to do. Cancelling stops between batches;
    /// calling again goes on. Stops by itself when the dossier is changed meanwhile, here or by
    /// another process: its findings are then for whoever changed it to make.
    @discardableResult
    package func rebuildFindings(
        progress: @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) async throws -> Int {
        let inUse = inUse
        let preparation = Preparation(
            analyzer: Analyzer(dossier: inUse.dossier), isBundled: false)
        let stamp = inUse.stamp
        try await write { try inUse.record($0) }
        let all = try await read { try Archive.countStale(stamp, $0.db) }
        var done = 0
        while true {
            try Task.checkCancellation()
            let rows = try await read { try Archive.stale(stamp, 512, $0.db) }
            if rows.isEmpty {
                try await findCopies()
                try await keepCommonWords()
                if done > 0 { await settleLog() }
                return done
            }
            let prepared = try await prepare(rows, preparation)
            let isWanted = try await write { db in
                guard try inUse.isRecorded(db) else { return false }
                var writer = try ArticleWriter(db, stamp: stamp, time: self.clock())
                // Somebody else may have replaced or removed one meanwhile.
                for (row, article) in prepared
                where try StoredArticle.find(article.article.id, db)?.row == row {
                    try writer.renew(article, row: row)
                }
                try writer.finish()
                return true
            }
            guard isWanted else { return done }
            done += rows.count
            progress(min(done, all), all)
        }
    }

    /// Makes the findings of one article again, without what is rejected in it.
    static func renew(
        _ article: Article, row: Int, _ inUse: DossierInUse, at time: Int, _ db: Database
    ) throws {
        let hadCopies = try CopyFinder.isDone(db)
        let preparation = Preparation(
            analyzer: inUse.live.analyzer, isBundled: try ArticleTable.isBundled(row: row, db))
        var writer = try ArticleWriter(db, stamp: try inUse.stamp(db), time: time)
        try writer.renew(
            preparation.prepare(
                article, origin: "", fingerprint: "", wordStarts: [],
                verdicts: try OwnTable.verdicts(on: article, db)),
            row: row)
        try writer.finish()
        if hadCopies {
            var finder = CopyFinder(db)
            try finder.run()
        }
    }

    /// Reads the archive against `dossier`, with `own` laid over it, from now on and makes all
    /// findings again.
    package func switchDossier(
        to dossier: Dossier, own: Dossier? = nil,
        progress: @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) async throws {
        use(
            try await write { db in
                try Archive.record(dossier, db)
                return try DossierInUse(base: dossier, own: own, db)
            })
        try await rebuildFindings(progress: progress)
    }

    /// Analyzes stored articles on all cores.
    private func prepare(
        _ rows: [Int], _ preparation: Preparation
    ) async throws -> [(Int, PreparedArticle)] {
        let size = 32
        return try await withThrowingTaskGroup(of: [(Int, PreparedArticle)].self) { group in
            for start in stride(from: 0, to: rows.count, by: size) {
                let some = Array(rows[start..<min(start + size, rows.count)])
                group.addTask {
                    let stored = try await self.reader.read { db in
                        try some.compactMap { row in
                            try ArticleTable.article(row: row, db).map {
                                (
                                    row, $0, try ArticleTable.isBundled(row: row, db),
                                    try OwnTable.verdicts(on: $0, db)
                                )
                            }
                        }
                    }
                    return stored.map { row, article, isBundled, verdicts in
                        var own = preparation
                        own.isBundled = isBundled
                        return (
                            row,
                            own.prepare(
                                article, origin: "", fingerprint: "", wordStarts: [],
                                verdicts: verdicts)
                        )
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }.sorted { $0.0 < $1.0 }
        }
    }

    /// Rows whose findings bear another stamp; both ranges are read off an index.
    private static func stale(_ stamp: String, _ limit: Int, _ db: Database) throws -> [Int] {
        try Int.fetchAll(
            db,
            sql: """
                SELECT row FROM (SELECT row FROM findings WHERE stamp < ?1 LIMIT ?2)
                UNION ALL
                SELECT row FROM (SELECT row FROM findings WHERE stamp > ?1 LIMIT ?2)
                LIMIT ?2
                """, arguments: [stamp, limit])
    }

    static func countStale(_ stamp: String, _ db: Database) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT count(*) FROM findings WHERE stamp <> ?", arguments: [stamp]) ?? 0
    }
}

extension ArticleTable {
    static func isBundled(row: Int, _ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT is_bundled FROM article WHERE row = ?"),
            arguments: [row]) ?? false
    }
}
