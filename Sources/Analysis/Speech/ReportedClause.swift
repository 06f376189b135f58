/// What of the words beside a cue is stated: without who is told, when and on which occasion.
struct ReportedClause: Sendable {
    let speech: SpeechReading

    /// The part of `range` that is what `cue` states; nil when nothing is left of it: "told the
    /// court last week", "said in a statement on Monday", "spoke to reporters".
    func content(of cue: SpeechCue, in range: Range<Int>) -> Range<Int>? {
        guard range.lowerBound >= cue.end, cue.shape != .accordingTo else { return range }
        if !takesObject(cue) { return nil }
        guard !cue.classes.isDisjoint(with: [.plainSaying, .quoting]) else { return range }
        var first = range.lowerBound
        if ReportedClause.telling.contains(speech.word(cue.token)) {
            first = behindListener(first, before: range.upperBound)
        }
        while first < range.upperBound, let end = occasion(at: first, before: range.upperBound) {
            first = end
        }
        return first < range.upperBound ? first..<range.upperBound : nil
    }

    // MARK: What must follow

    private static let speaking = WordSet("speak speaks spoke speaking talk talks talked talking")
    private static let matter = WordSet("of about against out for")
    private static let keeping = WordSet("maintain maintains maintained maintaining")
    private static let seeing = WordSet("see sees saw seen seeing")
    private static let pointing = WordSet("it this them so")
    private static let addressing = WordSet("address addresses addressed addressing")
    private static let being = WordSet("is are was were")
    private static let offering = WordSet("offer offers offered offering")

    /// Verbs that state something only with the right words behind them: "spoke of", "offered to",
    /// not "wrote it, by his account".
    private func takesObject(_ cue: SpeechCue) -> Bool {
        let verb = speech.word(cue.token)
        let behind = speech.word(cue.end)
        if ReportedClause.speaking.contains(verb) {
            return (cue.end..<cue.end + 4).contains {
                ReportedClause.matter.contains(speech.word($0)) && !isSpan($0 + 1)
            }
        }
        if ReportedClause.addressing.contains(verb) || isHeadless(cue) { return false }
        if ReportedClause.offering.contains(verb) { return behind == SpeechWord.to }
        // "who saw Putin": a person is met.
        if ReportedClause.seeing.contains(verb), speech.name(at: cue.end) != nil { return false }
        if ReportedClause.pointing.contains(behind), !speech.isWord(cue.end + 1) { return false }
        if ReportedClause.keeping.contains(verb) { return behind == SpeechWord.that }
        return true
    }

    /// "what Berg said on Sunday makes it harder": what was said is not told, but for "what Berg said
    /// was that …".
    private func isHeadless(_ cue: SpeechCue) -> Bool {
        var before = cue.subject.tokens.lowerBound - 1
        while speech.has(before, .role) || speech.name(at: before) != nil { before -= 1 }
        return speech.word(before) == SpeechWord.what
            && !ReportedClause.being.contains(speech.word(cue.end))
    }

    /// "five hours" behind "for".
    private func isSpan(_ index: Int) -> Bool {
        !speech.reading.classes(index).isDisjoint(with: .numberWord)
            || speech.reading.flags(index).contains(.number)
    }

    // MARK: To whom

    private static let telling = WordSet("tell tells told telling")

    /// Behind "reporters", "the Post", "a rally in Ohio"; where it began when nobody is given.
    private func behindListener(_ first: Int, before end: Int) -> Int {
        if speech.has(first, .object) { return first + 1 }
        if let name = speech.name(at: first) { return min(name.tokens.upperBound, end) }
        var index = first
        while index < min(end, first + 6), speech.isWord(index),
            !speech.has(index, [.clauseOpener, .preposition, .auxiliary, .subject])
        {
            if let name = speech.name(at: index) { return min(name.tokens.upperBound, end) }
            if speech.has(index, [.role, .medium]), !speech.has(index + 1, [.role, .medium]) {
                return index + 1
            }
            index += 1
        }
        return first
    }

    // MARK: When and where

    private static let times = WordSet(
        """
        earlier later then now again here there today yesterday tonight week month year night
        morning evening afternoon weekend ago
        """)
    private static let timeWords = WordSet(
        "last this next late early earlier that a the few several weeks months years days hours")
    private static let settings = WordSet("in at during from after before with via through over")
    private static let reach = 25

    /// Where an occasion that begins at token `first` ends: "Tuesday", "last week", "in a letter"
    /// before "that" or before nothing more; nil when none begins there.
    private func occasion(at first: Int, before end: Int) -> Int? {
        if !speech.isWord(first) { return first + 1 }
        if isTime(first) { return first + 1 }
        if ReportedClause.timeWords.contains(speech.word(first)), let time = time(first, end) {
            return time
        }
        let isOn = speech.word(first) == SpeechWord.on && (isDate(first + 1) || isMedium(first + 1))
        guard isOn || ReportedClause.settings.contains(speech.word(first)) || isAddress(first)
        else { return nil }
        return setting(at: first, before: end)
    }

    private func isTime(_ index: Int) -> Bool {
        speech.has(index, .day) || ReportedClause.times.contains(speech.word(index))
    }

    /// "last week", "a few days ago", "late last month".
    private func time(_ first: Int, _ end: Int) -> Int? {
        var index = first
        while index < min(end, first + 5) {
            if isTime(index) { return index + 1 }
            let isNumber = !speech.reading.classes(index).isDisjoint(with: .numberWord)
            guard isNumber || ReportedClause.timeWords.contains(speech.word(index)) else {
                return nil
            }
            index += 1
        }
        return nil
    }

    private func isDate(_ index: Int) -> Bool {
        speech.has(index, .day) || speech.reading.classes(index).contains(.month)
    }

    /// "on X that", "on state television that".
    private func isMedium(_ index: Int) -> Bool {
        (index + 1...index + 2).contains { speech.word($0) == SpeechWord.that }
    }

    /// "to the parliament", "to reporters": somebody is spoken to.
    private func isAddress(_ index: Int) -> Bool {
        guard speech.word(index) == SpeechWord.to else { return false }
        let next = speech.has(index + 1, .determiner) ? index + 2 : index + 1
        return speech.name(at: next) != nil || speech.has(next, [.role, .medium])
    }

    /// Behind the "that" which ends it; `end` when no verb stands in what is left.
    private func setting(at first: Int, before end: Int) -> Int? {
        for index in first..<min(end, first + ReportedClause.reach) {
            if speech.word(index) == SpeechWord.that { return index }
            if speech.has(index, [.auxiliary, .subject]) || isFinite(index) { return nil }
        }
        return end - first <= ReportedClause.reach ? end : nil
    }

    private func isFinite(_ index: Int) -> Bool {
        speech.has(index, .verb) && speech.has(index, [.past, .present])
            && !speech.has(index, [.nounLike, .participle])
    }
}
