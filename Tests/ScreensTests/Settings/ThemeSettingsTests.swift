import Testing

@testable import Screens

struct ThemeSettingsTests {
    @Test func `a theme of one's own begins as another and is set by its name`() {
        let contents = ConfigFile.parse(
            """
            theme = "dusk"

            [themes.dusk]
            like = "dark"
            ground = "#1e1e2e"
            focus = "#89dceb bold"
            evidence = "#11111b on #f9e2af underlined"
            """)
        #expect(contents.problems == [])
        let theme = contents.settings.theme(on: .light)
        #expect(theme.name == "dusk")
        #expect(theme.paper == 0x1E1E2E)
        #expect(theme.ground == .dark)
        #expect(theme[.quiet] == Theme.dark[.quiet])
        let focus = Palette(depth: .direct, theme: theme).look(for: Style(.focus))
        #expect(focus.foreground == 0x89DCEB && focus.isBold)
        let evidence = Palette(depth: .indexed, theme: theme).look(for: Style(.evidence))
        #expect(evidence.foreground == 233 && evidence.background == 223 && evidence.isUnderlined)
    }

    @Test func `our own colours can be changed, and a terminal of 16 keeps what it had`() {
        let contents = ConfigFile.parse(
            "[themes.dark]\ntext = '#ffeedd'\nsame = '#a0e0a0'")
        #expect(contents.problems == [])
        let theme = contents.settings.theme(on: .dark)
        let direct = Palette(depth: .direct, theme: theme)
        #expect(direct.look(for: .text).foreground == 0xFFEEDD)
        let sixteen = Palette(depth: .sixteen, theme: theme)
        #expect(sixteen.look(for: .text).foreground == -1)
        #expect(sixteen.look(for: Style(.same)).foreground == 2)
        #expect(contents.settings.theme(on: .light) == .light)
    }

    @Test func `a theme for both grounds has both of its sides changed or copied`() {
        var settings = ConfigFile.parse("themes.mine.like = 'contrast'").settings
        #expect(settings.set("theme", to: "mine") == nil)
        #expect(settings.theme(on: .dark).paper == Theme.contrastDark.paper)
        #expect(settings.theme(on: .light).paper == Theme.contrastLight.paper)
    }

    @Test(arguments: [
        ("dusk.focus = '#ffffff'", "`dusk` needs the theme it is like: like = \"dark\"."),
        ("light.like = 'dark'", "There is a theme `light` already."),
        ("dusk.like = 'noon'", "`noon` is no theme; there are dark, light, contrast."),
        ("dark.focus = '#fff'", "`#fff` is no colour; write it as #rrggbb."),
        ("dark.focus = '#+12345'", "`#+12345` is no colour; write it as #rrggbb."),
        ("dark.focus = '#ffffff on'", "`` is no colour; write it as #rrggbb."),
        ("dark.focus = '#ffffff blinking'", "`blinking` is none of on, bold, underlined."),
        (
            "dark.focus = ''",
            "`colour` is written THEME ROLE #rrggbb, and on #rrggbb, bold, underlined."
        ),
        (
            "dark.glow = '#ffffff'",
            "`glow` is no role; there are text, quiet, rule, focus, selected, evidence, same, "
                + "overlap, differs, only, machine, confirmed, unnamed, error."
        ),
        ("dark = 1", "A theme is a table: [themes.NAME]."),
    ])
    func `a mistake is named with its line and changes nothing`(line: String, message: String) {
        let contents = ConfigFile.parse("# mine\nthemes." + line)
        #expect(contents.problems.first == .init(line: 2, message: message))
        #expect(contents.settings == Settings())
    }

    @Test func `every role is looked at on a ground of one's own`() {
        let contents = ConfigFile.parse(
            "[themes.grey]\nlike = 'dark'\nground = '#777777'\nquiet = '#000000'")
        let problem = contents.problems.first
        #expect(problem?.line == 3 && problem?.isRemark == true)
        #expect(problem?.message.hasPrefix("On this ground `text`, `rule`, `focus`") == true)
        #expect(problem?.message.contains("`quiet`") == false)
        #expect(contents.settings.themes.contains { $0.name == "grey" })
        let fine = ConfigFile.parse("[themes.ink]\nlike = 'dark'\nground = '#000000'")
        #expect(fine.problems == [])
    }

    @Test(arguments: [
        ("dark.quiet = '#303030'", "`quiet` has a contrast of 1.3 on its ground and needs 4.5"),
        ("dark.rule = '#303030'", "`rule` has a contrast of 1.3 on its ground and needs 3"),
        ("dark.same = '#808080'", "`same` has a contrast of 2.5 in the selected row"),
    ])
    func `a colour that is hard to read is taken and named`(line: String, message: String) {
        let contents = ConfigFile.parse("themes." + line)
        #expect(contents.problems.map(\.line) == [1])
        let text = contents.problems.first?.message ?? ""
        #expect(text.hasPrefix(message))
        #expect(text.hasSuffix("it is taken all the same."))
        #expect(contents.settings != Settings())
    }

    @Test func `at the prompt themes are completed, made and applied at once`() {
        var state = State(size: Size(columns: 80, rows: 24))
        _ = update(&state, .started)
        func enter(_ line: String) -> [Effect] {
            ([Key.character(":")] + line.map(Key.character) + [.enter])
                .flatMap { update(&state, .key($0)) }
        }
        #expect(enter("add-theme dusk like dark") == [.apply(state.settings)])
        #expect(enter("set theme dusk") == [.apply(state.settings)])
        #expect(state.settings.theme == "dusk")
        #expect(enter("colour dusk focus #12") == [])
        #expect(state.notice?.isError == true)
        #expect(enter("colour dusk quiet #303030") == [.apply(state.settings)])
        #expect(state.notice?.isError == false)
    }
}
