/// Reads the positions out of the sentences of one article that are about points.
struct StanceReader {
    typealias Label = StanceFinding.Label

    /// Where a sentence shows that it is about a point.
    struct Mark {
        /// Index into `points`.
        var point: Int
        var tokens: Range<Int>
    }

    let speech: SpeechReading
    let cues: CueFinder
    let clauses: IndirectStatements
    let lexicon: StanceLexicon
    let owners: PlanOwners
    /// For each sentence whose the plan is by the dossier's account.
    let draftOwners: [Int?]
    private let inverse: Set<String>
    private let points: [PointFinding]
    /// By sentence.
    private let quotes: [Int: [QuoteFinding]]
    private let actorIDs: Set<String>
    /// For each sentence.
    private let marks: [[Mark]]
    private var resolver: SpeakerResolver
    private var found: [StanceFinding] = []
    /// The last sentence in which the plan itself provided something.
    var lastProvision = -2

    init(
        _ speech: Speech, lexicon: StanceLexicon, inverse: Set<String>, actorIDs: Set<String>,
        points: [PointFinding], quotes: [Int: [QuoteFinding]], draftOwners: [Int?]
    ) {
        self.speech = speech.reading
        self.lexicon = lexicon
        self.inverse = inverse
        self.points = points
        self.quotes = quotes
        self.draftOwners = draftOwners
        self.actorIDs = actorIDs
        marks = StanceReader.marks(of: points, in: speech.reading)
        cues = CueFinder(
            speech.reading, readsActing: true, isRead: marks.map { !$0.isEmpty })
        clauses = IndirectStatements(
            speech: speech.reading, cues: cues,
            usedCues: Array(repeating: false, count: cues.cues.count))
        resolver = speech.resolver
        owners = PlanOwners(speech.reading)
    }

    mutating func findings() -> [StanceFinding] {
        for sentence in marks.indices where !marks[sentence].isEmpty {
            read(sentence, marks[sentence])
        }
        return found.sorted { position($0) < position($1) }
    }

    /// The order of the text: by sentence, then by where the point is mentioned.
    private func position(_ stance: StanceFinding) -> (Int, Int) {
        (stance.sentence, stance.basis.evidence.last?.range.lowerBound ?? 0)
    }

    private static func marks(of points: [PointFinding], in speech: SpeechReading) -> [[Mark]] {
        var marks: [[Mark]] = Array(repeating: [], count: speech.reading.sentenceCount)
        for (index, point) in points.enumerated() {
            for evidence in point.basis.evidence {
                let tokens = speech.tokens(inScalars: evidence.range)
                guard !tokens.isEmpty else { continue }
                marks[evidence.sentence].append(Mark(point: index, tokens: tokens))
            }
        }
        return marks
    }

    private mutating func read(_ sentence: Int, _ marks: [Mark]) {
        if readProvisions(sentence, marks) { return }
        readPassives(sentence, marks)
        readReadiness(sentence, marks)
        for index in cues.starts[sentence]..<cues.starts[sentence + 1] {
            let cue = cues.cues[index]
            guard !cue.isConditional, !cue.isSilent, !isDemanded(index), !isRuledOut(cue),
                !isMutual(cue), let range = clauses.clause(of: index)
            else { continue }
            for actor in actors(of: cue.subject) {
                if let label = label(of: cue) {
                    readCue(cue, label, actor, range, marks)
                } else if !cue.classes.isDisjoint(with: [.saying, .position]), !cue.isNegated {
                    readContent(range, actor, index, marks)
                }
            }
        }
        for quote in quotes[sentence] ?? [] { readQuote(quote, marks) }
        readUnsettled(sentence, marks)
    }

    /// "Norland and the League say they agree": with each other, which is no position of either.
    private mutating func isMutual(_ cue: SpeechCue) -> Bool {
        cue.subject.kind == .pronoun && StanceVocabulary.agreed.contains(speech.word(cue.token))
            && !resolver.partners(of: cue.subject).isEmpty
    }

    // MARK: Actors

    private static let witnesses = WordSet(
        """
        source sources person people observer observers expert experts analyst analysts insider
        insiders critics media press
        """)

    /// All who take a position together.
    mutating func actors(of phrase: SpeakerPhrase) -> [SpeakerDescription] {
        ([phrase] + phrase.joint).compactMap { actor(of: $0) }
    }

    /// Who takes a position: no outlet, no place, nobody who only tells of others.
    mutating func actor(of phrase: SpeakerPhrase) -> SpeakerDescription? {
        guard let speaker = resolver.speaker(of: phrase) else { return nil }
        switch speaker {
        case .known(let target):
            guard speech.cast.kind(of: target, in: speech.dossier) != nil else { return nil }
        case .shape: break
        case .described:
            guard speech.has(phrase.head, .role), !speech.has(phrase.head, .medium),
                !StanceReader.witnesses.contains(speech.word(phrase.head))
            else { return nil }
        }
        return SpeakerDescription(speaker, in: speech)
    }

    // MARK: Towards the provision

    /// The position towards the provision when the words are about what it keeps from being; nil
    /// when that is not sure.
    func towardsProvision(_ label: Label, _ mark: Mark, in range: Range<Int>) -> Label? {
        if isNamedAsPart(mark, in: range) { return label }
        if isWeakened(mark, in: range) { return nil }
        let isInverse = inverse.contains(points[mark.point].id)
        let isAgainst = isAgainst(mark, in: range, isInverse: isInverse)
        if isToGo(mark, in: range) { return isAgainst || isInverse ? nil : opposite(of: label) }
        if isAgainst == isInverse { return label }
        return isAgainst ? nil : opposite(of: label)
    }

    private func opposite(of label: Label) -> Label? {
        switch label {
        case .accepts, .demands: return .rejects
        case .rejects: return .accepts
        case .open, .unresolved, .deferred: return label
        case .proposes, .removed: return nil
        }
    }

    /// "issues concerning membership", "another point of the plan — …", "most points except three:
    /// membership …": the words name a part of the plan, whatever it provides.
    private func isNamedAsPart(_ mark: Mark, in range: Range<Int>) -> Bool {
        guard range.lowerBound < mark.tokens.lowerBound else { return false }
        let before = range.lowerBound..<mark.tokens.lowerBound
        return before.contains { index in
            guard StanceVocabulary.documentParts.contains(speech.word(index)) else { return false }
            return StanceVocabulary.about.contains(speech.word(index + 1))
                || (index..<before.upperBound).contains {
                    speech.word($0) == SpeechWord.colon
                        || StanceVocabulary.except.contains(speech.word($0))
                }
        }
    }

    /// "the refusal of membership": a word against it stands in the mark or just before. Where the
    /// provision itself limits ("limits hold for ten years"), the words of its signs are none.
    private func isAgainst(_ mark: Mark, in range: Range<Int>, isInverse: Bool) -> Bool {
        let own = isInverse ? [] : ownTokens(of: mark)
        var index = mark.tokens.upperBound - 1
        let reach = max(range.lowerBound, mark.tokens.lowerBound - 7)
        while index >= reach {
            if isAgainst(index),
                !own.contains(where: { $0.contains(index) })
            {
                return true
            }
            if index < mark.tokens.lowerBound, speech.word(index) == SpeechWord.comma {
                return false
            }
            index -= 1
        }
        return false
    }

    private func isAgainst(_ index: Int) -> Bool {
        StanceVocabulary.against.contains(speech.word(index))
            || StanceVocabulary.giving.contains(speech.word(index))
                && speech.word(index + 1) == StanceVocabulary.up
    }

    /// "the least intrusive inspection".
    private func isWeakened(_ mark: Mark, in range: Range<Int>) -> Bool {
        (max(range.lowerBound, mark.tokens.lowerBound - 2)..<mark.tokens.upperBound).contains {
            StanceVocabulary.weakening.contains(speech.word($0))
        }
    }

    /// "the embargo to be lifted": it is to end, by a word that is no sign of the point itself.
    private func isToGo(_ mark: Mark, in range: Range<Int>) -> Bool {
        let own = ownTokens(of: mark)
        let reach =
            max(
                range.lowerBound, mark.tokens.lowerBound - 4)..<min(
                range.upperBound, mark.tokens.upperBound + 12)
        return reach.contains { index in
            StanceVocabulary.lifting.contains(speech.word(index))
                && !own.contains { $0.contains(index) }
        }
    }

    /// All signs of a mark's point in its sentence.
    private func ownTokens(of mark: Mark) -> [Range<Int>] {
        marks[speech.sentence(of: mark.tokens.lowerBound)]
            .filter { $0.point == mark.point }.map(\.tokens)
    }

    /// Whether `id` is a participant's.
    func isActor(_ id: String?) -> Bool { id.map(actorIDs.contains) ?? false }

    // MARK: Findings

    /// Adds a position unless the sentence has one of this actor towards this point already; it is
    /// that one's rival then. `read` is what the words say before it is asked what they say it of.
    mutating func add(
        _ actor: SpeakerDescription, _ mark: Mark, _ label: Label, _ trigger: Range<Int>,
        rule: String, confidence: Double, read: Label? = nil
    ) {
        let point = points[mark.point].id
        let sentence = speech.sentence(of: mark.tokens.lowerBound)
        let known = found.indices.reversed().prefix { found[$0].sentence == sentence }.first {
            found[$0].point == point && found[$0].actor == actor.name
        }
        if let known { return found[known].add(rival: label) }
        let evidence = [speech.reading.evidence(trigger), speech.reading.evidence(mark.tokens)]
        found.append(
            StanceFinding(
                actor: actor.name, actorID: actor.id, point: point, draft: nil, label: label,
                condition: condition(in: sentence, behind: trigger.lowerBound),
                sentence: sentence, accordingTo: nil,
                basis: Basis(
                    rule: rule, cue: speech.reading.text(of: trigger), confidence: confidence,
                    evidence: trigger == mark.tokens ? [evidence[1]] : evidence)))
        if let read { found[found.count - 1].add(rival: read) }
    }

    /// Where a condition begins: "unless …", "if …", "only once …".
    func conditionStart(in range: Range<Int>) -> Int? {
        range.first {
            isOnlyAfter($0)
                || StanceVocabulary.conditional.contains(speech.word($0))
                    && !StanceVocabulary.concessive.contains(speech.word($0 - 1))
        }
    }

    /// The condition behind a token, to the next comma; "if they refuse" is a threat and none, and
    /// behind "but" it is one of something else.
    private func condition(in sentence: Int, behind index: Int) -> String? {
        let tokens = speech.reading.tokens(ofSentence: sentence)
        guard index < tokens.upperBound - 1,
            let first = conditionStart(in: index + 1..<tokens.upperBound),
            !(index..<first).contains(where: { StanceVocabulary.turning.contains(speech.word($0)) })
        else { return nil }
        var end = first + 1
        while end < tokens.upperBound, speech.isWord(end) { end += 1 }
        let isThreat = (first..<end).contains {
            StanceVocabulary.refusing.contains(speech.word($0))
        }
        return isThreat ? nil : speech.reading.text(of: first..<end)
    }

    /// "only once".
    func isOnlyAfter(_ index: Int) -> Bool {
        speech.word(index) == SpeechWord.only
            && StanceVocabulary.afterOnly.contains(speech.word(index + 1))
    }
}

extension StanceFinding {
    /// Another position that the words could have been taken for.
    fileprivate mutating func add(rival: Label) {
        guard rival != label, !basis.rivals.contains(rival.rawValue) else { return }
        basis.rivals.append(rival.rawValue)
    }
}
