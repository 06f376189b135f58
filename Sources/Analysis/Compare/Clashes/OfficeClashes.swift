import Intake

/// One person called by different offices: "foreign policy aide" here, "presidential aide" there.
struct OfficeClashes {
    let pair: ColumnPair

    func clashes() -> [Comparison.Clash] {
        let left = offices(pair.left)
        let right = offices(pair.right)
        return left.keys.sorted().compactMap { person in
            guard let here = left[person], let there = right[person],
                !here.contains(where: { a in there.contains { OfficeClashes.agree(a, $0) } })
            else { return nil }
            return pair.clash(
                "office." + person, .name, .spelling, here[0].claim, there[0].claim)
        }
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

    private static let neutral = WordSet(
        "former special senior top chief u.s us uk american state then new acting")
}
