import Testing

@testable import Intake

struct HTMLDocumentTests {
    @Test func `a page gives its body, title, outlet and language`() throws {
        let article = try htmlArticle(
            page(head: "<meta property='og:site_name' content='The Harbour Post'>"))
        #expect(article.title == "Ferry talks resume")
        #expect(article.outlet == "The Harbour Post")
        #expect(article.language == "en")
        #expect(article.paragraphs.count == 3)
        #expect(article.text.string.hasPrefix("The two ferry companies met again on Tuesday, and"))
        #expect(article.text.string.hasSuffix("for a third of the crossings."))
        #expect(article.warnings == [])
    }

    @Test func `a page is recognised by its content`() throws {
        let document = RawDocument(name: "x", bytes: Array(page().utf8))
        #expect(try articles(in: document)[0].get().title == "Ferry talks resume")
    }

    @Test func `what the caller states wins`() throws {
        let stated = RawDocument.Statement(format: .html, outlet: "Bay Radio", title: "Boats")
        let document = RawDocument(name: "x", bytes: Array(page().utf8), stated: stated)
        let article = try articles(in: document)[0].get()
        #expect(article.outlet == "Bay Radio")
        #expect(article.title == "Boats")
    }

    @Test func `a page in another encoding is decoded by what it declares`() throws {
        let head = "<meta charset='windows-1252'>"
        let text = page(head: head, body: "<p>Der Bürgermeister grüßte die Fähre.</p>")
        let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        let article = try articles(in: RawDocument(name: "x", bytes: bytes))[0].get()
        #expect(article.text.string.contains("Der Bürgermeister grüßte die Fähre."))
    }

    @Test func `the language of the text wins over a wrong one that the page states`() throws {
        let text = page().replacing("lang=\"en\"", with: "lang=\"de-DE\"")
        #expect(try htmlArticle(text).language == "en")
    }

    @Test func `a language that is not recognised is believed`() throws {
        let text = page().replacing("lang=\"en\"", with: "lang=\"nl\"")
        #expect(try htmlArticle(text).language == "nl")
    }

    @Test(arguments: [
        "", "<html></html>", "<p>", "<nav>Home</nav>", "<!--", "<a", "<!DOCTYPE html>",
    ])
    func `a page without text has no body`(markup: String) {
        #expect(throws: IntakeError.self) { try htmlArticle(markup) }
    }

    @Test func `references and blanks become plain text`() throws {
        let body =
            "<p>Fish&nbsp;&amp;&#32;chips\n  cost <b>5</b>&euro;, caf&eacute; &#x2014; said he.</p>"
        let article = try htmlArticle(page(body: body))
        #expect(article.text.string.contains("\n\nFish & chips cost 5€, café — said he.\n\n"))
    }

    @Test func `lines parted by two breaks are paragraphs, by one a blank`() throws {
        let body = "<div>The first one is here,<br>it goes on.<br><br>The second one is here.</div>"
        let article = try htmlArticle(page(body: body))
        #expect(article.paragraphs.count == 5)
        #expect(
            article.text.string.contains("\n\nThe first one is here, it goes on.\n\nThe second"))
    }
}
