import Analysis
import Foundation
import GRDB

extension Archive {
    /// Throws `newer` when the file has migrations that this program does not know.
    static func migrate(
        _ file: ArchiveFile, _ dossier: Dossier?, _ path: String
    ) throws {
        let migrator = Schema.migrator(recording: dossier)
        let isCurrent = try file.reader.read { db in
            let applied = try migrator.appliedIdentifiers(db)
            let unknown = applied.subtracting(migrator.migrations).sorted()
            if let first = unknown.first {
                throw ArchiveError.newer(path: path, migration: first)
            }
            return applied.isSuperset(of: migrator.migrations)
        }
        if !isCurrent { try migrator.migrate(file.writer) }
    }

    /// The dossier to work with: the one given if it is the recorded one's or there is none yet.
    static func settle(
        _ given: Dossier?, _ file: ArchiveFile, _ path: String
    ) throws -> Dossier {
        let recorded = try file.reader.read { db in
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
                try file.writer.write { try record(given, $0) }
            }
            return given
        }
        guard recorded.id != nil else { return .empty }
        let bytes = try file.reader.read { try Setting.dossier.bytes($0) }
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
