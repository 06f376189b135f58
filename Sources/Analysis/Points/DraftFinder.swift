/// Which draft each sentence speaks of.
struct Drafts: Sendable {
    /// For each sentence the index of the dossier's draft, named there or carried on; nil for none.
    var ofSentence: [Int?]
    var findings: [DraftFinding]
}

/// Finds which draft a passage means: "the 28-point plan", "the initial draft", "it".
struct DraftFinder: Sendable {
    let dossier: Dossier

    func drafts(in reading: Reading, cast: Cast) -> Drafts {
        Drafts(ofSentence: Array(repeating: nil, count: reading.sentenceCount), findings: [])
    }
}
