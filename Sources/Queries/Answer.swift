package import Analysis
package import Intake

/// What the archive gives back: the case of the same name as the `Question`.
package enum Answer: Equatable, Sendable {
    case overview(Overview)
    case articles(ArticlesAnswer)
    case article(AnalyzedArticle)
    case participant(ParticipantPage)
    case source(SourcePage)
    case point(PointPage)
    case context(ArticleContext)
    case history(ArticleHistory)
    case comparison([AnalyzedArticle], Comparison)
    case clashes(ClashesAnswer)
    case matrix(Matrix)
    case wordUses([CitedSentence], of: String)
    case timeline(Timeline)
    /// By the ids of rows.
    case tellings([String: [CitedSentence]])
    case chains(Chains)
    /// Nil where the dossier compares no drafts.
    case drafts(DraftsPage?)
    case matches(PatternMatches, of: Pattern, in: String)
    case ownWork(OwnWork)
    /// By name.
    case savedSearches([SavedSearch])
    case names([NamedEntry])
    /// Most articles first.
    case speakers([FacetValue])
    case nearWords([NearWord])
    case proposals(ProposalsAnswer)
    case proposal(ProposalPage)
}

/// The corpus in numbers.
package struct Overview: Equatable, Sendable {
    package var dossierTitle: String
    package var articleCount: Int
    package var sentenceCount: Int
    package var actorCount: Int
    package var pointCount: Int
    package var firstPublished: PublicationDate?
    package var lastPublished: PublicationDate?
    /// The days on which something was published, in order; of a month or year its first.
    package var publicationDays: [Day] = []
    /// How many articles are digests: retold by us.
    package var digestCount: Int
    /// Articles that carry a letter, oldest first; empty above `letterLimit` articles.
    package var letters: [ArticleLetter]
    /// Facts on which articles differ, contradictions first; where `letters` is empty they are
    /// asked for apart.
    package var disagreements: [Disagreement]

    /// Above this many articles the strip gives way to a bar and a count.
    package static let letterLimit = 12

    package init(
        dossierTitle: String, articleCount: Int, sentenceCount: Int, actorCount: Int,
        pointCount: Int, firstPublished: PublicationDate?, lastPublished: PublicationDate?,
        digestCount: Int, letters: [ArticleLetter], disagreements: [Disagreement]
    ) {
        self.dossierTitle = dossierTitle
        self.articleCount = articleCount
        self.sentenceCount = sentenceCount
        self.actorCount = actorCount
        self.pointCount = pointCount
        self.firstPublished = firstPublished
        self.lastPublished = lastPublished
        self.digestCount = digestCount
        self.letters = letters
        self.disagreements = disagreements
    }
}

/// The letter under which an article appears in a strip such as `?·MR·`.
package struct ArticleLetter: Hashable, Sendable {
    package var articleID: String
    /// One cell wide, unique in the corpus; `?` when the outlet is not stated.
    package var letter: String
    package var outlet: String?
    package var published: PublicationDate?

    package init(
        articleID: String, letter: String, outlet: String?, published: PublicationDate?
    ) {
        self.articleID = articleID
        self.letter = letter
        self.outlet = outlet
        self.published = published
    }
}

package struct ArticlesAnswer: Equatable, Sendable {
    /// Articles that meet the query, and articles in the archive.
    package var total: Int
    package var corpusTotal: Int
    /// Sentences of the rows of `window` that meet the query.
    package var passageTotal: Int
    /// The order that was used; `best` gives way to `newest` where ranking would take too long.
    package var order: ArticlesQuestion.Order
    package var window: Range<Int>
    package var rows: [ArticleRow]
    /// How names of the query are spelled elsewhere in the corpus, by what was typed: found with it.
    package var spellings: [String: [String]] = [:]
    /// Near copies that meet the query and are not among the rows, since they are folded.
    package var foldedCopies = 0
    /// Rows of the whole list: those that meet the query, or all where the others are listed too.
    package var listed: Int
    /// When those that meet the query were published; nil when facets are not asked for.
    package var time: TimeBars?
    /// Nil when not asked for.
    package var facets: Facets?

    package init(
        total: Int, corpusTotal: Int, passageTotal: Int, order: ArticlesQuestion.Order,
        window: Range<Int>, rows: [ArticleRow], facets: Facets?
    ) {
        self.total = total
        listed = total
        self.corpusTotal = corpusTotal
        self.passageTotal = passageTotal
        self.order = order
        self.window = window
        self.rows = rows
        self.facets = facets
    }
}

/// A line of the article list.
package struct ArticleRow: Equatable, Sendable {
    package var id: String
    /// The id under which it was delivered; nil where none was stated.
    package var externalID: String?
    package var title: String?
    /// The first words, where no title is stated.
    package var opening: String?
    package var outletID: String?
    package var outlet: String?
    package var published: PublicationDate?
    package var kind: Article.Kind
    package var language: String?
    package var sentenceCount: Int
    package var isRead: Bool
    package var isMarked: Bool
    /// Whether it meets the query; false only among the others that were asked for.
    package var isMet = true
    /// Which of its group of near copies it is, in order of day from 1, and how many there are in the
    /// archive; both 0 where it is no copy.
    package var copyNumber = 0
    package var copyCount = 0
    /// Earlier texts of it that are kept: it was edited so often.
    package var editCount = 0
    /// Relevance, higher is better; 0 where the order is not `best`.
    package var score: Double
    package var passages: [Passage]

    package init(
        id: String, externalID: String? = nil, title: String?,
        opening: String? = nil, outletID: String?, outlet: String?, published: PublicationDate?,
        kind: Article.Kind, language: String?,
        sentenceCount: Int, isRead: Bool = false, isMarked: Bool = false, score: Double = 0,
        passages: [Passage] = []
    ) {
        self.id = id
        self.externalID = externalID
        self.title = title
        self.opening = opening
        self.outletID = outletID
        self.outlet = outlet
        self.published = published
        self.kind = kind
        self.language = language
        self.sentenceCount = sentenceCount
        self.isRead = isRead
        self.isMarked = isMarked
        self.score = score
        self.passages = passages
    }

    /// What it is called: its title, else its first words.
    package var heading: String { title ?? opening ?? "(no words)" }
}

/// A sentence that met a query, with what met it.
package struct Passage: Hashable, Sendable {
    package var sentence: Int
    package var text: String
    /// Scalars of `text`, ascending and apart.
    package var highlights: [Range<Int>]
    /// The scalar of the article's text at which the sentence begins.
    package var start: Int

    package init(sentence: Int, text: String, highlights: [Range<Int>], start: Int = 0) {
        self.sentence = sentence
        self.text = text
        self.highlights = highlights
        self.start = start
    }
}

/// Counts of the articles that meet a query, by value; each list by count, then by name, without
/// values that occur in no article of the archive.
package struct Facets: Equatable, Sendable {
    package var sources: [FacetValue] = []
    package var cited: [FacetValue] = []
    package var actors: [FacetValue] = []
    package var points: [FacetValue] = []
    /// Each counts the articles with at least one of its points.
    package var topics: [FacetValue] = []
    package var drafts: [FacetValue] = []

    package init() {}
}

package struct FacetValue: Hashable, Sendable {
    package var id: String
    package var name: String
    /// Articles of the result, and of the archive, that have the value.
    package var count: Int
    package var corpusCount: Int
    /// Bit n stands for the n-th of `Overview.letters`; nil above `letterLimit` articles.
    package var presence: UInt16?
    /// The topic of a point; nil elsewhere.
    package var parent: String?

    package init(
        id: String, name: String, count: Int, corpusCount: Int, presence: UInt16? = nil,
        parent: String? = nil
    ) {
        self.id = id
        self.name = name
        self.count = count
        self.corpusCount = corpusCount
        self.presence = presence
        self.parent = parent
    }
}

/// A sentence of one article, ready to be shown and gone to.
package struct CitedSentence: Equatable, Sendable {
    package var articleID: String
    package var outlet: String?
    package var published: PublicationDate?
    package var kind: Article.Kind
    package var sentence: Int
    package var text: String
    /// Scalars of `text` on which the finding rests.
    package var highlights: [Range<Int>]
    /// What the finding says of it: "rejects · Ukraine", "“actual border”".
    package var label: String
    package var rule: String
    /// The scalar of the article's text at which the sentence begins.
    package var start: Int

    package init(
        articleID: String, outlet: String?, published: PublicationDate?, kind: Article.Kind,
        sentence: Int, text: String, highlights: [Range<Int>], label: String, rule: String,
        start: Int = 0
    ) {
        self.articleID = articleID
        self.outlet = outlet
        self.published = published
        self.kind = kind
        self.sentence = sentence
        self.text = text
        self.highlights = highlights
        self.label = label
        self.rule = rule
        self.start = start
    }
}

/// Something one can go to by name.
package struct NamedEntry: Hashable, Sendable {
    package enum Kind: String, Sendable { case article, source, participant, point, draft, event }

    package var kind: Kind
    package var id: String
    package var name: String
    package var count: Int
    /// Scalars of `name` that fit what was typed.
    package var highlights: [Int]
    /// Of an article, as it states them.
    package var published: PublicationDate?
    package var outlet: String?

    package init(
        kind: Kind, id: String, name: String, count: Int, highlights: [Int] = [],
        published: PublicationDate? = nil, outlet: String? = nil
    ) {
        self.kind = kind
        self.id = id
        self.name = name
        self.count = count
        self.highlights = highlights
        self.published = published
        self.outlet = outlet
    }
}
