/// A run of capitalised words: what a name looks like to somebody who does not know it.
struct NameRun {
    var tokens: Range<Int>

    /// The run that begins at token `index`; nil when no name can begin there. Small words that
    /// bodies' names have inside ("of", "for", "and", "the") are passed when `connects`, particles
    /// of surnames ("van", "bin") always.
    static func at(_ index: Int, in reading: Reading, before limit: Int, connects: Bool) -> NameRun?
    {
        guard begins(index, in: reading) else { return nil }
        var end = index + 1
        while end < min(limit, index + longest), !reading.tokens[end - 1].isPossessive {
            let next = nextWord(end, in: reading, before: limit, connects: connects)
            guard let next else { break }
            end = next + 1
        }
        return NameRun(tokens: index..<end)
    }

    /// No name has more words; a text of nothing but capitals stays linear.
    private static let longest = 16

    /// Whether a name can begin here: a capital that the beginning of a sentence does not explain.
    static func begins(_ index: Int, in reading: Reading) -> Bool {
        let token = reading.tokens[index]
        guard token.isWord, token.isCapitalised else { return false }
        let small: WordClass = [
            .determiner, .preposition, .conjunction, .pronoun, .auxiliary, .adverb, .negation,
            .weekday, .month, .numberWord,
        ]
        guard token.flags.contains(.capitalExpected) else {
            return token.classes.isDisjoint(with: [.pronoun, .weekday, .month])
        }
        if !token.classes.isDisjoint(with: small) { return false }
        return !reading.token(index, endsWith: "ly") || token.classes.contains(.givenName)
    }

    private static let connectors = WordSet("of for and the on in")
    private static let particles = WordSet(
        "van von der den de del della di da dos du la le bin ibn ben al el ter ten zu af")
    private static let point = Word(".")
    private static let ampersand = Word("&")
    private static let article = Word("a")

    /// The next capitalised word of the run at or after `index`, nil when the run ends.
    private static func nextWord(
        _ index: Int, in reading: Reading, before limit: Int, connects: Bool
    ) -> Int? {
        let token = reading.tokens[index]
        if token.isWord, token.isCapitalised { return index }
        if token.isHyphen, token.isGlued {
            return capital(index + 1, in: reading, before: limit)
                ?? syllable(index + 1, in: reading, before: limit)
        }
        let afterInitial =
            token.word == point && token.isGlued
            && reading.tokens[index - 1].end - reading.tokens[index - 1].start == 1
        if afterInitial { return capital(index + 1, in: reading, before: limit) }
        if connects, token.word == ampersand {
            return capital(index + 1, in: reading, before: limit)
        }
        let isPassed =
            particles.contains(token.word) || connects && connectors.contains(token.word)
        guard isPassed, token.isWord else { return nil }
        if let next = capital(index + 1, in: reading, before: limit) { return next }
        let second = index + 1 < limit ? reading.tokens[index + 1].word : .none
        let bothPassed =
            particles.contains(second)
            || connects && (connectors.contains(second) || second == article)
        return bothPassed ? capital(index + 2, in: reading, before: limit) : nil
    }

    /// The small second half of a Korean first name: "Moon Jae-in", "Kim Jong-un".
    private static func syllable(_ index: Int, in reading: Reading, before limit: Int) -> Int? {
        guard index < limit, syllables.contains(reading.word(index)),
            reading.tokens[index].isGlued
        else { return nil }
        return index
    }

    private static let syllables = WordSet(
        """
        un in wha hee hui il jong ho yong sik soo woo jin min hyun kyung chol hwan ja suk kyun ha
        joon young nam sun geun hye seok yeol
        """)

    private static func capital(_ index: Int, in reading: Reading, before limit: Int) -> Int? {
        guard index < limit else { return nil }
        let token = reading.tokens[index]
        return token.isWord && token.isCapitalised ? index : nil
    }
}
