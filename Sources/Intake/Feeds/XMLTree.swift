/// A small XML document as one array of nodes in document order.
struct XMLTree {
    struct Attribute: Equatable {
        /// Local name in small letters.
        var name: String
        var vocabulary: Vocabulary
        var value: String
    }

    /// An element or a run of text.
    struct Node {
        /// Local name in small letters; empty for text.
        var name = ""
        var vocabulary = Vocabulary.none
        var parent: Int
        /// Behind its last descendant.
        var end = 0
        var attributes: [Attribute] = []
        /// UTF-8; empty for elements.
        var text: [UInt8] = []

        var isText: Bool { name.isEmpty }

        /// The value of an attribute without a prefix, blanks trimmed; nil when it has none.
        subscript(attribute: String) -> String? {
            attributes.first { $0.name == attribute && $0.vocabulary == .none }?.value
                .trimmingBlanks
        }

        /// The same of an attribute of a vocabulary, such as `xml:base`.
        subscript(attribute: String, vocabulary: Vocabulary) -> String? {
            attributes.first { $0.name == attribute && $0.vocabulary == vocabulary }?.value
                .trimmingBlanks
        }
    }

    /// The first is a root that holds all others.
    var nodes: [Node] = [Node(parent: 0)]
    /// What was left out because the document passed a bound.
    var warnings: [IntakeWarning] = []

    /// The elements directly inside of `node`, in order.
    func children(of node: Int) -> [Int] {
        var children: [Int] = []
        var index = node + 1
        while index < nodes[node].end {
            if !nodes[index].isText { children.append(index) }
            index = max(index + 1, nodes[index].end)
        }
        return children
    }

    /// The nodes inside of `node`.
    func inside(_ node: Int) -> Range<Int> { node + 1..<max(node + 1, nodes[node].end) }

    /// All text inside of `node`, as it stands.
    func text(of node: Int) -> [UInt8] {
        var text: [UInt8] = []
        for index in inside(node) where nodes[index].isText { text += nodes[index].text }
        return text
    }

    /// The same as a line: blanks joined and trimmed.
    func line(of node: Int) -> String {
        var clean = CleanText(validUTF8: text(of: node)).bytes
        for index in clean.indices where clean[index] == 0x0A { clean[index] = 0x20 }
        return clean.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
            .joined(separator: " ")
    }

    /// Whether elements stand inside of `node`.
    func hasElements(_ node: Int) -> Bool {
        inside(node).contains { !nodes[$0].isText }
    }

    /// The value of an attribute of `node` or the nearest element around it that has it.
    func inherited(_ attribute: String, _ vocabulary: Vocabulary, at node: Int) -> String? {
        var index = node
        while index > 0 {
            if let value = nodes[index][attribute, vocabulary] { return value }
            index = nodes[index].parent
        }
        return nil
    }

    /// The content of `node` as HTML markup, for a reader of HTML.
    func markup(of node: Int) -> [UInt8] {
        var markup: [UInt8] = []
        var open: [Int] = []
        for index in inside(node) {
            while let last = open.last, nodes[last].end <= index {
                markup += "</\(nodes[open.removeLast()].name)>".utf8
            }
            if nodes[index].isText {
                XMLReferences.escape(nodes[index].text[...], &markup)
                continue
            }
            markup += "<\(nodes[index].name)".utf8
            for attribute in nodes[index].attributes where attribute.vocabulary == .none {
                markup += " \(attribute.name)=\"".utf8
                XMLReferences.escape(Array(attribute.value.utf8)[...], &markup)
                markup.append(UInt8(ascii: "\""))
            }
            markup.append(UInt8(ascii: ">"))
            open.append(index)
        }
        while let last = open.popLast() { markup += "</\(nodes[last].name)>".utf8 }
        return markup
    }
}

/// The vocabularies that feeds mix, by the name of their space or, where that is not declared, by
/// the prefix that they are commonly written with.
enum Vocabulary: Sendable {
    /// No space, or one that is not known.
    case none
    case atom, rss, rdf, dublinCore, terms, content, media, itunes, feedburner, xhtml, xml, other

    init(space: String?, prefix: String?) {
        if let space, !space.isEmpty {
            self = Vocabulary.spaces[Vocabulary.key(space)] ?? (prefix == nil ? .none : .other)
        } else if let prefix {
            self = Vocabulary.prefixes[prefix.lowercased()] ?? .other
        } else {
            self = .none
        }
    }

    /// Without case, scheme, `www.` and a final slash or mark.
    private static func key(_ space: String) -> String {
        var key = space.lowercased()
        for start in ["https://", "http://", "www."] where key.hasPrefix(start) {
            key.removeFirst(start.count)
        }
        while let last = key.last, "/#?".contains(last) { key.removeLast() }
        return key
    }

    private static let spaces: [String: Vocabulary] = [
        "w3.org/2005/atom": .atom, "purl.org/atom/ns": .atom, "purl.org/echo": .atom,
        "purl.org/net/rss1.1": .rss, "purl.org/rss/1.0": .rss,
        "channel.netscape.com/rdf/simple/0.9": .rss,
        "my.netscape.com/rdf/simple/0.9": .rss,
        "my.netscape.com/publish/formats/rss-0.91.dtd": .rss,
        "backend.userland.com/rss": .rss, "backend.userland.com/rss2": .rss,
        "backend.userland.com/rss191": .rss, "blogs.law.harvard.edu/tech/rss": .rss,
        "example.com/newformat": .atom, "example.com/necho": .atom, "uri/of/echo/namespace": .atom,
        "w3.org/1999/02/22-rdf-syntax-ns": .rdf,
        "purl.org/dc/elements/1.1": .dublinCore, "purl.org/dc/elements/1.0": .dublinCore,
        "purl.org/dc/terms": .terms,
        "purl.org/rss/1.0/modules/content": .content, "purl.org/rss/1.0/modules/rss091": .rss,
        "search.yahoo.com/mrss": .media, "tools.search.yahoo.com/mrss": .media,
        "itunes.com/dtds/podcast-1.0.dtd": .itunes, "example.com/dtds/podcast-1.0.dtd": .itunes,
        "rssnamespace.org/feedburner/ext/1.0": .feedburner,
        "w3.org/1999/xhtml": .xhtml, "w3.org/xml/1998/namespace": .xml,
    ]

    private static let prefixes: [String: Vocabulary] = [
        "atom": .atom, "atom03": .atom, "atom10": .atom, "rss": .rss, "rdf": .rdf,
        "dc": .dublinCore, "dcterms": .terms, "content": .content, "media": .media,
        "itunes": .itunes, "feedburner": .feedburner, "xhtml": .xhtml, "xml": .xml,
    ]
}
