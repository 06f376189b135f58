/// Which event each sentence speaks of.
struct Events: Sendable {
    /// For each sentence the index of the dossier's event; nil for none.
    var ofSentence: [Int?]
    var findings: [EventFinding]
}

/// Finds which event of the dossier a sentence means: by its aliases, else by place and date.
struct EventFinder: Sendable {
    let dossier: Dossier

    /// `dates` are those of the article; their `event` is filled in afterwards from the answer.
    func events(in reading: Reading, cast: Cast, dates: [DateFinding]) -> Events {
        Events(ofSentence: Array(repeating: nil, count: reading.sentenceCount), findings: [])
    }
}
