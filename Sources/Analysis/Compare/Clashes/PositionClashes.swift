import Intake

/// One actor's positions on one point that cannot both be: for and against, asked for and dropped.
/// Where one article says which draft it means and the other does not, nothing is sure.
struct PositionClashes {
    let pair: ColumnPair

    func clashes() -> [Comparison.Clash] {
        var clashes: [Comparison.Clash] = []
        var seen: Set<String> = []
        for left in pair.left.findings.stances {
            for right in pair.right.findings.stances where isSameMatter(left, right) {
                guard oppose(left.label, right.label),
                    isOneDraftSure(left, right), !isTold(left, pair.right),
                    !isTold(right, pair.left),
                    seen.insert("\(left.point) \(holder(left))").inserted
                else { continue }
                clashes.append(
                    pair.clash(
                        "\(holder(left)).\(left.point)", .position,
                        pair.relation(draft(left, pair.left), draft(right, pair.right)),
                        claim(left), claim(right)))
            }
        }
        return clashes
    }

    /// The draft that a position is about: its own, else the one its sentence goes on with, else the
    /// one the article last spoke of. What has been taken out was in an earlier draft.
    private func draft(_ stance: StanceFinding, _ column: Column) -> String? {
        if let draft = stance.draft { return draft }
        return column.draftOfSentence.prefix(stance.sentence + 1).last { $0 != nil } ?? nil
    }

    /// Both name their draft or neither does; what was taken out is told of whatever text there is.
    private func isOneDraftSure(_ left: StanceFinding, _ right: StanceFinding) -> Bool {
        let isOut = [left.label, right.label].contains { $0 == .removed || $0 == .deferred }
        return isOut || (left.draft == nil) == (right.draft == nil)
    }

    private func holder(_ stance: StanceFinding) -> String { stance.actorID ?? stance.actor }

    private func isSameMatter(_ left: StanceFinding, _ right: StanceFinding) -> Bool {
        left.point == right.point && holder(left) == holder(right)
    }

    /// Whether an article also tells of this position: then it differs with itself first.
    private func isTold(_ stance: StanceFinding, _ column: Column) -> Bool {
        column.findings.stances.contains {
            isSameMatter($0, stance) && $0.label == stance.label
        }
    }

    private func oppose(_ left: StanceFinding.Label, _ right: StanceFinding.Label) -> Bool {
        left.side * right.side < 0
    }

    private func claim(_ stance: StanceFinding) -> Claim {
        let evidence = stance.basis.evidence.first { $0.sentence == stance.sentence }
        let name = pair.dossier.points.first { $0.id == stance.point }?.name ?? stance.point
        return Claim(
            sentences: [stance.sentence], range: evidence?.range ?? 0..<0,
            text: "\(stance.actor) \(stance.label.rawValue) \(name)")
    }
}
