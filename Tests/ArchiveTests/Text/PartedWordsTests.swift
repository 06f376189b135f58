import Analysis
import Queries
import Testing

@testable import Archive

@Suite struct PartedWordsTests {
    @Test(arguments: [
        ("a plain word", false), ("cease\u{AD}fire", true), ("cease\u{AD} fire", false),
        ("“\u{200B}fire”", false), ("cea\u{300}se", true), ("cease\u{200D}\u{AD}fire", true),
        ("огонь\u{AD}огонь", true), ("😀\u{FE0F} fire", false), ("fire\u{AD}", false), ("", false),
        ("\u{AD}fire", false), ("Łódź", false), ("café naïve", false), ("сьогодні", false),
    ])
    func `words that the index parts are seen`(text: String, isParted: Bool) {
        #expect(PartedWords.occur(in: Array(text.utf8)) == isParted)
    }

    /// Else the index would miss what a pattern finds.
    @Test func `a letter that a run tells is the same letter to the index`() {
        for value in UInt32(0)..<0x3_0000 {
            guard let scalar = Unicode.Scalar(value), value >= 0x80 || value > 0x20,
                let plain = value < 0x80
                    ? value | (value >= 0x41 && value <= 0x5A ? 0x20 : 0)
                    : Folding.plain(value, keepsCase: false),
                RequiredRuns.tells(plain)
            else { continue }
            if PartedWords.occur(in: Array(String(scalar).utf8)) { continue }
            let words = WordScanner.words(in: "q\(scalar)q")
            #expect(words.count == 1, "U+\(String(value, radix: 16))")
            let inside = words.first?.unicodeScalars.dropFirst().dropLast().map { letter in
                letter.value < 0x80 ? letter.value : Folding.plain(letter.value, keepsCase: false)
            }
            #expect(inside == [plain], "U+\(String(value, radix: 16)) \(words)")
        }
    }
}
