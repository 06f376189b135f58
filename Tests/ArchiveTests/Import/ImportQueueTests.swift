import Analysis
import Intake
import Queries
import Testing

@testable import Archive

/// Runs a queue of `count` items to its end, with chunks that became `articles` articles each.
private func batches(of count: Int, articles: Int, size: Int) -> [ImportJob.Chunk] {
    let items = (0..<count).map { ImportItem.failure(name: "n\($0)", message: "") }
    var queue = ImportQueue(items.makeIterator(), chunkSize: 1)
    var prepared = ImportJob.Chunk()
    prepared.items = 1
    prepared.articles = Sample.river().prefix(articles).map { item in
        PreparedArticle(
            article: item.article, origin: "", isBundled: false, fingerprint: "", structure: [],
            findings: [], claims: [],
            facts: ArticleFacts(
                of: item.article, item.findings, claims: ArticleClaims(),
                keys: ViewKeys(dossier: .empty), isBundled: false),
            wordStarts: [])
    }
    var batches: [ImportJob.Chunk] = []
    while true {
        var isIdle = true
        while queue.mayPrepare, let (number, _) = queue.nextChunk() {
            queue.ready(number, prepared)
            isIdle = false
        }
        if let batch = queue.nextBatch(size) {
            batches.append(batch)
            isIdle = false
        }
        if isIdle { return batches }
    }
}

@Test(arguments: [0, 1, 63, 64, 65, 500], [0, 1, 3])
func `every chunk is written, however little is new in it`(count: Int, articles: Int) {
    let batches = batches(of: count, articles: articles, size: 40)
    #expect(batches.map(\.items).reduce(0, +) == count)
    #expect(batches.map(\.articles.count).reduce(0, +) == count * articles)
    #expect(batches.allSatisfy { $0.articles.count < 40 + 3 })
}

@Test func `chunks are written in the order of the items`() {
    var queue = ImportQueue(
        (0..<3).map { ImportItem.failure(name: "\($0)", message: "") }.makeIterator(), chunkSize: 1)
    var chunks: [ImportJob.Chunk] = []
    while let (number, items) = queue.nextChunk() {
        var chunk = ImportJob.Chunk()
        if case .failure(let name, _) = items[0] {
            chunk.failures = [ImportFailure(name: name, message: "")]
        }
        #expect(number == chunks.count)
        chunks.append(chunk)
    }
    queue.ready(2, chunks[2])
    #expect(queue.nextBatch(1)?.failures.count == nil)
    queue.ready(0, chunks[0])
    queue.ready(1, chunks[1])
    #expect(queue.nextBatch(99)?.failures.map(\.name) == ["0", "1", "2"])
}

@Test func `large documents wait until others are read`() {
    let document = RawDocument(name: "page", bytes: Array(repeating: 0x61, count: 1 << 20))
    var queue = ImportQueue(
        (0..<40).map { _ in ImportItem.document(document) }.makeIterator(), chunkSize: 64)
    var numbers: [Int] = []
    while queue.mayPrepare, let (number, items) = queue.nextChunk() {
        #expect(items.count == 1)
        numbers.append(number)
    }
    #expect(numbers.count == 8)
    queue.ready(numbers[0], ImportJob.Chunk())
    #expect(queue.mayPrepare)
}
