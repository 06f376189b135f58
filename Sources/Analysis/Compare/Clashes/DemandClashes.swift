import Intake

/// What one side asks for, told with other contents: two sentences give it demands on a point in
/// common, and besides it different points of the same topic. Asking for more is another version
/// of the demand and contradicts nothing.
struct DemandClashes {
    let pair: ColumnPair

    /// For each side and topic the two demands that differ most: each of them asks for something
    /// that the other does not, then for the most points together.
    func clashes() -> [Comparison.Clash] {
        let right = demands(pair.right)
        var best: [(about: String, left: Demand, right: Demand)] = []
        for left in demands(pair.left) {
            let others = right.filter { $0.isOn(left) }
            guard !others.contains(where: { $0.points == left.points }) else { continue }
            for other in others {
                let about = "\(left.side).\(left.topic)"
                if let known = best.firstIndex(where: { $0.about == about }) {
                    let old = best[known].left.distance(to: best[known].right)
                    if left.distance(to: other) > old { best[known] = (about, left, other) }
                } else {
                    best.append((about, left, other))
                }
            }
        }
        return best.map { about, left, other in
            let relation =
                left.isPart(of: other) ? .laterVersion : pair.relation(left.draft, other.draft)
            return pair.clash(about, .position, relation, claim(left), claim(other))
        }
    }

    private struct Demand {
        var side: String
        var topic: String
        var points: Set<String>
        var draft: String?
        var claim: Claim

        func isOn(_ other: Demand) -> Bool {
            side == other.side && topic == other.topic && !points.isDisjoint(with: other.points)
        }

        func distance(to other: Demand) -> Int {
            points.symmetricDifference(other.points).count + (isPart(of: other) ? 0 : 100)
        }

        /// One of the two asks for all that the other does.
        func isPart(of other: Demand) -> Bool {
            points.isSubset(of: other.points) || other.points.isSubset(of: points)
        }
    }

    /// One for each sentence, side and topic.
    private func demands(_ column: Column) -> [Demand] {
        var demands: [Demand] = []
        for stance in column.findings.stances where stance.label == .demands {
            guard let topic = pair.dossier.points.first(where: { $0.id == stance.point })?.topic
            else { continue }
            let side = pair.side(of: stance.actorID ?? stance.actor)
            let known = demands.firstIndex {
                $0.side == side && $0.topic == topic && $0.claim.sentences == [stance.sentence]
            }
            if let known {
                demands[known].points.insert(stance.point)
                continue
            }
            let evidence = stance.basis.evidence.first { $0.sentence == stance.sentence }
            let claim = Claim(
                sentences: [stance.sentence], range: evidence?.range ?? 0..<0, text: stance.actor)
            demands.append(
                Demand(
                    side: side, topic: topic, points: [stance.point], draft: stance.draft,
                    claim: claim))
        }
        return demands
    }

    /// "Russia demands Donbas, Crimea".
    private func claim(_ demand: Demand) -> Claim {
        var claim = demand.claim
        let names = pair.dossier.points.filter { demand.points.contains($0.id) }.map(\.name)
        claim.text += " demands " + names.joined(separator: ", ")
        return claim
    }
}
