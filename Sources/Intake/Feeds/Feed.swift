/// A feed: what it says of itself, and its entries. Nil and empty are what it does not say.
///
/// All text is clean and without markup; titles and the like stand on one line, summaries and
/// contents have paragraphs parted by two line ends. Addresses are resolved as far as the feed
/// says against what.
package struct Feed: Equatable, Sendable {
    package var about = FeedFacts()
    package var subtitle: String?
    /// A note for those who meet the feed in a browser.
    package var info: String?
    package var entries: [FeedEntry] = []
    package var warnings: [IntakeWarning] = []

    package init() {}
}

/// What feeds and their entries have in common.
package struct FeedFacts: Equatable, Sendable {
    package var title: String?
    /// The page that it is about.
    package var link: String?
    /// All addresses it links to, the page among them.
    package var links: [String] = []
    package var authors: [String] = []
    package var published: Timestamp?
    package var updated: Timestamp?
    package var created: Timestamp?
    package var id: String?
    package var rights: String?
    /// As stated: `en`, `en-GB`.
    package var language: String?
    package var tags: [String] = []
    package var image: String?

    package init() {}
}

/// One entry of a feed.
package struct FeedEntry: Equatable, Sendable {
    package var about = FeedFacts()
    package var summary: String?
    package var content: String?
    /// The addresses of attached files.
    package var enclosures: [String] = []
    /// The title of the feed that it was taken over from.
    package var source: String?
    /// Where it is commented upon.
    package var comments: String?

    /// The full content, which wins, or else the summary, by its parts.
    var body: FragmentText?

    package init() {}
}
