/// Who wrote the article of a page, as its metadata, microdata or byline says.
struct PageAuthors {
    private(set) var names: [String] = []
    private let outlet: String?

    init(_ metadata: PageMetadata, outlet: String?) {
        self.outlet = outlet
        for candidate in [linked, meta, microdata, links, byline] {
            names = candidate(metadata).flatMap(clean)
            var seen: Set<String> = []
            names = names.filter { seen.insert($0.lowercased()).inserted }
            if !names.isEmpty { return }
        }
    }

    // MARK: Where names stand

    private func linked(_ metadata: PageMetadata) -> [String] {
        guard let article = metadata.article else { return [] }
        let authors = metadata.linked.texts("author", of: article)
        return authors.isEmpty ? metadata.linked.texts("creator", of: article) : authors
    }

    private func meta(_ metadata: PageMetadata) -> [String] {
        let names = [
            "author", "article:author", "byl", "dc.creator", "dcterms.creator", "dc.creator.author",
            "parsely-author", "sailthru.author", "article:author_name", "authors", "byline",
            "citation_author", "cxenseparse:author", "rbauthors", "twitter:data1",
        ]
        for name in names {
            guard let value = metadata.meta[name], !value.contains("://") else { continue }
            if name == "twitter:data1",
                metadata.meta["twitter:label1"]?.lowercased().contains("written") != true
            {
                continue
            }
            return [value]
        }
        return []
    }

    private func microdata(_ metadata: PageMetadata) -> [String] {
        let page = metadata.page
        var found: [String] = []
        var end = 0
        for node in metadata.items where node >= end && property(node, page, "author") {
            end = Int(page.nodes[node].end)
            let inner = metadata.items.filter {
                $0 > node && $0 < end && property($0, page, "name")
            }
            let values = (inner.isEmpty ? [node] : inner).map {
                page.string(.content, of: $0) ?? page.text(in: $0)
            }
            found += values
        }
        return found
    }

    private func property(_ node: Int, _ page: Page, _ name: String) -> Bool {
        page.string(.itemprop, of: node)?.split(separator: " ").contains { $0 == name } ?? false
    }

    private func links(_ metadata: PageMetadata) -> [String] {
        let page = metadata.page
        return page.nodes.indices.filter {
            page.nodes[$0].tag == .a && page.string(.rel, of: $0) == "author"
        }.prefix(4).map { page.text(in: $0) }
    }

    /// The first short element whose names say that it holds authors.
    private func byline(_ metadata: PageMetadata) -> [String] {
        let page = metadata.page
        for (node, words) in metadata.regions.words.enumerated() where words.contains(.byline) {
            guard metadata.isNamed(node, ["byline", "author", "authors", "bylines"]) else {
                continue
            }
            let text = page.text(in: node)
            if (3...120).contains(text.utf8.count), let first = clean(text).first {
                return [first]
            }
        }
        return []
    }

    // MARK: Names

    /// The names in a byline; none where it holds something else.
    private func clean(_ written: String) -> [String] {
        var text = PageMetadata.clean(written)
        guard text.utf8.count <= 200, !text.contains("://") else { return [] }
        text = PageAuthors.withoutBy(text)
        for mark in ["|", "•", "·", " - ", " – ", " — ", "(", "/", " on ", " @"] {
            if let first = text.components(partedBy: mark).first { text = first }
        }
        return Facts.names(in: text).filter(isName)
    }

    private static func withoutBy(_ text: String) -> String {
        for word in [
            "Written by ", "Posted by ", "Reported by ", "By ", "by ", "BY ", "By: ", "Von ",
            "Par ", "Por ",
        ]
        where text.hasPrefix(word) {
            return String(text.dropFirst(word.count))
        }
        return text
    }

    private func isName(_ name: String) -> Bool {
        guard (2...60).contains(name.utf8.count), !name.contains("@"), !name.contains("http"),
            name.split(separator: " ").count <= 6
        else { return false }
        let folded = name.lowercased()
        if PageAuthors.nobody.contains(folded) || folded == outlet?.lowercased() { return false }
        return name.contains { $0.isLetter } && !name.contains { $0.isNumber }
    }

    private static let nobody: Set<String> = [
        "admin", "administrator", "editor", "staff", "author", "authors", "editorial", "webmaster",
        "unknown", "null", "none", "undefined", "contributor", "guest", "anonymous", "by", "share",
        "user", "redaction", "redaktion",
    ]
}

extension PageMetadata {
    /// Whether a word of an element's names is one of these.
    func isNamed(_ node: Int, _ names: Set<String>) -> Bool {
        for attribute in [PageAttribute.class, .id, .component, .itemprop, .rel] {
            guard let value = page.string(attribute, of: node) else { continue }
            let words = value.lowercased().split { !$0.isLetter }
            if words.contains(where: { names.contains(String($0)) }) { return true }
        }
        return false
    }
}
