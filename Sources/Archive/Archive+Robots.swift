import Foundation
import GRDB
package import Intake

extension Archive {
    /// What sites said about programs, as far as it still counts for anything.
    package func robots() async throws -> [RobotsRecord] {
        let time = clock()
        return try await read { snapshot in
            let rows = try Row.fetchAll(
                snapshot.db, sql: "SELECT * FROM robots WHERE asked_at > ?",
                arguments: [time - Robots.longestMemory])
            return rows.map { row in
                let age = time - (row["asked_at"] as Int)
                return RobotsRecord(
                    site: row["site"], bytes: Array(row["rules"] as Data),
                    validators: WebValidators(
                        etag: row["etag"], lastModified: row["last_modified"]),
                    // A clock that was set back makes nothing fresh.
                    isFresh: age >= 0 && age < Robots.freshness)
            }
        }
    }

    /// Remembers what sites have just said, and forgets what counts no more.
    package func record(_ robots: [RobotsRecord]) async throws {
        guard !robots.isEmpty else { return }
        let time = clock()
        try await write { db in
            for record in robots {
                try db.execute(
                    sql: """
                        INSERT OR REPLACE INTO robots (site, asked_at, etag, last_modified, rules)
                        VALUES (?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        record.site, time, record.validators.etag,
                        record.validators.lastModified, Data(record.bytes),
                    ])
            }
            try db.execute(
                sql: "DELETE FROM robots WHERE asked_at <= ?",
                arguments: [time - Robots.longestMemory])
        }
    }
}
