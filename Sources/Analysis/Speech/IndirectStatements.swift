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
    /// For each quotation the cue it is attributed by, nil when by none.
    var cueOfQuotation: [Int?] = []

    func all() -> [IndirectStatement] {
        let reported = ReportedClause(speech: speech)
        return cues.cues.indices.compactMap { index in
            guard states(index), !isRelay(index), let range = clause(of: index),
                let content = reported.content(of: cues.cues[index], in: range)
                    ?? clauseBefore(index)
            else { return nil }
            let tokens = trimmed(withoutMain(beforeOthers(content, index), cues.cues[index]))
            return isStatement(tokens) ? IndirectStatement(tokens: tokens, cue: index) : nil
        }
    }

    /// Without the part that quotes somebody by another cue: "…, “dead,” as Berg put it".
    private func beforeOthers(_ range: Range<Int>, _ cue: Int) -> Range<Int> {
        guard cues.cues[cue].shape != .accordingTo,
            let other = range.first(where: { isQuoted($0, otherwiseThanBy: cue) })
        else { return range }
        let comma = (range.lowerBound..<other).last { speech.word($0) == SpeechWord.comma }
        return comma.map { range.lowerBound..<$0 } ?? range
    }

    private func isQuoted(_ token: Int, otherwiseThanBy cue: Int) -> Bool {
        let quotation = Int(speech.quotation[token])
        guard cueOfQuotation.indices.contains(quotation), let other = cueOfQuotation[quotation]
        else { return false }
        return other != cue && cues.cues[other].subject.head != cues.cues[cue].subject.head
    }

    /// "The harbour is closed, Berg said on Monday": what stands before the comma.
    private func clauseBefore(_ index: Int) -> Range<Int>? {
        let cue = cues.cues[index]
        guard cue.shape == .plain, cue.classes.contains(.plainSaying) else { return nil }
        let low = speech.window(around: cue.token).lowerBound
        let comma = commaBefore(cue.subject.tokens.lowerBound, from: low)
        return comma.map { low..<$0 }
    }

    /// The comma before a subject and its title, at most eight words back.
    private func commaBefore(_ first: Int, from low: Int) -> Int? {
        var index = first - 1
        while index > low, first - index <= 8, speech.isWord(index),
            !speech.has(index, [.clauseOpener, .verb, .auxiliary, .preposition])
        {
            index -= 1
        }
        return index > low + 2 && speech.word(index) == SpeechWord.comma ? index : nil
    }

    /// ", Interfax reported" behind what somebody else states: the outlet only passes it on.
    private func isRelay(_ index: Int) -> Bool {
        let cue = cues.cues[index]
        guard cue.subject.kind == .name, speech.isOutlet(cue.subject.head) else { return false }
        let tokens = speech.window(around: cue.token)
        let first = min(cue.start, cue.subject.tokens.lowerBound)
        guard first > tokens.lowerBound, speech.word(first - 1) == SpeechWord.comma,
            !(cue.end..<tokens.upperBound).contains(where: { speech.isWord($0) })
        else { return false }
        return cues.indices(in: tokens.lowerBound..<first).contains {
            let other = cues.cues[$0]
            return other.shape == .plain && other.classes.contains(.saying) && !other.isConditional
        }
    }

    /// Whether a cue can hold a statement of its own.
    private func states(_ index: Int) -> Bool {
        let cue = cues.cues[index]
        if cue.isConditional || cue.isSilent || usedCues[index] { return false }
        if cue.classes.contains(.needsTo), !goesOn(cue) { return false }
        if isAuthor(cue.subject) || isDemanded(index) || isHeldInPassing(cue) { return false }
        if isThoughtOfAnother(index) { return false }
        if cue.classes.contains(.publishing) { return true }
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

    /// "continues to oppose", not "continues to rain".
    private func goesOn(_ cue: SpeechCue) -> Bool {
        speech.word(cue.end) == SpeechWord.to && speech.has(cue.end + 1, .verb)
    }

    /// "on terms that Washington considers acceptable": a relative clause says which are meant.
    private func isHeldInPassing(_ cue: SpeechCue) -> Bool {
        guard cue.shape == .plain, cue.classes.contains(.thinking), !cue.classes.contains(.saying)
        else { return false }
        let before = speech.word(cue.subject.tokens.lowerBound - 1)
        return before == SpeechWord.that || before == SpeechWord.which
    }

    private static let wanting = WordSet(
        """
        want wants wanted wanting wish wishes wished hope hopes hoped hoping seek seeks sought
        seeking prefer prefers preferred fear fears feared
        """)

    /// "She thinks Berg wants more": what Berg wants is what she thinks.
    private func isThoughtOfAnother(_ index: Int) -> Bool {
        let cue = cues.cues[index]
        guard IndirectStatements.wanting.contains(speech.word(cue.token)) else { return false }
        return cues.indices(in: speech.window(around: cue.token).lowerBound..<cue.token).contains {
            let outer = cues.cues[$0]
            return outer.subject.head != cue.subject.head
                && outer.classes.contains(.saying)
                && outer.shape != .accordingTo
                && clause(of: $0)?.contains(cue.token) == true
        }
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
            let isJoined = IndirectStatements.joints.contains(speech.word(end - 1))
            return end > sentence.lowerBound && !isJoined ? sentence.lowerBound..<end : nil
        }
    }

    /// The clause beside "according to X": behind its comma, else before it.
    private func sourced(_ cue: SpeechCue, _ low: Int, _ high: Int) -> Range<Int>? {
        guard cue.start > low + 1 else {
            var comma = cue.end
            while comma < high, speech.word(comma) != SpeechWord.comma { comma += 1 }
            return comma + 1 < high ? comma + 1..<high : nil
        }
        let before = (low..<cue.start).count { speech.isWord($0) }
        let isInserted = cue.end < high && speech.word(cue.end) == SpeechWord.comma
        let behind = isInserted ? (cue.end..<high).count { speech.isWord($0) } : 0
        return behind > before && !isApposition(cue.end + 1) ? cue.end..<high : low..<cue.start
    }

    /// "which tracks ships", "a group in Oslo", "the chief of staff": more about who was named.
    private func isApposition(_ index: Int) -> Bool {
        speech.has(index, .determiner) || speech.word(index) == SpeechWord.which
            || speech.word(index) == SpeechWord.who || speech.word(index) == SpeechWord.whose
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
    /// What begins a clause of its own: "the fee rose, yet Berg objected".
    private static let joints = WordSet("yet but and while whereas though although so")
    private static let openers = WordSet("after before since once although though when while")

    /// Without the main clause behind "After Berg objected that …," at the beginning of a sentence.
    private func withoutMain(_ range: Range<Int>, _ cue: SpeechCue) -> Range<Int> {
        let low = speech.window(around: cue.token).lowerBound
        guard range.lowerBound >= cue.end,
            IndirectStatements.openers.contains(speech.word(low)),
            !(low..<cue.token).contains(where: { speech.word($0) == SpeechWord.comma }),
            let comma = range.dropFirst().first(where: { speech.word($0) == SpeechWord.comma })
        else { return range }
        return range.lowerBound..<comma
    }

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
