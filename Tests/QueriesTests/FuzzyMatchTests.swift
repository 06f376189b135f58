import Testing

@testable import Queries

struct FuzzyMatchTests {
    @Test(arguments: [
        ("um", "Rustem Umerov", [7, 8]), ("ru", "Rustem", [0, 1]), ("", "Anything", []),
        ("zu", "Zürich", [0, 1]), ("mt", "Moscow Times", [0, 7]),
        ("sc", "show-clashes", [0, 5]), ("um ru", "Rustem Umerov", [0, 1, 7, 8]),
    ])
    func `the letters that fit are marked`(typed: String, name: String, places: [Int]) {
        #expect(FuzzyMatch(typed, in: name)?.places == places)
    }

    @Test(arguments: [("x", "Rustem"), ("mr", "Rustem"), ("rustemm", "Rustem"), ("a", "")])
    func `a name without the letters does not fit`(typed: String, name: String) {
        #expect(FuzzyMatch(typed, in: name) == nil)
    }

    @Test(arguments: [
        ("um", "Rustem Umerov", true), ("mt", "Moscow Times", true), ("arm", "Keir Starmer", true),
        ("arm", "Donald Trump", false), ("rov", "Rustem Umerov", true), ("rtm", "Rustem", false),
    ])
    func `letters that are strewn over a name are not tidy`(
        typed: String, name: String, isTidy: Bool
    ) {
        #expect(FuzzyMatch(typed, in: name).map(\.isTidy) ?? false == isTidy)
    }
}
