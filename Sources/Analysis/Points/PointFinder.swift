/// Finds which points of the dossier a sentence is about, by their cues.
struct PointFinder: Sendable {
    let dossier: Dossier

    func findings(in reading: Reading, cast: Cast) -> [PointFinding] { [] }
}
