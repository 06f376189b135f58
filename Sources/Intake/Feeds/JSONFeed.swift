/// Reads JSON Feed, versions 1 and 1.1 (jsonfeed.org).
struct JSONFeed {
    /// Nil when the bytes, which must be valid UTF-8, hold no object with a list of items.
    static func feed(_ bytes: [UInt8], address: String? = nil) -> Feed? {
        guard let top = JSONFields(bytes, bytes.indices), let items = top.list("items") else {
            return nil
        }
        var feed = Feed()
        let home = top["home_page_url"]
        let base = home ?? top["feed_url"] ?? address
        feed.about.title = top["title"]
        feed.about.link = home.map { Address.resolved($0, against: address) }
        feed.about.links = [feed.about.link, top["feed_url"]].compactMap { $0 }
        feed.about.id = top["feed_url"]
        feed.about.language = top["language"]
        feed.about.authors = authors(top)
        feed.about.image = top["icon"] ?? top["favicon"]
        feed.subtitle = top["description"]
        feed.entries = items.compactMap { JSONFields(bytes, $0) }.map {
            entry($0, base, feed.about)
        }
        return feed
    }

    private static func entry(
        _ item: JSONFields, _ base: String?, _ feed: FeedFacts
    ) -> FeedEntry {
        var entry = FeedEntry()
        let addresses = ["url", "external_url"].compactMap { item[$0] }.map {
            Address.resolved($0, against: base)
        }
        entry.about.title = item["title"].map(FragmentText.joined)
        entry.about.links = addresses
        entry.about.link = addresses.first
        entry.about.id = item["id"]
        entry.about.published = item["date_published"].flatMap { Timestamp($0) }
        entry.about.updated = item["date_modified"].flatMap { Timestamp($0) }
        entry.about.authors = authors(item)
        if entry.about.authors.isEmpty { entry.about.authors = feed.authors }
        entry.about.tags = item.strings("tags")
        entry.about.language = item["language"] ?? feed.language
        entry.about.image = (item["image"] ?? item["banner_image"]).map {
            Address.resolved($0, against: base)
        }
        let content =
            item["content_html"].map { FragmentText(markup: Array($0.utf8)) }
            ?? item["content_text"].map { FragmentText(plain: Array($0.utf8)) }
        let summary = item["summary"].map { FragmentText(plain: Array($0.utf8)) }
        entry.content = content?.text
        entry.summary = summary?.text
        entry.body = content ?? summary
        entry.enclosures = (item.list("attachments") ?? []).compactMap {
            item.fields(in: $0)?["url"]
        }
        return entry
    }

    /// `authors` of version 1.1, else `author` of version 1.
    private static func authors(_ object: JSONFields) -> [String] {
        let many = (object.list("authors") ?? []).compactMap { object.fields(in: $0)?["name"] }
        return many.isEmpty ? [object.object("author")?["name"]].compactMap { $0 } : many
    }
}

/// The fields of one JSON object, read as they are asked for.
struct JSONFields {
    private let bytes: [UInt8]
    private var values: [String: JSONScanner.Value] = [:]

    /// Nil when no whole object stands there. Of fields of one name the first counts.
    init?(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        var found: [String: JSONScanner.Value] = [:]
        var scanner = JSONScanner(bytes, range)
        do throws(JSONScanner.Failure) {
            try scanner.object { key, value in if found[key] == nil { found[key] = value } }
        } catch {
            return nil
        }
        values = found
    }

    /// A text, clean and trimmed, or a number as written; nil for anything else and when empty.
    subscript(key: String) -> String? {
        switch values[key] {
        case .text(let text):
            let clean = String(decoding: CleanText(validUTF8: text).bytes, as: UTF8.self)
            let trimmed = clean.trimmingBlanks
            return trimmed.isEmpty ? nil : trimmed
        case .word(let word):
            return word == "null" || word == "true" || word == "false" ? nil : word
        case .nested, nil: return nil
        }
    }

    /// Where the members of a list stand that are objects; nil when there is no list.
    func list(_ key: String) -> [Range<Int>]? {
        members(key)?.compactMap { member in
            if case .nested(let range) = member { range } else { nil }
        }
    }

    /// The members of a list that are text; a text alone stands for a list of it.
    func strings(_ key: String) -> [String] {
        if let one = self[key] { return [one] }
        return (members(key) ?? []).compactMap { member in
            if case .text(let text) = member {
                String(decoding: CleanText(validUTF8: text).bytes, as: UTF8.self).trimmingBlanks
            } else {
                nil
            }
        }
    }

    func object(_ key: String) -> JSONFields? {
        if case .nested(let range)? = values[key] { fields(in: range) } else { nil }
    }

    func fields(in range: Range<Int>) -> JSONFields? { JSONFields(bytes, range) }

    private func members(_ key: String) -> [JSONScanner.Value]? {
        guard case .nested(let range)? = values[key], bytes[range.lowerBound] == UInt8(ascii: "[")
        else { return nil }
        var scanner = JSONScanner(bytes, range)
        do throws(JSONScanner.Failure) {
            return try scanner.array()
        } catch {
            return nil
        }
    }
}
