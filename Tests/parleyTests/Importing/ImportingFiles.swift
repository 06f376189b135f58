import Foundation
import TestSupport

/// The files and hosts that docs/importing.md speaks of; all invented.
enum ImportingFiles {
    /// What lies in the home of who reads the section, beside what the section shows itself.
    static func files(of section: DocumentedPage.Section) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for command in section.commands {
            if let name = command.shownFile { files[name] = Array((command.output ?? "").utf8) }
        }
        switch section.heading {
        case "Importing":
            for (name, bytes) in mixed { files["articles/" + name] = bytes }
            files["downloads/Tuesday/report.html"] = Array(page("Weir", "The weir").utf8)
            files["downloads/notes"] = Array("The weir was not spoken of on Thursday.".utf8)
            files["story.txt"] = Array(text.utf8)
            files["story.md"] = Array(markdown.utf8)
            files["page.html"] = Array(page("Tide tables", "The tide tables").utf8)
        case "Pages":
            files["page.html"] = Array((section.samples["html"] ?? "").utf8)
            for (name, title) in [("a", "Lock opens"), ("b", "Mill sold")] {
                files["saved-pages/\(name).html"] = Array(page(title, "The council").utf8)
            }
        case "Feeds":
            files["feeds/one.xml"] = Array(feed(["gull"]).utf8)
            files["feeds/two.xml"] = Array(feed(["tern"]).utf8)
        case "Addresses", "Lists of feeds": files["subscriptions.opml"] = Array(list.utf8)
        case "Web archives": files["crawl.warc.gz"] = Gzip.stored(archive)
        case "JSON Lines and JSON arrays":
            let lines = ["Fog on Monday, and no boats.", "Sun on Friday, and forty boats."]
                .map { "{\"text\": \"\($0)\"}\n" }
            files["news.jsonl.gz"] = Gzip.stored(Array(lines.joined().utf8))
        case "A folder that changes": files["articles/crane.md"] = Array(markdown.utf8)
        case "What is not read yet":
            files["book.epub"] = Array(
                "PK\u{3}\u{4}12345678901234567890123456mimetypeapplication/epub+zip".utf8)
            files["post.mbox"] = Array(
                """
                From ann@quay.example Tue Dec  2 08:00:00 2025
                From: Ann <ann@quay.example>
                Subject: Ferry

                The ferry is back.

                """.utf8)
        default: break
        }
        return files
    }

    /// The folder of mixed things that the first section shows the summary of.
    private static var mixed: [String: [UInt8]] {
        let lines = """
            {"text": "The lower lock was shut on Wednesday, and twelve barges had to wait."}
            {"title": "Tide"}
            not JSON

            """
        return [
            "story.txt": Array("The weir held. The clerk was glad of it on Friday.".utf8),
            "crane.md": Array(markdown.replacing("third", with: "fourth").utf8),
            "page.html": Array(page("Mill sold", "The old mill").utf8),
            "feed.xml": Array(feed(["ferry", "fog"], withoutText: "fog").utf8),
            "feeds.opml": Array(list.utf8), "crawl.warc.gz": Gzip.stored(archive),
            "articles.jsonl": Array(lines.utf8),
            "boat.jpg": [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 1, 2], "empty.txt": [],
        ]
    }

    /// What happens in the folder that a command watches, once it is watched.
    static func deeds(for line: String, in shell: Shell) -> [() throws -> Void] {
        let fog = { (words: String) in
            let text = """
                ---
                title: Fog on the bay
                url: https://quay.example/fog
                ---

                Fog kept the boats in on Monday, \(words).

                """
            return { try shell.write(text.utf8, to: "articles/fog.md") }
        }
        if line.contains("--remove") { return [{ try shell.remove("articles/crane.md") }] }
        if line.contains("--json") { return [fog("and on Friday")] }
        return [
            fog("and on Tuesday"), fog("and on Wednesday"), { try shell.remove("articles/fog.md") },
        ]
    }

    private static let text =
        "Two crews met at the lock on Monday. They agreed on nothing but the hour.\n"
    private static let markdown = """
        ---
        title: Crane mended
        ---

        The crane on the third pier was mended on Monday, two weeks late.

        """
    private static let list = """
        <opml version="2.0"><body><outline text="Harbour">
        <outline text="The Quay" xmlUrl="https://quay.example/feed.xml"/></outline></body></opml>
        """

    private static func page(_ title: String, _ subject: String) -> String {
        """
        <html><head><title>\(title)</title></head><body><article><h1>\(title)</h1>
        <p>\(subject) was spoken of for three hours on Friday, and the clerk noted every word.</p>
        <p>Nobody had expected a vote before spring, and there was none; the mayor left at noon.</p>
        </article></body></html>
        """
    }

    /// A feed whose entries are summaries, each with a page of its own.
    private static func feed(_ names: [String], withoutText bare: String = "") -> String {
        let items = names.map { name in
            let summary = name == bare ? "" : "About the \(name) the clerk said little on Tuesday."
            return """
                <item><title>News of the \(name)</title>
                <link>https://quay.example/2025/12/02/\(name)</link>
                <description>\(summary)</description></item>
                """
        }
        return """
            <rss version="2.0"><channel><title>The Quay</title>
            \(items.joined(separator: "\n"))
            </channel></rss>
            """
    }

    private static var archive: [UInt8] {
        let answer =
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page("Pier", "The pier")
        return [("request", "GET / HTTP/1.1"), ("response", answer)].flatMap { type, block in
            Array(
                """
                WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: https://quay.example/pier\r
                Content-Type: application/http\r\nContent-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n
                """.utf8)
        }
    }

    /// All of `https://quay.example`: pages, and a feed that has one entry more each time.
    static func web() throws -> LoopbackServer {
        let asked = Counter()
        let names = ["gull", "tern", "eel", "crab", "pike", "carp", "perch", "trout"]
        return try LoopbackServer(asProxy: TLSIdentity(.elsewhere)) { request in
            switch request.target {
            case "/robots.txt": return nil
            case "/feed.xml":
                let count = min(asked.next(), names.count)
                return LoopbackServer.page(
                    feed(Array(names.prefix(count).reversed())),
                    ["Content-Type": "application/rss+xml"])
            default:
                let name = request.target.split(separator: "/").last.map(String.init) ?? ""
                return LoopbackServer.page(page("News of the \(name)", "The matter of the \(name)"))
            }
        }
    }
}
