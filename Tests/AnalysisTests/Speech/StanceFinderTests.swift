import Intake
import Testing

@testable import Analysis

struct StanceFinderTests {
    private var dossier: Dossier {
        var dossier = Dossier(id: "harbour", title: "Harbour", contentHash: "0")
        dossier.participants = [
            state("norland", "Norland"), state("sudland", "Sudland"),
            Participant(id: "berg", name: "Anna Berg", kind: .person),
        ]
        dossier.participants[2].aliases = [Alias("Anna Berg"), Alias("Berg")]
        var gazette = Outlet(id: "gazette", name: "The Gazette")
        gazette.aliases = [Alias("The Gazette")]
        dossier.outlets = [gazette]
        dossier.points = [
            point("tolls", "Ships pay tolls to Sudland", "toll"),
            point("league", "Norland stays out of the League", "league"),
            point("pilots", "Sudland sends pilots", "pilots"),
            point("whole", "The plan is signed", "plan"),
        ]
        return dossier
    }

    private func state(_ id: String, _ name: String) -> Participant {
        var participant = Participant(id: id, name: name, kind: .state)
        participant.aliases = [Alias(name)]
        return participant
    }

    private func point(_ id: String, _ provision: String, _ cue: String) -> PlanPoint {
        var point = PlanPoint(id: id, name: id, topic: "harbour")
        point.provision = provision
        point.cues = [Cue(text: cue, all: [Cue.Item([Cue.Term(text: cue)])])]
        return point
    }

    private func stances(_ sentences: [String]) -> [StanceFinding] {
        Analyzer(dossier: dossier).findings(in: Sample.article(sentences)).stances
    }

    @Test(arguments: [
        ("Norland would accept the tolls if ships were counted.", "if ships were counted"),
        ("Norland accepts the tolls, even if ships are few.", nil),
        ("Norland rejects the tolls unless pilots are sent.", "unless pilots are sent"),
        ("Norland demands the tolls and will go on if Sudland refuses to pay.", nil),
        ("Norland accepts the tolls, but said ships will sail only once pilots come.", nil),
    ])
    func `a condition is kept beside the position`(sentence: String, condition: String?) {
        #expect(stances([sentence]).first { $0.point == "tolls" }?.condition == condition)
    }

    @Test(arguments: [
        ("Norland rejected the tolls.", []),
        ("Norland insists on joining the League.", ["demands"]),
        (
            "Norland rejected the tolls, which remain unresolved between Norland and Sudland.",
            ["unresolved"]
        ),
    ])
    func `another position the words could be taken for is a rival`(text: String, rivals: [String])
    {
        #expect(stances([text]).first?.basis.rivals == rivals)
    }

    private func summaries(_ sentences: [String]) -> [String] {
        stances(sentences).map { "\($0.actor) \($0.label.rawValue) \($0.point)" }
    }

    @Test(arguments: [
        ("Norland rejected the tolls.", "Norland rejects tolls"),
        ("Norland does not accept any tolls.", "Norland rejects tolls"),
        ("Norland refuses to accept the tolls.", "Norland rejects tolls"),
        ("Norland is ready to accept the tolls.", "Norland accepts tolls"),
        ("Norland is unwilling to accept the tolls.", "Norland rejects tolls"),
        ("Norland agreed to the tolls.", "Norland accepts tolls"),
        ("Norland ruled out the tolls.", "Norland rejects tolls"),
        ("Norland says the tolls must stay until the plan is signed.", "Norland demands tolls"),
        ("Norland did not rule out the tolls.", "Norland open tolls"),
        ("Norland has not ruled out accepting the tolls.", "Norland open tolls"),
        ("Norland would accept the pilots if the tolls were dropped.", "Norland accepts pilots"),
        ("Norland rejects the tolls in the nine-point plan.", "Norland rejects tolls"),
        ("Sudland wants to settle the tolls.", "Sudland open tolls"),
        ("Sudland wants to levy tolls.", "Sudland demands tolls"),
        ("Sudland continues to insist on tolls.", "Sudland demands tolls"),
        ("The town knows of Sudland's demand for tolls.", "Sudland demands tolls"),
        ("Sudland proposed tolls for all ships.", "Sudland proposes tolls"),
        ("Norland is examining a system of tolls.", "Norland open tolls"),
        ("Norland says that the tolls are a red line.", "Norland rejects tolls"),
        ("“We need the tolls,” Anna Berg said.", "Anna Berg demands tolls"),
        ("Anna Berg said the tolls could serve as a basis for talks.", "Anna Berg open tolls"),
    ])
    func `a verb or a judgement is a position`(text: String, expected: String) {
        #expect(summaries([text]) == [expected])
    }

    @Test(arguments: [
        ("Norland demanded membership in the League.", "Norland rejects league"),
        ("Norland rejected the refusal of its League membership.", "Norland rejects league"),
        ("Norland rejects giving up League membership.", "Norland rejects league"),
        ("Norland accepted the ban on joining the League.", "Norland accepts league"),
        ("Sudland opposes a place for Norland in the League.", "Sudland accepts league"),
        (
            "Norland accepts most points except two: the League and the mast.",
            "Norland rejects league"
        ),
    ])
    func `a position is towards the provision, which keeps Norland out`(
        text: String, expected: String
    ) {
        #expect(summaries([text]) == [expected])
    }

    @Test func `what is excepted is not accepted`() {
        #expect(
            summaries(["Norland is ready to accept the pilots, except for the tolls."])
                == ["Norland accepts pilots", "Norland rejects tolls"])
    }

    @Test func `a preposition that opens a sentence is nobody`() {
        let sentences = [
            "Sudland made an offer.", "Under them Sudland wants tolls; at sea it wants pilots.",
        ]
        #expect(stances(sentences).allSatisfy { $0.actorID == "sudland" })
    }

    @Test func `what the plan provides its owner proposes`() {
        let sentences = [
            "Sudland's proposal would bring back the tolls.", "It also requires pilots on board.",
        ]
        #expect(
            summaries(sentences) == ["Sudland proposes tolls", "Sudland proposes pilots"])
    }

    @Test func `nothing settled is unresolved between the two states`() {
        #expect(
            summaries(["The tolls remain unresolved between Norland and Sudland."])
                == ["Norland unresolved tolls", "Sudland unresolved tolls"])
    }

    @Test(arguments: [
        ("The Gazette reported that Norland rejected the tolls.", "The Gazette"),
        ("According to The Gazette, Norland rejected the tolls.", "The Gazette"),
        ("Anna Berg said that Norland rejected the tolls.", "Anna Berg"),
    ])
    func `a position is by the account of whoever states it`(text: String, source: String) {
        let found = stances([text])
        #expect(found.map(\.actor) == ["Norland"])
        #expect(found.map(\.accordingTo) == [source])
    }

    @Test func `the article's own word has no source`() {
        #expect(stances(["Norland rejected the tolls."]).first?.accordingTo == nil)
    }

    @Test func `a condition is kept beside the position`() {
        let found = stances(["Norland will accept the tolls only if pilots come, Berg said."])
        #expect(found.first { $0.point == "tolls" }?.condition == "only if pilots come")
    }

    @Test(arguments: [
        "The tolls are old.", "If Norland rejects the tolls, the harbour closes.",
        "The Gazette rejected the tolls.", "Norland has a harbour.",
        "Sudland insisted that Norland accept the weather.",
        "Ships asked about tolls in Norland.",
    ])
    func `where no rule is sure nothing is proposed`(text: String) {
        #expect(summaries([text]) == [])
    }

    @Test func `evidence lies in the sentence of the position`() {
        let sentences = ["It rained.", "Norland rejected the tolls."]
        let article = Sample.article(sentences)
        for stance in stances(sentences) {
            #expect(stance.sentence == 1)
            for evidence in stance.basis.evidence {
                #expect(evidence.sentence == 1)
                #expect(article.sentences[1].range.contains(evidence.range.lowerBound))
            }
            #expect(stance.basis.cue == "rejected")
        }
    }
}
