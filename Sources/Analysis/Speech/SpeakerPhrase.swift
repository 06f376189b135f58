/// The words that say who speaks.
struct SpeakerPhrase: Sendable {
    enum Kind: Sendable, Equatable { case name, pronoun, nominal }

    var kind: Kind
    var tokens: Range<Int>
    /// The word that decides: the last of a name, the pronoun, the noun.
    var head: Int
    /// "who", when the phrase is what a relative clause goes back to.
    var relative: Int?
    /// Who speaks together with it, in the order of the text.
    var joint: [SpeakerPhrase] = []

    /// From the first word to the last of all who speak together.
    var extent: Range<Int> {
        let end = joint.last.map { max($0.tokens.upperBound, tokens.upperBound) }
        return tokens.lowerBound..<(end ?? tokens.upperBound)
    }
}

extension SpeechReading {
    /// What a noun phrase says of who speaks; nil when it is none. With `lookingInside`, "reporting
    /// by X" and "a poll by X" are X.
    func speaker(in range: Range<Int>, lookingInside: Bool = false) -> SpeakerPhrase? {
        var first = range.lowerBound
        var end = range.upperBound
        while first < end, !isWord(first) { first += 1 }
        while end > first, !isWord(end - 1) { end -= 1 }
        guard first < end else { return nil }
        if has(first, .object), end - first == 1 { return pronoun(first) }
        if has(first, .subject), end - first <= 3 { return pronoun(first) }
        var core = first
        while core < end, isWord(core), core == first || !has(core, .preposition),
            !isRelative(core)
        {
            core += 1
        }
        if isCount(of: core), core + 1 < end {
            core += 1
            while core < end, isWord(core), !has(core, .preposition), !isRelative(core) {
                core += 1
            }
        }
        let head = max(first, core - 1)
        if let last = nameBehindTitle(head, core: core, end: end) { return named(last) }
        if let name = name(at: head), name.tokens.upperBound == head + 1 {
            return namedSpeaker(name, from: first)
        }
        if isPossessive(head), core == end { return nil }
        if lookingInside,
            (first..<core).contains(where: {
                has($0, .record) || word($0) == SpeechWord.reporting
            })
        {
            if let maker = maker(in: head..<end) { return maker }
        }
        return nominal(first..<end, head: head)
    }

    /// "a number", "some", "two" before an "of": the people counted speak.
    func isCount(of index: Int) -> Bool {
        word(index) == SpeechWord.of && SpeechReading.counts.contains(word(index - 1))
    }

    private static let counts = WordSet(
        """
        number handful couple majority minority dozens scores many some several most half one two
        three four none pair
        """)

    private func isRelative(_ index: Int) -> Bool {
        let word = word(index)
        return word == SpeechWord.who || word == SpeechWord.which || word == SpeechWord.that
            || word == SpeechWord.whose
    }

    func pronoun(_ index: Int) -> SpeakerPhrase {
        SpeakerPhrase(kind: .pronoun, tokens: index..<index + 1, head: index)
    }

    func named(_ name: Name) -> SpeakerPhrase {
        SpeakerPhrase(kind: .name, tokens: name.tokens, head: name.tokens.upperBound - 1)
    }

    private func namedSpeaker(_ name: Name, from first: Int) -> SpeakerPhrase {
        let tokens = max(name.tokens.lowerBound, first)..<name.tokens.upperBound
        return SpeakerPhrase(kind: .name, tokens: tokens, head: tokens.upperBound - 1)
    }

    /// "Secretary of State Marco Rubio" goes on through "of" to the name at its end; "members of
    /// the delegation" are the delegation.
    private func nameBehindTitle(_ head: Int, core: Int, end: Int) -> Name? {
        guard core < end, word(core) == SpeechWord.of || word(core) == SpeechWord.for,
            has(head, .role), let last = name(at: end - 1), last.tokens.upperBound == end
        else { return nil }
        if SpeechReading.parts.contains(word(head)) { return last }
        let isTitle =
            isCapitalised(head)
            && (core..<end).allSatisfy({ isCapitalised($0) || has($0, .titleFiller) })
        return isTitle ? last : nil
    }

    private static let parts = WordSet("members member representatives")

    private func maker(in range: Range<Int>) -> SpeakerPhrase? {
        guard !range.contains(where: { SpeechReading.handing.contains(word($0)) }) else {
            return nil
        }
        for index in range {
            guard let name = name(at: index) else { continue }
            let before = index - 1
            if has(before, .preposition) || word(before) == SpeechWord.the { return named(name) }
        }
        return nil
    }

    /// "accounts shared with X": X was told and is not who speaks.
    private static let handing = WordSet("shared given provided leaked sent told")

    private func nominal(_ range: Range<Int>, head: Int) -> SpeakerPhrase {
        var better = head
        while better > range.lowerBound, !has(better, [.role, .record]) { better -= 1 }
        let found = has(better, [.role, .record]) ? better : head
        return SpeakerPhrase(kind: .nominal, tokens: range, head: found)
    }

    // MARK: Where the phrase stands

    /// The noun phrase that ends before token `end`, not reaching before `low`; nil when none.
    func phrase(before end: Int, from low: Int) -> Range<Int>? {
        let last = end - 1
        guard last >= low else { return nil }
        if last > low, word(last) == SpeechWord.comma {
            guard let opening = openingComma(of: last, from: low) else { return nil }
            return phrase(before: opening, from: low)
        }
        if last > low, word(last) == SpeechWord.closeBracket {
            var opening = last
            while opening > low, last - opening < 40, word(opening) != SpeechWord.openBracket {
                opening -= 1
            }
            guard word(opening) == SpeechWord.openBracket else { return nil }
            return opening > low ? phrase(before: opening, from: low) : nil
        }
        let first = phraseStart(endingAt: end, from: low)
        if let company = company(in: first..<end, from: low) {
            let behind = word(company - 1) == SpeechWord.comma ? company - 1 : company
            return behind > low ? phrase(before: behind, from: low) : nil
        }
        return first < end ? trimmed(first..<withoutTime(first..<end)) : nil
    }

    /// Where "along with Holm", "flanked by Holm" begins: who is in company does not speak.
    private func company(in range: Range<Int>, from low: Int) -> Int? {
        // A form that may be a verb ends a phrase: then "by Holm" is left of it.
        let first = range.lowerBound
        let start = first - 1 > low && word(first) == SpeechWord.by ? first - 1 : first
        return (start..<range.upperBound).first { index in
            index > low && index + 1 < range.upperBound && beginsCompany(index)
        }
    }

    private func beginsCompany(_ index: Int) -> Bool {
        let next = word(index + 1)
        return next == SpeechWord.with && SpeechReading.withCompany.contains(word(index))
            || next == SpeechWord.by && SpeechReading.byCompany.contains(word(index))
            || word(index) == SpeechReading.alongside
    }

    private static let withCompany = WordSet("along together")
    private static let byCompany = WordSet("flanked accompanied joined surrounded")
    private static let alongside = Word("alongside")

    /// The end of a phrase without the day behind it: "progressives | on Tuesday", but not "poll
    /// released on Tuesday" or "results from Tuesday".
    private func withoutTime(_ range: Range<Int>) -> Int {
        let first = range.lowerBound
        var end = range.upperBound
        while end > first, isTime(end - 1) { end -= 1 }
        guard end < range.upperBound else { return end }
        while end > first, SpeechReading.beforeTimes.contains(word(end - 1)) { end -= 1 }
        return end == first || has(end - 1, [.preposition, .ed, .past]) ? range.upperBound : end
    }

    private func isTime(_ index: Int) -> Bool {
        guard name(at: index) == nil else { return false }
        return has(index, .day)
            || SpeechReading.partsOfDays.contains(word(index))
                && (has(index - 1, .day) || SpeechReading.beforeTimes.contains(word(index - 1)))
    }

    private static let partsOfDays = WordSet("morning afternoon evening night week month")
    private static let beforeTimes = WordSet("on late early last this earlier later")

    /// The comma that opens the apposition closed at `closing`.
    private func openingComma(of closing: Int, from low: Int) -> Int? {
        var index = closing - 1
        while index > low, word(index) != SpeechWord.comma, closing - index < 30 { index -= 1 }
        guard index > low, word(index) == SpeechWord.comma, closing - index > 1 else { return nil }
        return index
    }

    private func phraseStart(endingAt end: Int, from low: Int) -> Int {
        var first = end
        while first > low, end - first < 40 {
            let index = first - 1
            guard !isQuoted(index), isWord(index) else { break }
            if word(index) == SpeechWord.who { break }
            if has(index, .subject) {
                if first == end { first = index }
                break
            }
            if word(index) == SpeechWord.and || word(index) == SpeechWord.or {
                guard joins(index, end: end) else { break }
                first = index
                continue
            }
            if has(index, .clauseOpener), !isPlainPreposition(index) { break }
            if has(index, .auxiliary) { break }
            if isFiniteVerb(index, from: low) { break }
            first = index
        }
        return first
    }

    /// A preposition that opens no clause: "as", "than" and "since" do.
    private func isPlainPreposition(_ index: Int) -> Bool {
        guard has(index, .preposition) else { return false }
        return !SpeechReading.doubtful.contains(word(index))
    }

    private static let doubtful = WordSet("as than because since after before until")

    /// "and" inside one phrase: between names, or between kinds of people.
    private func joins(_ index: Int, end: Int) -> Bool {
        if name(at: index - 1) != nil { return index + 1 < end && name(at: index + 1) != nil }
        return index + 1 < end && name(at: end - 1) == nil && isWord(index - 1)
            && has(end - 1, .role)
    }

    private func isFiniteVerb(_ index: Int, from low: Int) -> Bool {
        guard has(index, .verb), !isCapitalised(index), !has(index, [.nounLike, .participle])
        else { return false }
        let isModifier =
            has(index, .past)
            && (index > low && (has(index - 1, .determiner) || isPossessive(index - 1)))
        return !isModifier
    }

    /// Without the adverbs and prepositional phrases in front.
    private func trimmed(_ range: Range<Int>) -> Range<Int>? {
        var first = range.lowerBound
        let end = range.upperBound
        while first < end, has(first, [.preposition, .adverb]), !has(first, .quantity) {
            guard has(first, .preposition) else {
                first += 1
                continue
            }
            if let last = name(at: end - 1), last.tokens.lowerBound > first + 1,
                !has(last.tokens.lowerBound - 1, .preposition)
            {
                return last.tokens.lowerBound..<end
            }
            let determiner = (first + 2 < end ? first + 2..<end : end..<end)
                .last { has($0, .determiner) }
            guard let start = possessor(in: first + 1..<end, behind: determiner) ?? determiner
            else { return name(at: end - 1) == nil ? nil : first..<end }
            first = start
            break
        }
        return first < end ? first..<end : nil
    }

    /// Where "Norland's" begins in "In a speech Norland's president said".
    private func possessor(in range: Range<Int>, behind determiner: Int?) -> Int? {
        let last = range.dropLast().last { isPossessive($0) && name(at: $0) != nil }
        guard let last, last > determiner ?? 0, let name = name(at: last),
            name.tokens.lowerBound > range.lowerBound,
            !has(name.tokens.lowerBound - 1, [.preposition, .determiner])
        else { return nil }
        return name.tokens.lowerBound
    }

    /// The noun phrase that begins at token `first` and ends before `high`; nil when none.
    func phrase(from first: Int, before high: Int) -> Range<Int>? {
        var end = first
        while end < min(high, first + 40), !isQuoted(end),
            isWord(end) || word(end) == SpeechWord.ampersand
        {
            if has(end, [.subject, .object]) {
                if end == first { end += 1 }
                break
            }
            if word(end) == SpeechWord.and {
                guard name(at: end - 1) != nil, end + 1 < high, name(at: end + 1) != nil else {
                    break
                }
            } else if end > first, endsPhrase(end) {
                break
            }
            end += 1
        }
        return end > first ? first..<end : nil
    }

    private func endsPhrase(_ index: Int) -> Bool {
        if has(index, .clauseOpener), !has(index, .preposition) { return true }
        if SpeechReading.laterTimes.contains(word(index)) || beginsCompany(index) { return true }
        if has(index, [.auxiliary, .day]) { return true }
        if has(index, .adverb), !isCapitalised(index) { return true }
        return name(at: index - 1) != nil && SpeechReading.placeWords.contains(word(index))
    }

    private static let laterTimes = WordSet("who which as after before since during")
    private static let placeWords = WordSet("on in at during")
}
