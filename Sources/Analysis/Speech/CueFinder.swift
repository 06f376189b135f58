/// Finds the cues of an article, in the order of the text, outside quotations.
struct CueFinder: Sendable {
    let speech: SpeechReading
    private(set) var cues: [SpeechCue] = []
    /// First cue of each sentence, and `cues.count` at the end.
    private(set) var starts: [Int] = []
    /// Verbs of taking a position are read, too.
    private let readsActing: Bool
    private var low = 0
    private var high = 0
    private var sentence = 0

    /// With `isRead`, only sentences for which it is true.
    init(_ speech: SpeechReading, readsActing: Bool = false, isRead: [Bool]? = nil) {
        self.speech = speech
        self.readsActing = readsActing
        starts.reserveCapacity(speech.reading.sentenceCount + 1)
        for index in 0..<speech.reading.sentenceCount {
            starts.append(cues.count)
            if let isRead, !isRead[index] { continue }
            sentence = index
            let tokens = speech.reading.tokens(ofSentence: index)
            for token in tokens where speech.quotation[token] < 0 {
                let classes = speech.classes[token]
                guard !classes.isDisjoint(with: CueFinder.beginnings) else { continue }
                low = max(tokens.lowerBound, token - SpeechReading.reach)
                high = min(tokens.upperBound, token + SpeechReading.reach)
                read(token)
            }
        }
        starts.append(cues.count)
    }

    private static let beginnings: SpeechClass = [
        .saying, .position, .showing, .speechNoun, .acting, .cueWord,
    ]

    /// The cues whose verb or noun lies among `tokens`.
    func indices(in tokens: Range<Int>) -> Range<Int> {
        let first = firstCue(at: tokens.lowerBound)
        return first..<max(first, firstCue(at: tokens.upperBound))
    }

    /// The first cue at or behind a token.
    func firstCue(at token: Int) -> Int {
        var low = 0
        var high = cues.count
        while low < high {
            let middle = (low + high) / 2
            if cues[middle].token < token { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The cues of the sentence being read, within reach.
    private var earlier: ArraySlice<SpeechCue> {
        cues[max(starts.last ?? 0, cues.count - 20)...]
    }

    private mutating func read(_ index: Int) {
        let word = speech.word(index)
        if word == SpeechWord.according, speech.word(index + 1) == SpeechWord.to {
            addSource(from: index + 2, verb: index, start: index)
            return
        }
        if word == SpeechWord.put || word == SpeechWord.puts,
            speech.word(index + 1) == SpeechWord.it
        {
            addPutIt(index)
            return
        }
        let classes = speech.classes[index]
        let isVerb =
            !classes.isDisjoint(with: .verb) || readsActing && classes.contains(.acting)
        guard isVerb || classes.contains(.speechNoun), !speech.isCapitalised(index) else { return }
        if classes.contains(.speechNoun), addNoun(index) { return }
        if isVerb { addVerb(index) }
    }

    private mutating func add(
        _ shape: SpeechCue.Shape, _ index: Int, start: Int? = nil, end: Int,
        _ subject: SpeakerPhrase
    ) {
        cues.append(
            SpeechCue(
                shape: shape, token: index, start: start ?? index, end: end, sentence: sentence,
                subject: subject, classes: speech.classes[index]))
    }

    // MARK: Sources and nouns

    /// "according to X", "as reported by X".
    private mutating func addSource(from first: Int, verb: Int, start: Int) {
        guard let range = speech.phrase(from: first, before: high),
            let subject = speech.speaker(in: range, lookingInside: true), canSpeak(subject)
        else { return }
        add(.accordingTo, verb, start: start, end: range.upperBound, subject)
    }

    /// Not "according to plan".
    private func canSpeak(_ phrase: SpeakerPhrase) -> Bool {
        phrase.kind != .nominal
            || speech.has(phrase.head, [.role, .record, .medium, .quantity])
            || speech.word(phrase.tokens.lowerBound) == SpeechWord.those
    }

    private static let behindNoun = WordSet("that for to of")

    /// "Putin's demand for control".
    private mutating func addNoun(_ index: Int) -> Bool {
        guard index - 1 > low, CueFinder.behindNoun.contains(speech.word(index + 1)) else {
            return false
        }
        var owner = index - 1
        while owner > low, !speech.isPossessive(owner),
            !(readsActing && speech.has(owner, .owning)),
            index - owner < 4, speech.isWord(owner)
        {
            owner -= 1
        }
        if readsActing, speech.has(owner, .owning) {
            add(.noun, index, end: index + 1, speech.pronoun(owner))
            return true
        }
        guard speech.isPossessive(owner), let name = speech.name(at: owner),
            name.tokens.upperBound == owner + 1
        else { return false }
        add(.noun, index, end: index + 1, speech.named(name))
        return true
    }

    /// "as Trump put it".
    private mutating func addPutIt(_ index: Int) {
        guard let subject = subject(before: index) else { return }
        add(.plain, index, end: index + 2, subject)
        cues[cues.count - 1].classes = [.saying, .plainSaying, .withholding, .cueWord]
    }

    // MARK: Verbs

    private mutating func addVerb(_ index: Int) {
        let before = index > low ? index - 1 : -1
        if speech.word(before) == SpeechWord.to { return }
        if before >= 0, isBarred(before) { return }
        var first = index
        var isPassive = false
        var hasBeen = false
        var isNegated = false
        while first > low, isAuxiliary(first - 1) {
            first -= 1
            isPassive = isPassive || speech.has(first, .be)
            hasBeen = hasBeen || speech.word(first) == SpeechWord.been
            isNegated = isNegated || speech.has(first, .negation)
        }
        let subjectEnd = first
        if subjectEnd > low, isContracted(subjectEnd - 1), speech.has(index, .participle) {
            isPassive = true
        }
        if speech.has(index, .participle) {
            if isPassive {
                addPlain(index, subjectEnd, hasAuxiliary: true, isNegated)
            } else {
                addParticiple(index)
            }
        } else if speech.has(index, .past), speech.word(before) == SpeechWord.as,
            speech.word(index + 1) == SpeechWord.by
        {
            addSource(from: index + 2, verb: index, start: before)
        } else if speech.has(index, .past), isPassive || hasBeen {
            addPassive(index)
        } else {
            addPlain(index, subjectEnd, hasAuxiliary: subjectEnd < index, isNegated)
        }
    }

    /// Modal verbs say what may be, not what is said; "will" and "would" are let through.
    private func isBarred(_ before: Int) -> Bool {
        func bars(_ index: Int) -> Bool {
            speech.has(index, .modal) && speech.word(index) != SpeechWord.will
                && speech.word(index) != SpeechWord.would
        }
        if speech.word(before) == SpeechWord.not { return bars(before - 1) }
        return bars(before)
    }

    private func isAuxiliary(_ index: Int) -> Bool {
        speech.has(index, [.auxiliary, .adverb]) && !speech.isQuoted(index)
    }

    /// he's, they've.
    private func isContracted(_ index: Int) -> Bool {
        speech.has(index, .subject)
            && !speech.reading.flags(index).isDisjoint(with: [.possessive, .contracted])
    }

    private mutating func addPassive(_ index: Int) {
        var by = index + 1
        while by < high, by < index + 4, speech.word(by) != SpeechWord.by { by += 1 }
        guard by < high, speech.word(by) == SpeechWord.by,
            let range = speech.phrase(from: by + 1, before: high),
            let subject = speech.speaker(in: agent(range))
        else { return }
        add(.passive, index, end: agent(range).upperBound, subject)
    }

    /// "by sources with helping": what follows "with" is what is said of somebody.
    private func agent(_ range: Range<Int>) -> Range<Int> {
        let cut = range.dropFirst().first {
            speech.word($0) == SpeechWord.with || speech.word($0) == SpeechWord.as
        }
        return range.lowerBound..<(cut ?? range.upperBound)
    }

    private mutating func addParticiple(_ index: Int) {
        let before = index > low ? index - 1 : -1
        if speech.has(before, .determiner) || speech.isPossessive(before) { return }
        if speech.has(before, .preposition), speech.word(before) != SpeechWord.as { return }
        if speech.word(before - 1) == SpeechWord.without { return }
        var subject: SpeakerPhrase?
        if before >= 0, speech.isWord(before), !speech.has(before, .clauseOpener) {
            subject = absoluteSubject(before)
            if subject == nil, speech.has(index, .nounLike) { return }
        }
        subject =
            subject ?? speech.subject(ofSentence: sentence, before: index)
            ?? earlier.last?.subject
        if index == low || subject == nil {
            subject = speech.subject(ofSentence: sentence, before: high)
        }
        if let subject { add(.participle, index, end: index + 1, subject) }
    }

    /// "with the Kremlin claiming", ", Ryan saying".
    private func absoluteSubject(_ before: Int) -> SpeakerPhrase? {
        guard let name = speech.name(at: before), name.tokens.upperBound == before + 1 else {
            return nil
        }
        var opening = name.tokens.lowerBound - 1
        if name.tokens.lowerBound == low { return speech.named(name) }
        if speech.word(opening) == SpeechWord.the { opening -= 1 }
        let word = speech.word(opening)
        let opens =
            word == SpeechWord.with || word == SpeechWord.and || word == SpeechWord.comma
            || speech.reading.flags(opening).contains(.hyphen)
        return opening >= low && opens ? speech.named(name) : nil
    }

    // MARK: Finite verbs

    private mutating func addPlain(
        _ index: Int, _ subjectEnd: Int, hasAuxiliary: Bool, _ isNegated: Bool
    ) {
        let before = index > low ? index - 1 : -1
        if before >= 0, !hasAuxiliary, isNominal(before) { return }
        if speech.has(index, .nounLike), !isVerbal(index, subjectEnd) { return }
        let found = plainSubject(index, subjectEnd)
        if addInverted(index, subjectEnd, hasAuxiliary, found) { return }
        guard let (subject, shape) = found else { return }
        add(shape, index, end: index + 1, subject)
        cues[cues.count - 1].isNegated = isNegated
        cues[cues.count - 1].isConditional =
            shape == .plain && isConditional(subject.tokens.lowerBound)
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
        return speech.has(last, [.subject, .role, .record, .quantity])
            || speech.name(at: last) != nil
            || word == SpeechWord.comma || word == SpeechWord.closeBracket
    }

    private func plainSubject(
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
        guard let subject = subject(before: subjectEnd) else { return nil }
        if subject.kind == .nominal, !speech.has(subject.head, [.role, .record, .quantity]),
            followsConjunction(subject.tokens.lowerBound),
            let carried = carriedSubject(index)
        {
            return (carried, .coordinated)
        }
        return (subject, .plain)
    }

    /// "but in the same breath warned".
    private func followsConjunction(_ first: Int) -> Bool {
        var index = first - 1
        while index >= low, speech.has(index, .preposition) { index -= 1 }
        let word = index >= low ? speech.word(index) : .none
        return word == SpeechWord.but || word == SpeechWord.and
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

    private func subject(before end: Int) -> SpeakerPhrase? {
        speech.phrase(before: end, from: low).flatMap { speech.speaker(in: $0) }
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
            let subject = speech.speaker(in: range)
        else { return false }
        add(.inverted, index, end: range.upperBound, subject)
        return true
    }

    private func isConditional(_ first: Int) -> Bool {
        var index = first - 1
        while index >= low, speech.has(index, .determiner) { index -= 1 }
        guard index >= low else { return false }
        let word = speech.word(index)
        return word == SpeechWord.if || word == SpeechWord.unless || word == SpeechWord.whether
    }
}
