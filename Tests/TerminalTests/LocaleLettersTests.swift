import Screens
import Testing

@testable import Terminal

/// An alphabet as KOI8-R has it: 0xC1 is "а", 0xDB "ш"; 0x80 is a rule, 0x9C a degree sign.
struct LocaleLettersTests {
    private static let letters = LocaleLetters { byte in
        switch byte {
        case 0x80: "─"
        case 0x9C: "°"
        case 0xC1: "а"
        case 0xD0: "п"
        case 0xD2: "р"
        case 0xDB: "ш"
        default: nil
        }
    }

    @Test func `letters and no other signs are taken`() throws {
        let letters = try #require(Self.letters)
        #expect(letters.all == ["а", "п", "р", "ш"])
        #expect(letters.scalar(of: 0xC1) == "а")
        #expect(letters.scalar(of: 0x41) == "A")
        #expect(letters.scalar(of: 0x80) == nil)
        #expect(letters.bytes(of: "a шар─€") == [0x61, 0x20, 0xDB, 0xC1, 0xD2])
        #expect(letters.text(of: [0xDB, 0xC1, 0x80, 0x0A, 0xD2]) == "ша\nр")
        #expect(LocaleLetters { _ in nil } == nil)
    }

    @Test func `keys and pastes come in the letters of the locale`() {
        var decoder = InputDecoder(sequences: KeySequences(), letters: Self.letters)
        var outputs: [InputDecoder.Output] = []
        decoder.take([0xDB, 0x80, UInt8(ascii: "j")], into: &outputs)
        decoder.take("\u{1B}[200~".utf8, into: &outputs)
        decoder.take([0xD0, 0xC1], into: &outputs)
        decoder.take("\u{1B}[201~".utf8, into: &outputs)
        #expect(
            outputs == [.key(.character("ш")), .key(.character("j")), .key(.paste("па"))])
    }

    @Test func `a canvas keeps them and no others`() throws {
        let letters = try #require(Self.letters)
        var canvas = Canvas(size: Size(columns: 16, rows: 1), repertoire: .ascii)
        canvas.put("шар, б ≠ “й” 会", column: 0, row: 0)
        #expect(canvas.inASCII(besides: letters.all).text(row: 0) == "шар, b ! \"y\" ?? ")
    }
}
