/// What the elements directly inside of a feed or an entry say of it.
///
/// The same names mean the same in every kind of feed, so all of them are known everywhere; where
/// two say the same thing, the one of the feed's own vocabulary wins.
struct FeedFields {
    private(set) var facts = FeedFacts()
    private(set) var content: FragmentText?
    private(set) var info: String?
    private(set) var enclosures: [String] = []
    private(set) var source: String?
    private(set) var comments: String?
    /// The short text: description, summary, tagline.
    private(set) var brief: FragmentText?

    /// How many tags, links, authors and enclosures are kept.
    private static let most = 256

    private let tree: XMLTree
    private let node: Int
    /// What addresses are resolved against where no `xml:base` is.
    private let address: String?
    /// How good what was found is: the lowest number wins, the first of two alike.
    private var ranks: [Place: Int] = [:]
    private var permalink: String?

    /// The fields that several elements may fill.
    private enum Place { case title, link, brief, content, published, updated, author, image, id }

    init(_ tree: XMLTree, _ node: Int, address: String?) {
        self.tree = tree
        self.node = node
        self.address = address
    }

    mutating func read() {
        readAttributes()
        for child in tree.children(of: node) {
            switch tree.nodes[child].vocabulary {
            case .none, .atom, .rss: readCore(child)
            case .dublinCore, .terms: readDublinCore(child)
            case .content: readContent(child)
            case .itunes: readITunes(child)
            case .media: readMedia(child)
            case .feedburner:
                if tree.nodes[child].name == "browserfriendly" { info = info ?? text(child)?.text }
            case .xhtml: if tree.nodes[child].name == "body" { setContent(child, rank: 1) }
            case .rdf, .xml, .other: break
            }
        }
        if facts.link == nil, let permalink {
            facts.link = resolved(permalink, node)
        }
        facts.language = facts.language ?? tree.inherited("lang", .xml, at: node)
        facts.language = facts.language?.replacing("_", with: "-")
    }

    private mutating func readAttributes() {
        let element = tree.nodes[node]
        facts.id = element["about", .rdf]
        if let link = element["href"] { addLink(resolved(link, node), rank: 1) }
        if let date = element["lastmod"] { facts.updated = Timestamp(date) }
    }

    // MARK: The feed's own words

    private mutating func readCore(_ child: Int) {
        let element = tree.nodes[child]
        switch element.name {
        case "title": setTitle(child, rank: 0)
        case "link", "a": readLink(child)
        case "guid", "id":
            set(.id, rank: 0) { $0.facts.id = $0.line(child) }
            let isPermanent = element["ispermalink"].map { $0.lowercased() != "false" } ?? true
            if element.name == "guid", isPermanent { permalink = line(child) }
        case "description", "summary", "abstract", "subtitle", "tagline": setBriefs(child)
        case "content", "body", "fullitem", "xhtml": setContent(child, rank: 1)
        case "encoded": setContent(child, rank: 0)
        case "info": info = info ?? text(child)?.text
        case "rights", "copyright": facts.rights = facts.rights ?? oneLine(child)
        case "author", "creator", "managingeditor": setAuthor(child, rank: 0)
        case "pubdate", "published": setDate(.published, child, rank: 0)
        case "issued": setDate(.published, child, rank: 1)
        case "date": setDate(.updated, child, rank: 2)
        case "created": facts.created = Timestamp(line(child) ?? "") ?? facts.created
        case "updated", "modified", "lastbuilddate", "lastmod": setDate(.updated, child, rank: 0)
        case "language": facts.language = line(child) ?? facts.language
        case "category": addTag(element["term"] ?? line(child))
        case "keywords", "tags": addTags(line(child))
        case "enclosure": addEnclosure(element["url"], child)
        case "source": source = source ?? sourceTitle(child)
        case "comments": comments = comments ?? line(child)
        case "image", "logo", "icon": setImage(child, rank: element.name == "icon" ? 3 : 1)
        default: break
        }
    }

    /// RSS has the address between the tags, Atom in an attribute, with what it leads to.
    private mutating func readLink(_ child: Int) {
        let element = tree.nodes[child]
        guard let address = element["href"] ?? line(child) else { return }
        let target = resolved(address, child)
        let relation = element["rel"]?.lowercased() ?? "alternate"
        let type = element["type"]?.lowercased() ?? "text/html"
        switch relation {
        case "enclosure":
            addEnclosure(address, child)
            addLink(target, rank: nil)
        case "alternate": addLink(target, rank: type.contains("html") ? 0 : 1)
        default: addLink(target, rank: nil)
        }
    }

    /// `rank` is nil for an address that is not the page's.
    private mutating func addLink(_ address: String, rank: Int?) {
        if address.isEmpty { return }
        FeedFields.add(address, to: &facts.links)
        if let rank { set(.link, rank: rank) { $0.facts.link = address } }
    }

    private func sourceTitle(_ child: Int) -> String? {
        let title = tree.children(of: child).first { tree.nodes[$0].name == "title" }
        if let title { return oneLine(title) }
        return tree.hasElements(child) ? nil : oneLine(child)
    }

    // MARK: Other vocabularies

    private mutating func readDublinCore(_ child: Int) {
        switch tree.nodes[child].name {
        case "title": setTitle(child, rank: 1)
        case "description", "abstract": setBrief(child, rank: 2)
        case "creator", "author": setAuthor(child, rank: 1)
        case "rights": facts.rights = facts.rights ?? oneLine(child)
        case "language": facts.language = facts.language ?? line(child)
        case "subject": addTag(line(child))
        case "identifier": set(.id, rank: 1) { $0.facts.id = $0.line(child) }
        case "issued", "available": setDate(.published, child, rank: 2)
        case "created": facts.created = facts.created ?? Timestamp(line(child) ?? "")
        case "modified", "date": setDate(.updated, child, rank: 1)
        default: break
        }
    }

    private mutating func readContent(_ child: Int) {
        if tree.nodes[child].name == "encoded" { setContent(child, rank: 0) }
    }

    private mutating func readITunes(_ child: Int) {
        let element = tree.nodes[child]
        switch element.name {
        case "title": setTitle(child, rank: 2)
        case "summary": setBrief(child, rank: 3)
        case "subtitle": setBrief(child, rank: 4)
        case "author": setAuthor(child, rank: 2)
        case "keywords": addTags(line(child))
        case "category":
            for index in [child] + tree.inside(child).filter({ !tree.nodes[$0].isText }) {
                addTag(tree.nodes[index]["text"])
            }
        case "image": setImage(child, rank: 0)
        case "link" where element["rel"] == "image": setImage(child, rank: 0)
        default: break
        }
    }

    private mutating func readMedia(_ child: Int) {
        let element = tree.nodes[child]
        switch element.name {
        case "title": setTitle(child, rank: 3)
        case "description": setBrief(child, rank: 5)
        case "category": addTag(line(child))
        case "keywords": addTags(line(child))
        case "thumbnail": setImage(child, rank: 2)
        case "credit": setAuthor(child, rank: 3)
        case "group", "content": for inner in tree.children(of: child) { readMedia(inner) }
        default: break
        }
    }

    // MARK: Filling places

    private mutating func set(_ place: Place, rank: Int, _ body: (inout FeedFields) -> Void) {
        if let last = ranks[place], last <= rank { return }
        ranks[place] = rank
        body(&self)
    }

    private mutating func setTitle(_ child: Int, rank: Int) {
        guard let title = oneLine(child) else { return }
        set(.title, rank: rank) { $0.facts.title = title }
    }

    private mutating func setBrief(_ child: Int, rank: Int) {
        guard let found = text(child) else { return }
        set(.brief, rank: rank) { $0.brief = found }
    }

    /// Of two short texts in the feed's own words the second is the content, if nothing else is.
    private mutating func setBriefs(_ child: Int) {
        if ranks[.brief] == 0 { setContent(child, rank: 9) } else { setBrief(child, rank: 0) }
    }

    private mutating func setContent(_ child: Int, rank: Int) {
        guard let found = text(child) else { return }
        set(.content, rank: rank) { $0.content = found }
    }

    /// Of updates the last counts: a feed may list them all.
    private mutating func setDate(_ place: Place, _ child: Int, rank: Int) {
        guard let date = Timestamp(line(child) ?? "") else { return }
        if place == .published {
            set(place, rank: rank) { $0.facts.published = date }
        } else if ranks[place].map({ rank <= $0 }) ?? true {
            ranks[place] = rank
            facts.updated = date
        }
    }

    private mutating func setAuthor(_ child: Int, rank: Int) {
        let named = tree.children(of: child).first { tree.nodes[$0].name == "name" }
        let names =
            named.map { line($0).map { [$0] } ?? [] } ?? line(child).map(FeedPerson.names) ?? []
        if names.isEmpty { return }
        if ranks[.author] == rank {
            for name in names { FeedFields.add(name, to: &facts.authors) }
        } else {
            set(.author, rank: rank) { $0.facts.authors = names }
        }
    }

    private mutating func setImage(_ child: Int, rank: Int) {
        let element = tree.nodes[child]
        let inner = tree.children(of: child).first { tree.nodes[$0].name == "url" }
        let own = tree.hasElements(child) ? nil : line(child)
        let address = element["href"] ?? element["url"] ?? inner.flatMap(line) ?? own
        guard let address, !address.isEmpty else { return }
        set(.image, rank: rank) { $0.facts.image = $0.resolved(address, child) }
    }

    private mutating func addTag(_ tag: String?) {
        guard let tag, !tag.isEmpty else { return }
        FeedFields.add(tag, to: &facts.tags)
    }

    /// Once each, and no more than `most`.
    private static func add(_ value: String, to list: inout [String]) {
        if list.count < most, !list.contains(value) { list.append(value) }
    }

    private mutating func addTags(_ list: String?) {
        for tag in (list ?? "").split(separator: ",") { addTag(String(tag).trimmingBlanks) }
    }

    private mutating func addEnclosure(_ address: String?, _ child: Int) {
        guard let address, !address.isEmpty else { return }
        FeedFields.add(resolved(address, child), to: &enclosures)
    }

    // MARK: Texts and addresses

    private func line(_ child: Int) -> String? {
        let line = tree.line(of: child)
        return line.isEmpty ? nil : line
    }

    /// Nil when there is none.
    private func text(_ child: Int) -> FragmentText? {
        let text = FragmentText(tree, child)
        return text.parts.isEmpty ? nil : text
    }

    private func oneLine(_ child: Int) -> String? { FragmentText(tree, child).line }

    private func resolved(_ address: String, _ child: Int) -> String {
        Address.resolved(address, against: base(at: child))
    }

    /// Each `xml:base` is itself resolved against the one around it.
    private func base(at child: Int) -> String? {
        var bases: [String] = []
        var index = child
        while index > 0 {
            if let base = tree.nodes[index]["base", .xml] { bases.append(base) }
            index = tree.nodes[index].parent
        }
        return bases.reversed().reduce(address) { outer, base in
            Address.resolved(base, against: outer)
        }
    }
}
