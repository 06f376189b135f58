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
        if content == nil { facts.warnings.append(FeedEntry.isSummary) }
        return facts
    }

    private static let isSummary = IntakeWarning("The feed holds a summary only.")

    /// Throws when the entry has no text beside its title.
    func article(in feed: Feed, label: String, stated: RawDocument.Statement) throws(IntakeError)
        -> Article
    {
        guard let text, text != about.title else { throw .noBody(name: label) }
        var facts = facts(in: feed)
        facts.override(with: stated)
        let clean = CleanText(validUTF8: Array(text.utf8))
        var article = try ArticleBuilder(clean.bytes, facts: facts, isMarkdown: false)
            .article(label: label)
        article.isSummary = content == nil
        return article
    }
}
