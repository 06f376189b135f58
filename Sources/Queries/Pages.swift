package import Analysis

package struct ParticipantPage: Equatable, Sendable {
    package var participant: Participant
    package var articleCount: Int
    /// Articles that were read for it, the oldest: fewer than `articleCount` where those are many.
    package var readCount: Int?
    package var presence: UInt16?
    /// Spellings with the articles that use them.
    package var spellings: [FacetValue]
    package var quotesBy: [CitedSentence]
    /// What others are quoted with that names it; the label says who.
    package var quotesAbout: [CitedSentence] = []
    /// What was held on each point over time, the points with most of it first.
    package var stances: [StanceHistory]
    /// The points of `stances` that the dossier has: what the plan says on each.
    package var points: [PlanPoint] = []
    /// Where an article names another office than the dossier has; the label says both.
    package var offices: [CitedOffice]
    package var mentions: [CitedSentence]
    package var namedBeside: [FacetValue]

    package init(
        participant: Participant, articleCount: Int, presence: UInt16?,
        spellings: [FacetValue], quotesBy: [CitedSentence], stances: [StanceHistory],
        offices: [CitedOffice] = [], mentions: [CitedSentence], namedBeside: [FacetValue]
    ) {
        self.participant = participant
        self.articleCount = articleCount
        self.presence = presence
        self.spellings = spellings
        self.quotesBy = quotesBy
        self.stances = stances
        self.offices = offices
        self.mentions = mentions
        self.namedBeside = namedBeside
    }
}

package struct SourcePage: Equatable, Sendable {
    package var outlet: Outlet
    package var published: [ArticleRow]
    /// Sentences of other outlets that cite it.
    package var citedBy: [CitedSentence]
    /// Outlets that its articles cite.
    package var cites: [FacetValue]
    /// Points that its articles speak of, and whom they name: those of most of them first. Strips
    /// and `corpusCount` tell who else does.
    package var speaksOf: [FacetValue] = []
    package var names: [FacetValue] = []

    package init(
        outlet: Outlet, published: [ArticleRow], citedBy: [CitedSentence], cites: [FacetValue]
    ) {
        self.outlet = outlet
        self.published = published
        self.citedBy = citedBy
        self.cites = cites
    }
}

/// What the corpus holds on a point, or on a topic: then `point` has the id and the name of it.
package struct PointPage: Equatable, Sendable {
    package var point: PlanPoint
    package var topic: Topic
    package var articleCount: Int
    /// Articles that were read for it, the oldest: fewer than `articleCount` where those are many.
    package var readCount: Int?
    package var presence: UInt16?
    /// What each draft says of it, oldest draft first.
    package var provisions: [Provision]
    package var drafts: [Draft]
    /// Who holds what, those of whom most is told first.
    package var holders: [Holder]
    /// The point, or all of the topic.
    package var points: [PlanPoint] = []
    /// Facts about it on which articles differ.
    package var disagreements: [Disagreement] = []
    /// Who speaks of it, the oldest first.
    package var sentences: [CitedSentence]

    /// One who is reported to hold something, and what over time.
    package struct Holder: Equatable, Sendable {
        /// An id of the dossier, or a name that it does not have.
        package var actor: String
        package var name: String
        package var history: StanceHistory

        package init(actor: String, name: String, history: StanceHistory) {
            self.actor = actor
            self.name = name
            self.history = history
        }
    }

    package init(
        point: PlanPoint, topic: Topic, articleCount: Int, presence: UInt16?,
        provisions: [Provision], drafts: [Draft], holders: [Holder],
        sentences: [CitedSentence]
    ) {
        self.point = point
        self.topic = topic
        self.articleCount = articleCount
        self.presence = presence
        self.provisions = provisions
        self.drafts = drafts
        self.holders = holders
        self.sentences = sentences
    }
}

extension PointPage {
    /// The points that a page of `point` is about: itself, or all of the topic that it stands for.
    package static func ids(of point: PlanPoint, in dossier: Dossier) -> Set<String> {
        if dossier.points.contains(where: { $0.id == point.id }) { return [point.id] }
        return Set(dossier.points.filter { $0.topic == point.id }.map(\.id))
    }

    package var isOfTopic: Bool { point.id == topic.id && point.name == topic.name }
}
