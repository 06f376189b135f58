import Analysis
import CMemory
import Dispatch
import Foundation
import GRDB
package import Intake
import Synchronization

// items -> chunks --(all cores: Intake, skip the unchanged, Analysis, packing)--> line, in order
//                                                                                   |
//       one writer: article, findings, text index, terms, columns <-- one by one <--+
//
// A transaction takes many chunks, so that the text index writes few runs; a kill at any moment
// leaves whole transactions. A few chunks are held at a time, whatever there is to read.

extension Archive {
    /// Turns a document into articles; Intake's reader has this shape.
    package typealias ReadDocument =
        @Sendable (RawDocument) -> [Result<Article, IntakeError>]

    /// Imports `items` with all findings. Importing the same thing twice changes nothing; a text
    /// that has changed replaces the earlier one, which is kept as a version.
    ///
    /// `progress` is called at most ten times a second and once at the end, also of one that was stopped; `telling` for each
    /// article that is new or has changed, once it is stored. Throws
    /// `CancellationError` between batches when the task is cancelled: what was written stays,
    /// and importing again completes it.
    package func importArticles(
        _ items: some Sequence<ImportItem>, isBundled: Bool = false,
        reading read: @escaping ReadDocument = { DocumentReader().articles(in: $0) },
        progress: @Sendable (ImportProgress) -> Void = { _ in },
        telling: (@Sendable (ImportChange) -> Void)? = nil
    ) async throws -> ImportSummary {
        let inUse = inUse
        let job = ImportJob(
            archive: self, read: read,
            preparation: Preparation(
                analyzer: Analyzer(dossier: inUse.dossier), isBundled: isBundled), inUse: inUse,
            telling: telling)
        do {
            await setCache(kilobytes: ArchiveFile.writerCache)
            let summary = try await job.run(items, progress)
            // Sketches are read through from first to last: no page is met again soon.
            await setCache(kilobytes: ArchiveFile.scanningCache)
            try await findCopies()
            // Counted here, so that the first comparison need not wait for it.
            _ = try await self.read { try $0.wordWeights() }
            try await keepCommonWords()
            await settleLog()
            return summary
        } catch let error as DatabaseError {
            if error.resultCode == .SQLITE_INTERRUPT { throw CancellationError() }
            throw ArchiveError(error, path: path)
        }
    }
}

extension Archive {
    /// How much of the file the writer holds from now on; what is more goes back.
    private func setCache(kilobytes: Int) async {
        _ = try? await writer.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA cache_size = -\(kilobytes)")
            db.releaseMemory()
        }
        parley_memory_give_back()
    }

    /// Moves what the log holds into the file and empties it: whoever opens the archive next would
    /// have to read all of it first. Left for later while somebody else is reading.
    func settleLog() async {
        guard let pool = try? await writer as? DatabasePool else { return }
        _ = try? await pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    }
}

/// One run of an import.
struct ImportJob: Sendable {
    let archive: Archive
    let read: Archive.ReadDocument
    let preparation: Preparation
    let inUse: DossierInUse
    var telling: (@Sendable (ImportChange) -> Void)?

    private static let chunkSize = 16
    /// Chunks under way or waiting for the writer: a few for each core, since they are what an
    /// import holds in memory beside the archive's own pages.
    private static let chunkLimit = max(4, 2 * ProcessInfo.processInfo.activeProcessorCount)
    /// Memory is given back after so many chunks: often enough to stay small, seldom enough to cost
    /// nothing.
    private static let chunksBetweenTidying = 3
    /// Articles a transaction; the text index writes one run of its own for each. The first ones
    /// are smaller, so that something can be read soon.
    private static func size(ofTransaction number: Int) -> Int { 64 << min(number, 4) }
    /// A transaction ends when nothing has come for this long: others may want to write.
    private static let patience = DispatchTimeInterval.milliseconds(250)

    /// What a chunk of items became.
    struct Chunk: Sendable {
        var articles: [PreparedArticle] = []
        var terms: [StemmedTerm] = []
        var unchanged = 0
        var failures: [ImportSummary.Failure] = []
    }

    private enum Step: Sendable {
        case taken(Int)
        case written(Written)
        case over
    }

    /// The numbers of the values that this import has met, handed from one transaction to the next:
    /// a copy would be some megabytes.
    private final class NumbersInPassing: Sendable {
        private let numbers = Mutex(ValueNumbers())

        func take() -> ValueNumbers {
            numbers.withLock { held in
                defer { held = ValueNumbers() }
                return held
            }
        }

        func put(_ numbers: ValueNumbers) { self.numbers.withLock { $0 = numbers } }
    }

    private struct Written: Sendable {
        var summary = ImportSummary()
        var changes: [ImportChange] = []

        mutating func store(
            _ chunk: Chunk, with writer: inout ArticleWriter, _ words: StoredWords, telling: Bool
        ) throws {
            summary.unchanged += chunk.unchanged
            summary.failed += chunk.failures
            for var article in chunk.articles {
                let outcome = try writer.store(&article)
                summary.count(outcome)
                if telling, let change = article.change(outcome) { changes.append(change) }
            }
            try writer.add(chunk.terms.filter(words.insert))
        }
    }

    func run(
        _ items: some Sequence<ImportItem>, _ progress: @Sendable (ImportProgress) -> Void
    ) async throws -> ImportSummary {
        var source = ChunkSource(
            items.makeIterator(), chunkSize: ImportJob.chunkSize, limit: ImportJob.chunkLimit)
        let line = ChunkLine()
        var report = ProgressReport()
        var transactions = 0
        let words = StoredWords()
        let numbers = NumbersInPassing()
        // Also when it is stopped: how far it came.
        defer { progress(report.progress) }
        try await withThrowingTaskGroup(of: Step.self) { group in
            defer { line.stop() }
            func feed() {
                while source.mayRead, let (number, chunk) = source.next() {
                    group.addTask {
                        await line.put(
                            try await prepare(chunk, knowing: words), number: number)
                        return .taken(number)
                    }
                }
                if source.isAtEnd { line.close(after: source.count) }
            }
            func write() {
                let size = ImportJob.size(ofTransaction: transactions)
                transactions += 1
                group.addTask {
                    guard await line.hasNext() else { return .over }
                    return .written(try await self.write(line, size, words, numbers))
                }
            }
            feed()
            write()
            while let step = try await group.next() {
                try Task.checkCancellation()
                switch step {
                case .taken(let number):
                    report.items += source.done(number)
                    feed()
                case .written(let written):
                    report.add(written.summary)
                    if let telling { written.changes.forEach(telling) }
                    write()
                case .over: break
                }
                if let due = report.due() { progress(due) }
            }
        }
        return report.progress.summary
    }

    /// Reads and analyzes one chunk, leaving out what the archive has already.
    private func prepare(
        _ items: [ImportItem], knowing words: StoredWords
    ) async throws -> Chunk {
        var chunk = Chunk()
        var articles: [(article: Article, origin: String, fingerprint: String)] = []
        for item in items {
            for (origin, result) in outcomes(of: item) {
                switch result {
                case .success(let article):
                    articles.append((article, origin, ArticleTable.fingerprint(of: article)))
                case .failure(let failure): chunk.failures.append(failure)
                }
            }
        }
        let found = articles
        let isKnown = try await archive.reader.read { db in
            try found.map { item in
                guard let stored = try StoredArticle.find(item.article.id, db) else { return false }
                return stored.fingerprint == item.fingerprint || stored.isLonger(than: item.article)
            }
        }
        var collector = TermCollector(knowing: words)
        for (item, isKnown) in zip(articles, isKnown) {
            try Task.checkCancellation()
            if isKnown {
                chunk.unchanged += 1
                continue
            }
            let starts = collector.add(item.article)
            chunk.articles.append(
                preparation.prepare(
                    item.article, origin: item.origin, fingerprint: item.fingerprint,
                    wordStarts: starts))
        }
        chunk.terms = collector.terms
        return chunk
    }

    private func outcomes(
        of item: ImportItem
    ) -> [(String, Result<Article, ImportFailure>)] {
        switch item {
        case .article(let article, let origin): [(origin, .success(article))]
        case .failure(let name, let message):
            [(name, .failure(ImportFailure(name: name, message: message)))]
        case .document(let document):
            read(document).map { result in
                (
                    document.name,
                    result.mapError {
                        ImportFailure(name: document.name, message: $0.description)
                    }
                )
            }
        }
    }

    /// One transaction of at most about `size` articles.
    private func write(
        _ line: ChunkLine, _ size: Int, _ words: StoredWords, _ numbers: NumbersInPassing
    ) async throws -> Written {
        let time = archive.clock()
        return try await archive.writer.write { db in
            var written = Written()
            var writer = try ArticleWriter(
                db, stamp: try inUse.stamp(db), time: time, numbers: numbers.take())
            var chunks = 0
            while written.summary.total < size, let chunk = line.take(within: ImportJob.patience) {
                chunks += 1
                if chunks % ImportJob.chunksBetweenTidying == 0 { parley_memory_give_back() }
                try written.store(chunk, with: &writer, words, telling: telling != nil)
            }
            // The most is held now: a full index is written, and what changes in the columns.
            parley_memory_give_back()
            try writer.finish()
            numbers.put(writer.numbers)
            return written
        }
    }
}

extension ImportSummary {
    fileprivate mutating func count(_ outcome: ArticleWriter.Outcome) {
        switch outcome {
        case .added: added += 1
        case .unchanged: unchanged += 1
        case .updated: updated += 1
        }
    }
}

extension PreparedArticle {
    fileprivate func change(_ outcome: ArticleWriter.Outcome) -> ImportChange? {
        let kind: ImportChange.Kind
        switch outcome {
        case .added: kind = .added
        case .updated: kind = .updated
        case .unchanged: return nil
        }
        return ImportChange(
            kind: kind, id: article.id, origin: origin, heading: article.heading)
    }
}

typealias ImportFailure = ImportSummary.Failure
extension ImportSummary.Failure: Error {}

/// The items as chunks, of which so many are under way that memory stays bounded.
struct ChunkSource<Items: IteratorProtocol> where Items.Element == ImportItem {
    /// Chunks handed out so far.
    private(set) var count = 0
    private(set) var isAtEnd = false
    private var items: Items
    private let chunkSize: Int
    private let limit: Int
    /// Items and bytes of the chunks that are under way.
    private var underWay: [Int: (items: Int, bytes: Int)] = [:]

    /// Bytes of documents in a chunk, and of all that are under way: pages are large beside the
    /// articles that they hold.
    private static var chunkBytes: Int { 256 << 10 }
    private static var bytesUnderWay: Int { 2 << 20 }

    init(_ items: Items, chunkSize: Int, limit: Int) {
        self.items = items
        self.chunkSize = chunkSize
        self.limit = limit
    }

    var mayRead: Bool {
        !isAtEnd && underWay.count < limit
            && underWay.values.reduce(0) { $0 + $1.bytes } < ChunkSource.bytesUnderWay
    }

    /// The next items with their number; nil at the end.
    mutating func next() -> (Int, [ImportItem])? {
        var chunk: [ImportItem] = []
        var size = 0
        while chunk.count < chunkSize, size < ChunkSource.chunkBytes {
            guard let item = items.next() else {
                isAtEnd = true
                break
            }
            chunk.append(item)
            size += item.byteCount
        }
        guard !chunk.isEmpty else { return nil }
        underWay[count] = (chunk.count, size)
        defer { count += 1 }
        return (count, chunk)
    }

    /// The chunk is under way no more; returns how many items it had.
    mutating func done(_ number: Int) -> Int {
        underWay.removeValue(forKey: number)?.items ?? 0
    }
}

/// Adds up what was done, and says when it is time to tell.
private struct ProgressReport {
    var progress = ImportProgress()
    var items: Int {
        get { progress.items }
        set { progress.items = newValue }
    }
    private var told = ContinuousClock.now

    mutating func add(_ summary: ImportSummary) {
        progress.summary.added += summary.added
        progress.summary.unchanged += summary.unchanged
        progress.summary.updated += summary.updated
        progress.summary.failed += summary.failed
    }

    /// The progress when a tenth of a second has gone by since it was last due.
    mutating func due() -> ImportProgress? {
        let now = ContinuousClock.now
        guard now - told >= .milliseconds(100) else { return nil }
        told = now
        return progress
    }
}
