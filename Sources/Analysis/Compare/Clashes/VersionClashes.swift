import Intake

/// The same provision told of one draft here and of another there.
struct VersionClashes {
    let pair: ColumnPair

    func clashes() -> [Comparison.Clash] {
        pair.left.findings.points.compactMap { point in
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

    /// For each draft that is named in a sentence about the point, the first such sentence.
    private func claims(_ point: PointFinding, _ column: Column) -> [String: Claim] {
        var claims: [String: Claim] = [:]
        for evidence in point.basis.evidence.sorted(by: { $0.sentence < $1.sentence }) {
            for draft in column.findings.drafts
            where draft.basis.sentences.contains(evidence.sentence) && claims[draft.id] == nil {
                let title = pair.dossier.drafts.first { $0.id == draft.id }?.title ?? draft.id
                claims[draft.id] = Claim(
                    sentences: [evidence.sentence], range: evidence.range, text: title)
            }
        }
        return claims
    }
}
