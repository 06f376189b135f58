import Intake

/// A paper that has been handed over here and has not been received there. Both must be about the
/// same side and a revised paper, or both about one that is not called so.
struct ReceiptClashes {
    let pair: ColumnPair

    func clashes() -> [Comparison.Clash] {
        let left = receipts(pair.left)
        let right = receipts(pair.right)
        for here in left {
            for side in here.sides.sorted() {
                let ours = left.filter { $0.isRevised == here.isRevised && $0.sides.contains(side) }
                let theirs = right.filter {
                    $0.isRevised == here.isRevised && $0.sides.contains(side)
                }
                guard let there = theirs.first, there.isDone != here.isDone,
                    ours.allSatisfy({ $0.isDone == here.isDone }),
                    theirs.allSatisfy({ $0.isDone == there.isDone })
                else { continue }
                let isLater = here.isYet || there.isYet || !pair.isOfOneTime
                return [
                    pair.clash(
                        "\(side).receipt", .position, isLater ? .otherTime : .contradiction,
                        here.claim, there.claim)
                ]
            }
        }
        return []
    }

    private struct Receipt {
        var sides: Set<String>
        var isRevised: Bool
        var isDone: Bool
        /// "Not yet": said of its day.
        var isYet: Bool
        var claim: Claim
    }

    private func receipts(_ column: Column) -> [Receipt] {
        let reading = column.reading
        return reading.tokens.indices.compactMap { index in
            guard let sides = sides(at: index, column) else { return nil }
            let sentence = reading.sentence(around: index)
            let before = max(sentence.lowerBound, index - 4)..<index
            let negation = before.first { reading.classes($0).contains(.negation) }
            let start = negation ?? index
            let evidence = reading.evidence(start..<index + 1)
            return Receipt(
                sides: sides,
                isRevised: sentence.contains { ReceiptClashes.revised.contains(reading.word($0)) },
                isDone: negation == nil,
                isYet: negation != nil
                    && before.contains { reading.word($0) == ReceiptClashes.yet },
                claim: Claim(
                    sentences: [evidence.sentence], range: evidence.range,
                    text: reading.text(of: start..<index + 1)))
        }
    }

    /// Who may have received something by the verb at `index`: whoever is named before "received",
    /// or after "handed over … to". Nil where no paper is received.
    private func sides(at index: Int, _ column: Column) -> Set<String>? {
        let reading = column.reading
        let word = reading.word(index)
        let isReceived = ReceiptClashes.receiving.contains(word)
        guard isReceived || ReceiptClashes.giving.contains(word) else { return nil }
        let sentence = reading.sentence(around: index)
        guard sentence.contains(where: { ReceiptClashes.papers.contains(reading.word($0)) }) else {
            return nil
        }
        let range = isReceived ? sentence.lowerBound..<index : index..<sentence.upperBound
        let sides = Set(range.compactMap { pair.side(at: $0, column) })
        return sides.isEmpty ? nil : sides
    }

    private static let receiving = WordSet("received receive")
    private static let giving = WordSet("handed submitted delivered sent passed")
    private static let papers = WordSet(
        """
        plan plans proposal proposals draft drafts document documents text texts version versions
        framework paper papers reply response answer
        """)
    private static let revised = WordSet(
        "updated revised adjusted amended reworked modified new newest latest altered")
    private static let yet = Word("yet")
}
