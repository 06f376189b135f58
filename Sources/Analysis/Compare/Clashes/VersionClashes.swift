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

    /// What names its draft itself goes first, then what the text tells first.
    private func earlier(_ a: Claim, _ b: Claim) -> Bool {
        let names = (a.traits.contains(.namesDraft), b.traits.contains(.namesDraft))
        return names.0 != names.1 ? names.0 : a.range.lowerBound < b.range.lowerBound
    }
}

extension ClaimReader {
    /// For each point and each draft of which a sentence about it speaks, the first such sentence.
    /// Where only the sentence before names the draft, the claim says that it goes by context.
    func versionClaims(_ column: Column) -> [Claim] {
        if column.findings.drafts.isEmpty { return [] }
        var named: [Int: [String]] = [:]
        for draft in column.findings.drafts {
            for sentence in draft.basis.sentences { named[sentence, default: []].append(draft.id) }
        }
        let told = Set(column.findings.points.flatMap(\.basis.evidence).map(\.sentence))
        return column.findings.points.flatMap { point in
            var claims: [Claim] = []
            for evidence in point.basis.evidence.sorted(by: { $0.sentence < $1.sentence }) {
                let sentence = evidence.sentence
                let own = named[sentence]
                let isCarried =
                    told.contains(sentence - 1) && !isAsked(point.id, in: sentence, column)
                let carried = isCarried ? named[sentence - 1]?.first : nil
                for draft in own ?? [carried].compactMap({ $0 })
                where !claims.contains(where: { $0.value == draft }) {
                    let title = dossier.drafts.first { $0.id == draft }?.title ?? draft
                    claims.append(
                        Claim(
                            .version, about: point.id, evidence,
                            text: own == nil ? title + ", by context" : title, value: draft,
                            traits: own == nil ? [] : .namesDraft))
                }
            }
            return claims
        }
    }

    /// Whether somebody asks for the point there: what is asked for need not be in the draft.
    private func isAsked(_ point: String, in sentence: Int, _ column: Column) -> Bool {
        column.findings.stances.contains {
            $0.sentence == sentence && $0.point == point && $0.label == .demands
        }
    }
}
