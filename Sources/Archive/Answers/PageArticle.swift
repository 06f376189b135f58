import Analysis
import Intake
import Queries

/// One article on the way into a page, and what pages take from it.
struct PageArticle {
    let analyzed: AnalyzedArticle
    let outlet: String?
    /// The bit of its letter; nil where articles have no letters.
    var presence: UInt16?

    var findings: Findings { analyzed.findings }

    /// A sentence for each sentence of the evidence.
    func sentences(_ basis: Basis, label: String) -> [CitedSentence] {
        basis.sentences.compactMap { sentence in
            CitedSentence(
                analyzed, outlet: outlet, sentence: sentence,
                ranges: basis.evidence.filter { $0.sentence == sentence }.map(\.range),
                label: label, rule: basis.rule)
        }
    }

    /// A sentence for each sentence of the evidence, labelled with the words that stand there: a
    /// cue is a pattern, which no reader can find in the text.
    func sentencesByWords(_ basis: Basis) -> [CitedSentence] {
        basis.sentences.compactMap { sentence in
            let ranges = basis.evidence.filter { $0.sentence == sentence }.map(\.range)
            var words: [String] = []
            for range in ranges {
                let word = "“\(analyzed.article.text[scalars: range])”"
                if !words.contains(word) { words.append(word) }
            }
            return CitedSentence(
                analyzed, outlet: outlet, sentence: sentence, ranges: ranges,
                label: words.joined(separator: ", "), rule: basis.rule)
        }
    }

    func sentence(_ quote: QuoteFinding) -> CitedSentence? {
        // Only words that stand between quotation marks are shown between them.
        let label =
            quote.kind == .indirect
            ? "in the article's words" : "“\(analyzed.article.text[scalars: quote.range])”"
        return CitedSentence(
            analyzed, outlet: outlet, sentence: quote.sentence, ranges: [quote.range],
            label: label, rule: quote.basis.rule)
    }

    func sentence(_ stance: StanceFinding, label: String) -> CitedSentence? {
        let ranges = stance.basis.evidence.filter { $0.sentence == stance.sentence }.map(\.range)
        return CitedSentence(
            analyzed, outlet: outlet, sentence: stance.sentence, ranges: ranges, label: label,
            rule: stance.basis.rule)
    }
}
