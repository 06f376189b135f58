import Intake
import Testing

@testable import Analysis

struct WordWeightsTests {
    private func stem(_ word: String) -> UInt64 { WordStem.stem(of: Array(word.utf8)).hash }

    @Test func `a word of every article of a large archive is common, another is rare`() {
        let texts = (0..<400).map { ArticleText("The harbour stayed shut on day\($0).") }
        let weights = WordWeights(of: texts)
        #expect(weights.articleCount == 400)
        #expect(weights.rarity(ofStem: stem("harbour")) < 0.2)
        #expect(weights.rarity(ofStem: stem("lighthouse")) > 4)
    }

    @Test func `five articles on one matter do not make its words common`() {
        let five = WordWeights(of: (0..<5).map { _ in ArticleText("The harbour stayed shut.") })
        #expect(five.rarity(ofStem: stem("harbour")) > 1.5)
        #expect(five.rarity(ofStem: stem("government")) < 1.5)
    }

    @Test func `only common words lose, and never more than a third`() {
        let texts = (0..<400).map { ArticleText("The harbour stayed shut on day\($0).") }
        let weights = WordWeights(of: texts)
        #expect((0.7..<0.75).contains(weights.telling(ofStem: stem("harbour"))))
        #expect(weights.telling(ofStem: stem("lighthouse")) == 1)
    }
}
