import Algorithms
import Intake

/// Says for each sentence whose voice it is in, from the quotations and the outlets cited.
///
/// A sentence inside a quotation is quoted; one that mostly reports what somebody says is
/// attributed; one with "reportedly" or "appears to" and no source is hedged; the rest is the
/// outlet's own. What was weighed and lost stands in the basis: "hedged" beside a source that
/// itself only reports, "attributed" where no more than a few words are somebody else's.
struct VoiceFinder: Sendable {
    /// Of each outlet of the dossier, by its id.
    private let outletNames: [String: String]

    init(dossier: Dossier) {
        outletNames = Dictionary(
            dossier.outlets.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    func findings(in speech: Speech, quotes: [QuoteFinding]) -> [VoiceFinding] {
        let reading = speech.reading.reading
        let statements = Statements(quotes, in: reading)
        let page = pageName(reading.article, home: speech.home).map { [$0] } ?? []
        return (0..<reading.sentenceCount).map { sentence in
            voice(of: sentence, statements, speech.reading, speech.trail, page)
        }
    }

    private func pageName(_ article: Article, home: String?) -> String? {
        home.flatMap { outletNames[$0] } ?? article.outlet
    }

    private func voice(
        of sentence: Int, _ statements: Statements, _ speech: SpeechReading, _ trail: OutletTrail,
        _ page: [String]
    ) -> VoiceFinding {
        let range = speech.reading.article.sentences[sentence].range
        let hedge = hedge(in: sentence, speech)
        if let quotation = statements.quotation(of: sentence, range) {
            let quote = statements.quotes[quotation]
            return finding(sentence, .quoted, quote, "sentence-in-quotation", page)
        }
        if let statement = statements.main(of: sentence, range) {
            let quote = statements.quotes[statement]
            var voice = finding(sentence, .attributed, quote, "statement-in-sentence", page)
            if let hedge, quote.basis.cue != speech.reading.text(of: hedge) {
                voice.basis.rivals = [VoiceFinding.Voice.hedged.rawValue]
                voice.basis.evidence.append(speech.reading.evidence(hedge))
            }
            return voice
        }
        if let source = trail.source(of: sentence) {
            return VoiceFinding(
                sentence: sentence, voice: .attributed, chain: page + [source],
                basis: Basis(
                    rule: "source-carried-on", confidence: 0.7,
                    rivals: VoiceFinder.ownVoice,
                    evidence: [Evidence(sentence: sentence, range: range)]))
        }
        if let hedge {
            return VoiceFinding(
                sentence: sentence, voice: .hedged, chain: page,
                basis: Basis(
                    rule: "hedge-without-source", cue: speech.reading.text(of: hedge),
                    confidence: 0.9, rivals: VoiceFinder.ownVoice,
                    evidence: [speech.reading.evidence(hedge)]))
        }
        let rivals =
            statements.isEmpty(sentence) ? [] : VoiceFinder.anothersVoice
        return VoiceFinding(
            sentence: sentence, voice: .outlet, chain: page,
            basis: Basis(
                rule: "no-other-voice", confidence: 0.8, rivals: rivals,
                evidence: [Evidence(sentence: sentence, range: range)]))
    }

    private func finding(
        _ sentence: Int, _ voice: VoiceFinding.Voice, _ quote: QuoteFinding, _ rule: String,
        _ page: [String]
    ) -> VoiceFinding {
        var chain = page
        chain.reserveCapacity(3)
        if let via = quote.via, via != chain.last { chain.append(via) }
        if let speaker = quote.speakerText ?? quote.speakerMention, speaker != chain.last {
            chain.append(speaker)
        }
        return VoiceFinding(
            sentence: sentence, voice: voice, chain: chain,
            basis: Basis(
                rule: rule, cue: quote.cue, confidence: quote.basis.confidence,
                evidence: quote.evidence(in: sentence)))
    }

    /// What was weighed and lost where a voice was found, and where none was.
    private static let ownVoice = [VoiceFinding.Voice.outlet.rawValue]
    private static let anothersVoice = [VoiceFinding.Voice.attributed.rawValue]

    // MARK: Hedges

    private static let seeming = WordSet("appears appear appeared seems seem seemed")
    private static let heldTo = WordSet("said believed thought rumored rumoured alleged reported")

    /// "reportedly"; "appears to"; "is believed to".
    private func hedge(in sentence: Int, _ speech: SpeechReading) -> Range<Int>? {
        let kinds = speech.reading.kinds(ofSentence: sentence)
        guard !kinds.speech.isDisjoint(with: [.hedge, .supposing]) else { return nil }
        let tokens = speech.reading.tokens(ofSentence: sentence)
        for index in tokens where !speech.isQuoted(index) {
            let classes = speech.classes[index]
            if classes.contains(.hedge) { return index..<index + 1 }
            if speech.has(index + 1, .supposing), speech.word(index) == SpeechWord.it {
                let word = speech.word(index + 1)
                if word == SpeechWord.seems || word == SpeechWord.appears {
                    return index..<index + 2
                }
            }
            guard classes.contains(.supposing), index + 1 < tokens.upperBound,
                speech.word(index + 1) == SpeechWord.to
            else { continue }
            if VoiceFinder.seeming.contains(speech.word(index)) { return index..<index + 2 }
            if VoiceFinder.heldTo.contains(speech.word(index)), index > tokens.lowerBound,
                speech.has(index - 1, .be), speech.has(index - 1, .finite)
            {
                return index - 1..<index + 2
            }
        }
        return nil
    }
}

/// Which statements reach into which sentence, by their numbers: a statement's texts are copied
/// only where it decides a voice.
private struct Statements {
    let quotes: [QuoteFinding]
    /// Statements by sentence, in the text's order; those of a sentence from its start to the next.
    private var numbers: [Int32]
    private var starts: [Int32]

    /// A position only named in passing, "Berg's demand for a harbour", and hearsay of nobody are
    /// left out.
    init(_ quotes: [QuoteFinding], in reading: Reading) {
        self.quotes = quotes
        let sentences = reading.article.sentences
        starts = Array(repeating: 0, count: sentences.count + 1)
        numbers = []
        // Fields are read where they lie: a finding is nine references to copy.
        let spans = quotes.indices.map { number in
            let first = quotes[number].sentence
            var end = first
            if Self.isLeftOut(number, of: quotes) { return first..<end }
            let scalarEnd = quotes[number].range.upperBound
            while end < sentences.count, sentences[end].range.lowerBound < scalarEnd { end += 1 }
            return first..<end
        }
        for sentence in spans.joined() { starts[sentence + 1] += 1 }
        for sentence in sentences.indices { starts[sentence + 1] += starts[sentence] }
        numbers = Array(repeating: 0, count: Int(starts[sentences.count]))
        var places = starts
        for (number, span) in spans.enumerated() {
            for sentence in span {
                numbers[Int(places[sentence])] = Int32(number)
                places[sentence] += 1
            }
        }
    }

    private static func isLeftOut(_ number: Int, of quotes: [QuoteFinding]) -> Bool {
        quotes[number].kind == .scare
            || quotes[number].speaker == nil && quotes[number].speakerMention == nil
            || quotes[number].basis.rule == SpeechCue.Shape.noun.ruleName
    }

    private func numbers(of sentence: Int) -> ArraySlice<Int32> {
        numbers[Int(starts[sentence])..<Int(starts[sentence + 1])]
    }

    func isEmpty(_ sentence: Int) -> Bool { starts[sentence] == starts[sentence + 1] }

    /// The quotation that is at least half of a sentence; a third when it is a clause.
    func quotation(of sentence: Int, _ range: Range<Int>) -> Int? {
        for number in numbers(of: sentence) {
            let quote = Int(number)
            let kind = quotes[quote].kind
            guard kind == .direct || kind == .partial else { continue }
            let common = range.clamped(to: quotes[quote].range).count
            if (kind == .direct ? 3 : 2) * common >= range.count { return quote }
        }
        return nil
    }

    /// The widest statement that takes up a third of a sentence, of somebody who is given, else of
    /// "many" or "some"; or the first that its speaker passes on: "Interfax reported that the
    /// spokesman confirmed …".
    func main(of sentence: Int, _ range: Range<Int>) -> Int? {
        var widest: Int?
        for number in numbers(of: sentence) where reaches(Int(number), over: range, sentence) {
            if widest.map({ isBefore($0, Int(number)) }) ?? true { widest = Int(number) }
        }
        guard let widest else { return nil }
        let passedOn = numbers(of: sentence).first {
            passes(Int($0), within: widest) && reaches(Int($0), over: range, sentence)
        }
        return passedOn.map(Int.init) ?? widest
    }

    /// Given speakers go before "many", then the wider statement.
    private func isBefore(_ left: Int, _ right: Int) -> Bool {
        let (isLeftGiven, isRightGiven) = (
            quotes[left].speaker != nil, quotes[right].speaker != nil
        )
        return isLeftGiven == isRightGiven
            ? quotes[left].range.count < quotes[right].range.count : isRightGiven
    }

    /// A statement that the speaker of a wider one passes on.
    private func passes(_ quote: Int, within wider: Int) -> Bool {
        quotes[quote].via != nil && quotes[quote].via == quotes[wider].speaker
            && 3 * quotes[quote].range.count >= quotes[wider].range.count
    }

    /// A statement with its cue and its speaker takes up a third of the sentence: not "what
    /// officials call “…”" in a long one.
    private func reaches(_ quote: Int, over range: Range<Int>, _ sentence: Int) -> Bool {
        var parts: Range<Int>?
        for evidence in quotes[quote].evidence(in: sentence) where evidence.sentence == sentence {
            let first = min(parts?.lowerBound ?? .max, evidence.range.lowerBound)
            let end = max(parts?.upperBound ?? .min, evidence.range.upperBound)
            parts = first..<end
        }
        return 3 * range.clamped(to: parts ?? quotes[quote].range).count >= range.count
    }
}

extension QuoteFinding {
    /// The evidence of what is said in one of its sentences: the part that stands there, and who
    /// says it by which word, wherever that stands. Takes no longer where a quotation is long.
    fileprivate func evidence(in sentence: Int) -> [Evidence] {
        // The parts are in the text's order, one a sentence; at most two pieces stand behind them.
        let parts = basis.evidence.dropLast(2)
        let first = parts.partitioningIndex { $0.sentence >= sentence }
        let here = parts[first...].prefix { $0.sentence == sentence }
        return here
            + basis.evidence.suffix(2).filter {
                $0.sentence == sentence || !range.overlaps($0.range)
            }
    }
}
