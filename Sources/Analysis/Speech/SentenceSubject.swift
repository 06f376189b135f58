extension SpeechReading {
    /// Who a sentence is about: the first name, pronoun or role before `limit` that no
    /// preposition governs; nil when none.
    func subject(ofSentence sentence: Int, before limit: Int) -> SpeakerPhrase? {
        let tokens = reading.tokens(ofSentence: sentence)
        guard !tokens.isEmpty else { return nil }
        let end = min(limit, tokens.upperBound, tokens.lowerBound + 80)
        let dateline = behindDateline(of: tokens)
        let start = dateline ?? afterOpening(of: tokens, before: end)
        var index = start
        while index < end {
            guard !isQuoted(index) else {
                index += 1
                continue
            }
            if has(index, .subject), word(index) != SpeechWord.who, !isYou(index) {
                return pronoun(index)
            }
            if let name = name(at: index) {
                let behind = name.tokens.upperBound
                if isPossessive(behind - 1) {
                    index = behind
                } else if isOfDocument(name) {
                    return nil
                } else if has(behind, .role), !isCapitalised(behind) {
                    // "the U.S. envoy": one whom the article has named.
                    let first = index > start && has(index - 1, .determiner) ? index - 1 : index
                    return speaker(in: first..<min(behind + 1, end))
                } else if index > start, has(index - 1, .preposition) {
                    index = behind
                } else if start > tokens.lowerBound, behind < end,
                    word(behind) == SpeechWord.comma, word(index - 1) == SpeechWord.comma
                {
                    index = behind
                } else {
                    return withPartner(named(name), before: end)
                }
                continue
            }
            if has(index, .role), name(at: index + 1) == nil, !isPossessive(index) {
                return role(at: index, from: start)
            }
            index = isInsertion(index) ? behindInsertion(index, before: end) : index + 1
        }
        return nil
    }

    /// "Berg and Holm met": the second of two names that are the subject.
    private func withPartner(_ phrase: SpeakerPhrase, before end: Int) -> SpeakerPhrase {
        let conjunction = phrase.tokens.upperBound
        guard conjunction + 1 < end, word(conjunction) == SpeechWord.and,
            let partner = name(at: conjunction + 1), partner.tokens.lowerBound == conjunction + 1,
            !isPossessive(partner.tokens.upperBound - 1),
            isVerb(partner.tokens.upperBound)
        else { return phrase }
        var both = phrase
        both.joint = [named(partner)]
        return both
    }

    /// "The White House draft leaked": a thing; not "The White House plans to".
    func isOfDocument(_ name: Name) -> Bool {
        let behind = name.tokens.upperBound
        return StanceVocabulary.documents.contains(word(behind))
            && !SpeechReading.plansOrDrafts.contains(word(behind))
            && word(behind + 1) != SpeechWord.to
    }

    private static let plansOrDrafts = WordSet("plans drafts")

    private func isVerb(_ index: Int) -> Bool {
        has(index, [.verb, .auxiliary, .adverb, .ed])
            || !reading.classes(index).isDisjoint(with: .anyVerb)
    }

    /// ", including his wife,".
    private func isInsertion(_ index: Int) -> Bool {
        word(index) == SpeechWord.including && word(index - 1) == SpeechWord.comma
    }

    private func behindInsertion(_ index: Int, before end: Int) -> Int {
        let comma = (index..<end).first { word($0) == SpeechWord.comma }
        return (comma ?? index) + 1
    }

    private func isYou(_ index: Int) -> Bool { word(index) == SpeechWord.you }

    /// Behind "OSLO, Norland --", "OSLO (Gull Wire) —"; nil where a sentence has none.
    private func behindDateline(of tokens: Range<Int>) -> Int? {
        guard let first = tokens.first, reading.tokens[first].isAllCaps else { return nil }
        let end = tokens.prefix(10).first { !isCapitalised($0) && isWord($0) || isDash($0) }
        guard var index = end, isDash(index) else { return nil }
        while index < tokens.upperBound, !isWord(index) { index += 1 }
        return index < tokens.upperBound ? index : nil
    }

    /// None that joins two words: "US-led".
    private func isDash(_ index: Int) -> Bool {
        !reading.tokens[index].isGlued
            && ["--", "—", "–", "-"].contains(reading.text(of: index..<index + 1))
    }

    /// Behind "In Kyiv,", "Speaking at a rally," or "On Sunday".
    private func afterOpening(of tokens: Range<Int>, before end: Int) -> Int {
        let first = tokens.lowerBound
        if has(first, .preposition), has(first + 1, .day), isWord(first + 2) { return first + 2 }
        guard has(first, [.preposition, .ing, .ed, .adverbialOpener]) else { return first }
        var index = first
        while index < end, word(index) != SpeechWord.comma { index += 1 }
        return index < end ? index + 1 : first
    }

    /// A role with what stands before it, and with "of …" behind it.
    private func role(at index: Int, from start: Int) -> SpeakerPhrase? {
        var first = index
        while first > start, isWord(first - 1),
            !has(first - 1, [.preposition, .saying, .position, .showing, .clauseOpener])
                || isCount(of: first - 1)
        {
            first -= 1
        }
        guard word(index + 1) == SpeechWord.of,
            let whole = phrase(from: first, before: verb(behind: index)),
            let speaker = speaker(in: whole)
        else { return SpeakerPhrase(kind: .nominal, tokens: first..<index + 1, head: index) }
        return speaker
    }

    /// The first verb of speech behind a token, else the end of its sentence.
    private func verb(behind index: Int) -> Int {
        let end = window(around: index).upperBound
        return (index + 1..<end).first { has($0, .verb) && !has($0, .nounLike) } ?? end
    }
}
