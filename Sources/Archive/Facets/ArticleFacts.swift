import Analysis
import Intake
import Queries

/// What one article puts into the columns, with values by key.
struct ArticleFacts: Equatable, Sendable {
    struct Value: Hashable, Sendable {
        var key: String
        var name: String
    }

    /// Raised with every change of what is put into the columns.
    static let format = 2

    /// The dossier's outlet that published it.
    var outletID: String?
    var day: Int32
    var sentenceCount: Int
    var traits: [ArticleTrait]
    /// What near copies are looked for by.
    var sketch: [UInt32]
    /// Each value once, in order of first occurrence.
    var values: [Column: [Value]]
    /// Those of columns that have no entries in the table `value`.
    private var ownNumbers: [Column: [UInt32]]

    init(
        of article: Article, _ findings: Findings, claims: ArticleClaims, keys: ViewKeys,
        isBundled: Bool
    ) {
        ownNumbers = [
            .claim: claims.keys.flatMap { [$0.key, $0.content] },
            .telling: keys.days(in: findings), .link: keys.links(in: article, findings),
            .wording: claims.words,
        ]
        day = DayColumn.day(of: article.published)
        outletID = findings.outletID
        sentenceCount = article.sentences.count
        sketch = CopySketch(of: article.text.utf8).numbers
        traits = []
        if !findings.quotes.isEmpty { traits.append(.hasQuote) }
        if article.kind == .digest { traits.append(.isDigest) }
        if isBundled { traits.append(.isBundled) }
        values = [:]
        if let outlet = article.outlet ?? findings.outletID {
            add(.source, findings.outletID ?? outlet, outlet)
        } else {
            add(.source, ArticleFacts.unstated, "outlet not stated")
        }
        if let language = article.language { add(.language, language, language) }
        for actor in findings.actors {
            add(actor.isKnown ? .actor : .proposal, actor.id, actor.name)
            if let kind = actor.proposal { add(kind.column, actor.id, actor.name) }
        }
        for outlet in findings.citedOutlets {
            add(outlet.isKnown ? .cited : .proposal, outlet.id, outlet.name)
            if !outlet.isKnown { add(.proposedOutlet, outlet.id, outlet.name) }
        }
        for point in findings.points { add(.point, point.id, point.id) }
        for draft in findings.drafts { add(.draft, draft.id, draft.id) }
        for stance in findings.stances {
            add(.stance, stance.label.rawValue, stance.label.rawValue)
        }
        for quote in findings.quotes {
            for speaker in quote.speakers {
                add(.speaker, speaker.id ?? speaker.name, speaker.name)
                if !speaker.isNamed {
                    add(.speaker, ArticleFacts.unnamed, ArticleFacts.unnamed)
                }
            }
        }
    }

    /// The source of an article that states no outlet.
    static let unstated = "?"
    /// Every speaker who is described and not named.
    static let unnamed = "unnamed"

    /// The numbers of a column that has no entries in the table `value`.
    func numbers(_ column: Column) -> [UInt32]? {
        switch column {
        case .trait: traits.map(\.rawValue)
        case .sketch: sketch
        default: ownNumbers[column]
        }
    }

    private mutating func add(_ column: Column, _ key: String, _ name: String) {
        let value = Value(key: key, name: name)
        if values[column]?.contains(where: { $0.key == key }) != true {
            values[column, default: []].append(value)
        }
    }
}

extension OwnDossier.Entry.Kind {
    /// Where proposals of the kind are counted.
    var column: Column {
        switch self {
        case .person: .proposedPerson
        case .body: .proposedBody
        case .outlet: .proposedOutlet
        }
    }
}
