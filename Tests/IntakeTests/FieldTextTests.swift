import Testing

@testable import Intake

/// Finds of the harness for hostile input, and what they stand for.
struct `Fields of a document` {
    @Test(arguments: [
        ("Title", "Title"), (" Title\n", "Title"), ("Two\nlines", "Two lines"),
        ("a\u{0F}b", "a\u{FFFD}b"), ("\u{9B}2J", "\u{FFFD}2J"), ("a\u{2028}b", "a b"),
    ])
    func `are one line without control characters`(text: String, expected: String) {
        #expect(FieldText.line(text) == expected)
    }

    @Test(arguments: ["", " ", "\n\t"])
    func `are nothing rather than empty`(text: String) {
        #expect(FieldText.line(text) == nil)
    }

    @Test func `an address loses line ends and has no other control characters`() {
        #expect(FieldText.address("https://a.example/\n\tb") == "https://a.example/b")
        #expect(FieldText.address("https://a.example/\u{1D}b") == nil)
        #expect(FieldText.address("") == nil)
    }

    private func article(_ text: String, _ format: RawDocument.Format) throws -> Article {
        let raw = RawDocument(name: "x", bytes: Array(text.utf8), stated: .init(format: format))
        return try #require(DocumentReader().articles(in: raw).first).get()
    }

    @Test func `a subheading with a line separator stays one line`() throws {
        let page = try article(
            """
            <html><body><article><h1>Ferry</h1><p>The two companies met again on Tuesday, and \
            the mayor said so.</p><h2>What is o\u{2028}pen</h2><p>The talks go on until the end \
            of the week, the council said.</p></article></body></html>
            """, .html)
        for section in page.sections { #expect(!section.text.contains("\n")) }
    }

    @Test func `control characters in linked data stay out of the outlet`() throws {
        let page = try article(
            """
            <html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":\
            "Fer\\u0015ry","publisher":{"name":"The \\u000fQuay"}}</script></head><body><article>\
            <p>The two companies met again on Tuesday, and the mayor said so.</p></article></body>
            """, .html)
        for field in [page.title, page.outlet] {
            #expect(field?.unicodeScalars.allSatisfy { $0.value >= 0x20 } != false)
        }
    }

    @Test func `an empty title is none`() throws {
        let line = #"{"title":"\u0020","text":"Two envoys met on Monday."}"#
        #expect(try article(line, .jsonl).title == nil)
    }
}
