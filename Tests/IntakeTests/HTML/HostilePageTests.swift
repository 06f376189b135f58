import Testing

@testable import Intake

/// Pages that are made, or came to be, so that a reader fails on them.
struct HostilePageTests {
    private let words = "The council met on Tuesday, and it voted on the plan of the mayor."

    private func text(_ before: String, _ after: String = "") throws -> String {
        let page = "<html><body>\(before)<div class='article-body'><p>\(words)</p>"
        return try htmlArticle(page + after).text.string
    }

    @Test func `a hundred thousand nested elements are joined, and said so`() throws {
        let nested = String(repeating: "<div>", count: 100_000)
        let article = try htmlArticle("<html><body>\(nested)<p>\(words)</p>")
        #expect(article.text.string == words)
        #expect(article.warnings.map(\.message).contains { $0.contains("deep") })
    }

    @Test func `a million bytes of an attribute are cut, and said so`() throws {
        let long = "<p class='\(String(repeating: "x ", count: 500_000))'>\(words)</p>"
        let article = try htmlArticle("<html><body>\(long)")
        #expect(article.text.string == words)
        #expect(article.warnings.map(\.message).contains { $0.contains("attribute") })
    }

    @Test(arguments: [
        "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>&x;",
        "<!DOCTYPE html SYSTEM \"http://localhost:1/x.dtd\"><p>&x;</p>",
        "<?xml-stylesheet href=\"file:///etc/passwd\"?>",
    ])
    func `no entity of a document is resolved and nothing is fetched`(prolog: String) throws {
        let article = try htmlArticle(prolog + "<html><body><p>\(words)</p>")
        #expect(article.text.string.hasSuffix(words))
        #expect(!article.text.string.contains("root:"))
    }

    @Test func `entities that would grow without end stay as they are written`() throws {
        let bomb = "<!DOCTYPE html [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>"
        #expect(try htmlArticle(bomb + "<p>\(words) &b;</p>").text.string == words + " &b;")
    }

    @Test(arguments: [
        String(repeating: "<b>", count: 3000) + String(repeating: "</i>", count: 20_000),
        String(repeating: "<", count: 20_000), String(repeating: "<!--", count: 20_000),
        String(repeating: "<iframe>", count: 20_000), String(repeating: "<a b=\"", count: 20_000),
        String(repeating: "<table><tr><td>", count: 5_000),
        String(repeating: "&amp", count: 20_000), String(repeating: "<title>", count: 20_000),
    ])
    func `broken markup without end is read or refused`(markup: String) {
        for page in [markup, "<html><body>" + markup + "<p>\(words)</p>"] {
            _ = articles(in: RawDocument(name: "x", bytes: Array(page.utf8)))
            _ = try? htmlArticle(page)
        }
    }

    @Test func `elements with an itemprop beyond number cost no more than one look each`() throws {
        let items = String(repeating: "<span itemprop='author'>x</span>", count: 20_000)
        #expect(try text("", "<div>\(items)</div>").hasPrefix(words))
    }

    @Test func `zero bytes and control characters show as what they are`() throws {
        let article = try htmlArticle("<p>\(words) a\u{0}b \u{1B}[31m &#27;[0m &#0; &#1114112;</p>")
        let isClean = article.text.utf8.allSatisfy { $0 >= 0x20 }
        #expect(isClean)
        #expect(article.text.string.hasPrefix(words + " a\u{FFFD}b \u{FFFD}[31m"))
    }

    @Test func `broken bytes become replacement characters`() throws {
        let bytes =
            Array("<html><body><p>\(words) caf".utf8) + [0xC3, 0x28, 0xFF] + Array("</p>".utf8)
        let document = RawDocument(name: "x", bytes: bytes, stated: .init(format: .html))
        let article = try articles(in: document)[0].get()
        #expect(article.text.string.hasPrefix(words))
    }

    @Test(arguments: ["<script>var words = 'The council met';</script>", "<style>p { }</style>"])
    func `scripts and styles are no text`(markup: String) throws {
        #expect(try text(markup, markup) == words)
    }

    @Test(arguments: [
        "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "/relative", "ftp://a.b/c",
        "https://a.b/c d", "https://", "https://localhost", "https://a.b/\u{1B}[31m",
    ])
    func `an address that is none of the web is not kept`(address: String) throws {
        let head =
            "<link rel=canonical href=\"\(address)\"><meta property=og:url content=\"\(address)\">"
        #expect(try htmlArticle(page(head: head)).url == nil)
    }

    @Test func `control characters are kept out of every field`() throws {
        let dirt = "Ann\u{1B}[31m &#27;Lee\u{7}"
        let head = """
            <meta property=og:title content="\(dirt)"><meta name=author content="\(dirt)">
            <meta property=og:site_name content="\(dirt)">
            <script type="application/ld+json">{"@type": "NewsArticle", "headline": "a\\u001bb",
            "author": {"name": "Ann\\u001b Lee"}, "publisher": {"name": "x\\u0000y\\u009b"}}</script>
            """
        let article = try htmlArticle(page(head: head).replacing("Ferry talks resume", with: dirt))
        let fields = [article.title, article.outlet, article.authors.joined()].compactMap { $0 }
        for field in fields {
            let isClean = field.unicodeScalars.allSatisfy {
                $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value)
            }
            #expect(isClean, "\(field)")
        }
    }
}
