import Testing

@testable import Analysis

struct ScopeClashesTests {
    @Test(arguments: [
        ("Yuri Umer made his fourth visit to the Norwegian capital since 2020.", true),
        (
            "It was the fourth time since 2020 that Yuri Umer had come to the Norwegian capital.",
            true
        ),
        ("It was the fourth time since 2020 that Yuri Umer praised the Norwegian capital.", false),
        ("Yuri Umer made his fourth visit to Sylvania.", false),
        ("Yuri Umer made his fourth visit to Norway in May.", false),
        ("Yuri Umer made his fifth visit to the Norwegian capital since 2020.", false),
        ("Kari Olsen made her fourth visit to the Norwegian capital since 2020.", false),
    ])
    func `one count of one person that covers different things is a clash`(
        other: String, clash: Bool
    ) {
        let found = TalksSample.clashes(
            ["Yuri Umer made his fourth visit to Norway."], [other])
        let ofScope = found.filter { $0.about.hasSuffix(".scope") }
        #expect(ofScope.map(\.relation) == (clash ? [.laterVersion] : []))
    }
}
