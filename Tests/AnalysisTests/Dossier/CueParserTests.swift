import Testing

@testable import Analysis

@Suite struct CueParserTests {
    private func term(_ text: String) throws -> Cue.Term {
        try #require(CueParser.cue(text).all.first?.terms.first)
    }

    @Test func `items, alternatives and exclusions are parted`() throws {
        let cue = try CueParser.cue("cap|limit + armed forces - nuclear|air force")
        #expect(cue.all.map { $0.terms.map(\.text) } == [["cap", "limit"], ["armed forces"]])
        #expect(cue.none.map { $0.terms.map(\.text) } == [["nuclear", "air force"]])
        #expect(cue.text == "cap|limit + armed forces - nuclear|air force")
    }

    @Test(arguments: [
        ("Cease-fire", "cease fire"), ("Cease\u{2011}fire", "cease fire"),
        ("side  by\tside", "side by side"), ("month’s end", "month's end"),
        ("Ö-Plan", "ö plan"),
    ])
    func `terms are folded`(written: String, folded: String) throws {
        #expect(try term(written).text == folded)
        #expect(try !term(written).isCaseSensitive)
    }

    @Test func `capitals alone keep their case`() throws {
        #expect(try term("NATO") == Cue.Term(text: "NATO", isCaseSensitive: true))
        #expect(try term("G8").isCaseSensitive)
        #expect(try !term("Nato").isCaseSensitive)
        #expect(try !term("600,000").isCaseSensitive)
    }

    @Test func `an equals sign asks for the whole word`() throws {
        #expect(try term("=cap") == Cue.Term(text: "cap", isWhole: true))
        #expect(try term("=EU") == Cue.Term(text: "EU", isCaseSensitive: true, isWhole: true))
    }

    @Test(arguments: [
        "", "   ", "a +", "+ a", "a + - b", "a||b", "|a", "=", "- a", "$5", "lakes - lake",
        "NATO - nato", "=cap - cap", "a + b -",
    ])
    func `what can never match is refused`(text: String) {
        #expect(throws: CueParser.Mistake.self) { try CueParser.cue(text) }
    }

    @Test(arguments: ["lake - lakes", "nato - NATO", "cap - =cap", "a|b - a", "non-aligned"])
    func `an exclusion that leaves something is kept`(text: String) throws {
        #expect(try CueParser.cue(text).all.count == 1)
    }
}
