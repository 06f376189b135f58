/// Finds the speaker of each quotation of an article, in order: a quotation without a cue of its
/// own may go on with the speaker of the one before.
struct Attributor {
    let speech: SpeechReading
    let cues: CueFinder
    private(set) var attributions: [Attribution] = []
    /// Cues that do nothing but introduce a quotation.
    private(set) var usedCues: [Bool]
    private var nextToken = 0
    /// The last attribution with a speaker.
    private var lastNamed: Attribution?

    init(_ speech: SpeechReading, cues: CueFinder) {
        self.speech = speech
        self.cues = cues
        usedCues = Array(repeating: false, count: cues.cues.count)
        for index in speech.quotations.indices { attribute(index) }
    }

    /// For each quotation the cue it is attributed by.
    var cueOfQuotation: [Int?] {
        var found = [Int?](repeating: nil, count: speech.quotations.count)
        for item in attributions { found[item.quotation] = item.cue }
        return found
    }

    private mutating func attribute(_ index: Int) {
        guard let tokens = tokens(of: index) else { return }
        var found = Attribution(quotation: index, tokens: tokens)
        let place = QuotationPlace(tokens, in: speech)
        found.hasLead = place.hasLead
        found.hasTrail = place.hasTrail
        findSpeaker(of: &found, at: place)
        if found.phrase != nil, isTitle(found, place) {
            found.phrase = nil
            found.cue = nil
            found.rule = .scare
        }
        let opensClause = speech.isCapitalised(tokens.lowerBound)
        let stands = !place.hasLead && (place.isWhole || opensClause)
        let introduced =
            opensClause && !isNamed(found)
            && [.leadAdjacent, .nameColon, .trail].contains(found.rule)
        found.isDirect = found.phrase != nil && (stands || introduced)
        noteUse(of: found, place)
        attributions.append(found)
        if found.phrase != nil { lastNamed = found }
    }

    private mutating func tokens(of index: Int) -> Range<Int>? {
        let bytes = speech.quotations[index].bytes
        let tokens = speech.reading.tokens
        var first = nextToken
        while first < tokens.count, Int(tokens[first].start) < bytes.lowerBound { first += 1 }
        var end = first
        while end < tokens.count, Int(tokens[end].start) < bytes.upperBound { end += 1 }
        nextToken = first
        return first < end ? first..<end : nil
    }

    private mutating func findSpeaker(of found: inout Attribution, at place: QuotationPlace) {
        if findByColon(&found, place) || findLeading(&found, place, isAdjacent: true)
            || findTrailing(&found, place) || findLeading(&found, place, isAdjacent: false)
            || findSource(&found, place)
        {
            return
        }
        if !place.hasLead, findBeforeColon(&found, place) { return }
        if place.isWhole, findCarried(&found, place) || findInSentenceBefore(&found, place) {
            return
        }
        guard place.hasLead, found.tokens.count >= 4,
            let subject = speech.subject(
                ofSentence: place.firstSentence, before: found.tokens.lowerBound),
            subject.kind != .nominal
        else { return }
        found.phrase = subject
        found.rule = .sentenceSubject
    }

    /// A cue that only introduces a quotation makes no statement besides.
    private mutating func noteUse(of found: Attribution, _ place: QuotationPlace) {
        guard let cue = found.cue else { return }
        let beforeMark = speech.word(found.tokens.lowerBound - 2)
        let isIntroduced = beforeMark == SpeechWord.comma || beforeMark == SpeechWord.colon
        let onlyAttributes =
            switch found.rule {
            case .trail, .trailFar: !place.hasLead
            case .leadAdjacent:
                isIntroduced || place.isFollowedByStop && restCount(behind: place) < 5
            default: false
            }
        let names =
            !cues.cues[cue].classes.isDisjoint(with: [.naming, .cueWord]) && !found.isDirect
            && cues.cues[cue].shape != .accordingTo
        if onlyAttributes || names { usedCues[cue] = true }
    }

    /// The words between the marks are what something is called.
    private func isNamed(_ found: Attribution) -> Bool {
        found.cue.map { cues.cues[$0].classes.contains(.naming) } ?? false
    }

    /// Words between the closing mark and the end of the sentence.
    private func restCount(behind place: QuotationPlace) -> Int {
        guard place.close < place.end else { return 0 }
        return (place.close..<place.end).count { speech.isWord($0) }
    }

    // MARK: Before the quotation

    /// "HuffPost: “…”".
    private func findByColon(_ found: inout Attribution, _ place: QuotationPlace) -> Bool {
        var index = found.tokens.lowerBound - 1
        while index > place.low, !speech.isWord(index), speech.word(index) != SpeechWord.colon {
            index -= 1
        }
        guard index > place.low, speech.word(index) == SpeechWord.colon,
            let name = speech.name(at: index - 1)
        else { return false }
        let before = name.tokens.lowerBound - 1
        guard
            before < place.low || !speech.isWord(before)
                || speech.word(before) == SpeechWord.and
        else { return false }
        found.phrase = speech.named(name)
        found.rule = .nameColon
        return true
    }

    /// The nearest cue before the quotation in its sentence.
    private func findLeading(
        _ found: inout Attribution, _ place: QuotationPlace, isAdjacent: Bool
    ) -> Bool {
        let first = found.tokens.lowerBound
        let all = cues.indices(in: place.low..<first)
        // "until Norland admits": nobody has said it.
        let near = all.last { index in
            let cue = cues.cues[index]
            return cue.end <= first && cue.shape != .inverted && !cue.isConditional
        }
        guard let near else { return false }
        if isAdjacent, !self.isAdjacent(cues.cues[near], to: first, found.quotation) {
            return false
        }
        let cue = outer(near, in: all)
        found.cue = cue
        found.phrase = cues.cues[cue].subject
        found.rule = isAdjacent ? .leadAdjacent : .lead
        return true
    }

    private func isAdjacent(_ cue: SpeechCue, to first: Int, _ quotation: Int) -> Bool {
        guard cue.shape != .accordingTo else { return false }
        var words = 0
        for index in cue.end..<first where speech.isWord(index) { words += 1 }
        if words <= 1 { return true }
        let mark = speech.word(first - 2)
        return (mark == SpeechWord.comma || mark == SpeechWord.colon) && words <= 14
            && cue.classes.contains(.saying)
            && [.plain, .participle, .coordinated].contains(cue.shape)
    }

    /// "Macron said he saw “…”": the words are of the speech, not of the thought in it.
    private func outer(_ cue: Int, in all: Range<Int>) -> Int {
        guard cues.cues[cue].classes.contains(.thinking) else { return cue }
        let inner = cues.cues[cue]
        for index in all.reversed() where cues.cues[index].token < inner.token {
            let candidate = cues.cues[index]
            guard candidate.classes.contains(.plainSaying),
                [.plain, .participle, .coordinated].contains(candidate.shape)
            else { continue }
            let isParted = (candidate.end..<inner.token).contains {
                let word = speech.word($0)
                return word == SpeechWord.semicolon || word == SpeechWord.but
                    || word == SpeechWord.while
            }
            if !isParted { return index }
        }
        return cue
    }

    // MARK: Behind the quotation

    private func findTrailing(_ found: inout Attribution, _ place: QuotationPlace) -> Bool {
        var first = place.close
        if first < place.end, isCommaOrDash(first) { first += 1 }
        let endsOpen = place.endsOpen || place.close < place.end && isCommaOrDash(place.close)
        if let cue = trailingCue(from: first, place, endsOpen) {
            found.cue = cue
            found.phrase = cues.cues[cue].subject
            found.rule = .trail
            return true
        }
        guard !place.hasLead else { return false }
        if place.endsOpen, let name = speech.name(at: first), first < place.end,
            !speech.isQuoted(first)
        {
            let verb = name.tokens.upperBound
            if verb < place.end, !speech.isCapitalised(verb), speech.has(verb, .ed),
                !speech.has(verb, .verb)
            {
                found.phrase = speech.named(name)
                found.rule = .trailAny
                return true
            }
        }
        guard place.hasTrail, let cue = farCue(found.tokens.upperBound, place) else { return false }
        found.cue = cue
        found.phrase = cues.cues[cue].subject
        found.rule = .trailFar
        return true
    }

    private func isCommaOrDash(_ index: Int) -> Bool {
        speech.word(index) == SpeechWord.comma
            || speech.reading.flags(index).contains(.hyphen)
    }

    /// The first cue behind, if it attributes what stands before it.
    private func trailingCue(from first: Int, _ place: QuotationPlace, _ endsOpen: Bool) -> Int? {
        guard first < place.end,
            let index = cues.indices(in: first..<place.end).first
        else { return nil }
        let cue = cues.cues[index]
        switch cue.shape {
        case .inverted: return cue.token == first ? index : nil
        case .accordingTo: return cue.token <= first + 2 ? index : nil
        case .plain, .coordinated:
            let subject = cue.subject.tokens.lowerBound
            guard cue.classes.contains(.saying), subject >= first, subject - first <= 8, endsOpen,
                (first..<subject).allSatisfy({ isInsidePhrase($0) })
            else { return nil }
            return index
        default: return nil
        }
    }

    private func isInsidePhrase(_ index: Int) -> Bool {
        if speech.has(index, .determiner) { return true }
        guard speech.isWord(index) else { return isAbbreviation(endingAt: index) }
        return !speech.has(index, .clauseOpener) || speech.word(index) == SpeechWord.as
    }

    /// The point of "Rep." or "Gov.".
    private func isAbbreviation(endingAt index: Int) -> Bool {
        guard speech.word(index) == SpeechWord.point, speech.isCapitalised(index - 1) else {
            return false
        }
        let token = speech.reading.tokens[index - 1]
        return token.end - token.start <= 4
    }

    /// "“…” than the chief’s, Zuckoff said": a cue that closes the sentence.
    private func farCue(_ behind: Int, _ place: QuotationPlace) -> Int? {
        guard behind < place.end else { return nil }
        let found = cues.indices(in: behind..<place.end).last { index in
            let cue = cues.cues[index]
            guard cue.classes.contains(.saying),
                cue.shape == .inverted || cue.shape == .plain
            else { return false }
            let first = min(cue.token, cue.subject.tokens.lowerBound)
            return speech.word(first - 1) == SpeechWord.comma
        }
        guard let found else { return nil }
        let words = (cues.cues[found].end..<place.end).count { speech.isWord($0) }
        return words <= 14 ? found : nil
    }

    /// "…, according to Axios", anywhere behind in the sentence.
    private func findSource(_ found: inout Attribution, _ place: QuotationPlace) -> Bool {
        let behind = found.tokens.upperBound
        guard behind < place.end,
            let cue = cues.indices(in: behind..<place.end).first(where: {
                cues.cues[$0].shape == .accordingTo
            })
        else { return false }
        found.cue = cue
        found.phrase = cues.cues[cue].subject
        found.rule = .sourceAfter
        return true
    }

    // MARK: Sentences before

    /// The sentence before ends in a colon.
    private func findBeforeColon(_ found: inout Attribution, _ place: QuotationPlace) -> Bool {
        let sentence = place.firstSentence - 1
        guard sentence >= 0, let last = speech.reading.tokens(ofSentence: sentence).last,
            speech.word(last) == SpeechWord.colon
        else { return false }
        return takeFrom(sentence, &found, .colon, allowingNominal: true)
    }

    /// The last cue of a sentence, else its subject.
    private func takeFrom(
        _ sentence: Int, _ found: inout Attribution, _ rule: Attribution.Rule,
        allowingNominal: Bool
    ) -> Bool {
        let range = cues.starts[sentence]..<cues.starts[sentence + 1]
        if let cue = range.last {
            found.cue = cue
            found.phrase = cues.cues[cue].subject
            found.rule = rule
            return true
        }
        let end = speech.reading.tokens(ofSentence: sentence).upperBound
        guard let subject = speech.subject(ofSentence: sentence, before: end),
            allowingNominal || subject.kind != .nominal
        else { return false }
        found.phrase = subject
        found.rule = rule
        return true
    }

    private func findInSentenceBefore(_ found: inout Attribution, _ place: QuotationPlace) -> Bool {
        guard place.firstSentence > 0 else { return false }
        return takeFrom(
            place.firstSentence - 1, &found, .sentenceBefore, allowingNominal: false)
    }

    /// A quotation that is a sentence of its own goes on with the speaker of the one before.
    private func findCarried(_ found: inout Attribution, _ place: QuotationPlace) -> Bool {
        guard let last = lastNamed else { return false }
        let earlier = speech.quotations[last.quotation]
        let own = speech.quotations[found.quotation]
        let gap = place.firstSentence - speech.sentence(of: last.tokens.upperBound - 1)
        let isReopened = earlier.isOpen && own.paragraph == earlier.paragraph + 1
        let isNear =
            own.paragraph == earlier.paragraph && gap <= 2
            || own.paragraph == earlier.paragraph + 1 && gap <= 1 && last.isDirect
        guard isReopened || isNear else { return false }
        found.phrase = last.phrase
        found.cue = last.cue
        found.rule = isReopened ? .reopened : .continued
        return true
    }

    // MARK: Titles

    /// “Meet the Press”: capitals throughout, and no cue beside it that gives very words.
    private func isTitle(_ found: Attribution, _ place: QuotationPlace) -> Bool {
        guard place.hasLead, found.tokens.count <= 8 else { return false }
        var words = 0
        for index in found.tokens where speech.isWord(index) {
            guard speech.isCapitalised(index) || speech.has(index, .titleFiller) else {
                return false
            }
            words += 1
        }
        guard words > 1, found.tokens.contains(where: { speech.isCapitalised($0) }) else {
            return false
        }
        switch found.rule {
        case .nameColon, .trail: return false
        case .leadAdjacent:
            guard let cue = found.cue else { return true }
            return !cues.cues[cue].classes.contains(.quoting)
        default: return true
        }
    }
}
