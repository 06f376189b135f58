import Testing

@testable import Analysis

struct DateClashesTests {
    @Test(arguments: [
        ("The talks in Lisbon were held on November 24.", true),
        ("The talks in Lisbon were held on 24 November.", true),
        ("The talks in Lisbon were held on November 23.", false),
        ("The talks in Lisbon were followed by a feast on December 9.", false),
        ("The feast was held on November 24.", false),
    ])
    func `a day without a year takes it from the event beside it`(other: String, clash: Bool) {
        let found = TalksSample.clashes(
            ["The talks in Lisbon were held on November 23."], [other])
        #expect(found.filter { $0.kind == .date }.map(\.about) == (clash ? ["lisbon"] : []))
    }

    @Test(arguments: [
        ("2025-11-26", "this week (24–26 Nov 2025)"), ("2025-11-30", "this week (24–30 Nov 2025)"),
    ])
    func `"this week" of what is over ends on the day of the article`(day: String, text: String) {
        let found = TalksSample.clashes(
            ["The talks in Lisbon were held this week."],
            ["The talks in Lisbon were held on November 23."], (day, nil))
        #expect(found.first { $0.kind == .date }?.values.first?.text == text)
    }
}
