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
        (
            "PK\u{3}\u{4}" + String(repeating: "x", count: 26) + "mimetypeapplication/epub+zip",
            "an EPUB book"
        ),
        ("PK\u{3}\u{4}" + String(repeating: "x", count: 60), "a ZIP archive or an office document"),
        ("%PDF-1.7\n", "a PDF"),
        ("From ann@quay.example Tue Dec  2 10:15:00 2025\nReceived: from x\n", "a mailbox (mbox)"),
    ])
    func `formats that are not read yet are named`(text: String, name: String) {
        let results = articles(in: RawDocument(name: "x", bytes: Array(text.utf8)))
        #expect(results == [.failure(.unsupported(name: "x", format: name))])
    }

    @Test(
        arguments: [
            ("<!-- c --><r:rss xmlns:r=\"x\">", .feed), ("<CHANNEL HREF=\"x\">", .feed),
            ("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"b\">]><rss>", .feed),
            ("<!DOCTYPE html PUBLIC \"x\"><rss>", .feed), ("<OPML>", .opml), ("<opml/>", .opml),
            ("<?xml version=\"1.0\"?><!DOCTYPE html><html>", .html),
            ("<?xml version=\"1.0\"?><nitf>", .feed),
            ("[ {\"text\": \"a\"}]", .jsonl), ("[{Music} ]", .text), ("[1, 2]", .text),
            ("From the beginning the ferry\nwas late: nobody knew why.", .text),
        ] as [(String, RawDocument.Format)])
    func `the first element tells what markup is`(text: String, format: RawDocument.Format) {
        #expect(DocumentFormat.format(of: Array(text.utf8)) == format)
        #expect(DocumentFormat.foreignKind(of: Array(text.utf8)) == nil)
    }

    @Test func `UTF-16 hides no format`() {
        let bytes = "<rss><channel>".utf16.flatMap {
            [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8]
        }
        #expect(DocumentFormat.format(of: bytes) == .feed)
        #expect(DocumentFormat.format(of: [0xFF, 0xFE] + bytes) == .feed)
    }

    @Test func `a stated format wins over the content`() throws {
        let article = try article("<p>Words of a page</p>", format: .text)
        #expect(article.text.string == "<p>Words of a page</p>")
    }
}

@Test func `a dossier or a settings file is no article`() {
    let file = """
        # A dossier
        id = "talks"
        title = "Talks on the river"

        [[actor]]
        id = "ilves"
        name = "Marta Ilves"
        aliases = ["Ilves"]
        """
    #expect(DocumentFormat.foreignKind(of: Array(file.utf8))?.contains("dossier") == true)
}

@Test(arguments: [
    "[Photo: a harbour]\n\nThe harbour stayed shut.\n\nIt opens on Monday.\n\nNobody asked.\n",
    "x = 1\n\nThat is how the column began.\n\nThe rest was prose.\n\nAnd more.\n\nAnd more.\n\nEnd.\n",
    "---\ntitle: A\n---\nThe harbour stayed shut.\n",
])
func `prose with a bracket or an equation is an article`(text: String) {
    #expect(DocumentFormat.foreignKind(of: Array(text.utf8)) == nil)
}
