package import Analysis

/// An article among the others: its near copies, and what others of the same days have and it lacks;
/// others of any day where it states none, or stands alone in its days.
package struct ArticleContext: Equatable, Sendable {
    /// A point, an actor or a cited outlet that the article does not have.
    package struct Missing: Equatable, Sendable {
        package var kind: Comparison.Omission.Kind
        package var id: String
        package var name: String
        /// One of each of the others that have it, the first that speaks of it.
        package var sentences: [CitedSentence]

        package init(
            kind: Comparison.Omission.Kind, id: String, name: String, sentences: [CitedSentence]
        ) {
            self.kind = kind
            self.id = id
            self.name = name
            self.sentences = sentences
        }
    }

    package var article: ArticleRow
    /// The other articles of its group of near copies, oldest first.
    package var copies: [ArticleRow]
    /// The articles it was held against, those that share most with it first.
    package var others: [ArticleRow]
    /// Whether the others are of any day, and must share more with it.
    package var isOfAnyDay: Bool
    /// How many articles of these days speak of the same; more than `others` where these are many.
    package var otherCount: Int
    /// Points, then actors, then outlets; each kind by how many of the others have it.
    package var missing: [Missing]

    /// So many days before and after its own count as the same days.
    package static let days = 3
    /// What an article of any day must share with it: two for a point or a draft, one for an actor.
    package static let shareOfAnyDay = 6
    /// So many of the others are read at most.
    package static let otherLimit = 40

    package init(
        article: ArticleRow, copies: [ArticleRow], others: [ArticleRow], isOfAnyDay: Bool,
        otherCount: Int, missing: [Missing]
    ) {
        self.article = article
        self.copies = copies
        self.others = others
        self.isOfAnyDay = isOfAnyDay
        self.otherCount = otherCount
        self.missing = missing
    }

    package func missing(_ kind: Comparison.Omission.Kind) -> [Missing] {
        missing.filter { $0.kind == kind }
    }
}
