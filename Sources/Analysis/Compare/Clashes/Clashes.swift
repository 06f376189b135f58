import Intake

/// Facts on which articles differ. Each finder looks at the claims of two articles; what they say
/// of one fact is then united, so that a fact is one clash however many articles differ on it.
///
/// A clash says that texts differ, not who is right. Two equal numbers about different events are
/// no agreement and no clash, so figures and dates are compared only where what they are about is
/// known to be the same.
struct Clashes {
    let articles: [(claims: ArticleClaims, text: ArticleText)]
    let finder: ClashFinder

    /// Contradictions first, spellings last, otherwise in the order of the first column.
    func clashes() -> [Comparison.Clash] {
        var found: [Comparison.Clash] = []
        for left in articles.indices {
            for right in articles.indices where right > left {
                for clash in finder.clashes(articles[left].claims, articles[right].claims) {
                    var clash = clash
                    for index in clash.values.indices {
                        clash.values[index].column =
                            clash.values[index].column == 0 ? left : right
                        clash.fillIn(articles[clash.values[index].column].text, index)
                    }
                    found.append(clash)
                }
            }
        }
        return Clashes.united(found).map { clash in
            var clash = clash
            clash.explanation = ClashExplanation.sentence(for: clash)
            return clash
        }
    }

    private static func united(_ clashes: [Comparison.Clash]) -> [Comparison.Clash] {
        var united: [Comparison.Clash] = []
        for clash in clashes {
            let same = united.firstIndex {
                $0.about == clash.about && $0.kind == clash.kind && $0.relation == clash.relation
                    && $0.scope == clash.scope
            }
            guard let same else {
                united.append(clash)
                continue
            }
            for value in clash.values where !united[same].values.contains(value) {
                united[same].values.append(value)
            }
            united[same].values.sort { $0.column < $1.column }
        }
        return united.enumerated().sorted {
            let ranks = ($0.element.relation.rank, $1.element.relation.rank)
            return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : $0.offset < $1.offset
        }.map(\.element)
    }
}

extension Comparison.Clash.Relation {
    /// Ascending from the gravest.
    package var rank: Int {
        switch self {
        case .contradiction: 0
        case .laterVersion: 1
        case .otherTime: 2
        case .spelling: 3
        }
    }
}

extension Comparison.Clash {
    /// Puts in the words of the article at a value that is shown by them.
    fileprivate mutating func fillIn(_ text: ArticleText, _ index: Int) {
        if values[index].text.isEmpty { values[index].text = text[scalars: values[index].range] }
    }

    /// The sentence that says what differs; every value must have its text.
    package var explained: String { ClashExplanation.sentence(for: self) }
}

/// Compares the claims of two articles. Pure, and the same whether claims were just read or come
/// from an archive.
package struct ClashFinder: Sendable {
    package init() {}

    /// All that two articles differ on. Columns are 0 and 1; values that are shown by the article's
    /// own words have no text yet.
    package func clashes(
        _ left: ArticleClaims, _ right: ArticleClaims
    ) -> [Comparison.Clash] {
        ClashFinder.order.flatMap { matter in
            clashes(left, right, of: matter) { $0.matter == matter }
        }
    }

    /// What two articles differ on of those claims about one matter that are `wanted`, which must
    /// be all or none of those with one `about`.
    package func clashes(
        _ left: ArticleClaims, _ right: ArticleClaims, of matter: Claim.Matter,
        where wanted: (Claim) -> Bool
    ) -> [Comparison.Clash] {
        let sides = ClaimSides(left, right, where: wanted)
        if sides.left.isEmpty || sides.right.isEmpty { return [] }
        return ClashFinder.clashes(of: matter, in: sides)
    }

    private static let order: [Claim.Matter] = [
        .figure, .date, .place, .position, .demand, .outcome, .version, .quote, .name, .office,
        .scope, .receipt, .deadline,
    ]

    private static func clashes(
        of matter: Claim.Matter, in claims: ClaimSides
    ) -> [Comparison.Clash] {
        switch matter {
        case .figure: FigureClashes(pair: claims).clashes()
        case .date: DateClashes(pair: claims).clashes()
        case .place: PlaceClashes(pair: claims).clashes()
        case .position: PositionClashes(pair: claims).clashes()
        case .demand: DemandClashes(pair: claims).clashes()
        case .outcome: OutcomeClashes(pair: claims).clashes()
        case .version: VersionClashes(pair: claims).clashes()
        case .quote: QuoteClashes(pair: claims).clashes()
        case .name: NameClashes(pair: claims).clashes()
        case .office: OfficeClashes(pair: claims).clashes()
        case .scope: ScopeClashes(pair: claims).clashes()
        case .receipt: ReceiptClashes(pair: claims).clashes()
        case .deadline: DeadlineClashes(pair: claims).clashes()
        }
    }
}

/// What two articles claim of one matter.
struct ClaimSides {
    let left: [Claim]
    let right: [Claim]
    /// Nil where one of the articles is of a day nobody states.
    let daysApart: Int?

    init(_ left: ArticleClaims, _ right: ArticleClaims, where wanted: (Claim) -> Bool) {
        self.left = left.claims.filter(wanted)
        self.right = right.claims.filter(wanted)
        daysApart = left.daysApart(right)
    }

    /// Articles further apart than this speak of different times where nothing else is known.
    private static let sameTime = 21

    /// Whether the articles are of the same weeks, or of days nobody states.
    var isOfOneTime: Bool { (daysApart ?? 0) <= ClaimSides.sameTime }

    /// Whether they are of the same weeks by their own days: what may change from day to day
    /// contradicts nothing where a day is not stated.
    var isKnownOfOneTime: Bool { daysApart != nil && isOfOneTime }

    /// How two values for the same fact relate when they differ.
    func relation(_ leftDraft: String?, _ rightDraft: String?) -> Comparison.Clash.Relation {
        if let leftDraft, let rightDraft, leftDraft != rightDraft { return .laterVersion }
        return isOfOneTime ? .contradiction : .otherTime
    }

    func clash(
        _ about: String, _ kind: Comparison.Clash.Kind, _ relation: Comparison.Clash.Relation,
        _ left: Claim, _ right: Claim, scope: String = ""
    ) -> Comparison.Clash {
        Comparison.Clash(
            about: about, kind: kind, relation: relation,
            values: [left.value(in: 0), right.value(in: 1)], explanation: "", scope: scope)
    }
}

extension Claim {
    func value(in column: Int) -> Comparison.Clash.Value {
        Comparison.Clash.Value(column: column, sentences: sentences, range: range, text: text)
    }
}
