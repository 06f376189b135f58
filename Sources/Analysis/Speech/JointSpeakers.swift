/// Several who speak with one voice: "Berg and Holm said", "Holm and the foreign minister both
/// warned", "Berg, Holm and Dahl agreed".
extension SpeechReading {
    /// The speakers that end with `phrase`, the first of them leading and the others joined to it;
    /// `phrase` itself where it speaks alone. Tokens before `low` are not looked at.
    ///
    /// They are joined where nothing but a clause's beginning stands before the first: in "met Berg
    /// and Holm said" one of them is acted upon.
    func joined(_ phrase: SpeakerPhrase, from low: Int) -> SpeakerPhrase {
        guard phrase.relative == nil, phrase.joint.isEmpty else { return phrase }
        var first = beginning(of: phrase, from: low)
        guard word(first - 1) == SpeechWord.and, first - 1 > low,
            let partner = conjunct(endingAt: first - 1, from: low),
            partner.tokens != phrase.tokens
        else { return phrase }
        var all = [phrase, partner]
        first = beginning(of: partner, from: low)
        var listed = all
        var start = first
        while listed.count < SpeechReading.longestList, start - 1 > low,
            word(start - 1) == SpeechWord.comma,
            let next = name(at: start - 2), next.tokens.upperBound == start - 1,
            next.tokens.lowerBound >= low
        {
            listed.append(named(next))
            start = beginning(of: named(next), from: low)
        }
        // A list is one only from the very beginning: "After meeting Dahl, Berg and Holm said".
        if listed.count > all.count, start == low || word(start - 1) == SpeechWord.that {
            all = listed
            first = start
        }
        guard first == low || opensClause(behind: first - 1), var lead = all.popLast() else {
            return phrase
        }
        lead.joint = all.reversed()
        return lead
    }

    /// No more are looked for: a text of nothing but names stays linear.
    private static let longestList = 8

    /// Where a phrase begins with the office or article in front of its name.
    private func beginning(of phrase: SpeakerPhrase, from low: Int) -> Int {
        var first = phrase.tokens.lowerBound
        while first > low, phrase.tokens.lowerBound - first < 8, isOfficeWord(first - 1) {
            first -= 1
        }
        return first
    }

    private func isOfficeWord(_ index: Int) -> Bool {
        guard isWord(index), !isQuoted(index), !isPossessive(index) else { return false }
        if has(index, .clauseOpener) { return false }
        return has(index, [.role, .determiner]) || word(index) == SpeechReading.both
            || !reading.classes(index).isDisjoint(with: [.title, .titlePart, .demonym])
    }

    private static let both = Word("both")

    /// Who is named or described right before token `end`.
    private func conjunct(endingAt end: Int, from low: Int) -> SpeakerPhrase? {
        let last = end - 1
        guard last >= low, isWord(last), !isQuoted(last), !isPossessive(last) else { return nil }
        if let name = name(at: last) {
            let isWhole = name.tokens.upperBound == end && name.tokens.lowerBound >= low
            return isWhole ? named(name) : nil
        }
        if has(last, .subject), word(last) != SpeechWord.who, word(last) != SpeechWord.it {
            return pronoun(last)
        }
        guard has(last, .role), let range = phrase(before: end, from: low),
            let partner = speaker(in: range), partner.kind == .nominal
        else { return nil }
        return partner
    }

    /// A mark, "that", "but" or the like: what comes behind it is a clause's subject.
    private func opensClause(behind index: Int) -> Bool {
        if !isWord(index) || isQuoted(index) { return true }
        return has(index, .clauseOpener) && !has(index, .preposition)
    }
}
