import Queries
import Testing

@testable import Archive

@Suite struct TextPatternTests {
    private static func pattern(_ query: Query) throws -> TextPattern {
        let expansion = WordExpansion(forms: { [$0] }, spellings: { _ in [] })
        return try #require(try TextPattern(query, expansion: expansion))
    }

    private static func isMet(_ pattern: TextPattern, in text: String) -> Bool {
        var words = ScannedWords()
        let numbers = words.add(Array(text.utf8), 0..<text.utf8.count)
        return !pattern.matches(in: words, numbers).isEmpty
    }

    @Test(arguments: [
        ("The president said so", true), ("PRESS freedom", true), ("the (press) of", true),
        ("com-press", true), ("compress nothing", false), ("pre", false), ("", false),
        ("“Press” — said", true), ("¿press?", true), ("no such word — “here”", false),
        // Letters that fold to ASCII, or are dropped within a word: nothing can be ruled out.
        ("la présidence", true), ("p\u{301}resse", true), ("\u{212B}ngström", true),
        ("Президент", true), ("pre\u{AD}ss", true), ("pra\u{AD}ss", false),
    ])
    func `bytes tell where a beginning may occur`(text: String, may: Bool) throws {
        let pattern = try TextPatternTests.pattern(.prefix("pres"))
        #expect(pattern.mayOccur(in: Array(text.utf8), 0..<text.utf8.count) == may)
    }

    @Test(arguments: [("talks", true), ("talk", true), ("talker", false), ("talksome", true)])
    func `forms of what is being typed do not go on`(text: String, isMet: Bool) throws {
        let expansion = WordExpansion(forms: { [$0, "talk"] }, spellings: { _ in [] })
        let pattern = try #require(try TextPattern(.begun("talks"), expansion: expansion))
        #expect(TextPatternTests.isMet(pattern, in: text) == isMet)
        #expect(pattern.mayOccur(in: Array(text.utf8), 0..<text.utf8.count))
    }

    @Test func `only the bytes of the range are looked at`() throws {
        let pattern = try TextPatternTests.pattern(.word("deal"))
        let bytes = Array("A deal. No such.".utf8)
        #expect(pattern.mayOccur(in: bytes, 0..<7))
        #expect(!pattern.mayOccur(in: bytes, 7..<16))
        #expect(!pattern.mayOccur(in: bytes, 0..<5))
    }

    @Test(arguments: 0..<40)
    func `what is met may occur`(seed: Int) throws {
        var random = RandomNumbers(seed: UInt64(seed))
        let pieces = [
            "a", "A", "b", "k", "\u{212A}", "á", "a\u{301}", "\u{301}", "ª", "²", "д", "Д", "ß",
            "é",
            " ", "-", "“", "’", "\u{A0}", "1", "中", "\u{2028}", "\u{E000}", "😀",
        ]
        func text(_ most: Int) -> String {
            (0..<Int.random(in: 1...most, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? "a"
            }.joined()
        }
        for _ in 0..<50 {
            let body = text(14)
            for query in [Query.word(text(2)), .prefix(text(2)), .phrase([text(2), text(2)])] {
                guard
                    let pattern = try TextPattern(
                        query, expansion: WordExpansion(forms: { [$0] }, spellings: { _ in [] })),
                    TextPatternTests.isMet(pattern, in: body)
                else { continue }
                #expect(pattern.mayOccur(in: Array(body.utf8), 0..<body.utf8.count))
            }
        }
    }
}
