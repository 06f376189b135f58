import Testing

@testable import Analysis

struct NameShapesTests {
    @Test(arguments: [
        ("Deputy minister Tomasz Zielonka agreed.", ["tomasz-zielonka: Tomasz Zielonka"]),
        ("On Monday Anna Kowal agreed.", ["anna-kowal: Anna Kowal"]),
        ("Xu Bolin, a senior fellow in Oslo, agreed.", ["xu-bolin: Xu Bolin"]),
        ("Norland's foreign minister, Xu Bolin, agreed.", ["xu-bolin: Xu Bolin"]),
        ("Senator Quill agreed.", ["quill: Quill"]),
        ("The minister left,¶Xu Bolin, agreed.", []),
        ("Anna Kowal left. Kowal agreed.", ["anna-kowal: Anna Kowal", "anna-kowal: Kowal"]),
        ("Strategist Anna Kowal agreed.", ["anna-kowal: Anna Kowal"]),
        ("The Fisheries Committee met.", ["fisheries-committee: Fisheries Committee"]),
        (
            "The Ministry of Sea Affairs spoke.",
            ["ministry-of-sea-affairs: Ministry of Sea Affairs"]
        ),
        (
            "The Central Bank of Norland spoke.",
            ["central-bank-of-norland: Central Bank of Norland"]
        ),
        ("Finnish officials met.", ["finnish-officials: Finnish officials"]),
        (
            "American and Finnish diplomats met.",
            ["us-and-finnish-diplomats: American and Finnish diplomats"]
        ),
    ])
    func `a name nobody knows is proposed by its shape`(text: String, expected: [String]) {
        #expect(Sample.actors(text.split(separator: "¶").map(String.init)) == expected)
    }

    @Test(arguments: [
        "The Cold War ended.", "The Nobel Peace Prize went to him.", "However Tall grew.",
        "The New Year began.", "Many officials met.", "Air Force One landed.",
        "The Black Sea is cold.", "On Monday Evening it rained.",
    ])
    func `capitals alone are no name`(text: String) {
        #expect(Sample.actors([text]).isEmpty)
    }
}
