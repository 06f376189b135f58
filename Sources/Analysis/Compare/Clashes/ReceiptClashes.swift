import Intake

/// A paper that has been handed over here and has not been received there. Both must be about the
/// same side and a revised paper, or both about one that is not called so.
struct ReceiptClashes {
    let pair: ClaimSides

    func clashes() -> [Comparison.Clash] {
        var clashes: [Comparison.Clash] = []
        for here in pair.left where !clashes.contains(where: { $0.about == here.fact }) {
            let ours = pair.left.filter { isSame($0, here) }
            let theirs = pair.right.filter { isSame($0, here) }
            guard let there = theirs.first, isDone(there) != isDone(here),
                ours.allSatisfy({ isDone($0) == isDone(here) }),
                theirs.allSatisfy({ isDone($0) == isDone(there) })
            else { continue }
            let isLater =
                [here, there].contains { $0.traits.contains(.yet) } || !pair.isKnownOfOneTime
            clashes.append(
                pair.clash(
                    here.fact, .position, isLater ? .otherTime : .contradiction, here, there))
        }
        return clashes
    }

    private func isSame(_ a: Claim, _ b: Claim) -> Bool {
        a.about == b.about && a.traits.contains(.revised) == b.traits.contains(.revised)
    }

    private func isDone(_ claim: Claim) -> Bool { claim.traits.contains(.positive) }

    static let receiving = "received receive"
    static let giving = "handed submitted delivered sent passed"
}

extension Claim {
    /// What a clash on a paper's receipt is about.
    fileprivate var fact: String { about + ".receipt" }
}

extension ClaimReader {
    /// Papers that somebody has received or not, one for each side.
    func receiptClaims(_ column: Column, _ cues: ClaimCues) -> [Claim] {
        let reading = column.reading
        return cues.papers.flatMap { index -> [Claim] in
            let receivers = receivers(at: index, column)
            if receivers.isEmpty { return [] }
            let sentence = reading.sentence(around: index)
            let before = max(sentence.lowerBound, index - 4)..<index
            let negation = before.first { reading.classes($0).contains(.negation) }
            let words = (negation ?? index)..<index + 1
            var traits: Claim.Traits = negation == nil ? .positive : []
            if sentence.contains(where: { ClaimReader.revised.contains(reading.word($0)) }) {
                traits.insert(.revised)
            }
            if negation != nil, before.contains(where: { reading.word($0) == ClaimReader.yet }) {
                traits.insert(.yet)
            }
            return receivers.map {
                Claim(
                    .receipt, about: $0, reading.evidence(words), text: reading.text(of: words),
                    traits: traits)
            }
        }
    }

    /// Who may have received something by the verb at `index`: whoever is named before "received",
    /// or after "handed over … to". Empty where no paper is received.
    private func receivers(at index: Int, _ column: Column) -> [String] {
        let reading = column.reading
        let isReceived = ClaimReader.receiving.contains(reading.word(index))
        let sentence = reading.sentence(around: index)
        guard sentence.contains(where: { ClaimReader.papers.contains(reading.word($0)) }) else {
            return []
        }
        let range = isReceived ? sentence.lowerBound..<index : index..<sentence.upperBound
        return Set(range.compactMap { side(at: $0, column) }).sorted()
    }

    private static let receiving = WordSet(ReceiptClashes.receiving)
    private static let papers = WordSet(
        """
        plan plans proposal proposals draft drafts document documents text texts version versions
        framework paper papers reply response answer
        """)
    private static let revised = WordSet(
        "updated revised adjusted amended reworked modified new newest latest altered")
    private static let yet = Word("yet")
}
