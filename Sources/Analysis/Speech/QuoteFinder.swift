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
        for attribution in attributor.attributions {
            findings.append(writer.finding(for: attribution))
        }
        let statements = IndirectStatements(
            speech: speech.reading, cues: speech.cues, usedCues: attributor.usedCues)
        for statement in statements.all() { findings.append(writer.finding(for: statement)) }
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

    init(_ speech: Speech) {
        self.speech = speech.reading
        cues = speech.cues
        trail = speech.trail
        resolver = speech.resolver
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
        let named = description(of: attribution.phrase)
        addEvidence(attribution.phrase, cue, to: &evidence)
        let kind: QuoteFinding.Kind =
            attribution.phrase == nil ? .scare : attribution.isDirect ? .direct : .partial
        return QuoteFinding(
            sentence: sentence, range: range, kind: kind, speaker: named?.name,
            speakerID: named?.id, speakerMention: mention(of: attribution.phrase),
            isNamed: named?.isNamed ?? false, cue: cueText, via: outlet,
            basis: Basis(
                rule: rule.rawValue, cue: cueText, confidence: rule.confidence,
                evidence: evidence))
    }

    mutating func finding(for statement: IndirectStatement) -> QuoteFinding {
        let cue = cues.cues[statement.cue]
        let range = speech.reading.scalarRange(of: statement.tokens)
        var evidence = speech.reading.evidence(inScalars: range, from: cue.sentence)
        let named = description(of: cue.subject)
        addEvidence(cue.subject, cue, to: &evidence)
        return QuoteFinding(
            sentence: cue.sentence, range: range, kind: .indirect, speaker: named?.name,
            speakerID: named?.id, speakerMention: mention(of: cue.subject),
            isNamed: named?.isNamed ?? false, cue: words(cue), via: via(cue),
            basis: Basis(
                rule: cue.shape.ruleName, cue: words(cue), confidence: cue.shape.confidence,
                evidence: evidence))
    }

    private func addEvidence(
        _ phrase: SpeakerPhrase?, _ cue: SpeechCue?, to evidence: inout [Evidence]
    ) {
        if let cue { evidence.append(speech.reading.evidence(cue.token..<cue.token + 1)) }
        if let phrase, !phrase.tokens.isEmpty {
            evidence.append(speech.reading.evidence(phrase.tokens))
        }
    }

    private func words(_ cue: SpeechCue) -> String {
        let end = cue.shape == .accordingTo ? cue.token + 2 : cue.token + 1
        return speech.reading.text(of: min(cue.start, cue.token)..<end)
    }

    private func mention(of phrase: SpeakerPhrase?) -> String? {
        guard let phrase else { return nil }
        if let relative = phrase.relative {
            return speech.reading.text(of: relative..<relative + 1)
        }
        return speech.reading.text(of: phrase.tokens)
    }

    private mutating func via(_ cue: SpeechCue) -> String? {
        let speaker = resolver.speaker(of: cue.subject)
        guard let outlet = trail.via(cue, speaker: speaker) else { return nil }
        return speech.cast.name(of: outlet.target, in: speech.dossier)
    }

    private mutating func description(
        of phrase: SpeakerPhrase?
    ) -> SpeakerDescription? {
        guard let phrase, let speaker = resolver.speaker(of: phrase) else { return nil }
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
