import Screens
import Testing

@testable import Terminal

struct InputDecoderTests {
    /// The outputs of bytes that are read in one go, then a pause.
    private func outputs(_ pieces: [String]) -> [InputDecoder.Output] {
        var decoder = InputDecoder(functionKeys: [:])
        var outputs: [InputDecoder.Output] = []
        for piece in pieces {
            for byte in piece.utf8 { decoder.byte(byte).map { outputs.append($0) } }
            decoder.pause().map { outputs.append($0) }
        }
        return outputs
    }

    @Test(arguments: [
        ("j", [Key.character("j")]),
        ("é", [.character("é")]),
        ("交ё", [.character("交"), .character("ё")]),
        ("👍", [.character("👍")]),
        ("\u{10}", [.control("p")]),
        ("\t\r\u{7F}\u{8}\n", [.tab, .enter, .backspace, .backspace, .enter]),
        ("\u{0}\u{1C}", [.control("@"), .control("\\")]),
        ("\u{1B}", [.escape]),
        ("\u{1B}\u{1B}", [.escape, .escape]),
        ("\u{1B}x", [.alt("x")]),
        ("\u{1B}é", [.alt("é")]),
        ("\u{1B}\r", [.enter]),
        ("\u{1B}[", [.alt("[")]),
        ("\u{1B}]", [.alt("]")]),
        ("\u{1B}[1;7Zj", [.character("j")]),
        ("\u{1B}[?64;1;2cj", [.character("j")]),
        ("\u{1B}P>|term 1.0\u{1B}\\j", [.character("j")]),
    ])
    func `what is typed becomes keys`(text: String, keys: [Key]) {
        #expect(outputs([text]) == keys.map { .key($0) })
    }

    @Test func `a character that arrives in pieces is one key`() {
        var decoder = InputDecoder(functionKeys: [:])
        #expect(decoder.byte(0xD0) == nil)
        #expect(decoder.pause() == nil)
        #expect(decoder.byte(0x96) == .key(.character("Ж")))
    }

    @Test func `bytes that are no text are passed over and the next key is kept`() {
        var decoder = InputDecoder(functionKeys: [:])
        for byte: UInt8 in [0xFF, 0x80, 0xC0, 0xE2, 0x82] { #expect(decoder.byte(byte) == nil) }
        #expect(decoder.byte(UInt8(ascii: "k")) == .key(.character("k")))
        for byte: UInt8 in [0xED, 0xA0, 0x80, 0xC2, 0x9B] { #expect(decoder.byte(byte) == nil) }
        #expect(decoder.byte(UInt8(ascii: "l")) == .key(.character("l")))
    }

    @Test(arguments: [
        ("\u{1B}]11;rgb:1616/1818/1c1c\u{1B}\\", Ground.dark),
        ("\u{1B}]11;rgb:fbfb/fafa/f7f7\u{7}", .light),
        ("\u{1B}[?997;1n", .dark), ("\u{1B}[?997;2n", .light),
    ])
    func `the terminal's answer is no key`(text: String, ground: Ground) {
        #expect(outputs([text + "j"]) == [.ground(ground), .key(.character("j"))])
    }

    @Test func `an answer may arrive in pieces`() {
        #expect(
            outputs(["\u{1B}]11;rgb:ff", "ff/ffff/ffff\u{1B}", "\\q"])
                == [.ground(.light), .key(.character("q"))])
    }

    @Test func `a paste is one key, whatever it holds`() {
        var decoder = InputDecoder(functionKeys: [upCode: .up])
        #expect(decoder.function(InputDecoder.Prefix.pasteStart.rawValue) == nil)
        for byte in "line one\rqq\u{1B}x".utf8 { #expect(decoder.byte(byte) == nil) }
        #expect(decoder.pause() == nil)
        #expect(decoder.function(upCode) == nil)
        #expect(
            decoder.function(InputDecoder.Prefix.pasteEnd.rawValue)
                == .key(.paste("line one\nqq\u{1B}x")))
        #expect(decoder.function(upCode) == .key(.up))
    }

    @Test func `a paste keeps only so much`() {
        var decoder = InputDecoder(functionKeys: [:])
        _ = decoder.function(InputDecoder.Prefix.pasteStart.rawValue)
        for _ in 0..<InputDecoder.pasteLimit + 10 { _ = decoder.byte(UInt8(ascii: "a")) }
        let paste = decoder.function(InputDecoder.Prefix.pasteEnd.rawValue)
        let whole = String(repeating: "a", count: InputDecoder.pasteLimit)
        #expect(paste == .key(.paste(whole)))
    }

    @Test(arguments: [
        ("0;1;1M", Key.Mouse(kind: .press, column: 0, row: 0)),
        ("0;250;40m", .init(kind: .release, column: 249, row: 39)),
        ("32;5;6M", .init(kind: .drag, column: 4, row: 5)),
        ("64;5;6M", .init(kind: .wheelUp, column: 4, row: 5)),
        ("69;5;6M", .init(kind: .wheelDown, column: 4, row: 5)),
    ])
    func `the mouse reports where it is`(report: String, mouse: Key.Mouse) {
        var decoder = InputDecoder(functionKeys: [:])
        #expect(decoder.function(InputDecoder.Prefix.mouse.rawValue) == nil)
        let outputs = report.utf8.compactMap { decoder.byte($0) }
        #expect(outputs == [.key(.mouse(mouse))])
    }

    @Test(arguments: ["2;1;1M", "0;0;1M", "0;1M", "x;1;1M", "0;99999999999999999999;1M"])
    func `a report of what nobody asked for is no key`(report: String) {
        var decoder = InputDecoder(functionKeys: [:])
        _ = decoder.function(InputDecoder.Prefix.mouse.rawValue)
        #expect(report.utf8.compactMap { decoder.byte($0) }.isEmpty)
        #expect(decoder.byte(UInt8(ascii: "j")) == .key(.character("j")))
    }

    @Test func `the focus is a key`() {
        var decoder = InputDecoder(functionKeys: [:])
        #expect(decoder.function(InputDecoder.Prefix.focusLost.rawValue) == .key(.focusLost))
        #expect(decoder.function(InputDecoder.Prefix.focusGained.rawValue) == .key(.focusGained))
    }
}

/// A code such as ncurses gives the up arrow.
private let upCode: Int32 = 0x103
