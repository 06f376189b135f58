import Intake

/// Puts articles side by side by what they assert. `weights` gives rare words more say.
///
/// In: articles with their findings. Out: rows of sentences that speak of the same, the facts on
/// which they differ, what one leaves out, and what is copied. It judges nothing: a difference is
/// a difference of texts. `docs/comparison.md` says how it works and what it cannot do.
package struct Comparer: Sendable {
    package let dossier: Dossier
    package let weights: WordWeights
    private let names: NameFinder
    private let drafts: DraftFinder
    private let events: EventFinder

    package init(dossier: Dossier, weights: WordWeights = WordWeights()) {
        self.dossier = dossier
        self.weights = weights
        names = NameFinder(dossier: dossier)
        drafts = DraftFinder(dossier: dossier)
        events = EventFinder(dossier: dossier)
    }

    /// Two to four articles, columns in the order given; rows follow the first.
    package func comparison(of articles: [AnalyzedArticle]) -> Comparison {
        let columns = articles.map(column)
        let features = columns.map(\.features)
        var comparison = Comparison()
        comparison.clashes = Clashes(columns: columns, dossier: dossier).clashes()
        let similarity = Similarity(
            features, weights: weights, clashes: comparison.clashes)
        comparison.rows = RowBuilder(
            columns: features, similarity: similarity, clashes: comparison.clashes
        ).rows(Grouping.groups(of: similarity))
        comparison.points = PointRows.rows(of: articles)
        comparison.omissions = Omissions.omissions(in: articles)
        comparison.copied = Copies.copies(features, similarity)
        comparison.similarity = Copies.wordsInCommon(features)
        return comparison
    }

    private func column(_ article: AnalyzedArticle) -> Column {
        let reading = Reading(article.article)
        let cast = names.cast(in: reading)
        let found = events.events(in: reading, cast: cast, dates: article.findings.dates)
        let eventOfSentence = found.ofSentence.map { $0.map { dossier.events[$0].id } }
        return Column(
            article: article,
            features: FeatureList(
                article, reading: reading, cast: cast, dossier: dossier,
                eventOfSentence: eventOfSentence),
            draftOfSentence: drafts.drafts(in: reading, cast: cast).ofSentence.map { draft in
                draft.map { dossier.drafts[$0].id }
            },
            eventOfSentence: eventOfSentence)
    }
}
