extension Dossier {
    /// This dossier with a person's own laid over it: an entry of `own` takes the place of the one
    /// with its id (a provision of the one with its draft and number), all others are added.
    /// Id and title stay; without any entry in `own` nothing changes, not even the hash.
    package func laid(under own: Dossier) -> Dossier {
        guard own.hasEntries else { return self }
        var merged = self
        merged.contentHash = DossierReader.contentHash(
            Array("\(contentHash) \(own.contentHash)".utf8))
        merged.participants = Dossier.laid(participants, under: own.participants) { $0.id }
        merged.outlets = Dossier.laid(outlets, under: own.outlets) { $0.id }
        merged.places = Dossier.laid(places, under: own.places) { $0.id }
        merged.topics = Dossier.laid(topics, under: own.topics) { $0.id }
        merged.points = Dossier.laid(points, under: own.points) { $0.id }
        merged.drafts = Dossier.laid(drafts, under: own.drafts) { $0.id }
        merged.events = Dossier.laid(events, under: own.events) { $0.id }
        merged.provisions = Dossier.laid(provisions, under: own.provisions) {
            "\($0.draft) \($0.number)"
        }
        merged.concordance += own.concordance
        return merged
    }

    /// Whether it says anything beside its id and title.
    private var hasEntries: Bool {
        !(participants.isEmpty && outlets.isEmpty && places.isEmpty && topics.isEmpty
            && points.isEmpty && drafts.isEmpty && provisions.isEmpty && concordance.isEmpty
            && events.isEmpty)
    }

    private static func laid<Entry>(
        _ entries: [Entry], under own: [Entry], id: (Entry) -> String
    ) -> [Entry] {
        guard !own.isEmpty else { return entries }
        var result = entries
        var places = Dictionary(
            entries.enumerated().map { (id($0.element), $0.offset) },
            uniquingKeysWith: { first, _ in first })
        for entry in own {
            if let place = places[id(entry)] {
                result[place] = entry
            } else {
                places[id(entry)] = result.count
                result.append(entry)
            }
        }
        return result
    }
}
