import GRDB
import Intake

// Where articles came from: the path or address of each. No index: it is asked for when files are
// renamed or deleted, and rows are read without their texts.

extension Archive {
    /// An article and the file it came from.
    package struct Origin: Hashable, Sendable {
        package var id: String
        package var origin: String
        /// Its title, else its first words.
        package var heading: String
    }

    /// What came from `old`, or from files below it, comes from `new` from now on; how many
    /// articles that are. What was moved away from where others had come to is theirs.
    package func moveOrigins(from old: String, to new: String) async throws -> Int {
        try await write { db in
            try db.execute(
                sql: """
                    UPDATE article SET origin = ?2 || substr(origin, length(?1) + 1)
                    WHERE origin = ?1 OR substr(origin, 1, length(?1) + 1) = ?1 || '/'
                    """, arguments: [old, new])
            return db.changesCount
        }
    }

    /// How many articles came from each of the paths, or from files below it.
    package func countOrigins(under paths: [String]) async throws -> [Int] {
        let origins = try await read {
            try String.fetchAll($0.db, sql: "SELECT origin FROM article")
        }
        return paths.map { path in
            origins.count { $0 == path || $0.hasPrefix(path + "/") }
        }
    }

    /// Takes out the articles whose origin is as asked, with their findings and earlier texts;
    /// gives what they were. What a person noted about them stays.
    package func removeArticles(
        from isWanted: @escaping @Sendable (String) -> Bool
    ) async throws -> [Origin] {
        try await write { db in
            var origins: [Int: Origin] = [:]
            try db.step("SELECT row, id, origin, coalesce(title, '') FROM article", []) { row in
                let origin = Database.text(row, 2) ?? ""
                guard isWanted(origin) else { return }
                origins[Database.integer(row, 0)] = Origin(
                    id: Database.text(row, 1) ?? "", origin: origin,
                    heading: Database.text(row, 3) ?? "")
            }
            for (row, origin) in origins where origin.heading.isEmpty {
                origins[row]?.heading = try ArticleTable.article(row: row, db)?.heading ?? ""
            }
            try self.remove(rows: origins.keys.sorted(), db)
            return origins.sorted { $0.key < $1.key }.map(\.value)
        }
    }
}
