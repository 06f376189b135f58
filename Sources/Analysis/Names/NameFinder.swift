/// Finds who and what is named: participants, outlets, places, and names no dossier knows.
/// Gets the dossier once; then readings. Gives the cast, and from it the actors' findings.
struct NameFinder: Sendable {
    let dossier: Dossier
    private let gazetteer: Gazetteer

    init(dossier: Dossier) {
        self.dossier = dossier
        gazetteer = Gazetteer(dossier: dossier)
    }

    func cast(in reading: Reading) -> Cast {
        var search = NameSearch(dossier: dossier, gazetteer: gazetteer, reading: reading)
        search.run()
        var shapes = NameShapes(
            reading, dossier: dossier, mentions: search.mentions, taken: search.taken)
        if reading.isEnglish { shapes.run() }
        return Cast(
            mentions: shapes.mentions, newcomers: shapes.newcomers,
            tokenCount: reading.tokens.count)
    }

    /// One finding for each participant or newcomer that is named as an actor, in the order in
    /// which they first are.
    func findings(in reading: Reading, cast: Cast) -> [ActorFinding] {
        var order: [Mention.Target] = []
        var mentions: [Mention.Target: [Mention]] = [:]
        for mention in cast.mentions where mention.use == .actor {
            guard cast.kind(of: mention.target, in: dossier) != nil else { continue }
            if mentions[mention.target] == nil { order.append(mention.target) }
            mentions[mention.target, default: []].append(mention)
        }
        return order.compactMap { target in
            guard let kind = cast.kind(of: target, in: dossier), let named = mentions[target] else {
                return nil
            }
            return finding(target, kind, named, reading, cast)
        }
    }

    private func finding(
        _ target: Mention.Target, _ kind: Participant.Kind, _ mentions: [Mention],
        _ reading: Reading, _ cast: Cast
    ) -> ActorFinding {
        var forms: [String] = []
        var rivals: [String] = []
        var best = mentions[0]
        for mention in mentions {
            let form = reading.text(of: mention.tokens)
            if !forms.contains(form) { forms.append(form) }
            for rival in mention.rivals.map({ dossier.participants[$0].id })
            where !rivals.contains(rival) {
                rivals.append(rival)
            }
            if mention.confidence > best.confidence { best = mention }
        }
        let isKnown = if case .newcomer = target { false } else { true }
        let cue = best.title.isEmpty ? nil : reading.text(of: best.title)
        return ActorFinding(
            id: cast.id(of: target, in: dossier), name: cast.name(of: target, in: dossier),
            kind: kind, isKnown: isKnown, forms: forms,
            basis: Basis(
                rule: rule(of: best, kind), cue: cue, confidence: best.confidence,
                rivals: rivals, evidence: mentions.map { reading.evidence($0.tokens) }))
    }

    private func rule(of mention: Mention, _ kind: Participant.Kind) -> String {
        switch mention.form {
        case .fullName: "full-name"
        case .shortName: "surname-after-full-name"
        case .alias: kind == .person ? "alias" : "name-that-acts"
        case .weakAlias: "weak-alias-beside-a-name"
        case .shape: kind == .group ? "group-of-a-nation" : "name-shape"
        }
    }
}
