import Intake

/// Puts articles side by side by what they assert. `weights` gives common words less say.
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
    private let claims: ClaimReader

    package init(dossier: Dossier, weights: WordWeights = WordWeights()) {
        self.dossier = dossier
        self.weights = weights
        names = NameFinder(dossier: dossier)
        drafts = DraftFinder(dossier: dossier)
        events = EventFinder(dossier: dossier)
        claims = ClaimReader(dossier: dossier)
    }

    /// Two to four articles, columns in the order given; rows follow the first.
    package func comparison(of articles: [AnalyzedArticle]) -> Comparison {
        let columns = articles.map(column)
        let features = zip(articles, columns).map { article, column in
            FeatureList(
                article, reading: column.reading, cast: column.cast, dossier: dossier,
                eventOfSentence: column.eventOfSentence.map { $0.map { dossier.events[$0].id } })
        }
        var comparison = Comparison()
        comparison.clashes =
            Clashes(
                articles: columns.map { (claims.claims(in: $0), $0.article.text) },
                finder: ClashFinder()
            ).clashes()
        let similarity = Similarity(
            features, weights: weights, clashes: comparison.clashes)
        comparison.rows = RowBuilder(
            columns: features, similarity: similarity, clashes: comparison.clashes
        ).rows(Grouping.groups(of: similarity))
        comparison.points = PointRows.rows(of: articles)
        comparison.facts = FactRows.rows(of: articles, clashes: comparison.clashes)
        comparison.omissions = Omissions.omissions(in: articles)
        comparison.copied = Copies.copies(features, similarity)
        comparison.quotations = QuotationRows(columns: columns).rows()
        comparison.variants = WordVariants(columns: columns, dossier: dossier).rows()
        comparison.similarity = Copies.wordsInCommon(features)
        return comparison
    }

    /// What may clash with other articles, as an analyzer of the same dossier gives it.
    package func claims(in article: AnalyzedArticle) -> ArticleClaims {
        claims.claims(in: column(article))
    }

    private func column(_ article: AnalyzedArticle) -> Column {
        let reading = Reading(article.article)
        let cast = names.cast(in: reading)
        return Column(
            article: article.article, findings: article.findings, reading: reading, cast: cast,
            draftOfSentence: drafts.drafts(in: reading, cast: cast).ofSentence,
            eventOfSentence: events.events(
                in: reading, cast: cast, dates: article.findings.dates
            ).ofSentence)
    }
}
