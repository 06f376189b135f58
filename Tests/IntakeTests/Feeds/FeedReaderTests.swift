import Testing

@testable import Intake

struct FeedReaderTests {
    private func feed(_ text: String, address: String? = nil) throws -> Feed {
        try #require(FeedReader.feed(Array(text.utf8), address: address))
    }

    private func entry(_ inside: String) throws -> FeedEntry {
        let feed = try feed("<rss version='2.0'><channel><item>\(inside)</item></channel></rss>")
        return try #require(feed.entries.first)
    }

    private func atomEntry(_ inside: String) throws -> FeedEntry {
        let feed = try feed(
            "<feed xmlns='http://www.w3.org/2005/Atom'><entry>\(inside)</entry></feed>")
        return try #require(feed.entries.first)
    }

    @Test func `RSS 2 with full content`() throws {
        let feed = try feed(
            """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>The Quay</title><link>https://quay.example/</link>
            <description>News of the harbour</description><language>en-gb</language>
            <copyright>© The Quay</copyright><lastBuildDate>Tue, 2 Dec 2025 10:15:00 +0100</lastBuildDate>
            <image><url>/logo.png</url><title>Logo</title><link>https://logo.example/</link></image>
            <item><title>Ferry &amp;amp; crane</title><link>/news/1</link><guid isPermaLink="false">q-1</guid>
            <description>In &lt;b&gt;short&lt;/b&gt;.</description>
            <content:encoded><![CDATA[<p>The ferry is back.</p><p>So is the crane.</p>]]></content:encoded>
            <dc:creator>Ada Quay and Ben Dock</dc:creator><category>Harbour</category>
            <pubDate>Mon, 01 Dec 2025 08:00:00 GMT</pubDate><comments>https://quay.example/c/1</comments>
            <enclosure url="a.mp3" type="audio/mpeg"/><source url="x">The Gull</source></item>
            </channel></rss>
            """)
        #expect(feed.about.title == "The Quay")
        #expect(feed.about.link == "https://quay.example/")
        #expect(feed.subtitle == "News of the harbour")
        #expect(feed.about.language == "en-gb")
        #expect(feed.about.rights == "© The Quay")
        #expect(feed.about.updated?.iso == "2025-12-02T10:15:00+01:00")
        #expect(feed.about.image == "/logo.png")
        let entry = try #require(feed.entries.first)
        #expect(feed.entries.count == 1)
        #expect(entry.about.title == "Ferry & crane")
        #expect(entry.about.link == "https://quay.example/news/1")
        #expect(entry.about.id == "q-1")
        #expect(entry.summary == "In short.")
        #expect(entry.content == "The ferry is back.\n\nSo is the crane.")
        #expect(entry.body?.text == entry.content)
        #expect(entry.about.authors == ["Ada Quay", "Ben Dock"])
        #expect(entry.about.tags == ["Harbour"])
        #expect(entry.about.published?.iso == "2025-12-01T08:00:00Z")
        #expect(entry.comments == "https://quay.example/c/1")
        #expect(entry.enclosures == ["https://quay.example/a.mp3"])
        #expect(entry.source == "The Gull")
    }

    @Test func `Atom with its addresses and people`() throws {
        let feed = try feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://quay.example/feeds/" xml:lang="en">
            <title type="html">The &lt;i&gt;Quay&lt;/i&gt;</title><id>urn:q</id>
            <link rel="self" href="atom.xml"/><link href="../"/>
            <entry xml:base="2025/"><title>1 &lt; 2</title><link rel="alternate" href="fog"/>
            <link rel="enclosure" href="fog.pdf"/><id>urn:q:1</id>
            <author><name>Ada Quay</name><email>a@q.example</email></author><author><name>Ben Dock</name></author>
            <updated>2025-12-02T10:00:00Z</updated><published>2025-12-01</published>
            <source><title>The Gull</title></source>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Fog <b>came</b>.</p><p>It went.</p></div></content>
            </entry></feed>
            """)
        #expect(feed.about.title == "The Quay")
        #expect(feed.about.link == "https://quay.example/")
        #expect(
            feed.about.links == ["https://quay.example/feeds/atom.xml", "https://quay.example/"])
        #expect(feed.about.language == "en")
        let entry = try #require(feed.entries.first)
        #expect(entry.about.title == "1 < 2")
        #expect(entry.about.link == "https://quay.example/feeds/2025/fog")
        #expect(entry.enclosures == ["https://quay.example/feeds/2025/fog.pdf"])
        #expect(entry.about.authors == ["Ada Quay", "Ben Dock"])
        #expect(entry.about.published?.iso == "2025-12-01T00:00:00Z")
        #expect(entry.about.published?.publicationDate.edtf == "2025-12-01")
        #expect(entry.source == "The Gull")
        #expect(entry.content == "Fog came.\n\nIt went.")
    }

    @Test func `RDF has its items beside the channel`() throws {
        let feed = try feed(
            """
            <r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
            <channel r:about="https://quay.example/"><title>The Quay</title></channel>
            <item r:about="https://quay.example/1"><title>One</title></item>
            <item r:about="https://quay.example/2"><title>Two</title></item></r:RDF>
            """)
        #expect(feed.about.title == "The Quay")
        #expect(feed.entries.map(\.about.title) == ["One", "Two"])
        #expect(
            feed.entries.map(\.about.id) == ["https://quay.example/1", "https://quay.example/2"])
    }

    @Test func `CDF in its capitals`() throws {
        let feed = try feed(
            """
            <CHANNEL HREF="https://quay.example/" LASTMOD="2004-04-06T23:05:43-05:00"><TITLE>The Quay</TITLE>
            <ABSTRACT>News</ABSTRACT><ITEM HREF="/fog"><TITLE>Fog</TITLE></ITEM></CHANNEL>
            """)
        #expect(feed.about.link == "https://quay.example/")
        #expect(feed.about.updated?.iso == "2004-04-06T23:05:43-05:00")
        #expect(feed.subtitle == "News")
        #expect(feed.entries.first?.about.link == "https://quay.example/fog")
    }

    @Test(arguments: [
        ("<title>2 > 1</title>", "2 > 1"), ("<title>&lt;!-- b -->a</title>", "a"),
        ("<title>&lt;!DOCTYPE</title>", "<!DOCTYPE"), ("<title>AT&amp;T</title>", "AT&T"),
        ("<title><![CDATA[a <b>c</b>]]></title>", "a c"),
        ("<title>a\n   b</title>", "a b"), ("<title> </title>", nil),
        ("<media:title>b</media:title><title>a</title>", "a"),
        ("<dc:title>b</dc:title>", "b"), ("<image><title>b</title></image>", nil),
        ("<title>Caf&eacute; &#8211; &#146;s &bogus; R&D</title>", "Café – ’s &bogus; R&D"),
    ])
    func `a title is one line without markup`(inside: String, title: String?) throws {
        #expect(try entry(inside).about.title == title)
    }

    @Test(arguments: [
        ("<author>me@quay.example (Ada Quay)</author>", ["Ada Quay"]),
        ("<author>Ada Quay &lt;me@quay.example&gt;</author>", ["Ada Quay"]),
        ("<author>me@quay.example</author>", ["me@quay.example"]),
        (
            "<dc:creator>Ada Quay</dc:creator><dc:creator>Ben Dock</dc:creator>",
            ["Ada Quay", "Ben Dock"]
        ),
        ("<itunes:author>Harbour Radio</itunes:author><author>Ada Quay</author>", ["Ada Quay"]),
        ("<author></author>", []),
    ])
    func `authors are names`(inside: String, authors: [String]) throws {
        #expect(try entry(inside).about.authors == authors)
    }

    @Test(arguments: [
        ("<guid>https://quay.example/1</guid>", "https://quay.example/1"),
        ("<guid isPermaLink='false'>https://quay.example/1</guid>", nil),
        (
            "<guid>https://quay.example/1</guid><link>https://quay.example/2</link>",
            "https://quay.example/2"
        ),
        ("<link>https://quay.example/get?a=1&b=2</link>", "https://quay.example/get?a=1&b=2"),
        ("<link></link><guid>https://quay.example/1</guid>", "https://quay.example/1"),
    ])
    func `the page of an entry`(inside: String, link: String?) throws {
        #expect(try entry(inside).about.link == link)
    }

    @Test(arguments: [
        ("<pubDate>2 Dec 2025</pubDate><dc:date>2025-12-03</dc:date>", "2025-12-02", "2025-12-03"),
        ("<dc:date>2025-12-03</dc:date>", nil, "2025-12-03"),
        ("<issued>2025-12-01</issued><published>2025-12-02</published>", "2025-12-02", nil),
        ("<pubDate>soon</pubDate>", nil, nil),
    ])
    func `when it came out and when it changed`(
        inside: String, published: String?, updated: String?
    ) throws {
        let entry = try entry(inside)
        #expect(entry.about.published?.day.iso == published)
        #expect(entry.about.updated?.day.iso == updated)
    }

    @Test(arguments: [
        ("<content type='text'>1 &lt;b> 2</content>", "1 <b> 2"),
        ("<content type='html'>&lt;p>One&lt;br>line&lt;/p></content>", "One\nline"),
        ("<content type='text/html' mode='base64'>PGI+T25lPC9iPg==</content>", "One"),
        ("<content type='application/octet-stream'>T25l</content>", "One"),
        ("<content mode='xml'><p>One</p><p>two</p></content>", "One\n\ntwo"),
    ])
    func `content comes in many wrappings`(inside: String, content: String) throws {
        #expect(try atomEntry(inside).content == content)
    }

    @Test(arguments: [
        ("<rss><channel><title>Q</title><item><title>One</title>", ["One"]),
        ("<rss><channel><title>Q</title><item><title>One</title></channel></rss>", ["One"]),
        ("<rss><channel><item><title>One</item><item><title>Two</title></item>", ["One", "Two"]),
        (
            "<rss><channel><item><title>One</title><item><title>Two</title></item></channel>",
            ["One", "Two"]
        ),
        ("<rss><channel><item><title>a < b</title></item></channel></rss>", ["a < b"]),
        ("<rss><channel><item a=1 a=2 b><title>One</title></item></channel></rss>", ["One"]),
        ("<rss><channel><item><title>One</title></item></channel></rss><rss>junk", ["One"]),
        (
            "\n \n<?xml version='1.0'?><rss><channel><item><title>One</title></item></channel></rss>",
            ["One"]
        ),
    ])
    func `what is broken is read as far as it goes`(text: String, titles: [String]) throws {
        #expect(try feed(text).entries.compactMap(\.about.title) == titles)
    }

    @Test(arguments: ["", "words", "<html><body>", "<?xml version='1.0'?><nitf/>", "<rss"])
    func `what is no feed is none`(text: String) {
        #expect(FeedReader.feed(Array(text.utf8)) == nil)
    }
}
