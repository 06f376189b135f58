import Analysis
import Intake
import Queries
import TestSupport
import Testing

@testable import Screens

@Suite struct FactNameTests {
    @Test(arguments: [
        ("plan.points", "Points of the plan"), ("version.quota", "Fishing quota: in which draft"),
        ("name.lind.bo", "Spelling: Bo Lind"), ("office.holm", "Office of Ada Holm"),
        ("northland.quota", "Northland: Fishing quota"), ("quota.tonnes", "Quota tonnes"),
        ("quota", "Fishing quota"), ("", ""), ("deadline", "Deadline for a deal"),
        ("northland.receipt", "Whether Northland has received a paper"),
        ("visit.ordinal.scope", "Visits: which are counted"), ("holm.age", "Age of Ada Holm"),
        ("lind.quote.12", "Remark by Bo Lind"),
        ("northland.sea.demands", "Demands of Northland: The sea"),
        ("plan.revised.points", "Points of the revised plan"),
    ])
    func `keys are put in words`(key: String, words: String) {
        let labels = Labels(dossier: SampleCorpus.dossier)
        #expect(FactName.words(key, labels: labels) == words)
    }

    @Test(arguments: [
        ("quota.tonne", "Fishing quota"), ("plan.points", "Points of the plan"),
        ("holm.age", "Age of Ada Holm"), ("visit.ordinal", nil),
        ("talks.duration", "Length of the talks"),
    ])
    func `a figure's own words say its unit`(key: String, matter: String?) {
        let labels = Labels(dossier: SampleCorpus.dossier)
        #expect(FactName.matter(ofFigure: key, labels: labels) == matter)
    }

    @Test(arguments: [
        ("harbour", "Day of Harbour talks"), ("harbour.outcome", "Outcome of Harbour talks"),
    ])
    func `an event alone stands for its day`(key: String, words: String) {
        var dossier = SampleCorpus.dossier
        dossier.events = [
            Event(
                id: "harbour", name: "Harbour talks", first: Day(number: 0), last: Day(number: 1),
                what: "They met.")
        ]
        #expect(FactName.words(key, labels: Labels(dossier: dossier)) == words)
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
        #expect(name(.version) == "Points of the plan: in which draft")
    }

    @Test func `a demand is on a point, whatever is demanded of it`() {
        let labels = Labels(dossier: SampleCorpus.dossier)
        #expect(
            FactName.value("The strait", of: "northland.sea.demands", labels: labels)
                == "on The strait")
    }

    @Test func `a number in words is the value that it is in digits`() {
        let labels = Labels(dossier: SampleCorpus.dossier)
        let texts = ["28 points", "twenty-eight points", "twenty points"]
        #expect(FactName.values(texts, of: "plan.points", labels: labels) == ["28", "twenty"])
    }
}
