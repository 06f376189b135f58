import Testing

@testable import parley

struct `Text pages` {
    @Test(arguments: [
        ("plain", [], "plain"), ("a cap of 600,000 troops", [9..<23], "a cap of [600,000 troops]"),
        ("two parts here", [0..<3, 10..<14], "[two] parts [here]"),
        ("ends outside", [5..<99], "ends outside"), ("nothing", [3..<3], "nothing"),
        ("Київ сказав", [0..<4], "[Київ] сказав"),
    ])
    func `the words a finding rests on stand in brackets`(
        text: String, ranges: [Range<Int>], shown: String
    ) {
        #expect(TextPages.bracketed(text, ranges) == shown)
    }

    @Test func `one is one and many are many`() {
        #expect(TextPages.counted(1, "article") == "1 article")
        #expect(TextPages.counted(0, "article") == "0 articles")
    }
}
