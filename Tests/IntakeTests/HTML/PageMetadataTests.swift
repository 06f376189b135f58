import Testing

@testable import Intake

struct PageMetadataTests {
    private static func linked(_ json: String) -> String {
        "<script type=\"application/ld+json\">\(json)</script>"
    }

    private static func meta(_ name: String, _ content: String) -> String {
        "<meta name='\(name)' content='\(content)'>"
    }

    private static func canonical(_ address: String) -> String {
        "<link rel=canonical href='\(address)'>"
    }

    // MARK: Title

    @Test(arguments: [
        ("", "Boats sail again | The Post", "Boats sail again", "Boats sail again"),
        ("", "The Post", "Boats sail again", "Boats sail again"),
        (meta("og:title", "Boats sail - The Post"), "x", "Our paper", "Boats sail - The Post"),
        (
            meta("og:title", "Boats sail - The Post") + meta("og:site_name", "The Post"), "x",
            "Our paper", "Boats sail"
        ),
        (
            meta("og:site_name", "The Post"), "The Post: Boats sail again today", "The Post",
            "Boats sail again today"
        ),
        ("", "Boats sail again at last - The Post", "", "Boats sail again at last"),
        ("", "Boats: sail and fail", "", "Boats: sail and fail"),
        ("", "Why boats sail again in the spring", "Sea", "Why boats sail again in the spring"),
        (meta("dc.title", "Boats &amp;amp; fees"), "", "", "Boats & fees"),
    ])
    func `the title is the headline that the page confirms`(
        head: String, document: String, headline: String, title: String
    ) throws {
        let text = page(head: head).replacing(
            "<h1>Ferry talks resume</h1>", with: "<h1>\(headline)</h1>"
        ).replacing("Ferry talks resume | The Harbour Post", with: document)
        #expect(try htmlArticle(text).title == title)
    }

    // MARK: Authors

    @Test(arguments: [
        (meta("author", "Ann Lee"), "", ["Ann Lee"]),
        (meta("author", "By Ann Lee and Bo Sun"), "", ["Ann Lee", "Bo Sun"]),
        (
            meta("citation_author", "Ann Lee") + meta("citation_author", "Bo Sun"), "",
            ["Ann Lee", "Bo Sun"]
        ),
        (meta("article:author", "https://a.b/ann"), "", []),
        (meta("author", "admin"), "", []),
        ("", "<p class=byline>By Ann Lee, 3 May 2021</p>", ["Ann Lee"]),
        ("", "<p class=byline>By Bo Sun</p>", ["Bo Sun"]),
        ("", "<span itemprop=author><b itemprop=name>Ann Lee</b> writes</span>", ["Ann Lee"]),
        ("", "<a rel=author href=/ann>Ann Lee</a>", ["Ann Lee"]),
        ("", "<a href=/author/ann-lee>Ann Lee</a>", ["Ann Lee"]),
        ("", "<div class=author-box>Written by Ann Lee | Edited by Bo Sun</div>", ["Ann Lee"]),
        ("", "<p class=byline>Tuesday</p>", []),
    ])
    func `authors are found where pages name them`(
        head: String, before: String, authors: [String]
    ) throws {
        #expect(try htmlArticle(page(head: head, before: before)).authors == authors)
    }

    @Test(arguments: [
        (#"{"@type": "NewsArticle", "author": "Ann Lee"}"#, ["Ann Lee"]),
        (
            #"{"@type": ["Article"], "author": [{"name": "Ann Lee"}, {"name": "Bo Sun"}]}"#,
            ["Ann Lee", "Bo Sun"]
        ),
        (
            #"{"@graph": [{"@type": "Article", "author": {"@id": "p1"}}, "#
                + #"{"@type": "Person", "@id": "p1", "name": "Ann Lee"}]}"#, ["Ann Lee"]
        ),
        (
            #"[{"@type": "WebSite", "name": "x"}, {"@type": "http://schema.org/BlogPosting", "#
                + #""author": {"givenName": "Ann", "familyName": "Lee"}}]"#, ["Ann Lee"]
        ),
        (#"<!-- {"@type": "NewsArticle", "author": "Ann Lee"} -->"#, ["Ann Lee"]),
        (#"<![CDATA[ [{"@type": "NewsArticle", "author": "Ann Lee"}] ]]>"#, ["Ann Lee"]),
        (
            "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;author&quot;: &quot;Ann Lee&quot;}",
            ["Ann Lee"]
        ),
        (#"{"@type": "NewsArticle", "author": "Ann Lee", }"#, ["Ann Lee"]),
        (#"{"@type": "NewsArticle", "author": "Ann Lee", "text": "cut o"#, ["Ann Lee"]),
        (#"{"@type": "NewsArticle", "author": [{"name": "Ann Lee"},]}"#, ["Ann Lee"]),
        (#"{"@type": "Organization", "author": "Ann Lee"}"#, []),
        (#"{"@type": "NewsArticle", "author": null}"#, []),
        ("", []), ("[", []), ("{", []), ("nothing", []),
    ])
    func `linked data is read as far as it can be`(json: String, authors: [String]) throws {
        #expect(try htmlArticle(page(head: Self.linked(json))).authors == authors)
    }

    // MARK: Date

    @Test(
        arguments: [
            (meta("article:published_time", "2021-05-03T23:30:00-05:00"), "", "2021-05-03"),
            (meta("pubdate", "20210503"), "", "2021-05-03"),
            (meta("date", "May 3, 2021"), "", "2021-05-03"),
            ("<meta itemprop=datePublished content='2021/5/3 10:00'>", "", "2021-05-03"),
            (meta("article:modified_time", "2021-05-03"), "", nil),
            (canonical("https://a.b/2021/05/03/boats"), "", "2021-05-03"),
            (canonical("https://a.b/2021/may/03/boats"), "", "2021-05-03"),
            (canonical("https://a.b/boats-20210503.html"), "", "2021-05-03"),
            (canonical("https://a.b/20219903/1234567"), "", nil),
            ("", "<time datetime='2021-05-03T10:00Z'>today</time>", "2021-05-03"),
            (
                "", "<time class=updated datetime='2021-05-04'>x</time><time>3 May 2021</time>",
                "2021-05-03"
            ),
            ("", "<span class='post-date'>3 мая 2021</span>", "2021-05-03"),
            ("", "<p>Published 3 May 2021, 10:15</p>", "2021-05-03"),
            ("", "<p>Updated 3 May 2021</p>", nil),
            ("", "<p>The boats of 3 May 2021 were late.</p>", nil),
        ] as [(String, String, String?)])
    func `the date is the day of publication`(
        head: String, before: String, date: String?
    ) throws {
        #expect(try htmlArticle(page(head: head, before: before)).published?.edtf == date)
    }

    @Test func `what is stated first in rank wins`() throws {
        let head =
            Self.linked(#"{"@type": "NewsArticle", "datePublished": "2021-05-02"}"#)
            + "<meta name=date content='2021-05-01'>"
        #expect(try htmlArticle(page(head: head)).published?.edtf == "2021-05-02")
        let both = head + "<meta property='article:published_time' content='2021-05-03'>"
        #expect(try htmlArticle(page(head: both)).published?.edtf == "2021-05-03")
    }

    // MARK: Outlet and address

    @Test(
        arguments: [
            (meta("og:site_name", "The Post"), "The Post"),
            (linked(#"{"@type":"NewsArticle","publisher":{"name":"The Post"}}"#), "The Post"),
            (meta("application-name", "The Post"), "The Post"),
            (meta("og:site_name", "https://a.b") + meta("publisher", "@thepost"), nil),
            ("", nil),
        ] as [(String, String?)])
    func `the outlet is the one that the page states`(head: String, outlet: String?) throws {
        #expect(try htmlArticle(page(head: head)).outlet == outlet)
    }

    @Test(
        arguments: [
            (canonical("https://a.b/c?d=1"), "https://a.b/c?d=1"),
            ("<link rel=Canonical href=' //a.b/c '>", "https://a.b/c"),
            (meta("og:url", "http://a.b/c"), "http://a.b/c"),
            (canonical("/c") + meta("og:url", "http://a.b/c"), "http://a.b/c"),
            (
                linked(
                    #"{"@type":"NewsArticle","mainEntityOfPage":{"@id":"https://a.b/c"}}"#),
                "https://a.b/c"
            ),
            (linked(#"{"@type":"NewsArticle","url":"https://a.b/c"}"#), "https://a.b/c"),
            (canonical("https://a.b/"), nil),
            (canonical("https://a.b") + meta("og:url", "https://a.b/?p=1"), "https://a.b/?p=1"),
        ] as [(String, String?)])
    func `the address is the canonical one`(head: String, url: String?) throws {
        #expect(try htmlArticle(page(head: head)).url == url)
    }
}
