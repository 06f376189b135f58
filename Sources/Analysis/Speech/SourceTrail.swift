/// From whom each sentence is: "According to Strana, … Thus, …" holds to the end of the
/// paragraph, until another source is named or the author turns from it. From a person, "As Berg
/// noted, … They …", it holds only while nothing but what was spoken of goes on.
struct SourceTrail: Sendable {
    /// What opens sentences, and which sentences name another outlet.
    struct Openings: Sendable {
        var outlets: [Int: Mention.Target] = [:]
        var people: [Int: SpeakerDescription] = [:]
        var named: Set<Int> = []
    }

    /// For each sentence the name of the outlet it is carried on from, nil when none.
    private(set) var outlets: [Mention.Target?]
    /// For each sentence the person or group it is carried on from, nil when none.
    private(set) var people: [SpeakerDescription?]

    init(_ speech: SpeechReading, cues: CueFinder, _ openings: Openings) {
        let count = speech.reading.sentenceCount
        outlets = Array(repeating: nil, count: count)
        people = Array(repeating: nil, count: count)
        if openings.outlets.isEmpty, openings.people.isEmpty { return }
        var outlet: Mention.Target?
        var person: SpeakerDescription?
        var paragraph = -1
        for sentence in 0..<count {
            if speech.reading.paragraph(ofSentence: sentence) != paragraph {
                paragraph = speech.reading.paragraph(ofSentence: sentence)
                if !SourceTrail.namesAnother(sentence, speech) { outlet = nil }
                person = nil
            }
            if let opened = openings.outlets[sentence] {
                outlet = opened
            } else if openings.named.contains(sentence) || SourceTrail.turns(sentence, speech) {
                outlet = nil
            } else {
                outlets[sentence] = outlet
            }
            if let opened = openings.people[sentence] {
                person = opened
            } else if SourceTrail.goesOn(sentence, speech, cues) {
                people[sentence] = person
            } else {
                person = nil
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

    /// "Another unnamed official …": the source before was of the same kind.
    private static func namesAnother(_ sentence: Int, _ speech: SpeechReading) -> Bool {
        let tokens = speech.reading.tokens(ofSentence: sentence).prefix(6)
        guard let first = tokens.first, speech.word(first) == SpeechWord.another else {
            return false
        }
        return tokens.contains { speech.has($0, .unnamedRole) }
    }

    private static let matters = WordSet("it they this these those such")

    /// Begins with what was spoken of before, and nobody speaks in it.
    private static func goesOn(
        _ sentence: Int, _ speech: SpeechReading, _ cues: CueFinder
    ) -> Bool {
        let tokens = speech.reading.tokens(ofSentence: sentence)
        guard let first = tokens.first, matters.contains(speech.word(first)),
            cues.starts[sentence] == cues.starts[sentence + 1]
        else { return false }
        return !turns(sentence, speech) && !tokens.contains { speech.isQuoted($0) }
    }
}

/// Finds through which outlet a statement reached the article.
struct OutletTrail: Sendable {
    let speech: SpeechReading
    let cues: CueFinder
    let home: String?
    private let trail: SourceTrail

    init(
        _ speech: SpeechReading, cues: CueFinder, resolver: inout SpeakerResolver, home: String?
    ) {
        self.speech = speech
        self.cues = cues
        self.home = home
        var openings = SourceTrail.Openings()
        for cue in cues.cues {
            if OutletTrail.opens(cue, speech) {
                let speaker = resolver.speaker(of: cue.subject)
                if case .known(let target) = speaker, speech.isOutlet(target) {
                    if speech.word(cue.token) == SpeechWord.according {
                        openings.outlets[cue.sentence] = target
                    } else {
                        openings.named.insert(cue.sentence)
                    }
                } else if let speaker {
                    openings.people[cue.sentence] = SpeakerDescription(speaker, in: speech)
                }
            } else if OutletTrail.outlet(of: cue.subject, speech) != nil {
                openings.named.insert(cue.sentence)
            }
        }
        trail = SourceTrail(speech, cues: cues, openings)
    }

    /// "According to X, …", "As X noted, …" at the beginning of a sentence.
    private static func opens(_ cue: SpeechCue, _ speech: SpeechReading) -> Bool {
        let first = speech.reading.tokens(ofSentence: cue.sentence).lowerBound
        if cue.shape == .accordingTo { return cue.start <= first + 1 }
        return cue.shape == .plain && speech.word(first) == SpeechWord.as
            && cue.token - first <= 12 && speech.word(cue.end) == SpeechWord.comma
    }

    private static func outlet(of phrase: SpeakerPhrase, _ speech: SpeechReading) -> Mention.Target?
    {
        phrase.kind == .name ? outlet(at: phrase.head, speech) : nil
    }

    private static func outlet(at token: Int, _ speech: SpeechReading) -> Mention.Target? {
        guard let target = speech.cast.target(at: token) else { return nil }
        return speech.isOutlet(target) ? target : nil
    }

    /// The outlet a cue's statement is passed on by; nil for the article itself. `speaker` is who
    /// states it.
    func via(_ cue: SpeechCue, speaker: Speaker?) -> (target: Mention.Target, isCarried: Bool)? {
        if case .known(let target) = speaker, speech.isOutlet(target) { return nil }
        let passing = cue.carrier ?? (cue.cited == nil ? nil : cue.subject.head)
        if let outlet = passing.flatMap({ OutletTrail.outlet(at: $0, speech) }), !isHome(outlet) {
            return (outlet, false)
        }
        if let told = outletBeside(firstCue(like: cue)) ?? outletInside(cue.subject) {
            return (told, false)
        }
        for index in cues.indices(in: speech.window(around: cue.token)) {
            let other = cues.cues[index]
            guard other.token != cue.token,
                other.classes.contains(.saying) || other.shape == .accordingTo,
                let outlet = OutletTrail.outlet(of: other.subject, speech), !isHome(outlet)
            else { continue }
            return (outlet, false)
        }
        return carried(to: cue.sentence).map { ($0, true) }
    }

    /// The first cue of the sentence with the same subject: it may say to whom they spoke.
    private func firstCue(like cue: SpeechCue) -> SpeechCue {
        cues.cues[cues.indices(in: speech.window(around: cue.token))].first {
            $0.subject.head == cue.subject.head
        } ?? cue
    }

    /// The outlet a sentence without any cue is carried on from.
    func carried(to sentence: Int) -> Mention.Target? {
        guard let outlet = trail.outlets[sentence], !isHome(outlet) else { return nil }
        return outlet
    }

    /// The person or group whose words a sentence without any cue goes on with.
    func person(of sentence: Int) -> SpeakerDescription? { trail.people[sentence] }

    /// Whom a sentence without any cue is carried on from, by name or description.
    func source(of sentence: Int) -> String? {
        carried(to: sentence).map { speech.cast.name(of: $0, in: speech.dossier) }
            ?? person(of: sentence)?.name
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

    /// "accounts shared with Axios".
    private func outletInside(_ phrase: SpeakerPhrase) -> Mention.Target? {
        guard phrase.kind == .nominal else { return nil }
        return phrase.tokens.lazy.compactMap { OutletTrail.outlet(at: $0, speech) }
            .first { !isHome($0) }
    }

    private func isHome(_ target: Mention.Target) -> Bool {
        OutletFinder.isHome(speech.cast.id(of: target, in: speech.dossier), home)
    }
}
