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
        var groups: [[Mention]] = []
        var groupOfTarget = Array(
            repeating: -1, count: dossier.participants.count + cast.newcomers.count)
        for mention in cast.mentions where mention.use == .actor {
            guard let slot = slot(of: mention.target, in: cast) else { continue }
            if groupOfTarget[slot] < 0 {
                groupOfTarget[slot] = groups.count
                groups.append([])
            }
            groups[groupOfTarget[slot]].append(mention)
        }
        return groups.compactMap { mentions in
            let target = mentions[0].target
            guard let kind = cast.kind(of: target, in: dossier) else { return nil }
            return finding(target, kind, mentions, reading, cast)
        }
    }

    /// Participants are numbered before newcomers; nil for what is no actor.
    private func slot(of target: Mention.Target, in cast: Cast) -> Int? {
        switch target {
        case .participant(let index): index
        case .newcomer(let index):
            cast.newcomers[index].isOutlet ? nil : dossier.participants.count + index
        case .outlet, .place: nil
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
