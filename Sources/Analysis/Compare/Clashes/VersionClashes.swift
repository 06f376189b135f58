import Intake

/// The same provision told of one draft here and of another there, by articles of the same weeks:
/// later articles speak of later drafts as a matter of course.
struct VersionClashes {
    let pair: ColumnPair

    func clashes() -> [Comparison.Clash] {
        guard pair.isOfOneTime else { return [] }
        return pair.left.findings.points.compactMap { point in
            guard let other = pair.right.findings.points.first(where: { $0.id == point.id }) else {
                return nil
            }
            let left = claims(point, pair.left)
            let right = claims(other, pair.right)
            guard !left.isEmpty, !right.isEmpty, Set(left.keys).isDisjoint(with: right.keys),
                let first = left.min(by: earlier)?.value, let second = right.min(by: earlier)?.value
            else { return nil }
            return pair.clash("version." + point.id, .version, .laterVersion, first, second)
        }
    }

    private func earlier(_ a: (key: String, value: Claim), _ b: (key: String, value: Claim)) -> Bool
    {
        a.value.range.lowerBound < b.value.range.lowerBound
    }

    /// For each draft of which a sentence about the point speaks, the first such sentence.
    private func claims(_ point: PointFinding, _ column: Column) -> [String: Claim] {
        var claims: [String: Claim] = [:]
        for evidence in point.basis.evidence.sorted(by: { $0.sentence < $1.sentence }) {
            let named = column.findings.drafts.filter {
                $0.basis.sentences.contains(evidence.sentence)
            }.map(\.id)
            let carried = draft(carriedTo: evidence.sentence, column)
            for draft in named.isEmpty ? [carried].compactMap({ $0 }) : named
            where claims[draft] == nil {
                let title = pair.dossier.drafts.first { $0.id == draft }?.title ?? draft
                claims[draft] = Claim(
                    sentences: [evidence.sentence], range: evidence.range, text: title)
            }
        }
        return claims
    }

    /// The draft that a sentence goes on with: its own, else that of the sentence before when both
    /// tell of provisions.
    private func draft(carriedTo sentence: Int, _ column: Column) -> String? {
        if let own = column.draftOfSentence[sentence] { return own }
        let before = sentence - 1
        guard before >= 0,
            column.findings.points.contains(where: { $0.basis.sentences.contains(before) })
        else { return nil }
        return column.draftOfSentence[before]
    }
}
