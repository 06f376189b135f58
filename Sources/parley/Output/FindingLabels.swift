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
        var labels: [Int: [String]] = [:]
        func add(_ sentence: Int, _ label: String) {
            if !labels[sentence, default: []].contains(label) {
                labels[sentence, default: []].append(label)
            }
        }
        for point in findings.points { point.basis.sentences.forEach { add($0, "point \(point.id)") } }
        for stance in findings.stances {
            let source = stance.accordingTo.map { ", according to \($0)" } ?? ""
            let draft = stance.draft.map { ", \($0)" } ?? ""
            add(
                stance.sentence,
                "\(stance.actor) \(stance.label.rawValue) \(stance.point)\(draft)\(source)")
        }
        for quote in findings.quotes where quote.kind != .scare {
            let via = quote.via.map { " (\($0))" } ?? ""
            add(quote.sentence, "\(quote.kind.rawValue) speech: \(quote.speaker ?? "speaker not given")\(via)")
        }
        for figure in findings.figures {
            let about = figure.about.map { " · \($0)" } ?? ""
            add(figure.sentence, "figure \(analyzed.article.text[scalars: figure.range])\(about)")
        }
        for date in findings.dates {
            add(date.sentence, "date \(analyzed.article.text[scalars: date.range]) = \(date.edtf)")
        }
        for outlet in findings.citedOutlets {
            outlet.basis.sentences.forEach { add($0, "cites \(outlet.name)") }
        }
        for event in findings.events { event.basis.sentences.forEach { add($0, "event \(event.id)") } }
        for actor in findings.actors where !actor.isKnown {
            actor.basis.sentences.forEach { add($0, "proposed name \(actor.name)") }
        }
        return labels
    }
}
