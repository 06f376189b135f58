import CMemory
import Foundation
import GRDB
import Synchronization

/// The file of an archive, opened as far as it is needed.
///
/// Opening a connection that writes changes the file and its log, and takes as long as all else
/// that a browser does before its first screen; so it is done at the first write. A class because
/// its connections are shared.
final class ArchiveFile: Sendable {
    /// Nil keeps everything in memory.
    private let path: String?
    private let openReader = Mutex<(any DatabaseReader)?>(nil)
    /// On its own: opening it may have to wait for another program, and reading has not.
    private let openWriter = Mutex<(any DatabaseWriter)?>(nil)
    private let opening = DispatchQueue(label: "parley.archive.opening")

    /// Once in a process, before SQLite is used.
    private static let preparation: Void = parley_sqlite_without_memory_count()

    /// Throws `notAnArchive` for a file of somebody else, before anything of it is changed.
    init(path: String?) throws {
        Self.preparation
        self.path = path
        if let path { try Self.refuseForeignFile(path) }
    }

    /// What reads, beside any writing. Makes the file when there is none.
    var reader: any DatabaseReader {
        get throws {
            try openReader.withLock { reader in
                if let open = reader ?? openWriter.withLockIfAvailable({ $0 }) ?? nil {
                    return open
                }
                guard let path, access(path, F_OK) == 0 else {
                    return try openWriter.withLock { try opened(&$0) }
                }
                var configuration = Self.configuration(cacheKilobytes: Self.readerCache)
                configuration.readonly = true
                let pool = try DatabasePool(
                    path: Self.isFixed(path) ? Self.fixedAddress(of: path) : path,
                    configuration: configuration)
                reader = pool
                return pool
            }
        }
    }

    /// What writes, one transaction after the other; in this process it is the only one. Throws
    /// `gone` where the file that was opened is no longer there: what is written to it is lost.
    var writer: any DatabaseWriter {
        get throws {
            let isRead = openReader.withLock { $0 != nil }
            return try openWriter.withLock { writer in
                if let path, isRead || writer != nil, access(path, F_OK) != 0 {
                    throw ArchiveError.gone(path: path)
                }
                return try opened(&writer)
            }
        }
    }

    /// The same for a task: the threads that tasks share go on where another program is waited for.
    func writerInTime() async throws -> any DatabaseWriter {
        try await withCheckedThrowingContinuation { waiting in
            opening.async { waiting.resume(with: Result { try self.writer }) }
        }
    }

    /// Writes what can be worked out anew, unless somebody is writing at the moment: it waits for
    /// nobody, and tells of no failure.
    func keepIfFree(_ body: (Database) throws -> Void) {
        guard let path else {
            try? writer.write(body)
            return
        }
        var configuration = Self.configuration(cacheKilobytes: Self.scanningCache)
        configuration.busyMode = .immediateError
        guard access(path, F_OK) == 0,
            let queue = try? DatabaseQueue(path: path, configuration: configuration)
        else { return }
        try? queue.write(body)
        try? queue.close()
    }

    /// What the system says of the file and its log: their sizes and when they were written to. It
    /// is another one whenever somebody has committed something.
    var traces: [Int] {
        guard let path else { return [] }
        return [path, path + "-wal"].flatMap { name -> [Int] in
            var status = stat()
            guard stat(name, &status) == 0 else { return [] }
            return [Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
        }
    }

    /// Gives the file back, whole: nothing is left in a log that the next to open it would have to
    /// read first. What still reads or writes is waited for, however long it takes.
    func close() {
        // Readers first: the last to close tidies up, and a reader may not.
        openReader.withLock { reader in
            try? reader?.close()
            reader = nil
        }
        openWriter.withLock { writer in
            (writer as? DatabasePool)?.releaseMemory()
            try? writer?.close()
            writer = nil
        }
    }

    private func opened(_ writer: inout (any DatabaseWriter)?) throws -> any DatabaseWriter {
        if let writer { return writer }
        let configuration = Self.configuration(cacheKilobytes: Self.writerCache)
        let open: any DatabaseWriter
        if let path {
            if access(path, F_OK) != 0 {
                let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
                try? FileManager.default.createDirectory(
                    at: folder, withIntermediateDirectories: true)
            }
            open = try DatabasePool(path: path, configuration: configuration)
        } else {
            open = try DatabaseQueue(configuration: configuration)
        }
        writer = open
        return open
    }

    /// Whether nothing can be made beside the file, as reading an archive needs otherwise, and
    /// nothing of it stands beside it.
    private static func isFixed(_ path: String) -> Bool {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        return access(folder, W_OK) != 0 && access(path + "-wal", F_OK) != 0
    }

    /// As SQLite wants to be told that nobody changes the file: https://sqlite.org/uri.html.
    private static func fixedAddress(of path: String) -> String {
        URL(fileURLWithPath: path).absoluteString + "?immutable=1"
    }

    /// Each of several readers has so much. What they read is in the system's cache, too, so more
    /// is soon slower than it is of use, and stays for good once a long answer has filled it.
    private static let readerCache = 6 * 1024
    /// An import goes back to the same pages of its indexes again and again.
    static let writerCache = 32 * 1024
    /// What is read from first to last is not met again.
    static let scanningCache = 4 * 1024

    private static func configuration(cacheKilobytes: Int) -> Configuration {
        var configuration = Configuration()
        // Another process may be importing: its transactions are short.
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA secure_delete = OFF; PRAGMA synchronous = NORMAL;
                    PRAGMA cache_size = -\(cacheKilobytes)
                    """)
            try db.addRowCollector()
        }
        return configuration
    }

    /// Looks before anything is written: opening for writing would change a foreign file.
    private static func refuseForeignFile(_ path: String) throws {
        guard let file = FileHandle(forReadingAtPath: path) else { return }
        // A folder opens, and cannot be read.
        guard let start = try? file.read(upToCount: 100) ?? Data() else {
            throw ArchiveError.notAnArchive(path: path)
        }
        let header = [UInt8](start)
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
}
