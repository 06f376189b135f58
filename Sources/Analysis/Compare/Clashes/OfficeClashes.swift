import Intake

/// One person called by different offices: "foreign policy aide" here, "presidential aide" there.
struct OfficeClashes {
    let pair: ColumnPair

    func clashes() -> [Comparison.Clash] {
        let left = offices(pair.left)
        let right = offices(pair.right)
        let styles: [Comparison.Clash] = left.keys.sorted().compactMap { person in
            guard let here = left[person], let there = right[person],
                !here.contains(where: { a in there.contains { OfficeClashes.agree(a, $0) } })
            else { return nil }
            return pair.clash(
                "office." + person, .name, .spelling, here[0].claim, there[0].claim)
        }
        return styles + denials(left, right)
    }

    /// Somebody with no office here and with one there.
    private func denials(
        _ left: [String: [Office]], _ right: [String: [Office]]
    ) -> [Comparison.Clash] {
        let withoutHere = withoutOffice(pair.left)
        let withoutThere = withoutOffice(pair.right)
        let people = Set(withoutHere.keys).union(withoutThere.keys).sorted()
        return people.compactMap { person in
            let here = withoutHere[person] ?? left[person]?.first?.claim
            let there = withoutThere[person] ?? right[person]?.first?.claim
            guard let here, let there, (withoutHere[person] == nil) != (withoutThere[person] == nil)
            else { return nil }
            return pair.clash("office." + person, .name, .contradiction, here, there)
        }
    }

    /// "Umer, who holds no formal position": whoever is named last before it.
    private func withoutOffice(_ column: Column) -> [String: Claim] {
        let reading = column.reading
        var claims: [String: Claim] = [:]
        for index in reading.tokens.indices
        where OfficeClashes.posts.contains(reading.word(index)) {
            let sentence = reading.sentence(around: index)
            let before = max(sentence.lowerBound, index - 3)..<index
            guard let no = before.first(where: { reading.word($0) == OfficeClashes.no }),
                let person = (sentence.lowerBound..<no).reversed().lazy
                    .compactMap({ column.cast.mention(at: $0) })
                    .first(where: { column.cast.kind(of: $0.target, in: pair.dossier) == .person }),
                holds(sentence.lowerBound..<no, reading)
            else { continue }
            let evidence = reading.evidence(no..<index + 1)
            claims[column.key(of: person, pair.dossier)] = Claim(
                sentences: [evidence.sentence], range: evidence.range,
                text: reading.text(of: no..<index + 1))
        }
        return claims
    }

    private func holds(_ tokens: Range<Int>, _ reading: Reading) -> Bool {
        tokens.suffix(2).contains { OfficeClashes.holding.contains(reading.word($0)) }
    }

    struct Office {
        var words: Set<Word>
        var claim: Claim
    }

    /// The offices by which an article calls each person, in the order of the text.
    private func offices(_ column: Column) -> [String: [Office]] {
        var offices: [String: [Office]] = [:]
        for mention in column.cast.mentions where !mention.title.isEmpty {
            guard column.cast.kind(of: mention.target, in: pair.dossier) == .person else {
                continue
            }
            let words = mention.title.filter { isTelling(column.reading.tokens[$0]) }
                .map { column.reading.tokens[$0].word }
            guard !words.isEmpty else { continue }
            let evidence = column.reading.evidence(mention.title)
            let claim = Claim(
                sentences: [evidence.sentence], range: evidence.range,
                text: column.reading.text(of: mention.title))
            offices[column.key(of: mention, pair.dossier), default: []].append(
                Office(words: Set(words), claim: claim))
        }
        for (person, office) in shared(column) where offices[person] == nil {
            offices[person] = [office]
        }
        return offices
    }

    /// "envoys Umer and Olsen" gives Olsen the office, too.
    private func shared(_ column: Column) -> [String: Office] {
        let reading = column.reading
        var offices: [String: Office] = [:]
        for mention in column.cast.mentions {
            let start = mention.tokens.lowerBound
            guard column.cast.kind(of: mention.target, in: pair.dossier) == .person,
                reading.word(start - 1) == OfficeClashes.and,
                let first = column.cast.mention(at: start - 2),
                OfficeClashes.plurals.contains(reading.word(first.tokens.lowerBound - 1))
            else { continue }
            let title = first.tokens.lowerBound - 1
            let evidence = reading.evidence(title..<mention.tokens.upperBound)
            offices[column.key(of: mention, pair.dossier)] = Office(
                words: [reading.word(title)],
                claim: Claim(
                    sentences: [evidence.sentence], range: evidence.range,
                    text: reading.text(of: title..<mention.tokens.upperBound)))
        }
        return offices
    }

    /// Words that tell offices apart: no nation, no "former" or "special".
    private func isTelling(_ token: Token) -> Bool {
        token.isWord && token.classes.isDisjoint(with: [.demonym, .preposition, .determiner])
            && !OfficeClashes.neutral.contains(token.word)
    }

    /// One office is the other's, told more or less fully.
    static func agree(_ a: Office, _ b: Office) -> Bool {
        a.words.isSubset(of: b.words) || b.words.isSubset(of: a.words)
    }

    private static let no = Word("no")
    private static let and = Word("and")
    private static let holding = WordSet("holds hold holding held has have had with")
    private static let posts = WordSet("position post office role title job")
    private static let plurals = WordSet(
        """
        envoys ministers presidents secretaries ambassadors advisers advisors negotiators officials
        senators generals spokesmen
        """)
    private static let neutral = WordSet(
        "former special senior top chief u.s us uk american state then new acting")
}
