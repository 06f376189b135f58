import Intake

/// Finds quotations and indirect statements with their speakers.
///
/// Quotation marks are read paragraph by paragraph, cues sentence by sentence; each quotation then
/// takes its speaker from the cue that stands nearest to it, or goes on with the speaker of the
/// one before. What a cue reports outside quotation marks is an indirect statement. The article's
/// own outlet is never a `via`.
struct QuoteFinder: Sendable {
    func findings(in speech: Speech) -> [QuoteFinding] {
        let attributor = Attributor(speech.reading, cues: speech.cues)
        var writer = QuoteWriter(speech)
        var findings: [QuoteFinding] = []
        findings.reserveCapacity(attributor.attributions.count + speech.cues.cues.count)
        for attribution in attributor.attributions {
            findings.append(writer.finding(for: attribution))
        }
        let statements = IndirectStatements(
            speech: speech.reading, cues: speech.cues, usedCues: attributor.usedCues,
            cueOfQuotation: attributor.cueOfQuotation)
        for statement in statements.all() { findings.append(writer.finding(for: statement)) }
        findings += writer.hearsay(besides: findings)
        findings.sort { $0.range.lowerBound < $1.range.lowerBound }
        return findings
    }
}

/// Turns attributions and statements into findings.
private struct QuoteWriter {
    private let speech: SpeechReading
    private let cues: CueFinder
    private let trail: OutletTrail
    private var resolver: SpeakerResolver
    /// For each cue who speaks there, once that was asked for: every finding of a sentence weighs
    /// all its cues.
    private var speakers: [SpeakerDescription??]

    init(_ speech: Speech) {
        self.speech = speech.reading
        cues = speech.cues
        trail = speech.trail
        resolver = speech.resolver
        speakers = Array(repeating: nil, count: speech.cues.cues.count)
    }

    mutating func finding(for attribution: Attribution) -> QuoteFinding {
        let text = speech.reading.article.text
        let bytes = speech.quotations[attribution.quotation].bytes
        let range = text.scalarRange(ofBytes: bytes)
        let sentence = speech.sentence(of: attribution.tokens.lowerBound)
        let rule = attribution.rule
        var cue: SpeechCue?
        var cueText: String?
        var outlet: String?
        if let index = attribution.cue {
            cue = cues.cues[index]
            cueText = words(cues.cues[index])
            outlet = via(cues.cues[index])
        }
        var evidence = speech.reading.evidence(inScalars: range, from: sentence)
        let phrase = cue?.cited ?? attribution.phrase
        let named = description(of: phrase)
        addEvidence(phrase, cue, to: &evidence)
        let kind: QuoteFinding.Kind =
            attribution.phrase == nil ? .scare : attribution.isDirect ? .direct : .partial
        return QuoteFinding(
            sentence: sentence, range: range, kind: kind, speaker: named?.name,
            speakerID: named?.id, speakerMention: mention(of: phrase),
            isNamed: named?.isNamed ?? false, joint: joint(with: phrase, named), cue: cueText,
            via: outlet,
            basis: Basis(
                rule: rule.rawValue, cue: cueText, confidence: rule.confidence,
                rivals: rivals(of: phrase, at: attribution.tokens.lowerBound, named),
                evidence: evidence))
    }

    mutating func finding(for statement: IndirectStatement) -> QuoteFinding {
        let cue = cues.cues[statement.cue]
        let cueText = words(cue)
        let range = speech.reading.scalarRange(of: statement.tokens)
        var evidence = speech.reading.evidence(inScalars: range, from: cue.sentence)
        let named = description(ofCue: statement.cue)
        addEvidence(cue.speaker, cue, to: &evidence)
        return QuoteFinding(
            sentence: cue.sentence, range: range, kind: .indirect, speaker: named?.name,
            speakerID: named?.id, speakerMention: mention(of: cue.speaker),
            isNamed: named?.isNamed ?? false, joint: joint(with: cue.speaker, named),
            cue: cueText, via: via(cue),
            basis: Basis(
                rule: cue.shape.ruleName, cue: cueText, confidence: cue.shape.confidence,
                rivals: rivals(of: cue.speaker, at: cue.token, named), evidence: evidence))
    }

    /// Sentences in which nobody speaks and that are yet not the outlet's own: "reportedly" and
    /// "allegedly", from the outlet the paragraph goes back to or from nobody it names; and those
    /// that go on with what a person said.
    func hearsay(besides findings: [QuoteFinding]) -> [QuoteFinding] {
        var isSpoken = Array(repeating: false, count: speech.reading.sentenceCount)
        for index in findings.indices where findings[index].kind != .scare {
            isSpoken[findings[index].sentence] = true
        }
        return isSpoken.indices.compactMap { sentence in
            if isSpoken[sentence] { return nil }
            let tokens = speech.reading.tokens(ofSentence: sentence)
            let kinds = speech.reading.kinds(ofSentence: sentence)
            if kinds.speech.contains(.hedge),
                let hedge = tokens.first(where: { speech.has($0, .hedge) && !speech.isQuoted($0) })
            {
                return hearsay(in: sentence, cue: hedge)
            }
            guard let person = trail.person(of: sentence) else { return nil }
            return hearsay(
                in: sentence, rule: "source-goes-on", confidence: 0.6, cue: nil, from: person)
        }
    }

    private func hearsay(in sentence: Int, cue: Int) -> QuoteFinding {
        guard let outlet = trail.carried(to: sentence) else {
            return hearsay(
                in: sentence, rule: "hedge-without-source", confidence: 0.9, cue: cue, from: nil)
        }
        let name = SpeakerDescription(.known(outlet), in: speech)
        return hearsay(
            in: sentence, rule: "hedge-of-source-carried-on", confidence: 0.7, cue: cue, from: name)
    }

    private func hearsay(
        in sentence: Int, rule: String, confidence: Double, cue: Int?,
        from source: SpeakerDescription?
    ) -> QuoteFinding {
        let range = speech.reading.article.sentences[sentence].range
        let word = cue.map { speech.reading.text(of: $0..<$0 + 1) }
        var evidence = [Evidence(sentence: sentence, range: range)]
        if let cue { evidence.append(speech.reading.evidence(cue..<cue + 1)) }
        return QuoteFinding(
            sentence: sentence, range: range, kind: .indirect, speaker: source?.name,
            speakerID: source?.id, speakerMention: nil, isNamed: source?.isNamed ?? false,
            cue: word, via: nil,
            basis: Basis(rule: rule, cue: word, confidence: confidence, evidence: evidence))
    }

    /// Who else speaks in the sentence around a token, and whom a pronoun or role could mean too:
    /// at most three, by id or else by name.
    private mutating func rivals(
        of phrase: SpeakerPhrase?, at token: Int, _ chosen: SpeakerDescription?
    ) -> [String] {
        guard let phrase else { return [] }
        var rivals: [String] = []
        let together = resolver.partners(of: phrase).map { SpeakerDescription($0, in: speech).name }
        func add(_ other: SpeakerDescription) {
            guard other.name != chosen?.name, !together.contains(other.name), rivals.count < 3
            else { return }
            let name = other.id ?? other.name
            if !rivals.contains(name) { rivals.append(name) }
        }
        for index in cues.indices(in: speech.window(around: token)).prefix(8) {
            if let other = description(ofCue: index) { add(other) }
        }
        for speaker in resolver.weighed(for: phrase) {
            add(SpeakerDescription(speaker, in: speech))
        }
        return rivals
    }

    private func addEvidence(
        _ phrase: SpeakerPhrase?, _ cue: SpeechCue?, to evidence: inout [Evidence]
    ) {
        if let cue { evidence.append(speech.reading.evidence(cue.token..<cue.token + 1)) }
        if let phrase, !phrase.tokens.isEmpty {
            evidence.append(speech.reading.evidence(phrase.extent))
        }
    }

    private func words(_ cue: SpeechCue) -> String {
        let isLong =
            speech.word(cue.token) == SpeechWord.words
            ? speech.word(cue.token + 1) == SpeechWord.of : cue.shape == .accordingTo
        let end = isLong ? cue.token + 2 : cue.token + 1
        return speech.reading.text(of: min(cue.start, cue.token)..<end)
    }

    private func mention(of phrase: SpeakerPhrase?) -> String? {
        guard let phrase else { return nil }
        if let relative = phrase.relative {
            return speech.reading.text(of: relative..<relative + 1)
        }
        return speech.reading.text(of: phrase.extent)
    }

    private mutating func via(_ cue: SpeechCue) -> String? {
        let speaker = resolver.speaker(of: cue.speaker)
        guard let outlet = trail.via(cue, speaker: speaker) else { return nil }
        return speech.cast.name(of: outlet.target, in: speech.dossier)
    }

    /// "many", "some", "most": nobody is given.
    private func isAnybody(_ phrase: SpeakerPhrase) -> Bool {
        phrase.kind == .nominal && phrase.tokens.allSatisfy { speech.has($0, .quantity) }
    }

    private mutating func description(ofCue index: Int) -> SpeakerDescription? {
        if let known = speakers[index] { return known }
        let found = description(of: cues.cues[index].speaker)
        speakers[index] = .some(found)
        return found
    }

    /// Who speaks together with the first, each once.
    private mutating func joint(
        with phrase: SpeakerPhrase?, _ first: SpeakerDescription?
    ) -> [QuoteFinding.Speaker] {
        guard let phrase, let first else { return [] }
        var found: [QuoteFinding.Speaker] = []
        for partner in resolver.partners(of: phrase) {
            let named = SpeakerDescription(partner, in: speech)
            guard named.name != first.name, !found.contains(where: { $0.name == named.name })
            else { continue }
            found.append(
                QuoteFinding.Speaker(name: named.name, id: named.id, isNamed: named.isNamed))
        }
        return found
    }

    private mutating func description(
        of phrase: SpeakerPhrase?
    ) -> SpeakerDescription? {
        guard let phrase, !isAnybody(phrase), let speaker = resolver.speaker(of: phrase) else {
            return nil
        }
        return SpeakerDescription(speaker, in: speech)
    }
}

extension SpeechCue.Shape {
    var ruleName: String {
        switch self {
        case .plain: "reported-clause"
        case .coordinated: "reported-clause-of-same-subject"
        case .inverted: "reported-clause-before"
        case .participle: "reported-by-participle"
        case .accordingTo: "according-to"
        case .passive: "reported-by-agent"
        case .noun: "position-noun"
        }
    }

    var confidence: Double {
        switch self {
        case .accordingTo: 0.95
        case .plain, .inverted: 0.9
        case .coordinated, .participle: 0.85
        case .passive, .noun: 0.8
        }
    }
}
