import Analysis
import GRDB
import Intake
import Queries
import Testing

@testable import Archive

/// What a person rejects counts nowhere, and can be taken back.
struct RejectionTests {
    private static func item(_ name: String, _ text: String) -> ImportItem {
        .document(
            RawDocument(
                name: name,
                bytes: Array("---\nurl: https://x.example/\(name)\n---\n\n\(text)\n".utf8)))
    }

    private static func archive(_ text: String) async throws -> Archive {
        let archive = try Sample.emptyArchive()
        try await _ = archive.importArticles([
            item("n", text), item("m", "Marta Ilves met the River Council on the water quota."),
        ])
        return archive
    }

    /// The article of `item("n", …)` as the reader gets it.
    private static func shown(_ archive: Archive) async throws -> AnalyzedArticle {
        let rows = try await archive.reader.read {
            try String.fetchAll($0, sql: "SELECT id FROM article WHERE origin = 'n'")
        }
        let id = try #require(rows.first)
        guard case .article(let article) = try await archive.answer(.article(id)) else {
            throw ArchiveError.noSuchArticle(id)
        }
        return article
    }

    private static func verdict(
        _ key: FindingKey, in sentence: Int, of article: Article, _ state: Verdict.State?
    ) -> OwnChange {
        .verdict(
            Verdict(
                article: article.id, sentence: sentence,
                range: article.sentences[sentence].range,
                anchor: article.sentenceText(sentence), kind: key.kind.rawValue, value: key.value,
                state: state))
    }

    private static func key(ofActorsIn sentence: Int, _ article: AnalyzedArticle) -> FindingKey {
        FindingKey(article.findings.actors.filter { $0.basis.sentences.contains(sentence) })
    }

    @Test func `what is rejected is counted no more until it is taken back`() async throws {
        let archive = try await RejectionTests.archive("Marta Ilves spoke. It rained all day.")
        let before = try await RejectionTests.shown(archive)
        let key = RejectionTests.key(ofActorsIn: 0, before)
        #expect(key.value == "ilves")
        #expect(try await archive.count(matching: .field(.actor, "ilves")) == 2)
        try await archive.keep(RejectionTests.verdict(key, in: 0, of: before.article, .rejected))
        #expect(try await archive.count(matching: .field(.actor, "ilves")) == 1)
        #expect(try await archive.check() == [])
        #expect(try await archive.needsRebuild() == false)
        guard case .overview(let overview) = try await archive.answer(.overview) else { return }
        #expect(overview.articleCount == 2)
        guard
            case .participant(let page) = try await archive.answer(
                .participant("ilves", within: .everything))
        else { return }
        #expect(page.articleCount == 1)
        #expect(!page.mentions.contains { $0.articleID == before.article.id })
        #expect(try await archive.article(before.article.id).findings.actors.isEmpty)
        // Where it is decided it is still seen.
        #expect(try await RejectionTests.shown(archive) == before)

        try await archive.keep(RejectionTests.verdict(key, in: 0, of: before.article, nil))
        #expect(try await archive.count(matching: .field(.actor, "ilves")) == 2)
        #expect(try await RejectionTests.shown(archive) == before)
        #expect(try await archive.check() == [])
    }

    @Test func `what another sentence says still counts`() async throws {
        let archive = try await RejectionTests.archive("Marta Ilves spoke. Marta Ilves left.")
        let article = try await RejectionTests.shown(archive)
        for (sentence, count) in [(0, 2), (1, 1)] {
            let key = RejectionTests.key(ofActorsIn: sentence, article)
            try await archive.keep(
                RejectionTests.verdict(key, in: sentence, of: article.article, .rejected))
            #expect(try await archive.count(matching: .field(.actor, "ilves")) == count)
        }
        #expect(try await archive.check() == [])
    }

    @Test func `what is accepted changes nothing`() async throws {
        let archive = try await RejectionTests.archive("Marta Ilves spoke. It rained all day.")
        let article = try await RejectionTests.shown(archive)
        let generation = try await archive.reader.read { try Setting.generation.integer($0) }
        try await archive.keep(
            RejectionTests.verdict(
                RejectionTests.key(ofActorsIn: 0, article), in: 0, of: article.article, .accepted))
        #expect(try await archive.reader.read { try Setting.generation.integer($0) } == generation)
    }

    @Test func `it stays rejected when the text changes elsewhere and when all is read anew`()
        async throws
    {
        let archive = try await RejectionTests.archive("Marta Ilves spoke. It rained all day.")
        let article = try await RejectionTests.shown(archive)
        let key = RejectionTests.key(ofActorsIn: 0, article)
        try await archive.keep(RejectionTests.verdict(key, in: 0, of: article.article, .rejected))
        try await _ = archive.importArticles([
            RejectionTests.item("n", "Marta Ilves spoke. It rained all night and all day.")
        ])
        #expect(try await archive.needsRebuild())
        try await archive.rebuildFindings()
        #expect(try await archive.count(matching: .field(.actor, "ilves")) == 1)
        try await archive.switchDossier(to: Sample.dossier(hash: "2"))
        #expect(try await archive.count(matching: .field(.actor, "ilves")) == 1)
        #expect(try await archive.check() == [])
        // Of the same sentence in other words nothing was said.
        try await _ = archive.importArticles([
            RejectionTests.item("n", "Marta Ilves spoke at last. It rained all day.")
        ])
        try await archive.rebuildFindings()
        #expect(try await archive.count(matching: .field(.actor, "ilves")) == 2)
    }

    @Test func `what was rejected in an archive of before counts no more once it is read anew`()
        async throws
    {
        let place = try TemporaryArchive()
        do {
            let archive = try Archive(path: place.path, dossier: Sample.dossier())
            try await _ = archive.importArticles([
                RejectionTests.item("n", "Marta Ilves spoke. It rained all day.")
            ])
            let article = try await RejectionTests.shown(archive)
            let key = RejectionTests.key(ofActorsIn: 0, article)
            try await archive.store(
                Judgement(
                    article: article.article.id, kind: key.kind.rawValue, value: key.value,
                    range: article.article.sentences[0].range,
                    anchor: article.article.sentenceText(0), state: .rejected, by: "person"))
            try await archive.writer.write {
                try $0.execute(
                    sql: "DELETE FROM grdb_migrations WHERE identifier = '009-rejected'")
            }
        }
        let archive = try Archive(path: place.path, dossier: nil)
        #expect(try await archive.needsRebuild())
        try await archive.rebuildFindings()
        #expect(try await archive.count(matching: .field(.actor, "ilves")) == 0)
        #expect(try await archive.check() == [])
    }
}
