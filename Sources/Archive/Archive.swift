package import Analysis
import CMemory
import Foundation
import GRDB
package import Queries
import Synchronization

// The archive keeps articles, what was found in them and a person's own work in one SQLite file,
// and answers questions about them. In: articles, findings, a Question. Out: the Answer of the
// same name. It refuses to know how anything is shown and what a person typed.
//
// A question about many articles is answered in three steps: the text conditions of its query
// become sets of rows by FTS5, all others by the columns of `FacetIndex`, in memory; the sets are
// joined and counted there; only the window that is shown is fetched as rows.

/// One archive, open. Safe to share: readers see one state each and never wait for a writer, in
/// this process or another.
package final class Archive: Sendable {
    private let file: ArchiveFile
    /// As messages name it.
    package let path: String
    /// Seconds since 1970, for what is recorded with a time.
    let clock: @Sendable () -> Int
    let index = Mutex(FacetIndex())
    private let patterns = PatternMemory()
    private let current: Mutex<DossierInUse>
    /// The traces of the file when it was last looked whether anything was taken in, and its
    /// generation.
    private let seen: Mutex<(traces: [Int], generation: Int)>

    /// Opens the archive at `path`, which is made when nothing is there; nil keeps it in memory.
    ///
    /// `dossier` must be the one the archive was made with, or a newer state of it; nil takes the
    /// recorded one. Throws `ArchiveError`.
    package init(
        path: String?, dossier: Dossier?,
        clock: @escaping @Sendable () -> Int = { Int(Date().timeIntervalSince1970) }
    ) throws {
        let name = path ?? "archive in memory"
        self.path = name
        self.clock = clock
        do {
            file = try ArchiveFile(path: path)
            try Archive.migrate(file, dossier, name)
            let base = try Archive.settle(dossier, file, name)
            let traces = file.traces
            let (inUse, generation) = try file.reader.read {
                (try DossierInUse(base: base, $0), try Setting.generation.integer($0))
            }
            current = Mutex(inUse)
            seen = Mutex((traces, generation))
        } catch let error as DatabaseError {
            throw ArchiveError(error, path: name)
        }
    }

    var reader: any DatabaseReader { get throws { try file.reader } }

    /// What writes, once another program that is writing has been waited for.
    var writer: any DatabaseWriter { get async throws { try await file.writerInTime() } }

    /// Gives the file back; to be called last.
    package func close() { file.close() }

    /// What articles are read against: the recorded dossier and what a person added to it.
    package var dossier: Dossier { inUse.dossier }

    /// The recorded dossier alone.
    package var baseDossier: Dossier { inUse.base }

    var inUse: DossierInUse { current.withLock { $0 } }

    func use(_ dossier: DossierInUse) { current.withLock { $0 = dossier } }

    /// Answers `question` from one state of the archive. Throws `ArchiveError`, or
    /// `CancellationError` soon after the task was cancelled.
    ///
    /// `progress` hears of what may take seconds, the texts that a pattern has to be looked for in:
    /// the part of them that is read, 0 to 1, a hundred times at most for each pattern.
    package func answer(
        _ question: Question, progress: @escaping @Sendable (Double) -> Void = { _ in }
    ) async throws -> Answer {
        defer {
            // Behind the answer: it takes a few milliseconds.
            if question.readsManyArticles {
                Task.detached(priority: .background) { parley_memory_give_back() }
            }
        }
        return try await read { snapshot in
            snapshot.progress = progress
            return try snapshot.answer(question)
        }
    }

    /// Whether articles were taken in or out, by another program or here, since this was last
    /// asked or the archive was opened. Asks the database only where its file has been written to.
    package func hasChanged() async throws -> Bool {
        let traces = file.traces
        if seen.withLock({ $0.traces == traces }) { return false }
        let now = try await reader.read { try Setting.generation.integer($0) }
        return seen.withLock { before in
            defer { before = (traces, now) }
            return before.generation != now
        }
    }

    /// What the browser begins with.
    package struct Beginning: Sendable {
        /// Findings are out of date and are to be made anew.
        package var isBehind: Bool
        /// Where the person left off.
        package var session: String?
    }

    /// Reads what the browser begins with, and loads what its first screen shows.
    package func beginning() throws -> Beginning {
        try readNow { snapshot in
            try snapshot.index.refresh(snapshot.db, columns: [])
            _ = try snapshot.corpus()
            return Beginning(
                isBehind: try self.isBehind(snapshot.db),
                session: try Setting.session.string(snapshot.db))
        }
    }

    /// Loads what narrowing and searching count with, and counts all articles once, so that the
    /// first to be narrowed does not wait for it.
    package func prepareNarrowing() async throws {
        try await read { snapshot in try snapshot.prepareNarrowing() }
    }

    /// Reads from one state of the archive; the columns that are loaded on the way are kept.
    func read<Result: Sendable>(
        _ body: @Sendable (inout Snapshot) throws -> Result
    ) async throws -> Result {
        do {
            let (result, derived) = try await reader.read { try self.taken(body, from: $0) }
            keep(derived)
            return result
        } catch let error as DatabaseError {
            throw failure(error)
        }
    }

    /// The same for a caller that waits.
    private func readNow<Result: Sendable>(
        _ body: @Sendable (inout Snapshot) throws -> Result
    ) throws -> Result {
        do {
            let (result, derived) = try reader.read { try self.taken(body, from: $0) }
            keep(derived)
            return result
        } catch let error as DatabaseError {
            throw failure(error)
        }
    }

    private func taken<Result>(
        _ body: (inout Snapshot) throws -> Result, from db: Database
    ) throws -> (Result, derived: [String: Derived]) {
        let inUse = inUse
        var snapshot = Snapshot(
            db: db, dossier: inUse.dossier, path: path, index: index.withLock { $0 },
            live: inUse.live, patterns: patterns)
        defer { keep(snapshot.index) }
        return (try body(&snapshot), snapshot.newlyDerived)
    }

    private func failure(_ error: DatabaseError) -> any Error {
        error.resultCode == .SQLITE_INTERRUPT
            ? CancellationError() : ArchiveError(error, path: path)
    }

    private func keep(_ derived: [String: Derived]) {
        if derived.isEmpty { return }
        file.keepIfFree { db in
            for (name, derived) in derived {
                try db.execute(
                    sql: "INSERT OR REPLACE INTO derived VALUES (?, ?, ?)",
                    arguments: [name, derived.stamp, Data(derived.data)])
            }
        }
    }

    private func keep(_ index: FacetIndex) {
        self.index.withLock { if index.generation >= $0.generation { $0 = index } }
    }
}

extension Question {
    /// What it takes to answer leaves much memory behind.
    fileprivate var readsManyArticles: Bool {
        switch self {
        case .clashes, .chains, .timeline, .matrix: true
        default: false
        }
    }
}

extension ArchiveError {
    init(_ error: DatabaseError, path: String) {
        if error.resultCode == .SQLITE_NOTADB {
            self = .notAnArchive(path: path)
            return
        }
        let message = error.message ?? "\(error.resultCode)"
        let meaning = ArchiveError.meaning(of: error.resultCode).map { "\($0) (\(message))" }
        self = .storage(path: path, reason: meaning ?? message)
    }

    /// What a code of SQLite means for an archive, and what to do; nil where its message says it.
    private static func meaning(of code: ResultCode) -> String? {
        switch code {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            "another program has been writing to it for long; try again when that is done"
        case .SQLITE_CORRUPT:
            "is damaged: parley check says where; a copy of it or a new import helps"
        case .SQLITE_READONLY: "the file and its folder have to be writable"
        case .SQLITE_FULL: "its disk is full; what was done before stays"
        case .SQLITE_IOERR: "its disk cannot be read or written; it may be full, or gone"
        default: nil
        }
    }
}
