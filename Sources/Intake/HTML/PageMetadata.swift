/// What a page says of itself beside its text: `title`, `meta`, `link`, JSON-LD, microdata.
struct PageMetadata {
    let page: Page
    let regions: PageRegions
    let linked: LinkedData
    /// The article of the linked data.
    let article: LinkedData.Thing?
    /// Contents of `meta` by name in small letters with full stops for colons, in order.
    private(set) var metas: [String: [String]] = [:]
    /// Those that are given by `name`; where there are some by `property`, too, they do not count.
    private var named: [String: [String]] = [:]
    /// From the headline to the end of the body: where bylines and dates are the article's own.
    let window: Range<Int>
    /// The text of `title`.
    private(set) var documentTitle: String?
    /// Nodes.
    private(set) var headlines: [Int] = []
    private(set) var subheadlines: [Int] = []
    private(set) var times: [Int] = []
    /// Elements with an `itemprop`.
    private(set) var items: [Int] = []
    private(set) var canonical: String?
    private(set) var language: String?

    /// An article has some ten elements with an `itemprop`; more than this many are not looked at.
    private static let mostItems = 500

    /// `body` are the nodes from the first to the last of the article's body.
    init(_ page: Page, _ regions: PageRegions, _ linked: LinkedData, body: Range<Int>) {
        self.page = page
        self.regions = regions
        self.linked = linked
        article = linked.article
        window = PageMetadata.window(page, body)
        for index in page.nodes.indices { take(index) }
        metas.merge(named) { stated, _ in stated }
    }

    private mutating func take(_ index: Int) {
        switch page.nodes[index].tag {
        case .meta: takeMeta(index)
        case .title where documentTitle == nil:
            let text = page.text(in: index)
            if !text.isEmpty { documentTitle = PageMetadata.clean(text) }
        case .h1: headlines.append(index)
        case .h2, .h3: if subheadlines.count < 20 { subheadlines.append(index) }
        case .time: times.append(index)
        case .link:
            if canonical == nil, page.string(.rel, of: index)?.lowercased() == "canonical" {
                canonical = page.string(.href, of: index).flatMap(PageMetadata.address)
            }
        case .html: language = page.string(.lang, of: index) ?? language
        default: break
        }
        if items.count < PageMetadata.mostItems, page.value(.itemprop, of: index) != nil {
            items.append(index)
        }
    }

    private mutating func takeMeta(_ index: Int) {
        guard let content = page.string(.content, of: index).map(PageMetadata.clean),
            !content.isEmpty
        else { return }
        for name in [PageAttribute.property, .name, .itemprop, .equivalent] {
            guard let key = page.string(name, of: index)?.lowercased() else { continue }
            for part in key.split(separator: " ") {
                let plain = String(part.map { $0 == ":" ? "." : $0 })
                if name == .property {
                    metas[plain, default: []].append(content)
                } else {
                    named[plain, default: []].append(content)
                }
            }
        }
    }

    /// The first of these that the page has.
    func first(_ names: [String]) -> String? {
        for name in names { if let value = metas[name]?.first { return value } }
        return nil
    }

    private static func window(_ page: Page, _ body: Range<Int>) -> Range<Int> {
        var holder = body.lowerBound
        while holder > 0, Int(page.nodes[holder].end) < body.upperBound {
            holder = page.parent(of: holder)
        }
        let headline = page.nodes[..<body.lowerBound].lastIndex { $0.tag == .h1 }
        let start = min(holder, headline ?? holder)
        return start..<max(start, Int(page.nodes[holder].end), body.upperBound)
    }

    /// Clean, on one line, references resolved that were escaped twice.
    static func clean(_ text: String) -> String {
        var bytes = CharacterReferences.resolved(Array(text.utf8))
        bytes = CleanText(validUTF8: bytes).bytes
        var line = TextLine.Joiner()
        line.append(bytes, bytes.indices)
        let range = TextLines.trimmed(line.bytes, line.bytes.indices)
        return String(decoding: line.bytes[range], as: UTF8.self)
    }

    /// An address of the web, with its scheme; nil for all others, for those that break off, and for
    /// that of a whole site, which some templates give on every page.
    static func address(_ written: String) -> String? {
        let text = written.trimmingBlanks
        let whole = text.hasPrefix("//") ? "https:" + text : text
        let lower = whole.prefix(8).lowercased()
        guard lower.hasPrefix("http://") || lower.hasPrefix("https://"),
            whole.utf8.count <= 2000, whole.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }),
            let host = whole.split(separator: "/").dropFirst().first, host.contains("."),
            whole.split(separator: "/").count > 2
        else { return nil }
        return whole
    }

    /// What is known of the article.
    var facts: Facts {
        var facts = Facts()
        facts.outlet = PageOutlet(self).name
        facts.title = PageTitle(self, outlet: facts.outlet).title
        facts.authors = PageAuthors(self, outlet: facts.outlet).names
        facts.published = PageDate(self).date
        facts.url = url
        facts.language = languageCode
        return facts
    }

    private var url: String? {
        if let canonical { return canonical }
        if let stated = first(["og.url", "twitter.url", "parsely-link"]).flatMap(
            PageMetadata.address)
        {
            return stated
        }
        guard let article else { return nil }
        for key in ["url", "mainEntityOfPage"] {
            if let found = linked.reference(key, of: article).flatMap(PageMetadata.address) {
                return found
            }
        }
        return article.id.flatMap(PageMetadata.address)
    }

    private var languageCode: String? {
        let stated = [
            language, article.flatMap { linked.text("inLanguage", of: $0) },
            first(["content-language", "og.locale", "language", "dc.language"]),
        ]
        for written in stated {
            guard let written else { continue }
            let code = written.prefix { $0 != "-" && $0 != "_" }.lowercased()
            if code.utf8.count == 2, code.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) {
                return code
            }
        }
        return nil
    }
}
