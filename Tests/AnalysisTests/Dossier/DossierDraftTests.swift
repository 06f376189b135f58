import Intake
import Testing

@testable import Analysis

@Suite struct DossierDraftTests {
    private func analyzed(_ sentences: [String], outlet: String?) -> AnalyzedArticle {
        let article = Sample.article(sentences, outlet: outlet)
        return AnalyzedArticle(
            article: article, findings: Analyzer(dossier: .empty).findings(in: article))
    }

    private var articles: [AnalyzedArticle] {
        [
            analyzed(
                [
                    "Minister Ana Ortega said the water level must stay.",
                    "Ortega spoke of a 12-point plan and of fishing rights.",
                    "The water level is low, The Lake Gazette reported.",
                ], outlet: "The \"Lake\" Gazette"),
            analyzed(
                [
                    "Ana Ortega rejected the 12-point plan on Monday.",
                    "A water level of two metres was proposed.",
                ], outlet: nil),
        ]
    }

    @Test func `what is proposed is a sound dossier`() {
        let toml = DossierDraft.toml(
            from: articles, id: "Lake talks", title: "Talks on \"the\" lake")
        let (dossier, problems) = DossierReader.read(Array(toml.utf8), file: "draft.toml")
        #expect(problems == [])
        #expect(dossier.id == "lake-talks")
        #expect(dossier.title == "Talks on \"the\" lake")
        #expect(dossier.points.map(\.name) == ["Water level"])
        #expect(dossier.drafts.map(\.size) == [12])
        #expect(dossier.outlets.map(\.name).contains("The \"Lake\" Gazette"))
        #expect(dossier.participants.map(\.name).contains("Ana Ortega"))
    }

    @Test func `states are proposed with their names, people with their offices`() {
        let articles = [
            analyzed(
                [
                    "French President Ana Ortega met us in the U.S. on Monday.",
                    "France and the US want the water level to stay.",
                    "Ortega said that French boats must go.", "The Bank of Japan was closed.",
                ], outlet: nil)
        ]
        let toml = DossierDraft.toml(from: articles, id: "lake", title: "Lake")
        let (dossier, problems) = DossierReader.read(Array(toml.utf8), file: "draft.toml")
        #expect(problems == [])
        let states = dossier.participants.filter { $0.kind == .state }
        #expect(states.map(\.name).sorted() == ["United States"])
        #expect(states.first?.aliases.map(\.text).contains("U.S.") == true)
        #expect(toml.contains("# [[actor]]\n# id = \"japan\""))
        #expect(toml.contains("# Called “French President”."))
    }

    @Test func `the plan as a whole is no point of it`() {
        let sentences = [
            "The peace deal must stay.", "Under the peace deal tolls would end.",
            "The peace deal would keep the water level.", "The water level must stay.",
        ]
        let toml = DossierDraft.toml(
            from: [analyzed(sentences, outlet: nil)], id: "lake", title: "Lake")
        #expect(toml.contains("id = \"water-level\""))
        #expect(!toml.contains("peace-deal"))
    }

    @Test func `no articles give an empty proposal that is sound`() {
        let toml = DossierDraft.toml(from: [], id: "", title: "Nothing yet")
        let (dossier, problems) = DossierReader.read(Array(toml.utf8), file: "draft.toml")
        #expect(problems == [])
        #expect(dossier.id == "my-dossier")
        #expect(dossier.participants == [])
    }

    @Test func `names that leave nothing for an id get a number`() {
        var article = articles[0]
        article.findings.actors = ["Ана Ортега", "Ана Ортега", "Ivo"].map { name in
            ActorFinding(
                id: "x", name: name, kind: .person, isKnown: false, forms: [name],
                basis: Basis(
                    rule: "test", evidence: [0, 1].map { Evidence(sentence: $0, range: 0..<1) }))
        }
        let toml = DossierDraft.toml(from: [article], id: "x", title: "X")
        let (dossier, problems) = DossierReader.read(Array(toml.utf8), file: "draft.toml")
        #expect(problems == [])
        #expect(dossier.participants.map(\.name) == ["Ана Ортега", "Ivo"])
        #expect(Set(dossier.participants.map(\.id)).count == 2)
    }

    @Test func `points are noun phrases about what is to be, with sentences to judge by`() {
        let articles = [
            Sample.article([
                "Last week the delegations met again last week.",
                "The fishing rights must be shared, the minister said.",
                "Both shores demand fishing rights near the dam.",
            ]),
            Sample.article([
                "The draft limits the water level of the lake.",
                "A lower water level would be accepted.",
            ]),
        ]
        let phrases = RepeatedPhrases.phrases(in: articles)
        #expect(phrases.map(\.text) == ["fishing rights", "water level"])
        #expect(phrases.map(\.cue) == ["fishing rights", "water level"])
        #expect(phrases.first?.sentences == 2)
        #expect(
            phrases.last?.examples == [
                "A lower water level would be accepted.",
                "The draft limits the water level of the lake.",
            ])
    }

    @Test func `the second corpus gives the matters it is about`() throws {
        let articles = try SecondCorpus.read().map(\.article)
        let texts = Set(RepeatedPhrases.phrases(in: articles).prefix(24).map(\.text))
        let expected: Set = ["military sites", "nuclear program", "sanctions relief"]
        #expect(expected.subtracting(texts) == [])
        #expect(
            texts.isDisjoint(with: ["last week", "next month", "six months", "foreign minister"]))
    }
}
