import GRDB

/// One value that the archive records about itself.
struct Setting {
    let name: String

    /// Raised by every change of articles; tells caches that they are old.
    static let generation = Setting(name: "generation")
    /// Raised when numbers of values or segments start anew.
    static let epoch = Setting(name: "epoch")
    /// The generation up to which near copies have been looked for.
    static let copiesGeneration = Setting(name: "copies-generation")
    /// The generation up to which the articles of common words are kept ready.
    static let commonWordsGeneration = Setting(name: "common-words-generation")
    static let dossierID = Setting(name: "dossier-id")
    static let dossierHash = Setting(name: "dossier-hash")
    static let dossier = Setting(name: "dossier")
    /// The content hash of the dossier, with what a person added, that findings are to be of.
    static let readHash = Setting(name: "read-hash")
    /// The hash that the stamps of findings bear that are of it: an older one where only some
    /// articles had to be read anew since.
    static let stampHash = Setting(name: "stamp-hash")
    /// How often that hash was made new.
    static let stampNumber = Setting(name: "stamp-number")

    /// Where the person left off, as the browser wrote it.
    static let session = Setting(name: "session")

    /// 0 when never set.
    func integer(_ db: Database) throws -> Int {
        try Int.fetchOne(statement(db), arguments: [name]) ?? 0
    }

    func string(_ db: Database) throws -> String? {
        try String.fetchOne(statement(db), arguments: [name])
    }

    func bytes(_ db: Database) throws -> [UInt8]? {
        var bytes: [UInt8]?
        try db.step("SELECT value FROM setting WHERE name = ?", [name]) {
            bytes = Array(Database.blob($0, 0))
        }
        return bytes
    }

    func set(_ value: any DatabaseValueConvertible, _ db: Database) throws {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO setting VALUES (?, ?)")
            .execute(arguments: [name, value])
    }

    private func statement(_ db: Database) throws -> Statement {
        try db.cachedStatement(sql: "SELECT value FROM setting WHERE name = ?")
    }
}
