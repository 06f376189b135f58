package import Intake

/// Reads articles against one dossier. Make one and keep it: making it compiles the gazetteer.
///
/// An article is tokenised once. Each layer gets that reading and what the layers before it found:
///
///     Reading -> names (Cast) -> actors, outlets cited, home outlet
///                             -> dates -> drafts, events -> figures -> points
///                                      -> offices
///                             -> quotes -> voices -> stances
package struct Analyzer: Sendable {
    package let dossier: Dossier
    private let names: NameFinder
    private let outlets: OutletFinder
    private let dates: DateFinder
    private let drafts: DraftFinder
    private let events: EventFinder
    private let figures: FigureFinder
    private let points: PointFinder
    private let quotes: QuoteFinder
    private let voices: VoiceFinder
    private let stances: StanceFinder
    private let offices: OfficeFinder
    private let claims: ClaimReader
    private let holders: OfficeHolders
    private let forms: WordForms

    package init(dossier: Dossier) {
        self.dossier = dossier
        names = NameFinder(dossier: dossier)
        outlets = OutletFinder(dossier: dossier)
        dates = DateFinder(dossier: dossier)
        drafts = DraftFinder(dossier: dossier)
        events = EventFinder(dossier: dossier)
        figures = FigureFinder(dossier: dossier)
        points = PointFinder(dossier: dossier)
        quotes = QuoteFinder()
        voices = VoiceFinder(dossier: dossier)
        stances = StanceFinder(dossier: dossier)
        offices = OfficeFinder(dossier: dossier)
        claims = ClaimReader(dossier: dossier)
        holders = OfficeHolders(dossier: dossier)
        forms = WordForms(dossier: dossier)
    }

    /// Everything that the rules find in `article`. Pure: the same article and dossier always give
    /// the same findings. An article in another language than English gets names, figures and
    /// dates only, and a note that says so.
    package func findings(in article: Article) -> Findings { column(article).findings }

    /// The same, and with it what may clash with other articles; both without what `revise` takes
    /// out of what was found.
    package func findingsAndClaims(
        in article: Article, revise: (inout Findings) -> Void = { _ in }
    ) -> (Findings, ArticleClaims) {
        var column = column(article)
        revise(&column.findings)
        return (column.findings, claims.claims(in: column))
    }

    /// Where an article uses words between which outlets choose.
    package func wordUses(in article: AnalyzedArticle) -> [WordUse] {
        let reading = Reading(article.article)
        let column = Column(
            article: article.article, findings: article.findings, reading: reading,
            cast: names.cast(in: reading), draftOfSentence: [], eventOfSentence: [])
        return forms.uses(in: column)
    }

    private func column(_ article: Article) -> Column {
        let reading = Reading(article)
        var findings = Findings()
        findings.outletID = outlets.home(of: article)
        let home = findings.outletID ?? OutletFinder.unlistedHome(of: article)
        let cast = names.cast(in: reading)
        findings.actors = names.findings(in: reading, cast: cast)
        findings.dates = dates.findings(in: reading, cast: cast)
        let drafts = drafts.drafts(in: reading, cast: cast)
        let events = events.events(in: reading, cast: cast, dates: findings.dates)
        findings.figures = figures.findings(
            in: reading, cast: cast, dates: findings.dates, drafts: drafts, events: events)
        func column() -> Column {
            Column(
                article: article, findings: findings, reading: reading, cast: cast,
                draftOfSentence: drafts.ofSentence, eventOfSentence: events.ofSentence)
        }
        if let note = Analyzer.languageNote(article.language) {
            findings.notes.append(note)
            return column()
        }
        relate(&findings.dates, to: events)
        findings.offices = offices.findings(in: reading, cast: cast, dates: findings.dates)
        findings.citedOutlets = outlets.findings(in: reading, cast: cast, home: home)
        findings.drafts = drafts.findings
        findings.events = events.findings
        findings.points = points.findings(in: reading, cast: cast)
        figures.addTopics(
            to: &findings.figures, points: findings.points, in: reading, drafts: drafts)
        addSpeech(to: &findings, reading, cast, drafts, home: home)
        return column()
    }

    /// A date is the event's of its sentence when it lies within a day of it.
    private func relate(_ dates: inout [DateFinding], to events: Events) {
        for index in dates.indices {
            guard let number = events.ofSentence[dates[index].sentence] else { continue }
            let event = dossier.events[number]
            if !dates[index].isVague, dates[index].first <= event.last + 1,
                event.first - 1 <= dates[index].last
            {
                dates[index].event = event.id
            }
        }
    }

    private func addSpeech(
        to findings: inout Findings, _ reading: Reading, _ cast: Cast, _ drafts: Drafts,
        home: String?
    ) {
        let speech = Speech(reading, cast: cast, dossier: dossier, holders: holders, home: home)
        findings.quotes = quotes.findings(in: speech)
        findings.voices = voices.findings(in: speech, quotes: findings.quotes)
        findings.stances = stances.findings(
            in: speech, points: findings.points, drafts: drafts, quotes: findings.quotes,
            voices: findings.voices)
    }

    /// What the reader is told about an article that is not in English; nil when it is or may be.
    static func languageNote(_ language: String?) -> String? {
        guard let language, language.lowercased() != "en", !language.lowercased().hasPrefix("en-")
        else { return nil }
        return "Only names, figures and dates were looked for: the article is not in English"
            + " (\(language)), and the other rules know English only."
    }
}
