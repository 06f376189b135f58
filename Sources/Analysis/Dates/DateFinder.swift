/// Finds dates and resolves them against the article's publication day. `event` is left nil:
/// the analyzer fills it in from the event of the sentence.
struct DateFinder: Sendable {
    let dossier: Dossier

    func findings(in reading: Reading, cast: Cast) -> [DateFinding] { [] }
}
