import Testing

@testable import Analysis

struct VoiceFinderTests {
    private var dossier: Dossier {
        var dossier = Dossier(id: "harbour", title: "Harbour", contentHash: "0")
        var gazette = Outlet(id: "gazette", name: "The Gazette")
        gazette.aliases = [Alias("The Gazette"), Alias("Gazette")]
        var courier = Outlet(id: "courier", name: "Courier")
        courier.aliases = [Alias("Courier")]
        dossier.outlets = [gazette, courier]
        return dossier
    }

    private func voices(_ sentences: [String], home: String? = "courier") -> [VoiceFinding] {
        let reading = Sample.reading(sentences)
        let cast = NameFinder(dossier: dossier).cast(in: reading)
        let speech = Speech(reading, cast: cast, dossier: dossier, home: home)
        return VoiceFinder(dossier: dossier).findings(
            in: speech, quotes: QuoteFinder().findings(in: speech))
    }

    @Test(arguments: [
        ("The harbour closed at noon.", VoiceFinding.Voice.outlet, ["Courier"]),
        ("Anna Berg said the harbour would close.", .attributed, ["Courier", "Anna Berg"]),
        (
            "“The harbour closes for good today,” Anna Berg said.", .quoted,
            ["Courier", "Anna Berg"]
        ),
        ("The harbour reportedly closed at noon.", .hedged, ["Courier"]),
        ("The mayor appears to have left.", .hedged, ["Courier"]),
        ("The ships are believed to be empty.", .hedged, ["Courier"]),
        ("According to The Gazette, the harbour closed.", .attributed, ["Courier", "The Gazette"]),
        (
            "A senior port official told The Gazette that the harbour would close.", .attributed,
            ["Courier", "The Gazette", "unnamed senior port official"]
        ),
        (
            "Anna Berg confirmed that the harbour would close, The Gazette reported.",
            .attributed, ["Courier", "The Gazette", "Anna Berg"]
        ),
    ])
    func `a sentence has one voice and a chain to its source`(
        text: String, voice: VoiceFinding.Voice, chain: [String]
    ) {
        let found = voices([text])
        #expect(found.map(\.voice) == [voice])
        #expect(found.map(\.chain) == [chain])
    }

    @Test func `such is nobody's name`() {
        let found = voices([
            "Such a harbour, they say, could close.", "Another one, they say, has.",
        ])
        #expect(found.allSatisfy { !$0.chain.contains("Such") && !$0.chain.contains("Another") })
        #expect(found[0].voice == .attributed)
    }

    @Test func `every sentence of a quotation is quoted`() {
        let found = voices(["“We wait.", "Nobody knows why.", "It is late,” Anna Berg said."])
        #expect(found.map(\.voice) == [.quoted, .quoted, .quoted])
    }

    @Test func `according to an outlet holds to the end of the paragraph`() {
        let found = voices([
            "According to The Gazette, the harbour closed.", "Thus no ship came in.",
            "However, the weather was fine.", "Nothing moved.", "¶", "The harbour is old.",
        ])
        #expect(found.map(\.voice) == [.attributed, .attributed, .outlet, .outlet, .outlet])
        #expect(found[1].chain == ["Courier", "The Gazette"])
        #expect(found[1].basis.rule == "source-carried-on")
    }

    @Test func `the newspaper is the outlet named before, and another official goes on with it`() {
        let found = voices([
            "The Gazette believes the harbour will close.",
            "According to the newspaper, the mayor wants it.", "The mood in town is low.", "¶",
            "Another unnamed official noted that ships were rare.", "¶", "The harbour is old.",
        ])
        #expect(found[2].chain == ["Courier", "The Gazette"])
        #expect(found[3].chain == ["Courier", "The Gazette", "unnamed official"])
        #expect(found[4].voice == .outlet)
    }

    @Test func `a hedge beside a source is weighed and kept`() {
        let found = voices([
            "According to The Gazette, the harbour closed.", "The pilots reportedly left.",
            "Anna Berg reportedly said that the harbour would close.",
        ])
        #expect(found.map(\.voice) == [.attributed, .attributed, .attributed])
        #expect(found[1].chain == ["Courier", "The Gazette"])
        #expect(found[2].basis.rivals == ["hedged"])
    }

    @Test(arguments: [
        """
        The envoys will bring home more of what officials call the “harbour spirit,” after a long \
        summer of visits, dinners, letters and speeches in both towns.
        """,
        "Despite Anna Berg’s demand for a new harbour the towns will go on with their old ones.",
    ])
    func `a few words of somebody leave the sentence to the outlet`(text: String) {
        let found = voices([text])
        #expect(found.map(\.voice) == [.outlet])
    }

    @Test func `accounts shared with an outlet come through it from nobody named`() {
        let found = voices([
            "The talks, according to accounts shared with The Gazette, were about the harbour."
        ])
        #expect(
            found.map(\.chain) == [["Courier", "The Gazette", "accounts shared with The Gazette"]])
    }

    @Test func `an outlet that only passes on a statement is not its speaker`() {
        let found = voices(["Anna Berg confirmed that it would close, The Gazette reported."])
        #expect(found.map(\.chain) == [["Courier", "The Gazette", "Anna Berg"]])
    }

    @Test func `an outlet that reports does not vouch for the next sentence`() {
        let found = voices(["The Gazette reported that the harbour closed.", "No ship came in."])
        #expect(found.map(\.voice) == [.attributed, .outlet])
    }

    @Test func `the article's own outlet is never a source`() {
        let found = voices(
            ["Anna Berg told The Gazette that the harbour would close."], home: "gazette")
        #expect(found.map(\.chain) == [["The Gazette", "Anna Berg"]])
    }

    @Test func `there is one voice for each sentence`() {
        let sentences = ["It rained.", "“Why?”", "Anna Berg said so.", "¶", "“”", "Reportedly."]
        #expect(voices(sentences).map(\.sentence) == [0, 1, 2, 3, 4])
        #expect(voices([]) == [])
    }
}
