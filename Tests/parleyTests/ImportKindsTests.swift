import Foundation
import Testing

/// Every kind of document through the built program.
struct `Importing every kind` {
    private typealias Copy = `The program`.Copy

    private static let feed = """
        <?xml version="1.0"?><rss version="2.0"><channel><title>The Quay</title>
        <item><title>Ferry back</title><link>https://quay.example/ferry</link>
        <description>The ferry was back in service on Tuesday, the clerk said.</description></item>
        <item><title>Fog</title><link>https://quay.example/fog</link>
        <description>Fog kept the boats in on Monday &amp; Tuesday.</description></item></channel></rss>
        """
    private static let list = """
        <opml version="2.0"><body><outline text="Harbour">
        <outline text="The Quay" xmlUrl="https://quay.example/feed?a=1&amp;b=2"/></outline>
        <outline text="The Gull" xmlUrl="https://gull.example/feed"/></body></opml>
        """
    private static let page = """
        <html><head><title>Crane mended</title></head><body><article><h1>Crane mended</h1>
        <p>The crane on the quay was mended on Friday, and the first boat was unloaded at noon.</p>
        <p>It had stood still since March, and the board had spoken of selling it.</p></article></body></html>
        """

    private static func write(_ files: [String: [UInt8]], in copy: Copy) throws {
        let folder = copy.folder.appending(path: "mixed")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, bytes) in files { try Data(bytes).write(to: folder.appending(path: name)) }
    }

    private static var archive: [UInt8] {
        let answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
        let records = [("request", "GET / HTTP/1.1"), ("response", answer)]
        return records.flatMap { type, block in
            Array(
                """
                WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: https://quay.example/crane\r
                Content-Type: application/http\r\nContent-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n
                """.utf8)
        }
    }

    @Test func `a folder of mixed things is told apart by content`() throws {
        let copy = try Copy()
        try Self.write(
            [
                "a.bin": Array(Self.feed.utf8), "b.bin": Array(Self.list.utf8),
                "c.bin": Self.archive, "d.bin": Array(#"[{"text": "A note on the tide."}]"#.utf8),
                "e.bin": [
                    0xCF, 0xE0, 0xF0, 0xEE, 0xEC, 0x20, 0xE2, 0xE5, 0xF0, 0xED, 0xF3, 0xEB, 0xF1,
                    0xFF, 0x2E,
                ],
                "f.bin": Array(
                    "PK\u{3}\u{4}12345678901234567890123456mimetypeapplication/epub+zip".utf8),
            ], in: copy)
        let outcome = try copy.run(["import", "mixed", "--archive", "a.sqlite", "--json"])
        #expect(outcome.status == 1)
        #expect(
            outcome.output.contains(#""added":5,"unchanged":0,"updated":0"#), "\(outcome.output)")
        #expect(outcome.output.contains(#""feeds":2"#))
        #expect(outcome.errors.contains("f.bin: looks like an EPUB book"))
        #expect(outcome.errors.contains("c.bin: 1 record that holds no page was skipped"))
        let again = try copy.run(["import", "mixed", "--archive", "a.sqlite", "--json"])
        #expect(again.output.contains(#""added":0,"unchanged":5,"updated":0"#))
        #expect(again.output.contains(#""feeds":0"#))
        let list = try copy.run(["list", "articles", "--json", "--archive", "a.sqlite"])
        #expect(list.output.contains("Crane mended"))
        #expect(list.output.contains("Ferry back"))
    }

    @Test func `what is no article is named, and nothing else is lost`() throws {
        let copy = try Copy()
        let story = Array("The clerk spoke on Tuesday. The boat had come in late.".utf8)
        try Self.write(
            [
                "torn.warc": Array(Self.archive.dropLast(90)), "a.warc": Self.archive,
                "empty.txt": [], "noise.jpg": [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 1, 2],
                "red\u{1B}[31m\n.txt": [], "-dash.txt": story,
                "lines.txt": Array("{\"text\":\"Fog on Monday, and no boats.\"}\n{}\nno\n".utf8),
                ".hidden.txt": story, "story.txt~": story,
            ], in: copy)
        let mixed = copy.folder.appending(path: "mixed")
        let deep = mixed.appending(path: "deep/er/still")
        let files = FileManager.default
        try files.createDirectory(at: deep, withIntermediateDirectories: true)
        try Data("Three crews met at the lock. They agreed on nothing.".utf8)
            .write(to: deep.appending(path: "down"))
        try Data(story).write(to: copy.folder.appending(path: "outside.txt"))
        try files.createSymbolicLink(
            at: mixed.appending(path: "out"), withDestinationURL: copy.folder)
        try files.createSymbolicLink(
            at: mixed.appending(path: "in"), withDestinationURL: deep.appending(path: "down"))
        try files.createSymbolicLink(
            atPath: mixed.appending(path: "lost\u{1B}c").path, withDestinationPath: "nowhere")
        #expect(mkfifo(mixed.appending(path: "pipe").path, 0o600) == 0)
        let outcome = try copy.run(["import", "mixed", "--archive", "a.sqlite"])
        #expect(outcome.status == 1)
        #expect(outcome.output.hasPrefix("4 articles added, 1 unchanged, 0 updated, 8 failed"))
        #expect(!outcome.errors.contains("\u{1B}"))
        #expect(outcome.errors.contains("it is a link to nothing"))
        #expect(outcome.errors.contains("mixed/pipe: cannot be read: it is a pipe"))
        let named = outcome.errors.split(separator: "\n").map { $0.prefix { $0 != ":" } }
        #expect(
            Set(named) == [
                "mixed/empty.txt", "mixed/noise.jpg", "mixed/red\u{FFFD}[31m .txt",
                "mixed/lines.txt, line 2", "mixed/lines.txt, line 3", "mixed/out",
                "mixed/lost\u{FFFD}c", "mixed/pipe",
                "mixed/torn.warc", "mixed/a.warc",
            ])
    }

    @Test func `a list of feeds goes in and comes out`() throws {
        let copy = try Copy()
        try Self.write(["list": Array(Self.list.utf8)], in: copy)
        let imported = try copy.run(["import", "mixed/list", "--archive", "a.sqlite"])
        #expect(imported.status == 0)
        #expect(imported.output.contains("2 feeds added to the list"))
        let exported = try copy.run(["export", "opml", "-o", "-", "--archive", "a.sqlite"])
        #expect(exported.status == 0, "\(exported.errors)")
        #expect(exported.output.contains(#"xmlUrl="https://quay.example/feed?a=1&amp;b=2""#))
        #expect(exported.output.contains(#"<outline text="Harbour">"#))
        let wrong = try copy.run(["export", "opml", "fog", "-o", "-", "--archive", "a.sqlite"])
        #expect(wrong.status == 2)
    }

    @Test func `a document is printed in the form that it has`() throws {
        let copy = try Copy()
        try Self.write(
            ["feed": Array(Self.feed.utf8), "list": Array(Self.list.utf8), "warc": Self.archive],
            in: copy)
        func keys(_ file: String) throws -> [String: Any] {
            let outcome = try copy.run(["extract", "mixed/\(file)"])
            let parsed = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
            return try #require(parsed as? [String: Any])
        }
        let entries = try #require(try keys("feed")["entries"] as? [[String: Any]])
        #expect(entries.map { $0["title"] as? String } == ["Ferry back", "Fog"])
        #expect(entries[1]["summary"] as? String == "Fog kept the boats in on Monday & Tuesday.")
        let feeds = try #require(try keys("list")["feeds"] as? [[String: Any]])
        #expect(feeds.map { $0["folder"] as? String } == ["Harbour", ""])
        let pages = try #require(try keys("warc")["entries"] as? [[String: Any]])
        #expect(pages.map { $0["link"] as? String } == ["https://quay.example/crane"])
    }

    @Test func `standard input is taken whatever it is`() throws {
        let copy = try Copy()
        let outcome = try copy.run(["import", "-", "--archive", "a.sqlite"], input: Self.feed)
        #expect(outcome.output.contains("2 articles added"), "\(outcome.errors)")
    }
}
