/// Bodies no dossier knows, by the words such names end or begin with: "Fisheries Committee",
/// "Ministry of Sea Affairs". Where a run of capitals can be cut in more than one way, there is
/// none.
struct BodyShapes {
    let reading: Reading
    /// Surnames of people found before: "Holm Foundation" may be anything, "Holm" begins no body.
    let surnames: [Word: Int]

    /// The part of a run of capitals that is a body's name; nil when none is, or none for sure.
    func body(in run: Range<Int>) -> Range<Int>? {
        if isBehindName(run.lowerBound) { return nil }
        var start = run.lowerBound
        for token in run {
            if BodyShapes.parting.contains(reading.word(token)) {
                // "Tabernacle of Praise Church": the name may begin before "of".
                let isTitled = reading.classes(token - 1).contains(.title)
                if token > start, !isTitled, reading.word(token) == BodyShapes.of,
                    token > run.lowerBound
                {
                    return nil
                }
                start = token + 1
                continue
            }
            guard isBodyWord(token) else { continue }
            let last = lastBodyWord(from: token, before: run.upperBound)
            if isHead(last, before: run.upperBound) {
                let end = endOfHeaded(last, before: run.upperBound)
                return end.flatMap { checked(start..<$0) }
            }
            guard last > start, !goesOn(behind: last, before: run.upperBound),
                !reading.classes(last - 1).contains(.outletWord)
            else { return nil }
            return checked(start..<last + 1)
        }
        return nil
    }

    /// "Tabernacle of | Praise Church", "George | Washington University": what stands before belongs
    /// to the name.
    private func isBehindName(_ index: Int) -> Bool {
        let before = reading.word(index - 1) == BodyShapes.of ? index - 2 : index - 1
        let flags = reading.flags(before)
        guard flags.contains(.capitalised), !flags.contains(.possessive),
            !reading.flags(before + 1).contains(.sentenceStart),
            !reading.flags(index).contains(.sentenceStart)
        else { return false }
        return before == index - 1
            ? reading.classes(before).contains(.givenName)
            : reading.classes(before).isDisjoint(with: [.title, .bodyWord])
    }

    private func isBodyWord(_ index: Int) -> Bool {
        reading.classes(index).contains(.bodyWord) && reading.tokens[index].isCapitalised
    }

    /// The last of the body words that follow with nothing but capitals between: "Army Corps",
    /// "Police Department".
    private func lastBodyWord(from token: Int, before limit: Int) -> Int {
        var last = token
        var index = token + 1
        while index < limit, reading.tokens[index].isCapitalised,
            !reading.tokens[index - 1].isPossessive,
            reading.classes(index).isDisjoint(with: [.title, .givenName])
        {
            if isBodyWord(index) { last = index }
            index += 1
        }
        return last
    }

    /// "Ministry of", "Center for".
    private func isHead(_ index: Int, before limit: Int) -> Bool {
        let next = reading.word(index + 1)
        return (next == BodyShapes.of || next == BodyShapes.forWord) && index + 2 < limit
            && !reading.tokens[index].isPossessive
    }

    /// Another capital follows that is no office or first name: the name is longer than is known.
    private func goesOn(behind last: Int, before limit: Int) -> Bool {
        guard last + 1 < limit, !reading.tokens[last].isPossessive else { return false }
        let next = reading.tokens[last + 1]
        return next.isWord && next.isCapitalised
            && next.classes.isDisjoint(with: [.title, .titlePart, .givenName, .month, .weekday])
    }

    private static let parting = WordSet("of for the on in")
    private static let within = WordSet("in on")
    private static let links = WordSet("of the for and")
    private static let of = Word("of")
    private static let forWord = Word("for")
    private static let and = Word("and")
    private static let the = Word("the")
    private static let schools = WordSet("university college school institute academy")

    /// Where "Ministry of …" ends: before a place ("in Portby"), another body ("and the …") or
    /// somebody's office ("Secretary Jane Vance"). Nil when that cannot be told.
    private func endOfHeaded(_ head: Int, before limit: Int) -> Int? {
        for index in head + 2..<limit {
            let word = reading.word(index)
            if BodyShapes.within.contains(word) { return index }
            if word == BodyShapes.and,
                reading.word(index + 1) == BodyShapes.the
                    || isBodyWord(index + 1) && reading.word(index + 2) == BodyShapes.of
            {
                return index
            }
            guard reading.classes(index).contains(.title), index + 1 < limit,
                reading.tokens[index + 1].isCapitalised,
                !BodyShapes.links.contains(reading.word(index - 1))
            else { continue }
            if BodyShapes.schools.contains(reading.word(head)) { return nil }
            var end = index
            while end - 1 > head + 2, BodyShapes.inOffices.contains(reading.word(end - 1)) {
                end -= 1
            }
            return end
        }
        return limit
    }

    private static let inOffices = WordSet(
        "press deputy vice acting special assistant associate chief former under first")

    // MARK: Whether it is one

    private static let early = WordSet(
        "former top senior acting ex outgoing incoming the a an this that our any every")
    private static let opening = WordSet(
        "unlike why go so now even every like both either neither each if when as")
    private static let joinedByEd = WordSet("united associated allied federated incorporated")
    private static let parties = WordSet("republican democratic democrat gop")
    private static let chambers = WordSet("senate congress house cabinet administration")
    private static let sites = WordSet("center centre church")
    private static let none = Phrases([
        "oval office", "electoral college", "ivy league", "post office", "box office",
        "press office", "home office", "tea party", "house chamber", "senate chamber",
        "medical center", "law center",
    ])

    /// The name without what stands before it by chance; nil when what is left is none.
    private func checked(_ tokens: Range<Int>) -> Range<Int>? {
        var start = tokens.lowerBound
        let end = tokens.upperBound
        while start < end, BodyShapes.early.contains(reading.word(start)) { start += 1 }
        if start < end, isOpening(start) { return nil }
        guard let first = behindOthers(start..<end) else { return nil }
        start = first
        guard end - start > 1, isBeginning(start) || isNamedAfter(start..<end),
            reading.word(end - 1) != BodyShapes.saint, !isShouted(start..<end)
        else { return nil }
        let body = start..<end
        if let match = BodyShapes.none.match(at: start, in: reading, before: end),
            match.end == end
        {
            return nil
        }
        return isAttribute(body) || isSite(body) ? nil : body
    }

    private func isBeginning(_ index: Int) -> Bool {
        reading.classes(index).isDisjoint(with: [.givenName, .title, .numberWord, .conjunction])
            && !reading.tokens[index].isNumber && surnames[reading.word(index)] == nil
    }

    /// "Anna Berg Foundation", "Berg University".
    private func isNamedAfter(_ tokens: Range<Int>) -> Bool {
        tokens.count > 2 && BodyShapes.founded.contains(reading.word(tokens.upperBound - 1))
            && !reading.classes(tokens.lowerBound).contains(.title)
    }

    private static let founded = WordSet(
        "university college institute academy foundation trust center centre endowment")
    private static let saint = Word("st")

    /// "So Congress", "Divided Supreme Court": the first word of a sentence.
    private func isOpening(_ index: Int) -> Bool {
        if BodyShapes.opening.contains(reading.word(index)) { return true }
        guard reading.flags(index).contains(.capitalExpected) else { return false }
        return reading.token(index, endsWith: "ed")
            && !BodyShapes.joinedByEd.contains(reading.word(index))
    }

    /// "FBI and Justice Department", "Cabinet and Supreme Court" are two, of which the second is
    /// left; "the Taxi and Limousine Commission" is one. Nil where that cannot be told.
    private func behindOthers(_ tokens: Range<Int>) -> Int? {
        let first = tokens.lowerBound
        guard let and = tokens.first(where: { reading.word($0) == BodyShapes.and }), and > first,
            !tokens[..<and].contains(where: { BodyShapes.links.contains(reading.word($0)) })
        else { return first }
        let isOther =
            isBodyWord(and - 1) || and - first == 1 && reading.tokens[first].isAllCaps
        if isOther { return and + 1 }
        let isDefinite =
            reading.word(first - 1) == BodyShapes.the
            || reading.flags(first - 1).contains(.possessive)
        return isDefinite ? first : nil
    }

    /// "CLOSE Police": capitals of a heading before the name.
    private func isShouted(_ tokens: Range<Int>) -> Bool {
        let first = reading.tokens[tokens.lowerBound]
        return first.isAllCaps && first.end - first.start > 4
            && !reading.tokens[tokens.lowerBound + 1].isAllCaps
    }

    /// "GOP Senate", "Tennessee Senate bid": a chamber that only says of what kind something is.
    private func isAttribute(_ body: Range<Int>) -> Bool {
        guard BodyShapes.chambers.contains(reading.word(body.upperBound - 1)) else { return false }
        if body.contains(where: { BodyShapes.parties.contains(reading.word($0)) }) { return true }
        let next = body.upperBound
        let flags = reading.flags(next)
        let others: WordClass = [
            .preposition, .conjunction, .determiner, .pronoun, .auxiliary, .adverb, .negation,
            .weekday, .month, .reportingVerb, .actionVerb, .motionVerb,
        ]
        guard flags.contains(.word), !flags.contains(.capitalised),
            !flags.contains(.sentenceStart), reading.classes(next).isDisjoint(with: others)
        else { return false }
        return !reading.token(next, endsWith: "ed") && !reading.token(next, endsWith: "ly")
    }

    /// "at the Rock Center": a building.
    private func isSite(_ body: Range<Int>) -> Bool {
        guard BodyShapes.sites.contains(reading.word(body.upperBound - 1)) else { return false }
        var before = body.lowerBound - 1
        if reading.classes(before).contains(.determiner) { before -= 1 }
        return reading.classes(before).contains(.placePreposition)
    }
}
