import Analysis
import Intake

/// What was found in each sentence of an article, in a few words a finding.
struct FindingLabels {
    private let analyzed: AnalyzedArticle

    init(_ analyzed: AnalyzedArticle) {
        self.analyzed = analyzed
    }

    /// Labels by sentence index, in the order a reader asks for them.
    var bySentence: [Int: [String]] {
        let findings = analyzed.findings
        var labels = SentenceLabels()
        for point in findings.points { labels.add("point \(point.id)", point.basis) }
        for office in findings.offices {
            let pages = office.sources.prefix(2).map { " " + $0 }.joined()
            labels.add("office " + TextPages.words(of: office) + pages, office.basis)
        }
        for stance in findings.stances { labels.add(stanceLabel(stance), at: stance.sentence) }
        for quote in findings.quotes where quote.kind != .scare {
            labels.add(quoteLabel(quote), at: quote.sentence)
        }
        for figure in findings.figures {
            let about = figure.about.map { " · \($0)" } ?? ""
            labels.add("figure \(words(figure.range))\(about)", at: figure.sentence)
        }
        for date in findings.dates {
            labels.add("date \(words(date.range)) = \(date.edtf)", at: date.sentence)
        }
        for outlet in findings.citedOutlets { labels.add("cites \(outlet.name)", outlet.basis) }
        for event in findings.events { labels.add("event \(event.id)", event.basis) }
        for actor in findings.actors where !actor.isKnown {
            labels.add("proposed name \(actor.name)", actor.basis)
        }
        return labels.bySentence
    }

    private func words(_ range: Range<Int>) -> String { analyzed.article.text[scalars: range] }

    private func stanceLabel(_ stance: StanceFinding) -> String {
        let draft = stance.draft.map { ", \($0)" } ?? ""
        let source = stance.accordingTo.map { ", according to \($0)" } ?? ""
        return "\(stance.actor) \(stance.label.rawValue) \(stance.point)\(draft)\(source)"
    }

    private func quoteLabel(_ quote: QuoteFinding) -> String {
        let via = quote.via.map { " (\($0))" } ?? ""
        return "\(quote.kind.rawValue) speech: \(quote.speakerText ?? "no speaker given")\(via)"
    }
}

/// Labels gathered by sentence, each once.
private struct SentenceLabels {
    private(set) var bySentence: [Int: [String]] = [:]

    mutating func add(_ label: String, at sentence: Int) {
        if !bySentence[sentence, default: []].contains(label) {
            bySentence[sentence, default: []].append(label)
        }
    }

    mutating func add(_ label: String, _ basis: Basis) {
        for sentence in basis.sentences { add(label, at: sentence) }
    }
}
