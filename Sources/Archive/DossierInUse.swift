import Analysis
import GRDB

/// What an archive's articles are read against, and how findings made with it are stamped.
///
/// Findings bear the hash of the dossier they were made with. When a person adds one name, only
/// the articles that hold the name are read anew; the stamps of all others stay, and the archive
/// records that they are good for the dossier as it now is.
struct DossierInUse: Sendable {
    /// The recorded dossier alone.
    let base: Dossier
    /// The base with what a person added laid over it.
    let dossier: Dossier
    /// The hash in the stamps of findings that are good for `dossier`.
    let stampHash: String
    /// Reads what was read by an older program, until it is read anew for good.
    let live: LiveAnalyzer

    /// `own` laid over `base`, with the stamp by which findings of it are known.
    init(base: Dossier, own: Dossier? = nil, stampHash: String) {
        self.base = base
        dossier = own.map { base.laid(under: $0) } ?? base
        self.stampHash = stampHash
        live = LiveAnalyzer(dossier: dossier)
    }

    /// The same with the stamp that the archive has recorded for it; else with one that no
    /// findings bear yet, since those that bear the bare hash may have been made for another.
    init(base: Dossier, own: Dossier? = nil, _ db: Database) throws {
        self.base = base
        dossier = own.map { base.laid(under: $0) } ?? base
        let recorded = try Setting.readHash.string(db)
        if recorded == dossier.contentHash, let hash = try Setting.stampHash.string(db) {
            stampHash = hash
        } else if recorded == nil {
            stampHash = dossier.contentHash
        } else {
            let number = try Setting.stampNumber.integer(db) + 1
            stampHash = "\(dossier.contentHash).\(number)"
        }
        live = LiveAnalyzer(dossier: dossier)
    }

    var stamp: String { ArticleTable.stamp(hash: stampHash) }

    /// Marks findings that are to be made anew.
    static let staleStamp = ""

    /// The stamp for what is written now: stale when another dossier has been taken up since.
    func stamp(_ db: Database) throws -> String {
        let recorded = try Setting.readHash.string(db)
        return recorded == nil || recorded == dossier.contentHash ? stamp : Self.staleStamp
    }

    func record(_ db: Database) throws {
        guard try !isRecorded(db) else { return }
        try Setting.readHash.set(dossier.contentHash, db)
        try Setting.stampHash.set(stampHash, db)
        try Setting.stampNumber.set(try Setting.stampNumber.integer(db) + 1, db)
    }

    /// Whether the archive's findings are to be of this dossier and bear its stamp.
    func isRecorded(_ db: Database) throws -> Bool {
        try Setting.readHash.string(db) == dossier.contentHash
            && Setting.stampHash.string(db) == stampHash
    }
}
