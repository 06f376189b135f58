import Intake

/// One article of a comparison with everything that is known of it.
struct Column: Sendable {
    let article: AnalyzedArticle
    let features: FeatureList
    /// For each sentence the id of the draft it speaks of, named there or carried on.
    let draftOfSentence: [String?]
    /// For each sentence the id of the event it speaks of, named there or just before.
    let eventOfSentence: [String?]

    var findings: Findings { article.findings }
    var reading: Reading { features.reading }
    var cast: Cast { features.cast }

    /// What a mention names, as a key that is the same in every article.
    func key(of mention: Mention, _ dossier: Dossier) -> String {
        let id = cast.id(of: mention.target, in: dossier)
        return switch mention.target {
        case .participant, .newcomer: id
        case .outlet: "outlet." + id
        case .place: "place." + id
        }
    }

    func text(of range: Range<Int>) -> String { article.article.text[scalars: range] }
}

/// Facts on which articles differ. Each finder looks at two columns; what they say of one fact is
/// then united, so that a fact is one clash however many articles differ on it.
///
/// A clash says that texts differ, not who is right. Two equal numbers about different events are
/// no agreement and no clash, so figures and dates are compared only where what they are about is
/// known to be the same.
struct Clashes {
    let columns: [Column]
    let dossier: Dossier

    /// Contradictions first, spellings last, otherwise in the order of the first column.
    func clashes() -> [Comparison.Clash] {
        var found: [Comparison.Clash] = []
        for left in columns.indices {
            for right in columns.indices where right > left {
                let pair = ColumnPair(
                    left: columns[left], right: columns[right], leftIndex: left,
                    rightIndex: right, dossier: dossier)
                found += FigureClashes(pair: pair).clashes()
                found += DateClashes(pair: pair).clashes()
                found += PlaceClashes(pair: pair).clashes()
                found += PositionClashes(pair: pair).clashes()
                found += DemandClashes(pair: pair).clashes()
                found += OutcomeClashes(pair: pair).clashes()
                found += VersionClashes(pair: pair).clashes()
                found += QuoteClashes(pair: pair).clashes()
                found += NameClashes(pair: pair).clashes()
                found += OfficeClashes(pair: pair).clashes()
                found += ScopeClashes(pair: pair).clashes()
                found += ReceiptClashes(pair: pair).clashes()
                found += DeadlineClashes(pair: pair).clashes()
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
            let ranks = (rank($0.element.relation), rank($1.element.relation))
            return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : $0.offset < $1.offset
        }.map(\.element)
    }

    private static func rank(_ relation: Comparison.Clash.Relation) -> Int {
        switch relation {
        case .contradiction: 0
        case .laterVersion: 1
        case .otherTime: 2
        case .spelling: 3
        }
    }
}

/// Two columns that are looked at for differences.
struct ColumnPair {
    let left: Column
    let right: Column
    let leftIndex: Int
    let rightIndex: Int
    let dossier: Dossier

    /// Articles further apart than this speak of different times where nothing else is known.
    private static let sameTime = 21

    /// Whether the articles are of the same weeks, or of days nobody states.
    var isOfOneTime: Bool {
        guard let a = left.article.article.published?.day,
            let b = right.article.article.published?.day
        else { return true }
        return abs(a - b) <= ColumnPair.sameTime
    }

    /// How two values for the same fact relate when they differ.
    func relation(_ leftDraft: String?, _ rightDraft: String?) -> Comparison.Clash.Relation {
        if let leftDraft, let rightDraft, leftDraft != rightDraft { return .laterVersion }
        return isOfOneTime ? .contradiction : .otherTime
    }

    /// The state or body that somebody belongs to in the end: by the dossier, else by an office
    /// that names a state ("President of Freedonia"), else the actor itself.
    func side(of actor: String) -> String {
        var side = actor
        for _ in 0..<5 {
            guard let participant = dossier.participants.first(where: { $0.id == side }),
                let above = participant.partOf ?? state(ofOffices: participant)
            else { break }
            side = above
        }
        return side
    }

    /// The state or body to which a name, or an adjective of nation, at a token belongs.
    func side(at token: Int, _ column: Column) -> String? {
        if let mention = column.cast.mention(at: token) {
            guard case .participant = mention.target else { return nil }
            return side(of: column.cast.id(of: mention.target, in: dossier))
        }
        guard column.reading.classes(token).contains(.demonym) else { return nil }
        return state(ofAdjective: column.reading.text(of: token..<token + 1))
    }

    private func state(ofOffices person: Participant) -> String? {
        guard person.kind == .person else { return nil }
        let words = person.roles.flatMap { $0.title.split(separator: " ") }
        return dossier.participants.first { state in
            state.kind == .state && words.contains { $0 == state.name }
        }?.id
    }

    /// The state whose name begins as its adjective does: "Norwegian" is of Norway.
    private func state(ofAdjective adjective: String) -> String? {
        let start = adjective.lowercased().prefix(4)
        guard start.count == 4 else { return nil }
        return dossier.participants.first {
            $0.kind == .state && $0.name.lowercased().hasPrefix(start)
        }?.id
    }

    func clash(
        _ about: String, _ kind: Comparison.Clash.Kind, _ relation: Comparison.Clash.Relation,
        _ leftValue: Claim, _ rightValue: Claim
    ) -> Comparison.Clash {
        Comparison.Clash(
            about: about, kind: kind, relation: relation,
            values: [leftValue.value(in: leftIndex), rightValue.value(in: rightIndex)],
            explanation: "")
    }
}

/// What one article says of a fact, and where.
struct Claim: Equatable {
    var sentences: [Int]
    var range: Range<Int>
    var text: String

    func value(in column: Int) -> Comparison.Clash.Value {
        Comparison.Clash.Value(column: column, sentences: sentences, range: range, text: text)
    }
}
