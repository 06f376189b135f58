import Testing

@testable import Intake

struct BodyTrimTests {
    @Test(arguments: [
        ("<figure><img src=a><figcaption>A boat at dawn.</figcaption></figure>", "caption"),
        ("<div><img src=a><br><span>A boat at dawn</span></div>", "caption"),
        ("<div class='share-bar'><a href=x>Share</a> with a friend</div>", "share bar"),
        ("<p><a href=x>Harbour fees to rise again in the summer</a></p>", "read-also link"),
        ("<p>Read also: Harbour fees to rise again</p>", "read-also link"),
        ("<aside>The author sails himself.</aside>", "side box"),
        ("<div class=advert>Boats for sale</div>", "advertisement"),
        ("<div class='newsletter-signup'>Get our letter.</div>", "newsletter box"),
        ("<ul><li><a href=1>One more</a></li><li><a href=2>Another</a></li></ul>", "link list"),
        ("<div style='display: none'>A box that nobody sees.</div>", "hidden box"),
        ("<div hidden>A box that nobody sees.</div>", "hidden box"),
        ("<div id=comments><p>First! I was on that boat.</p></div>", "comments"),
        ("<form>Your name <input></form>", "form"),
        ("<button>Show more</button>", "button"),
    ])
    func `what is no part of the body is kept beside it with the reason`(
        markup: String, why: String
    ) throws {
        let article = try htmlArticle(page(body: markup))
        #expect(article.paragraphs.count == 3)
        #expect(article.removed.map(\.why) == [why])
    }

    @Test(arguments: [
        "<blockquote class='twitter-tweet'><p>We sail at dawn.</p></blockquote>",
        "<div class='embed twitter'><blockquote>We sail at dawn.</blockquote></div>",
        "<p>He said he had seen <a class='popup' href=x>the whole plan</a> before.</p>",
        "<ul><li>Four boats a week, not six.</li></ul>",
        "<table><tr><td>Four boats a week, not six.</td></tr></table>",
        "<p>He said: <span class='credit'>no ship would sail</span> before noon.</p>",
    ])
    func `quotations, lists and marked words stay in the body`(markup: String) throws {
        let article = try htmlArticle(page(body: markup))
        #expect(article.paragraphs.count == 4)
        #expect(article.removed == [])
    }

    @Test func `subheadings are sections`() throws {
        let article = try htmlArticle(page(body: "<h2>What comes next</h2>"))
        #expect(article.sections == [Section(text: "What comes next", paragraph: 2)])
    }

    @Test func `the headline does not stand in the body again`() throws {
        let article = try htmlArticle(
            page(before: "").replacing("<h1>", with: "<p>").replacing(
                "resume</h1>", with: "resume</p>"))
        #expect(!article.text.string.contains("Ferry talks resume"))
    }

    @Test(arguments: [
        ("<h3>More on boats</h3>", "trailing heading"),
        ("<p><b>You may like</b></p>", "trailing heading"),
        (
            "<h3>Our stories</h3><ul><li><a href=a>Harbour fees rise again</a>: why and when</li></ul>",
            "trailing heading"
        ),
        ("<p>Reporting by Ann Lee; editing by Bo Sun</p>", "credit line"),
        (
            "<h4>About Harbour Lines</h4><p>Harbour Lines has sailed since 1901, with nine boats.</p>",
            "company tail"
        ),
    ])
    func `what stands behind the last paragraph goes`(markup: String, why: String) throws {
        let article = try htmlArticle(page(after: markup))
        #expect(article.paragraphs.count == 3)
        #expect(article.sections == [])
        #expect(article.removed.first?.why == why)
    }

    @Test func `a page made of headings keeps them`() throws {
        let article = try htmlArticle("<article><h2>Boats</h2><h2>Fees</h2></article>")
        #expect(article.text.string == "Boats\n\nFees")
    }
}
