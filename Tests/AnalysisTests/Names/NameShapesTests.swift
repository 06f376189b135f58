import Foundation
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
        ("Chairman Moon Jong Un agreed. Chairman Moon Jong-un left.", "Moon Jong Un, Moon Jong-un"),
        ("Chairman Moon Jong-Un agreed. Chairman Moon Jong Un left.", "Moon Jong-Un, Moon Jong Un"),
        ("Anna-Marie Kowal agreed. Anna Marie Kowal left.", "Anna-Marie Kowal, Anna Marie Kowal"),
    ])
    func `a hyphen makes nobody another person`(text: String, forms: String) {
        let reading = Sample.reading(text.split(separator: ".").map { $0 + "." })
        let finder = NameFinder(dossier: Sample.dossier)
        let found = finder.findings(in: reading, cast: finder.cast(in: reading))
        #expect(found.map { $0.forms.joined(separator: ", ") } == [forms])
    }

    @Test(arguments: [
        "The Cold War ended.", "The Nobel Peace Prize went to him.", "However Tall grew.",
        "The New Year began.", "Many officials met.", "Air Force One landed.",
        "The Black Sea is cold.", "On Monday Evening it rained.",
    ])
    func `capitals alone are no name`(text: String) {
        #expect(Sample.actors([text]).isEmpty)
    }

    @Test(arguments: [
        ("Mitch Kowal Addison (Mitch) agreed.", ["mitch-kowal: Mitch Kowal"]),
        ("Lake Safety Secretary Xu Bolin agreed.", ["xu-bolin: Xu Bolin"]),
        ("Describing Anna Kowal was hard.", ["anna-kowal: Anna Kowal"]),
        ("Anna Kowal Should Drop Out Now", ["anna-kowal: Anna Kowal"]),
        (
            "The Portage Police Department met.",
            ["portage-police-department: Portage Police Department"]
        ),
        ("The FBI and Fisheries Department met.", ["fisheries-department: Fisheries Department"]),
        (
            "The Taxi and Ferry Commission met.",
            ["taxi-and-ferry-commission: Taxi and Ferry Commission"]
        ),
        ("The University of Leek in the north met.", ["university-of-leek: University of Leek"]),
        (
            "The Ministry of Sea Affairs and the mayor met.",
            ["ministry-of-sea-affairs: Ministry of Sea Affairs"]
        ),
        (
            "The Senate Fisheries Committee met. The Fisheries Committee rose.",
            [
                "senate-fisheries-committee: Senate Fisheries Committee",
                "senate-fisheries-committee: Fisheries Committee",
            ]
        ),
        ("The Centre for a Cold Bay met.", ["centre-for-a-cold-bay: Centre for a Cold Bay"]),
    ])
    func `a name is cut where it ends`(text: String, expected: [String]) {
        let sentences = text.components(separatedBy: ". ")
        #expect(Sample.actors(sentences).filter { !$0.hasPrefix("bay") } == expected)
    }

    @Test(arguments: [
        "In San Remo, the mayor said it rained.", "They met the chairman of the Portage Texans.",
        "It rained in the Oval Office.", "The GOP Senate race was close.",
        "The Tennessee Senate bid failed.", "So Congress met.", "They met at the Rock Center.",
        "The Six-Party talks ended.", "The Electoral College met.",
        "A concert at the Tabernacle of Praise Church.", "It was the Anna Show.",
        "The Transition Team, a director said, met.",
    ])
    func `what may be a place, a heading or half a name is not proposed`(text: String) {
        #expect(Sample.actors([text]).isEmpty)
    }
}
