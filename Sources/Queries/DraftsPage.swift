package import Analysis

/// What became of each numbered point from one draft to a later one, as the dossier's concordance
/// has it, and which articles speak of its subject.
package struct DraftsPage: Equatable, Sendable {
    package struct Row: Equatable, Sendable {
        /// Nil for a point that is new, and for one that was dropped.
        package var from: Provision?
        package var to: Provision?
        package var fate: ConcordanceRow.Fate
        package var note: String?
        /// Points of the tree that either is about.
        package var points: [String]
        /// Whether other provisions are about all of these points, too: what speaks of them need not
        /// speak of this one.
        package var isShared = false
        /// Articles that speak of one of them, in whatever version.
        package var articleCount: Int
        /// Bit n stands for the n-th of `Overview.letters`; nil where articles have none.
        package var presence: UInt16?

        /// One of the two, the earlier where there are both.
        package var provision: Provision? { from ?? to }
        /// Its wordings, the earlier first.
        package var wordings: [Provision] { [from, to].compactMap(\.self) }
    }

    package var from: Draft
    package var to: Draft
    /// Which of the pairs that the dossier compares, from 0, and how many there are.
    package var pair: Int
    package var pairCount: Int
    /// In the order of the earlier draft, what is new last.
    package var rows: [Row]
    /// The articles that are asked, a bit for each as in `Row.presence`; nil where articles have no
    /// letters.
    package var shown: UInt16?

    /// Points of that fate: of one that was split into two, one.
    package func count(_ fate: ConcordanceRow.Fate) -> Int {
        let numbers = rows.filter { $0.fate == fate }.map { row in
            fate == .new ? row.to?.number : row.from?.number
        }
        return Set(numbers).count
    }

    /// Points of the later draft that no row leads to: what they come from is not said.
    package var untraced: Int {
        max(0, (to.size ?? 0) - Set(rows.compactMap { $0.to?.number }).count)
    }

    /// Nil when the dossier compares no drafts. `pair` counts round.
    package init?(dossier: Dossier, pair: Int) {
        var pairs: [[String]] = []
        for row in dossier.concordance where !pairs.contains([row.fromDraft, row.toDraft]) {
            pairs.append([row.fromDraft, row.toDraft])
        }
        guard !pairs.isEmpty else { return nil }
        let number = ((pair % pairs.count) + pairs.count) % pairs.count
        let ids = pairs[number]
        from = dossier.drafts.first { $0.id == ids[0] } ?? Draft(id: ids[0], title: ids[0])
        to = dossier.drafts.first { $0.id == ids[1] } ?? Draft(id: ids[1], title: ids[1])
        self.pair = number
        pairCount = pairs.count
        rows = dossier.concordance.filter { [$0.fromDraft, $0.toDraft] == ids }
            .sorted { ($0.from ?? .max, $0.to ?? .max) < ($1.from ?? .max, $1.to ?? .max) }
            .map { DraftsPage.row($0, dossier) }
        for place in rows.indices { rows[place].isShared = isShared(rows[place]) }
    }

    private func isShared(_ row: Row) -> Bool {
        let others = rows.filter { other in
            !(row.from != nil && other.from == row.from || row.to != nil && other.to == row.to)
        }
        let elsewhere = Set(others.flatMap(\.points))
        return row.points.allSatisfy(elsewhere.contains)
    }

    private static func row(_ row: ConcordanceRow, _ dossier: Dossier) -> Row {
        func provision(_ draft: String, _ number: Int?) -> Provision? {
            guard let number else { return nil }
            return dossier.provisions.first { $0.draft == draft && $0.number == number }
                ?? Provision(draft: draft, number: number, title: "", text: "", points: [])
        }
        let from = provision(row.fromDraft, row.from)
        let to = provision(row.toDraft, row.to)
        var points = from?.points ?? []
        for point in to?.points ?? [] where !points.contains(point) { points.append(point) }
        return Row(
            from: from, to: to, fate: row.fate, note: row.note, points: points, articleCount: 0)
    }
}
