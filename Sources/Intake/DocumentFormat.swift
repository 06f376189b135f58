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
        case UInt8(ascii: "<"): return markup(String(decoding: head, as: UTF8.self).lowercased())
        case UInt8(ascii: "{"): return isJSONFeed(head) ? .feed : isObject(head) ? .jsonl : .text
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

    private static func isJSONFeed(_ head: ArraySlice<UInt8>) -> Bool {
        String(decoding: head, as: UTF8.self).contains("jsonfeed.org/version")
    }

    private static func markup(_ head: String) -> RawDocument.Format {
        for (mark, format) in marks where head.hasPrefix(mark) { return format }
        for (mark, format) in marks where head.contains(mark) && isProlog(head) { return format }
        return isProlog(head) ? .feed : isTag(head) ? .html : .text
    }

    private static let marks: [(String, RawDocument.Format)] = [
        ("<opml", .opml), ("<rss", .feed), ("<feed", .feed), ("<rdf:rdf", .feed),
        ("<channel", .feed), ("<!doctype html", .html), ("<html", .html), ("<head", .html),
        ("<body", .html),
    ]

    /// An XML declaration, a comment or a processing instruction: the root comes later.
    private static func isProlog(_ head: String) -> Bool {
        head.hasPrefix("<?") || head.hasPrefix("<!")
    }

    /// `<p>`, `<div class=…>`.
    private static func isTag(_ head: String) -> Bool {
        let name = head.dropFirst().prefix { $0.isLetter || $0.isNumber }
        return tags.contains(String(name))
    }

    private static let tags: Set<String> = [
        "html", "head", "body", "div", "p", "article", "section", "main", "header", "h1", "h2",
        "h3", "span", "table", "meta", "title", "script", "link", "style", "a", "img", "br", "ul",
    ]

    /// What a message calls a format that is not read yet; nil for those that are.
    static func unsupportedName(_ format: RawDocument.Format) -> String? {
        switch format {
        case .feed: "a feed"
        case .opml: "an OPML list"
        case .warc: "a WARC archive"
        case .automatic, .text, .markdown, .html, .jsonl: nil
        }
    }
}
