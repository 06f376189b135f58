import Testing

@testable import Screens

struct TypedLineTests {
    @Test(arguments: [
        ("", "<Enter>"), ("   ", "<Enter>"), ("jj<Enter>", "jj<Enter>"), ("g g", "gg"),
        (":set theme light", ":set<Space>theme<Space>light<Enter>"), ("# a remark", ""),
    ])
    func `a line is keys, a command or Enter`(line: String, keys: String) throws {
        let strokes = try TypedLine(line, isTyping: false).strokes.filter { !$0.isBlank }
        #expect(strokes.compactMap(\.key.notation).joined() == keys)
    }

    @Test func `a blank is kept apart from the space bar`() throws {
        let strokes = try TypedLine("/two words<Space><Enter>", isTyping: false).strokes
        #expect(strokes.filter(\.isBlank).count == 1)
        #expect(strokes.count { $0.key == .character(" ") } == 2)
    }

    @Test(arguments: [(":a", ":a"), ("#a", "#a")])
    func `while letters are typed a line is letters`(line: String, keys: String) throws {
        let strokes = try TypedLine(line, isTyping: true).strokes
        #expect(strokes.compactMap(\.key.notation).joined() == keys)
    }

    @Test func `a key that is none is named by its place in the line`() {
        #expect(throws: KeySequence.Mistake.unknownName("Foo", at: 2)) {
            try TypedLine("j <Foo>", isTyping: false)
        }
    }
}
