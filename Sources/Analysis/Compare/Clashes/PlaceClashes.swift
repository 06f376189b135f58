/// Different places for the same event: the sentences that speak of it name one place each, and
/// never the same.
struct PlaceClashes {
    let pair: ColumnPair

    func clashes() -> [Comparison.Clash] {
        pair.left.findings.events.compactMap { event in
            guard let other = pair.right.findings.events.first(where: { $0.id == event.id }),
                let left = places(event, pair.left), let right = places(other, pair.right),
                left.id != right.id
            else { return nil }
            return pair.clash(
                event.id + ".place", .place, .spelling, left.claim, right.claim)
        }
    }

    /// The one place that stands in a sentence about the event; nil when there are more or none.
    private func places(_ event: EventFinding, _ column: Column) -> (id: Int, claim: Claim)? {
        var found: [Int: Claim] = [:]
        for sentence in event.basis.sentences {
            for mention in column.cast.mentions {
                guard case .place(let place) = mention.target,
                    Int(column.reading.tokens[mention.tokens.lowerBound].sentence) == sentence
                else { continue }
                let evidence = column.reading.evidence(mention.tokens)
                if found[place] == nil {
                    found[place] = Claim(
                        sentences: [sentence], range: evidence.range,
                        text: column.reading.text(of: mention.tokens))
                }
            }
        }
        guard found.count == 1, let only = found.first else { return nil }
        return (only.key, only.value)
    }
}
