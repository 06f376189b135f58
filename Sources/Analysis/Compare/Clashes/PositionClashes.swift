import Intake

/// One actor's positions on one point that cannot both be: for and against, asked for and dropped.
/// Where one article says which draft it means and the other does not, nothing is sure.
struct PositionClashes {
    let pair: ClaimSides

    func clashes() -> [Comparison.Clash] {
        var clashes: [Comparison.Clash] = []
        var seen: Set<String> = []
        for left in pair.left {
            for right in pair.right where left.about == right.about {
                guard oppose(left, right), isOneDraftSure(left, right), !isTold(left, pair.right),
                    !isTold(right, pair.left), seen.insert(left.about).inserted
                else { continue }
                clashes.append(
                    pair.clash(
                        left.about, .position, pair.relation(left.draft, right.draft), left, right))
            }
        }
        return clashes
    }

    private func label(_ claim: Claim) -> StanceFinding.Label? {
        StanceFinding.Label(rawValue: claim.value)
    }

    /// Both name their draft or neither does; what was taken out is told of whatever text there is.
    private func isOneDraftSure(_ left: Claim, _ right: Claim) -> Bool {
        let isOut = [left, right].contains { label($0) == .removed || label($0) == .deferred }
        return isOut || left.traits.contains(.namesDraft) == right.traits.contains(.namesDraft)
    }

    /// Whether an article also tells of this position: then it differs with itself first.
    private func isTold(_ claim: Claim, _ others: [Claim]) -> Bool {
        others.contains { $0.about == claim.about && $0.value == claim.value }
    }

    private func oppose(_ left: Claim, _ right: Claim) -> Bool {
        (label(left)?.side ?? 0) * (label(right)?.side ?? 0) < 0
    }
}

extension ClaimReader {
    func positionClaims(_ column: Column) -> [Claim] {
        column.findings.stances.map { stance in
            let evidence = stance.basis.evidence.first { $0.sentence == stance.sentence }
            let name = dossier.points.first { $0.id == stance.point }?.name ?? stance.point
            return Claim(
                .position, about: "\(stance.actorID ?? stance.actor).\(stance.point)",
                sentences: [stance.sentence], range: evidence?.range ?? 0..<0,
                text: "\(stance.actor) \(stance.label.rawValue) \(name)",
                value: stance.label.rawValue, draft: draft(of: stance, column),
                traits: stance.draft == nil ? [] : .namesDraft)
        }
    }

    /// The draft that a position is about: its own, else the one its sentence goes on with, else the
    /// one the article last spoke of. What has been taken out was in an earlier draft.
    private func draft(of stance: StanceFinding, _ column: Column) -> String? {
        if let draft = stance.draft { return draft }
        let carried = column.draftOfSentence.prefix(stance.sentence + 1).last { $0 != nil } ?? nil
        return carried.map { dossier.drafts[$0].id }
    }
}
