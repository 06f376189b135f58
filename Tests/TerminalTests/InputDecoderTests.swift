import Screens
import Testing

@testable import Terminal

struct InputDecoderTests {
    /// The outputs of pieces of bytes, each followed by a pause.
    private func outputs(_ pieces: [[UInt8]]) -> [InputDecoder.Output] {
        var decoder = InputDecoder(sequences: KeySequences())
        var outputs: [InputDecoder.Output] = []
        for piece in pieces {
            decoder.take(piece, into: &outputs)
            decoder.pause(into: &outputs)
        }
        return outputs
    }

    private func outputs(_ pieces: [String]) -> [InputDecoder.Output] {
        outputs(pieces.map { Array($0.utf8) })
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

    @Test(arguments: [
        ("\u{1B}[A\u{1B}[A", [Key.up, .up]),
        ("\u{1B}OBj", [.down, .character("j")]),
        ("\u{1B}[Zk\u{1B}", [.backTab, .character("k"), .escape]),
        ("\u{1B}[I\u{1B}[O", [.focusGained, .focusLost]),
        ("\u{1B}[20", []),
    ])
    func `the terminal's named keys are keys`(text: String, keys: [Key]) {
        #expect(outputs([text]) == keys.map { .key($0) })
    }

    @Test(arguments: [
        // Typed in a row over a slow line.
        ("\u{1B}]]", [Key.alt("]"), .character("]")]),
        ("\u{1B}Xj", [.alt("X"), .character("j")]), ("\u{1B}Pj", [.alt("P"), .character("j")]),
        ("\u{1B}_j", [.alt("_"), .character("j")]),
        ("\u{1B}]1j", [.alt("]"), .character("1"), .character("j")]),
        // An answer to what nobody asked, cut off.
        ("\u{1B}P>|term", []), ("\u{1B}]11;?garbage", []), ("\u{1B}]52;c;aGk", []),
        // Cut off, and another behind it.
        ("\u{1B}]11;rgb:ff\u{1B}x", [.alt("x")]), ("\u{1B}P>|te\u{1B}[A", [.up]),
        ("\u{1B}[1;\u{3}", [.control("c")]),
    ])
    func `what has no end does not swallow the keys after it`(text: String, keys: [Key]) {
        #expect(outputs([text, "q"]) == (keys + [.character("q")]).map { .key($0) })
    }

    @Test(arguments: ["\u{1B}]11;rgb:ff", "\u{1B}[200~some", "\u{1B}[20", "\u{1B}]1", "\u{1B}[<0;"])
    func `a lone Ctrl-C is one wherever the keys stand`(text: String) {
        #expect(outputs([text, "\u{3}"]).last == .key(.control("c")))
        #expect(outputs([text, "\u{3}", "j"]).last == .key(.character("j")))
    }

    @Test(arguments: [
        ("\u{1B}]11;rgb:ff", 2, []), ("\u{1B}[20", 2, []), ("\u{1B}[<0;", 2, []),
        ("\u{1B}[200~some", 6, [Key.paste("some")]),
    ])
    func `what has begun is over after a silence`(text: String, seconds: Int, keys: [Key]) {
        var decoder = InputDecoder(sequences: KeySequences())
        var outputs: [InputDecoder.Output] = []
        decoder.take(text.utf8, into: &outputs)
        decoder.pause(into: &outputs)
        decoder.resume(after: .seconds(seconds), into: &outputs)
        decoder.take("b".utf8, into: &outputs)
        #expect(outputs == (keys + [.character("b")]).map { .key($0) })
    }

    @Test func `a paste that stops for a moment goes on`() {
        var decoder = InputDecoder(sequences: KeySequences())
        var outputs: [InputDecoder.Output] = []
        decoder.take("\u{1B}[200~so".utf8, into: &outputs)
        decoder.resume(after: .seconds(3), into: &outputs)
        decoder.take("me\u{1B}[201~".utf8, into: &outputs)
        #expect(outputs == [.key(.paste("some"))])
    }

    @Test func `more may make another key of what has come`() {
        var decoder = InputDecoder(sequences: KeySequences())
        var outputs: [InputDecoder.Output] = []
        decoder.take("x\u{1B}[".utf8, into: &outputs)
        #expect(decoder.hasBegun)
        decoder.take("A".utf8, into: &outputs)
        #expect(!decoder.hasBegun)
        #expect(outputs == [.key(.character("x")), .key(.up)])
    }

    @Test func `wherever a read ends, the keys are the same`() {
        let typed =
            Array(
                "jé\u{1B}[A\u{1B}[<0;3;4M\u{1B}[200~a\u{1B}[Ab\u{1B}[201~\u{1B}]11;rgb:0/0/0\u{1B}\\"
                    .utf8) + Array("\u{1B}x\u{1B}[1;7Z👍\u{1B}[O\u{1B}\u{1B}[B\u{7F}".utf8)
        let whole = outputs([typed])
        #expect(whole.count == 11)
        for cut in typed.indices {
            var decoder = InputDecoder(sequences: KeySequences())
            var pieces: [InputDecoder.Output] = []
            decoder.take(typed[..<cut], into: &pieces)
            decoder.take(typed[cut...], into: &pieces)
            decoder.pause(into: &pieces)
            #expect(pieces == whole, "cut at \(cut)")
        }
    }

    @Test func `a character that arrives in pieces is one key`() {
        #expect(outputs([[0xD0], [0x96]]) == [.key(.character("Ж"))])
    }

    @Test func `bytes that are no text are passed over and the next key is kept`() {
        #expect(
            outputs([
                [0xFF, 0x80, 0xC0, 0xE2, 0x82], Array("k".utf8), [0xED, 0xA0, 0x80, 0xC2, 0x9B],
                Array("l".utf8),
            ]) == [.key(.character("k")), .key(.character("l"))])
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

    @Test func `a paste is one key, whatever it holds and however it arrives`() {
        #expect(
            outputs([
                "\u{1B}[200~line one\rqq\u{1B}x", "\u{1B}[A", "\u{1B}[20", "1~j\u{1B}[201~",
                "\u{1B}[A",
            ]) == [
                .key(.paste("line one\nqq\u{1B}x")), .key(.character("j")), .key(.up),
            ])
    }

    @Test func `a paste keeps only so much`() {
        let whole = String(repeating: "a", count: InputDecoder.pasteLimit)
        #expect(
            outputs(["\u{1B}[200~", whole + "aaaaaaaaaa", "\u{1B}[201~"])
                == [.key(.paste(whole))])
    }

    @Test(arguments: [
        ("0;1;1M", Key.Mouse(kind: .press, column: 0, row: 0)),
        ("0;250;40m", .init(kind: .release, column: 249, row: 39)),
        ("32;5;6M", .init(kind: .drag, column: 4, row: 5)),
        ("64;5;6M", .init(kind: .wheelUp, column: 4, row: 5)),
        ("69;5;6M", .init(kind: .wheelDown, column: 4, row: 5)),
    ])
    func `the mouse reports where it is`(report: String, mouse: Key.Mouse) {
        #expect(outputs(["\u{1B}[<" + report]) == [.key(.mouse(mouse))])
    }

    @Test(arguments: ["2;1;1M", "0;0;1M", "0;1M", "x;1;1M", "0;99999999999999999999;1M"])
    func `a report of what nobody asked for is no key`(report: String) {
        #expect(outputs(["\u{1B}[<" + report + "j"]) == [.key(.character("j"))])
    }

    @Test(arguments: [
        "\u{1B}]11;" + String(repeating: "q", count: 5000) + "\u{1B}\\",
        "\u{1B}P" + String(repeating: "q", count: 5000) + "\u{07}",
        "\u{1B}[" + String(repeating: "1;", count: 1000) + "R", "\u{1B}[M q!",
    ])
    func `nothing of an answer is a key, however long it is`(answer: String) {
        #expect(outputs([answer + "j"]) == [.key(.character("j"))])
    }
}
