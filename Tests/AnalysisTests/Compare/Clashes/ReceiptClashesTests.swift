import Testing

@testable import Analysis

struct ReceiptClashesTests {
    private let received = "The revised draft was handed to Freedonia on Monday."

    @Test(arguments: [
        ("Freedonia has not yet received the revised draft.", true),
        ("Freedonia has not received the updated text.", true),
        ("Sylvania has not received the updated text.", false),
        ("Freedonia has not received a plan of its own.", false),
        ("Freedonia has received the revised draft.", false),
        ("Freedonia has not received a guest.", false),
    ])
    func `a paper handed over here and not received there is a clash`(
        other: String, clash: Bool
    ) {
        let found = TalksSample.clashes([received], [other])
            .filter { $0.about == "freedonia.receipt" }
        #expect(found.map(\.values.count) == (clash ? [2] : []))
    }

    @Test func `what is not yet received is of another time`() {
        let found = TalksSample.clashes(
            [received], ["Freedonia has not yet received the revised draft."])
        #expect(found.map(\.relation) == [.otherTime])
        #expect(found.map(\.values.last?.text) == ["not yet received"])
    }

    @Test func `an article that says both differs with itself first`() {
        let other = "Freedonia had not received the revised draft by noon."
        #expect(TalksSample.clashes([received, other], [other]).isEmpty)
    }
}
