package import Analysis
import GRDB
package import Queries

// What a person adds to the dossier. It stands in a file of their own, which the program reads and
// writes; the archive is told what is in it, and sees to it that findings follow.

extension Archive {
    /// Lays a person's own entries over the recorded dossier, as found when the archive is opened.
    /// Findings made with others are stale from now on; `rebuildFindings` makes them anew.
    package func layOver(_ own: Dossier) throws {
        let base = baseDossier
        do {
            use(try reader.read { try DossierInUse(base: base, own: own, $0) })
        } catch let error as DatabaseError {
            throw ArchiveError(error, path: path)
        }
    }

    /// Takes up a state of the person's own entries that differs from the one before by entries
    /// with these names: only findings of articles that hold one of them become stale. Returns
    /// how many. Findings that were stale before stay so.
    @discardableResult
    package func takeUp(_ own: Dossier, changing names: [String]) async throws -> Int {
        let before = inUse
        let expression = Archive.anyOf(names)
        let next = DossierInUse(base: before.base, own: own, stampHash: before.stampHash)
        let count = try await write { db in
            let isOurs = try Setting.readHash.string(db).map { $0 == before.dossier.contentHash }
            guard isOurs ?? true else { return nil as Int? }
            try Setting.readHash.set(next.dossier.contentHash, db)
            try Setting.stampHash.set(next.stampHash, db)
            guard !expression.isEmpty else { return 0 }
            try db.execute(
                sql: """
                    UPDATE findings SET stamp = ?1 WHERE stamp <> ?1 AND row IN (
                        SELECT rowid FROM article_text WHERE article_text MATCH ?2)
                    """, arguments: [DossierInUse.staleStamp, expression])
            return db.changesCount
        }
        guard let count else {
            // Another process has taken up another dossier: all findings are looked at again.
            try layOver(own)
            return try await read { try Archive.countStale(self.inUse.stamp, $0.db) }
        }
        use(next)
        return count
    }

    /// An FTS5 expression for texts that hold one of the names, whatever is in them; empty when
    /// nothing is.
    private static func anyOf(_ names: [String]) -> String {
        names.map { WordScanner.words(in: $0) }.filter { !$0.isEmpty }
            .map { "\"" + $0.joined(separator: " ") + "\"" }
            .joined(separator: " OR ")
    }
}

// MARK: Proposals

extension Archive {
    /// Keeps a proposal out of sight, or brings it back; kept with the person's own work, so no
    /// rebuild and no removal of articles forgets it.
    package func setAside(_ isSetAside: Bool, _ proposal: Proposal) async throws {
        let judgement = Judgement(
            article: "", kind: Proposal.judgementKind, value: proposal.id, range: 0..<0,
            anchor: proposal.name, state: .rejected, by: "reader")
        if isSetAside { return try await store(judgement) }
        try await write { db in
            try db.execute(
                sql: "DELETE FROM judgement WHERE article = '' AND kind = ? AND value = ?",
                arguments: [judgement.kind, judgement.value])
        }
    }
}
