/// Who wrote the article of a page, as its metadata, microdata or byline says.
struct PageAuthors {
    private(set) var names: [String] = []
    private let outlet: String?

    init(_ metadata: PageMetadata, outlet: String?) {
        self.outlet = outlet
        for candidate in [linked, meta, microdata, marked, byline, addresses] {
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
            "dc.creator", "dcterms.creator", "dcterm.creator", "author", "article.author", "byl",
            "dc.creator.author", "parsely-author", "sailthru.author", "article.author_name",
            "authors", "byline", "citation_author", "cxenseparse.author", "rbauthors",
        ]
        for name in names {
            let values = (metadata.metas[name] ?? []).filter { !$0.contains("://") }
            if !values.isEmpty { return values }
        }
        guard metadata.first(["twitter.label1"])?.lowercased().contains("written") == true else {
            return []
        }
        return metadata.metas["twitter.data1"] ?? []
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

    /// Links that are marked as leading to the author.
    private func marked(_ metadata: PageMetadata) -> [String] {
        let page = metadata.page
        let links = page.nodes.indices.filter {
            page.nodes[$0].tag == .a && page.string(.rel, of: $0) == "author"
        }
        let near = links.filter(metadata.window.contains)
        return (near.isEmpty ? links : near).prefix(4).map { page.text(in: $0) }
    }

    /// The first short element from the headline on whose names say that it holds authors.
    private func byline(_ metadata: PageMetadata) -> [String] {
        let page = metadata.page
        for node in metadata.window {
            guard metadata.regions.words[node].contains(.byline),
                metadata.isNamed(node, ["byline", "author", "authors", "bylines"])
            else { continue }
            let text = page.text(in: node)
            if (3...120).contains(text.utf8.count), !clean(text).isEmpty { return [text] }
        }
        return []
    }

    /// The first links from the headline on whose address is that of an author's page.
    private func addresses(_ metadata: PageMetadata) -> [String] {
        let page = metadata.page
        let parts: Set<Substring> = [
            "author", "authors", "writer", "writers", "journalist", "journalists", "reporter",
            "autor", "autores", "auteur", "redakteur", "columnist", "columnists", "byline",
        ]
        let links = metadata.window.prefix(4000).filter { node in
            guard page.nodes[node].tag == .a, let address = page.string(.href, of: node) else {
                return false
            }
            return address.split(separator: "/").contains { parts.contains($0) }
        }
        let names = links.map { page.text(in: $0) }
        return names.first { !clean($0).isEmpty }.map { [$0] } ?? []
    }

    // MARK: Names

    /// The names in a byline; none where it holds something else.
    private func clean(_ written: String) -> [String] {
        var text = PageMetadata.clean(written).split { $0.isWhitespace }.joined(separator: " ")
        guard text.utf8.count <= 200, !text.contains("://") else { return [] }
        text = PageAuthors.withoutBy(text)
        for mark in PageAuthors.ends {
            if let first = text.components(partedBy: mark).first { text = first }
        }
        let names = Facts.names(in: String(text.prefix { !$0.isNumber }))
        let isDated = text.contains { $0.isNumber }
        return (isDated ? names.map(PageAuthors.withoutDay) : names).filter(isName)
    }

    /// What a byline goes on with behind its names.
    private static let ends = [
        "|", "•", "·", " - ", " – ", " — ", "(", "/", " on ", " @", " Edited by", " Illustrat",
        " Photograph", " Published", " Updated", " Posted",
    ]

    private static func withoutBy(_ text: String) -> String {
        let words = [
            "written by ", "posted by ", "reported by ", "story by ", "by ", "by: ", "von ", "par ",
            "por ", "author: ", "автор: ", "автор ",
        ]
        let small = text.lowercased()
        for word in words where small.hasPrefix(word) && small.utf8.count == text.utf8.count {
            return String(text.dropFirst(word.count))
        }
        return text
    }

    /// Without the month or weekday that a date behind it began with.
    private static func withoutDay(_ name: String) -> String {
        var words = name.split(separator: " ")
        while words.count > 1, let last = words.last,
            DateLine.isDayName(last.lowercased().filter { $0 != "." && $0 != "," })
        {
            words.removeLast()
        }
        return words.joined(separator: " ")
    }

    private func isName(_ name: String) -> Bool {
        guard (2...60).contains(name.utf8.count), !name.contains("@"), !name.contains("http"),
            name.split(separator: " ").count <= 6
        else { return false }
        let folded = name.lowercased()
        if PageAuthors.nobody.contains(folded) || DateLine.isDayName(folded)
            || folded == outlet?.lowercased()
        {
            return false
        }
        let isDegree = name.utf8.count <= 3 && name == name.uppercased()
        return !isDegree && name.contains { $0.isLetter }
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
