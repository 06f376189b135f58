/// Finite verbs: whether a form is one, and who its subject is.
extension CueFinder {
    mutating func addPlain(
        _ index: Int, _ subjectEnd: Int, hasAuxiliary: Bool, _ isNegated: Bool
    ) {
        let before = index > low ? index - 1 : -1
        if before >= 0, !hasAuxiliary, isNominal(before) { return }
        if speech.has(index, .nounLike), !isVerbal(index, subjectEnd) { return }
        if isOtherwiseMeant(index, hasAuxiliary) { return }
        let found = plainSubject(index, subjectEnd)
        if addInverted(index, subjectEnd, hasAuxiliary, found) { return }
        guard let (subject, shape) = found else { return }
        add(shape, index, end: index + 1, subject)
        cues[cues.count - 1].isNegated = isNegated
        cues[cues.count - 1].isConditional =
            shape == .plain && isConditional(subject.tokens.lowerBound)
    }

    /// "added to it", "the envoy, encouraged by the news, …": nothing is said by the subject.
    private func isOtherwiseMeant(_ index: Int, _ hasAuxiliary: Bool) -> Bool {
        let next = speech.word(index + 1)
        if next == SpeechWord.to { return SpeechWord.adding.contains(speech.word(index)) }
        return next == SpeechWord.by && !hasAuxiliary && speech.has(index, .past)
    }

    /// Behind an article, a possessive or a preposition the form is a noun or an adjective.
    private func isNominal(_ before: Int) -> Bool {
        if speech.has(before, .determiner) {
            return speech.word(before) != SpeechWord.that && !isQuantity(before)
        }
        if speech.isPossessive(before), !speech.has(before, .subject) { return true }
        return speech.has(before, .preposition) && speech.word(before) != SpeechWord.as
    }

    /// "Many believe".
    private func isQuantity(_ index: Int) -> Bool { speech.has(index, .quantity) }

    /// Whether a form that may be a noun is a verb here.
    private func isVerbal(_ index: Int, _ subjectEnd: Int) -> Bool {
        let behind = speech.word(index + 1)
        if behind == SpeechWord.of || behind == SpeechWord.between { return false }
        if index + 1 < high, speech.has(index + 1, .auxiliary) { return false }
        if speech.has(index + 1, .plainSaying), !speech.has(index + 1, [.nounLike, .participle]) {
            return false
        }
        let last = subjectEnd - 1
        guard last >= low else { return false }
        if speech.has(index, .base), !speech.has(index, .past) {
            if subjectEnd < index, !speech.has(index - 1, .adverb) || subjectEnd < index - 1 {
                return true
            }
            return speech.has(last, [.subject, .quantity]) || speech.isPlural(last)
                || speech.word(last - 1) == SpeechWord.and
        }
        let word = speech.word(last)
        // "most points" is no sentence: "most" takes another form.
        return speech.has(last, [.subject, .role, .record])
            || speech.has(last, .quantity) && speech.has(index, .past)
            || speech.name(at: last) != nil
            || word == SpeechWord.comma || word == SpeechWord.closeBracket
    }

    func plainSubject(
        _ index: Int, _ subjectEnd: Int
    ) -> (SpeakerPhrase, SpeechCue.Shape)? {
        let last = subjectEnd - 1
        guard last >= low else { return nil }
        let word = speech.word(last)
        if word == SpeechWord.who {
            let end = last > low && speech.word(last - 1) == SpeechWord.comma ? last - 1 : last
            let name = speech.name(at: end - 1)
            guard var subject = name.map(speech.named) ?? subject(before: end) else {
                return nil
            }
            subject.relative = last
            return (subject, .plain)
        }
        if word == SpeechWord.comma, let subject = subject(before: subjectEnd),
            subject.kind != .nominal || speech.has(subject.head, [.role, .record])
        {
            return (subject, .plain)
        }
        if word == SpeechWord.comma || word == SpeechWord.and || word == SpeechWord.but
            || word == SpeechWord.or
        {
            return carriedSubject(index).map { ($0, .coordinated) }
        }
        guard let subject = subject(before: subjectEnd) else {
            guard followsConjunction(subjectEnd) else { return nil }
            return carriedSubject(index).map { ($0, .coordinated) }
        }
        if subject.kind == .nominal, !speech.has(subject.head, [.role, .record, .quantity]),
            followsConjunction(subject.tokens.lowerBound),
            let carried = carriedSubject(index)
        {
            return (carried, .coordinated)
        }
        return (subject, .plain)
    }

    /// "but in the same breath warned": only a phrase behind a preposition stands between.
    private func followsConjunction(_ first: Int) -> Bool {
        var index = first - 1
        while index >= low, first - index <= 7, speech.isWord(index),
            !speech.has(index, [.clauseOpener, .verb, .auxiliary, .subject])
        {
            index -= 1
        }
        guard index >= low, index == first - 1 || speech.has(index + 1, .preposition) else {
            return false
        }
        return speech.word(index) == SpeechWord.but || speech.word(index) == SpeechWord.and
    }

    /// Whom a verb behind "and" or "but" goes back to: in "Lavrov said Moscow favoured it but
    /// warned", whoever speaks; else the subject of the verb before.
    private func carriedSubject(_ index: Int) -> SpeakerPhrase? {
        let last = self.earlier.last
        if let last, speech.has(index, .saying), !speech.has(index, .thinking),
            !last.classes.contains(.saying), last.shape == .plain,
            let outer = earlier.last(where: {
                $0.token < last.token
                    && $0.classes.contains(.plainSaying) && $0.shape == .plain
            })
        {
            return outer.subject
        }
        let carried = last?.shape == .accordingTo ? nil : last?.subject
        return carried ?? speech.subject(ofSentence: sentence, before: index)
    }

    func subject(before end: Int) -> SpeakerPhrase? {
        speech.phrase(before: end, from: low).flatMap { speech.speaker(in: $0) }
            .map { speech.joined($0, from: low) }
    }

    /// "said Rubio": after a quotation, a comma or at the beginning.
    private mutating func addInverted(
        _ index: Int, _ subjectEnd: Int, _ hasAuxiliary: Bool,
        _ found: (SpeakerPhrase, SpeechCue.Shape)?
    ) -> Bool {
        let last = subjectEnd - 1
        let behind = index + 1
        guard !hasAuxiliary, speech.has(index, .saying), speech.has(index, [.past, .present]),
            last < low || speech.isQuoted(last) || !speech.isWord(last),
            behind < high, !speech.has(behind, [.preposition, .adverb]),
            speech.name(at: behind) != nil
                || speech.has(behind, [.determiner, .subject, .role])
        else { return false }
        let isComma = last >= low && speech.word(last) == SpeechWord.comma
        if isComma, let found, found.1 != .coordinated,
            !(last - 1 >= low && speech.isQuoted(last - 1))
        {
            return false
        }
        guard let range = speech.phrase(from: behind, before: high),
            let last = speech.speaker(in: range)
        else { return false }
        let subject = speech.joined(last, from: range.lowerBound)
        add(.inverted, index, end: range.upperBound, subject)
        return true
    }

    private func isConditional(_ first: Int) -> Bool {
        var index = first - 1
        while index >= low, speech.has(index, .determiner) { index -= 1 }
        guard index >= low else { return false }
        let word = speech.word(index)
        return word == SpeechWord.if || word == SpeechWord.unless || word == SpeechWord.whether
            || word == SpeechWord.until
    }
}
