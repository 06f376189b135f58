import Intake

/// What one side asks for, told with other contents: two sentences give it demands on a point in
/// common, and besides it different points of the same topic. Asking for more is another version
/// of the demand and contradicts nothing.
struct DemandClashes {
    /// How what they are about ends, behind a side and a topic.
    static let ending = ".demands"

    let pair: ClaimSides

    /// For each side and topic the two demands that differ most: each of them asks for something
    /// that the other does not, then for the most points together.
    func clashes() -> [Comparison.Clash] {
        var best: [(left: Claim, right: Claim)] = []
        for left in pair.left {
            let others = pair.right.filter { isOn($0, left) }
            guard !others.contains(where: { $0.words == left.words }) else { continue }
            for other in others {
                if let known = best.firstIndex(where: { $0.left.about == left.about }) {
                    let old = distance(best[known].left, best[known].right)
                    if distance(left, other) > old { best[known] = (left, other) }
                } else {
                    best.append((left, other))
                }
            }
        }
        return best.map { left, other in
            let differs = pair.relation(left.draft, other.draft)
            let relation: Comparison.Clash.Relation =
                isPart(left, other)
                ? .laterVersion
                : differs == .contradiction && !pair.isKnownOfOneTime ? .otherTime : differs
            return pair.clash(left.about, .position, relation, left, other)
        }
    }

    private func isOn(_ claim: Claim, _ other: Claim) -> Bool {
        claim.about == other.about && claim.words.contains(where: other.words.contains)
    }

    private func distance(_ left: Claim, _ right: Claim) -> Int {
        let only = Set(left.words).symmetricDifference(right.words)
        return only.count + (isPart(left, right) ? 0 : 100)
    }

    /// One of the two asks for all that the other does.
    private func isPart(_ left: Claim, _ right: Claim) -> Bool {
        left.words.allSatisfy(right.words.contains) || right.words.allSatisfy(left.words.contains)
    }
}

extension ClaimReader {
    /// One for each sentence, side and topic; its words are the points, in the dossier's order. Only
    /// they are shown: what is asked of each, land or a freeze of its lines, the sentence says.
    func demandClaims(_ column: Column) -> [Claim] {
        var demands: [(claim: Claim, points: Set<String>)] = []
        for stance in column.findings.stances where stance.label == .demands {
            guard let topic = topicOfPoint[stance.point] else { continue }
            let side = side(of: stance.actorID ?? stance.actor)
            let about = "\(side).\(topic)\(DemandClashes.ending)"
            let known = demands.firstIndex {
                $0.claim.about == about && $0.claim.sentence == stance.sentence
            }
            if let known {
                demands[known].points.insert(stance.point)
                continue
            }
            let evidence = stance.basis.evidence.first { $0.sentence == stance.sentence }
            let claim = Claim(
                .demand, about: about, sentences: [stance.sentence],
                range: evidence?.range ?? 0..<0, draft: stance.draft)
            demands.append((claim, [stance.point]))
        }
        return demands.map { claim, points in
            var claim = claim
            let asked = dossier.points.filter { points.contains($0.id) }
            claim.words = asked.map { Hash($0.id).short }
            claim.text = asked.map(\.name).joined(separator: ", ")
            return claim
        }
    }
}
