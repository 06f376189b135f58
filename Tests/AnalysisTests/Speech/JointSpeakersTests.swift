import Testing

@testable import Analysis

struct JointSpeakersTests {
    private func speakers(_ sentences: [String]) -> [[String]] {
        let reading = Sample.reading(sentences)
        let cast = NameFinder(dossier: Sample.dossier).cast(in: reading)
        let speech = Speech(reading, cast: cast, dossier: Sample.dossier, home: nil)
        return QuoteFinder().findings(in: speech).filter { $0.kind != .scare }
            .map { $0.speakers.map(\.name) }
    }

    @Test(arguments: [
        ("Berg and Holm said the harbour would close.", [["Berg", "Holm"]]),
        ("Anna Berg and Lars Holm both warned of a strike.", [["Anna Berg", "Lars Holm"]]),
        (
            "Berg and the foreign minister both warned that it would close.",
            [["Berg", "foreign minister"]]
        ),
        (
            "The foreign minister and Anna Berg said that it would close.",
            [["foreign minister", "Anna Berg"]]
        ),
        (
            "President Anna Berg and Prime Minister Lars Holm agreed that it would close.",
            [["Anna Berg", "Lars Holm"]]
        ),
        ("“We will wait,” Anna Berg and Lars Holm said.", [["Anna Berg", "Lars Holm"]]),
        ("“We will wait,” said Anna Berg and Lars Holm.", [["Anna Berg", "Lars Holm"]]),
        ("The harbour will close, Berg and Holm said on Monday.", [["Berg", "Holm"]]),
        ("According to Anna Berg and Lars Holm, it will close.", [["Anna Berg", "Lars Holm"]]),
        ("Norland and Sudland rejected the tolls.", [["Norland", "Sudland"]]),
        (
            "Anna Berg, Lars Holm and Karl Dahl said it would close.",
            [["Anna Berg", "Lars Holm", "Karl Dahl"]]
        ),
        (
            "After meeting Karl Dahl, Anna Berg and Lars Holm said it would close.",
            [["Anna Berg", "Lars Holm"]]
        ),
        (
            "The mayor hopes that Anna Berg and Lars Holm said it would close.",
            [["mayor"], ["Anna Berg", "Lars Holm"]]
        ),
        (
            "Anna Berg and Lars Holm left the hall and said that it would close.",
            [["Anna Berg", "Lars Holm"]]
        ),
    ])
    func `who speaks together is given together`(text: String, expected: [[String]]) {
        #expect(speakers([text]) == expected)
    }

    @Test(arguments: [
        ("She met Karl Dahl and Lars Holm said it would close.", [["Lars Holm"]]),
        ("Talks between Anna Berg and Lars Holm showed that it would close.", []),
        (
            "Anna Berg and Lars Holm’s lawyer said it would close.",
            [["Anna Berg and Lars Holm’s lawyer"]]
        ),
        ("Anna Berg left and Lars Holm said it would close.", [["Lars Holm"]]),
        ("Bread and butter, Lars Holm said, were dear.", [["Lars Holm"]]),
    ])
    func `who only stands beside a speaker does not speak`(text: String, expected: [[String]]) {
        #expect(speakers([text]) == expected)
    }

    @Test(arguments: [
        "Anna Berg, along with Lars Holm, said it would close.",
        "Anna Berg along with Lars Holm said it would close.",
        "Anna Berg together with Lars Holm told reporters that it would close.",
        "Anna Berg, flanked by Lars Holm, said it would close.",
        "Anna Berg, along with Lars Holm, the mayor of Portby, said it would close.",
        "Anna Berg, joined by Lars Holm, the mayor of Portby, said it would close.",
        "Anna Berg, flanked by Lars Holm, Karl Dahl and others, said it would close.",
        "“We will wait,” said Anna Berg alongside Lars Holm.",
        "Along with Lars Holm, Anna Berg said it would close.",
    ])
    func `company of a speaker does not speak`(text: String) {
        #expect(speakers([text]) == [["Anna Berg"]])
    }

    @Test(arguments: [
        ("House progressives on Tuesday said it would close.", "house progressives"),
        ("The minister on Tuesday said it would close.", "minister"),
        ("Harbour officials late on Monday evening said it would close.", "Harbour officials"),
        ("Dock workers this week said it would close.", "Dock workers"),
        ("Dock workers last month said it would close.", "Dock workers"),
        ("The officials of the day shift said it would close.", "officials of the day shift"),
        ("Officials elected on Tuesday said it would close.", "officials elected on Tuesday"),
    ])
    func `who speaks ends before the day`(text: String, expected: String) {
        #expect(speakers([text]) == [[expected]])
    }

    @Test func `they are both of whom the sentence before told`() {
        let found = speakers([
            "Norland and Sudland rejected the tolls.", "They said that the harbour would close.",
        ])
        #expect(found == [["Norland", "Sudland"], ["Norland", "Sudland"]])
    }

    @Test func `a list of thousands stays short`() {
        let names = (0..<3000).map { _ in "Anna Berg" }.joined(separator: ", ")
        #expect(speakers([names + " and Lars Holm said it would close."]).count <= 1)
    }

    @Test func `a finding names all of them in its text`() {
        var finding = QuoteFinding(
            sentence: 0, range: 0..<1, kind: .direct, speaker: "Berg", speakerID: "berg",
            speakerMention: nil, isNamed: true, cue: nil, via: nil,
            basis: Basis(rule: "r", evidence: []))
        #expect(finding.speakerText == "Berg")
        finding.joint = [
            QuoteFinding.Speaker(name: "Holm", id: nil, isNamed: true),
            QuoteFinding.Speaker(name: "Dahl", id: "dahl", isNamed: true),
        ]
        #expect(finding.speakerText == "Berg, Holm and Dahl")
        #expect(finding.isSaid(by: "berg"))
        #expect(finding.isSaid(by: "Holm"))
        #expect(finding.isSaid(by: "dahl"))
        #expect(!finding.isSaid(by: "Berg"))
        finding.speaker = nil
        #expect(finding.speakerText == nil)
    }
}
