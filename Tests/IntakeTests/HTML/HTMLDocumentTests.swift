import Testing

@testable import Intake

/// An invented page around `body`, with a navigation, a footer and three paragraphs of its own.
func page(head: String = "", body: String = "", before: String = "") -> String {
    """
    <!DOCTYPE html><html lang="en"><head><title>Ferry talks resume | The Harbour Post</title>
    \(head)</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul>
    </nav><article><h1>Ferry talks resume</h1>\(before)<div class="article-body">
    <p>The two ferry companies met again on Tuesday, and the mayor of the harbour said that
    a compromise was closer than it had been at any time since the spring.</p>
    <p>Under the plan, which both of them have seen, the night boats would sail four times a week
    instead of six, and the crews would keep the pay they were promised in January.</p>
    \(body)
    <p>The talks are to go on until the end of the week, when the council of the town has to vote
    on the subsidy that pays for a third of the crossings.</p></div></article>
    <footer><p>Copyright The Harbour Post. All rights reserved.</p></footer></body></html>
    """
}

func htmlArticle(_ text: String) throws -> Article {
    let document = RawDocument(
        name: "page.html", bytes: Array(text.utf8), stated: .init(format: .html))
    return try articles(in: document)[0].get()
}

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

    @Test(arguments: [
        ("<figure><img src=a><figcaption>A boat at dawn.</figcaption></figure>", "figure"),
        ("<div class='share-bar'><a href=x>Share</a> with a friend</div>", "share bar"),
        ("<p><a href=x>Harbour fees to rise again in the summer</a></p>", "read-also link"),
        ("<aside>The author sails himself.</aside>", "side box"),
        ("<ul><li><a href=1>One more</a></li><li><a href=2>Another</a></li></ul>", "link list"),
    ])
    func `what is no part of the body is kept beside it with the reason`(
        markup: String, why: String
    ) throws {
        let article = try htmlArticle(page(body: markup))
        #expect(article.paragraphs.count == 3)
        #expect(article.removed.map(\.why) == [why])
    }

    @Test func `subheadings are sections`() throws {
        let article = try htmlArticle(page(body: "<h2>What comes next</h2>"))
        #expect(article.sections == [Section(text: "What comes next", paragraph: 2)])
    }

    @Test(arguments: [
        "", "<html></html>", "<p>", "<nav>Home</nav>", "<!--", "<a", "<!DOCTYPE html>",
    ])
    func `a page without text has no body`(markup: String) {
        #expect(throws: IntakeError.self) { try htmlArticle(markup) }
    }
}
