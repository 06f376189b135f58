/// Decides in which part a name stands in its sentence: as an actor, as a place, or as the mere
/// matter or attribute of something else.
///
/// Prepositions of place and of motion make a place; a verb behind the name, "between", "with",
/// "against" or a possessive make an actor; a noun behind the name makes it an attribute ("US
/// officials"), a plan before "for" or "on" makes it a matter ("peace plan for Ukraine").
struct Standing {
    enum Nature {
        case person
        /// A state under its own name.
        case state
        /// The name of a city or building used for those who govern from it.
        case seat
        /// An institution, company, alliance.
        case body
    }

    let reading: Reading
    /// The use decided last and behind which token, for "Moscow and Washington".
    private var decided: (end: Int, use: Mention.Use)?

    init(_ reading: Reading) {
        self.reading = reading
    }

    /// Mentions are asked for in the order of the text.
    mutating func use(of tokens: Range<Int>, _ nature: Nature) -> Mention.Use {
        let use = judge(tokens, nature)
        decided = (tokens.upperBound, use)
        return use
    }

    private func judge(_ tokens: Range<Int>, _ nature: Nature) -> Mention.Use {
        // The rules below are English grammar.
        guard reading.isEnglish else { return nature == .seat ? .place : .actor }
        if isCompound(tokens) {
            let isPersonPair = nature == .person && !isJoinedToSmallWord(tokens)
            return isPersonPair ? .actor : .topic
        }
        if nature == .person { return .actor }
        if isOffice(after: tokens) { return .topic }
        if nature == .body { return .actor }
        if let use = possessiveUse(tokens) { return use }
        let clause = reading.sentence(around: tokens.lowerBound)
        let before = wordBefore(tokens, in: clause)
        if let use = coordinatedUse(tokens, in: clause) { return use }
        if isAttribute(tokens, nature, in: clause) { return .topic }
        if let use = prepositionUse(before, tokens, nature, in: clause) { return use }
        if nature == .state || nature == .seat && isSeatByName(tokens) { return .actor }
        return cityUse(tokens, before: before, in: clause)
    }

    // MARK: Compounds and titles

    /// Joined by a hyphen to what stands beside it: Trump-chaired, U.S.-Ukrainian, pro-Kremlin.
    private func isCompound(_ tokens: Range<Int>) -> Bool {
        let next = reading.flags(tokens.upperBound)
        if next.contains(.hyphen), next.contains(.glued),
            reading.flags(tokens.upperBound + 1).contains(.glued),
            reading.flags(tokens.upperBound + 1).contains(.word)
        {
            return true
        }
        return isAfterHyphen(tokens)
    }

    private func isAfterHyphen(_ tokens: Range<Int>) -> Bool {
        let last = reading.flags(tokens.lowerBound - 1)
        return last.contains(.hyphen) && last.contains(.glued)
            && reading.flags(tokens.lowerBound).contains(.glued)
    }

    private func isJoinedToSmallWord(_ tokens: Range<Int>) -> Bool {
        if isAfterHyphen(tokens) {
            return !reading.flags(tokens.lowerBound - 2).contains(.capitalised)
        }
        return !reading.flags(tokens.upperBound + 1).contains(.capitalised)
    }

    /// An office follows: "Kremlin foreign policy aide", "Ukraine's National Security …".
    func isOffice(after tokens: Range<Int>) -> Bool {
        var index = tokens.upperBound
        let isPossessive = reading.flags(index - 1).contains(.possessive)
        let end = min(index + 5, reading.sentence(around: tokens.lowerBound).upperBound)
        while index < end {
            let token = reading.tokens[index]
            if token.classes.contains(.title), !token.isPossessive || !isPossessive {
                return true
            }
            if isPossessive, token.isCapitalised, !token.isAllCaps,
                !token.classes.isDisjoint(with: [.titlePart, .bodyWord])
            {
                return true
            }
            guard token.classes.contains(.titlePart), token.isWord else { return false }
            index += 1
        }
        return false
    }

    /// Names of lands that are entered as bodies or groups: "around Europe".
    static let continents = WordSet("europe africa asia america")

    // MARK: Possessives

    private static let superlatives = WordSet(
        """
        largest biggest oldest richest longest highest smallest poorest deadliest worst busiest
        second-largest
        """)
    private static let parts = WordSet(
        "capital city region east south north west coast border borders airspace northeast southeast"
    )

    private func possessiveUse(_ tokens: Range<Int>) -> Mention.Use? {
        guard reading.flags(tokens.upperBound - 1).contains(.possessive) else { return nil }
        if Standing.superlatives.contains(reading.word(tokens.upperBound)) { return .place }
        let isPart = Standing.parts.contains(reading.word(tokens.upperBound))
        let isPlace = reading.classes(tokens.lowerBound - 1).contains(.placePreposition)
        return isPart && isPlace ? .place : .actor
    }

    // MARK: What stands before

    /// The token before the name and its article: the preposition or verb that governs it.
    private func wordBefore(_ tokens: Range<Int>, in clause: Range<Int>) -> Int {
        var index = tokens.lowerBound - 1
        while index >= clause.lowerBound,
            reading.classes(index).contains(.determiner)
                || Standing.directions.contains(reading.word(index))
        {
            index -= 1
        }
        return index
    }

    private static let directions = WordSet(
        """
        eastern western southern northern central northeastern southeastern northwestern
        southwestern occupied mainland wartime neighboring neighbouring nearby downtown
        """)
    private static let about = WordSet("over about regarding concerning")
    private static let joined = WordSet("and or , nor &")
    private static let leaving = WordSet(
        """
        leave leaves left leaving visit visits visited visiting enter enters entered entering reach
        reaches reached reaching tour touring toured flee fled fleeing
        """)
    private static let send = WordSet(
        "send sends sent sending dispatch dispatched dispatching bring brings brought take took")

    /// "between Moscow and Washington": the second of a pair stands as the first does.
    private func coordinatedUse(_ tokens: Range<Int>, in clause: Range<Int>) -> Mention.Use? {
        var index = tokens.lowerBound - 1
        if index >= clause.lowerBound, reading.classes(index).contains(.determiner) { index -= 1 }
        guard index > clause.lowerBound, Standing.joined.contains(reading.word(index)) else {
            return nil
        }
        let comma = index > clause.lowerBound && Standing.joined.contains(reading.word(index - 1))
        guard let (end, use) = decided, end == (comma ? index - 1 : index), use != .topic,
            !reading.flags(comma ? index - 2 : index - 1).contains(.possessive)
        else { return nil }
        // A verb behind the second has it for its subject, whatever the first was.
        return use == .place && isVerb(after: tokens) ? nil : use
    }

    private func prepositionUse(
        _ before: Int, _ tokens: Range<Int>, _ nature: Nature, in clause: Range<Int>
    ) -> Mention.Use? {
        guard before >= clause.lowerBound else { return nil }
        let word = reading.word(before)
        let classes = reading.classes(before)
        if before < tokens.lowerBound - 1, nature == .state,
            Standing.directions.contains(reading.word(tokens.lowerBound - 1))
        {
            return .place
        }
        if classes.contains(.placePreposition) { return .place }
        if Standing.leaving.contains(word) {
            return endsClause(tokens.upperBound) ? .place : .actor
        }
        if Standing.about.contains(word) { return .topic }
        guard classes.contains(.preposition) else { return nil }
        if Standing.motionPrepositions.contains(word), isMotion(to: before, in: clause) {
            return .place
        }
        let governor = reading.classes(before - 1)
        if Standing.matterPrepositions.contains(word), governor.contains(.planWord) {
            return .topic
        }
        if word == Standing.of {
            if governor.contains(.title) { return .topic }
            if Standing.parts.contains(reading.word(before - 1)) { return .place }
        }
        return .actor
    }

    private static let motionPrepositions = WordSet("to from into for toward towards")
    private static let matterPrepositions = WordSet("for on")
    private static let of = Word("of")
    private static let to = Word("to")

    /// Whether somebody goes there: a verb or noun of motion shortly before the preposition.
    private func isMotion(to preposition: Int, in clause: Range<Int>) -> Bool {
        var index = preposition - 1
        var distance = 0
        var sawName = false
        while index >= clause.lowerBound, distance < 8 {
            let token = reading.tokens[index]
            if token.isMark, !token.isHyphen { return false }
            if distance < 2, token.classes.contains(.motionNoun) { return true }
            if token.classes.contains(.motionVerb), distance < 5 { return true }
            if sawName, Standing.send.contains(token.word) { return true }
            if token.isCapitalised { sawName = true }
            index -= 1
            distance += 1
        }
        return false
    }

    // MARK: What stands behind

    private func endsClause(_ index: Int) -> Bool {
        let classes = reading.classes(index)
        let flags = reading.flags(index)
        return flags.isEmpty || flags.contains(.mark) || flags.contains(.sentenceStart)
            || !classes.isDisjoint(with: [.preposition, .conjunction, .weekday, .adverb])
    }

    /// Whether the name is the subject of a finite verb, adverbs aside.
    func isVerb(after tokens: Range<Int>) -> Bool {
        let end = reading.sentence(around: tokens.lowerBound).upperBound
        var index = tokens.upperBound
        while index < end, isAdverb(index) { index += 1 }
        guard index < end else { return false }
        let token = reading.tokens[index]
        if token.classes.contains(.auxiliary) { return true }
        guard !token.isCapitalised else { return false }
        guard !token.classes.isDisjoint(with: .anyVerb) else {
            // A verb no list has: "Norland addressed", "Norland addresses the concerns".
            let hasObject = reading.classes(index + 1).contains(.determiner)
            return ends(index, with: "ed") || ends(index, with: "s") && hasObject
        }
        if token.classes.contains(.verbStem) { return Standing.plainVerbs.contains(token.word) }
        return !isPluralNoun(index)
    }

    /// Bare forms that are hardly ever nouns: "sanctions against Norland stay".
    private static let plainVerbs = WordSet(
        "stay remain appear seem become continue begin go come say keep agree insist want")

    private func isAdverb(_ index: Int) -> Bool {
        reading.classes(index).contains(.adverb) || ends(index, with: "ly")
    }

    /// "US plans for …", "US demands were …": a word in -s that a verb or preposition follows.
    private func isPluralNoun(_ index: Int) -> Bool {
        guard ends(index, with: "s") else { return false }
        let next = reading.classes(index + 1)
        if reading.word(index + 1) == Standing.to { return false }
        if next.contains(.auxiliary) { return true }
        if next.contains(.preposition) { return !next.contains(.motionNoun) && isMostlyNoun(index) }
        return !next.isDisjoint(with: .anyVerb) && !next.contains(.verbStem)
            && !ends(index + 1, with: "ing")
    }

    private static let nounsInS = WordSet(
        """
        plans demands talks attacks strikes claims supports offers proposals visits forces moves
        reports threats aims hopes calls votes exports imports leads tests backs works needs
        """)

    private func isMostlyNoun(_ index: Int) -> Bool {
        Standing.nounsInS.contains(reading.word(index))
    }

    private func ends(_ index: Int, with suffix: StaticString) -> Bool {
        guard index < reading.tokens.count else { return false }
        return reading.token(index, endsWith: suffix)
    }

    /// A noun follows directly: "US officials", "Moscow visit", "U.S. Embassy".
    private func isAttribute(
        _ tokens: Range<Int>, _ nature: Nature, in clause: Range<Int>
    ) -> Bool {
        let index = tokens.upperBound
        guard index < clause.upperBound, !isVerb(after: tokens) else { return false }
        let token = reading.tokens[index]
        guard token.isWord else { return false }
        let plain: WordClass = [
            .preposition, .conjunction, .determiner, .pronoun, .auxiliary, .weekday, .month,
            .adverb, .negation,
        ]
        guard token.classes.isDisjoint(with: plain), !isAdverb(index) else { return false }
        if token.isCapitalised { return true }
        if ends(index, with: "ing"), !token.classes.isDisjoint(with: .anyVerb) { return false }
        if ends(index, with: "self") { return false }
        // "give Russia time", "see Ukraine prevail", "make Ukraine safe".
        return !reading.classes(tokens.lowerBound - 1).contains(.takesObject)
    }

    private func isSeatByName(_ tokens: Range<Int>) -> Bool {
        reading.classes(tokens.upperBound - 1).contains(.seatWord)
    }

    /// A city acts when it is subject or object, and is a place otherwise.
    private func cityUse(
        _ tokens: Range<Int>, before: Int, in clause: Range<Int>
    ) -> Mention.Use {
        if isVerb(after: tokens) || ends(tokens.upperBound, with: "ing") { return .actor }
        if reading.classes(before).contains(.takesObject), before >= clause.lowerBound {
            return .actor
        }
        let startsSentence = tokens.lowerBound == clause.lowerBound
        let comma = reading.word(tokens.upperBound) == Standing.comma
        if startsSentence, comma {
            let next = reading.flags(tokens.upperBound + 1)
            return next.contains(.word) && !next.contains(.capitalised) ? .actor : .place
        }
        // "Moscow and Kyiv agreed": the verb stands behind the second name.
        if reading.word(tokens.upperBound) == Standing.and,
            reading.flags(tokens.upperBound + 1).contains(.capitalised),
            isVerb(after: tokens.upperBound + 1..<tokens.upperBound + 2)
        {
            return .actor
        }
        return .place
    }

    private static let comma = Word(",")
    private static let and = Word("and")
}
