import Intake
import Testing

@testable import Analysis

struct PointFinderTests {
    /// Sentences that meet one cue of a dossier with one point.
    private func sentences(_ cue: Cue, _ text: [String]) -> [Int] {
        var dossier = Dossier(id: "d", title: "d", contentHash: "0")
        var point = PlanPoint(id: "fishing", name: "Fishing", topic: "sea")
        point.cues = [cue]
        dossier.points = [point]
        let reading = Sample.reading(text)
        let cast = Cast(mentions: [], newcomers: [], tokenCount: reading.tokens.count)
        let findings = PointFinder(dossier: dossier).findings(in: reading, cast: cast)
        for evidence in findings.flatMap(\.basis.evidence) {
            let range = reading.article.sentences[evidence.sentence].range
            #expect(range.contains(evidence.range.lowerBound))
        }
        return findings.flatMap(\.basis.sentences)
    }

    private func term(_ text: String, whole: Bool = false, capitals: Bool = false) -> Cue.Term {
        Cue.Term(text: text, isCaseSensitive: capitals, isWhole: whole)
    }

    private func cue(_ all: [[Cue.Term]], none: [Cue.Term] = []) -> Cue {
        Cue(
            text: "a cue", all: all.map { Cue.Item($0) }, none: none.isEmpty ? [] : [Cue.Item(none)]
        )
    }

    @Test(arguments: [
        ("The quota on fish is a word of trade.", ["trade"]), ("The quota on fish and trade.", []),
        ("A word of trade.", nil), ("The quota on fish. A word of trade.", []),
    ])
    func `a point that a word ruled out is a rival`(text: String, rivals: [String]?) {
        var dossier = Dossier(id: "d", title: "d", contentHash: "0")
        dossier.points = ["fishing", "trade"].map { PlanPoint(id: $0, name: $0, topic: "sea") }
        dossier.points[0].cues = [cue([[term("quota")], [term("fish")]])]
        dossier.points[1].cues = [cue([[term("trade")]], none: [term("word")])]
        let reading = Sample.reading(text.split(separator: ". ").map { $0 + "." })
        let cast = Cast(mentions: [], newcomers: [], tokenCount: reading.tokens.count)
        let findings = PointFinder(dossier: dossier).findings(in: reading, cast: cast)
        #expect(findings.first { $0.id == "fishing" }?.basis.rivals == rivals)
    }

    @Test(arguments: [
        ("Quotas on fishing stay.", true), ("The FISHERY quota.", true),
        ("Overfishing quota.", false), ("A quota on trade.", false), ("Fish only.", false),
        ("The quota\u{2011}fish deal.", true),
    ])
    func `every item must occur, at the beginning of a word`(text: String, isMet: Bool) {
        let cue = cue([[term("quota")], [term("fish")]])
        #expect(sentences(cue, [text]) == (isMet ? [0] : []))
    }

    @Test(arguments: [
        ("The EU quota.", true), ("The EU’s quota.", true), ("The EUROPA.", false),
        ("The eu quota.", false), ("(EU)", true), ("EU", true), ("An “EU” deal", true),
    ])
    func `a whole term in capitals meets nothing longer or smaller`(text: String, isMet: Bool) {
        let cue = cue([[term("EU", whole: true, capitals: true)]])
        #expect(sentences(cue, [text]) == (isMet ? [0] : []))
    }

    @Test(arguments: [
        ("a four\u{2011}year term", true), ("a four year term", true),
        ("a four\u{A0}year term", true),
        ("a four -- year term", true), ("four of five years", false),
    ])
    func `blanks and hyphens of a term are alike`(text: String, isMet: Bool) {
        #expect(sentences(cue([[term("four year")]]), [text]) == (isMet ? [0] : []))
    }

    @Test(arguments: [
        ("600,000 troops", true), ("1,600,000 troops", false), ("some 600,000", true),
    ])
    func `a number is a word`(text: String, isMet: Bool) {
        #expect(sentences(cue([[term("600,000")]]), [text]) == (isMet ? [0] : []))
    }

    @Test func `a term of none takes the sentence out`() {
        let cue = cue([[term("truce"), term("ceasefire")]], none: [term("gaza")])
        #expect(sentences(cue, ["A ceasefire in Gaza.", "A truce at sea.", "Gaza."]) == [1])
    }

    @Test(arguments: [
        ("A “cap” on the army’s size.", ["cap", "army"]),
        ("Armyless, it capped nothing.", ["Armyless", "capped"]),
        ("The army and the cápe\u{A0}cap’s end.", ["army", "cap"]),
    ])
    func `evidence is the words of each item, whole, in the order of the text`(
        sentence: String, words: [String]
    ) throws {
        var dossier = Dossier(id: "d", title: "d", contentHash: "0")
        var point = PlanPoint(id: "cap", name: "Cap", topic: "army")
        point.cues = [cue([[term("army")], [term("cap")]])]
        dossier.points = [point]
        let reading = Sample.reading([sentence])
        let cast = Cast(mentions: [], newcomers: [], tokenCount: reading.tokens.count)
        let finding = try #require(
            PointFinder(dossier: dossier).findings(in: reading, cast: cast).first)
        let text = reading.article.text
        #expect(finding.basis.evidence.map { text[scalars: $0.range] } == words)
        #expect(finding.basis.cue == "a cue")
    }
}
