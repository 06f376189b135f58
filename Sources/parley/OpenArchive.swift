import Analysis
import Archive
import Foundation
import Intake

extension CorpusChoice {
    /// The archive these options name, made when it is missing and with findings that are up to
    /// date. A new one is filled with the corpus that comes with its dossier when `fillsNew` says
    /// so, so that a first start shows articles.
    ///
    /// With `renews` false, findings that are out of date stay: the browser makes them anew
    /// behind the screen.
    func openArchive(fillsNew: Bool = false, renews: Bool = true) throws -> Archive {
        let path = archivePath
        let isNew = !hasArchive
        if isNew && fillsNew { try refuseMissingFolder() }
        do {
            let archive = try openedArchive(path, isNew: isNew)
            try layOver(OwnDossierFile(of: archive.baseDossier), archive)
            if isNew && fillsNew { try importBundled(into: archive) }
            if renews { try renew(archive) }
            return archive
        } catch let error as ArchiveError {
            throw CommandFailure(error.description)
        }
    }

    /// A path whose folder is not there is a slip, and a browser full of other articles no answer.
    private func refuseMissingFolder() throws {
        guard let archive else { return }
        let folder = URL(filePath: archive).deletingLastPathComponent().path
        guard !FileManager.default.fileExists(atPath: folder) else { return }
        throw CommandFailure("\(archive): there is no folder \(folder); make it first.")
    }

    /// Opens with the dossier that was asked for; else with the recorded one, or the bundled one
    /// where that is a newer state of it. Reading a dossier file takes longer than all the rest,
    /// so it is read only when it is needed.
    private func openedArchive(_ path: String, isNew: Bool) throws -> Archive {
        if let stated = try statedDossier() { return try Archive(path: path, dossier: stated) }
        if isNew { return try Archive(path: path, dossier: DossierShelf.bundled()) }
        let archive = try Archive(path: path, dossier: nil)
        if archive.dossier.id == Dossier.empty.id {
            // Somebody ended the program before the first start had recorded anything.
            return try Archive(path: path, dossier: DossierShelf.bundled())
        }
        guard let newer = DossierShelf.newer(than: archive.dossier) else { return archive }
        return try Archive(path: path, dossier: newer)
    }

    /// Lays a person's own entries over the dossier, and names their mistakes.
    private func layOver(_ file: OwnDossierFile?, _ archive: Archive) throws {
        guard let file else { return }
        let bytes = try file.read()
        if bytes.isEmpty { return try archive.layOver(.empty) }
        let (own, problems) = OwnDossier.read(bytes, over: archive.baseDossier, file: file.path)
        for problem in problems { Console.complain(problem.description) }
        try archive.layOver(own)
    }

    /// Takes in the corpus that comes with the archive's dossier; nothing for one of the user's.
    @discardableResult
    func importBundled(into archive: Archive) throws -> ImportSummary {
        let items = BundledFile.articles(of: archive.dossier.id).map { file in
            ImportItem.document(RawDocument(name: file.name, bytes: file.bytes))
        }
        let summary = try waiting {
            try await archive.importArticles(items, isBundled: true, reading: articles(in:))
        }
        for failure in summary.failed { Console.complain(failure.message) }
        return summary
    }

    /// Makes findings of other rules or of an older dossier again; what a person added is kept.
    private func renew(_ archive: Archive) throws {
        guard try waiting({ try await archive.needsRebuild() }) else { return }
        let meter = ProgressMeter()
        try waiting {
            _ = try await archive.rebuildFindings { done, all in
                meter.show(
                    "Reading \(done) of \(all) articles anew: the rules or the dossier changed")
            }
        }
        meter.end()
    }
}
