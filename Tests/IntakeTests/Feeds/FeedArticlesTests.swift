import Testing

@testable import Intake

struct FeedArticlesTests {
    private static let text = """
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
        <title>The Quay</title><language>en-GB</language>
        <item><title>Ferry back in service</title><link>https://quay.example/1</link><guid>q1</guid>
        <pubDate>Mon, 01 Dec 2025 23:30:00 -0500</pubDate><author>a@q.example (Ada Quay)</author>
        <description>In short.</description>
        <content:encoded>&lt;p>The ferry is back in service.&lt;/p>&lt;p>It was away for a year.&lt;/p></content:encoded></item>
        <item><title>Fog</title><description>Boats were late on Monday.</description></item>
        <item><title>Nothing but a title</title></item>
        </channel></rss>
        """

    private func results(
        _ text: String = text, stated: RawDocument.Statement = .init()
    ) -> [Result<Article, IntakeError>] {
        articles(in: RawDocument(name: "f.xml", bytes: Array(text.utf8), stated: stated))
    }

    @Test func `each entry is an article`() throws {
        let results = results()
        #expect(results.count == 3)
        let first = try results[0].get()
        #expect(first.title == "Ferry back in service")
        #expect(first.text.string == "The ferry is back in service.\n\nIt was away for a year.")
        #expect(first.outlet == "The Quay")
        #expect(first.published?.edtf == "2025-12-01")
        #expect(first.authors == ["Ada Quay"])
        #expect(first.url == "https://quay.example/1")
        #expect(first.externalID == "q1")
        #expect(first.language == "en")
        #expect(first.warnings.isEmpty)
    }

    @Test func `a summary alone is said to be one`() throws {
        let article = try results()[1].get()
        #expect(article.text.string == "Boats were late on Monday.")
        #expect(article.warnings.map(\.message) == ["The feed holds a summary only."])
        #expect(article.isSummary)
    }

    @Test func `headings, captions and tails are no part of the body`() throws {
        let content = """
            &lt;figure>&lt;figcaption>The crane in 1954&lt;/figcaption>&lt;/figure>&lt;p>The crane stays.&lt;/p>
            &lt;h2>What it costs&lt;/h2>&lt;ul>&lt;li>Nobody knows&lt;/li>&lt;/ul>&lt;p>Subscribe to our newsletter&lt;/p>
            &lt;p>The post Crane appeared first on The Quay.&lt;/p>
            """
        let article = try results(
            "<rss><channel><item><title>Crane</title><description>\(content)</description></item>"
        )[0].get()
        #expect(article.text.string == "The crane stays.\n\nNobody knows")
        #expect(article.sections.map(\.text) == ["What it costs"])
        #expect(article.removed.map(\.why) == ["caption", "subscription line", "feed tail"])
    }

    @Test func `an entry without text is named by its place`() {
        #expect(throws: IntakeError.noBody(name: "f.xml, entry 3")) { try results()[2].get() }
    }

    @Test func `the outlet that is stated wins`() throws {
        let article = try results(stated: .init(outlet: "The Gull"))[0].get()
        #expect(article.outlet == "The Gull")
    }

    @Test func `a feed in another encoding, declared`() throws {
        let head = "<?xml version='1.0' encoding='windows-1251'?><rss><channel><item><title>"
        let bytes: [UInt8] =
            Array(head.utf8) + [0xCF, 0xEE, 0xF0, 0xF2]
            + Array("</title><description>x y</description></item></channel></rss>".utf8)
        let article = try articles(in: RawDocument(name: "f", bytes: bytes))[0].get()
        #expect(article.title == "Порт")
    }

    @Test(arguments: [
        ("<?xml version='1.0'?><nitf/>", IntakeError.notOfItsKind(name: "f.xml", kind: "feed")),
        ("<rss><channel><title>Q</title></channel></rss>", .empty(name: "f.xml")),
    ])
    func `what gives no article says why`(text: String, error: IntakeError) {
        #expect(throws: error) { try results(text)[0].get() }
    }

    @Test func `a JSON array gives an article each`() throws {
        let text = #"[{"text": "Words here.", "title": "A"}, 5, {"text": "More words."}]"#
        let results = results(text)
        #expect(try results.map { try $0.get().text.string } == ["Words here.", "More words."])
    }

    @Test func `a JSON array that breaks off gives what came before`() throws {
        let results = results(#"[{"text": "Words here."}, {"text""#)
        #expect(results.count == 2)
        #expect(try results[0].get().text.string == "Words here.")
        #expect(throws: IntakeError.self) { try results[1].get() }
    }
}
