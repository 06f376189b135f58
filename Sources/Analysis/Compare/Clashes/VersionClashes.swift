import Intake

/// The same provision told of one draft here and of another there, by articles of the same weeks:
/// later articles speak of later drafts as a matter of course.
struct VersionClashes {
    let pair: ClaimSides

    func clashes() -> [Comparison.Clash] {
        guard pair.isOfOneTime else { return [] }
        var seen: Set<String> = []
        return pair.left.compactMap { claim in
            guard seen.insert(claim.about).inserted else { return nil }
            let left = pair.left.filter { $0.about == claim.about }
            let right = pair.right.filter { $0.about == claim.about }
            guard !left.contains(where: { a in right.contains { $0.value == a.value } }),
                let first = left.min(by: earlier), let second = right.min(by: earlier)
            else { return nil }
            return pair.clash("version." + claim.about, .version, .laterVersion, first, second)
        }
    }

    private func earlier(_ a: Claim, _ b: Claim) -> Bool {
        a.range.lowerBound < b.range.lowerBound
    }
}

extension ClaimReader {
    /// For each point and each draft of which a sentence about it speaks, the first such sentence.
    func versionClaims(_ column: Column) -> [Claim] {
        guard
            column.draftOfSentence.contains(where: { $0 != nil })
                || !column.findings.drafts.isEmpty
        else { return [] }
        var named: [Int: [String]] = [:]
        for draft in column.findings.drafts {
            for sentence in draft.basis.sentences { named[sentence, default: []].append(draft.id) }
        }
        let told = Set(column.findings.points.flatMap(\.basis.evidence).map(\.sentence))
        return column.findings.points.flatMap { point in
            var claims: [Claim] = []
            for evidence in point.basis.evidence.sorted(by: { $0.sentence < $1.sentence }) {
                let carried = draft(carriedTo: evidence.sentence, told, column)
                for draft in named[evidence.sentence] ?? [carried].compactMap({ $0 })
                where !claims.contains(where: { $0.value == draft }) {
                    let title = dossier.drafts.first { $0.id == draft }?.title ?? draft
                    claims.append(
                        Claim(.version, about: point.id, evidence, text: title, value: draft))
                }
            }
            return claims
        }
    }

    /// The draft that a sentence goes on with: its own, else that of the sentence before when both
    /// tell of provisions.
    private func draft(carriedTo sentence: Int, _ told: Set<Int>, _ column: Column) -> String? {
        if let own = column.draftOfSentence[sentence] { return dossier.drafts[own].id }
        guard told.contains(sentence - 1) else { return nil }
        return column.draftOfSentence[sentence - 1].map { dossier.drafts[$0].id }
    }
}
