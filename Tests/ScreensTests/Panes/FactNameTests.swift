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
}
