/// Finds quotations and indirect statements with their speakers. `home` is the dossier's id of the
/// article's own outlet: never a `via`.
struct QuoteFinder: Sendable {
    let dossier: Dossier

    func findings(in reading: Reading, cast: Cast, home: String?) -> [QuoteFinding] { [] }
}
