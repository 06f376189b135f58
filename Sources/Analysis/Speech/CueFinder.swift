import Algorithms

/// Finds the cues of an article, in the order of the text, outside quotations.
struct CueFinder: Sendable {
    let speech: SpeechReading
    var cues: [SpeechCue] = []
    /// First cue of each sentence, and `cues.count` at the end.
    private(set) var starts: [Int] = []
    /// Verbs of taking a position are read, too.
    private let readsActing: Bool
    /// The tokens being read, within reach of the one that is.
    var low = 0
    var high = 0
    private(set) var sentence = 0

    /// With `isRead`, only sentences for which it is true.
    init(_ speech: SpeechReading, readsActing: Bool = false, isRead: [Bool]? = nil) {
        self.speech = speech
        self.readsActing = readsActing
        starts.reserveCapacity(speech.reading.sentenceCount + 1)
        let openings = speech.reading.tokens { index, _ in
            !speech.classes[index].isDisjoint(with: CueFinder.beginnings)
        }
        var next = 0
        for index in 0..<speech.reading.sentenceCount {
            starts.append(cues.count)
            let tokens = speech.reading.tokens(ofSentence: index)
            let first = next
            while next < openings.count, openings[next] < tokens.upperBound { next += 1 }
            if let isRead, !isRead[index] { continue }
            sentence = index
            for opening in openings[first..<next] where speech.quotation[Int(opening)] < 0 {
                let token = Int(opening)
                low = max(tokens.lowerBound, token - SpeechReading.reach)
                high = min(tokens.upperBound, token + SpeechReading.reach)
                read(token)
            }
            attachSources(from: starts[index])
        }
        starts.append(cues.count)
    }

    private static let beginnings: SpeechClass = [
        .saying, .position, .showing, .speechNoun, .acting, .publishing, .cueWord,
    ]

    /// The cues whose verb or noun lies among `tokens`.
    func indices(in tokens: Range<Int>) -> Range<Int> {
        let first = firstCue(at: tokens.lowerBound)
        return first..<max(first, firstCue(at: tokens.upperBound))
    }

    /// The first cue at or behind a token.
    func firstCue(at token: Int) -> Int {
        cues.partitioningIndex { $0.token >= token }
    }

    /// The cues of the sentence being read, within reach.
    var earlier: ArraySlice<SpeechCue> {
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
        if word == SpeechWord.words {
            addWords(index)
            return
        }
        let classes = speech.classes[index]
        if speech.reading.flags(index).contains(.sentenceStart), addCitation(index) { return }
        let isVerb =
            !classes.isDisjoint(with: .verb) || readsActing && classes.contains(.acting)
        guard !speech.isCapitalised(index), !asksForAnonymity(index) else { return }
        if classes.contains(.speechNoun), addNoun(index) { return }
        if isVerb { addVerb(index) } else if classes.contains(.publishing) { addPublished(index) }
    }

    /// "who asked not to be named": a source's terms are nothing that it states.
    private func asksForAnonymity(_ index: Int) -> Bool {
        let next = index + 1
        if CueFinder.anonymity.contains(speech.word(next)) { return true }
        let verb = speech.word(next) == CueFinder.not ? next + 1 : next
        return speech.word(verb) == SpeechWord.to && speech.word(verb + 1) == CueFinder.be
            && CueFinder.naming.contains(speech.word(verb + 2))
    }

    private static let anonymity = WordSet("anonymity")
    private static let naming = WordSet("named identified quoted cited")
    private static let not = Word("not")
    private static let be = Word("be")

    /// "Bloomberg published": only an outlet states what it brings out.
    private mutating func addPublished(_ index: Int) {
        var first = index
        while first > low, isAuxiliary(first - 1), !speech.has(first - 1, .be) { first -= 1 }
        guard speech.has(index, [.past, .present]), let subject = subject(before: first),
            subject.kind == .name, speech.isOutlet(subject.head)
        else { return }
        add(.plain, index, end: index + 1, subject)
    }

    mutating func add(
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
            let last = speech.speaker(in: range, lookingInside: true), canSpeak(last)
        else { return }
        let subject = speech.joined(last, from: range.lowerBound)
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
        if addRelayed(index) || isRelaying(index) || addCitation(index) { return }
        let before = index > low ? index - 1 : -1
        var first = index
        if speech.word(before) == SpeechWord.to {
            guard let opening = leadIn(before: before) else { return }
            first = opening
        }
        if before >= 0, isBarred(before) { return }
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
        if first < index, speech.word(before) == SpeechWord.to {
            addPlain(index, subjectEnd, hasAuxiliary: true, isNegated)
        } else if speech.has(index, .participle) {
            if isPassive {
                addPlain(index, subjectEnd, hasAuxiliary: true, isNegated)
            } else {
                addParticiple(index)
            }
        } else if speech.has(index, .past), speech.word(before) == SpeechWord.as,
            speech.word(index + 1) == SpeechWord.by
        {
            addSource(from: index + 2, verb: index, start: before)
        } else if isConviction(index) {
            addConviction(index, subjectEnd)
        } else if speech.has(index, .past), isPassive || hasBeen {
            addPassive(index)
        } else {
            addPlain(index, subjectEnd, hasAuxiliary: subjectEnd < index, isNegated)
        }
    }

    /// Modal verbs say what may be, not what is said; "will" and "would" are let through.
    private func isBarred(_ before: Int) -> Bool {
        var index = before
        while index > low, speech.has(index, .adverb), !speech.has(index, .modal) { index -= 1 }
        return speech.has(index, .modal) && speech.word(index) != SpeechWord.will
            && speech.word(index) != SpeechWord.would
    }

    private static let eager = WordSet("quick swift keen careful first last")
    private static let going = WordSet("went goes hastened hastens rushed rushes")

    /// Where the verb begins in "was quick to deny", "went on to say", given the place of "to".
    private func leadIn(before to: Int) -> Int? {
        let last = to - 1
        guard last > low else { return nil }
        if CueFinder.eager.contains(speech.word(last)) {
            let be = speech.has(last - 1, .determiner) ? last - 2 : last - 1
            return speech.has(be, .be) ? be + 1 : nil
        }
        let verb = speech.word(last) == SpeechWord.on ? last - 1 : last
        return CueFinder.going.contains(speech.word(verb)) ? verb : nil
    }

    private func isAuxiliary(_ index: Int) -> Bool {
        speech.has(index, [.auxiliary, .adverb]) && !speech.isQuoted(index)
    }

    /// he's, they've.
    private func isContracted(_ index: Int) -> Bool {
        speech.has(index, .subject)
            && !speech.reading.flags(index).isDisjoint(with: [.possessive, .contracted])
    }

    /// "convinced that": somebody is.
    private func isConviction(_ index: Int) -> Bool {
        speech.word(index) == SpeechWord.convinced
            && (speech.word(index + 1) == SpeechWord.that
                || speech.word(index + 1) == SpeechWord.of)
    }

    /// Of the "is" before it, or of the one it is joined to: "is calm and convinced that".
    private mutating func addConviction(_ index: Int, _ subjectEnd: Int) {
        var end = subjectEnd
        if end == index {
            let be = (low..<index).last { speech.has($0, .be) && speech.has($0, .finite) }
            guard var found = be, index - found <= 20 else { return }
            while found > low, isAuxiliary(found - 1) { found -= 1 }
            end = found
        }
        guard let subject = subject(before: end) else { return }
        add(.plain, index, end: index + 1, subject)
        cues[cues.count - 1].classes.insert(.thinking)
    }

    private mutating func addPassive(_ index: Int) {
        var by = index + 1
        while by < high, by < index + 4, speech.word(by) != SpeechWord.by { by += 1 }
        guard by < high, speech.word(by) == SpeechWord.by,
            let range = speech.phrase(from: by + 1, before: high),
            let last = speech.speaker(in: agent(range))
        else { return }
        let subject = speech.joined(last, from: range.lowerBound)
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
}
