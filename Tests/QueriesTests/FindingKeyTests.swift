import Analysis
import Intake
import Queries
import Testing

/// Two sentences, "Holm met Berg." and "Holm left.", with a finding of every kind.
struct FindingKeyTests {
    private static let text = ArticleText("Holm met Berg. Holm left.")

    private static func basis(_ sentences: Int...) -> Basis {
        Basis(
            rule: "test-rule",
            evidence: sentences.map {
                Evidence(sentence: $0, range: $0 == 0 ? 0..<4 : 15..<19)
            })
    }

    private static let findings: Findings = {
        var all = Findings()
        func actor(_ id: String, _ sentences: Basis) -> ActorFinding {
            ActorFinding(
                id: id, name: id, kind: .person, isKnown: true, forms: [id], basis: sentences)
        }
        all.actors = [actor("holm", basis(0, 1)), actor("berg", basis(0))]
        all.points = [PointFinding(id: "quota", basis: basis(0, 1))]
        all.drafts = [DraftFinding(id: "may", basis: basis(0))]
        all.events = [EventFinding(id: "talks", basis: basis(1))]
        all.citedOutlets = [
            OutletFinding(id: "wire", name: "Wire", isKnown: true, how: .named, basis: basis(0, 1))
        ]
        all.stances = [
            StanceFinding(
                actor: "Holm", actorID: "holm", point: "quota", draft: nil, label: .rejects,
                condition: nil, sentence: 1, accordingTo: nil, basis: basis(1))
        ]
        all.figures = [
            FigureFinding(
                sentence: 0, range: 0..<4, value: 1, unit: nil, isApproximate: false, about: "x.y",
                draft: nil, event: nil, basis: basis(0))
        ]
        all.quotes = [
            QuoteFinding(
                sentence: 1, range: 15..<19, kind: .direct, speaker: "Holm", speakerID: "holm",
                speakerMention: nil, isNamed: true, cue: nil, via: nil, basis: basis(1))
        ]
        all.dates = [
            DateFinding(
                sentence: 1, range: 20..<24, edtf: "2031", first: Day(number: 1),
                last: Day(number: 2), isRelative: true, event: nil, basis: basis(1))
        ]
        all.offices = [
            OfficeFinding(
                actor: "holm", name: "Holm", office: "mayor", day: "2031", roles: [],
                isChecked: false, sources: [], basis: basis(0))
        ]
        return all
    }()

    /// What rests on each sentence, a line a finding.
    private static func lines(_ findings: Findings) -> [String] {
        func each(_ kind: String, _ basis: Basis) -> [String] {
            basis.sentences.map { "\(kind) \($0)" }
        }
        var lines = findings.actors.flatMap { each("actor \($0.id)", $0.basis) }
        lines += findings.points.flatMap { each("point", $0.basis) }
        lines += findings.drafts.flatMap { each("draft", $0.basis) }
        lines += findings.events.flatMap { each("event", $0.basis) }
        lines += findings.citedOutlets.flatMap { each("outlet", $0.basis) }
        lines += findings.stances.map { "stance \($0.sentence)" }
        lines += findings.figures.map { "figure \($0.sentence)" }
        lines += findings.quotes.map { "quote \($0.sentence)" }
        lines += findings.dates.map { "date \($0.sentence)" }
        return lines + findings.offices.map { "office \($0.basis.sentences[0])" }
    }

    private static func verdict(
        _ kind: String, _ value: String, _ sentence: Int, _ state: Verdict.State? = .rejected
    ) -> Verdict {
        Verdict(
            article: "a", sentence: sentence, range: 0..<1, anchor: "", kind: kind, value: value,
            state: state)
    }

    @Test(arguments: [
        ("actor", "berg holm", 0, ["actor holm 0", "actor berg 0"]),
        ("actor", "holm", 1, ["actor holm 1"]), ("point", "quota", 0, ["point 0"]),
        ("point", "quota", 1, ["point 1"]), ("draft", "may", 0, ["draft 0"]),
        ("event", "talks", 1, ["event 1"]), ("outlet", "wire", 0, ["outlet 0"]),
        ("stance", "holm|quota|rejects", 1, ["stance 1"]), ("figure", "x.y|Holm", 0, ["figure 0"]),
        ("quote", "holm|Holm", 1, ["quote 1"]), ("date", "2031|left", 1, ["date 1"]),
        ("office", "holm|mayor", 0, ["office 0"]),
        // Of another sentence, another thing, of a kind that is not known, or not rejected.
        ("actor", "holm", 0, []), ("point", "gates", 0, []),
        ("stance", "holm|quota|rejects", 0, []),
        ("weather", "rain", 0, []),
    ])
    func `what is rejected goes, of that sentence alone`(
        kind: String, value: String, sentence: Int, gone: [String]
    ) {
        let before = FindingKeyTests.lines(FindingKeyTests.findings)
        var findings = FindingKeyTests.findings
        findings.reject(
            [FindingKeyTests.verdict(kind, value, sentence)], in: FindingKeyTests.text)
        #expect(FindingKeyTests.lines(findings) == before.filter { !gone.contains($0) })
        var kept = FindingKeyTests.findings
        kept.reject(
            [
                FindingKeyTests.verdict(kind, value, sentence, .accepted),
                FindingKeyTests.verdict(kind, value, sentence, nil),
            ], in: FindingKeyTests.text)
        #expect(kept == FindingKeyTests.findings)
    }
}
