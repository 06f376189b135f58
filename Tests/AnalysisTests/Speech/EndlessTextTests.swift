import Intake
import Testing

@testable import Analysis

/// Texts no author writes: they must come to an end, and their findings must hold.
struct EndlessTextTests {
    private static let count = 300

    private func findings(_ sentences: [String]) -> Findings {
        Analyzer(dossier: .empty).findings(in: Sample.article(sentences))
    }

    @Test(arguments: [
        "he said ", "“a” ", "\"x\" said Anna Berg, ", "Anna Berg said that ", "said ",
        "according to Anna Berg, ", "who, the aide, said ", "the president’s demand for ",
        "“He said “no” ", "( ", "and Anna Berg and ",
    ])
    func `an endless sentence is read to its end`(part: String) {
        let text = String(repeating: part, count: EndlessTextTests.count)
        let sentence = String(text.dropLast())
        let article = Sample.article([sentence])
        let found = Analyzer(dossier: .empty).findings(in: article)
        #expect(found.voices.count == 1)
        for quote in found.quotes {
            #expect(quote.range.upperBound <= article.text.count)
            #expect(!quote.range.isEmpty)
        }
    }

    @Test(arguments: ["He slept.", "It fell.", "“Yes.”", "He said so.", "The aide said so."])
    func `endless sentences are read to their end`(sentence: String) {
        let found = findings(Array(repeating: sentence, count: EndlessTextTests.count))
        #expect(found.voices.count == EndlessTextTests.count)
    }

    /// Each sentence of a quotation once had all of it as its evidence: 400 million pieces in
    /// 200 kB of text.
    @Test func `a sentence of an endless quotation has its own words and who says them`() {
        let count = EndlessTextTests.count
        let words = Array(repeating: "It rained.", count: count)
        let found = findings(["Anna Berg said: “It began."] + words + ["It stopped.”"])
        #expect(found.voices.filter { $0.voice == .quoted }.count >= count)
        for voice in found.voices {
            #expect(voice.basis.evidence.count <= 3)
            let sentence = voice.sentence
            #expect(voice.basis.evidence.contains { $0.sentence == sentence })
        }
    }

    @Test func `a chain of pronouns that leads to nobody names nobody`() {
        let sentences = Array(repeating: "He slept.", count: 500) + ["He said it was late."]
        let found = findings(sentences)
        #expect(found.quotes.map(\.speaker) == [nil])
    }
}
