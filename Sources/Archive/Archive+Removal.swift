import GRDB
package import Queries

extension Archive {
    /// How many articles `query` would take out.
    package func count(matching query: Query) async throws -> Int {
        try await read { snapshot in
            try snapshot.index.refresh(snapshot.db, columns: [])
            return try snapshot.rows(query).count
        }
    }

    /// Takes out the articles that meet `query`, with their findings and earlier texts; returns
    /// how many. What a person noted about them stays, and counts again should they come back.
    @discardableResult
    package func remove(matching query: Query) async throws -> Int {
        try await remove { snapshot in try snapshot.rows(query) }
    }

    /// Takes out the articles that came with the program; returns how many.
    @discardableResult
    package func removeBundled() async throws -> Int {
        try await remove { snapshot in try snapshot.rows(.isBundled) }
    }

    private func remove(
        _ choose: @Sendable (inout Snapshot) throws -> RowSet
    ) async throws -> Int {
        try await write { db in
            var snapshot = Snapshot(
                db: db, dossier: self.dossier, path: self.path, index: FacetIndex(),
                live: self.inUse.live, patterns: PatternMemory())
            try snapshot.index.refresh(db, columns: [])
            let rows = try choose(&snapshot).rows
            try self.remove(rows: rows, db)
            return rows.count
        }
    }

    /// Takes out the articles in `rows`, inside a write transaction.
    func remove(rows: [Int], _ db: Database) throws {
        if rows.isEmpty { return }
        var writer = try ArticleWriter(db, stamp: inUse.stamp, time: clock())
        for row in rows { try writer.remove(row: row) }
        try writer.finish()
        var finder = CopyFinder(db)
        try finder.run()
    }

    /// Writes in one transaction, and names the archive in what goes wrong.
    func write<Result: Sendable>(
        _ body: @Sendable (Database) throws -> Result
    ) async throws -> Result {
        do {
            return try await writer.write(body)
        } catch let error as DatabaseError {
            if error.resultCode == .SQLITE_INTERRUPT { throw CancellationError() }
            throw ArchiveError(error, path: path)
        }
    }
}
