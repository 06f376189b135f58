import Testing

@testable import Analysis

struct ProvisionWordsTests {
    private static let provisions = [
        Provision(
            draft: "d", number: 1, title: "Cod quota",
            text: "Southland may land 40,000 tonnes of cod a year.", points: ["fish"]),
        Provision(
            draft: "d", number: 2, title: "Herring quota",
            text: "Southland may land 9,000 tonnes of herring a year.", points: ["fish"]),
        Provision(
            draft: "d", number: 3, title: "Nets", text: "Nets have meshes of 9 centimetres.",
            points: ["fish"]),
    ]
    private let words = ProvisionWords(provisions.map { [$0] })

    @Test(arguments: [
        ("Boats would land no more than 40,000 tonnes of cod.", [0]),
        ("The catch of herring is cut to 9,000 tonnes.", [1]),
        ("Meshes of nets are to measure 9 centimetres.", [2]),
        // What all have in common tells none of them.
        ("Southland wants to land fish this year.", []),
        // One word is enough if it is of a title that no other has.
        ("They did not speak of herring.", [1]), ("It is a matter of centimetres.", []),
        // Figures are words of their own.
        ("It named 12 boats of 7 kinds.", []), ("", []),
    ])
    func `a sentence speaks of the provision whose words it has`(text: String, of: [Int]) {
        let speaking = Self.provisions.indices.filter {
            words.likeness(text, to: [Self.provisions[$0]]) >= ProvisionWords.own
        }
        #expect(speaking == of)
    }

    @Test func `of two wordings the nearer one counts`() {
        let text = "Boats would land no more than 40,000 tonnes of cod."
        let both = words.likeness(text, to: Array(Self.provisions[...1]))
        #expect(both == words.likeness(text, to: [Self.provisions[0]]))
        #expect(words.likeness(text, to: []) == 0)
    }
}
