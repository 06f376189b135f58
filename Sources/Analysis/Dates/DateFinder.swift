import Intake

/// Finds dates and resolves them against the article's publication day. `event` is left nil:
/// the analyzer fills it in from the event of the sentence.
///
/// Weeks run from Monday to Sunday. Without a publication day only dates that state their year are
/// found; nothing is guessed.
struct DateFinder: Sendable {
    let dossier: Dossier
    private let words = DateWords()
    private let tenses = TenseWords()
    private let plain = PlainWords()

    init(dossier: Dossier) {
        self.dossier = dossier
    }

    func findings(in reading: Reading, cast: Cast) -> [DateFinding] {
        var scan = scan(of: reading)
        return scan.matches().map { match in
            let evidence = reading.evidence(match.tokens)
            return DateFinding(
                sentence: evidence.sentence, range: evidence.range, edtf: match.span.edtf,
                first: match.span.first, last: match.span.last, isRelative: match.isRelative,
                event: nil,
                basis: Basis(
                    rule: match.rule, cue: reading.text(of: match.tokens),
                    confidence: match.confidence,
                    rivals: match.rival.map { [$0.edtf] } ?? [], evidence: [evidence]))
        }
    }

    func scan(of reading: Reading) -> DateScan {
        let published = reading.article.published
        let language = reading.article.language?.lowercased() ?? "en"
        return DateScan(
            reading: reading, words: words, tenses: tenses, plain: plain,
            today: published?.precision == .day ? published?.day : nil,
            isEnglish: language == "en" || language.hasPrefix("en-"))
    }
}
