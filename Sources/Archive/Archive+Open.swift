import Analysis
import CMemory
import Foundation
import GRDB

extension Archive {
    /// Once in a process, before SQLite is used.
    private static let preparation: Void = parley_sqlite_without_memory_count()

    static func open(_ path: String?) throws -> any DatabaseWriter {
        preparation
        var configuration = Configuration()
        // Another process may be importing: its transactions are short.
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA secure_delete = OFF; PRAGMA cache_size = -32768")
        }
        guard let path else { return try DatabaseQueue(configuration: configuration) }
        try refuseForeignFile(path)
        if access(path, F_OK) != 0 {
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
            try? FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true)
        }
        return try DatabasePool(path: path, configuration: configuration)
    }

    /// Looks before anything is written: opening for writing would change a foreign file.
    private static func refuseForeignFile(_ path: String) throws {
        guard let file = FileHandle(forReadingAtPath: path) else { return }
        let header = [UInt8](file.readData(ofLength: 100))
        try? file.close()
        if header.isEmpty { return }
        guard header.starts(with: "SQLite format 3\0".utf8), header.count == 100
        else { throw ArchiveError.notAnArchive(path: path) }
        let stored = header[68..<72].reduce(0) { $0 << 8 | Int($1) }
        if stored == Schema.applicationID { return }
        // Killed while it was made, an archive may have its first page in the log only.
        var configuration = Configuration()
        configuration.readonly = true
        let isOurs = try DatabaseQueue(path: path, configuration: configuration).read { db in
            try Int.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID
                || Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
        }
        if !isOurs { throw ArchiveError.notAnArchive(path: path) }
    }

    /// Throws `newer` when the file has migrations that this program does not know.
    static func migrate(
        _ database: any DatabaseWriter, _ dossier: Dossier?, _ path: String
    ) throws {
        let migrator = Schema.migrator(recording: dossier)
        let isCurrent = try database.read { db in
            let applied = try migrator.appliedIdentifiers(db)
            let unknown = applied.subtracting(migrator.migrations).sorted()
            if let first = unknown.first {
                throw ArchiveError.newer(path: path, migration: first)
            }
            return try migrator.hasCompletedMigrations(db)
        }
        if !isCurrent { try migrator.migrate(database) }
    }

    /// The dossier to work with: the one given if it is the recorded one's or there is none yet.
    static func settle(
        _ given: Dossier?, _ database: any DatabaseWriter, _ path: String
    ) throws -> Dossier {
        let recorded = try database.read { db in
            (
                id: try Setting.dossierID.string(db), hash: try Setting.dossierHash.string(db),
                isEmpty: try Int.fetchOne(db, sql: "SELECT 1 FROM article LIMIT 1") == nil
            )
        }
        if let given {
            if let id = recorded.id, id != given.id, !recorded.isEmpty {
                throw ArchiveError.otherDossier(path: path, recorded: id, given: given.id)
            }
            if recorded.hash != given.contentHash || recorded.id != given.id {
                try database.write { try record(given, $0) }
            }
            return given
        }
        guard recorded.id != nil else { return .empty }
        let bytes = try database.read { try Setting.dossier.bytes($0) }
        guard let dossier = try? DossierCodec.dossier(from: bytes ?? []) else {
            throw ArchiveError.storage(
                path: path,
                reason: "its dossier was recorded by another version; name it with --dossier.")
        }
        return dossier
    }

    static func record(_ dossier: Dossier, _ db: Database) throws {
        try Setting.dossierID.set(dossier.id, db)
        try Setting.dossierHash.set(dossier.contentHash, db)
        try Setting.dossier.set(Data(DossierCodec.bytes(of: dossier)), db)
    }
}
