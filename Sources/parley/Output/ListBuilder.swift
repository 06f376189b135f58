import Analysis
import Archive
import Intake
import Queries

/// Makes the rows of `parley list` out of the articles that meet its query.
///
/// Kinds that facets count come from `facets`; the others are gathered from the findings, one
/// article at a time, so that memory does not grow with the corpus but with the list.
struct ListBuilder {
    let kind: ListKind
    let dossier: Dossier
    private(set) var table: ListTable
    private var proposals: [String: Proposal] = [:]
    private var events: [String: [Int]] = [:]
    private var chains: [[String]: [(String, Int)]] = [:]

    private let filter: ProposalFilter

    private struct Proposal {
        var name: String
        var kind: String
        var articles = 0
        var sentences: [String] = []
        var passages: [JSON] = []
    }

    init(kind: ListKind, dossier: Dossier) {
        self.kind = kind
        self.dossier = dossier
        filter = ProposalFilter(dossier: dossier)
        table = ListTable(columns: ListBuilder.columns(of: kind))
    }

    /// The columns of each kind; JSON uses the same words as keys.
    static func columns(of kind: ListKind) -> [String] {
        switch kind {
        case .articles: ["id", "published", "outlet", "kind", "title", "sentences", "externalId"]
        case .sources: ["id", "name", "published", "cited"]
        case .actors, .points, .drafts: ["id", "name", "articles", "corpus"]
        case .quotes:
            ["article", "sentence", "kind", "speaker", "speakerId", "named", "via", "text"]
        case .stances:
            [
                "article", "sentence", "actor", "stance", "point", "draft", "condition",
                "accordingTo",
            ]
        case .figures: ["article", "sentence", "text", "value", "unit", "about", "draft"]
        case .dates: ["article", "sentence", "text", "iso", "event"]
        case .events: ["id", "name", "first", "last", "articles", "sentences"]
        case .clashes: ["about", "kind", "relation", "explain", "values"]
        case .chains: ["chain", "sentences", "articles"]
        case .copies: ["articles", "similarity"]
        case .proposals: ["name", "kind", "articles", "sentences", ListTable.passages]
        case .feeds: ["url", "title", "folder", "asked", "problem"]
        case .searches: ["name", "query", "articles", "unread"]
        }
    }

    /// Takes one article in.
    mutating func add(_ analyzed: AnalyzedArticle) {
        switch kind {
        case .articles: addArticle(analyzed)
        case .quotes: addQuotes(analyzed)
        case .stances: addStances(analyzed)
        case .figures: addFigures(analyzed)
        case .dates: addDates(analyzed)
        case .events: addEvents(analyzed)
        case .chains: addChains(analyzed)
        case .proposals: addProposals(analyzed)
        case .sources, .actors, .points, .drafts, .clashes, .copies, .feeds, .searches: break
        }
    }

    /// Whether rows come from facets alone, without reading a single article.
    static func needsFacetsOnly(_ kind: ListKind) -> Bool {
        [.sources, .actors, .points, .drafts].contains(kind)
    }

    mutating func add(_ facets: Facets) {
        switch kind {
        case .sources: addSources(facets)
        case .actors: addValues(facets.actors)
        case .points: addValues(facets.points)
        case .drafts: addValues(facets.drafts)
        default: break
        }
    }

    mutating func add(_ clashes: [Disagreement]) {
        for clash in clashes {
            let values = clash.values.map { value in
                JSON.object([
                    ("article", .string(value.articleID)),
                    ("sentence", .integer(value.sentence)), ("text", .string(value.text)),
                ])
            }
            table.rows.append([
                .string(clash.about), .string(clash.kind.rawValue),
                .string(clash.relation.rawValue), .string(clash.explanation), .array(values),
            ])
        }
    }

    /// The feeds of the list, with when they were last asked and why that failed.
    mutating func add(_ feeds: [FeedList.Item], _ visits: [String: WebVisit]) {
        for feed in feeds {
            let visit = visits[feed.url]
            table.rows.append([
                .string(feed.url), .optional(feed.title), .string(feed.folder),
                .optional(visit.map { Timestamp(sinceEpoch: $0.time).iso }),
                .optional(visit?.problem),
            ])
        }
    }

    mutating func add(_ searches: [SavedSearch]) {
        table.rows += searches.map {
            [.string($0.name), .string($0.query), .integer($0.count), .integer($0.unreadCount)]
        }
    }

    mutating func add(_ groups: [CopyGroup]) {
        for group in groups {
            let articles = group.articles.map { article in
                JSON.object([
                    ("id", .string(article.id)), ("externalId", .optional(article.externalID)),
                ])
            }
            table.rows.append([.array(articles), .number(group.similarity)])
        }
    }

    /// The rows, those that were counted over articles last.
    consuming func finish() -> ListTable {
        addGathered()
        return table
    }

    // MARK: One article

    private mutating func addArticle(_ analyzed: AnalyzedArticle) {
        let article = analyzed.article
        table.rows.append([
            .string(article.id), .optional(article.published?.edtf), .optional(article.outlet),
            .string(article.kind.rawValue), .optional(article.title),
            .integer(article.sentences.count), .optional(article.externalID),
        ])
    }

    private mutating func addQuotes(_ analyzed: AnalyzedArticle) {
        for quote in analyzed.findings.quotes {
            table.rows.append([
                .string(analyzed.article.id), .integer(quote.sentence),
                .string(quote.kind.rawValue), .optional(quote.speakerText),
                .optional(quote.speakerID), .bool(quote.isNamed), .optional(quote.via),
                .string(analyzed.article.text[scalars: quote.range]),
            ])
        }
    }

    private mutating func addStances(_ analyzed: AnalyzedArticle) {
        for stance in analyzed.findings.stances {
            table.rows.append([
                .string(analyzed.article.id), .integer(stance.sentence), .string(stance.actor),
                .string(stance.label.rawValue), .string(stance.point), .optional(stance.draft),
                .optional(stance.condition), .optional(stance.accordingTo),
            ])
        }
    }

    private mutating func addFigures(_ analyzed: AnalyzedArticle) {
        for figure in analyzed.findings.figures {
            table.rows.append([
                .string(analyzed.article.id), .integer(figure.sentence),
                .string(analyzed.article.text[scalars: figure.range]), .number(figure.value),
                .optional(figure.unit), .optional(figure.about), .optional(figure.draft),
            ])
        }
    }

    private mutating func addDates(_ analyzed: AnalyzedArticle) {
        for date in analyzed.findings.dates {
            table.rows.append([
                .string(analyzed.article.id), .integer(date.sentence),
                .string(analyzed.article.text[scalars: date.range]), .string(date.edtf),
                .optional(date.event),
            ])
        }
    }

    // MARK: Over articles

    private mutating func addEvents(_ analyzed: AnalyzedArticle) {
        for event in analyzed.findings.events {
            events[event.id, default: []].append(event.basis.sentences.count)
        }
    }

    private mutating func addChains(_ analyzed: AnalyzedArticle) {
        for voice in analyzed.findings.voices where voice.chain.count > 1 {
            chains[voice.chain, default: []].append((analyzed.article.id, voice.sentence))
        }
    }

    private mutating func addProposals(_ analyzed: AnalyzedArticle) {
        let id = analyzed.article.id.prefix(8)
        func gather(
            _ name: String, id proposed: String, _ kind: OwnDossier.Entry.Kind, _ basis: Basis
        ) {
            guard filter.offers(name, id: proposed, kind) else { return }
            var proposal = proposals[name] ?? Proposal(name: name, kind: kind.rawValue)
            proposal.articles += 1
            proposal.sentences += basis.sentences.map { "\(id) §\($0 + 1)" }
            proposal.passages += basis.sentences.map { sentence in
                .object([
                    ("article", .string(analyzed.article.id)), ("sentence", .integer(sentence)),
                    ("text", .string(analyzed.article.sentenceText(sentence))),
                ])
            }
            proposals[name] = proposal
        }
        for actor in analyzed.findings.actors {
            if let kind = actor.proposal { gather(actor.name, id: actor.id, kind, actor.basis) }
        }
        for outlet in analyzed.findings.citedOutlets where !outlet.isKnown {
            gather(outlet.name, id: outlet.id, .outlet, outlet.basis)
        }
    }

    private mutating func addSources(_ facets: Facets) {
        let cited = Dictionary(
            facets.cited.map { ($0.id, $0.count) }, uniquingKeysWith: { first, _ in first })
        for source in facets.sources {
            table.rows.append([
                .string(source.id), .string(source.name), .integer(source.count),
                .integer(cited[source.id, default: 0]),
            ])
        }
        let published = Set(facets.sources.map(\.id))
        for source in facets.cited where !published.contains(source.id) {
            table.rows.append([
                .string(source.id), .string(source.name), .integer(0), .integer(source.count),
            ])
        }
    }

    private mutating func addValues(_ values: [FacetValue]) {
        for value in values where value.count > 0 {
            table.rows.append([
                .string(value.id), .string(value.name), .integer(value.count),
                .integer(value.corpusCount),
            ])
        }
    }

    private mutating func addGathered() {
        let known = Dictionary(
            dossier.events.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for (id, counts) in events.sorted(by: { $0.key < $1.key }) {
            table.rows.append([
                .string(id), .optional(known[id]?.name), .optional(known[id]?.first.iso),
                .optional(known[id]?.last.iso), .integer(counts.count),
                .integer(counts.reduce(0, +)),
            ])
        }
        let byUse = chains.sorted {
            ($1.value.count, $0.key[0]) < ($0.value.count, $1.key[0])
        }
        for (chain, uses) in byUse {
            table.rows.append([
                .string(chain.joined(separator: " → ")), .integer(uses.count),
                .integer(Set(uses.map(\.0)).count),
            ])
        }
        let ordered = proposals.values.sorted { ($1.articles, $0.name) < ($0.articles, $1.name) }
        for proposal in ordered {
            table.rows.append([
                .string(proposal.name), .string(proposal.kind), .integer(proposal.articles),
                .strings(proposal.sentences), .array(proposal.passages),
            ])
        }
    }
}
