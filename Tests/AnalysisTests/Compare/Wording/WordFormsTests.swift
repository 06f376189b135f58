import Intake
import Testing

@testable import Analysis

struct WordFormsTests {
    private static let dossier: Dossier = {
        var dossier = Dossier(id: "test", title: "Test", contentHash: "1")
        var town = Participant(id: "varsk", name: "Varsk", kind: .body)
        town.aliases = [Alias("Vorsk"), Alias("Варск"), Alias("River Town")]
        dossier.participants = [town]
        return dossier
    }()

    private func uses(_ article: AnalyzedArticle) -> [String] {
        Analyzer(dossier: Self.dossier).wordUses(in: article).map {
            "\($0.form.id) \($0.own.count)+\($0.quoted.count)"
        }
    }

    @Test func `spellings of one name are forms, other names of it are not`() {
        let forms = WordForms(dossier: Self.dossier).all.filter { $0.about == "Varsk" }
        #expect(forms.map(\.text) == ["Varsk", "Vorsk"])
    }

    @Test func `no two forms share a number`() {
        let all = WordForms(dossier: Self.dossier).all
        #expect(Set(all.map(\.number)).count == all.count)
    }

    @Test func `names and chosen words are counted in the voice they stand in`() {
        var article = sample(["The regime held Vorsk.", "“The government of Varsk,” he said."])
        let range = article.evidence("The government of Varsk,", in: 1).range
        article.findings.quotes = [
            QuoteFinding(
                sentence: 1, range: range, kind: .direct, speaker: nil, speakerID: nil,
                speakerMention: nil, isNamed: false, cue: nil, via: nil,
                basis: Basis(rule: "test", evidence: [Evidence(sentence: 1, range: range)]))
        ]
        let said = "verbs of saying: said 1+0"
        #expect(
            uses(article) == [
                "Varsk: Varsk 0+1", "Varsk: Vorsk 1+0", "who governs: government 0+1",
                "who governs: regime 1+0", said,
            ])
    }

    @Test func `what is retold has no wording of its outlet`() {
        var article = sample(["The regime held Vorsk."])
        article.article.kind = .digest
        #expect(uses(article).isEmpty)
    }

    @Test func `claims carry the forms of the article's own voice`() {
        let article = sample(["The regime held Vorsk."])
        let claims = Comparer(dossier: Self.dossier).claims(in: article)
        let forms = WordForms(dossier: Self.dossier).all.filter { claims.words.contains($0.number) }
        #expect(forms.map(\.text) == ["Vorsk", "regime"])
    }
}
