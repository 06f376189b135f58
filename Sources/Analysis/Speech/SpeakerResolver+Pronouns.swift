/// Whom a pronoun goes back to.
extension SpeakerResolver {
    mutating func pronoun(_ phrase: SpeakerPhrase) -> Speaker? {
        let word = speech.word(phrase.head)
        let isPersonal =
            word == SpeechWord.he || word == SpeechWord.she
            || word == SpeechWord.him || word == SpeechWord.her || word == SpeechWord.his
        guard
            isPersonal || word == SpeechWord.it || word == SpeechWord.they
                || word == SpeechWord.them || word == SpeechWord.their || word == SpeechWord.its
        else { return nil }
        let sentence = speech.sentence(of: phrase.head)
        if let found = antecedentBefore(phrase, in: sentence, isPersonal) { return found }
        if isIt(phrase), beginsWithThing(sentence, before: phrase.head) { return nil }
        for back in 1...3 where sentence - back >= 0 {
            if let found = antecedent(of: phrase, in: sentence - back, isPersonal) {
                return found
            }
            if isIt(phrase), beginsWithThing(sentence - back, before: .max) { return nil }
        }
        return isPersonal ? lastPerson(before: phrase.head) : nil
    }

    /// "The last part mocks": what a sentence is about is a thing, which "it" may mean.
    private func beginsWithThing(_ sentence: Int, before limit: Int) -> Bool {
        let tokens = speech.reading.tokens(ofSentence: sentence)
        guard let first = tokens.first, first < limit, speech.has(first, .determiner) else {
            return false
        }
        let end = min(limit, first + 3, tokens.upperBound)
        let names = (first..<max(first, end)).contains {
            let isOfDocument = speech.name(at: $0).map(speech.isOfDocument) ?? true
            return !isOfDocument || speech.has($0, [.role, .record, .medium])
        }
        return !names
    }

    /// "Officials reached what they described as": the subject of the same sentence.
    private mutating func antecedentBefore(
        _ phrase: SpeakerPhrase, in sentence: Int, _ isPersonal: Bool
    ) -> Speaker? {
        guard let subject = speech.subject(ofSentence: sentence, before: phrase.head),
            subject.kind != .pronoun, subject.tokens.upperBound <= phrase.head,
            isPersonal || subject.kind == .nominal || !isPerson(subject),
            fits(subject, phrase, isPersonal)
        else { return nil }
        noteCompanions(of: subject, phrase)
        return speaker(of: subject)
    }

    /// Who acts or speaks in an earlier sentence.
    private mutating func antecedent(
        of phrase: SpeakerPhrase, in sentence: Int, _ isPersonal: Bool
    ) -> Speaker? {
        let tokens = speech.reading.tokens(ofSentence: sentence)
        var candidates: [SpeakerPhrase] = []
        if let subject = speech.subject(ofSentence: sentence, before: tokens.upperBound) {
            candidates.append(subject)
        }
        for cue in cues.cues[cues.starts[sentence]..<cues.starts[sentence + 1]].reversed() {
            candidates.append(cue.subject)
        }
        for candidate in candidates where candidate.head != phrase.head {
            guard fits(candidate, phrase, isPersonal) else { continue }
            if let speaker = speaker(of: candidate) {
                noteCompanions(of: candidate, phrase)
                return speaker
            }
        }
        return nil
    }

    private mutating func noteCompanions(of candidate: SpeakerPhrase, _ pronoun: SpeakerPhrase) {
        guard SpeakerResolver.plural.contains(speech.word(pronoun.head)) else { return }
        companions[pronoun.head] = candidate.joint + (companions[candidate.head] ?? [])
    }

    private static let plural = WordSet("they them their")

    private func fits(
        _ candidate: SpeakerPhrase, _ phrase: SpeakerPhrase, _ isPersonal: Bool
    ) -> Bool {
        switch candidate.kind {
        case .pronoun: speech.word(candidate.head) == speech.word(phrase.head)
        case .nominal where isIt(phrase):
            !speech.has(candidate.head, .personalRole) && !isSeveral(candidate)
        case .nominal: !isPersonal || speech.has(candidate.head, .personalRole)
        case .name: isPersonal ? isPerson(candidate) : canBeIt(candidate, phrase)
        }
    }

    /// "It" is no person, "they" no single person or outlet.
    private func canBeIt(_ candidate: SpeakerPhrase, _ phrase: SpeakerPhrase) -> Bool {
        let isPlural =
            !candidate.joint.isEmpty
            || speech.word(candidate.tokens.upperBound) == SpeechWord.and
                && speech.name(at: candidate.tokens.upperBound + 1) != nil
        if isIt(phrase) { return !isPerson(candidate) }
        return isPlural || !isPerson(candidate) && !isOutlet(candidate)
    }

    /// "both men", "the officials": no "it".
    private func isSeveral(_ phrase: SpeakerPhrase) -> Bool {
        speech.isPlural(phrase.head) || SpeakerResolver.several.contains(speech.word(phrase.head))
    }

    private static let several = WordSet("men women people")

    private func isIt(_ phrase: SpeakerPhrase) -> Bool {
        let word = speech.word(phrase.head)
        return word == SpeechWord.it || word == SpeechWord.its
    }

    private func isOutlet(_ phrase: SpeakerPhrase) -> Bool {
        if case .outlet? = speech.cast.target(at: phrase.head) { return true }
        return false
    }

    private func lastPerson(before token: Int) -> Speaker? {
        for index in names(before: token) {
            let first = speech.names[index].tokens.lowerBound
            if speech.paragraph(of: token) - speech.paragraph(of: first) > 2 { return nil }
            if isPerson[index], !speech.isQuoted(first) { return identity[index] }
        }
        return nil
    }
}
