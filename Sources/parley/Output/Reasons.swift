import Analysis
import Intake

/// Why each finding of an article is there: its rule, the cue, the words it rests on, what else
/// was weighed and lost, and how sure the rule is.
struct Reasons {
    private let findings: Findings
    private let article: Article

    init(_ analyzed: AnalyzedArticle) {
        findings = analyzed.findings
        article = analyzed.article
    }

    /// One line a finding under a heading for each layer that has any.
    var lines: [String] {
        var lines = ["", "Why (found by rule, not yet checked)"]
        for (title, found) in layers where !found.isEmpty { lines += ["", title] + found }
        return lines
    }

    private var layers: [(title: String, lines: [String])] {
        [
            ("Actors", findings.actors.map { line("\($0.name) (\($0.id))", $0.basis) }),
            ("Outlets cited", findings.citedOutlets.map { line($0.name, $0.basis) }),
            ("Points", findings.points.map { line($0.id, $0.basis) }),
            ("Drafts", findings.drafts.map { line($0.id, $0.basis) }),
            ("Events", findings.events.map { line($0.id, $0.basis) }),
            ("Speech", findings.quotes.map { line(name($0), $0.basis) }),
            ("Voices", findings.voices.map { line(name($0), $0.basis) }),
            ("Positions", findings.stances.map { line(name($0), $0.basis) }),
            ("Figures", findings.figures.map { line(name($0), $0.basis) }),
            (
                "Dates",
                findings.dates.map { line("\(words($0.range)) = \($0.edtf)", $0.basis) }
            ),
        ]
    }

    private func line(_ what: String, _ basis: Basis) -> String {
        var parts = ["rule \(basis.rule)"]
        if let cue = basis.cue { parts.append("cue “\(cue)”") }
        parts.append("confidence \((basis.confidence * 100).rounded() / 100)")
        if !basis.rivals.isEmpty { parts.append("beat \(basis.rivals.joined(separator: ", "))") }
        let places = basis.evidence.map(place).joined(separator: " ")
        return "  \(what): \(parts.joined(separator: ", ")); \(places)"
    }

    /// `§4 [the words]`; `§4` alone for a whole sentence.
    private func place(_ evidence: Evidence) -> String {
        let number = "§\(evidence.sentence + 1)"
        let isWhole = article.sentences[evidence.sentence].range == evidence.range
        return isWhole ? number : "\(number) [\(words(evidence.range))]"
    }

    private func words(_ range: Range<Int>) -> String { article.text[scalars: range] }

    private func name(_ quote: QuoteFinding) -> String {
        let via = quote.via.map { " through \($0)" } ?? ""
        return "\(quote.kind.rawValue), \(quote.speaker ?? "speaker not given")\(via)"
    }

    private func name(_ voice: VoiceFinding) -> String {
        let chain = voice.chain.isEmpty ? "" : " (\(voice.chain.joined(separator: " → ")))"
        return "§\(voice.sentence + 1) \(voice.voice.rawValue)\(chain)"
    }

    private func name(_ stance: StanceFinding) -> String {
        let source = stance.accordingTo.map { ", according to \($0)" } ?? ""
        return "\(stance.actor) \(stance.label.rawValue) \(stance.point)\(source)"
    }

    private func name(_ figure: FigureFinding) -> String {
        let about = figure.about.map { " \($0)" } ?? ""
        return "\(words(figure.range)) = \(JSON.number(figure.value).text)\(about)"
    }
}
