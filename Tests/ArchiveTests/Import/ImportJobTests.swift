import Analysis
import GRDB
import Intake
import Queries
import Synchronization
import Testing

@testable import Archive

private func item(
    _ name: String, _ text: String, outlet: String? = nil, title: String = "A title of its own"
) -> ImportItem {
    .document(
        RawDocument(
            name: name,
            bytes: Array(
                "---\ntitle: \(title)\nurl: https://x.example/\(name)\n---\n\n\(text)\n".utf8),
            stated: RawDocument.Statement(outlet: outlet)))
}

private let texts = (0..<300).map { number in
    item("n\(number)", "Marta Ilves opened round \(number) of the talks. The council met again.")
}

@Test func `importing the same thing twice changes nothing`() async throws {
    let archive = try Sample.emptyArchive()
    let first = try await archive.importArticles(texts)
    #expect(first.added == 300 && first.failed.isEmpty)
    let generation = try await archive.reader.read { try Setting.generation.integer($0) }
    let second = try await archive.importArticles(texts)
    #expect(second.unchanged == 300 && second.added == 0 && second.updated == 0)
    #expect(try await archive.reader.read { try Setting.generation.integer($0) } == generation)
    #expect(try await archive.count(matching: .field(.actor, "ilves")) == 300)
    #expect(try await archive.check() == [])
}

@Test func `rows follow the order of the items`() async throws {
    let archive = try Sample.emptyArchive()
    try await _ = archive.importArticles(texts)
    let origins = try await archive.reader.read {
        try String.fetchAll($0, sql: "SELECT origin FROM article ORDER BY row")
    }
    #expect(origins == (0..<300).map { "n\($0)" })
}

@Test func `the text index gets one run from a transaction, not one from each article`()
    async throws
{
    let archive = try Sample.emptyArchive()
    try await _ = archive.importArticles(texts.prefix(64))
    let runs = try await archive.reader.read {
        // fts5_index.c: the number of a run stands above the 37 bits of a page's place in it.
        try Int.fetchOne(
            $0, sql: "SELECT count(DISTINCT id >> 37) FROM article_text_data WHERE id > 10")
    }
    #expect(runs == 1)
}

@Test func `a text that changes twice within one import leaves nothing of the earlier ones`()
    async throws
{
    let archive = try Sample.emptyArchive()
    try await _ = archive.importArticles([item("n", "Zebras graze. The council met.")])
    let summary = try await archive.importArticles([
        item("n", "Quails nest. The council met."), item("n", "Yaks rest. The council met."),
        item("m", "Xylophones sound. The council met."),
        item("m", "Violins sound. The council met."),
    ])
    #expect(summary.updated == 3 && summary.added == 1)
    #expect(try await archive.check() == [])
    for (start, count) in [("z", 0), ("q", 0), ("x", 0), ("ya", 1), ("vi", 1)] {
        #expect(try await archive.count(matching: .prefix(start)) == count, "\(start)")
    }
}

@Test(arguments: [true, false])
func `a feed's summary does not take the place of the whole text`(inOneLot: Bool) async throws {
    let archive = try Sample.emptyArchive()
    let whole = item("n", "The gates stay shut for now. They said so. Nobody knows why.")
    if !inOneLot { try await _ = archive.importArticles([whole]) }
    let feed = """
        <rss><channel><title>Q</title><item><title>A title of its own</title>
        <link>https://x.example/n</link><description>The gates stay shut.</description></item>
        </channel></rss>
        """
    let document = RawDocument(name: "feed", bytes: Array(feed.utf8))
    let summary = try await archive.importArticles(
        (inOneLot ? [whole] : []) + [.document(document)])
    #expect(summary.unchanged == 1 && summary.updated == 0 && summary.failed.isEmpty)
    #expect(try await archive.count(matching: .word("nobody")) == 1)
}

@Test func `a changed text takes the place of the earlier one, which is kept`() async throws {
    let archive = try Sample.emptyArchive()
    try await _ = archive.importArticles([item("n", "The gates stay shut for now. They said so.")])
    let summary = try await archive.importArticles([
        item("n", "The gates open again today. They said so.")
    ])
    #expect(summary.updated == 1)
    #expect(try await archive.count(matching: .everything) == 1)
    #expect(try await archive.count(matching: .word("shut")) == 0)
    #expect(try await archive.count(matching: .word("open")) == 1)
    let kept = try await archive.reader.read {
        try String.fetchAll($0, sql: "SELECT text FROM article_version")
    }
    #expect(kept.count == 1 && kept[0].contains("stay shut"))
    #expect(try await archive.check() == [])
}

@Test func `of two texts with one id the later stands, however often both are imported`()
    async throws
{
    let archive = try Sample.emptyArchive()
    let both = [
        item("n", "The gates stay shut for now. They said so."),
        item("n", "The gates open again today. They said so."),
    ]
    #expect(try await archive.importArticles(both).updated == 1)
    #expect(try await archive.importArticles(both).unchanged == 2)
    #expect(try await archive.count(matching: .word("open")) == 1)
    #expect(try await archive.count(matching: .word("shut")) == 0)
}

@Test func `new facts on an unchanged text update it without a version`() async throws {
    let archive = try Sample.emptyArchive()
    let text = "The gates stay shut for now. They said so."
    try await _ = archive.importArticles([item("n", text)])
    let summary = try await archive.importArticles([item("n", text, outlet: "Upland Wire")])
    #expect(summary.updated == 1)
    #expect(try await archive.count(matching: .field(.source, "upland wire")) == 1)
    let versions = try await archive.reader.read {
        try Int.fetchOne($0, sql: "SELECT count(*) FROM article_version")
    }
    #expect(versions == 0)
}

@Test func `what fails is named and the rest goes on`() async throws {
    let archive = try Sample.emptyArchive()
    let summary = try await archive.importArticles([
        .document(RawDocument(name: "empty.txt", bytes: [])),
        item("n", "The gates stay shut for now. They said so."),
        .failure(name: "gone.txt", message: "gone.txt: cannot be read."),
    ])
    #expect(summary.added == 1)
    #expect(summary.failed.map(\.name) == ["empty.txt", "gone.txt"])
    #expect(summary.total == 3)
}

@Test func `the last progress is the summary`() async throws {
    let archive = try Sample.emptyArchive()
    let last = Mutex(ImportProgress())
    let summary = try await archive.importArticles(
        texts, progress: { progress in last.withLock { $0 = progress } })
    #expect(last.withLock { $0.summary } == summary)
    #expect(last.withLock { $0.items } == 300)
}

@Test func `a cancelled import leaves a sound archive that importing completes`() async throws {
    let archive = try Sample.emptyArchive()
    let endless = sequence(state: 0) { (number: inout Int) -> ImportItem? in
        number += 1
        if Task.isCancelled { return nil }
        return item("e\(number)", "Round \(number) of the talks went on. The council met again.")
    }
    let task = Task {
        _ = try await archive.importArticles(endless)
    }
    while try await archive.count(matching: .everything) == 0 { await Task.yield() }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(try await archive.check() == [])
    let summary = try await archive.importArticles(texts)
    #expect(summary.added == 300)
}

@Test func `findings are made again when the dossier changes`() async throws {
    let archive = try Sample.emptyArchive()
    try await _ = archive.importArticles(texts)
    #expect(try await archive.needsRebuild() == false)
    var changed = Sample.dossier(hash: "2")
    changed.participants.removeFirst()
    try await archive.switchDossier(to: changed)
    #expect(try await archive.needsRebuild() == false)
    let answer = try await archive.answer(.articles(ArticlesQuestion(query: .everything)))
    guard case .articles(let articles) = answer else { return }
    #expect(articles.facets?.actors.contains { $0.id == "ilves" } == false)
    #expect(try await archive.rebuildFindings() == 0)
    #expect(try await archive.check() == [])
}
