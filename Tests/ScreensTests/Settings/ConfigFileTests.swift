import Testing

@testable import Screens

@Suite struct ConfigFileTests {
    @Test func `settings and keys are taken, comments and blank lines passed over`() throws {
        let contents = ConfigFile.parse(
            """
            # mine
            theme = "light"   # by day
            mouse = false
            colour = 256

            [keys]
            "<C-x>" = "show-clashes"
            X = ""
            "<F5>" = "play unread"
            "<C-l>" = ["go-to-anything", "choose-previous"]

            [keys.reader]
            n = 'read-next-article'

            [macros]
            unread = "/is:unread<Enter>g"
            long = \"""
            gg
            :show-matrix
            \"""
            """)
        #expect(contents.problems == [])
        #expect(contents.settings.theme == "light")
        #expect(contents.settings.mouse == .off)
        #expect(contents.settings.colour == .many)
        let browse = try #require(contents.keymaps[.browse])
        #expect(browse.lookup([.control("x")]) == .command("show-clashes"))
        #expect(browse.lookup([.character("X")]) == .none)
        #expect(browse.lookup([.function(5)]) == .command("play unread"))
        #expect(browse.lookup([.control("l")]) == .command("go-to-anything"))
        #expect(contents.keymaps[.search]?.lookup([.control("l")]) == .command("choose-previous"))
        #expect(
            contents.keymaps[.reader]?.lookup([.character("n")]) == .command("read-next-article"))
        #expect(browse.lookup([.character("n")]) == .command("next-passage"))
        #expect(contents.macros["unread"]?.steps.count == 1)
        #expect(contents.macros["long"]?.steps.count == 2)
    }

    @Test(arguments: [
        ("panes", "auto"), ("panes", "2 3 5"), ("panes", " 99 1  7 "), ("panes", "2,3,5"),
        ("panes", "2 3"), ("panes", "0 3 5"), ("panes", "2 3 100"), ("clipboard", "xclip -i"),
        ("clipboard", ""), ("clipboard", " \t"), ("clipboard", "terminal"),
    ])
    func `what a setting takes is what its pattern or its choices say`(name: String, text: String)
        throws
    {
        let setting = try #require(SettingsRegistry.setting(name))
        let pattern = try Regex(#require(setting.pattern))
        var settings = Settings()
        let isTaken = settings.set(name, to: text) == nil
        #expect(isTaken == (setting.values.contains(text) || text.contains(pattern)))
    }

    @Test(arguments: [
        ("theme = \"blue\"", "`theme` takes auto, dark, light, contrast, not `blue`."),
        ("theme = []", "`theme` takes one value, not a list."),
        (
            "them = 1",
            "`them` is no setting; there are theme, colour, ascii, mouse, resume, remote, clipboard, panes."
        ),
        ("mouse = true", "`mouse` is set in line 1 already; that one counts."),
        ("keys.g = 'nothing-known'", "`nothing-known` is no command; docs/commands.md lists them."),
        ("keys.\"<Nokey>\" = 'search'", "`<Nokey>`: <Nokey> at 1 is no key."),
        ("keys.g = 7", "`g` takes a command, or a list of commands."),
        ("keys.help.g = 'search'", "`search` does not work in help."),
        ("macros.m = '<Nokey>'", "`m`: <Nokey> at 1 is no key."),
        ("[frob]\nx = 1", "`[frob]` is none of [keys], [macros], [themes.NAME]."),
        ("[keys]\nT = []", "`T` takes a command, or a list of commands."),
        ("[keys]\nT = \"show-matrix now\"", "`show-matrix` takes nothing after it."),
        (
            "panes = [2, 3]",
            "`panes` takes auto, three numbers from 1 to 99 such as 2 3 5, not `2 3`."
        ),
        ("[[keys]]", "`[[keys]]` is a list of tables; there is none here."),
    ])
    func `a line that is not understood is named, and the rest counts`(
        line: String, message: String
    ) {
        let contents = ConfigFile.parse("mouse = \"off\"\n" + line + "\nresume = \"off\"")
        let number = line.hasPrefix("[frob") || line.hasPrefix("[keys]") ? 3 : 2
        #expect(contents.problems.first == .init(line: number, message: message))
        #expect(contents.settings.mouse == .off)
    }

    @Test(arguments: ["theme = light", "theme", "= 1", "[keys", "theme = \"", "theme = [", "\u{0}"])
    func `what is no TOML is named and the lines around it are taken`(line: String) {
        let contents = ConfigFile.parse("mouse = \"off\"\n\(line)\n\nresume = \"off\"\n[keys]\n")
        #expect(contents.problems.map(\.line) == [2])
        #expect(contents.problems.first?.message.hasPrefix("This is no TOML: ") == true)
        #expect(contents.settings.mouse == .off)
        #expect(contents.settings.resume == .off)
    }

    @Test(arguments: [
        ("theme = light", "a text stands in quotes, theme = \"light\""),
        ("[keys]\ng = <F5>  # five", "a text stands in quotes, g = \"<F5>\""),
        ("theme = \"light", "it is not closed"),
    ])
    func `what is no TOML is said in words that help`(text: String, words: String) {
        let message = ConfigFile.parse(text).problems.first?.message
        #expect(message?.contains(words) == true, "\(message ?? "")")
        #expect(message?.contains("Error while parsing") == false)
    }

    @Test(arguments: [
        ("gg = 'go-to-first'\ng = 'go-to-last'", 3, "`g` hides `gg` of line 2"),
        ("g = 'go-to-first'\ngx = 'search'", 3, "`gx` hides `g` of line 2"),
        ("\"<C-x>\" = 'search'\n\"<c-x>\" = 'open'", 3, "`<c-x>` hides `<C-x>` of line 2"),
        ("x = 'search'\nreader.x = 'next-mark'", 3, "`x` hides `x` of line 2"),
    ])
    func `keys that hide others of the file are named`(text: String, line: Int, words: String) {
        let problems = ConfigFile.parse("[keys]\n" + text).problems
        #expect(problems.map(\.line) == [line])
        #expect(problems.first?.message.hasPrefix(words) == true, "\(problems)")
    }

    @Test func `keys in different places hide nothing`() {
        let text = "[keys.reader]\nx = 'next-mark'\n[keys.browse]\nx = 'search'\nxx = ''"
        #expect(ConfigFile.parse(text).problems == [])
    }

    @Test func `bytes that are no UTF-8 are named with their line, and the rest counts`() {
        let file =
            Array("mouse = false\n# caf".utf8) + [0xE9, 0x0A] + Array("theme = 'light'".utf8)
        let contents = ConfigFile.parse(bytes: file)
        #expect(
            contents.problems == [
                .init(line: 2, message: "This is not UTF-8; save the file in that encoding.")
            ])
        #expect(contents.settings.theme == "light" && contents.settings.mouse == .off)
        #expect(ConfigFile.parse(bytes: Array("theme = 'light' # é".utf8)).problems == [])
        let wide = "theme = 'light'".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(ConfigFile.parse(bytes: [0xFF, 0xFE] + wide).problems.first?.line == 1)
    }

    @Test func `noise is read no further than it takes to see that it is noise`() {
        let noise = (0..<200_000).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 13) }
        let problems = ConfigFile.parse(bytes: noise).problems
        #expect((1...23).contains(problems.count))
        #expect(problems.last?.message == "Too much above is no TOML; this is not read.")
    }

    @Test func `one message says what is wrong and in how many lines`() {
        #expect(ConfigFile.notice(of: []) == nil)
        #expect(ConfigFile.notice(of: ["s:1: a"]) == "Error: s:1: a")
        #expect(ConfigFile.notice(of: ["s:1: a"], areRemarks: true) == "Settings: s:1: a")
        #expect(
            ConfigFile.notice(of: ["s:1: a.", "s:2: b."], isKept: true)
                == "Settings stay as they were. Error (1 of 2): s:1: a. "
                + "`parley config --check` lists all.")
    }

    @Test func `the defaults, taken as they are, change nothing`() {
        let all = ConfigFile.defaults.split(separator: "\n")
            .filter { $0.hasPrefix("# ") && $0.contains(" = ") || $0 == "# [keys]" }
            .map { String($0.dropFirst(2)) }
        let examples: Set<String> = ["like", "ground", "focus", "evidence", "unread", "\"<F5>\""]
        let own = all.filter { line in !examples.contains(String(line.prefix { $0 != " " })) }
        let contents = ConfigFile.parse(own.joined(separator: "\n"))
        #expect(contents.problems == [])
        #expect(contents.settings == Settings())
        #expect(own.count > 80)
        for mode in Mode.allCases {
            for (sequence, command) in Registry.bindings(in: mode) {
                #expect(contents.keymaps[mode]?.lookup(sequence.keys) == .command(command))
            }
        }
    }

    @Test func `the examples are without a mistake`() {
        let text = ConfigFile.defaults.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                let isExample = line.hasPrefix("# [") || line.contains(" = ")
                return isExample ? String(line.dropFirst(2)) : String(line)
            }
        let contents = ConfigFile.parse(text.joined(separator: "\n"))
        #expect(contents.problems == [])
        #expect(contents.settings.themes.contains { $0.name == "dusk" })
        #expect(contents.macros.keys.contains("unread"))
    }
}
