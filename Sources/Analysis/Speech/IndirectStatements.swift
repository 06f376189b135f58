/// Something ascribed to somebody outside quotation marks.
struct IndirectStatement: Sendable {
    /// Tokens of the reported clause, in one sentence.
    var tokens: Range<Int>
    /// Index into the cues.
    var cue: Int
}

/// Finds the clauses that cues report, leaving out what quotations hold already.
struct IndirectStatements {
    let speech: SpeechReading
    let cues: CueFinder
    let usedCues: [Bool]

    func all() -> [IndirectStatement] {
        cues.cues.indices.compactMap { index in
            guard states(index), let range = clause(of: index) else { return nil }
            let tokens = trimmed(range)
            return isStatement(tokens) ? IndirectStatement(tokens: tokens, cue: index) : nil
        }
    }

    /// Whether a cue can hold a statement of its own.
    private func states(_ index: Int) -> Bool {
        let cue = cues.cues[index]
        if cue.isConditional || usedCues[index] { return false }
        if cue.classes.contains(.needsTo), speech.word(cue.end) != SpeechWord.to { return false }
        if isAuthor(cue.subject) || isDemanded(index) { return false }
        if cue.isNegated, cue.classes.contains(.withholding) { return false }
        guard cue.subject.kind == .nominal else {
            return !cue.classes.isDisjoint(with: [.saying, .position, .speechNoun])
                || cue.shape == .accordingTo
        }
        let head = cue.subject.head
        if speech.has(head, .record) {
            return cue.shape == .accordingTo
                || !cue.classes.isDisjoint(with: [.saying, .showing])
        }
        return speech.has(head, [.role, .quantity, .medium])
            && !cue.classes.isDisjoint(with: [.saying, .position, .speechNoun])
            || cue.shape == .accordingTo
    }

    private static let demanding = WordSet(
        """
        insist insists insisted insisting demand demands demanded demanding urge urges urged urging
        ask asks asked asking require requires required requiring
        """)

    /// "insisting they agree": what is demanded of somebody is not said by them.
    private func isDemanded(_ index: Int) -> Bool {
        let cue = cues.cues[index]
        guard index > 0, cue.shape == .plain, cue.classes.contains(.base),
            !cue.classes.contains(.past)
        else { return false }
        let earlier = cues.cues[index - 1]
        let gap = cue.subject.tokens.lowerBound - earlier.end
        return (0...1).contains(gap)
            && IndirectStatements.demanding.contains(speech.word(earlier.token))
    }

    /// "We know": nobody is quoted.
    private func isAuthor(_ phrase: SpeakerPhrase) -> Bool {
        phrase.kind == .pronoun && !speech.has(phrase.head, .object)
            && (speech.has(phrase.head, .author) || speech.word(phrase.head) == SpeechWord.you)
    }

    /// What a cue reports, before it is trimmed; nil when it reports nothing.
    func clause(of index: Int) -> Range<Int>? {
        let cue = cues.cues[index]
        let sentence = speech.window(around: cue.token)
        var high = sentence.upperBound
        while high > cue.token, !speech.isWord(high - 1) { high -= 1 }
        switch cue.shape {
        case .accordingTo: return sourced(cue, sentence.lowerBound, high)
        case .inverted:
            return cue.token > sentence.lowerBound ? sentence.lowerBound..<cue.token : nil
        case .passive:
            return high - cue.end >= 2 ? cue.end..<high : sentence.lowerBound..<cue.token
        case .plain, .coordinated, .participle, .noun:
            if (cue.end..<max(high, cue.end)).contains(where: { speech.isWord($0) }) {
                return cue.end..<clauseEnd(of: index, before: high)
            }
            let end = cue.subject.tokens.lowerBound
            return end > sentence.lowerBound ? sentence.lowerBound..<end : nil
        }
    }

    /// The clause beside "according to X": behind its comma, else before it.
    private func sourced(_ cue: SpeechCue, _ low: Int, _ high: Int) -> Range<Int>? {
        guard cue.start > low + 1 else {
            var comma = cue.end
            while comma < high, speech.word(comma) != SpeechWord.comma { comma += 1 }
            return comma + 1 < high ? comma + 1..<high : nil
        }
        let behind = cue.end < high ? (cue.end..<high).count { speech.isWord($0) } : 0
        return behind >= 4 ? cue.end..<high : low..<cue.start
    }

    /// Where the next cue begins a clause of its own.
    private func clauseEnd(of index: Int, before high: Int) -> Int {
        let cue = cues.cues[index]
        let last = min(index + 9, cues.starts[cue.sentence + 1])
        for next in index + 1..<max(index + 1, last) {
            let other = cues.cues[next]
            guard [.plain, .coordinated, .participle].contains(other.shape), other.token < high
            else { continue }
            var cut = other.shape == .plain ? other.subject.tokens.lowerBound : other.token
            cut -= 1
            while cut > cue.end, speech.has(cut, [.auxiliary, .adverb, .determiner, .role]) {
                cut -= 1
            }
            if cut > cue.end, IndirectStatements.parts.contains(speech.word(cut)) { return cut }
        }
        return high
    }

    private static let parts = WordSet("and but while ,")

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var first = range.lowerBound
        var end = range.upperBound
        while first < end, !speech.isWord(first) || speech.word(first) == SpeechWord.that {
            first += 1
        }
        while end > first, !speech.isWord(end - 1) { end -= 1 }
        return first..<end
    }

    /// Two words outside marks; five where a quotation shares the clause.
    private func isStatement(_ tokens: Range<Int>) -> Bool {
        var words = 0
        var outside = 0
        for index in tokens where speech.isWord(index) {
            words += 1
            if speech.quotation[index] < 0 { outside += 1 }
        }
        return outside >= 2 && (outside == words || outside >= 5)
    }
}
