/// Tells what a document is from how it begins, never from its name.
enum DocumentFormat {
    /// How many bytes are looked at.
    static let sample = 4096

    /// `automatic` is never answered. Plain text is what nothing else claims.
    static func format(of bytes: [UInt8]) -> RawDocument.Format {
        if let wide = WideText.encoding(of: bytes) {
            let text = Transcoding(bytes.prefix(4 * sample), from: wide)
            return format(of: text?.bytes ?? [])
        }
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[start]) { start += 1 }
        let head = bytes[start..<min(bytes.count, start + sample)]
        switch head.first {
        case UInt8(ascii: "<"): return markup(head)
        case UInt8(ascii: "{"): return isJSONFeed(head) ? .feed : isObject(head) ? .jsonl : .text
        case UInt8(ascii: "["): return isArray(Array(head)) ? .jsonl : .text
        case UInt8(ascii: "W") where head.starts(with: "WARC/".utf8): return .warc
        case UInt8(ascii: "-") where head.starts(with: "---".utf8):
            let lines = head.map { $0 == 0x0D ? 0x0A : $0 }
            return FrontMatter(lines) == nil ? .text : .markdown
        default: return .text
        }
    }

    /// A `{` that a quotation mark or a closing bracket follows.
    private static func isObject(_ head: ArraySlice<UInt8>) -> Bool {
        let next = head.dropFirst().first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}")
    }

    /// A JSON array of objects: `[`, blanks and an object.
    static func isArray(_ bytes: [UInt8]) -> Bool {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let head = bytes[start...].drop { $0 <= 0x20 }
        guard head.first == UInt8(ascii: "[") else { return false }
        let next = head.dropFirst().drop { $0 <= 0x20 }
        return next.first == UInt8(ascii: "{") && isObject(next)
    }

    /// What a message calls a document of a kind that is recognised and not read; nil for others.
    static func foreignKind(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: "PK\u{3}\u{4}".utf8) {
            let isBook = bytes.dropFirst(30).starts(with: "mimetypeapplication/epub+zip".utf8)
            return isBook ? "an EPUB book" : "a ZIP archive or an office document"
        }
        if bytes.starts(with: "%PDF-".utf8) { return "a PDF" }
        if isMailbox(bytes) { return "a mailbox (mbox)" }
        return isTable(bytes) ? "a settings or data file, such as a dossier" : nil
    }

    /// Lines of `key = value` or `[table]`, nothing but comments between the first of them: what
    /// TOML and settings files are made of, and prose is not.
    private static func isTable(_ bytes: [UInt8]) -> Bool {
        let lines = bytes.prefix(sample).split(separator: 0x0A).prefix(60)
            .map { $0.drop { $0 <= 0x20 } }
            .filter { !$0.isEmpty && $0.first != UInt8(ascii: "#") }
        guard lines.count >= 6, let first = lines.first, isEntry(first) else { return false }
        return lines.prefix(12).count(where: isEntry) >= 6
    }

    private static func isEntry(_ line: ArraySlice<UInt8>) -> Bool {
        if line.first == UInt8(ascii: "[") { return line.contains(UInt8(ascii: "]")) }
        let key = line.prefix { $0 != UInt8(ascii: "=") }
        guard key.count < line.count, let last = key.lastIndex(where: { $0 > 0x20 }) else {
            return false
        }
        return key[...last].allSatisfy { byte in
            (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
                || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
                || "_-.".utf8.contains(byte)
        }
    }

    /// `From ` with an address or name and a year, and a field such as `Received:` below it.
    private static func isMailbox(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: "From ".utf8) else { return false }
        let lines = bytes.prefix(sample).split(separator: 0x0A, maxSplits: 2).prefix(2).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard lines.count == 2, lines[0].split(separator: " ").count >= 5 else { return false }
        let field = lines[1].prefix { $0.isLetter || $0 == "-" }
        return !field.isEmpty && lines[1][field.endIndex...].hasPrefix(":")
    }

    private static func isJSONFeed(_ head: ArraySlice<UInt8>) -> Bool {
        String(decoding: head, as: UTF8.self).contains("jsonfeed.org/version")
    }

    /// By the first element; XML whose first element is not known may still be a feed.
    private static func markup(_ head: ArraySlice<UInt8>) -> RawDocument.Format {
        var scan = TagScan(head)
        var isXML = false
        var isPage = false
        while let tag = scan.next() {
            if tag.isHTMLDeclaration { isPage = true }
            if tag.name.hasPrefix("?") { isXML = true }
            if tag.name.hasPrefix("?") || tag.name.hasPrefix("!") { continue }
            let name = tag.name.split(separator: ":").last.map(String.init) ?? tag.name
            let plain = name.hasSuffix("/") ? String(name.dropLast()) : name
            if let format = roots[plain] { return format }
            return isPage || tags.contains(plain) ? .html : isXML ? .feed : .text
        }
        return isPage ? .html : isXML ? .feed : .text
    }

    private static let roots: [String: RawDocument.Format] = [
        "opml": .opml, "rss": .feed, "feed": .feed, "rdf": .feed, "channel": .feed,
    ]

    private static let tags: Set<String> = [
        "html", "head", "body", "div", "p", "article", "section", "main", "header", "h1", "h2",
        "h3", "span", "table", "meta", "title", "script", "link", "style", "a", "img", "br", "ul",
    ]
}
