import Analysis
import Queries
import TestSupport
import Testing

@testable import Screens

@Suite struct FactNameTests {
    @Test(arguments: [
        ("plan.points", "Points of the plan"), ("version.quota", "Fishing quota: version"),
        ("name.lind.bo", "Spelling: Bo Lind"), ("office.holm", "Office of Ada Holm"),
        ("northland.quota", "Northland: Fishing quota"), ("quota.tonnes", "Quota tonnes"),
        ("quota", "Fishing quota"), ("", ""),
    ])
    func `keys are put in words`(key: String, words: String) {
        let labels = Labels(dossier: SampleCorpus.dossier)
        #expect(FactName.words(key, labels: labels) == words)
    }

    @Test func `a figure ascribed to different drafts differs in its version`() {
        let labels = Labels(dossier: SampleCorpus.dossier)
        func name(_ kind: Comparison.Clash.Kind) -> String {
            let fact = Disagreement(
                about: "plan.points", kind: kind, relation: .laterVersion, values: [],
                explanation: "")
            return FactName.words(fact, labels: labels)
        }
        #expect(name(.figure) == "Points of the plan")
        #expect(name(.version) == "Points of the plan: version")
    }
}
