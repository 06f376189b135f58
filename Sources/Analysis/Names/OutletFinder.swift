import Intake

/// Finds outlets cited in the body, and which outlet an article is from.
struct OutletFinder: Sendable {
    let dossier: Dossier

    /// The dossier's id of the article's own outlet, from its name or its address.
    func home(of article: Article) -> String? { nil }

    /// One finding for each outlet cited; the article's own outlet is never cited by itself.
    func findings(in reading: Reading, cast: Cast, home: String?) -> [OutletFinding] { [] }
}
