import Intake

/// One meeting called a success here and a failure there. Both must be said of the same event of
/// the dossier, in words of praise or of disappointment; "less" and negations turn them round.
struct OutcomeClashes {
    let pair: ColumnPair

    func clashes() -> [Comparison.Clash] {
        let right = verdicts(pair.right)
        var seen: Set<String> = []
        return verdicts(pair.left).compactMap { left in
            guard !seen.contains(left.event),
                !right.contains(where: { $0.event == left.event && $0.isGood == left.isGood }),
                let other = right.first(where: { $0.event == left.event })
            else { return nil }
            seen.insert(left.event)
            return pair.clash(
                "\(left.event).outcome", .position, .contradiction, left.claim, other.claim)
        }
    }

    private struct Verdict {
        var event: String
        var isGood: Bool
        var claim: Claim
    }

    private func verdicts(_ column: Column) -> [Verdict] {
        column.reading.tokens.indices.compactMap { index in
            guard let isGood = isGood(index, column.reading), let event = event(at: index, column)
            else { return nil }
            let words = index - turned(index, column.reading)..<index + 1
            let evidence = column.reading.evidence(words)
            let claim = Claim(
                sentences: [evidence.sentence], range: evidence.range,
                text: column.reading.text(of: words))
            return Verdict(event: event, isGood: isGood, claim: claim)
        }
    }

    /// The event that the sentence names last before a word, else the one it goes on with.
    private func event(at index: Int, _ column: Column) -> String? {
        let sentence = Int(column.reading.tokens[index].sentence)
        let place = Int(column.reading.tokens[index].scalarStart)
        var nearest: (id: String, place: Int)?
        for event in column.findings.events {
            for evidence in event.basis.evidence
            where evidence.sentence == sentence && evidence.range.lowerBound < place
                && evidence.range.lowerBound > nearest?.place ?? -1
            {
                nearest = (event.id, evidence.range.lowerBound)
            }
        }
        return nearest?.id ?? column.eventOfSentence[sentence]
    }

    private func isGood(_ index: Int, _ reading: Reading) -> Bool? {
        let word = reading.word(index)
        let isPraise = OutcomeClashes.praise.contains(word)
        guard isPraise || OutcomeClashes.blame.contains(word) else { return nil }
        return isPraise == (turned(index, reading) == 0)
    }

    /// How many words back something turns the word round: "less impressive", "not very useful";
    /// 0 when nothing does.
    private func turned(_ index: Int, _ reading: Reading) -> Int {
        let start = reading.sentence(around: index).lowerBound
        for back in 1...2 where index - back >= start {
            let other = index - back
            let turns =
                reading.classes(other).contains(.negation)
                || OutcomeClashes.turning.contains(reading.word(other))
            if turns { return back }
        }
        return 0
    }

    private static let praise = WordSet(
        """
        constructive productive optimistic optimism fruitful successful useful impressive promising
        substantive encouraging positive breakthrough
        """)
    private static let blame = WordSet(
        """
        fruitless unproductive disappointing deadlock deadlocked impasse stalemate
        pessimistic inconclusive unsuccessful failure
        """)
    private static let turning = WordSet("less hardly barely little scarcely least far")
}
