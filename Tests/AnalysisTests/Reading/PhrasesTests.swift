import Testing

@testable import Analysis

struct PhrasesTests {
    private let phrases = Phrases([("according to", 3), ("according", 4), ("point of view", 5)])

    @Test(arguments: [
        ("According to her", 3, 2), ("according with", 4, 1), ("ACCORDING TO", 3, 2),
    ])
    func `the longest phrase wins`(text: String, value: Int, end: Int) throws {
        let reading = Sample.reading([text])
        let match = try #require(phrases.match(at: 0, in: reading, before: reading.tokens.count))
        #expect(match.value == value)
        #expect(match.end == end)
    }

    @Test(arguments: ["point of order", "point", "to", "accordingly"])
    func `half a phrase is none`(text: String) {
        let reading = Sample.reading([text])
        #expect(phrases.match(at: 0, in: reading, before: reading.tokens.count) == nil)
    }

    @Test func `a phrase does not reach beyond its limit`() {
        let reading = Sample.reading(["point of view"])
        #expect(phrases.match(at: 0, in: reading, before: 2) == nil)
    }
}
