import Analysis
import Queries

/// One line of a facet pane.
struct FacetRow: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// An entry that can be opened and filtered by.
        case entry(Query.Field, FacetValue)
        /// A line that only says what follows.
        case heading(String)
    }

    var kind: Kind
    /// What stands before the name: blank, `├` or `└`.
    var stem: String

    /// What a filter by this row asks for; nil for a heading.
    var entry: (field: Query.Field, value: FacetValue)? {
        if case .entry(let field, let value) = kind { return (field, value) }
        return nil
    }
}

extension FacetRow {
    /// The field and what it has.
    fileprivate var id: String { entry.map { "\($0.field.rawValue) \($0.value.id)" } ?? "" }
}

/// Sources, people or points, with how many of the articles shown have each.
struct FacetPane: Hashable, Sendable {
    var rows: [FacetRow] = []
    var cursor = ListCursor()
    /// Entries with articles in the result, and in the archive.
    var shown = 0
    var total = 0

    var selected: (field: Query.Field, value: FacetValue)? {
        rows.indices.contains(cursor.index) ? rows[cursor.index].entry : nil
    }

    /// True on the first entry, and where there is none.
    var isAtFirst: Bool { rows.prefix(cursor.index).allSatisfy { $0.entry == nil } }

    mutating func selectFirst() {
        cursor = ListCursor()
        skipHeading(step: 1)
    }

    /// Takes new rows and stays on the same entry, or near it.
    mutating func replace(with rows: [FacetRow], shown: Int, total: Int) {
        let kept = selected
        self.rows = rows
        self.shown = shown
        self.total = total
        if let kept,
            let index = rows.firstIndex(where: {
                $0.entry?.field == kept.field && $0.entry?.value.id == kept.value.id
            })
        {
            cursor.index = index
        }
        cursor.clamp(count: rows.count)
        skipHeading(step: 1)
    }

    mutating func move(by step: Int) {
        cursor.move(by: step, count: rows.count)
        skipHeading(step: step < 0 ? -1 : 1)
    }

    /// Nil on the first entry, where a pane stays whatever comes to be first.
    var standing: Standing.Row? {
        isAtFirst && cursor.top == 0
            ? nil : rows[safe: cursor.index].map { cursor.row($0.id) }
    }

    mutating func stand(on row: Standing.Row?) {
        guard let row else { return }
        cursor.stand(on: row, among: rows.map(\.id))
        skipHeading(step: 1)
    }

    /// A heading is passed over, in the direction of the step.
    private mutating func skipHeading(step: Int) {
        guard rows.indices.contains(cursor.index), rows[cursor.index].entry == nil else { return }
        let next = cursor.index + step
        if rows.indices.contains(next) {
            cursor.index = next
        } else {
            cursor.move(by: -step, count: rows.count)
        }
    }
}

extension FacetPane {
    /// Outlets that published, in the order of their letters where there are letters, and apart
    /// from them those cited inside.
    mutating func showSources(of facets: Facets, isNarrowed: Bool, keepsAll: Bool) {
        var rows: [FacetRow] = []
        let published = facets.sources.sorted {
            ($0.presence?.trailingZeroBitCount ?? 0) < ($1.presence?.trailingZeroBitCount ?? 0)
        }
        for value in published where keepsAll || value.count > 0 {
            rows.append(FacetRow(kind: .entry(.source, value), stem: ""))
        }
        let cited = facets.cited.filter { !isNarrowed || $0.count > 0 }
        if !cited.isEmpty {
            let word = Wording.counted(cited.count, "outlet")
            rows.append(FacetRow(kind: .heading("cited inside: \(word)"), stem: ""))
            for value in cited { rows.append(FacetRow(kind: .entry(.cites, value), stem: "")) }
        }
        replace(
            with: rows, shown: facets.sources.count { $0.count > 0 }, total: facets.sources.count)
    }

    /// Persons, and apart from them states, bodies and groups.
    mutating func showPeople(of facets: Facets, labels: Labels) {
        func isPerson(_ value: FacetValue) -> Bool {
            (labels.participants[value.id]?.kind ?? .person) == .person
        }
        let people = facets.actors.filter { $0.count > 0 && isPerson($0) }
        let others = facets.actors.filter { $0.count > 0 && !isPerson($0) }
        var rows = people.map { FacetRow(kind: .entry(.actor, $0), stem: "") }
        if !others.isEmpty {
            let words = "bodies and states: \(Wording.number(others.count))"
            rows.append(FacetRow(kind: .heading(words), stem: ""))
            rows += others.map { FacetRow(kind: .entry(.actor, $0), stem: "") }
        }
        replace(with: rows, shown: people.count, total: facets.actors.count(where: isPerson))
    }

    /// Topics in the dossier's order, each with its points; a topic of one point is that point.
    mutating func showPoints(of facets: Facets, labels: Labels) {
        let points = facets.points.filter { $0.count > 0 }
        let byTopic = Dictionary(grouping: points) { $0.parent ?? "" }
        let topics = facets.topics.filter { $0.count > 0 }.sorted {
            (labels.topicOrder[$0.id] ?? .max, $0.name) < (
                labels.topicOrder[$1.id] ?? .max, $1.name
            )
        }
        var rows: [FacetRow] = []
        for topic in topics {
            let inside = (byTopic[topic.id] ?? []).sorted {
                (labels.pointOrder[$0.id] ?? .max, $0.name)
                    < (labels.pointOrder[$1.id] ?? .max, $1.name)
            }
            if inside.count == 1 {
                rows.append(FacetRow(kind: .entry(.point, inside[0]), stem: ""))
                continue
            }
            rows.append(FacetRow(kind: .entry(.point, topic), stem: ""))
            for (index, point) in inside.enumerated() {
                let stem = index == inside.count - 1 ? " └" : " ├"
                rows.append(FacetRow(kind: .entry(.point, point), stem: stem))
            }
        }
        let known = Set(topics.map(\.id))
        for point in points where !known.contains(point.parent ?? "") {
            rows.append(FacetRow(kind: .entry(.point, point), stem: ""))
        }
        replace(with: rows, shown: points.count, total: facets.points.count)
    }
}
