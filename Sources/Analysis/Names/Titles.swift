/// Offices in front of names.
enum Titles {
    /// The tokens of an office that ends right before token `index`; empty when none does. It must
    /// end with a title ("aide", "Secretary", "Rep.") and goes back over what qualifies it.
    static func range(before index: Int, in reading: Reading) -> Range<Int> {
        let clause = reading.sentence(around: index)
        var start = index
        var last = index - 1
        if last > clause.lowerBound, reading.word(last) == point { last -= 1 }
        guard last >= clause.lowerBound, isTitle(last, in: reading) else {
            return stateOffice(before: index, in: clause, reading)
        }
        start = last
        while start > max(clause.lowerBound, index - longest), qualifies(start - 1, in: reading) {
            start -= 1
        }
        return trimmed(start..<index, in: reading)
    }

    /// No office has more words.
    private static let longest = 14
    private static let point = Word(".")
    private static let of = Word("of")
    private static let and = Word("and")
    private static let the = Word("the")

    private static func isTitle(_ index: Int, in reading: Reading) -> Bool {
        let token = reading.tokens[index]
        return token.classes.contains(.title) && !token.isPossessive
    }

    /// "Secretary of State Marco Rubio": a title, "of" and up to three capitalised words.
    private static func stateOffice(
        before index: Int, in clause: Range<Int>, _ reading: Reading
    ) -> Range<Int> {
        // "chairman of the Texans": what stands behind "the" is no name behind an office.
        guard index > clause.lowerBound, reading.tokens[index - 1].isCapitalised else {
            return index..<index
        }
        var position = index - 1
        var words = 0
        while position > clause.lowerBound, words < 4, isPart(position, in: reading) {
            position -= 1
            words += 1
        }
        guard words > 0, position > clause.lowerBound, reading.word(position) == of,
            isTitle(position - 1, in: reading)
        else { return index..<index }
        var start = position - 1
        while start > max(clause.lowerBound, index - longest), qualifies(start - 1, in: reading) {
            start -= 1
        }
        return trimmed(start..<index, in: reading)
    }

    private static func isPart(_ index: Int, in reading: Reading) -> Bool {
        let token = reading.tokens[index]
        return token.isCapitalised && !token.isPossessive || token.word == the
            || token.word == and
    }

    /// What may stand inside an office before its title: adjectives, bodies, states.
    private static func qualifies(_ index: Int, in reading: Reading) -> Bool {
        let token = reading.tokens[index]
        guard token.isWord else { return token.isHyphen && token.isGlued }
        if !token.classes.isDisjoint(with: [.titlePart, .title, .demonym]) { return true }
        if token.word == and || token.word == of {
            return index > 0 && reading.tokens[index - 1].isCapitalised
                && reading.tokens[index + 1].isCapitalised
        }
        if token.isPossessive { return token.isAllCaps || token.classes.contains(.demonym) }
        guard token.isCapitalised, token.classes.isDisjoint(with: [.determiner, .givenName]) else {
            return false
        }
        if token.isAllCaps || !token.flags.contains(.capitalExpected) { return true }
        let others: WordClass = [.notPersonal, .reportingVerb, .motionVerb, .actionVerb]
        return NameRun.begins(index, in: reading) && token.classes.isDisjoint(with: others)
    }

    /// Without small "and", "of" and hyphens left at its beginning.
    private static func trimmed(_ range: Range<Int>, in reading: Reading) -> Range<Int> {
        var start = range.lowerBound
        while start < range.upperBound {
            let token = reading.tokens[start]
            guard token.isMark || token.word == and || token.word == of else { break }
            start += 1
        }
        return start..<range.upperBound
    }
}
