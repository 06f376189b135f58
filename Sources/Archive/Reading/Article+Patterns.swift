import Intake
import Queries

extension Article {
    /// Steps that marking the matches in one article may take, a tenth of a second.
    private static let workLimit = 20_000_000

    /// Marks the sentences in which matches begin; or those that match by themselves, as if each
    /// were all there is.
    func find(_ pattern: Pattern, isWithinSentence: Bool, _ hits: inout SentenceHits) {
        let ranges = matches(of: pattern, in: text)
        guard isWithinSentence else {
            var sentence = 0
            for range in ranges {
                while sentence + 1 < sentences.count,
                    sentences[sentence + 1].range.lowerBound <= range.lowerBound
                { sentence += 1 }
                hits.add(sentence, range)
            }
            return
        }
        for (number, sentence) in sentences.enumerated() {
            if !pattern.looksAround, !ranges.contains(where: { $0.overlaps(sentence.range) }) {
                continue
            }
            let start = sentence.range.lowerBound
            for range in matches(of: pattern, in: ArticleText(sentenceText(number))) {
                hits.add(number, start + range.lowerBound..<start + range.upperBound)
            }
        }
    }

    private func matches(of pattern: Pattern, in text: ArticleText) -> [Range<Int>] {
        var search = PatternSearch(
            pattern, in: text, workLimit: Article.workLimit, looksAhead: text.count > 1_000)
        while !search.isDone { search.advance(scalars: text.count + 1) }
        return search.found.ranges
    }
}
