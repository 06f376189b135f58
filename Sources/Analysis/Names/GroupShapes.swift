/// Groups that act for a nation: "Russian officials", "U.S. and European diplomats".
///
/// A plural noun for people who act, with an adjective of nationality in front. Two nations joined
/// by "and" are one group that acts together, unless the sentence sets them "between".
struct GroupShapes {
    struct Group {
        var tokens: Range<Int>
        /// "US and Ukrainian officials": the same for every spelling.
        var name: String
    }

    let reading: Reading
    let cast: [Int32]
    let mentions: [Mention]

    /// The group whose noun is token `index`; nil when nothing says of which nation it is, or when
    /// a participant of the dossier already stands there alone.
    func group(at index: Int) -> Group? {
        let noun = reading.tokens[index]
        guard noun.classes.contains(.groupNoun), !noun.isCapitalised else { return nil }
        // "U.S. envoys Miller and Adams": an office of those named.
        guard !reading.flags(index + 1).contains(.capitalised) else { return nil }
        let clause = reading.sentence(around: index)
        guard let nation = nation(before: index, in: clause) else { return nil }
        let other = partner(of: nation, in: clause)
        if other == nil, isKnown(nation) || isKnown(index) { return nil }
        let start = other ?? nation
        return Group(tokens: start..<index + 1, name: name(other, nation, index))
    }

    private static let and = Word("and")
    private static let between = Word("between")
    private static let ours = [Word("us"), Word("american"), Word("usa")]
    private static let british = [Word("uk"), Word("british")]

    /// The adjective of nationality, with up to two small words between it and the noun.
    private func nation(before index: Int, in clause: Range<Int>) -> Int? {
        var position = index - 1
        while position >= clause.lowerBound, index - position <= 3 {
            if isNation(position) { return position }
            let token = reading.tokens[position]
            guard token.isWord, !token.isCapitalised, !token.isPossessive,
                token.classes.isDisjoint(with: [
                    .preposition, .conjunction, .determiner, .auxiliary, .pronoun, .reportingVerb,
                ])
            else { return nil }
            position -= 1
        }
        return nil
    }

    private func isNation(_ index: Int) -> Bool {
        let token = reading.tokens[index]
        guard token.isCapitalised, !token.isPossessive else { return false }
        if reading.flags(index + 1).contains(.glued) { return false }
        return token.classes.contains(.demonym) || token.isAllCaps && isState(index)
    }

    private func isState(_ index: Int) -> Bool {
        guard cast[index] >= 0 else { return false }
        let mention = mentions[Int(cast[index])]
        return mention.tokens.count == 1 && mention.form == .alias
    }

    /// The first nation of "U.S. and Ukrainian officials"; nil when there is none, when it is a
    /// noun of its own ("the U.S. and European partners") or when the two are set apart.
    private func partner(of nation: Int, in clause: Range<Int>) -> Int? {
        let first = nation - 2
        guard first >= clause.lowerBound, reading.word(nation - 1) == GroupShapes.and,
            isNation(first)
        else { return nil }
        let before = first - 1
        if before >= clause.lowerBound {
            if reading.word(before) == GroupShapes.between { return nil }
            if reading.classes(before).contains(.determiner), reading.tokens[first].isAllCaps {
                return nil
            }
        }
        return first
    }

    private func isKnown(_ index: Int) -> Bool {
        guard cast[index] >= 0 else { return false }
        return mentions[Int(cast[index])].tokens.count > 1
    }

    private func name(_ first: Int?, _ second: Int, _ noun: Int) -> String {
        let nations = [first, second].compactMap { $0 }.map(spelled)
        return nations.joined(separator: " and ") + " " + reading.text(of: noun..<noun + 1)
    }

    private func spelled(_ nation: Int) -> String {
        let word = reading.word(nation)
        if GroupShapes.ours.contains(word) { return "US" }
        if GroupShapes.british.contains(word) { return "UK" }
        return reading.text(of: nation..<nation + 1)
    }
}
