import Intake

/// One event placed by different names: "in Miami" here, "in Florida" there, each where the article
/// first names it, neither anywhere by the other's. Only words by which the dossier itself names or
/// places the event count, so that a place passed through is none.
struct PlaceClashes {
    let pair: ClaimSides

    func clashes() -> [Comparison.Clash] {
        pair.left.compactMap { here in
            guard let there = pair.right.first(where: { $0.about == here.about }),
                !here.words.contains(where: there.words.contains)
            else { return nil }
            return pair.clash(here.about + ".place", .place, .spelling, here, there)
        }
    }
}

extension ClaimReader {
    /// The place by which the article first names each event, with all its sentences; its words
    /// are all places by which it names it.
    func placeClaims(_ column: Column) -> [Claim] {
        if column.findings.events.isEmpty { return [] }
        let numbers = Set(column.findings.events.compactMap { eventNumbers[$0.id] })
        return numbers.sorted().compactMap { number in
            let event = dossier.events[number]
            let evidence = column.findings.events.filter { $0.id == event.id }
                .flatMap(\.basis.evidence)
            return firstPlace(of: event, placeWords[number], Set(evidence.map(\.sentence)), column)
        }
    }

    private func firstPlace(
        of event: Event, _ own: Set<Word>, _ sentences: Set<Int>, _ column: Column
    ) -> Claim? {
        var claim: Claim?
        for mention in column.cast.mentions where mention.tokens.count == 1 {
            guard case .place = mention.target else { continue }
            let word = column.reading.word(mention.tokens.lowerBound)
            guard own.contains(word) else { continue }
            let evidence = column.reading.evidence(mention.tokens)
            guard sentences.contains(evidence.sentence) else { continue }
            if claim == nil {
                claim = Claim(
                    .place, about: event.id, evidence,
                    text: column.reading.text(of: mention.tokens), words: [word.short])
            } else if claim?.words.first == word.short {
                claim?.sentences.append(evidence.sentence)
            } else if claim?.words.contains(word.short) == false {
                claim?.words.append(word.short)
            }
        }
        return claim
    }
}
