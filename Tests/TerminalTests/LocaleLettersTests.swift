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
        var decoder = InputDecoder(functionKeys: [:], letters: Self.letters)
        #expect(decoder.byte(0xDB) == .key(.character("ш")))
        #expect(decoder.byte(0x80) == nil)
        #expect(decoder.byte(UInt8(ascii: "j")) == .key(.character("j")))
        #expect(decoder.function(InputDecoder.Prefix.pasteStart.rawValue) == nil)
        for byte: UInt8 in [0xD0, 0xC1] { #expect(decoder.byte(byte) == nil) }
        #expect(decoder.function(InputDecoder.Prefix.pasteEnd.rawValue) == .key(.paste("па")))
    }

    @Test func `a canvas keeps them and no others`() throws {
        let letters = try #require(Self.letters)
        var canvas = Canvas(size: Size(columns: 16, rows: 1), repertoire: .ascii)
        canvas.put("шар, б ≠ “й” 会", column: 0, row: 0)
        #expect(canvas.inASCII(besides: letters.all).text(row: 0) == "шар, b ! \"y\" ?? ")
    }
}
