/// Finds who and what is named: participants, outlets, places, and names no dossier knows.
/// Gets the dossier once; then readings. Gives the cast, and from it the actors' findings.
struct NameFinder: Sendable {
    let dossier: Dossier

    func cast(in reading: Reading) -> Cast {
        Cast(mentions: [], newcomers: [], tokenCount: reading.tokens.count)
    }

    /// One finding for each participant or newcomer that is named as an actor.
    func findings(in reading: Reading, cast: Cast) -> [ActorFinding] { [] }
}
