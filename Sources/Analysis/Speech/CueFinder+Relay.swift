/// Speech that somebody passes on: "was quoted as saying", "quoted Berg as saying", "citing two
/// officials", "in Berg's words".
extension CueFinder {
    // MARK: Quoted as saying

    private static let relaying = WordSet("quoted quotes quoting cited cites citing reported heard")
    private static let reach = 20

    /// Whether "as saying" follows a verb that passes speech on: then that is the cue.
    func isRelaying(_ index: Int) -> Bool {
        guard CueFinder.relaying.contains(speech.word(index)) else { return false }
        var position = index + 1
        while position + 1 < min(high, index + CueFinder.reach), !speech.isQuoted(position) {
            if isSaying(position + 1), speech.word(position) == SpeechWord.as { return true }
            if speech.has(position, .subject) { return false }
            position += 1
        }
        return false
    }

    private func isSaying(_ index: Int) -> Bool {
        speech.has(index, .participle) && speech.has(index, .plainSaying)
    }

    /// "as saying" behind a verb that passes speech on; false when there is none.
    mutating func addRelayed(_ index: Int) -> Bool {
        guard index - 1 > low, speech.word(index - 1) == SpeechWord.as, isSaying(index),
            let verb = (max(low, index - CueFinder.reach)..<index - 1).last(where: {
                CueFinder.relaying.contains(speech.word($0))
            }), isRelaying(verb)
        else { return false }
        var first = verb
        var isPassive = false
        while first > low, speech.has(first - 1, [.auxiliary, .adverb]) {
            first -= 1
            isPassive = isPassive || speech.has(first, .be)
        }
        let next = speech.word(verb + 1)
        let isReduced = next == SpeechWord.by || next == SpeechWord.as
        let subject = plainSubject(verb, first)?.0
        var carrier: Int?
        var speaker: SpeakerPhrase?
        if isPassive || isReduced {
            speaker = subject ?? self.subject(before: first)
            carrier = outlet(behindBy: verb + 1, before: index)
        } else {
            speaker = speech.phrase(from: verb + 1, before: index - 1)
                .flatMap { speech.speaker(in: $0) }
            carrier = subject.flatMap { speech.isOutlet($0.head) ? $0.head : nil }
        }
        guard let speaker else { return false }
        let behind = outlet(behindBy: index + 1, before: min(high, index + 10))
        let end = behind.flatMap { speech.name(at: $0)?.tokens.upperBound } ?? index + 1
        add(.plain, index, start: verb, end: end, speaker)
        cues[cues.count - 1].carrier = carrier ?? behind
        return true
    }

    /// The outlet in "by the Gazette", at or right behind a token.
    private func outlet(behindBy index: Int, before end: Int) -> Int? {
        guard index < end, speech.word(index) == SpeechWord.by else { return nil }
        return (index + 1..<max(index + 1, min(end, index + 8))).first { speech.isOutlet($0) }
    }

    // MARK: Citing

    private static let citing = WordSet("cite cites cited citing quoting")

    /// Whom or what a verb of citing gives as the source: "citing a leaked memo", "cited a senior
    /// diplomat". Nil where it gives a reason: "citing the cold".
    private func citedSource(_ index: Int) -> SpeakerPhrase? {
        guard CueFinder.citing.contains(speech.word(index)),
            let range = speech.phrase(from: index + 1, before: high),
            let source = speech.speaker(in: range),
            speech.word(range.upperBound) != SpeechWord.as
        else { return nil }
        switch source.kind {
        case .name: return speech.joined(source, from: range.lowerBound)
        case .pronoun: return nil
        case .nominal:
            return speech.has(source.head, [.role, .record, .medium]) ? source : nil
        }
    }

    /// A verb of citing states nothing by itself; the outlet whose it is has its matter from the
    /// source. False where the word gives no source.
    mutating func addCitation(_ index: Int) -> Bool {
        guard let source = citedSource(index) else { return false }
        let subject =
            earlier.last?.subject ?? speech.subject(ofSentence: sentence, before: index) ?? source
        add(.participle, index, end: index + 1, subject)
        cues[cues.count - 1].cited = source
        cues[cues.count - 1].isSilent = true
        return true
    }

    /// Gives an outlet's statements the source that their sentence says it cites.
    mutating func attachSources(from first: Int) {
        for index in first..<cues.count where cues[index].isSilent {
            let before = (max(first, index - 9)..<index).last { reports($0) }
            let behind = (index + 1..<min(cues.count, index + 10)).first { reports($0) }
            guard let reporting = before ?? behind, cues[reporting].cited == nil else { continue }
            cues[reporting].cited = cues[index].cited
        }
    }

    private func reports(_ index: Int) -> Bool {
        let cue = cues[index]
        return !cue.isSilent && speech.isOutlet(cue.subject.head)
            && (cue.shape == .accordingTo || cue.classes.contains(.saying))
    }

    // MARK: In somebody's words

    /// "in the words of Berg", "in his words", set apart by commas or beside a quotation.
    mutating func addWords(_ index: Int) {
        if speech.word(index + 1) == SpeechWord.of {
            guard speech.word(index - 1) == SpeechWord.the,
                speech.word(index - 2) == CueFinder.inWord, index - 2 >= low,
                let range = speech.phrase(from: index + 2, before: high),
                let speaker = speech.speaker(in: range),
                isSetApart(index - 2..<range.upperBound)
            else { return }
            add(.accordingTo, index, start: index - 2, end: range.upperBound, speaker)
            return
        }
        let owner = speech.word(index - 1) == CueFinder.own ? index - 2 : index - 1
        guard owner > low, let speaker = owningSpeaker(owner) else { return }
        var start = speaker.tokens.lowerBound
        while start > low, speech.has(start - 1, [.role, .determiner]) { start -= 1 }
        start -= 1
        guard start >= low, speech.word(start) == CueFinder.inWord, isSetApart(start..<index + 1)
        else { return }
        add(.accordingTo, index, start: start, end: index + 1, speaker)
    }

    private func owningSpeaker(_ index: Int) -> SpeakerPhrase? {
        if speech.has(index, .owning) { return speech.pronoun(index) }
        guard speech.isPossessive(index), let name = speech.name(at: index),
            name.tokens.upperBound == index + 1
        else { return nil }
        return speech.named(name)
    }

    private func isSetApart(_ tokens: Range<Int>) -> Bool {
        let before = tokens.lowerBound - 1
        let behind = tokens.upperBound
        if speech.isQuoted(behind) || before >= low && speech.isQuoted(before) { return true }
        return (before < low || !speech.isWord(before))
            && (behind >= high || !speech.isWord(behind))
    }

    private static let inWord = Word("in")
    private static let own = Word("own")
}
