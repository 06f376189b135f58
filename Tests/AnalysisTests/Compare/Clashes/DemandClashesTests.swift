import Testing

@testable import Analysis

struct DemandClashesTests {
    private func article(
        _ sentences: [String], _ demands: [(actor: String, sentence: Int, points: [String])],
        published: String? = "2031-03-02"
    ) -> AnalyzedArticle {
        var article = sample(sentences, published: published)
        for demand in demands {
            for point in demand.points {
                article.findings.stances.append(
                    StanceFinding(
                        actor: demand.actor, actorID: demand.actor, point: point, draft: nil,
                        label: .demands, condition: nil, sentence: demand.sentence,
                        accordingTo: nil, basis: Basis(rule: "test", evidence: [])))
            }
        }
        return article
    }

    private func clashes(
        _ left: AnalyzedArticle, _ right: AnalyzedArticle
    ) -> [Comparison.Clash] {
        Comparer(dossier: TalksSample.dossier).comparison(of: [left, right]).clashes
    }

    @Test func `a president demands for the state of the office`() {
        let found = clashes(
            article(["One."], [("umer", 0, ["quota", "nets"])]),
            article(["Two."], [("freedonia", 0, ["quota", "boats"])]))
        #expect(found.map(\.about) == ["freedonia.fish.demands"])
        #expect(found.map(\.relation) == [.contradiction])
    }

    @Test func `demands of days that nobody states contradict nothing`() {
        let found = clashes(
            article(["One."], [("freedonia", 0, ["quota", "nets"])], published: nil),
            article(["Two."], [("freedonia", 0, ["quota", "boats"])]))
        #expect(found.map(\.relation) == [.otherTime])
    }

    @Test func `of several demands the two stand together that differ most`() {
        let left = article(
            ["One.", "Two."],
            [("freedonia", 0, ["quota"]), ("freedonia", 1, ["quota", "nets"])])
        let right = article(
            ["One.", "Two."],
            [("freedonia", 0, ["quota", "nets", "boats"]), ("freedonia", 1, ["quota", "boats"])])
        #expect(clashes(left, right).map { $0.values.map(\.sentences) } == [[[1], [1]]])
    }
}
