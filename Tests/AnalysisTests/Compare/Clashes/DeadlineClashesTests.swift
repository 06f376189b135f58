import Testing

@testable import Analysis

struct DeadlineClashesTests {
    @Test(arguments: [
        ("Umer dismissed talk of deadlines.", true), ("There is no deadline for the deal.", true),
        ("His only deadline, he said, is “when it is over.”", true),
        ("His only deadline is on his mind.", false),
        ("Both must sign by 9 June.", true), ("The deal has a deadline of June 9.", true),
        ("Both must sign by May 4.", false),
        ("The deadline of the paper was on his mind.", false), ("It rained by May 9.", false),
    ])
    func `another deadline, and one that is waved away, are clashes`(other: String, clash: Bool) {
        let found = TalksSample.clashes(["He wants them to accept the deal by May 4."], [other])
            .filter { $0.about == "deadline" }
        #expect(found.map(\.relation) == (clash ? [.otherTime] : []))
        #expect(found.allSatisfy { $0.values.first?.text == "May 4" })
    }
}
