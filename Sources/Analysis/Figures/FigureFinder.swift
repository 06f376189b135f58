/// Finds numbers that quantify something, and what they count. Gets the sentence's draft and event
/// so that the same number about another thing has another key.
struct FigureFinder: Sendable {
    let dossier: Dossier

    func findings(
        in reading: Reading, cast: Cast, drafts: Drafts, events: Events
    ) -> [FigureFinding] { [] }
}
