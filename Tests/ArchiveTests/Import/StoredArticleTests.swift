import GRDB
import Intake
import Synchronization
import Testing

@testable import Archive

// An article without an address goes by its outlet and its first forty words; what has been edited
// there is found by what else is the same.

private let text = """
    The river council met on Monday for six hours and heard both sides on the quota for the upper \
    locks. Its speaker said that nothing had been agreed. The coast asked for guarantees before any \
    gate is opened, and the highlands for a vote of all members. A second round is set for May.
    """

private func item(
    _ text: String, title: String? = "Six hours", outlet: String? = "The Quay",
    published: String? = "2025-03-04", url: String? = nil, id: String? = nil,
    from origin: String = "a.md"
) -> ImportItem {
    let facts = [
        ("title", title), ("outlet", outlet), ("published", published), ("url", url), ("id", id),
    ]
    .compactMap { name, value in value.map { "\(name): \($0)\n" } }.joined()
    return .document(
        RawDocument(name: origin, bytes: Array("---\n\(facts)---\n\n\(text)\n".utf8)))
}

private let edited = text.replacing("on Monday", with: "on Tuesday")

@Test(arguments: [
    (item(edited), true),
    (item(edited, from: "b.md"), true),
    (item(edited, outlet: "The Mole"), false),
    (item(edited, title: "Seven hours"), false),
    (item(edited, published: nil), false),
    (item(edited, url: "https://x.example/a"), false),
    (item("Another text. It is about swans and what they eat in winter, and no more."), false),
])
func `a text whose beginning was edited is the same where title, outlet and day are`(
    second: ImportItem, isSame: Bool
) async throws {
    let archive = try Sample.emptyArchive()
    try await _ = archive.importArticles([item(text)])
    let summary = try await archive.importArticles([second])
    #expect(summary.updated == (isSame ? 1 : 0))
    #expect(summary.added == (isSame ? 0 : 1))
    #expect(try await archive.check() == [])
}

@Test(arguments: [("a.txt", "The Quay", true), ("b.txt", "The Quay", false), ("a.txt", "X", false)])
func `without a title it is the same where file and outlet are`(
    origin: String, outlet: String, isSame: Bool
) async throws {
    let archive = try Sample.emptyArchive()
    try await _ = archive.importArticles([item(text, title: nil, from: "a.txt")])
    let summary = try await archive.importArticles([
        item(edited, title: nil, outlet: outlet, from: origin)
    ])
    #expect(summary.updated == (isSame ? 1 : 0))
}

@Test func `articles with ids of their own are told apart by them`() async throws {
    let archive = try Sample.emptyArchive()
    let lines = [("1", text), ("2", edited)].map { id, text in
        #"{"id":"\#(id)","title":"Six hours","outlet":"The Quay","text":"\#(text)"}"#
    }
    let file = RawDocument(name: "a.jsonl", bytes: Array(lines.joined(separator: "\n").utf8))
    #expect(try await archive.importArticles([.document(file)]).added == 2)
}

@Test func `of a file that holds several texts none is taken for another`() async throws {
    let archive = try Sample.emptyArchive()
    let swans = "Swans sleep on the lower lock, and nobody has asked the council about them yet."
    try await _ = archive.importArticles([
        item(text, title: nil, from: "a.jsonl"), item(swans, title: nil, from: "a.jsonl"),
    ])
    let summary = try await archive.importArticles([item(edited, title: nil, from: "a.jsonl")])
    #expect(summary.added == 1)
}

@Test func `every text of it is kept under one id, and none comes back`() async throws {
    let archive = try Sample.emptyArchive()
    let texts = [text, edited, edited.replacing("The river", with: "Our river")]
    var changed: [String] = []
    for text in texts {
        let told = Mutex<[String]>([])
        try await _ = archive.importArticles(
            [item(text)], telling: { change in told.withLock { $0.append(change.id) } })
        changed += told.withLock { $0 }
    }
    #expect(changed.count == 3 && Set(changed).count == 1)
    let again = try await archive.importArticles(texts.map { item($0) })
    #expect(again.unchanged == 3)
    let kept = try await archive.reader.read {
        try String.fetchAll($0, sql: "SELECT id || text FROM article_version")
    }
    #expect(Set(kept) == Set(texts.prefix(2).map { changed[0] + $0 }))
}

@Test(arguments: [
    "title = 'a' AND outlet IS 'b' AND published IS 'c' AND external_id IS 'e'",
    "title IS NULL AND origin = 'd' AND outlet IS 'b' AND external_id IS 'e'",
])
func `it is found by an index`(condition: String) async throws {
    let plan = try await Sample.emptyArchive().reader.read {
        try Row.fetchAll(
            $0, sql: "EXPLAIN QUERY PLAN SELECT row FROM article WHERE url IS NULL AND " + condition
        ).map { $0["detail"] as String }
    }
    #expect(plan.count == 1 && plan[0].hasPrefix("SEARCH article USING"))
}
