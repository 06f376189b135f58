package import Analysis
import Intake

extension CitedSentence {
    /// The sentence of `analyzed` on which a finding rests; nil when there is no such sentence.
    package init?(
        _ analyzed: AnalyzedArticle, outlet: String?, sentence: Int, ranges: [Range<Int>],
        label: String, rule: String
    ) {
        let article = analyzed.article
        guard article.sentences.indices.contains(sentence) else { return nil }
        self.init(
            articleID: article.id, outlet: outlet, published: article.published,
            kind: article.kind, sentence: sentence, text: article.sentenceText(sentence),
            highlights: Highlights.inside(article.sentences[sentence].range, ranges),
            label: label, rule: rule, start: article.sentences[sentence].range.lowerBound)
    }
}

/// Where in a sentence a finding rests.
package enum Highlights {
    /// Scalars of an article as scalars of one of its sentences: cut to it, joined where they
    /// touch, in order.
    package static func inside(_ sentence: Range<Int>, _ ranges: [Range<Int>]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        let cut = ranges.map { $0.clamped(to: sentence) }.filter { !$0.isEmpty }
        for range in cut.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            let start = range.lowerBound - sentence.lowerBound
            let end = range.upperBound - sentence.lowerBound
            if let last = result.last, start <= last.upperBound {
                result[result.count - 1] = last.lowerBound..<max(last.upperBound, end)
            } else {
                result.append(start..<end)
            }
        }
        return result
    }
}
