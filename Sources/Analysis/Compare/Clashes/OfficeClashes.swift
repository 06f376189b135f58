import Intake

/// One person called by different offices: "foreign policy aide" here, "presidential aide" there.
struct OfficeClashes {
    let pair: ClaimSides

    func clashes() -> [Comparison.Clash] {
        let left = Dictionary(grouping: pair.left, by: \.about)
        let right = Dictionary(grouping: pair.right, by: \.about)
        let people = left.keys.filter { right[$0] != nil }.sorted()
        let styles: [Comparison.Clash] = people.compactMap { person in
            let here = (left[person] ?? []).filter { !isDenied($0) }
            let there = (right[person] ?? []).filter { !isDenied($0) }
            guard let first = here.first, let second = there.first,
                !here.contains(where: { a in there.contains { OfficeClashes.agree(a, $0) } })
            else { return nil }
            return pair.clash("office." + person, .name, .spelling, first, second)
        }
        let denials = people.compactMap { person in
            denial(person, left[person] ?? [], right[person] ?? [])
        }
        return styles + denials
    }

    /// Somebody with no office here and with one there.
    private func denial(
        _ person: String, _ left: [Claim], _ right: [Claim]
    ) -> Comparison.Clash? {
        let isDeniedHere = left.contains(where: isDenied)
        guard isDeniedHere != right.contains(where: isDenied),
            let here = left.last(where: isDenied) ?? left.first,
            let there = right.last(where: isDenied) ?? right.first
        else { return nil }
        return pair.clash("office." + person, .name, .contradiction, here, there)
    }

    private func isDenied(_ claim: Claim) -> Bool { claim.traits.contains(.denied) }

    /// One office is the other's, told more or less fully.
    static func agree(_ a: Claim, _ b: Claim) -> Bool {
        a.words.allSatisfy(b.words.contains) || b.words.allSatisfy(a.words.contains)
    }

    static let posts = "position post office role title job"
}

extension ClaimReader {
    /// The offices by which an article calls each person, and who is said to have none.
    func officeClaims(_ column: Column, _ cues: ClaimCues) -> [Claim] {
        var claims: [Claim] = []
        for mention in column.cast.mentions where !mention.title.isEmpty {
            guard column.cast.kind(of: mention.target, in: dossier) == .person else { continue }
            let words = mention.title.filter { isTelling(column.reading.tokens[$0]) }
                .map { ClaimReader.office(column.reading.tokens[$0].word).short }
            guard !words.isEmpty else { continue }
            claims.append(office(mention, mention.title, words, column))
        }
        for office in sharedOffices(column)
        where !claims.contains(where: { $0.about == office.about }) {
            claims.append(office)
        }
        return claims + deniedOffices(column, cues)
    }

    private func office(
        _ mention: Mention, _ tokens: Range<Int>, _ words: [UInt32], _ column: Column
    ) -> Claim {
        Claim(
            .office, about: key(of: mention, column.cast), column.reading.evidence(tokens),
            text: column.reading.text(of: tokens), words: words)
    }

    /// "envoys Umer and Olsen", or "envoys, Umer and Olsen," gives Olsen the office, too.
    private func sharedOffices(_ column: Column) -> [Claim] {
        let reading = column.reading
        var offices: [Claim] = []
        for mention in column.cast.mentions {
            let start = mention.tokens.lowerBound
            guard reading.word(start - 1) == ClaimReader.and,
                column.cast.kind(of: mention.target, in: dossier) == .person,
                let first = column.cast.mention(at: start - 2),
                let title = plural(before: first, through: mention, reading)
            else { continue }
            let shared = office(
                mention, title..<mention.tokens.upperBound, [reading.word(title).short], column)
            offices.removeAll { $0.about == shared.about }
            offices.append(shared)
        }
        return offices
    }

    /// The word for the office of several that stands before the first of them, or is explained by
    /// them between commas.
    private func plural(
        before first: Mention, through last: Mention, _ reading: Reading
    ) -> Int? {
        let before = first.tokens.lowerBound - 1
        func isComma(_ index: Int) -> Bool {
            reading.tokens.indices.contains(index) && reading.text(of: index..<index + 1) == ","
        }
        let isApart = isComma(before) && isComma(last.tokens.upperBound)
        let title = isApart ? before - 1 : before
        return ClaimReader.plurals.contains(reading.word(title)) ? title : nil
    }

    /// "Umer, who holds no formal position": whoever is named last before it.
    private func deniedOffices(_ column: Column, _ cues: ClaimCues) -> [Claim] {
        let reading = column.reading
        return cues.posts.compactMap { index in
            let sentence = reading.sentence(around: index)
            let before = max(sentence.lowerBound, index - 3)..<index
            guard let no = before.first(where: { reading.word($0) == ClaimReader.no }),
                let person = (sentence.lowerBound..<no).reversed().lazy
                    .compactMap({ column.cast.mention(at: $0) })
                    .first(where: { column.cast.kind(of: $0.target, in: dossier) == .person }),
                (sentence.lowerBound..<no).suffix(2)
                    .contains(where: { ClaimReader.holding.contains(reading.word($0)) })
            else { return nil }
            return Claim(
                .office, about: key(of: person, column.cast), reading.evidence(no..<index + 1),
                text: reading.text(of: no..<index + 1), traits: .denied)
        }
    }

    /// Words that tell offices apart: no nation, no "former" or "special".
    private func isTelling(_ token: Token) -> Bool {
        token.isWord && token.classes.isDisjoint(with: [.demonym, .preposition, .determiner])
            && !ClaimReader.neutral.contains(token.word)
    }

    /// The word for all forms of an office: "Sen." is a senator, a spokeswoman a spokesperson.
    private static func office(_ word: Word) -> Word { forms[word] ?? word }

    private static let forms: [Word: Word] = [
        ("senator", "sen"), ("representative", "rep congressman congresswoman lawmaker"),
        ("governor", "gov"), ("general", "gen"), ("spokesperson", "spokesman spokeswoman"),
        ("chair", "chairman chairwoman chairperson"), ("adviser", "advisor"),
    ].reduce(into: [:]) { forms, entry in
        for form in entry.1.split(separator: " ") { forms[Word(String(form))] = Word(entry.0) }
    }

    private static let no = Word("no")
    private static let and = Word("and")
    private static let holding = WordSet("holds hold holding held has have had with")
    private static let plurals = WordSet(
        """
        envoys ministers presidents secretaries ambassadors advisers advisors negotiators officials
        senators generals spokesmen
        """)
    private static let neutral = WordSet(
        """
        former special senior top chief u.s us uk american state then new acting outgoing
        mr mrs ms miss sir lady lord dame dr republican democratic democrat gop
        """)
}
