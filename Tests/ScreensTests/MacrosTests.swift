import TestSupport
import Testing

@testable import Screens

@Suite struct MacrosTests {
    @Test(arguments: [
        ("jj<Enter>", "jj<Enter>\n"),
        (":set theme light<Enter>j", ":set theme light\nj\n"),
        ("/quota<Enter>nma'a", "/quota<Enter>nma'a\n"),
        (":so<Tab><Esc>", " :so<Tab><Esc>\n"),
        ("?matrix<Esc>", "?matrix<Esc>\n"),
    ])
    func `what is recorded is a script, and played it does the same`(
        keys: String, script: String
    ) throws {
        var driver = Driver(SampleCorpus.archive)
        driver.press("Q" + keys + "Q")
        #expect(driver.effects.contains(.keepMacro(name: "last", text: script)))
        #expect(driver.state.recording == nil)
        let place = driver.state.place

        var again = Driver(SampleCorpus.archive)
        again.send(.macro("last", try Script(script)))
        #expect(again.state.place == place)
        #expect(again.state.settings == driver.state.settings)
    }

    @Test func `a recording under a name ends at the command line too, and Q on it says how`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press(":record two down<Enter>")
        #expect(driver.text.contains("Recording `two-down`: Q or :record ends it."))
        driver.press("jj:record<Enter>")
        #expect(driver.effects.last == .keepMacro(name: "two-down", text: "jj\n"))
        driver.press("g@")
        #expect(driver.state.place.browse.list.cursor.index == 2)
        driver.press("g:play two-down<Enter>")
        #expect(driver.state.place.browse.list.cursor.index == 2)
    }

    @Test func `a macro waits for the answers between its keys`() throws {
        var driver = Driver(SampleCorpus.archive)
        driver.isHoldingAnswers = true
        driver.send(.macro("m", try Script("/quota<Enter>j<Enter>")))
        #expect(driver.state.place.screen == .browse)
        driver.answerAll()
        #expect(driver.state.place.screen == .reader)
        #expect(driver.state.place.browse.narrowing.search == "quota")
    }

    @Test func `Esc ends a macro, other keys wait for their turn`() throws {
        var driver = Driver(SampleCorpus.archive)
        driver.isHoldingAnswers = true
        driver.send(.macro("m", try Script("/quota<Enter>M")))
        driver.press("0")
        driver.answerAll()
        #expect(driver.state.place.screen == .overview)

        driver = Driver(SampleCorpus.archive)
        driver.isHoldingAnswers = true
        driver.send(.macro("m", try Script("/quota<Enter>M")))
        driver.press("<Esc>")
        driver.answerAll()
        #expect(driver.state.place.screen == .browse)
        #expect(driver.state.notice?.text == "Stopped; what the macro has done stays.")
    }

    @Test func `keys from outside are played, and are not what @ plays`() throws {
        var driver = Driver(SampleCorpus.archive)
        let script = try Script("/quota<Enter>j<Enter>")
        #expect(driver.state.refusal(of: script) == nil)
        driver.isHoldingAnswers = true
        driver.send(.script(script))
        #expect(driver.state.isPlaying && !driver.state.isSettled)
        #expect(driver.state.refusal(of: script)?.hasPrefix("A macro is playing") == true)
        driver.answerAll()
        #expect(driver.state.isSettled)
        #expect(driver.state.place.screen == .reader)
        driver.press("@")
        #expect(driver.state.notice?.text.hasPrefix("No macro has been played") == true)
    }

    @Test(arguments: ["/quo", "?mat", ":show", "g", "m", ";"])
    func `what a person has begun is left alone by keys from outside`(begun: String) throws {
        var driver = Driver(SampleCorpus.archive)
        // No letter alone begins a sequence where nobody has bound one.
        driver.press(":bind gx show-matrix<Enter>" + begun)
        #expect(driver.state.refusal(of: try Script("jj"))?.hasPrefix("Somebody is typing") == true)
        #expect(driver.state.refusal(of: try Script("<Esc>j")) == nil)
    }

    @Test func `a macro that plays itself is stopped`() throws {
        var driver = Driver(SampleCorpus.archive)
        driver.send(.macro("m", try Script("j@")))
        #expect(driver.state.notice?.text == "Error: the macro was stopped after 10,000 keys.")
    }

    @Test func `what was recorded before the last start is played without a name`() {
        var state = Driver(SampleCorpus.archive).state
        state.macroFiles = ["last"]
        #expect(update(&state, .key(.character("@"))).contains(.readMacro("last")))
    }

    @Test func `a macro ends at its first error`() throws {
        var driver = Driver(SampleCorpus.archive)
        driver.send(.macro("m", try Script("j\n:nosuch<Enter>\nM")))
        #expect(driver.state.place.screen == .browse)
        #expect(driver.state.notice?.isError == true)
        #expect(driver.state.isSettled)
    }

    @Test func `a name that is not known is asked for outside`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("@")
        #expect(driver.state.notice?.text.hasPrefix("No macro has been played") == true)
        driver.press(":play shelf<Enter>")
        #expect(driver.effects.last == .readMacro("shelf"))
    }

    @Test func `a changed settings file takes effect and says what is wrong in it`() {
        var driver = Driver(SampleCorpus.archive)
        let contents = ConfigFile.parse(
            "theme = 'light'\n[keys]\n\"<F9>\" = 'play down'\n[macros]\ndown = 'j'")
        driver.send(.configured(contents, problems: []))
        #expect(driver.effects.last == .apply(contents.settings))
        #expect(driver.text.contains("The settings file has changed and is in effect."))
        driver.press("<F9>")
        #expect(driver.state.place.browse.list.cursor.index == 1)
        driver.send(.configured(contents, problems: ["s.toml:3: bad", "s.toml:4: bad"]))
        #expect(driver.text.contains("Settings (1 of 2): s.toml:3: bad"))
    }

    @Test func `a settings file with a mistake changes nothing until that is mended`() {
        var driver = Driver(SampleCorpus.archive)
        driver.send(.configured(ConfigFile.parse("theme = 'light'\nkeys.Z = 'open'"), problems: []))
        let before = driver.state
        let wrong = ConfigFile.parse("theme = 'lihgt'\nascii = true")
        driver.send(.configured(wrong, problems: ["s.toml:1: \(wrong.problems[0].message)"]))
        #expect(driver.state.settings == before.settings && driver.state.keymaps == before.keymaps)
        #expect(driver.text.contains("Settings stay as they were. Error: s.toml:1: `theme` takes"))
        let hard = ConfigFile.parse("themes.dark.quiet = '#303030'\nascii = true")
        driver.send(.configured(hard, problems: ["s.toml:1: \(hard.problems[0].message)"]))
        #expect(driver.state.settings.ascii == .on)
        #expect(driver.text.contains("Settings: s.toml:1: `quiet` has a contrast"))
    }
}

@Suite struct TutorialScreensTests {
    @Test func `the tutorial says the keys as they are bound, and goes on when one is done`() {
        var driver = Driver(SampleCorpus.archive, columns: 80, rows: 24)
        driver.press(":bind z move-down<Enter>:unbind-nothing<Enter>:tutorial<Enter>")
        #expect(driver.state.place.screen == .overview)
        #expect(driver.lines[21].contains("1/\(Tutorial.steps.count)  These articles differ"))
        driver.press("M")
        #expect(driver.state.tutorial?.index == 0)
        driver.press("<Esc>j")
        #expect(driver.state.tutorial?.index == 1)
        #expect(driver.lines[21].contains("Enter puts the sentences"))
        driver.press(":tutorial<Enter>")
        #expect(driver.state.tutorial == nil)
        #expect(driver.text.contains("The tutorial is over"))
    }

    @Test func `Esc leads to the list also when more was visited than is kept`() {
        var driver = Driver(SampleCorpus.archive)
        for _ in 0..<120 { driver.press("MC") }
        for _ in 0..<300 { driver.press("<Esc>") }
        #expect(driver.state.place.screen == .browse)
    }
}
