/// One JSON object as an article: which field means what, under the names that data sets and
/// news interfaces give them.
///
/// `text` (or `body`, `content`, `article`, `maintext`, `full_text`), `title` (`headline`),
/// `outlet` (`source`, `publisher`, `publication`, `site`, `sitename`), `published` (`date`,
/// `datePublished`, `published_at`, `publication_date`, `pubDate`, `date_publish`), `author` or
/// `authors` (`byline`, `creator`), `url` (`link`), `id` (`externalId`, `guid`, `uuid`),
/// `language` (`lang`), `kind`. Names match in any case, with or without `_` and `-`; an object
/// stands for its `name`, a list of authors for its members. Other fields are left alone.
struct JSONArticle {
    private(set) var facts = Facts()
    private(set) var text: [UInt8] = []

    private enum Field { case text, title, outlet, published, author, url, id, language, kind }

    /// Throws a reason when the bytes hold no JSON object; the text may be empty.
    init(_ bytes: [UInt8]) throws(JSONScanner.Failure) {
        var scanner = JSONScanner(bytes, bytes.indices)
        var values: [(Field, JSONScanner.Value)] = []
        try scanner.object { key, value in
            if let field = JSONArticle.field(key) { values.append((field, value)) }
        }
        try scanner.finish()
        for (field, value) in values { try set(field, value, in: bytes) }
    }

    /// What a key means, in any of its spellings; nil when it is left alone.
    private static func field(_ key: String) -> Field? {
        if let known = names[key] { return known }
        guard key.utf8.count <= 24 else { return nil }
        let plain = key.lowercased().filter { $0 != "_" && $0 != "-" }
        return names[plain]
    }

    private static let names: [String: Field] = [
        "text": .text, "body": .text, "content": .text, "article": .text, "maintext": .text,
        "fulltext": .text, "articlebody": .text,
        "title": .title, "headline": .title,
        "outlet": .outlet, "source": .outlet, "publisher": .outlet, "publication": .outlet,
        "site": .outlet, "sitename": .outlet,
        "published": .published, "date": .published, "datepublished": .published,
        "publishedat": .published, "publicationdate": .published, "pubdate": .published,
        "datepublish": .published, "publisheddate": .published,
        "author": .author, "authors": .author, "byline": .author, "creator": .author,
        "url": .url, "link": .url, "canonicalurl": .url,
        "id": .id, "externalid": .id, "guid": .id, "uuid": .id,
        "language": .language, "lang": .language, "kind": .kind,
    ]

    private mutating func set(
        _ field: Field, _ value: JSONScanner.Value, in bytes: [UInt8]
    ) throws(JSONScanner.Failure) {
        if field == .text, case .text(let found) = value {
            if text.isEmpty { text = found }
            return
        }
        let strings = try JSONArticle.strings(value, in: bytes)
        guard let first = strings.first else { return }
        switch field {
        case .text: break
        case .title: facts.title = facts.title ?? first
        case .outlet: facts.outlet = facts.outlet ?? first
        case .published: if facts.published == nil { facts.setPublished(first) }
        case .author: if facts.authors.isEmpty { facts.authors = strings.flatMap(Facts.names) }
        case .url: facts.url = facts.url ?? first
        case .id: facts.externalID = facts.externalID ?? first
        case .language: if facts.language == nil { facts.setLanguage(first) }
        case .kind: facts.kind = Article.Kind(rawValue: first.lowercased()) ?? facts.kind
        }
    }

    /// What a value says in words: itself, the `name` of an object, the members of a list.
    /// Empty for `null`, blank text and anything deeper.
    private static func strings(
        _ value: JSONScanner.Value, in bytes: [UInt8], depth: Int = 0
    ) throws(JSONScanner.Failure) -> [String] {
        switch value {
        case .text(let found):
            let string = oneLine(found)
            return string.isEmpty ? [] : [string]
        case .word(let word): return word == "null" ? [] : [word]
        case .nested(let range):
            guard depth < 2 else { return [] }
            var scanner = JSONScanner(bytes, range)
            var members: [JSONScanner.Value] = []
            if bytes[range.lowerBound] == UInt8(ascii: "[") {
                members = try scanner.array()
            } else {
                try scanner.object { key, value in if key == "name" { members = [value] } }
            }
            var found: [String] = []
            for member in members { found += try strings(member, in: bytes, depth: depth + 1) }
            return found
        }
    }

    /// Clean, and on one line.
    private static func oneLine(_ bytes: [UInt8]) -> String {
        var clean = CleanText(validUTF8: bytes).bytes
        for index in clean.indices where clean[index] == 0x0A { clean[index] = 0x20 }
        let range = TextLines.trimmed(clean, clean.indices)
        return String(decoding: clean[range], as: UTF8.self)
    }
}
