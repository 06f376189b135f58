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
}
