extension FeedEntry {
    /// What the entry says of its article; the feed stands in where it says nothing.
    func facts(in feed: Feed) -> Facts {
        var facts = Facts()
        facts.title = about.title
        facts.outlet = source ?? feed.about.title
        facts.url = about.link
        facts.externalID = about.id
        facts.published = (about.published ?? about.created ?? about.updated)?.publicationDate
        facts.authors = about.authors
        if let language = about.language ?? feed.about.language { facts.setLanguage(language) }
        facts.warnings = feed.warnings
        if content == nil { facts.warnings.append(.summaryOnly) }
        return facts
    }

    /// Throws when the entry has no text beside its title.
    func article(in feed: Feed, label: String, stated: RawDocument.Statement) throws(IntakeError)
        -> Article
    {
        guard let body, body.line != nil, body.line != about.title else {
            throw .noBody(name: label)
        }
        var facts = facts(in: feed)
        facts.override(with: stated)
        var article = try ArticleBuilder(fragment: blocks(of: body), facts: facts)
            .article(label: label)
        article.isSummary = content == nil
        return article
    }

    private func blocks(of body: FragmentText) -> Blocks {
        var blocks = Blocks()
        for (index, part) in body.parts.enumerated() {
            let isLast = index == body.parts.count - 1
            blocks.append(Array(FragmentText.joined(part.text).utf8), role: role(of: part, isLast))
        }
        return blocks
    }

    private func role(of part: FragmentText.Part, _ isLast: Bool) -> Block.Role {
        switch part.kind {
        case .heading(let depth): .heading(depth: depth)
        case .caption: .removed(why: "caption")
        case .paragraph:
            isLast && FeedEntry.isTail(part.text) ? .removed(why: "feed tail") : .paragraph
        }
    }

    /// What a common publishing program adds to every entry.
    private static func isTail(_ text: String) -> Bool {
        text.hasPrefix("The post ") && text.contains(" appeared first on ")
    }
}
