import Analysis
import GRDB
package import Intake

// items -> chunks --(all cores: Intake, skip the unchanged, Analysis, packing)--> in order
//                                                                                    |
//       one writer: article, findings, text index, terms, columns <-- batches <------+
//
// Each batch is one transaction, so a kill at any moment leaves whole batches. Chunks wait while a
// batch is being written and two more are ready: memory stays bounded.

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
            let summary = try await job.run(items, progress)
            try await findCopies()
            // Counted here, so that the first comparison need not wait for it.
            _ = try await self.read { try $0.wordWeights() }
            await settleLog()
            return summary
        } catch let error as DatabaseError {
            if error.resultCode == .SQLITE_INTERRUPT { throw CancellationError() }
            throw ArchiveError(error, path: path)
        }
    }
}

extension Archive {
    /// Moves what the log holds into the file and empties it: whoever opens the archive next would
    /// have to read all of it first. Left for later while somebody else is reading.
    func settleLog() async {
        guard let pool = try? writer as? DatabasePool else { return }
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

    private static let chunkSize = 64
    /// Articles a transaction; the text index writes one run of its own for each. The first ones
    /// are smaller, so that something can be read soon.
    private static func batchSize(after batches: Int) -> Int { min(2048, 64 << min(batches, 5)) }

    /// What a chunk of items became.
    struct Chunk: Sendable {
        var items = 0
        var articles: [PreparedArticle] = []
        var terms: [StemmedTerm] = []
        var unchanged = 0
        var failures: [ImportSummary.Failure] = []
    }

    private enum Step: Sendable {
        case prepared(Int, Chunk)
        case written(ImportSummary)
    }

    func run(
        _ items: some Sequence<ImportItem>, _ progress: @Sendable (ImportProgress) -> Void
    ) async throws -> ImportSummary {
        var queue = ImportQueue(items.makeIterator(), chunkSize: ImportJob.chunkSize)
        var report = ProgressReport()
        var batches = 0
        // Also when it is stopped: how far it came.
        defer { progress(report.progress) }
        try await withThrowingTaskGroup(of: Step.self) { group in
            func feed() {
                while queue.mayPrepare, let (number, chunk) = queue.nextChunk() {
                    group.addTask { .prepared(number, try await prepare(chunk)) }
                }
            }
            feed()
            while let step = try await group.next() {
                switch step {
                case .prepared(let number, let chunk):
                    queue.ready(number, chunk)
                case .written(let written):
                    queue.isWriting = false
                    report.add(written)
                }
                try Task.checkCancellation()
                feed()
                if let batch = queue.nextBatch(ImportJob.batchSize(after: batches)) {
                    batches += 1
                    queue.isWriting = true
                    report.items += batch.items
                    group.addTask { .written(try await write(batch)) }
                }
                if let due = report.due() { progress(due) }
            }
        }
        return report.progress.summary
    }

    /// Reads and analyzes one chunk, leaving out what the archive has already.
    private func prepare(_ items: [ImportItem]) async throws -> Chunk {
        var chunk = Chunk()
        chunk.items = items.count
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
        var collector = TermCollector()
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

    private func write(_ batch: Chunk) async throws -> ImportSummary {
        let time = archive.clock()
        let (summary, changes) = try await archive.writer.write { db in
            var summary = ImportSummary()
            var changes: [ImportChange] = []
            summary.unchanged = batch.unchanged
            summary.failed = batch.failures
            if batch.articles.isEmpty { return (summary, changes) }
            var writer = try ArticleWriter(db, stamp: try inUse.stamp(db), time: time)
            for article in batch.articles {
                let outcome = try writer.store(article)
                switch outcome {
                case .added: summary.added += 1
                case .unchanged: summary.unchanged += 1
                case .updated: summary.updated += 1
                }
                if telling != nil, let change = article.change(outcome) { changes.append(change) }
            }
            try writer.add(batch.terms)
            try writer.finish()
            return (summary, changes)
        }
        if let telling { changes.forEach(telling) }
        return summary
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

/// Which chunks are under way and which wait to be written, in the order of the items.
struct ImportQueue<Items: IteratorProtocol> where Items.Element == ImportItem {
    var isWriting = false
    private var items: Items
    private let chunkSize: Int
    private var started = 0
    private var taken = 0
    private var waiting: [Int: ImportJob.Chunk] = [:]
    private var isAtEnd = false
    private var known: Set<UInt64> = []

    /// Chunks under way or waiting; enough for every core and two batches.
    private static var limit: Int { 64 }
    /// Bytes of documents in a chunk, and of all that are under way: pages are large beside the
    /// articles that they hold.
    private static var chunkBytes: Int { 512 << 10 }
    private static var bytesUnderWay: Int { 8 << 20 }

    private var bytes: [Int: Int] = [:]

    init(_ items: Items, chunkSize: Int) {
        self.items = items
        self.chunkSize = chunkSize
    }

    var mayPrepare: Bool {
        !isAtEnd && started - taken < ImportQueue.limit
            && bytes.values.reduce(0, +) < ImportQueue.bytesUnderWay
    }

    /// The next items with their number; nil at the end.
    mutating func nextChunk() -> (Int, [ImportItem])? {
        var chunk: [ImportItem] = []
        var size = 0
        while chunk.count < chunkSize, size < ImportQueue.chunkBytes {
            guard let item = items.next() else {
                isAtEnd = true
                break
            }
            chunk.append(item)
            size += item.byteCount
        }
        guard !chunk.isEmpty else { return nil }
        bytes[started] = size
        defer { started += 1 }
        return (started, chunk)
    }

    mutating func ready(_ number: Int, _ chunk: ImportJob.Chunk) {
        waiting[number] = chunk
        bytes[number] = nil
    }

    /// What can be written now: `size` articles, half of all chunks, or all that is left when
    /// nothing else is under way. Nil while a batch is being written.
    mutating func nextBatch(_ size: Int) -> ImportJob.Chunk? {
        guard !isWriting else { return nil }
        var count = 0
        var end = taken
        while count < size, let chunk = waiting[end] {
            count += max(1, chunk.articles.count)
            end += 1
        }
        // Chunks of unchanged articles add little, but must make room for the next.
        let isFull = count >= size || end - taken >= ImportQueue.limit / 2
        guard end > taken, isFull || (isAtEnd && end == started) else { return nil }
        var batch = ImportJob.Chunk()
        for number in taken..<end {
            guard let chunk = waiting.removeValue(forKey: number) else { continue }
            batch.items += chunk.items
            batch.articles += chunk.articles
            batch.unchanged += chunk.unchanged
            batch.failures += chunk.failures
            for term in chunk.terms {
                guard let hash = TermCollector.hash(Array(term.term.utf8)) else { continue }
                if known.insert(hash).inserted { batch.terms.append(term) }
            }
        }
        taken = end
        return batch
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
