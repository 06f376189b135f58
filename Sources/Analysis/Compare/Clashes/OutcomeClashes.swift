import Intake

/// One meeting called a success here and a failure there. Both must be said of the same event of
/// the dossier, in words of praise or of disappointment; "less" and negations turn them round.
struct OutcomeClashes {
    let pair: ClaimSides

    func clashes() -> [Comparison.Clash] {
        var seen: Set<String> = []
        return pair.left.compactMap { left in
            guard !seen.contains(left.about),
                !pair.right.contains(where: {
                    $0.about == left.about && isGood($0) == isGood(left)
                }),
                let other = pair.right.first(where: { $0.about == left.about })
            else { return nil }
            seen.insert(left.about)
            return pair.clash(
                left.about + ".outcome", .position, .contradiction, left, other)
        }
    }

    private func isGood(_ claim: Claim) -> Bool { claim.traits.contains(.positive) }

    static let praise = """
        constructive productive optimistic optimism fruitful successful useful impressive promising
        substantive encouraging positive breakthrough
        """
    static let blame = """
        fruitless unproductive disappointing deadlock deadlocked impasse stalemate
        pessimistic inconclusive unsuccessful failure
        """
}

extension ClaimReader {
    /// Words of praise and blame beside an event.
    func outcomeClaims(_ column: Column, _ cues: ClaimCues) -> [Claim] {
        cues.verdicts.compactMap { index in
            guard let event = event(at: index, column) else { return nil }
            let turn = turned(index, column.reading)
            let isGood = ClaimReader.praise.contains(column.reading.word(index)) == (turn == 0)
            let words = index - turn..<index + 1
            return Claim(
                .outcome, about: event, column.reading.evidence(words),
                text: column.reading.text(of: words), traits: isGood ? .positive : [])
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
        return nearest?.id ?? column.eventOfSentence[sentence].map { dossier.events[$0].id }
    }

    /// How many words back something turns the word round: "less impressive", "not very useful";
    /// 0 when nothing does.
    private func turned(_ index: Int, _ reading: Reading) -> Int {
        let start = reading.sentence(around: index).lowerBound
        for back in 1...2 where index - back >= start {
            let other = index - back
            let turns =
                reading.classes(other).contains(.negation)
                || ClaimReader.turning.contains(reading.word(other))
            if turns { return back }
        }
        return 0
    }

    private static let praise = WordSet(OutcomeClashes.praise)
    private static let turning = WordSet("less hardly barely little scarcely least far")
}
