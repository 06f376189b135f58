import TestSupport
import Testing

@testable import Screens

struct SettingsTextTests {
    private func changes(_ body: (inout SettingsChanges) -> Void) -> SettingsChanges {
        var changes = SettingsChanges()
        body(&changes)
        return changes
    }

    private func written(
        _ changes: SettingsChanges, into text: String
    ) throws(SettingsText.Mistake) -> String {
        var file = SettingsText(text)
        try file.write(changes)
        return file.text
    }

    private static let theme = ["theme"]

    @Test(arguments: [
        ("", "theme = \"light\"\n"),
        ("theme = \"dark\"\n", "theme = \"light\"\n"),
        ("theme = \"dark\"   # as at home\n", "theme = \"light\"  # as at home\n"),
        ("theme = \"#a\" # b # c", "theme = \"light\"  # b # c\n"),
        ("# theme = \"dark\"\n", "# theme = \"dark\"\ntheme = \"light\"\n"),
        ("mouse = \"off\"\n\n[keys]\n", "mouse = \"off\"\ntheme = \"light\"\n\n[keys]\n"),
        ("# mine\n[keys]\ngg = \"x\"\n", "# mine\ntheme = \"light\"\n\n[keys]\ngg = \"x\"\n"),
        ("mouse = \"off\"\r\ntheme = 'dark'\r\n", "mouse = \"off\"\r\ntheme = \"light\"\r\n"),
    ])
    func `a setting takes the place of itself or stands before all tables`(
        before: String, after: String
    ) throws {
        let set = changes { $0.set(Self.theme, to: "light") }
        #expect(try written(set, into: before) == after)
    }

    @Test(arguments: [
        (
            "[keys]\n\"<C-x>\" = [\n  \"search\",\n]\nb = \"redo-filter\"\n",
            "[keys]\n\"<C-x>\" = \"show-matrix\"\nb = \"redo-filter\"\n"
        ),
        ("keys.\"<C-x>\" = \"search\"\n", "keys.\"<C-x>\" = \"show-matrix\"\n"),
        (
            "[keys]\n\"<C-x>\" = \"choose-previous\"\n",
            "[keys]\n\"<C-x>\" = [\"choose-previous\", \"show-matrix\"]\n"
        ),
        ("[macros]\na = \"j\"\n", "[macros]\na = \"j\"\n\n[keys]\n\"<C-x>\" = \"show-matrix\"\n"),
    ])
    func `keys take the place of what they ran where both would`(
        before: String, after: String
    ) throws {
        let bound = changes { $0.bind("<C-x>", to: "show-matrix") }
        #expect(try written(bound, into: before) == after)
    }

    @Test func `keys that were bound to several commands run all of them beside what stood there`()
        throws
    {
        let bound = changes {
            $0.bind("<C-x>", to: "show-matrix")
            $0.bind("<C-x>", to: "choose-previous")
        }
        #expect(
            try written(bound, into: "[keys]\n\"<C-x>\" = \"show-clashes\"\n")
                == "[keys]\n\"<C-x>\" = [\"show-matrix\", \"choose-previous\"]\n")
    }

    @Test func `a theme of one's own becomes a table that reads back as it was`() throws {
        let theme = changes {
            $0.set(["themes", "dusk", "like"], to: "dark")
            $0.set(["themes", "dusk", "focus"], to: "#89dceb bold")
            $0.set(["theme"], to: "dusk")
        }
        let text = try written(theme, into: "[keys]\nb = \"redo-filter\"\n")
        #expect(
            text.hasPrefix("theme = \"dusk\"\n\n[keys]\nb = \"redo-filter\"\n\n[themes.dusk]\n"))
        let contents = ConfigFile.parse(text)
        #expect(contents.problems.isEmpty)
        #expect(contents.settings.theme == "dusk")
        #expect(try written(theme, into: text) == text)
    }

    @Test func `a line that says several things is named and nothing is changed`() {
        let set = changes { $0.bind("b", to: "redo-filter") }
        #expect(
            throws: SettingsText.Mistake(
                line: 2,
                message: "This line sets several things; give `keys b` a line of its own.")
        ) { try written(set, into: "theme = \"dark\"\nkeys = { a = \"undo\", b = \"undo\" }\n") }
        #expect(throws: SettingsText.Mistake.self) { try written(set, into: "theme = dark\n") }
    }

    private func kept(_ driver: Driver) -> [SettingsChanges] {
        driver.effects.compactMap {
            if case .keepSettings(let changes) = $0 { changes } else { nil }
        }
    }

    @Test func `what is set after the colon is written, and nothing where nothing was`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press(":save-settings<Enter>")
        #expect(driver.text.contains("Nothing was set, bound or coloured here"))
        #expect(kept(driver).isEmpty)
        driver.press(":set mouse off<Enter>:bind zz show-matrix<Enter>")
        driver.press(
            ":add-theme dusk like dark on #1e1e2e<Enter>:colour dusk focus #89dceb bold<Enter>")
        #expect(driver.text.contains("focus is #89dceb bold in the theme dusk."))
        driver.press(":save-settings<Enter>")
        #expect(
            kept(driver).last?.statements.map(\.name) == [
                "mouse", "keys zz", "themes dusk like", "themes dusk ground", "themes dusk focus",
            ])
    }

    @Test func `a settings file that changes takes its macros back and what was only set`() {
        var driver = Driver(SampleCorpus.archive)
        func configure(_ text: String) {
            driver.send(.configured(ConfigFile.parse(text), problems: []))
        }
        configure("[macros]\nold = \"j\"\n")
        driver.press(":set mouse off<Enter>")
        configure("[macros]\nnew = \"j\"\n")
        #expect(driver.state.macros.keys.sorted() == ["new"])
        driver.press(":save-settings<Enter>")
        #expect(kept(driver).isEmpty)
    }
}
