import Archive
import Glibc
import Intake

/// Brings an archive in step with a folder, again and again.
struct FolderKeeper {
    let archive: Archive
    let journal: WatchJournal
    let statement: RawDocument.Statement
    /// Articles go with the file that they came from.
    let removes: Bool
    let root: String

    /// Reads all files of the folder; with `removes` takes out what came from files that are gone.
    func readAll(_ meter: ProgressMeter? = nil) throws -> ImportSummary {
        let summary = try read(paths: [root], areFound: false, meter)
        if removes { try remove { !FolderKeeper.exists($0) } }
        return summary
    }

    /// Does what the changes ask for; what is still being written stays for later.
    func take(_ changes: FolderChanges) throws {
        for move in changes.moves { try tell(move) }
        if changes.isIncomplete {
            _ = try readAll()
            return
        }
        var files = changes.files
        for folder in changes.folders {
            for file in FolderWalk(folder) {
                switch file {
                case .success(let path): files.insert(path)
                case .failure(let error) where FolderKeeper.exists(error.name):
                    journal.fail(error.name, error.description)
                case .failure: break
                }
            }
        }
        let ready = files.sorted().filter(isReady)
        if !ready.isEmpty { _ = try read(paths: ready, areFound: true, nil) }
        let gone = changes.gone.filter { !FolderKeeper.exists($0) }
        if !gone.isEmpty { try tell(gone: gone.sorted()) }
    }

    /// A regular file that is there and that nobody is writing; why it is none is told where the
    /// person should know.
    private func isReady(_ path: String) -> Bool {
        switch Folder.entry(at: path, under: root) {
        case .file: return !FolderWatch.isBeingWritten(path)
        case .refused(let error) where FolderKeeper.exists(path):
            journal.fail(path, error.description)
        case .refused, .folder, .passedOver: break
        }
        return false
    }

    private func read(
        paths: [String], areFound: Bool, _ meter: ProgressMeter?
    ) throws -> ImportSummary {
        var items = ImportItems(paths: paths, statement: statement, areFound: areFound)
        if !areFound { items.passesOver = FolderWatch.isBeingWritten }
        items.isOver = { StopSignals.hasCome }
        let (archive, journal) = (archive, journal)
        let (summary, feeds) = try waiting { [items] in
            try await archive.importAll(
                items, progress: { meter?.show($0) },
                telling: { change in
                    meter?.end()
                    journal.tell(change)
                })
        }
        meter?.end()
        for failure in summary.failed where FolderKeeper.exists(failure.name) || !areFound {
            journal.fail(failure.name, failure.message)
        }
        for note in items.besides.notes { Console.complain(note) }
        if feeds > 0 {
            journal.tell(
                .feeds, root, "\(TextPages.counted(feeds, "feed")) added to the list",
                [("count", .integer(feeds))])
        }
        return summary
    }

    private func tell(_ move: FolderChanges.Move) throws {
        let count = try waiting { [archive] in
            try await archive.moveOrigins(from: move.from, to: move.to)
        }
        guard count > 0 else { return }
        journal.tell(
            .moved, move.from, "now \(move.to)",
            [("to", .string(move.to)), ("articles", .integer(count))])
    }

    private func tell(gone: [String]) throws {
        if removes {
            return try remove { origin in
                gone.contains { origin == $0 || origin.hasPrefix($0 + "/") }
            }
        }
        let counts = try waiting { [archive] in
            try await archive.countOrigins(under: gone)
        }
        for (path, count) in zip(gone, counts) where count > 0 {
            let stays = count == 1 ? "its article stays" : "its \(count) articles stay"
            journal.tell(.gone, path, stays, [("articles", .integer(count))])
        }
    }

    private func remove(_ isGone: @escaping @Sendable (String) -> Bool) throws {
        let root = root
        let removed = try waiting { [archive] in
            try await archive.removeArticles { origin in
                origin.hasPrefix(root + "/") && isGone(origin)
            }
        }
        for article in removed {
            journal.tell(
                .removed, article.origin, article.heading,
                [("id", .string(article.id)), ("title", .string(article.heading))])
        }
    }

    /// False only where it is certain that there is nothing: what cannot be looked at is not gone.
    private static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 || errno != ENOENT && errno != ENOTDIR
    }
}
