import GRDB
import Intake
import Queries
import Testing

@testable import Archive

/// Near copies, found when articles come, change and go.
struct CopyFinderTests {
    private let report = (0..<40).map { "Clause \($0 * 7) of the draft met objection \($0 * $0)." }

    /// An article with sentences of its own and, maybe, most of `report`.
    private func item(_ name: String, _ sentences: [String], day: String) -> ImportItem {
        let text = sentences.joined(separator: " ")
        let head = "---\ntitle: T \(name)\nurl: https://x.example/\(name)\npublished: \(day)\n---"
        return .document(
            RawDocument(name: name, bytes: Array("\(head)\n\n\(text)\n".utf8), stated: .init()))
    }

    private var wire: ImportItem { item("wire", report, day: "2025-05-02") }
    private var paper: ImportItem {
        item("paper", Array(report[4...]) + ["A line of the paper's own."], day: "2025-05-03")
    }
    private var site: ImportItem { item("site", Array(report[..<36]), day: "2025-05-01") }
    private var other: ImportItem {
        item(
            "other", (0..<40).map { "Room \($0 * 3) stayed shut on day \($0 * 11)." },
            day: "2025-05-02")
    }

    private func groups(_ archive: Archive, _ query: Query = .everything) async throws -> [[String]]
    {
        try await archive.copies(within: query).map { $0.articles.map { $0.title ?? "" } }
    }

    @Test func `an import finds the copies among what it brings, oldest first`() async throws {
        let archive = try Sample.emptyArchive()
        _ = try await archive.importArticles([wire, other, paper, site])
        #expect(try await groups(archive) == [["T site", "T wire", "T paper"]])
        let found = try await archive.copies()
        #expect(found.allSatisfy { $0.similarity > 0.8 && $0.similarity < 1 })
        #expect(try await archive.count(matching: .state(.copy)) == 3)
        #expect(try await archive.check() == [])
    }

    @Test func `a copy that comes later joins the group it belongs to`() async throws {
        let archive = try Sample.emptyArchive()
        _ = try await archive.importArticles([wire, other])
        #expect(try await groups(archive).isEmpty)
        _ = try await archive.importArticles([paper])
        #expect(try await groups(archive) == [["T wire", "T paper"]])
        _ = try await archive.importArticles([site])
        #expect(try await groups(archive) == [["T site", "T wire", "T paper"]])
        #expect(try await !archive.needsRebuild())
    }

    @Test func `a query narrows the groups`() async throws {
        let archive = try Sample.emptyArchive()
        _ = try await archive.importArticles([wire, paper, site])
        let query = Query.before(try #require(PublicationDate(edtf: "2025-05-03")))
        #expect(try await groups(archive, query) == [["T site", "T wire"]])
    }

    @Test func `a text that changes leaves its group, one that goes does, too`() async throws {
        let archive = try Sample.emptyArchive()
        _ = try await archive.importArticles([wire, paper, site])
        let rewritten = report.map { $0.replacing("the draft met", with: "it drew") }
        _ = try await archive.importArticles([item("wire", rewritten, day: "2025-05-02")])
        #expect(try await groups(archive) == [["T site", "T paper"]])
        try await archive.remove(matching: .word("own"))
        #expect(try await groups(archive).isEmpty)
        #expect(try await archive.count(matching: .state(.copy)) == 0)
        #expect(try await archive.check() == [])
    }

    @Test func `what a stopped import left is looked for when findings are made anew`() async throws
    {
        let archive = try Sample.emptyArchive()
        _ = try await archive.importArticles([wire, paper])
        try await archive.writer.write { db in
            var index = FacetIndex()
            try index.refresh(db, columns: [.copies])
            try db.execute(
                sql: "DELETE FROM segment_column WHERE \"column\" = \(Column.copies.rawValue)")
            try Setting.generation.set(index.generation + 1, db)
            try db.execute(sql: "UPDATE segment SET generation = \(index.generation + 1)")
        }
        #expect(try await archive.needsRebuild())
        #expect(try await groups(archive).isEmpty)
        #expect(try await archive.rebuildFindings() == 0)
        #expect(try await groups(archive) == [["T wire", "T paper"]])
        #expect(try await !archive.needsRebuild())
    }
}
