import Intake
import Testing

@testable import Analysis

struct QuotationRowsTests {
    /// An article of one sentence with a quotation, said by the harbour master unless told otherwise.
    private func article(_ words: String, by speaker: String? = "master") -> AnalyzedArticle {
        var article = sample(["The harbour master said: “\(words)”"])
        let range = article.evidence(words, in: 0).range
        article.findings.quotes = [
            QuoteFinding(
                sentence: 0, range: range, kind: .direct, speaker: speaker, speakerID: speaker,
                speakerMention: nil, isNamed: true, cue: "said", via: nil,
                basis: Basis(rule: "test", evidence: [Evidence(sentence: 0, range: range)]))
        ]
        return article
    }

    private func rows(_ words: String...) -> [Comparison.Quotation] {
        Comparer(dossier: .empty).comparison(of: words.map { article($0) }).quotations
    }

    private static let whole = "The old pier will be closed until the spring storms are over"

    @Test(arguments: [
        (whole, Comparison.Quotation.Relation.same, [[String](), []]),
        ("The old pier will be closed until the spring", .cut, [["storms are over"], []]),
        (
            "The old pier will be closed entirely until the spring storms are over", .inserted,
            [[], ["entirely"]]
        ),
        (
            "The new pier will be closed until the winter storms are over", .changed,
            [["old", "spring"], ["new", "winter"]]
        ),
    ])
    func `what became of a quotation is told word by word`(
        other: String, relation: Comparison.Quotation.Relation, own: [[String]]
    ) throws {
        let articles = [article(Self.whole), article(other)]
        let found = Comparer(dossier: .empty).comparison(of: articles).quotations
        let row = try #require(found.first)
        #expect(found.count == 1 && row.relation == relation && row.speaker == "master")
        let words = row.places.map { place in
            place.own.map { articles[place.column].article.text[scalars: $0] }
        }
        #expect(words == own)
    }

    @Test func `the same speaker in other words is told apart from another remark`() {
        let retold = rows(
            "Our pier needs repair before ships may land again",
            "No ship lands before repairs of our pier are done")
        #expect(retold.map(\.relation) == [.retold])
        #expect(rows(Self.whole, "The market opens on Sundays for all who like fish").isEmpty)
    }

    @Test func `equal words of two speakers are two remarks`() {
        let articles = [article(Self.whole), article(Self.whole, by: "mayor")]
        #expect(Comparer(dossier: .empty).comparison(of: articles).quotations.isEmpty)
    }

    @Test func `three articles share one row, and short words make none`() {
        #expect(rows(Self.whole, Self.whole, Self.whole).map(\.places.count) == [3])
        #expect(rows("so be it", "so be it").isEmpty)
    }

    @Test(arguments: [
        ("a good chance", "master", 1), ("a good chance", "pilot", 0),
        ("a fair chance", "master", 0),
        ("good chance", "master", 0),
    ])
    func `three words are one remark where one speaker says the same`(
        words: String, speaker: String, count: Int
    ) {
        let articles = [article("a good chance"), article(words, by: speaker)]
        let found = Comparer(dossier: .empty).comparison(of: articles).quotations
        #expect(found.count == count)
    }
}
