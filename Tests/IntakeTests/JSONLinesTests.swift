import Testing

@testable import Intake

struct JSONLinesTests {
    private func results(_ text: String) -> [Result<Article, IntakeError>] {
        DocumentReader().articles(in: RawDocument(name: "news.jsonl", bytes: Array(text.utf8)))
    }

    private func only(_ line: String) throws -> Article {
        let results = results(line)
        #expect(results.count == 1)
        return try #require(results.first).get()
    }

    @Test func `a line gives an article with all it states`() throws {
        let article = try only(
            #"""
            {"id": "h-7", "outlet": "The Harbour Post", "title": "Lamps \"lit\"", "date": "2025-12-02T10:00:00Z", "url": "https://example.org/lamps", "authors": ["Ann Lee", "Bo Sun"], "language": "en-GB", "topic": {"a": [1, "]"]}, "text": "The lamps were lit.\n\nNobody came \u2014 not one.\ud83d\ude00"}
            """#)
        #expect(article.externalID == "h-7")
        #expect(article.outlet == "The Harbour Post")
        #expect(article.title == "Lamps \"lit\"")
        #expect(article.published?.edtf == "2025-12-02")
        #expect(article.url == "https://example.org/lamps")
        #expect(article.authors == ["Ann Lee", "Bo Sun"])
        #expect(article.language == "en")
        #expect(article.text.string == "The lamps were lit.\n\nNobody came — not one.😀")
        #expect(article.sentences.count == 2)
        #expect(article.warnings.isEmpty)
    }

    @Test(arguments: [
        #"{"body": "Words here.", "headline": "T", "source": {"id": 1, "name": "The Post"}, "datePublished": "2 December 2025", "byline": "By Ann Lee", "link": "u"}"#,
        #"{"Text": "Words here.", "Title": "T", "publisher": "The Post", "publication_date": "2025-12-02", "creator": [{"name": "Ann Lee"}], "canonical-url": "u"}"#,
        #"{"maintext": "Words here.", "title": "T", "site_name": "The Post", "publishedAt": "Tue, 02 Dec 2025 10:15:00 GMT", "author": "Ann Lee", "url": "u"}"#,
        #"{"text": null, "content": "Words here.", "title": "T", "outlet": "The Post", "published": "Dec. 2, 2025", "authors": ["Ann Lee"], "url": "u"}"#,
    ])
    func `common names of fields are known`(line: String) throws {
        let article = try only(line)
        #expect(article.text.string == "Words here.")
        #expect(article.title == "T")
        #expect(article.outlet == "The Post")
        #expect(article.published?.edtf == "2025-12-02")
        #expect(article.authors == ["Ann Lee"])
        #expect(article.url == "u")
    }

    @Test func `numbers make ids, null states nothing`() throws {
        let article = try only(#"{"id": 42, "title": null, "outlet": "", "text": "Words here."}"#)
        #expect(article.externalID == "42")
        #expect(article.title == nil)
        #expect(article.outlet == nil)
    }

    @Test func `a date nobody can read is a warning`() throws {
        let article = try only(#"{"date": "last spring", "text": "Words here."}"#)
        #expect(article.published == nil)
        #expect(article.warnings.count == 1)
    }

    @Test(arguments: [
        ("not json", "is no JSON object: an object begins with { (byte 0)"),
        (#"{"text": "a""#, "is no JSON object: an object is not closed (byte 12)"),
        (#"{"text": "a"#, "is no JSON object: a string is not closed (byte 11)"),
        (#"{"text": "a"} x"#, "is no JSON object: something stands behind the object (byte 14)"),
        (#"{"text": yes}"#, "is no JSON object: a value is none of JSON's (byte 9)"),
        (#"{"text": "\x"}"#, "is no JSON object: an escape is none of JSON's (byte 12)"),
        (
            #"{"text": "\u00g0"}"#,
            "is no JSON object: a \\u escape holds no hexadecimal digit (byte 14)"
        ),
        (#"{text: 1}"#, "is no JSON object: a key or text must stand in quotation marks (byte 1)"),
        (#"{"title": "T"}"#, "has no field “text” with words in it"),
        (#"{"text": ""}"#, "has no field “text” with words in it"),
        (#"{"text": 5}"#, "has no field “text” with words in it"),
        (#"["text"]"#, "is no JSON object: an object begins with { (byte 0)"),
    ])
    func `a bad line is an error with file, line and place, and the rest goes on`(
        bad: String, reason: String
    ) throws {
        let good = #"{"text": "Words here."}"#
        let results = results("\(good)\n\(bad)\n\n\(good)\n")
        #expect(results.count == 3)
        #expect(try results[0].get().text.string == "Words here.")
        #expect(throws: IntakeError.badLine(name: "news.jsonl, line 2", reason: reason)) {
            try results[1].get()
        }
        #expect(try results[2].get().text.string == "Words here.")
    }

    @Test func `a line that is not UTF-8 is read in the encoding it is in`() throws {
        var bytes = Array("{\"text\": \"Words here.\"}\n{\"text\": \"The caf".utf8)
        bytes += [0xE9] + Array(" shut.\"}".utf8)
        let results = DocumentReader().articles(in: RawDocument(name: "n", bytes: bytes))
        let article = try results[1].get()
        #expect(article.text.string == "The café shut.")
        #expect(article.warnings.count == 1)
    }

    @Test func `a file in UTF-16 is read`() throws {
        let text = #"{"text": "Words here."}"# + "\n" + #"{"text": "Further words."}"#
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let results = DocumentReader().articles(in: RawDocument(name: "n", bytes: bytes))
        #expect(try results.map { try $0.get().text.string } == ["Words here.", "Further words."])
    }

    @Test(arguments: [
        (#"\ud83d"#, "\u{FFFD}"), (#"\ud83dx"#, "\u{FFFD}x"), (#"\ud83d\u0041"#, "\u{FFFD}A"),
        (#"\udc00"#, "\u{FFFD}"), (#"\u0000"#, "\u{FFFD}"), (#"\u001b"#, "\u{FFFD}"),
        (#"e\u0301"#, "é"), (#"\/"#, "/"),
    ])
    func `odd escapes become what can be shown`(escape: String, shown: String) throws {
        let article = try only(#"{"text": "Words \#(escape)."}"#)
        #expect(article.text.string == "Words \(shown).")
    }

    @Test func `no depth of nesting overflows anything`() throws {
        let deep = String(repeating: "[", count: 200_000) + String(repeating: "]", count: 200_000)
        #expect(
            try only("{\"a\": \(deep), \"text\": \"Words here.\"}").text.string == "Words here.")
        #expect(try only("{\"title\": \(deep), \"text\": \"Words.\"}").title == nil)
    }

    @Test func `one object spread over lines is one article`() throws {
        let article = try only("{\n  \"title\": \"T\",\n  \"text\": \"Words here.\"\n}\n")
        #expect(article.title == "T")
    }

    @Test func `a text may hold its own line ends, wraps and furniture`() throws {
        let article = try only(
            #"{"title": "T", "text": "The lamps were lit on the quay.\r\n\r\nADVERTISEMENT\r\n\r\nNobody came."}"#
        )
        #expect(article.text.string == "The lamps were lit on the quay.\n\nNobody came.")
        #expect(article.removed.map(\.why) == ["advertisement"])
    }

    @Test func `names and the outlet's name above the body are a byline`() throws {
        let article = try only(
            #"{"outlet": "The Post", "title": "T", "text": "Ann Lee and Bo Sun\n\nTHE POST\n\nThe lamps were lit on the quay, and nobody came to see."}"#
        )
        #expect(article.authors == ["Ann Lee", "Bo Sun"])
        #expect(article.removed.map(\.why) == ["byline", "outlet line"])
    }

    @Test func `too long a line is refused`() {
        let line = "{\"text\": \"" + String(repeating: "word ", count: 1_700_000) + "\"}"
        #expect(
            throws: IntakeError.tooLarge(
                name: "news.jsonl, line 1", bytes: line.utf8.count,
                limit: DocumentReader.largestArticle)
        ) { try only(line) }
    }
}
