import Intake

/// A feed as `parley extract` prints it.
func extractJSON(_ feed: Feed) -> JSON {
    .object(
        head(feed.about) + [
            ("subtitle", .optional(feed.subtitle)), ("info", .optional(feed.info)),
            ("entries", .array(feed.entries.map(extractJSON))),
            ("warnings", .strings(feed.warnings.map(\.message))),
        ])
}

/// A list of feeds as `parley extract` prints it.
func extractJSON(_ list: FeedList) -> JSON {
    let feeds = list.feeds.map { feed in
        JSON.object([
            ("url", .string(feed.url)), ("title", .optional(feed.title)),
            ("folder", .string(feed.folder)),
        ])
    }
    return .object([
        ("title", .optional(list.title)), ("feeds", .array(feeds)),
        ("warnings", .strings(list.warnings.map(\.message))),
    ])
}

/// Articles out of one file as the entries of a feed that says nothing of itself.
func extractJSON(entries articles: [Article]) -> JSON {
    .object(
        head(FeedFacts()) + [
            ("subtitle", .null), ("info", .null),
            ("entries", .array(articles.map { extractJSON(entry($0)) })),
            ("warnings", .array([])),
        ])
}

private func entry(_ article: Article) -> FeedEntry {
    var entry = FeedEntry()
    entry.about.title = article.title
    entry.about.link = article.url
    entry.about.links = [article.url].compactMap { $0 }
    entry.about.authors = article.authors
    entry.about.published = article.published.map {
        Timestamp(day: $0.day, precision: $0.precision)
    }
    entry.about.id = article.externalID
    entry.about.language = article.language
    entry.content = article.text.string
    entry.source = article.outlet
    return entry
}

private func extractJSON(_ entry: FeedEntry) -> JSON {
    .object(
        head(entry.about) + [
            ("summary", .optional(entry.summary)), ("content", .optional(entry.content)),
            ("enclosures", .strings(entry.enclosures)), ("source", .optional(entry.source)),
            ("comments", .optional(entry.comments)),
        ])
}

/// What feeds and entries have in common.
private func head(_ facts: FeedFacts) -> [(String, JSON)] {
    [
        ("title", .optional(facts.title)), ("link", .optional(facts.link)),
        ("links", .strings(facts.links)), ("author", authorJSON(facts.authors)),
        ("published", .optional(facts.published?.iso)),
        ("updated", .optional(facts.updated?.iso)), ("created", .optional(facts.created?.iso)),
        ("id", .optional(facts.id)), ("rights", .optional(facts.rights)),
        ("language", .optional(facts.language)), ("tags", .strings(facts.tags)),
        ("image", .optional(facts.image)),
    ]
}
