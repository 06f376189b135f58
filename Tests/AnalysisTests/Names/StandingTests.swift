import Testing

@testable import Analysis

struct StandingTests {
    @Test(arguments: [
        ("Norland rejected the offer.", ["norland: Norland"]),
        ("The talks in Norland failed.", []),
        ("The war in eastern Norland went on.", []),
        ("A peace plan for Norland was sent.", []),
        ("A quarrel over Norland began.", []),
        ("Norland officials spoke.", []),
        ("She flew to Norland on Monday.", []),
        ("Their sixth visit to Norland began.", []),
        ("The bill is acceptable to Norland.", ["norland: Norland"]),
        ("The attack on Norland began.", ["norland: Norland"]),
        ("Norland’s army left.", ["norland: Norland"]),
        ("Norland’s Foreign Minister Eva Lind spoke.", ["eva-lind: Eva Lind"]),
        ("Aid gave Norland time.", ["norland: Norland"]),
        ("The president of Norland spoke.", []),
    ])
    func `a state is an actor when it acts or is acted upon`(text: String, expected: [String]) {
        #expect(Sample.actors([text]) == expected)
    }

    @Test(arguments: [
        ("Portby rejected the offer.", ["norland: Portby"]),
        ("They met in Portby.", []),
        ("Alvarez arrived in Portby for talks.", ["alvarez: Alvarez"]),
        ("The Portby trip ended.", []),
        ("The talks between Portby and Castra failed.", ["norland: Portby", "sudland: Castra"]),
        ("Both sides met in Portby and Castra.", []),
        ("It must satisfy both Castra and Portby.", ["sudland: Castra", "norland: Portby"]),
        ("Portby also rejected it.", ["norland: Portby"]),
        ("She said Portby favoured it.", ["norland: Portby"]),
        ("Sanctions against Castra stay.", ["sudland: Castra"]),
        ("Portby’s reply came late.", ["norland: Portby"]),
        ("He left Portby on Monday.", []),
        ("They are sending Maria Alvarez to Portby.", ["alvarez: Maria Alvarez"]),
        ("Portby, Castra, Cold Bay.", []),
    ])
    func `a capital acts or is a place`(text: String, expected: [String]) {
        #expect(Sample.actors([text]) == expected)
    }

    @Test(arguments: [
        ("The Green Palace confirmed the visit.", ["palace: Green Palace"]),
        ("They met in the Green Palace.", []),
        ("Green Palace spokesman Ole Berg spoke.", ["ole-berg: Ole Berg"]),
        ("The ban on Sea League membership stays.", ["league: Sea League"]),
        ("Pro-SEAL voices grew.", []),
    ])
    func `a seat can be a building, a body is named by its name`(
        text: String, expected: [String]
    ) {
        #expect(Sample.actors([text]) == expected)
    }
}
