/// Small honest documents of each kind, which the mutations start from; all invented.
enum Seeds {
    static func bytes(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }

    static let pages = bytes([
        """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ferry talks resume | The \
        Quay</title><meta property="og:site_name" content="The Quay"><meta name="author" \
        content="Ann Lee"><link rel="canonical" href="https://quay.example/2025/12/02/ferry">
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",\
        "headline":"Ferry talks resume","datePublished":"2025-12-02T08:00:00+02:00","author":[{"@type"\
        :"Person","name":"Ann Lee"}],"publisher":{"name":"The Quay"}}</script></head><body>
        <nav><a href="/">Home</a> <a href="/news">News</a></nav><h1>Ferry talks resume</h1>
        <p class="byline">By Ann Lee, 2 December 2025</p><div class="article-body" itemprop="articleBody">
        <p>The two ferry companies met again on Tuesday, and the mayor of the harbour said that a
        compromise was closer than it had been at any time since the spring.</p><h2>What is open</h2>
        <blockquote><p>“We shall not pay for the pier,” Ines Cortez said.</p></blockquote>
        <ul><li>The night boat</li><li>The subsidy of 28 million euros</li></ul>
        <figure><img src="a.jpg"><figcaption>A night boat leaves.</figcaption></figure>
        <p>The talks are to go on until the end of the week&nbsp;&mdash; when the council votes.</p></div>
        <aside><a href="/a">Read also: older news</a></aside><footer>&copy; The Quay</footer></body></html>
        """,
        """
        <html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head>
        <body><table><tr><td><font size=2><b>Old news</b><br><br>The lock keeper spoke for an hour<br>
        and nobody wrote it down.<p>So it was said again on Monday, by the keeper's deputy, to the paper.
        </table><div style="display:none">hidden</div><template><p>never</p></template>
        <svg><text>drawn</text></svg><math><mi>x</mi></math><p>One &#x41;&#0;&#xD800;&amp;&bogus; two.
        """,
    ])

    static let pageWords = bytes([
        "<p>", "</p>", "<div>", "</div>", "<table><tr><td>", "</table>", "<br>", "<!--", "-->",
        "<script>", "</script>", "<style>", "<![CDATA[", "]]>", "<title>", "<h1>", "<article>",
        "<svg>", "<math>", "<template>", "<select><option>", "<textarea>", "<plaintext>",
        "<frameset>",
        "<a href='", "' itemprop='articleBody'", " itemscope itemtype=", " hidden", "\"", "'", "=",
        "<!DOCTYPE html [<!ENTITY a \"b\">]>", "&a;", "&#1114112;", "&#x0;",
        "<?xml encoding=\"utf-16\"?>",
        "<meta charset=utf-7>", "<base href='javascript:'>", "<b><i>", "</b></i>", "<li><ul>",
        "<blockquote>",
        "{\"@type\":\"NewsArticle\",\"headline\":", "\"@graph\":[", "\\u0000",
        "datetime=\"2025-02-30\"",
        "<font color=", "<o:p>", "</body>", "<noscript>", "<iframe>", "<object><param>",
    ])

    static let feeds = bytes([
        """
        <?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY q "Quay">]><rss version="2.0"
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
        <channel><title>The &q;</title><link>https://quay.example/</link><language>en</language>
        <item><title>Pilots&#8217; strike</title><link>/a?b=1&amp;c=2</link><guid isPermaLink="false">g1</guid>
        <pubDate>Tue, 02 Dec 2025 10:00:00 +0200</pubDate><dc:creator>Ann Lee</dc:creator>
        <description>Short.</description><content:encoded><![CDATA[<p>The pilots stopped work at noon.</p>
        <p>The masters called it a day.</p>]]></content:encoded><enclosure url="a.mp3" length="1"/></item>
        <item><description>&lt;p&gt;Only a summary of what the board said.&lt;/p&gt;</description></item>
        </channel></rss>
        """,
        """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://b.example/x/"><title type="html">A &lt;b&gt;b
        &lt;/b&gt;</title><entry><id>urn:1</id><updated>2025-12-02T10:00:00Z</updated><author><name>Bo</name>
        </author><link rel="alternate" href="../y"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
        <p>The council met in the old hall and left it at night.</p></div></content></entry></feed>
        """,
        """
        {"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"1","url":"https://j.example/1",
        "content_html":"<p>The envoy came by boat and went by train.</p>","date_published":"2025-12-02T01:02:03Z",
        "authors":[{"name":"Cy"}],"tags":["a","b"]}]}
        """,
        """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
        <channel><title>R</title></channel><item><title>One</title><description>The bridge opened on Friday
        at last.</description></item></rdf:RDF>
        """,
        """
        <opml version="2.0"><head><title>Mine</title></head><body><outline text="North"><outline type="rss"
        text="The Quay" xmlUrl="https://quay.example/feed"/></outline></body></opml>
        """,
    ])

    static let feedWords = bytes([
        "<item>", "</item>", "<entry>", "<title>", "</title>", "<![CDATA[", "]]>",
        "<!ENTITY a \"&a;&a;\">",
        "<!ENTITY % p SYSTEM \"file:///etc/passwd\">", "%p;", "&a;", "<!DOCTYPE x [", "]>",
        "&lt;p&gt;",
        "xml:base=\"", "xmlns:x=\"", "<x:y>", "<content type=\"xhtml\">", "<pubDate>", "<dc:date>",
        "<link/>",
        "<link href='//[::1]:99999/../..'/>", "&#x110000;", "&#8;",
        "<?xml version='1.0' encoding='utf-16'?>",
        "<!--", "--", "<outline xmlUrl='", "<guid>", "{\"items\":[", "\"content_html\":\"",
        "<a><a><a>",
        "Tue, 99 Foo 20255 25:61:61 GMT", "<source url='", "<summary mode='base64'>", "</channel>",
    ])

    static let lines = bytes([
        """
        {"id":7,"title":"Pier","text":"The envoys met on Monday.\\n\\nThey left at \\u00e9 nine. \\ud83d\\ude00",\
        "published":"2025-12-02","source":{"name":"Quay"},"authors":["A","B"],"url":"https://q.example/1"}
        {"headline":"Two","body":"The clerk said so. Nobody else did.","date":1764633600,"language":"en"}

        {"text":"Third: “one, two” he said.","link":"http://q.example/3","nested":{"a":[1,[2,[3]]],"b":null}}
        """,
        "[{\"text\":\"An array of one article, no more.\"},\n{\"content\":\"And of another one.\"}]",
        "{\n \"text\": \"One object over\\nseveral lines.\",\n \"title\": null\n}",
    ])

    static let lineWords = bytes([
        "{", "}", "[", "]", "\"", ":", ",", "\\", "\\u", "\\ud800", "\\udc00", "\\u0000",
        "\\u001b[2J", "null",
        "true", "1e400", "-0", "\"text\":\"", "\"title\":", "\"published\":\"", "\"url\":\"", "\n",
        "\r\n",
        "\"authors\":[", "[[[[[[[[", "{\"a\":", "\"id\":", "\"source\":{\"name\":",
        "\"date\":-99999999999999",
        "\"text\":\"x\",\"text\":\"y\"", "/*", "NaN", "\u{FEFF}",
    ])

    static let markdown = bytes([
        """
        ---
        title: "The level: of the lake"
        outlet: The Lake Gazette
        published: 2025-12-02
        author: [Ann Lee, Bo Berg]
        url: https://lake.example/level?a=1
        language: en
        ---
        # The level of the lake

        By Ann Lee, 2 December 2025

        The two shores met on **Tuesday** and [agreed](https://x.example) on nothing. “We shall see,”
        Ana Ortega said, citing 28 points of the first draft.

        ## What is next

        - One more round, on 5 December
        - A vote by 19 of 27 members

        > The minister told Lake Gazette that he “would not” sign.
        0 Comment(s)
        """,
        "---\r\ntitle: 'x'\r\n...\r\nOne line. Another line!\r\n\r\n***\r\n| a | b |\r\n|---|---|\r\n",
        "An Old Title\n============\n\nMoscow, Nov 26 (Wire) - The talks went on.\n```\ncode\n```\n",
    ])

    static let markdownWords = bytes([
        "---\n", "...\n", "title: ", "published: ", "author: [", "]", "url: ", "language: ",
        "kind: digest\n",
        "# ", "\n\n", "===\n", "***", "**", "[a](b)", "![", "```", "> ", "- ", "| a |", "\\", "<b>",
        "&amp;",
        "“", "”", "’", "\"", "'", "Mr. ", "U.S. ", "a.m. ", "...", "?!", "By Ann Lee",
        "2 December 2025",
        "28 points", "twenty-eight", "per cent", "said", "told ", "according to ", "Ana Ortega",
        "Ortega",
        "North Shore", "Lake Gazette", "the minister", "0 Comment(s)", "Subscribe to",
        "Read also: ", "©",
        ": |\n  ", "&anchor *anchor", "<<: ", "!!binary ", "{a: b, ", "last Tuesday",
        "on 31 February",
    ])

    static let dossiers = bytes([
        """
        [dossier]
        id = "lake"
        title = "Talks on the lake"

        [[topic]]
        id = "water"
        name = "Water"

        [[point]]
        id = "water-level"
        name = "Level of the lake"
        topic = "water"
        provision = "The lake is kept at one level all year"
        cues = ["lake + level|height - sea level", "water level"]

        [[actor]]
        id = "ortega"
        name = "Ana Ortega"
        kind = "person"
        roles = [{ title = "Minister of Water", from = 2029-01-15 }]
        aliases = ["Ortega", "Ана Ортега"]
        weak = ["Ortega"]
        not_this = ["Ortega Street"]

        [[actor]]
        id = "north-shore"
        name = "North Shore"
        kind = "state"
        metonyms = ["harbour"]

        [[place]]
        id = "harbour"
        name = "Harbour"

        [[outlet]]
        id = "lake-gazette"
        name = "The Lake Gazette"
        domains = ["lakegazette.example"]

        [[draft]]
        id = "first"
        name = "First draft"
        published = 2025-11-20
        cues = ["28-point|first draft"]

        [[event]]
        id = "round"
        name = "First round"
        date = 2025-12-02
        cues = ["met + Tuesday"]
        """
    ])

    static let dossierWords = bytes([
        "[[actor]]\n", "[[point]]\n", "[[topic]]\n", "[[place]]\n", "[[outlet]]\n", "[[draft]]\n",
        "[[event]]\n",
        "[[provision]]\n", "[[concordance]]\n", "[dossier]\n", "id = \"", "name = \"",
        "kind = \"person\"\n",
        "topic = \"water\"\n", "cues = [", "\"a + b|c - d\"", "\"\"\"", "'''", "aliases = [",
        "part_of = \"",
        "roles = [{ title = \"x\", from = 2025-01-01, until = 2024-01-01 }]\n", "= 9999-99-99\n",
        "metonyms = [",
        "= inf\n", "= 0x", "= 1979-05-27T07:32:00-08:00\n", "a.b.c = ", "[a.b]\n", "{ a = { b = ",
        "[[[[", "\\u",
        "\\U0010FFFF", "#", "|||", " + ", " - ", "*", "\"^X\"", "drafts = [", "parent = \"",
        "concerns = [",
    ])

    static let queries = bytes([
        "nato -membership \"sea level\" (lake OR river*) source:tass actor:\"Ana Ortega\" before:2025-12-02",
        "{speaker:putin point:nato-membership} has:quote is:unread known:2025-12 -{draft:us-28 -lang:en}",
        "a AND b OR NOT c cites:axios stance:rejects title:\"a b\" after:2025 on:2025-11-26 is:copy",
        #"/cease-?fire/ -/truce|\bpeace\/\w+/ OR title:/^The [a-z]{2,5} (x|y)?$/ {/“.*?”/ speaker:putin}"#,
    ])

    static let patterns = bytes([
        #"(a|ab)(c|bcd)*? \bnot\b [^a-z\d]+$"#, "“.*?”|^The (?:first|last){1,3}",
        #"\d{1,3}(,\d{3})* (troops|points)\S+\t[]x-]"#, "(a?){20}a{20}b [а-яё]+ é",
    ])

    static let patternWords = bytes([
        "(", ")", "(?:", "[", "[^", "]", "-", "{2,5}", "{3}", "{1,}", "{999}", "*", "+", "?", "*?",
        "+?", "??", "|", "^", "$", ".", "\\", "\\d", "\\W", "\\s", "\\b", "\\B", "\\1", "a", "ab",
        "\n", "\u{301}", "\u{AD}", "é", "Я", "日", "\u{1F54A}", "((((((((", "))))",
    ])

    static let queryWords = bytes([
        " OR ", " AND ", " NOT ", "-", "(", ")", "{", "}", "\"", "*", ":", "source:", "actor:",
        "speaker:",
        "point:", "stance:", "draft:", "title:", "lang:", "is:", "is:unread", "has:", "has:clash",
        "before:",
        "after:", "on:", "known:", "2025-12-02", "2025-02-30", "..", "~", "\\", "“", "”", "event:",
        "cites:",
        "place:", "figure:", "word:", "text:", "NEAR(", "^", "+", "|", "near:", "about:",
        "/", " /", "/ ", "-/", "title:/", "\\/", "[", "]", "[^", "(?:", "{2,", ".*", "\\b", "?",
    ])
}
