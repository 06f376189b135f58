/// Positions that lie in what somebody says of a point: "are red lines", "we need recognition",
/// "only once they withdraw"; and points on which nothing is settled.
extension StanceReader {
    /// A word that judges, and the words it judges.
    private struct Judgement {
        var label: Label
        var rule: String
        var place: Int
        var scope: Range<Int>
    }

    mutating func readContent(
        _ range: Range<Int>, _ actor: SpeakerDescription, _ index: Int, _ marks: [Mark]
    ) {
        let cue = cues.cues[index]
        for judgement in judgements(in: range) where !isInner(judgement.place, of: index) {
            let timed = marks.filter { isTime($0, in: judgement.scope) }.map(\.point)
            for mark in marks
            where judgement.scope.contains(mark.tokens.lowerBound) && !timed.contains(mark.point) {
                guard let towards = towardsProvision(judgement.label, mark, in: range) else {
                    continue
                }
                add(
                    actor, mark, towards, cue.token..<cue.token + 1, rule: judgement.rule,
                    confidence: 0.75, read: judgement.label)
            }
        }
    }

    /// "must go on the day a treaty is signed": the words tell when, and whether that is the time
    /// the plan has is not sure.
    private func isTime(_ mark: Mark, in scope: Range<Int>) -> Bool {
        guard scope.lowerBound < mark.tokens.upperBound else { return false }
        return (scope.lowerBound..<mark.tokens.upperBound).contains {
            StanceVocabulary.timing.contains(speech.word($0))
                && speech.word($0 - 1) != SpeechWord.only
        }
    }

    /// A later cue's clause holds the word: the judgement is that speaker's.
    private func isInner(_ place: Int, of index: Int) -> Bool {
        let sentence = cues.cues[index].sentence
        let last = min(index + 9, cues.starts[sentence + 1])
        return (index + 1..<max(index + 1, last)).contains {
            cues.cues[$0].shape == .plain && cues.cues[$0].token < place
                && (clauses.clause(of: $0)?.contains(place) ?? false)
        }
    }

    private func judgements(in range: Range<Int>) -> [Judgement] {
        range.compactMap { index in
            let word = speech.word(index)
            let rest = index..<range.upperBound
            if StanceVocabulary.unacceptable.contains(word) || isRedLine(index)
                || isRefusal(index)
            {
                return Judgement(
                    label: .rejects, rule: "called-unacceptable", place: index, scope: range)
            }
            if isOnlyAfter(index) {
                return Judgement(label: .demands, rule: "only-after", place: index, scope: rest)
            }
            if word == SpeechWord.unless {
                return Judgement(
                    label: .demands, rule: "made-a-condition", place: index, scope: rest)
            }
            if StanceVocabulary.necessary.contains(word) {
                return Judgement(
                    label: .demands, rule: "called-necessary", place: index, scope: range)
            }
            guard StanceVocabulary.basis.contains(word),
                range.contains(where: { StanceVocabulary.possible.contains(speech.word($0)) })
            else { return nil }
            return Judgement(label: .open, rule: "called-a-basis", place: index, scope: range)
        }
    }

    /// "is not acceptable", "out of the question".
    private func isRefusal(_ index: Int) -> Bool {
        let word = speech.word(index)
        if word == StanceVocabulary.question {
            return speech.word(index - 1) == SpeechWord.the
                && speech.word(index - 2) == SpeechWord.of
                && speech.word(index - 3) == StanceVocabulary.out
        }
        return StanceVocabulary.acceptable.contains(word) && speech.has(index - 1, .negation)
    }

    private func isRedLine(_ index: Int) -> Bool {
        speech.word(index) == SpeechWord.red
            && StanceVocabulary.lines.contains(speech.word(index + 1))
    }

    /// "We need recognition": only in the first person, for what others must do is asked of them.
    mutating func readQuote(_ quote: QuoteFinding, _ marks: [Mark]) {
        guard quote.kind == .direct || quote.kind == .partial, let name = quote.speaker,
            isActor(quote.speakerID)
        else { return }
        let sentence = speech.reading.tokens(ofSentence: quote.sentence)
        let range = speech.tokens(inScalars: quote.range).clamped(to: sentence)
        guard range.contains(where: { speech.has($0, .author) })
        else { return }
        let actor = SpeakerDescription(name: name, id: quote.speakerID, isNamed: true)
        for judgement in judgements(in: range) {
            for mark in marks where judgement.scope.contains(mark.tokens.lowerBound) {
                guard let towards = towardsProvision(judgement.label, mark, in: range) else {
                    continue
                }
                add(
                    actor, mark, towards, judgement.place..<judgement.place + 1,
                    rule: judgement.rule + "-in-quotation", confidence: 0.7, read: judgement.label)
            }
        }
    }

    // MARK: Nothing settled

    mutating func readUnsettled(_ sentence: Int, _ marks: [Mark]) {
        let tokens = speech.reading.tokens(ofSentence: sentence)
        guard let word = tokens.first(where: { isUnsettled($0) }) else { return }
        for actor in parties(in: tokens) {
            for mark in marks {
                add(
                    actor, mark, .unresolved, word..<word + 1, rule: "nothing-settled",
                    confidence: 0.75)
            }
        }
    }

    private func isUnsettled(_ index: Int) -> Bool {
        let word = speech.word(index)
        if StanceVocabulary.unsettled.contains(word) { return true }
        // "could not agree on".
        if StanceVocabulary.agreeing.contains(word), speech.has(index - 1, .negation) {
            return StanceVocabulary.failed.contains(speech.word(index - 2))
        }
        if StanceVocabulary.failing.contains(word) {
            return speech.word(index + 1) == SpeechWord.to
                && StanceVocabulary.agreeing.contains(speech.word(index + 2))
        }
        return StanceVocabulary.dividing.contains(word)
            && (index + 1...index + 2).contains {
                StanceVocabulary.parties.contains(speech.word($0))
            }
    }

    /// A state, or a group the dossier knows: "the six powers".
    private func isParty(_ target: Mention.Target) -> Bool {
        guard case .participant(let index) = target else { return false }
        let kind = speech.dossier.participants[index].kind
        return kind == .state || kind == .group
    }

    /// The two states between which something is unsettled; else "the parties" where the sentence
    /// speaks of them.
    private func parties(in tokens: Range<Int>) -> [SpeakerDescription] {
        var targets: [Mention.Target] = []
        for token in tokens.prefix(SpeechReading.reach) {
            guard let mention = speech.cast.mention(at: token), mention.tokens.lowerBound == token,
                isParty(mention.target), !targets.contains(mention.target)
            else { continue }
            targets.append(mention.target)
        }
        if targets.count == 2 {
            return targets.map { SpeakerDescription(.known($0), in: speech) }
        }
        guard tokens.contains(where: { StanceVocabulary.parties.contains(speech.word($0)) })
        else { return [] }
        return [SpeakerDescription(name: "the parties", id: nil, isNamed: false)]
    }
}
