import Intake
import Testing

@testable import Analysis

struct WordVariantsTests {
    private static let dossier: Dossier = {
        var dossier = Dossier(id: "test", title: "Test", contentHash: "1")
        var town = Participant(id: "varsk", name: "Varsk", kind: .body)
        town.aliases = [Alias("Varsk"), Alias("Varska"), Alias("Vorsk")]
        dossier.participants = [town]
        return dossier
    }()

    private func variants(_ articles: [AnalyzedArticle]) -> [Comparison.Variant] {
        Comparer(dossier: Self.dossier).comparison(of: articles).variants
    }

    @Test func `each word is counted with its sentences, in quotations apart`() throws {
        let left = sample([
            "The regime in the north kept silent.", "Nobody asked the regime why.",
        ])
        var right = sample(["The government kept silent.", "“A regime of thieves,” he said."])
        let range = right.evidence("A regime of thieves,", in: 1).range
        right.findings.quotes = [
            QuoteFinding(
                sentence: 1, range: range, kind: .direct, speaker: nil, speakerID: nil,
                speakerMention: nil, isNamed: false, cue: nil, via: nil,
                basis: Basis(rule: "test", evidence: [Evidence(sentence: 1, range: range)]))
        ]
        let found = try #require(variants([left, right]).first { $0.about == "who governs" })
        let counts = found.uses.map { "\($0.column) \($0.form) \($0.own.count)+\($0.quoted.count)" }
        #expect(counts == ["0 regime 2+0", "1 government 1+0", "1 regime 0+1"])
        #expect(found.uses[0].own.map(\.sentence) == [0, 1])
    }

    @Test func `spellings of a name stand together`() throws {
        let left = sample(["Talks in Varsk went on.", "Varsk was calm."])
        let right = sample(["Talks in Vorsk went on."])
        let found = try #require(variants([left, right]).first { $0.kind == .spelling })
        #expect(found.about == "Varsk" && found.forms == ["Varsk", "Vorsk"])
        #expect(found.uses.map(\.count) == [2, 1])
    }

    @Test func `where all have the same words nothing is told`() {
        let one = sample(["The government kept silent about the war."])
        #expect(variants([one, one]).isEmpty)
    }

    @Test func `the words of a retold article are not counted`() {
        let left = sample(["The regime kept silent."])
        var right = sample(["The government kept silent."])
        #expect(!variants([left, right]).isEmpty)
        right.article.kind = .digest
        #expect(variants([left, right]).isEmpty)
    }
}
