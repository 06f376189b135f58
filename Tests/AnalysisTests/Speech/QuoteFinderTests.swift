import Intake
import Testing

@testable import Analysis

struct QuoteFinderTests {
    private func findings(_ sentences: [String]) -> [QuoteFinding] {
        let reading = Sample.reading(sentences)
        let cast = NameFinder(dossier: .empty).cast(in: reading)
        return QuoteFinder().findings(
            in: Speech(reading, cast: cast, dossier: .empty, home: nil))
    }

    private func quotes(_ sentences: [String]) -> [QuoteFinding] {
        findings(sentences).filter { $0.kind != .indirect }
    }

    private func statements(_ sentences: [String]) -> [QuoteFinding] {
        findings(sentences).filter { $0.kind == .indirect }
    }

    @Test(arguments: [
        "An aide who asked not to be named left early.", "An aide requested anonymity.",
        "The aide declined to be identified.", "Oslo had laid a basis and Bergen added to it.",
        "Anna Berg, encouraged by the long summer, sailed to Bergen.",
        "Anna Berg, who saw Lars Holm last month, sailed.", "Anna Berg talked for five hours.",
        "Norland and lobby groups had put strong pressure on the town.",
        "The fees end as Norland addresses the concerns about its ships.",
        "What Anna Berg said late on Tuesday will not make it easier.",
    ])
    func `the terms of a source, and verbs that mean something else, are no statement`(text: String)
    {
        #expect(findings([text]).isEmpty)
    }

    // MARK: Speakers

    @Test(arguments: [
        ("Norland officials", false), ("Norland delegation", true), ("Norland", true),
    ])
    func `officials of a state have no name, though the dossier has them as a group`(
        name: String, isNamed: Bool
    ) {
        var dossier = Dossier(id: "d", title: "d", contentHash: "0")
        dossier.participants = [
            Participant(id: "norland", name: "Norland", kind: .state),
            Participant(id: "officials", name: "Norland officials", kind: .group),
            Participant(id: "delegation", name: "Norland delegation", kind: .group),
        ]
        let reading = Sample.reading(["\(name) said that the fee would end."])
        let cast = NameFinder(dossier: dossier).cast(in: reading)
        let found = QuoteFinder().findings(
            in: Speech(reading, cast: cast, dossier: dossier, home: nil))
        #expect(found.map(\.isNamed) == [isNamed])
    }

    @Test(arguments: [
        ("In Oslo Lars Holm set out the details.", "Lars Holm"),
        ("From Bergen Minister Lars Holm sent word.", "Lars Holm"),
        ("In Oslo, Lars Holm set out the details.", "Lars Holm"),
        ("It rained in Oslo.", "Anna Berg"),
    ])
    func `he is who acts in the sentence before, also behind a place`(
        text: String, speaker: String
    ) {
        let found = quotes([
            "“We will wait,” Anna Berg said.", text, "He called it a “first step.”",
        ])
        #expect(found.last?.speaker == speaker)
    }

    @Test func `a dateline is nobody, and they are those behind it`() {
        let found = findings(["OSLO, Norland -- Anna Berg and Lars Holm say they agree on the fee."]
        )
        #expect(!found.isEmpty && found.allSatisfy { $0.speaker != "OSLO" }, "\(found)")
    }

    @Test func `a name in capitals before a dash is no dateline where words stand between`() {
        let found = quotes([
            "NATO forces in Oslo — Lars Holm left — will wait.", "They called it “sad.”",
        ])
        #expect(found.first?.speaker != "Lars Holm")
    }

    @Test func `a hyphen ends no dateline`() {
        let found = statements(["US-led envoys say they agree on the fee."])
        #expect(found.allSatisfy { $0.speaker?.hasPrefix("led") != true }, "\(found)")
    }

    @Test func `what somebody wants by another's account is stated by that one`() {
        let found = statements([
            "Anna Berg thinks Lars Holm wants a lower fee.", "Lars Holm wants a higher harbour.",
            "Anna Berg said that Lars Holm called the fee too high.",
        ])
        #expect(found.map(\.speaker) == ["Anna Berg", "Lars Holm", "Anna Berg", "Lars Holm"])
    }

    @Test func `it goes back to the thing that a sentence is about, and to no name before`() {
        let found = findings([
            "Norland says that the fee is high.",
            "The last part mocks the town, where many, it says, sail without a fee.",
            "It calls the harbour a poor place.",
        ])
        #expect(found.map(\.speaker) == ["Norland", nil, "author"])
    }

    @Test func `who speaks between commas behind a name is not its bearer`() {
        let found = findings([
            "Lars Holm sailed to Bergen.", "Lars Holm, the author complains, never came back.",
        ])
        #expect(found.map(\.speaker) == ["author"])
    }

    @Test func `the author of a column is nobody named before, and it is no two men`() {
        let found = findings([
            "Anna Berg said that the fee is high.", "The author says that it is low.",
            "Both men deny that the fee fell.", "It calls the town poor.",
        ])
        #expect(found.prefix(3).map(\.speaker) == ["Anna Berg", "author", "both men"])
        #expect(found.count == 3 || found[3].speaker == nil)
    }

    @Test func `a pronoun and a title with a dot go back to the name between commas`() {
        let found = quotes([
            "Norland's foreign minister, Anna Berg, told reporters that it was “a joke.”",
            "“I will not laugh,” she said.", "Ms. Berg called it “sad.”",
        ])
        #expect(found.map(\.speaker) == ["Anna Berg", "Anna Berg", "Anna Berg"])
    }

    @Test(arguments: [
        ("“We will wait,” Anna Berg said.", "Anna Berg", "said"),
        ("“We will wait,” said Anna Berg, who leads the party.", "Anna Berg", "said"),
        ("Anna Berg said: “We will wait.”", "Anna Berg", "said"),
        ("In a letter to the court, Anna Berg wrote that “time is short.”", "Anna Berg", "wrote"),
        ("Anna Berg, a judge in Oslo, called the plan “a joke.”", "Anna Berg", "called"),
        ("The plan is “a joke,” according to Anna Berg.", "Anna Berg", "according to"),
        ("Anna Berg left early, adding that she was “tired of it.”", "Anna Berg", "adding"),
        ("The council rose, with Anna Berg calling it “a joke.”", "Anna Berg", "calling"),
        ("On Sunday Anna Berg left early, saying she was “tired of it.”", "Anna Berg", "saying"),
        (
            "Anna Berg thinks she can wait until Lars Holm admits “a defeat.”", "Anna Berg",
            "thinks"
        ),
        ("Anna Berg said she felt “no wish to go.”", "Anna Berg", "said"),
        ("Norway's prime minister, Anna Berg, said it was “a joke.”", "Anna Berg", "said"),
        ("The foreign minister, Anna Berg, called the plan “a joke.”", "Anna Berg", "called"),
        (
            "Foreign Minister Lars Holm and others left, but Anna Berg warned of “a long winter.”",
            "Anna Berg", "warned"
        ),
        ("The envoy, Anna Berg, called it “a joke.”", "Anna Berg", "called"),
        ("Norland's finance minister, Anna Berg, said: “No.”", "Anna Berg", "said"),
        ("Her counterpart from Sudland, Anna Berg, called it “a joke.”", "Anna Berg", "called"),
    ])
    func `the speaker is the subject of the cue`(text: String, speaker: String, cue: String) {
        let found = quotes([text])
        #expect(found.count == 1)
        #expect(found.first?.speaker == speaker)
        #expect(found.first?.cue == cue)
        #expect(found.first?.isNamed == true)
    }

    @Test func `two quotations in one sentence have the speaker next to them`() {
        let found = quotes([
            "Anna Berg saw “no sign of a thaw,” while Lars Holm warned the winter was “far from over.”"
        ])
        #expect(found.map(\.speaker) == ["Anna Berg", "Lars Holm"])
    }

    @Test func `a quotation without a cue goes on with the last speaker`() {
        let found = quotes([
            "“We will wait,” Anna Berg said.", "“Nobody is in a hurry.”", "¶",
            "“Winter is long.”",
        ])
        #expect(found.map(\.speaker) == ["Anna Berg", "Anna Berg", "Anna Berg"])
        #expect(found.map(\.basis.rule) == ["cue-after", "speaker-goes-on", "speaker-goes-on"])
    }

    @Test func `a colon in the paragraph before introduces a quotation`() {
        let found = quotes([
            "Lars Holm was late.", "Speaking on the train, Anna Berg said she remains hopeful:",
            "¶",
            "“We will wait.", "Nobody is in a hurry.”",
        ])
        #expect(found.map(\.speaker) == ["Anna Berg"])
        #expect(found.map(\.kind) == [.direct])
    }

    @Test func `he and she are who acted last`() {
        let found = quotes([
            "Anna Berg met Lars Holm in Oslo.",
            "She said the talks were “quite useful.”",
        ])
        #expect(found.first?.speaker == "Anna Berg")
        #expect(found.first?.speakerMention == "She")
    }

    @Test(arguments: [
        // A draft asks nothing.
        ("The first White House draft came out.", ["critics"]),
        ("The White House came out.", ["critics", "White House"]),
        ("The White House plans to come out.", ["critics", "White House"]),
    ])
    func `it is who acted last, and no draft that has a name before it`(
        before: String, speakers: [String]
    ) {
        let found = statements([before, "Critics said it asked painful sacrifices of Norland."])
        #expect(found.compactMap(\.speaker) == speakers)
    }

    @Test func `a role goes back to the person it was given to`() {
        let found = quotes([
            "The foreign policy adviser Lars Holm met Anna Berg, the chancellor.",
            "“We will wait,” the adviser said.",
        ])
        #expect(found.first?.speaker == "Lars Holm")
        #expect(found.first?.speakerMention == "the adviser")
    }

    @Test(arguments: [
        (
            "“It is late,” said an unnamed source from a port town.",
            "unnamed source from a port town"
        ),
        ("A senior port official said it was “rather late.”", "unnamed senior port official"),
        (
            "It was “rather late,” according to people familiar with the matter.",
            "people familiar with the matter"
        ),
        ("It was “rather late,” sources said.", "unnamed sources"),
    ])
    func `who is not named is described`(text: String, speaker: String) {
        let found = quotes([text])
        #expect(found.first?.speaker == speaker)
        #expect(found.first?.isNamed == false)
    }

    // MARK: Kinds and ranges

    @Test func `irony and titles have no speaker`() {
        let found = quotes([
            "The habit of running to “complain to mommy” annoys the town.",
            "Anna Berg appeared on “Meet the Town.”",
        ])
        #expect(found.map(\.kind) == [.scare, .scare])
        #expect(found.map(\.speaker) == [nil, nil])
    }

    @Test func `kinds tell clauses from words`() {
        let found = quotes([
            "“We will wait,” Anna Berg said.", "Anna Berg called it “a joke.”",
        ])
        #expect(found.map(\.kind) == [.direct, .partial])
    }

    @Test func `ranges count scalars and hold exactly what stands between the marks`() {
        let sentences = [
            "“Être – or not,” said Zoë Åberg.", "She added that “naïve 🙂 plans” fail.",
        ]
        let article = Sample.article(sentences)
        let found = quotes(sentences)
        #expect(
            found.map { article.text[scalars: $0.range] } == ["Être – or not,", "naïve 🙂 plans"])
        for finding in findings(sentences) {
            for evidence in finding.basis.evidence {
                let sentence = article.sentences[evidence.sentence].range
                #expect(evidence.range.clamped(to: sentence) == evidence.range)
                #expect(!evidence.range.isEmpty)
            }
        }
    }

    // MARK: Indirect statements

    @Test(arguments: [
        ("Anna Berg said that the harbour would close.", "the harbour would close", "Anna Berg"),
        ("According to Anna Berg, the harbour will close.", "the harbour will close", "Anna Berg"),
        ("The harbour will close, according to Anna Berg.", "The harbour will close", "Anna Berg"),
        ("The harbour will close, Anna Berg said.", "The harbour will close", "Anna Berg"),
        (
            "Anna Berg rejected calls to close the harbour.", "calls to close the harbour",
            "Anna Berg"
        ),
        (
            "The town knows of Anna Berg’s demand for a new harbour.", "for a new harbour",
            "Anna Berg"
        ),
    ])
    func `a reported clause is a statement`(text: String, clause: String, speaker: String) {
        let found = statements([text])
        #expect(found.map { Sample.article([text]).text[scalars: $0.range] } == [clause])
        #expect(found.map(\.speaker) == [speaker])
    }

    @Test(arguments: [
        "“We will wait,” Anna Berg said on Monday.",
        "Anna Berg did not disclose the names of the guests.",
        "If Anna Berg says the harbour closes, it closes.",
        "The report on the harbour was long.",
    ])
    func `what nobody stated is no statement`(text: String) {
        #expect(statements([text]) == [])
    }

    @Test(arguments: [
        ("A number of officials believe the harbour will close.", "a number of officials"),
        ("Both sides described the talks as useful.", "both sides"),
        ("Many believe the harbour will close.", nil),
        ("The harbour reportedly closed at noon.", nil),
        ("As the press reports, the harbour will close.", "the press"),
        ("As reported by the Western press, the harbour will close.", "Western press"),
        ("Western press reports say that the harbour will close.", "Western press reports"),
        ("Anna Berg is calm and convinced that the harbour will close.", "Anna Berg"),
        (
            "Anna Berg met Lars Holm, but in the same breath warned that the harbour would close.",
            "Anna Berg"
        ),
    ])
    func `who states it is described as the text has it`(text: String, speaker: String?) {
        #expect(statements([text]).map(\.speaker) == [speaker])
    }

    @Test func `what something is called is no statement`() {
        #expect(
            statements(["The envoys left with what officials call the “Harbour Accord.”"]) == [])
    }

    @Test func `a partial quotation does not use up its source`() {
        let found = statements([
            "The delegation went to Oslo to speak for its “priorities,” according to Anna Berg."
        ])
        #expect(found.map(\.speaker) == ["Anna Berg"])
    }

    @Test func `what a source said goes on in the next sentence`() {
        let found = statements([
            "As Anna Berg noted, the proposals aim at the harbour.",
            "They are full of traps.", "Lars Holm left early.",
        ])
        #expect(found.map(\.speaker) == ["Anna Berg", "Anna Berg"])
        #expect(found.last?.basis.rule == "source-goes-on")
    }

    @Test func `who else could have been meant is kept`() {
        let found = quotes([
            "Lars Holm met Karl Dahl in Oslo.", "He said the talks were “quite useful.”",
        ])
        #expect(found.first?.speaker == "Lars Holm")
        #expect(found.first?.basis.rivals == ["Karl Dahl"])
        #expect(quotes(["“We will wait,” Anna Berg said."]).first?.basis.rivals == [])
    }

    @Test func `an article without words has no quotations`() {
        #expect(findings([]) == [])
        #expect(findings(["“”"]) == [])
    }

    @Test func `a quotation over two sentences rests on both`() {
        let found = quotes(["Anna Berg said: “We will wait.", "They will not.”", "She left."])
        #expect(found.map { $0.basis.evidence.prefix(2).map(\.sentence) } == [[0, 1]])
    }
}
