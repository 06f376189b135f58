import Analysis
import Intake
import TestSupport
import Testing

@testable import Screens

@Suite struct SentenceNotesTests {
    private func reasons(cue: String, at sentence: Int, of all: [Int]) throws -> [String] {
        let article = try #require(SampleCorpus.archive.articles.first).article
        let evidence = all.map { Evidence(sentence: $0, range: article.sentences[$0].range) }
        let basis = Basis(rule: "some-rule", cue: cue, confidence: 0.9, evidence: evidence)
        let note = SentenceNote(
            "◦", "found", ranges: [article.sentences[sentence].range], basis: basis)
        return note.reasons(in: article).map { "\($0.name) \($0.words)" }.filter {
            !$0.hasPrefix("words")
        }
    }

    @Test func `what goes on from another sentence names that one, and is no surer than said`()
        throws
    {
        let article = try #require(SampleCorpus.archive.articles.first).article
        let word = try #require(article.sentenceText(0).split(separator: " ").first).lowercased()
        #expect(
            try reasons(cue: word, at: 0, of: [0, 1])
                == ["rule some-rule", "cue “\(word)”", "sure 90 of 100"])
        let other = article.sentenceText(1)
        let isElsewhere = !article.sentenceText(0).contains(other)
        #expect(isElsewhere)
        let shown = other.count > 72 ? other.prefix(72) + "…" : other[...]
        #expect(
            try reasons(cue: other, at: 0, of: [0, 1]) == ["from §2, “\(shown)”", "rule some-rule"])
    }

    @Test func `a cue that no sentence has is none to be shown`() throws {
        #expect(
            try reasons(cue: "plan + draft|paper", at: 0, of: [0])
                == ["rule some-rule", "sure 90 of 100"])
    }
}
