import Analysis
import Intake
import Testing

@testable import parley

struct `Reasons for findings` {
    private static let text = "Berg reportedly left. The harbour is closed, Holm said."

    private func lines(_ findings: Findings) -> [String] {
        let article = Article(
            id: "0000000000000000", contentHash: "0000000000000000", outlet: nil, url: nil,
            language: "en", text: ArticleText(Self.text), paragraphs: [0..<55],
            sentences: [
                Sentence(paragraph: 0, range: 0..<21), Sentence(paragraph: 0, range: 22..<55),
            ])
        return Reasons(AnalyzedArticle(article: article, findings: findings)).lines
    }

    @Test func `speech is given with rule, cue, confidence, rivals and words`() {
        var findings = Findings()
        findings.quotes = [
            QuoteFinding(
                sentence: 1, range: 22..<43, kind: .indirect, speaker: "Holm", speakerID: nil,
                speakerMention: "Holm", isNamed: true, cue: "said", via: "The Gazette",
                basis: Basis(
                    rule: "reported-clause", cue: "said", confidence: 0.9, rivals: ["berg"],
                    evidence: [Evidence(sentence: 1, range: 22..<43)]))
        ]
        #expect(
            lines(findings).suffix(2) == [
                "Speech",
                "  indirect, Holm through The Gazette: rule reported-clause, cue “said”, "
                    + "confidence 0.9, beat berg; §2 [The harbour is closed]",
            ])
    }

    @Test func `a voice is given with its chain, a whole sentence by its number`() {
        var findings = Findings()
        findings.voices = [
            VoiceFinding(
                sentence: 0, voice: .hedged, chain: ["Courier", "Holm"],
                basis: Basis(
                    rule: "hedge-without-source", confidence: 0.7,
                    evidence: [Evidence(sentence: 0, range: 0..<21)]))
        ]
        #expect(
            lines(findings).last
                == "  §1 hedged (Courier → Holm): rule hedge-without-source, confidence 0.7; §1")
    }

    @Test func `layers without findings are left out`() {
        #expect(lines(Findings()) == ["", "Why (found by rule, not yet checked)"])
    }
}
