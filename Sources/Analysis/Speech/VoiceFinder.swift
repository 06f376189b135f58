/// Says for each sentence whose voice it is in, from the quotations and the outlets cited.
struct VoiceFinder: Sendable {
    let dossier: Dossier

    func findings(
        in reading: Reading, cast: Cast, quotes: [QuoteFinding], home: String?
    ) -> [VoiceFinding] { [] }
}
