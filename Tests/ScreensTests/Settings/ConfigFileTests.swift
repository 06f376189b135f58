import Screens
import Testing

@Suite struct ConfigFileTests {
    @Test func `settings and keys are taken, comments and blank lines passed over`() throws {
        let contents = ConfigFile.parse(
            """
            # mine
            set theme light

            bind <C-x> show-clashes
            unbind X
            """)
        #expect(contents.problems == [])
        #expect(contents.settings.theme == "light")
        let browse = try #require(contents.keymaps[.browse])
        #expect(browse.lookup([.control("x")]) == .command("show-clashes"))
        #expect(browse.lookup([.character("X")]) == .none)
    }

    @Test(arguments: [
        ("set theme blue", "`theme` takes auto, dark, light, contrast, not `blue`."),
        ("set", "`set` needs a setting and a value."),
        ("bind g nothing-known", "`nothing-known` is no command; docs/commands.md lists them."),
        ("bind <Nokey> search", "`<Nokey>`: <Nokey> at 1 is no key."),
        ("frobnicate", "`frobnicate` is none of `set`, `bind`, `unbind`, `colour`, `add-theme`."),
    ])
    func `a line that is not understood is named`(line: String, message: String) {
        let contents = ConfigFile.parse("set mouse off\n" + line)
        #expect(contents.problems.map(\.line) == [2])
        #expect(contents.problems.first?.message == message)
        #expect(contents.settings.mouse == .off)
    }

    @Test func `the defaults, taken as they are, change nothing`() {
        let all = ConfigFile.defaults.split(separator: "\n")
            .filter { $0.hasPrefix("# set ") || $0.hasPrefix("# bind ") }
            .map { $0.dropFirst(2) }.joined(separator: "\n")
        let contents = ConfigFile.parse(all)
        #expect(contents.problems == [])
        #expect(contents.settings == Settings())
        for mode in Mode.allCases {
            for (sequence, command) in Registry.bindings(in: mode) {
                #expect(contents.keymaps[mode]?.lookup(sequence.keys) == .command(command))
            }
        }
    }
}
