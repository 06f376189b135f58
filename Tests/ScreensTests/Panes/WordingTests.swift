import Analysis
import Intake
import Testing

@testable import Screens

@Suite struct WordingTests {
    @Test(arguments: [
        (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (600_000, "600,000"),
        (-1_234_567, "-1,234,567"),
    ])
    func `numbers have commas between thousands`(number: Int, text: String) {
        #expect(Wording.number(number) == text)
    }

    @Test(arguments: [
        ("2025-12-02", "2 Dec 2025"), ("2025-12-03~", "~3 Dec 2025"), ("2025-11", "Nov 2025"),
        ("2025", "2025"), ("2025~", "~2025"),
    ])
    func `dates are as precise as known`(edtf: String, text: String) {
        #expect(Wording.date(PublicationDate(edtf: edtf)) == text)
    }

    @Test(arguments: [
        ("2025-11-20", "2025-11-21", "20–21 Nov 2025"), ("2025-12-01", "2025-12-31", "Dec 2025"),
        ("2025-01-01", "2025-12-31", "2025"), ("2025-11-24", "2025-12-03", "24 Nov – 3 Dec 2025"),
        ("2025-12-30", "2026-01-02", "30 Dec 2025 – 2 Jan 2026"),
        ("2025-12-02", "2025-12-02", "2 Dec 2025"),
        ("0001-01-01", "2025-12-02", "until 2 Dec 2025"),
        ("2025-12-02", "9999-12-31", "since 2 Dec 2025"),
    ])
    func `spans of days are said briefly`(first: String, last: String, text: String) throws {
        let from = try #require(Day(iso: first))
        let to = try #require(Day(iso: last))
        #expect(Wording.span(from, to) == text)
    }

    @Test func `an outlet that is not stated is said to be so`() {
        #expect(Wording.outlet(nil) == "outlet not stated")
        #expect(Wording.shortOutlet(nil) == "not stated")
        #expect(Wording.shortOutlet("The Tide") == "Tide")
    }

    @Test(arguments: [
        ("2031-03-06/2031-03-07", "6–7 Mar 2031"), ("2031-03-06", "6 Mar 2031"),
        ("reject", "reject"),
        ("28", "28"), ("2031", "2031"), ("", ""), ("6/7", "6/7"),
    ])
    func `what a rule did not choose is told in the words of the screen`(
        text: String, words: String
    ) {
        #expect(Wording.rival(text) == words)
    }

    @Test func `a moment is a day and a time`() {
        #expect(Wording.moment(1_764_684_300) == "2 Dec 2025, 14:05 UTC")
        #expect(Wording.moment(nil) == "an unknown time")
    }
}

@Test(arguments: [
    ("the parties", true), ("Western governments", true), ("senior U.S. officials", true),
    ("Boris Pistorius", false), ("the White House press", false), ("Kyiv", false), ("", false),
])
func `a description of several is told`(description: String, isPlural: Bool) {
    #expect(Wording.isPlural(description) == isPlural)
}

@Test(arguments: [
    (StanceFinding.Label.unresolved, nil, "have not settled"), (.demands, nil, "demand"),
    (.rejects, "no troops", "reject the clause"), (.removed, nil, "took out"),
])
func `several take a verb of their own`(
    label: StanceFinding.Label, provision: String?, words: String
) {
    #expect(label.words(towards: provision, ofSeveral: true) == words)
}
