import Intake
import Testing

@testable import Analysis

/// Texts made to be hard: twice the text gives at most about twice of everything, and no range
/// leaves the text.
@Suite struct HardTextTests {
    @Test(arguments: [
        "the talks about sanctions went on and the plan was sent again ", "“ ” ", "\" ' ",
        "“he said ‘she said ", "Steve Miller and Anna Fischer, ",
        "28 of 600,000 or 27 to 30 percent ",
        "he said that she told the minister that they announced ",
        "2 December or Tuesday last week until Nov. 27 ",
        "Bank Of The United Council For Peace And ",
        "Iran, 75, P5+1, (((", "- – — ", "é ü 漢 نص ",
    ])
    func `twice the text gives no more than twice the findings`(unit: String) throws {
        let half = try size(unit, 20_000)
        let whole = try size(unit, 40_000)
        #expect(whole <= half * 2 + half / 8 + 64)
    }

    /// How many findings and pieces of evidence a text of about `count` bytes without an end of a
    /// sentence gives; each is looked at.
    private func size(_ unit: String, _ count: Int) throws -> Int {
        var text = ""
        while text.utf8.count < count { text += unit }
        let document = RawDocument(name: "hard.txt", bytes: Array(text.utf8))
        guard let article = try articles(in: document).first?.get() else { return 0 }
        let findings = Analyzer(dossier: .empty).findings(in: article)
        let bases =
            findings.actors.map(\.basis) + findings.quotes.map(\.basis)
            + findings.figures.map(\.basis) + findings.dates.map(\.basis)
            + findings.citedOutlets.map(\.basis)
        for evidence in bases.flatMap(\.evidence) {
            #expect(evidence.range.upperBound <= article.text.count)
        }
        return bases.reduce(bases.count) { $0 + $1.evidence.count }
    }
}
