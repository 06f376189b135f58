import Intake

/// Finds numbers that quantify something, and what they count. Gets the sentence's draft and event
/// so that the same number about another thing has another key.
///
/// Years, dates, times of day, numbers in names and references ("Article 5") are none, nor is
/// "one of" or "both sides".
struct FigureFinder: Sendable {
    let dossier: Dossier
    private let words = NumberWords()
    private let plain = FigurePlainWords()

    init(dossier: Dossier) {
        self.dossier = dossier
    }

    /// `dates` are the article's: their numbers are no figures.
    func findings(
        in reading: Reading, cast: Cast, dates: [DateFinding], drafts: Drafts, events: Events
    ) -> [FigureFinding] {
        var scan = FigureScan(
            reading: reading, words: words, plain: plain, dates: dates,
            hasContinentalMarks: Self.hasContinentalMarks(reading.article.language))
        return scan.figures().compactMap { figure in
            // The number of a name counts nothing: "P5+1", "the Group of Seven".
            let number = figure.tokens.first { !reading.tokens[$0].isMark }
            guard number.flatMap(cast.target) == nil else { return nil }
            return finding(aged(figure, reading, cast), reading, cast, drafts, events)
        }
    }

    /// "Ortega, 75, said", "the king is 79": a bare number beside a person is an age.
    private func aged(
        _ figure: FigureScan.Figure, _ reading: Reading, _ cast: Cast
    ) -> FigureScan.Figure {
        let start = figure.tokens.lowerBound
        guard figure.unit == nil, (15...115).contains(figure.value), start > 1,
            reading.flags(figure.tokens.upperBound).contains(.mark),
            reading.tokens[start - 1].word == plain.comma
                || plain.be.contains(reading.tokens[start - 1].word),
            let target = cast.target(at: start - 2),
            cast.kind(of: target, in: dossier) == .person
        else { return figure }
        var figure = figure
        figure.unit = "year"
        figure.rival = figure.rule
        figure.rule = "age"
        return figure
    }

    private static func hasContinentalMarks(_ language: String?) -> Bool {
        guard let language = language?.prefix(2) else { return false }
        return ["ru", "uk", "de", "fr", "es", "it", "pl", "nl", "pt"].contains(
            language.lowercased())
    }

    private func finding(
        _ figure: FigureScan.Figure, _ reading: Reading, _ cast: Cast, _ drafts: Drafts,
        _ events: Events
    ) -> FigureFinding {
        let evidence = reading.evidence(figure.tokens)
        let sentence = evidence.sentence
        let draft = drafts.ofSentence[sentence].map { dossier.drafts[$0].id }
        let event = events.ofSentence[sentence].map { dossier.events[$0].id }
        let about = about(
            figure, reading, cast, isOfDraft: isOfDraft(sentence, reading, drafts))
        return FigureFinding(
            sentence: sentence, range: evidence.range, value: figure.value, unit: figure.unit,
            isApproximate: figure.isApproximate, about: about,
            draft: about == "plan.points" ? draft : nil,
            event: about == "talks.duration" ? event : nil,
            basis: Basis(
                rule: figure.rule, cue: reading.text(of: figure.tokens), confidence: 0.93,
                rivals: figure.rival.map { [$0] } ?? [], evidence: [evidence]))
    }

    /// Whether a sentence speaks of a draft, or takes one up by "It" from the sentence before.
    private func isOfDraft(_ sentence: Int, _ reading: Reading, _ drafts: Drafts) -> Bool {
        if drafts.ofSentence[sentence] != nil { return true }
        guard sentence > 0, drafts.ofSentence[sentence - 1] != nil,
            let first = reading.tokens(ofSentence: sentence).first
        else { return false }
        return reading.word(first) == FigureFinder.it
    }

    private static let it = Word("it")

    // MARK: - What it is about

    /// A key where the words beside the number leave no doubt; else nil.
    private func about(
        _ figure: FigureScan.Figure, _ reading: Reading, _ cast: Cast, isOfDraft: Bool
    ) -> String? {
        let sentence = reading.sentence(around: figure.tokens.lowerBound)
        switch figure.unit {
        case "point":
            let isOfPlan =
                isOfDraft
                || sentence.contains { plain.planWords.contains(reading.tokens[$0].word) }
            return isOfPlan ? "plan.points" : nil
        case "hour", "minute":
            return sentence.contains { plain.talkWords.contains(reading.tokens[$0].word) }
                ? "talks.duration" : nil
        case "year" where figure.rule == "age":
            let beside =
                cast.target(at: figure.tokens.upperBound)
                ?? cast.target(at: figure.tokens.lowerBound - 2)
            return beside.map { cast.id(of: $0, in: dossier) + ".age" }
        case "ordinal":
            return figure.noun.map { $0 + ".ordinal" }
        default: return nil
        }
    }
}
