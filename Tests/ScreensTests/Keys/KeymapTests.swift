import Testing

@testable import Screens

struct KeymapTests {
    private func keymap(_ bindings: [(String, String)]) throws -> Keymap {
        Keymap(try bindings.map { (try KeySequence($0.0), $0.1) })
    }

    @Test func `keys come to a command, to a beginning, or to nothing`() throws {
        let map = try keymap([
            ("j", "move-down"), ("gg", "go-first"), ("gtt", "go-there"), ("ge", "go-end"),
        ])
        #expect(map.lookup([.character("j")]) == .command("move-down"))
        #expect(map.lookup([.character("g"), .character("g")]) == .command("go-first"))
        #expect(
            map.lookup([.character("g")])
                == .prefix([
                    .init(key: .character("g"), command: "go-first"),
                    .init(key: .character("t"), command: nil),
                    .init(key: .character("e"), command: "go-end"),
                ]))
        #expect(map.lookup([.character("x")]) == .none)
        #expect(map.lookup([.character("g"), .character("x")]) == .none)
        #expect(map.lookup([]) == .none)
        #expect(map.lookup([.focusGained]) == .none)
    }

    @Test func `a later binding takes away those it shadows`() throws {
        var map = try keymap([("gg", "go-first"), ("ge", "go-end"), ("j", "move-down")])
        let removed = map.bind(try KeySequence("g"), to: "go")
        #expect(removed.map(\.otherCommand) == ["go-first", "go-end"])
        #expect(map.lookup([.character("g")]) == .command("go"))
        #expect(map.bind(try KeySequence("gg"), to: "go-first").map(\.otherCommand) == ["go"])
        #expect(
            map.lookup([.character("g")])
                == .prefix([.init(key: .character("g"), command: "go-first")]))
        #expect(map.bindings.map(\.command) == ["move-down", "go-first"])
    }

    @Test func `a command names its sequences in the order of binding`() throws {
        let map = try keymap([("j", "move-down"), ("k", "move-up"), ("<Down>", "move-down")])
        #expect(map.sequences(for: "move-down").map(\.notation) == ["j", "<Down>"])
    }

    @Test func `conflicts are named once a pair`() throws {
        let bindings = try [("g", "go"), ("gg", "go-first"), ("j", "a"), ("j", "b"), ("k", "c")]
            .map { (try KeySequence($0.0), $0.1) }
        let conflicts = Keymap.conflicts(in: bindings)
        #expect(conflicts.map(\.command) == ["go-first", "b"])
        #expect(conflicts.map(\.otherCommand) == ["go", "a"])
    }
}
