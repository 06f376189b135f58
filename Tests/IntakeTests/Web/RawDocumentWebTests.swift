import Testing

@testable import Intake

struct RawDocumentWebTests {
    private static let page = "<html><body><p>The ferry is back, the clerk said.</p></body></html>"
    private static let feed = """
        <rss version="2.0"><channel><title>The Quay</title><item><title>Fog</title>
        <link>/fog</link><description>Fog kept the boats in on Monday.</description></item>
        </channel></rss>
        """

    private func document(
        _ text: String, type: String = "text/html"
    ) throws(IntakeError) -> RawDocument {
        let answer = WebAnswer(
            status: 200, fields: ["content-type": type], body: Array(text.utf8))
        let outcome = WebOutcome(
            errand: WebErrand("https://quay.example/go"), ending: .fetched(answer),
            place: try? WebAddress("https://quay.example/news/ferry"))
        return try RawDocument(answer, from: outcome)
    }

    @Test func `a page has the address where it was found`() throws {
        let document = try document(Self.page, type: "text/html; charset=utf-8")
        #expect(document.name == "https://quay.example/go")
        #expect(document.charset == "utf-8")
        let article = try #require(try DocumentReader().articles(in: document).first?.get())
        #expect(article.url == "https://quay.example/news/ferry")
        #expect(article.id == Article.id(at: "https://quay.example/news/ferry"))
    }

    @Test func `the entries of a feed have their own`() throws {
        let document = try document(Self.feed, type: "text/plain")
        #expect(try DocumentReader().feed(ifAny: document)?.about.title == "The Quay")
        let article = try #require(try DocumentReader().articles(in: document).first?.get())
        #expect(article.url == "https://quay.example/fog")
    }

    @Test func `lines of articles keep theirs`() throws {
        let document = try document(
            #"{"text":"The ferry is back.","url":"https://gull.example/1"}"#)
        let article = try #require(try DocumentReader().articles(in: document).first?.get())
        #expect(article.url == "https://gull.example/1")
        #expect(try DocumentReader().feed(ifAny: document) == nil)
    }

    @Test func `an answer without anything in it is empty`() {
        #expect(throws: IntakeError.empty(name: "https://quay.example/go")) { try document(" \n") }
    }
}
