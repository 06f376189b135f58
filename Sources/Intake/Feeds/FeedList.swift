/// A list of feeds, as OPML carries them from program to program.
package struct FeedList: Equatable, Sendable {
    /// One feed of a list.
    package struct Item: Hashable, Sendable {
        package var url: String
        package var title: String?
        /// The folders it stands in, outermost first, with slashes between them; empty for none.
        package var folder: String

        package init(url: String, title: String? = nil, folder: String = "") {
            self.url = url
            self.title = title
            self.folder = folder
        }
    }

    package var title: String?
    package var feeds: [Item]
    package var warnings: [IntakeWarning] = []

    package init(title: String? = nil, feeds: [Item] = []) {
        self.title = title
        self.feeds = feeds
    }

    // MARK: Reading

    /// The `outline` elements of OPML 1 and 2 that name a feed, in order; a list that is cut off
    /// gives those before the cut. `source` must be valid UTF-8. Nil when it is no OPML.
    init?(opml source: [UInt8]) {
        let tree = XMLReader.tree(of: source)
        let isRoot = { tree.nodes[$0].name == "opml" }
        guard let root = tree.children(of: 0).first(where: isRoot) else { return nil }
        self.init()
        warnings = tree.warnings
        for node in tree.inside(root) {
            let element = tree.nodes[node]
            if element.name == "title", tree.nodes[element.parent].name == "head" {
                title = title ?? FeedList.name(tree.line(of: node), nil)
            }
            guard element.name == "outline", let url = FeedList.address(element) else { continue }
            let name = FeedList.name(element["title"], element["text"])
            feeds.append(Item(url: url, title: name, folder: FeedList.folder(of: node, in: tree)))
        }
    }

    /// Of an outline that is a feed: `xmlUrl`, in whatever case, or `url` where the type does not
    /// say that it is a link or another list.
    private static func address(_ outline: XMLTree.Node) -> String? {
        if let url = outline["xmlurl"] { return usable(url) }
        let type = outline["type"]?.lowercased() ?? ""
        guard type == "rss" || type == "atom" || type == "feed", let url = outline["url"] else {
            return nil
        }
        return usable(url)
    }

    /// Bytes of an address: what is longer leads nowhere (RFC 9110 asks for 8,000 at least).
    private static let longestAddress = 8_000

    private static func usable(_ url: String) -> String? {
        url.isEmpty || url.utf8.count > longestAddress ? nil : url
    }

    /// The first that is more than blanks, on one line.
    private static func name(_ first: String?, _ second: String?) -> String? {
        let names = [first, second].compactMap { $0.map(FragmentText.joined) }
        return names.first { !$0.isEmpty }
    }

    private static func folder(of node: Int, in tree: XMLTree) -> String {
        var names: [String] = []
        var index = tree.nodes[node].parent
        while index > 0, names.count < 16 {
            let element = tree.nodes[index]
            if element.name == "outline", address(element) == nil,
                let name = FeedList.name(element["text"], element["title"])
            {
                names.append(name)
            }
            index = element.parent
        }
        return names.reversed().joined(separator: "/")
    }

    // MARK: Writing

    /// The list as OPML 2.0, which `init(opml:)` and other programs read back.
    package var opml: String {
        var lines = [
            #"<?xml version="1.0" encoding="UTF-8"?>"#, #"<opml version="2.0">"#,
            "<head><title>\(FeedList.escaped(title ?? "Feeds"))</title></head>", "<body>",
        ]
        var open: [Substring] = []
        for feed in feeds {
            let folders = feed.folder.split(separator: "/")
            let shared = zip(open, folders).prefix { $0 == $1 }.count
            lines += open[shared...].map { _ in "</outline>" }
            lines += folders[shared...].map { #"<outline text="\#(FeedList.escaped($0))">"# }
            open = folders
            let name = FeedList.escaped(feed.title ?? feed.url)
            lines.append(
                #"<outline type="rss" text="\#(name)" title="\#(name)" xmlUrl="\#(FeedList.escaped(feed.url))"/>"#
            )
        }
        lines += open.map { _ in "</outline>" }
        return (lines + ["</body>", "</opml>", ""]).joined(separator: "\n")
    }

    private static func escaped(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        XMLReferences.escape(Array(text.utf8)[...], &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
