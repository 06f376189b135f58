@testable import Intake

/// An invented page around `body`, with a navigation, a footer and three paragraphs of its own.
func page(head: String = "", body: String = "", before: String = "", after: String = "") -> String {
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
    on the subsidy that pays for a third of the crossings.</p>\(after)</div></article>
    <footer><p>Copyright The Harbour Post. All rights reserved.</p></footer></body></html>
    """
}

/// The page as `DocumentReader` reads it.
func htmlArticle(_ text: String) throws -> Article {
    let document = RawDocument(
        name: "page.html", bytes: Array(text.utf8), stated: .init(format: .html))
    return try articles(in: document)[0].get()
}
