import Intake

/// Finds actors' positions towards points, from the points found and the voices of sentences.
///
/// A position is towards the provision as the plan words it: where the provision keeps something
/// from being ("Ukraine stays out of NATO"), whoever demands that thing rejects the provision, and
/// whoever rejects its refusal does, too. A rule that is not sure proposes nothing.
struct StanceFinder: Sendable {
    let dossier: Dossier
    private let lexicon = StanceLexicon()
    /// Points whose provision keeps something from being, by id.
    private let inverse: Set<String>
    /// Of all participants.
    private let actorIDs: Set<String>
    /// For each draft the participant whose it is.
    private let ownerOfDraft: [Int?]
    /// Whose all drafts of kind "proposal" are, when they are one participant's.
    private let mainOwner: Int?

    init(dossier: Dossier) {
        self.dossier = dossier
        let owners = dossier.drafts.map { StanceFinder.owners(of: $0, in: dossier) }
        let proposals = dossier.drafts.indices.filter { dossier.drafts[$0].kind == "proposal" }
        let main = Set(proposals.flatMap { owners[$0] })
        mainOwner = main.count == 1 ? main.first : nil
        ownerOfDraft = owners.map { [mainOwner] in
            $0.count == 1 ? $0[0] : $0.first { $0 == mainOwner }
        }
        actorIDs = Set(dossier.participants.map(\.id))
        inverse = Set(
            dossier.points.filter { point in
                Tokeniser.tokens(of: point.provision ?? "", lexicon: .empty).contains {
                    StanceVocabulary.keepsFrom.contains($0.word)
                }
            }.map(\.id))
    }

    /// The authors among the states and bodies, else the one the draft's title begins with: "US
    /// draft of November".
    private static func owners(of draft: Draft, in dossier: Dossier) -> [Int] {
        let states = dossier.participants.indices.filter {
            dossier.participants[$0].kind == .state || dossier.participants[$0].kind == .body
        }
        let authors = states.filter { state in
            let participant = dossier.participants[state]
            return draft.authors.contains(participant.name)
                || participant.aliases.contains { draft.authors.contains($0.text) }
        }
        guard authors.isEmpty else { return authors }
        return states.filter { state in
            dossier.participants[state].aliases.contains { draft.title.hasPrefix($0.text + " ") }
        }
    }

    func findings(
        in speech: Speech, points: [PointFinding], drafts: Drafts, quotes: [QuoteFinding],
        voices: [VoiceFinding]
    ) -> [StanceFinding] {
        guard !points.isEmpty else { return [] }
        let quotes = Dictionary(grouping: quotes, by: \.sentence)
        var reader = StanceReader(
            speech, lexicon: lexicon, inverse: inverse, actorIDs: actorIDs, points: points,
            quotes: quotes,
            draftOwners: drafts.ofSentence.map { $0.map { ownerOfDraft[$0] } ?? mainOwner })
        return reader.findings().map { stance in
            var stance = stance
            if stance.draft == nil, let draft = drafts.ofSentence[stance.sentence] {
                stance.draft = dossier.drafts[draft].id
            }
            stance.accordingTo = source(
                of: stance, quotes: quotes[stance.sentence] ?? [], voices: voices)
            return stance
        }
    }

    /// By whose account the position is held: whoever states the clause it stands in, or the
    /// outlet the sentence is carried on from; nil when that is the actor or the article itself.
    private func source(
        of stance: StanceFinding, quotes: [QuoteFinding], voices: [VoiceFinding]
    ) -> String? {
        guard let place = stance.basis.evidence.first?.range else { return nil }
        let around = quotes.filter {
            $0.speaker != nil && !$0.speakers.contains { $0.name == stance.actor }
                && $0.range.contains(place.lowerBound)
        }
        if let quote = around.min(by: { $0.range.count < $1.range.count }) {
            return quote.speakerText
        }
        let own = quotes.first { quote in
            quote.via != nil && quote.speakers.contains { $0.name == stance.actor }
        }
        if let via = own?.via { return via }
        guard stance.sentence < voices.count else { return nil }
        let voice = voices[stance.sentence]
        return voice.basis.rule == "source-carried-on" ? voice.chain.last : nil
    }
}

/// The verbs and nouns of positions, compiled once.
struct StanceLexicon: Sendable {
    private var verbs = WordTable()
    private var nouns = WordTable()
    private var providing = WordTable()
    private var particles: [WordSet] = []

    init() {
        for (label, bases) in StanceVocabulary.verbs {
            for base in StanceLexicon.words(bases) {
                var particle = 0
                if let needed = StanceVocabulary.particles[base] {
                    particles.append(WordSet(needed))
                    particle = particles.count
                }
                let value = StanceLexicon.code(label) | UInt64(particle) << 8
                for (_, form) in SpeechLexicon.forms(of: base)
                where verbs.value(of: Word(form)) == 0 {
                    verbs.insert(Word(form), value)
                }
            }
        }
        for (label, words) in StanceVocabulary.nouns {
            for word in StanceLexicon.words(words) {
                nouns.insert(Word(word), StanceLexicon.code(label))
            }
        }
        for base in StanceLexicon.words(StanceVocabulary.providing) {
            for (_, form) in SpeechLexicon.forms(of: base) { providing.insert(Word(form), 1) }
        }
    }

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
    }

    private static func code(_ label: StanceFinding.Label) -> UInt64 {
        UInt64((StanceFinding.Label.allCases.firstIndex(of: label) ?? 0) + 1)
    }

    private static func label(_ code: UInt64) -> StanceFinding.Label? {
        let index = Int(code & 0xFF) - 1
        return index >= 0 ? StanceFinding.Label.allCases[index] : nil
    }

    /// The position a verb takes with the word behind it; nil for none.
    func label(ofVerb word: Word, before next: Word) -> StanceFinding.Label? {
        let value = verbs.value(of: word)
        let particle = Int(value >> 8)
        if particle > 0, !particles[particle - 1].contains(next) { return nil }
        return StanceLexicon.label(value)
    }

    func label(ofNoun word: Word) -> StanceFinding.Label? {
        StanceLexicon.label(nouns.value(of: word))
    }

    func isProviding(_ word: Word) -> Bool { providing.value(of: word) != 0 }
}
