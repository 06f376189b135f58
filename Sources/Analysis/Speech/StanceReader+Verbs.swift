/// Positions taken by a verb or a noun: "rejected", "is ready to accept", "Putin's demand for".
extension StanceReader {
    /// The position a cue takes; nil when it takes none.
    func label(of cue: SpeechCue) -> Label? {
        let word = speech.word(cue.token)
        if cue.shape == .noun { return lexicon.label(ofNoun: word) }
        guard cue.shape != .accordingTo, cue.shape != .passive, !isInfinitiveLike(cue) else {
            return nil
        }
        // "wants to settle the border": what it is to be is left open.
        if speech.word(cue.end) == SpeechWord.to,
            StanceVocabulary.discussing.contains(speech.word(cue.end + 1)),
            lexicon.label(ofVerb: word, before: SpeechWord.to) == .demands
        {
            return .open
        }
        guard speech.word(cue.end) == SpeechWord.to,
            let inner = lexicon.label(
                ofVerb: speech.word(cue.end + 1), before: speech.word(cue.end + 2))
        else { return lexicon.label(ofVerb: word, before: speech.word(cue.end)) }
        // "refused to accept", "continues to oppose", "wants to postpone".
        return StanceVocabulary.refusing.contains(word) ? StanceReader.negated(inner) : inner
    }

    /// "that Ukraine accept": a base form behind a single name states nothing.
    private func isInfinitiveLike(_ cue: SpeechCue) -> Bool {
        guard cue.classes.contains(.base), !cue.classes.contains(.past), cue.shape == .plain,
            cue.subject.kind == .name, cue.subject.tokens.upperBound == cue.token
        else { return false }
        // "Western governments demand": a plural has no other form.
        if !speech.isCapitalised(cue.token - 1), speech.isPlural(cue.token - 1) { return false }
        return speech.word(cue.subject.tokens.lowerBound - 1) != SpeechWord.and
    }

    /// "insisting they agree": what is demanded of somebody is not done.
    func isDemanded(_ index: Int) -> Bool {
        let cue = cues.cues[index]
        guard cue.classes.contains(.base), !cue.classes.contains(.past), cue.shape == .plain else {
            return false
        }
        return (max(cues.starts[cue.sentence], index - 8)..<index).contains {
            let earlier = cues.cues[$0]
            let label = lexicon.label(
                ofVerb: speech.word(earlier.token), before: speech.word(earlier.end))
            return label == .demands && (clauses.clause(of: $0)?.contains(cue.token) ?? false)
        }
    }

    mutating func readCue(
        _ cue: SpeechCue, _ label: Label, _ actor: SpeakerDescription, _ range: Range<Int>,
        _ marks: [Mark]
    ) {
        // "would accept no freeze".
        let deniesObject = speech.word(range.lowerBound) == StanceVocabulary.no
        let range = deniesObject ? range.lowerBound + 1..<range.upperBound : range
        guard
            let label = cue.isNegated != deniesObject
                ? isRulingOut(cue.token) ? .open : StanceReader.negated(label) : label
        else { return }
        take(
            label, in: untilNextVerb(range), actor, cue.token..<cue.token + 1, "position-verb",
            marks)
    }

    /// "did not rule out": what is not ruled out is open, whatever verb stands behind it.
    private func isRulingOut(_ verb: Int) -> Bool {
        StanceVocabulary.ruling.contains(speech.word(verb))
            && speech.word(verb + 1) == StanceVocabulary.out
    }

    /// "rule out accepting": the second verb is what the first is about.
    func isRuledOut(_ cue: SpeechCue) -> Bool {
        speech.word(cue.token - 1) == StanceVocabulary.out && isRulingOut(cue.token - 2)
    }

    /// "would accept no freeze, would not open the sites": the second verb has its own objects.
    private func untilNextVerb(_ range: Range<Int>) -> Range<Int> {
        let next = range.first {
            (speech.word($0) == SpeechWord.comma || speech.word($0) == SpeechWord.and)
                && speech.has($0 + 1, .auxiliary)
        }
        return range.lowerBound..<(next ?? range.upperBound)
    }

    private static func negated(_ label: Label) -> Label? {
        label == .accepts || label == .open ? .rejects : nil
    }

    /// The position towards every point that `range` is about; the other way behind "except".
    private mutating func take(
        _ label: Label, in range: Range<Int>, _ actor: SpeakerDescription, _ words: Range<Int>,
        _ rule: String, _ marks: [Mark]
    ) {
        let range = range.lowerBound..<(conditionStart(in: range) ?? range.upperBound)
        let exception = range.first { StanceVocabulary.except.contains(speech.word($0)) }
        for mark in marks
        where range.contains(mark.tokens.lowerBound) && !isWhole(of: mark, in: range, marks) {
            var own = label
            if let exception, mark.tokens.lowerBound > exception {
                guard label == .accepts else { continue }
                own = .rejects
            }
            guard let towards = towardsProvision(own, mark, in: range) else { continue }
            add(actor, mark, towards, words, rule: rule, confidence: 0.85, read: own)
        }
    }

    /// "the tolls in the nine-point plan": the position is towards the part that is named.
    private func isWhole(of mark: Mark, in range: Range<Int>, _ marks: [Mark]) -> Bool {
        isPlan(mark)
            && marks.contains {
                range.contains($0.tokens.lowerBound) && !isPlan($0)
                    && $0.tokens.upperBound <= mark.tokens.lowerBound
            }
    }

    /// "is ready to accept", "are unwilling to discuss".
    mutating func readReadiness(_ sentence: Int, _ marks: [Mark]) {
        let tokens = speech.reading.tokens(ofSentence: sentence)
        for index in tokens {
            let isReady = StanceVocabulary.ready.contains(speech.word(index))
            guard isReady || StanceVocabulary.unready.contains(speech.word(index)),
                speech.word(index + 1) == SpeechWord.to,
                let label = lexicon.label(
                    ofVerb: speech.word(index + 2), before: speech.word(index + 3))
            else { continue }
            var end = index
            var isNegated = !isReady
            while end > tokens.lowerBound, speech.has(end - 1, [.auxiliary, .adverb]) {
                end -= 1
                if speech.has(end, .negation) { isNegated.toggle() }
            }
            guard let phrase = speech.phrase(before: end, from: tokens.lowerBound),
                let subject = speech.speaker(in: phrase),
                let own = isNegated ? StanceReader.negated(label) : label
            else { continue }
            let range = index + 3..<tokens.upperBound
            for actor in actors(of: speech.joined(subject, from: tokens.lowerBound)) {
                take(own, in: range, actor, index + 2..<index + 3, "ready-to", marks)
            }
        }
    }
}
