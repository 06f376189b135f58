import Testing

@testable import Intake

/// Feeds that mean harm: nothing is fetched, nothing grows, nothing crashes.
struct FeedHostilityTests {
    private func feed(_ text: String) throws -> Feed {
        try #require(FeedReader.feed(Array(text.utf8)))
    }

    @Test func `a billion laughs stay one line`() throws {
        var entities = "<!ENTITY a0 \"ha\">"
        for level in 1...30 {
            let last = "&a\(level - 1);"
            entities += "<!ENTITY a\(level) \"\(String(repeating: last, count: 10))\">"
        }
        let feed = try feed(
            "<!DOCTYPE rss [\(entities)]><rss><channel><title>&a30; &a0;</title></channel></rss>")
        #expect(feed.about.title == "&a30; ha")
    }

    @Test func `one long entity named often stays bounded`() throws {
        let long = String(repeating: "x", count: 5000)
        let text =
            "<!DOCTYPE rss [<!ENTITY a \"\(long)\">]><rss><channel><title>"
            + String(repeating: "&a;", count: 1000) + "</title></channel></rss>"
        #expect(XMLSource(Array(text.utf8)).markup.count < 20_000)
    }

    @Test(arguments: [
        "<!ENTITY x SYSTEM \"file:///etc/hostname\">",
        "<!ENTITY x PUBLIC \"a\" \"http://x.invalid/\">",
        "<!ENTITY % p SYSTEM \"http://x.invalid/e.dtd\"> %p;",
    ])
    func `external entities are not known`(entity: String) throws {
        let feed = try feed(
            "<!DOCTYPE rss [\(entity)]><rss><channel><title>a&x;b</title></channel></rss>")
        #expect(feed.about.title == "a&x;b")
    }

    @Test func `elements a hundred thousand deep end the reading`() throws {
        let deep = String(repeating: "<a>", count: 100_000)
        let feed = try feed("<rss><channel><title>Q</title><item><title>One</title></item>\(deep)")
        #expect(feed.about.title == "Q")
        #expect(feed.entries.count == 1)
        let inside = "<p>" + String(repeating: "<div>", count: 100_000) + "deep"
        #expect((FragmentText(markup: Array(inside.utf8)).line ?? "").utf8.count < 10)
    }

    @Test func `tens of thousands of entries and attributes are read`() throws {
        let items = String(repeating: "<item/>", count: 20_000)
        #expect(try feed("<rss><channel>\(items)").entries.count == 20_000)
        let attributes = (0..<20_000).map { "a\($0)=''" }.joined(separator: " ")
        #expect(try feed("<rss \(attributes)><channel><title>Q</title>").about.title == "Q")
    }

    @Test func `tags, links and authors are kept in bounded number`() throws {
        let tags = (0..<20_000).map {
            "<category>t\($0)</category><author>n\($0)</author>"
        }.joined()
        let feed = try feed(
            "<rss><channel><title>Q</title>\(tags)<item>\(tags)</item></channel></rss>")
        #expect(feed.about.tags.count == 256)
        #expect(feed.entries.first?.about.authors.count == 256)
    }

    @Test(arguments: [
        "\"", "'", "<", "&", "<!--", "<![CDATA[", "<a b=\"", "<a b='", "<!D[", "<?", "&#", "]]>",
    ])
    func `one mark again and again is linear`(mark: String) {
        let text = "<rss><channel>" + String(repeating: mark, count: 20_000)
        _ = FeedReader.feed(Array(text.utf8))
    }

    @Test func `control characters and zero bytes show that something stood there`() throws {
        let feed = try feed("<rss><channel><title>a\u{0}b\u{7}c\u{1B}[31m</title></channel></rss>")
        #expect(feed.about.title == "a\u{FFFD}b\u{FFFD}c\u{FFFD}[31m")
    }

    @Test func `a feed in which anything is changed is read without harm`() throws {
        let source = Array(
            """
            <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"
            xmlns:c="x"><channel><title>T &amp; &a;</title><item><c:encoded><![CDATA[<p>x</p>]]></c:encoded>
            <link>https://q.example/</link><pubDate>2 Dec 2025</pubDate></item></channel></rss>
            """.utf8)
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            var bytes = source
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + 9))
                default:
                    bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 9)], at: place)
                }
            }
            let text = DecodedText(bytes).bytes
            _ = FeedReader.feed(text)
            _ = FeedList(opml: text)
            _ = JSONFeed.feed(text)
        }
    }
}
