package import Analysis

/// The dossier's names for ids, and its order of topics and points.
package struct Labels: Equatable, Sendable {
    package let title: String
    let points: [String: PlanPoint]
    let topics: [String: Topic]
    let topicOrder: [String: Int]
    let pointOrder: [String: Int]
    let drafts: [String: Draft]
    let events: [String: Event]
    let participants: [String: Participant]
    let outlets: [String: Outlet]
    let places: [String: String]
    /// The points on which some draft provides something.
    private let provided: Set<String>

    package init(dossier: Dossier) {
        title = dossier.title
        points = Labels.index(dossier.points) { $0.id }
        topics = Labels.index(dossier.topics) { $0.id }
        topicOrder = Labels.order(dossier.topics.map(\.id))
        pointOrder = Labels.order(dossier.points.map(\.id))
        drafts = Labels.index(dossier.drafts) { $0.id }
        events = Labels.index(dossier.events) { $0.id }
        participants = Labels.index(dossier.participants) { $0.id }
        outlets = Labels.index(dossier.outlets) { $0.id }
        places = Labels.index(dossier.places) { $0.id }.mapValues(\.name)
        provided = Set(dossier.provisions.flatMap(\.points))
    }

    func point(_ id: String) -> String { points[id]?.name ?? topics[id]?.name ?? id }
    /// What the plan provides on a point; a position is towards it, so it stands beside each. Nil for
    /// what no draft has a clause on, such as the plan itself.
    func provision(of point: String) -> String? {
        provided.isEmpty || provided.contains(point) ? points[point]?.provision : nil
    }
    func topic(_ id: String) -> String { topics[id]?.name ?? id }
    func draft(_ id: String) -> String { drafts[id]?.title ?? id }
    func event(_ id: String) -> String { events[id]?.name ?? id }
    func participant(_ id: String) -> String { participants[id]?.name ?? id }
    func outlet(_ id: String) -> String { outlets[id]?.name ?? id }
    /// Who says something: people, bodies and states, and outlets that speak for themselves.
    func speaker(_ id: String) -> String { participants[id]?.name ?? outlet(id) }

    /// What a rule did not choose: an entry of any kind, days, or words as they are.
    func rival(_ text: String) -> String {
        points[text]?.name ?? topics[text]?.name ?? drafts[text]?.title ?? events[text]?.name
            ?? participants[text]?.name ?? outlets[text]?.name ?? Wording.rival(text)
    }

    private static func index<Value>(
        _ values: [Value], by id: (Value) -> String
    ) -> [String: Value] {
        Dictionary(values.map { (id($0), $0) }) { first, _ in first }
    }

    private static func order(_ ids: [String]) -> [String: Int] {
        Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
    }
}
