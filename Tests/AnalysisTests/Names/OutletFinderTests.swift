import Intake
import Testing

@testable import Analysis

struct OutletFinderTests {
    private let finder = OutletFinder(dossier: Sample.dossier)

    private func cited(_ text: String, home: String? = nil) -> [String] {
        let reading = Sample.reading([text])
        let cast = NameFinder(dossier: Sample.dossier).cast(in: reading)
        return finder.findings(in: reading, cast: cast, home: home).map {
            "\($0.id) \($0.how.rawValue)"
        }
    }

    @Test(arguments: [
        ("According to Northern Wire, it ended.", ["wire reported"]),
        ("An aide told the Northern Wire so.", ["wire told"]),
        ("It ended, Northern Wire reported.", ["wire reported"]),
        ("She said in an interview with Northern Wire so.", ["wire interview"]),
        ("Northern Wire published the list.", ["wire published"]),
        ("Northern Wire sources said so.", ["wire reported"]),
        ("Time reported the deal.", ["time reported"]),
        ("Time will tell.", []),
        ("Time is short.", []),
        ("According to Truth.xy, it ended.", ["truth-x reported"]),
        ("The site truth.abc fell.", []),
        ("An aide told the Cold Bay Herald so.", ["cold-bay-herald told"]),
        ("The Cold Bay Herald stands on a hill.", []),
        ("According to the weekly newspaper Kompas, it ended.", ["kompas reported"]),
    ])
    func `an outlet is cited by name, and by a cue where the name is a word`(
        text: String, expected: [String]
    ) {
        #expect(cited(text) == expected)
    }

    @Test func `an article does not cite its own outlet`() {
        #expect(cited("Northern Wire reported it.", home: "wire").isEmpty)
        #expect(cited("The Guardian reported it.", home: "guardian").isEmpty)
        #expect(cited("The Guardian reported it.") == ["the-guardian reported"])
    }

    @Test(arguments: [
        ("An aide told Fortune magazine so.", ["fortune told"]),
        ("An aide told Lantern magazine so.", ["lantern told"]),
        ("Mint reported the deal.", ["mint reported"]),
        ("According to the Independent, it ended.", ["the-independent reported"]),
        ("An aide told the Sun so.", ["the-sun told"]),
        ("The Hill reported that it ended.", ["the-hill reported"]),
        ("It ended, Reuters reported.", ["reuters reported"]),
        ("In an op-ed for Lantern, an aide agreed.", ["lantern published"]),
        ("In an interview with the Lantern, an aide agreed.", ["lantern interview"]),
    ])
    func `an outlet no dossier has is found by its name or by what only outlets get`(
        text: String, expected: [String]
    ) {
        #expect(cited(text) == expected)
    }

    @Test(arguments: [
        "An independent source said so.", "Independent sources said so.", "Mint coins were sold.",
        "The sun came out, the mayor said.", "This time an aide reported it.",
        "The nation reported a loss.", "Sun told reporters so.",
        "The Independent Commission said so.",
        "According to a Lantern Street shop, it ended.", "A Lantern magazine lay there.",
        "The hill is high, an aide said.", "He told a Castra newspaper so.",
        "In an interview with the Swedish, an aide agreed.", "Fortune favours the bold.",
    ])
    func `a word that may be an outlet's name is none without the signs of one`(text: String) {
        #expect(cited(text).isEmpty)
    }

    @Test(arguments: [
        ("Northern Wire", "", "wire"), ("The Northern Wire", "", "wire"),
        ("wire.example", "", "wire"), ("", "https://www.wire.example/a?b", "wire"),
        ("", "https://amp.wire.example:8080/a", "wire"), ("", "https://hardwire.example", ""),
        ("Southern Wire", "", ""), ("Truth.xy", "", "truth-x"),
        ("Northern Wire", "https://time.example/", "time"),
    ])
    func `the home outlet is read off the address or the stated name`(
        outlet: String, url: String, expected: String
    ) {
        let article = Sample.article(
            ["A."], outlet: outlet.isEmpty ? nil : outlet, url: url.isEmpty ? nil : url)
        #expect(finder.home(of: article) == (expected.isEmpty ? nil : expected))
    }
}
