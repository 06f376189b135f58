import Testing

@testable import Screens

struct KeySequenceTests {
    @Test(arguments: [
        ("j", [Key.character("j")], "j"),
        ("gg", [.character("g"), .character("g")], "gg"),
        ("<C-p>", [.control("p")], "<C-p>"),
        ("<c-P>", [.control("p")], "<C-p>"),
        ("<C-i>", [.tab], "<Tab>"),
        ("<C-[>", [.escape], "<Esc>"),
        ("<C-Space>", [.control("@")], "<C-@>"),
        ("<A-x>", [.alt("x")], "<A-x>"),
        ("<M-Space>", [.alt(" ")], "<A-Space>"),
        ("<cr> <BS>", [.enter, .backspace], "<Enter><Backspace>"),
        ("<S-Tab><C-Right>", [.backTab, .controlRight], "<S-Tab><C-Right>"),
        ("<F12>", [.function(12)], "<F12>"),
        ("'a", [.character("'"), .character("a")], "'a"),
        (
            "<Space>< lt>".replacing(" ", with: ""), [.character(" "), .character("<")],
            "<Space><lt>"
        ),
        ("ё", [.character("ё")], "ё"),
    ])
    func `a sequence is read and printed`(text: String, keys: [Key], printed: String) throws {
        let sequence = try KeySequence(text)
        #expect(sequence.keys == keys)
        #expect(sequence.notation == printed)
        #expect(try KeySequence(printed) == sequence)
    }

    @Test(arguments: [
        ("", KeySequence.Mistake.empty), ("  ", .empty), ("g<Nope>", .unknownName("Nope", at: 1)),
        ("<C-p", .unclosed(at: 0)), ("<", .unclosed(at: 0)), ("<>", .unclosed(at: 0)),
        ("<F0>", .unknownName("F0", at: 0)), ("<C-é>", .unknownName("C-é", at: 0)),
    ])
    func `what is no sequence says why`(text: String, mistake: KeySequence.Mistake) {
        #expect(throws: mistake) { try KeySequence(text) }
        #expect(!mistake.message.isEmpty)
    }

    @Test func `a paste and the mouse cannot be bound`() {
        #expect(KeySequence([.paste("x")]) == nil)
        #expect(KeySequence([.mouse(.init(kind: .press, column: 0, row: 0))]) == nil)
        #expect(KeySequence([]) == nil)
    }

    @Test(arguments: [
        Key.character("j"), .control("p"), .alt(" "), .enter, .controlRight, .function(12),
        .paste("x"), .mouse(.init(kind: .press, column: 0, row: 0)), .focusGained, .focusLost,
    ])
    func `what can be bound has a notation, and nothing else has`(key: Key) {
        #expect(key.isBindable == (key.notation != nil))
    }
}
