import Intake

/// Says for each sentence whose voice it is in, from the quotations and the outlets cited.
///
/// A sentence inside a quotation is quoted; one that mostly reports what somebody says is
/// attributed; one with "reportedly" or "appears to" and no source is hedged; the rest is the
/// outlet's own. What was weighed and lost stands in the basis: "hedged" beside a source that
/// itself only reports, "attributed" where no more than a few words are somebody else's.
struct VoiceFinder: Sendable {
    let dossier: Dossier

    func findings(in speech: Speech, quotes: [QuoteFinding]) -> [VoiceFinding] {
        let reading = speech.reading.reading
        let page = pageName(reading.article, home: speech.home)
        let bySentence = statements(quotes, in: reading)
        return (0..<reading.sentenceCount).map { sentence in
            voice(of: sentence, bySentence[sentence], speech.reading, speech.trail, page)
        }
    }

    private func pageName(_ article: Article, home: String?) -> String? {
        dossier.outlets.first { $0.id == home }?.name ?? article.outlet
    }

    /// For each sentence the statements that reach into it, in the text's order. A position only
    /// named in passing, "Berg's demand for a harbour", and hearsay of nobody are left out.
    private func statements(_ quotes: [QuoteFinding], in reading: Reading) -> [[QuoteFinding]] {
        let sentences = reading.article.sentences
        var found: [[QuoteFinding]] = Array(repeating: [], count: sentences.count)
        for quote in quotes where quote.kind != .scare && !isHearsay(quote) {
            if quote.basis.rule == SpeechCue.Shape.noun.ruleName { continue }
            var sentence = quote.sentence
            while sentence < sentences.count,
                sentences[sentence].range.lowerBound < quote.range.upperBound
            {
                found[sentence].append(quote)
                sentence += 1
            }
        }
        return found
    }

    private func isHearsay(_ quote: QuoteFinding) -> Bool {
        quote.speaker == nil && quote.speakerMention == nil
    }

    private func voice(
        of sentence: Int, _ quotes: [QuoteFinding], _ speech: SpeechReading, _ trail: OutletTrail,
        _ page: String?
    ) -> VoiceFinding {
        let range = speech.reading.article.sentences[sentence].range
        let hedge = hedge(in: sentence, speech)
        if let quote = quotes.first(where: { isQuoted(range, by: $0) }) {
            return finding(sentence, .quoted, quote, "sentence-in-quotation", page)
        }
        let wide = quotes.filter { reaches($0, over: range, sentence) }
        if let widest = main(wide) {
            let quote = wide.first { passes($0, within: widest) } ?? widest
            var voice = finding(sentence, .attributed, quote, "statement-in-sentence", page)
            if let hedge, quote.basis.cue != speech.reading.text(of: hedge) {
                voice.basis.rivals = [VoiceFinding.Voice.hedged.rawValue]
                voice.basis.evidence.append(speech.reading.evidence(hedge))
            }
            return voice
        }
        let own = page.map { [$0] } ?? []
        if let source = trail.source(of: sentence) {
            return VoiceFinding(
                sentence: sentence, voice: .attributed, chain: own + [source],
                basis: Basis(
                    rule: "source-carried-on", confidence: 0.7,
                    rivals: [VoiceFinding.Voice.outlet.rawValue],
                    evidence: [Evidence(sentence: sentence, range: range)]))
        }
        if let hedge {
            return VoiceFinding(
                sentence: sentence, voice: .hedged, chain: own,
                basis: Basis(
                    rule: "hedge-without-source", cue: speech.reading.text(of: hedge),
                    confidence: 0.9, rivals: [VoiceFinding.Voice.outlet.rawValue],
                    evidence: [speech.reading.evidence(hedge)]))
        }
        let rivals = quotes.isEmpty ? [] : [VoiceFinding.Voice.attributed.rawValue]
        return VoiceFinding(
            sentence: sentence, voice: .outlet, chain: own,
            basis: Basis(
                rule: "no-other-voice", confidence: 0.8, rivals: rivals,
                evidence: [Evidence(sentence: sentence, range: range)]))
    }

    /// The widest statement of somebody who is given, else of "many" or "some": "Interfax reported
    /// that the spokesman confirmed …".
    private func main(_ quotes: [QuoteFinding]) -> QuoteFinding? {
        let given = quotes.filter { $0.speaker != nil }
        return (given.isEmpty ? quotes : given).max { $0.range.count < $1.range.count }
    }

    /// A statement that the speaker of a wider one passes on.
    private func passes(_ quote: QuoteFinding, within wider: QuoteFinding) -> Bool {
        quote.via != nil && quote.via == wider.speaker
            && 3 * quote.range.count >= wider.range.count
    }

    /// A statement with its cue and its speaker takes up a third of the sentence: not "what
    /// officials call “…”" in a long one.
    private func reaches(
        _ quote: QuoteFinding, over range: Range<Int>, _ sentence: Int
    ) -> Bool {
        let parts = quote.basis.evidence.filter { $0.sentence == sentence }.map(\.range)
        let first = parts.map(\.lowerBound).min() ?? quote.range.lowerBound
        let end = parts.map(\.upperBound).max() ?? quote.range.upperBound
        return 3 * range.clamped(to: first..<end).count >= range.count
    }

    /// At least half of the sentence is somebody's very words; a third when they are a clause.
    private func isQuoted(_ sentence: Range<Int>, by quote: QuoteFinding) -> Bool {
        guard quote.kind == .direct || quote.kind == .partial else { return false }
        let common = sentence.clamped(to: quote.range).count
        return (quote.kind == .direct ? 3 : 2) * common >= sentence.count
    }

    private func finding(
        _ sentence: Int, _ voice: VoiceFinding.Voice, _ quote: QuoteFinding, _ rule: String,
        _ page: String?
    ) -> VoiceFinding {
        var chain: [String] = []
        for link in [page, quote.via, quote.speaker ?? quote.speakerMention] {
            if let link, link != chain.last { chain.append(link) }
        }
        return VoiceFinding(
            sentence: sentence, voice: voice, chain: chain,
            basis: Basis(
                rule: rule, cue: quote.cue, confidence: quote.basis.confidence,
                evidence: quote.basis.evidence))
    }

    // MARK: Hedges

    private static let seeming = WordSet("appears appear appeared seems seem seemed")
    private static let heldTo = WordSet("said believed thought rumored rumoured alleged reported")

    /// "reportedly"; "appears to"; "is believed to".
    private func hedge(in sentence: Int, _ speech: SpeechReading) -> Range<Int>? {
        let tokens = speech.reading.tokens(ofSentence: sentence)
        for index in tokens where !speech.isQuoted(index) {
            if speech.has(index, .hedge) { return index..<index + 1 }
            let word = speech.word(index + 1)
            if speech.word(index) == SpeechWord.it,
                word == SpeechWord.seems || word == SpeechWord.appears
            {
                return index..<index + 2
            }
            guard speech.word(index + 1) == SpeechWord.to, index + 1 < tokens.upperBound else {
                continue
            }
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
