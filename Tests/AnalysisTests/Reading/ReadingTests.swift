import Intake
import Testing

@testable import Analysis

struct ReadingTests {
    @Test func `tokens know their sentence and their place in scalars`() {
        let reading = Sample.reading(["Genève – “so” it’s.", "Émile left."])
        #expect(reading.sentenceCount == 2)
        #expect(
            reading.tokens(ofSentence: 1).map { Int(reading.tokens[$0].sentence) } == [1, 1, 1])
        for index in reading.tokens.indices {
            let range = reading.scalarRange(of: index..<index + 1)
            #expect(reading.article.text[scalars: range] == reading.text(of: index..<index + 1))
        }
        #expect(reading.text(of: reading.tokens(ofSentence: 1)) == "Émile left.")
    }

    @Test func `an article without sentences has no tokens`() {
        let reading = Sample.reading([])
        #expect(reading.tokens.isEmpty)
        #expect(reading.sentenceCount == 0)
        #expect(reading.word(0) == .none)
        #expect(reading.scalarRange(of: 0..<0).isEmpty)
    }

    @Test func `neighbours outside the article are no words`() {
        let reading = Sample.reading(["One two."])
        #expect(reading.word(-1) == .none)
        #expect(reading.word(3) == .none)
        #expect(reading.word(0) == Word("one"))
        #expect(reading.classes(0).contains(.numberWord))
    }
}
