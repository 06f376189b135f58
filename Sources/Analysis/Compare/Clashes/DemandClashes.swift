import Intake

/// What one side asks for, told with other contents: two sentences give it demands on a point in
/// common, and besides it different points of the same topic. Asking for more is another version
/// of the demand and contradicts nothing.
struct DemandClashes {
    let pair: ColumnPair

    func clashes() -> [Comparison.Clash] {
        let right = demands(pair.right)
        var seen: Set<String> = []
        return demands(pair.left).compactMap { left in
            let about = "\(left.side).\(left.topic)"
            guard !seen.contains(about),
                !right.contains(where: { $0.isOn(left) && $0.points == left.points }),
                let other = right.first(where: { $0.isOn(left) && $0.points != left.points })
            else { return nil }
            seen.insert(about)
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
            let side = side(of: stance.actorID ?? stance.actor)
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

    /// The state or body that somebody belongs to in the end.
    private func side(of actor: String) -> String {
        var side = actor
        for _ in 0..<5 {
            guard let parent = pair.dossier.participants.first(where: { $0.id == side })?.partOf
            else { break }
            side = parent
        }
        return side
    }
}
