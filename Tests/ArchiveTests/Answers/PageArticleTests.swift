import Analysis
import Intake
import Queries
import Testing

@testable import Archive

@Test(arguments: [
    (QuoteFinding.Kind.direct, "“we will talk”"), (.indirect, "in the article's words"),
])
func `only words that were quoted stand between quotation marks`(
    kind: QuoteFinding.Kind, label: String
) throws {
    let article = Sample.article("q1", ["Ilves said we will talk."])
    let quote = QuoteFinding(
        sentence: 0, range: 11..<23, kind: kind, speaker: "Ilves", speakerID: "ilves",
        speakerMention: nil, isNamed: true, cue: "said", via: nil,
        basis: Basis(rule: "r", evidence: [Evidence(sentence: 0, range: 11..<23)]))
    let page = PageArticle(
        analyzed: AnalyzedArticle(article: article, findings: Findings()), outlet: nil)
    #expect(page.sentence(quote)?.label == label)
}
