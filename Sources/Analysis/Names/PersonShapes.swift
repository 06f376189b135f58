/// People no dossier knows, by their shape: a first name with a surname, or two capitalised words
/// with an office beside them. Headings, lists and names that run into one another are cut where
/// that is plain, and left alone where it is not.
struct PersonShapes {
    struct Person {
        var name: Range<Int>
        /// The office in front; empty when there is none.
        var title: Range<Int>
        var confidence: Double
    }

    let reading: Reading

    /// The name of two words or more in a run of capitals; nil when none is sure.
    func person(in run: Range<Int>, isSmall: (Word) -> Bool) -> Person? {
        let whole = part(of: run)
        let name = cut(whole, isSmall)
        guard (2...5).contains(name.count), name.allSatisfy(isPersonal) else { return nil }
        let title = Titles.range(before: name.lowerBound, in: reading)
        let hasGivenName = reading.classes(name.lowerBound).contains(.givenName)
        let hasRole = !title.isEmpty || isRole(after: name.upperBound) || isRole(before: name)
        guard hasGivenName || hasRole && canBegin(name, title),
            !PersonShapes.sites.contains(reading.word(name.lowerBound - 1))
                || !reading.flags(name.lowerBound - 1).contains(.capitalised)
        else { return nil }
        let confidence = hasGivenName && hasRole ? 0.92 : hasRole ? 0.8 : 0.75
        return Person(name: name, title: title, confidence: confidence)
    }

    /// The run without offices in front; empty when nothing else is left.
    func part(of run: Range<Int>) -> Range<Int> {
        var start = run.lowerBound
        while start < run.upperBound, isOfficeWord(start) || isOpening(start) { start += 1 }
        start = behindOffice(in: start..<run.upperBound)
        start = givenName(in: start..<run.upperBound) ?? start
        var end = run.upperBound
        if end - start > 1, reading.tokens[end - 1].end - reading.tokens[end - 1].start == 1 {
            end -= 1
        }
        return start..<end
    }

    // MARK: Where a name begins

    private func isOfficeWord(_ index: Int) -> Bool {
        let token = reading.tokens[index]
        if token.isMark { return true }
        return !token.classes.isDisjoint(with: [.title, .titlePart, .demonym])
            && !token.classes.contains(.givenName)
    }

    /// "Describing Anna Berg": the first word of a sentence.
    private func isOpening(_ index: Int) -> Bool {
        reading.flags(index).contains(.capitalExpected) && reading.token(index, endsWith: "ing")
            && !reading.classes(index).contains(.givenName)
    }

    /// "Harbour Safety Secretary Xu Bolin": behind the office, unless a first name stands first.
    private func behindOffice(in tokens: Range<Int>) -> Int {
        guard !reading.classes(tokens.lowerBound).contains(.givenName), tokens.count > 1 else {
            return tokens.lowerBound
        }
        let office = tokens.dropLast().last {
            reading.classes($0).contains(.title) && !reading.classes($0).contains(.givenName)
        }
        return office.map { $0 + 1 } ?? tokens.lowerBound
    }

    /// "Strategist Steve Miller": the first name after a word that is none, if a surname follows.
    private func givenName(in tokens: Range<Int>) -> Int? {
        guard tokens.count > 2, !reading.classes(tokens.lowerBound).contains(.givenName) else {
            return nil
        }
        return tokens.dropFirst().dropLast().first { reading.classes($0).contains(.givenName) }
    }

    private static let governing = WordSet("in at of from near to for outside inside across on")
    /// "Fort Sam Berg".
    private static let sites = WordSet("fort mount lake camp cape port san saint st la el")
    private static let places = WordSet(
        "san los las santa são fort port puerto rio tel cape mount el st saint north south new")

    /// Without a first name: no place ("in San Remo, the mayor"), nothing called by what it does
    /// ("Planned Harbour").
    private func canBegin(_ name: Range<Int>, _ title: Range<Int>) -> Bool {
        let first = name.lowerBound
        if title.isEmpty, PersonShapes.governing.contains(reading.word(first - 1)) { return false }
        return !PersonShapes.places.contains(reading.word(first))
            && !reading.token(first, endsWith: "ed")
    }

    // MARK: Where it ends

    private static let suffixes = WordSet("jr sr ii iii iv")
    private static let bracket = Word("(")

    /// Without what ran into it: "Mitch Berg Addison (Mitch)", "Anna Berg Is Wrong".
    private func cut(_ tokens: Range<Int>, _ isSmall: (Word) -> Bool) -> Range<Int> {
        var end = tokens.upperBound
        if tokens.count > 2, reading.word(end) == PersonShapes.bracket,
            reading.word(end + 1) == reading.word(tokens.lowerBound)
        {
            end -= 1
        }
        guard reading.classes(tokens.lowerBound).contains(.givenName) else {
            return tokens.lowerBound..<end
        }
        let next = reading.flags(end)
        let isHeading = tokens.count > 3 || !next.contains(.word) || next.contains(.capitalised)
        // Behind the first word that can be a surname.
        let surname = tokens.dropFirst().first(where: isOrdinary) ?? tokens.lowerBound + 1
        let rest = min(surname + 1, end)..<end
        let isCut = rest.contains {
            !canFollow($0) || isHeading && isOrdinary($0) && isSmall(reading.word($0))
        }
        return tokens.lowerBound..<(isCut ? rest.lowerBound : end)
    }

    private static let function: WordClass = [
        .auxiliary, .determiner, .preposition, .conjunction, .pronoun, .adverb, .negation,
        .numberWord, .reportingVerb, .actionVerb, .motionVerb, .month, .weekday,
    ]

    private func canFollow(_ index: Int) -> Bool {
        let token = reading.tokens[index]
        if !isOrdinary(index) { return true }
        if token.isAllCaps, token.end - token.start > 3, !reading.tokens[index - 1].isAllCaps {
            return false
        }
        return token.classes.isDisjoint(with: PersonShapes.function)
    }

    /// No initial, particle, first name or "Jr".
    private func isOrdinary(_ index: Int) -> Bool {
        let token = reading.tokens[index]
        return token.isWord && token.isCapitalised && token.end - token.start > 1
            && !token.classes.contains(.givenName)
            && !PersonShapes.particles.contains(token.word)
            && !PersonShapes.suffixes.contains(token.word)
    }

    // MARK: Its words

    private static let particles = WordSet("van von der de bin al ben")

    func isPersonal(_ index: Int) -> Bool {
        let token = reading.tokens[index]
        if token.isMark { return token.isGlued }
        if PersonShapes.particles.contains(token.word) { return true }
        return token.classes.isDisjoint(with: [
            .notPersonal, .bodyWord, .weekday, .month, .seatWord, .planWord,
        ])
            && (!token.isAllCaps || token.end - token.start > 5
                || token.classes.contains(.givenName))
    }

    // MARK: An office beside it

    private static let comma = Word(",")

    /// ", a senior fellow at", ", who heads", ", the country's foreign minister"; not "In Oslo,
    /// the mayor said".
    private func isRole(after index: Int) -> Bool {
        guard reading.word(index) == PersonShapes.comma else { return false }
        let end = min(index + 7, reading.sentence(around: index).upperBound)
        for position in index + 1..<max(end, index + 1) {
            let token = reading.tokens[position]
            if token.classes.contains(.title) {
                let next = reading.classes(position + 1)
                return next.isDisjoint(with: [.auxiliary, .reportingVerb])
                    || next.contains(.title)
            }
            if token.isMark, !token.isHyphen { return false }
        }
        return false
    }

    /// "the country's foreign minister, X, said": an office before the name, which stands between
    /// commas.
    private func isRole(before name: Range<Int>) -> Bool {
        guard reading.word(name.lowerBound - 1) == PersonShapes.comma,
            reading.word(name.upperBound) == PersonShapes.comma
        else { return false }
        let first = max(
            reading.sentence(around: name.lowerBound).lowerBound, name.lowerBound - 8)
        guard first < name.lowerBound - 1 else { return false }
        for position in (first..<name.lowerBound - 1).reversed() {
            let token = reading.tokens[position]
            if token.classes.contains(.title) { return true }
            if token.isMark, !token.isHyphen, !token.isGlued { return false }
        }
        return false
    }
}
