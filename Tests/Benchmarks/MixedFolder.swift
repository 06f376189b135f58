import Foundation

/// The articles of a corpus as people have them: pages, texts, feeds, web archives and JSON Lines,
/// in several encodings, in folders within folders; always the same for the same corpus.
///
/// Of twenty articles six are pages of their own, five texts or Markdown, three stand in feeds of
/// twenty, three in packed web archives of two hundred, three in JSON Lines of five hundred.
struct MixedFolder {
    struct Article: Decodable {
        var title: String?
        var outlet: String?
        var published: String?
        var text: String
    }

    let root: URL
    private(set) var files = 0
    private var feed: [String] = []
    private var lines: [String] = []
    private var records: [String] = []
    private var packed: URL { root.appending(path: "crawls") }

    init(_ root: URL) { self.root = root }

    /// Lays out all articles of a corpus in JSON Lines.
    mutating func write(_ corpus: URL) throws {
        let files = FileManager.default
        try files.createDirectory(at: packed, withIntermediateDirectories: true)
        let decoder = JSONDecoder()
        var number = 0
        for line in Lines(try Data(contentsOf: corpus, options: .alwaysMapped)) {
            let article = try decoder.decode(Article.self, from: line)
            switch number % 20 {
            case 0..<6: try write(page(article, number), number, "html")
            case 6..<9: try write(article.text, number, "txt")
            case 9..<11: try write(markdown(article, number), number, "md")
            case 11..<14: feed.append(entry(article, number))
            case 14..<17: records.append(record(page(article, number), number))
            default: lines.append(String(decoding: line, as: UTF8.self))
            }
            number += 1
            try flush(atLeast: (20, 200, 500), number)
        }
        try flush(atLeast: (1, 1, 1), number)
        _ = try Child.run(["gzip", "-1", "-r", packed.path])
    }

    private mutating func flush(atLeast counts: (Int, Int, Int), _ number: Int) throws {
        if feed.count >= counts.0 {
            let items = feed.joined(separator: "\n")
            try write(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
                <channel><title>Feed \(number)</title>\(items)</channel></rss>
                """, number, "xml", .utf8)
            feed = []
        }
        if records.count >= counts.1 {
            let file = packed.appending(path: "\(number).warc")
            try Data(records.joined().utf8).write(to: file)
            files += 1
            records = []
        }
        if lines.count >= counts.2 {
            try write(lines.joined(separator: "\n") + "\n", number, "jsonl", .utf8)
            lines = []
        }
    }

    /// Every tenth file is in windows-1252 and every tenth in UTF-16, neither of which says so
    /// unless a mark at its beginning does.
    private mutating func write(
        _ text: String, _ number: Int, _ ending: String, _ stated: String.Encoding? = nil
    ) throws {
        let encoding: String.Encoding =
            stated ?? (files % 10 == 3 ? .windowsCP1252 : files % 10 == 7 ? .utf16 : .utf8)
        let folder = root.appending(
            path:
                "\(number / 16_384)/\(number / 2048 % 8)/\(number / 256 % 8)/\(number / 32 % 8)/in/it"
        )
        if files % 32 == 0 || !FileManager.default.fileExists(atPath: folder.path) {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        let bytes = text.data(using: encoding, allowLossyConversion: true) ?? Data(text.utf8)
        try bytes.write(to: folder.appending(path: "\(number).\(ending)"))
        files += 1
    }

    // MARK: Kinds

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }

    private func paragraphs(_ article: Article) -> String {
        article.text.split(separator: "\n").map { "<p>\(escaped(String($0)))</p>" }
            .joined(separator: "\n")
    }

    private func page(_ article: Article, _ number: Int) -> String {
        let title = escaped(article.title ?? "Untitled \(number)")
        let links = (0..<12).map { "<li><a href=\"/n/\($0)\">Section \($0) of the paper</a></li>" }
            .joined()
        return """
            <!DOCTYPE html><html lang="en"><head><title>\(title) | \(article.outlet ?? "")</title>
            <meta property="article:published_time" content="\(article.published ?? "")T08:00:00Z">
            <link rel="canonical" href="https://mixed.example/\(number)">
            <style>.story { margin: 0 auto } .ad { display: none }</style>
            <script>window.slots = [{"id": \(number), "sizes": [[300, 250], [320, 50]]}];</script>
            </head><body><nav><ul>\(links)</ul></nav><article class="story"><h1>\(title)</h1>
            \(paragraphs(article))
            <aside class="related"><h4>More</h4><ul>\(links)</ul></aside></article>
            <footer><p>All rights reserved.</p><ul>\(links)</ul></footer></body></html>
            """
    }

    private func markdown(_ article: Article, _ number: Int) -> String {
        let title = (article.title ?? "Untitled").replacing("\"", with: "'")
        return "---\ntitle: \"\(title)\"\npublished: \(article.published ?? "")\n"
            + "url: https://mixed.example/\(number)\n---\n\n\(article.text)\n"
    }

    private func entry(_ article: Article, _ number: Int) -> String {
        """
        <item><title>\(escaped(article.title ?? "Untitled"))</title>
        <link>https://mixed.example/\(number)</link>
        <content:encoded>\(escaped(paragraphs(article)))</content:encoded></item>
        """
    }

    private func record(_ page: String, _ number: Int) -> String {
        let answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
        return
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://mixed.example/\(number)\r\n"
            + "Content-Type: application/http; msgtype=response\r\n"
            + "Content-Length: \(answer.utf8.count)\r\n\r\n\(answer)\r\n\r\n"
    }
}

/// The lines of some bytes, without their ends.
private struct Lines: Sequence, IteratorProtocol {
    private var rest: Data

    init(_ data: Data) { rest = data }

    mutating func next() -> Data? {
        guard !rest.isEmpty else { return nil }
        let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
        defer { rest = rest[Swift.min(end + 1, rest.endIndex)...] }
        return rest[..<end]
    }
}
