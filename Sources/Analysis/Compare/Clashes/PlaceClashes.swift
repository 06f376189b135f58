import Intake

/// One event placed by different names: "in Miami" here, "in Florida" there, each where the article
/// first names it. Only words by which
/// the dossier itself names or places the event count, so that a place passed through is none.
struct PlaceClashes {
    let pair: ColumnPair

    func clashes() -> [Comparison.Clash] {
        pair.dossier.events.compactMap { event in
            let left = claims(event, pair.left)
            let right = claims(event, pair.right)
            guard let here = left.first, let there = right.first, here.word != there.word else {
                return nil
            }
            return pair.clash("\(event.id).place", .place, .spelling, here.claim, there.claim)
        }
    }

    private struct Naming {
        var word: Word
        var claim: Claim
    }

    /// The places by which an article names an event, in the order of the text, each with all its
    /// sentences.
    private func claims(_ event: Event, _ column: Column) -> [Naming] {
        let sentences = column.findings.events.filter { $0.id == event.id }
            .flatMap(\.basis.sentences)
        guard !sentences.isEmpty else { return [] }
        let own = words(of: event)
        var namings: [Naming] = []
        for mention in column.cast.mentions where mention.tokens.count == 1 {
            guard case .place = mention.target else { continue }
            let evidence = column.reading.evidence(mention.tokens)
            let word = column.reading.word(mention.tokens.lowerBound)
            guard sentences.contains(evidence.sentence), own.contains(word) else { continue }
            if let known = namings.firstIndex(where: { $0.word == word }) {
                namings[known].claim.sentences.append(evidence.sentence)
            } else {
                let claim = Claim(
                    sentences: [evidence.sentence], range: evidence.range,
                    text: column.reading.text(of: mention.tokens))
                namings.append(Naming(word: word, claim: claim))
            }
        }
        return namings
    }

    private func words(of event: Event) -> Set<Word> {
        let texts = [event.place ?? ""] + event.aliases.map(\.text)
        return Set(texts.flatMap { Tokeniser.tokens(of: $0, lexicon: .empty).map(\.word) })
    }
}
