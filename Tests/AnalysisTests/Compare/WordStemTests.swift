import Testing

@testable import Analysis

struct WordStemTests {
    private func stem(_ word: String) -> Word? {
        Tokeniser.tokens(of: word, lexicon: .empty).first
            .map { WordStem.stem(of: $0, in: Array(word.utf8)) }
    }

    @Test(arguments: [
        ("negotiators", "negotiations"), ("talks", "Talk"), ("accepted", "accepting"),
        ("envoy", "envoys"), ("Moscow's", "Moscow"),
    ])
    func `forms of a word have one stem`(left: String, right: String) {
        #expect(stem(left) == stem(right))
    }

    @Test(arguments: [("press", "pres"), ("Minsk", "Mint"), ("war", "ward"), ("Киев", "Киева")])
    func `different words keep different stems`(left: String, right: String) {
        #expect(stem(left) != stem(right))
    }
}
