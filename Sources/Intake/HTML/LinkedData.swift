/// What a page says of itself in JSON-LD: the schema.org article among its objects, with the
/// persons and organisations it names by reference.
///
/// Scripts come broken in many ways: behind comment marks, with a comma too many, escaped as
/// HTML, cut off. What can be read up to the fault is taken.
struct LinkedData {
    /// An object's fields that matter, and those it stands for by `@id`.
    struct Thing {
        var types: [String] = []
        var id: String?
        var fields: [String: [Value]] = [:]
    }

    indirect enum Value {
        case text(String)
        case thing(Int)
    }

    /// Depth, objects and bytes beyond which nothing is read.
    private static let deepest = 8
    private static let mostThings = 400

    private(set) var things: [Thing] = []

    /// `scripts` are ranges of `source`, which must be valid UTF-8.
    init(_ source: [UInt8], _ scripts: [Range<Int>]) {
        for script in scripts.prefix(40) { read(source, script) }
    }

    // MARK: Reading

    private mutating func read(_ source: [UInt8], _ script: Range<Int>) {
        let bytes = LinkedData.plain(source, script)
        guard let start = LinkedData.start(bytes) else { return }
        _ = values(bytes, start..<bytes.count, depth: 0)
    }

    /// The first brace, or the bracket that stands directly before it and is not that of a
    /// `<![CDATA[`.
    private static func start(_ bytes: [UInt8]) -> Int? {
        guard let brace = bytes.firstIndex(of: UInt8(ascii: "{")) else { return nil }
        let before = bytes[..<brace].lastIndex { $0 > 0x20 }
        guard let before, bytes[before] == UInt8(ascii: "["),
            before == 0 || bytes[before - 1] <= 0x20
        else { return brace }
        return before
    }

    /// With the references resolved of scripts that are escaped as HTML.
    private static func plain(_ source: [UInt8], _ script: Range<Int>) -> [UInt8] {
        let head = source[script].prefix { $0 <= 0x20 || $0 == 0x7B || $0 == 0x5B }
        let behind = source[script].dropFirst(head.count)
        guard behind.starts(with: "&quot;".utf8) else { return Array(source[script]) }
        return Array(CharacterReferences.resolved(Array(source[script])))
    }

    /// The things that stand at the beginning of a range: one, or the members of a list.
    private mutating func values(_ bytes: [UInt8], _ range: Range<Int>, depth: Int) -> [Value] {
        guard depth < LinkedData.deepest, things.count < LinkedData.mostThings else { return [] }
        var scanner = JSONScanner(bytes, range)
        if bytes[range.lowerBound] == UInt8(ascii: "[") {
            var members: [JSONScanner.Value] = []
            do throws(JSONScanner.Failure) {
                try scanner.array { members.append($0) }
            } catch {}
            return members.prefix(200).flatMap { value($0, bytes, depth: depth) }
        }
        var pairs: [(String, JSONScanner.Value)] = []
        do throws(JSONScanner.Failure) {
            try scanner.object { key, value in
                if LinkedData.keys.contains(key) { pairs.append((key, value)) }
            }
        } catch {}
        return [.thing(thing(pairs, bytes, depth: depth))]
    }

    private mutating func value(
        _ value: JSONScanner.Value, _ bytes: [UInt8], depth: Int
    ) -> [Value] {
        switch value {
        case .text(let text):
            let line = LinkedData.line(text)
            return line.isEmpty ? [] : [.text(line)]
        case .word: return []
        case .nested(let range): return values(bytes, range, depth: depth + 1)
        }
    }

    private mutating func thing(
        _ pairs: [(String, JSONScanner.Value)], _ bytes: [UInt8], depth: Int
    ) -> Int {
        let index = things.count
        things.append(Thing())
        for (key, value) in pairs {
            let found: [Value]
            if key == "articleBody", case .text(let text) = value {
                found = [.text(String(decoding: text, as: UTF8.self))]
            } else {
                found = self.value(value, bytes, depth: depth)
            }
            let texts = found.compactMap { if case .text(let text) = $0 { text } else { nil } }
            switch key {
            case "@type": things[index].types += texts.map(LinkedData.typeName)
            case "@id": things[index].id = texts.first
            default: things[index].fields[key, default: []] += found
            }
        }
        return index
    }

    /// `NewsArticle` of `http://schema.org/NewsArticle`.
    private static func typeName(_ type: String) -> String {
        type.split { $0 == "/" || $0 == ":" || $0 == "#" }.last.map(String.init) ?? type
    }

    private static func line(_ text: [UInt8]) -> String {
        var line = TextLine.Joiner()
        let resolved = CharacterReferences.resolved(text)
        line.append(resolved, resolved.indices)
        return String(decoding: line.bytes, as: UTF8.self)
    }

    private static let keys: Set<String> = [
        "@type", "@id", "@graph", "mainEntity", "mainEntityOfPage", "headline", "name",
        "alternativeHeadline", "author", "creator", "publisher", "datePublished", "dateCreated",
        "articleBody", "inLanguage", "url", "isPartOf", "hasPart", "item", "sourceOrganization",
        "givenName", "familyName",
    ]

    // MARK: Asking

    /// The article that the page is: the first of an article's type, else of a weaker one.
    var article: Thing? {
        things.first { $0.types.contains(where: LinkedData.isArticle) }
            ?? things.first { !LinkedData.pageTypes.isDisjoint(with: $0.types) }
    }

    private static func isArticle(_ type: String) -> Bool {
        type.hasSuffix("Article") || type.hasSuffix("Posting") || type == "Report"
    }

    private static let pageTypes: Set<String> = [
        "WebPage", "ItemPage", "Review", "Recipe", "CreativeWork", "VideoObject", "PodcastEpisode",
    ]

    /// The texts of a field; of things in it their names.
    func texts(_ key: String, of thing: Thing) -> [String] {
        (thing.fields[key] ?? []).compactMap { value in
            switch value {
            case .text(let text): text
            case .thing(let index): name(of: index)
            }
        }
    }

    func text(_ key: String, of thing: Thing) -> String? { texts(key, of: thing).first }

    /// What a field refers to: its text, or the `@id` of the thing in it.
    func reference(_ key: String, of thing: Thing) -> String? {
        switch thing.fields[key]?.first {
        case .text(let text): text
        case .thing(let index): things[index].id
        case nil: nil
        }
    }

    /// Its own, or that of the thing with the same `@id`.
    private func name(of index: Int) -> String? {
        if let own = ownName(things[index]) { return own }
        guard let id = things[index].id else { return nil }
        return things.first { $0.id == id && ownName($0) != nil }.flatMap(ownName)
    }

    private func ownName(_ thing: Thing) -> String? {
        if case .text(let name)? = thing.fields["name"]?.first { return name }
        if case .text(let given)? = thing.fields["givenName"]?.first,
            case .text(let family)? = thing.fields["familyName"]?.first
        {
            return given + " " + family
        }
        return nil
    }
}
