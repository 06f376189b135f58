/// From which outlet each sentence is: "According to Strana, … Thus, …" holds to the end of the
/// paragraph, until another source is named or the author turns from it.
struct SourceTrail: Sendable {
    /// For each sentence the index of the name of the outlet it is carried on from, nil when none.
    private(set) var carried: [Mention.Target?]

    /// `opening` gives the outlet of each sentence that begins "According to" an outlet, `named`
    /// whether the sentence names another source of its own.
    init(_ speech: SpeechReading, opening: [Int: Mention.Target], named: Set<Int>) {
        carried = Array(repeating: nil, count: speech.reading.sentenceCount)
        guard !opening.isEmpty else { return }
        var current: Mention.Target?
        var paragraph = -1
        for sentence in carried.indices {
            if speech.reading.paragraph(ofSentence: sentence) != paragraph {
                paragraph = speech.reading.paragraph(ofSentence: sentence)
                current = nil
            }
            if let outlet = opening[sentence] {
                current = outlet
            } else if named.contains(sentence) || SourceTrail.turns(sentence, speech) {
                current = nil
            } else {
                carried[sentence] = current
            }
        }
    }

    /// A question, the author's own "we", or "however" at the beginning.
    private static func turns(_ sentence: Int, _ speech: SpeechReading) -> Bool {
        let tokens = speech.reading.tokens(ofSentence: sentence)
        guard let first = tokens.first, let last = tokens.last else { return true }
        if speech.has(first, .turning) || speech.word(last) == SpeechWord.question { return true }
        return tokens.contains { speech.has($0, .author) && !speech.isQuoted($0) }
    }
}

/// Finds through which outlet a statement reached the article.
struct OutletTrail: Sendable {
    let speech: SpeechReading
    let cues: CueFinder
    let home: String?
    private let trail: SourceTrail

    init(_ speech: SpeechReading, cues: CueFinder, home: String?) {
        self.speech = speech
        self.cues = cues
        self.home = home
        var opening: [Int: Mention.Target] = [:]
        var named: Set<Int> = []
        for cue in cues.cues {
            guard let outlet = OutletTrail.outlet(of: cue.subject, speech) else { continue }
            let first = speech.reading.tokens(ofSentence: cue.sentence).lowerBound
            if speech.word(cue.token) == SpeechWord.according, cue.start <= first + 1 {
                opening[cue.sentence] = outlet
            } else {
                named.insert(cue.sentence)
            }
        }
        trail = SourceTrail(speech, opening: opening, named: named)
    }

    private static func outlet(of phrase: SpeakerPhrase, _ speech: SpeechReading) -> Mention.Target?
    {
        phrase.kind == .name ? outlet(at: phrase.head, speech) : nil
    }

    private static func outlet(at token: Int, _ speech: SpeechReading) -> Mention.Target? {
        guard let mention = speech.cast.mention(at: token) else { return nil }
        switch mention.target {
        case .outlet: return mention.target
        case .newcomer(let index):
            return speech.cast.newcomers[index].isOutlet ? mention.target : nil
        case .participant, .place: return nil
        }
    }

    /// The outlet a cue's statement is passed on by; nil for the article itself. `speaker` is who
    /// states it.
    func via(_ cue: SpeechCue, speaker: Speaker?) -> (target: Mention.Target, isCarried: Bool)? {
        if case .known(let target) = speaker, isOutlet(target) { return nil }
        if let told = outletBeside(firstCue(like: cue)) { return (told, false) }
        for index in cues.indices(in: speech.window(around: cue.token)) {
            let other = cues.cues[index]
            guard other.token != cue.token,
                other.classes.contains(.saying) || other.shape == .accordingTo,
                let outlet = OutletTrail.outlet(of: other.subject, speech), !isHome(outlet)
            else { continue }
            return (outlet, false)
        }
        guard let outlet = trail.carried[cue.sentence], !isHome(outlet) else { return nil }
        return (outlet, true)
    }

    /// The first cue of the sentence with the same subject: it may say to whom they spoke.
    private func firstCue(like cue: SpeechCue) -> SpeechCue {
        cues.cues[cues.indices(in: speech.window(around: cue.token))].first {
            $0.subject.head == cue.subject.head
        } ?? cue
    }

    /// The outlet a sentence without any cue is carried on from.
    func carried(to sentence: Int) -> Mention.Target? {
        guard let outlet = trail.carried[sentence], !isHome(outlet) else { return nil }
        return outlet
    }

    private static let toOutlet = WordSet("to with by told tell tells telling on in via")

    /// "told the Post", "in an interview with Bloomberg", "to the Financial Times".
    private func outletBeside(_ cue: SpeechCue) -> Mention.Target? {
        let tokens = speech.window(around: cue.token)
        guard cue.end < tokens.upperBound else { return nil }
        for index in cue.end..<tokens.upperBound where !speech.isQuoted(index) {
            guard let outlet = OutletTrail.outlet(at: index, speech), !isHome(outlet),
                let name = speech.name(at: index)
            else { continue }
            var before = name.tokens.lowerBound - 1
            if speech.has(before, .determiner) { before -= 1 }
            return OutletTrail.toOutlet.contains(speech.word(before)) ? outlet : nil
        }
        return nil
    }

    private func isOutlet(_ target: Mention.Target) -> Bool {
        switch target {
        case .outlet: true
        case .newcomer(let index): speech.cast.newcomers[index].isOutlet
        case .participant, .place: false
        }
    }

    private func isHome(_ target: Mention.Target) -> Bool {
        home != nil && speech.cast.id(of: target, in: speech.dossier) == home
    }
}
