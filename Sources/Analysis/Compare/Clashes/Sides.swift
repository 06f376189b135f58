/// The state or body that each actor of a dossier belongs to in the end: by the dossier, else by an
/// office that names a state ("President of Freedonia"), else the actor itself.
struct Sides: Sendable {
    private let dossier: Dossier
    private let sides: [String: String]
    private let stateOfAdjective: [Word: Int]

    init(dossier: Dossier) {
        self.dossier = dossier
        sides = Sides.sides(of: dossier)
        stateOfAdjective = Nations.statesOfAdjectives(in: dossier)
    }

    func side(of actor: String) -> String { sides[actor] ?? actor }

    /// The state or body to which a name, or an adjective of nation, at a token belongs.
    func side(at token: Int, _ reading: Reading, _ cast: Cast) -> String? {
        switch cast.target(at: token) {
        case .participant(let index): side(of: dossier.participants[index].id)
        case .newcomer(let index): side(of: cast.newcomers[index].id)
        case .outlet, .place: nil
        // "Norwegian" is of Norway, where the dossier knows that state.
        case nil: stateOfAdjective[reading.word(token)].map { dossier.participants[$0].id }
        }
    }

    private static func sides(of dossier: Dossier) -> [String: String] {
        let above = Dictionary(
            dossier.participants.map { ($0.id, $0.partOf ?? state(ofOffices: $0, in: dossier)) },
            uniquingKeysWith: { first, _ in first })
        return above.mapValues { $0 ?? "" }.reduce(into: [:]) { sides, entry in
            var side = entry.key
            for _ in 0..<5 {
                guard let next = above[side] ?? nil else { break }
                side = next
            }
            sides[entry.key] = side
        }
    }

    private static func state(ofOffices person: Participant, in dossier: Dossier) -> String? {
        guard person.kind == .person else { return nil }
        let words = person.roles.flatMap { $0.title.split(separator: " ") }
        return dossier.participants.first { state in
            state.kind == .state && words.contains { $0 == state.name }
        }?.id
    }
}
