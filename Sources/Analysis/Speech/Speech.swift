/// What all rules about speech need of one article, made once: the prepared reading, its cues, who
/// the speakers are, and through which outlet statements came.
struct Speech: Sendable {
    let reading: SpeechReading
    let cues: CueFinder
    let resolver: SpeakerResolver
    let trail: OutletTrail
    /// The dossier's id of the article's own outlet.
    let home: String?

    /// `holders` are those of the dossier: made once by who reads many articles.
    init(
        _ reading: Reading, cast: Cast, dossier: Dossier, holders: OfficeHolders? = nil,
        home: String?
    ) {
        self.reading = SpeechReading(reading, cast: cast, dossier: dossier)
        cues = CueFinder(self.reading)
        var resolver = SpeakerResolver(
            self.reading, cues: cues, holders: holders ?? OfficeHolders(dossier: dossier))
        trail = OutletTrail(self.reading, cues: cues, resolver: &resolver, home: home)
        self.resolver = resolver
        self.home = home
    }
}
