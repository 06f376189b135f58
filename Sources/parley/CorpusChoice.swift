import Analysis
import Foundation
import Intake

/// Which archive and which dossier to work with; nil are those read by default.
struct CorpusChoice {
    var archive: String?
    var dossier: String?

    /// The archive's path: as given, else `$XDG_DATA_HOME/parley/archive.sqlite`, where
    /// `$HOME/.local/share` stands for an unset or relative `XDG_DATA_HOME`. A bundled dossier
    /// that is named and not read by default has an archive of its own beside it.
    var archivePath: String {
        if let archive { return archive }
        let environment = ProcessInfo.processInfo.environment
        let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        let home = environment["HOME"] ?? NSHomeDirectory()
        let own = dossier.flatMap { DossierShelf.isFurtherBundled($0) ? $0 : nil }
        return (data ?? home + "/.local/share") + "/parley/\(own ?? "archive").sqlite"
    }

    /// The archive's file is there already.
    var hasArchive: Bool { FileManager.default.fileExists(atPath: archivePath) }

    /// The dossier that was asked for; nil when none was, so that the archive's own is used.
    ///
    /// A dossier with mistakes still opens: they go to standard error and the rest is used.
    func statedDossier() throws -> Dossier? {
        guard let dossier else { return nil }
        return try DossierShelf.dossier(named: dossier)
    }

    /// The dossier that was asked for, else the bundled one.
    func dossierOrBundled() throws -> Dossier {
        try statedDossier() ?? DossierShelf.bundled()
    }

    func analyzer() throws -> Analyzer {
        Analyzer(dossier: try dossierOrBundled())
    }
}

extension Analyzer {
    /// An article beside what is found in it.
    func analyzed(_ article: Article) -> AnalyzedArticle {
        AnalyzedArticle(article: article, findings: findings(in: article))
    }
}
