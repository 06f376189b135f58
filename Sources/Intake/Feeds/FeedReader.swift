/// Reads feeds in XML: RSS 0.9x to 2.0, RSS 1.0 and 0.90 in RDF, Atom 0.3 and 1.0, CDF. What is
/// broken is recovered as far as it goes.
struct FeedReader {
    private let tree: XMLTree
    /// Where the feed was found, if anybody knows.
    private let address: String?

    /// `source` must be valid UTF-8. Nil when no element of it is that of a feed.
    static func feed(_ source: [UInt8], address: String? = nil) -> Feed? {
        FeedReader(tree: XMLReader.tree(of: source), address: address).feed
    }

    private static let entryNames: Set<String> = ["item", "entry"]

    private var feed: Feed? {
        guard let root = tree.children(of: 0).first(where: { isFeed($0) }) else { return nil }
        var feed = Feed()
        let channel = channel(in: root)
        var fields = FeedFields(tree, channel, address: address)
        fields.read()
        feed.about = fields.facts
        feed.subtitle = fields.brief?.text
        feed.info = fields.info
        feed.warnings = tree.warnings
        let base = address ?? fields.facts.link
        for node in tree.inside(root) where isEntry(node) {
            feed.entries.append(entry(node, base))
        }
        return feed
    }

    private func isFeed(_ node: Int) -> Bool {
        ["rss", "rdf", "feed", "channel"].contains(tree.nodes[node].name)
    }

    /// The element that tells of the feed itself: the root of Atom and CDF, a part of it in RSS.
    private func channel(in root: Int) -> Int {
        let name = tree.nodes[root].name
        if name == "feed" || name == "channel" { return root }
        let isChannel = { tree.nodes[$0].name == "channel" && tree.nodes[$0].vocabulary.isCore }
        return tree.inside(root).first(where: isChannel) ?? root
    }

    private func isEntry(_ node: Int) -> Bool {
        FeedReader.entryNames.contains(tree.nodes[node].name)
            && tree.nodes[node].vocabulary.isCore
    }

    private func entry(_ node: Int, _ base: String?) -> FeedEntry {
        var fields = FeedFields(tree, node, address: base)
        fields.read()
        var entry = FeedEntry()
        entry.about = fields.facts
        entry.content = fields.content?.text
        entry.summary = (fields.brief ?? fields.content)?.text
        entry.body = fields.content ?? fields.brief
        entry.enclosures = fields.enclosures
        entry.source = fields.source
        entry.comments = fields.comments
        return entry
    }
}

extension Vocabulary {
    /// Those in which feeds and entries themselves are written.
    var isCore: Bool { self == .none || self == .atom || self == .rss }
}
