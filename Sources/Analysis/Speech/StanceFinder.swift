/// Finds actors' positions towards points, from the points found and the voices of sentences.
struct StanceFinder: Sendable {
    let dossier: Dossier

    func findings(
        in reading: Reading, cast: Cast, points: [PointFinding], drafts: Drafts,
        quotes: [QuoteFinding], voices: [VoiceFinding]
    ) -> [StanceFinding] { [] }
}
