import Testing

@testable import Intake

struct DocumentFormatTests {
    @Test(
        arguments: [
            ("The ministers met.", .text),
            ("", .text),
            ("<3 is what she wrote", .text),
            ("{curly} words", .text),
            ("[Music] The lamps", .text),
            ("---\nThe lamps were lit.", .text),
            ("---\ntitle: T\n---\nWords", .markdown),
            ("\u{FEFF}---\r\ntitle: T\r\n---\r\nWords", .markdown),
            ("\n\n--- \ntitle: T\n---\nWords", .markdown),
            ("{\"text\": \"a\"}\n{\"text\": \"b\"}", .jsonl),
            ("\n {\n \"text\": \"a\"}", .jsonl),
            ("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}", .feed),
            ("<!DOCTYPE html><html>", .html),
            ("  <html lang=en>", .html),
            ("<!-- saved --><html>", .html),
            ("<p>Words", .html),
            ("<?xml version=\"1.0\"?><rss version=\"2.0\">", .feed),
            ("<?xml version=\"1.0\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">", .feed),
            ("<rdf:RDF xmlns:rdf=\"x\">", .feed),
            ("<?xml version=\"1.0\"?><!-- c --><opml version=\"2.0\">", .opml),
            ("WARC/1.0\r\nWARC-Type: warcinfo", .warc),
        ] as [(String, RawDocument.Format)])
    func `content tells the format`(text: String, format: RawDocument.Format) {
        #expect(DocumentFormat.format(of: Array(text.utf8)) == format)
    }

    @Test(arguments: [
        [0x2D, 0x2D, 0x2D, 0x0A, 0xC2], [0x2D, 0x2D, 0x2D, 0x0D, 0x61, 0x3A, 0xE2, 0x80],
        [0xEF, 0xBB], [0x3C, 0xF0], [0x7B, 0x22, 0xE2], [0x57, 0x41, 0x52, 0x43],
    ])
    func `bytes cut off anywhere are looked at without harm`(bytes: [UInt8]) {
        let format = DocumentFormat.format(of: bytes)
        #expect(format == .text || format == .jsonl)
    }

    @Test(arguments: [
        ("<rss></rss>", "a feed"),
        ("<opml></opml>", "an OPML list"), ("WARC/1.1", "a WARC archive"),
    ])
    func `formats that are not read yet are named`(text: String, name: String) {
        let results = articles(in: RawDocument(name: "x", bytes: Array(text.utf8)))
        #expect(results == [.failure(.unsupported(name: "x", format: name))])
    }

    @Test func `a stated format wins over the content`() throws {
        let article = try article("<p>Words of a page</p>", format: .text)
        #expect(article.text.string == "<p>Words of a page</p>")
    }
}
