import Screens
import TestSupport
import Testing

@Suite struct ScreenSizesTests {
    static let screens: [(name: String, keys: String)] = [
        ("browse", "<C-f>"), ("facets", "3j"), ("filtered", "2<Space>"), ("searching", "/quo"),
        ("found", "/quota<Enter>n"), ("nothing found", "/point:fees zebra<Enter>"),
        ("completing", "/actor:"), ("reader", "<Enter>jj"), ("why", "<Enter>W"),
        ("overview", "0j"), ("clashes", "X"), ("help", "?"), ("commands", ":so"),
        ("go to", "<C-p>hol"), ("compare", "<Space>j<Space>c"),
        ("compare four", "<Space>j<Space>j<Space>j<Space>c"), ("by point", "<Space>j<Space>cs"),
        ("person", "2<Enter>"), ("source", "1j<Enter>"), ("point", "3<Enter>"),
        ("matrix", "Mjl]"), ("matrix of people", "Mts"), ("drafts", "Djo"), ("timeline", "Tj"),
        ("timeline unfolded", "ToG"), ("chains", "Cj"), ("chains by outlet", "Csoj"),
        ("proposals", "Pj"),
        ("sentences of a proposal", "P<Enter>j"), ("context", "<Enter>O"), ("history", "<Enter>F"),
        ("pattern", "<Enter>/q[a-u]o"), ("pattern broken", "<Enter>/(q"),
        ("pattern found", "<Enter>/quo<Enter>n"), ("note", "<Enter>eremark"), ("saved", "B"),
        ("trail", "<Enter>qMp"), ("labels", ";"), ("keys that follow", "'"),
        ("picked", "vjv"), ("message", ":nonsense<Enter>"),
    ]
    static func archive(_ name: String) -> MemoryArchive {
        name.contains("proposal")
            ? SampleCorpus.newcomers
            : name == "drafts"
                ? SampleCorpus.twoDrafts
                : name.hasPrefix("timeline")
                    ? SampleCorpus.dated
                    : name.hasPrefix("chains") ? SampleCorpus.sourced : SampleCorpus.archive
    }

    static let columns = [1, 2, 3, 19, 20, 21, 34, 70, 99, 100, 180, 400]
    static let rows = [1, 2, 5, 6, 7, 11, 12, 30, 120]

    @Test func `every screen and every line that is typed is among them`() {
        var screens = Set<Screen>()
        var prompts = Set<Prompt.Kind>()
        for (name, keys) in Self.screens {
            var driver = Driver(Self.archive(name))
            driver.press(keys)
            screens.insert(driver.state.place.screen)
            if let prompt = driver.state.prompt { prompts.insert(prompt.kind) }
        }
        #expect(screens == Set(Screen.allCases))
        #expect(prompts == Set(Prompt.Kind.allCases))
    }

    @Test(arguments: screens.map(\.name), [2, 7, 300])
    func `a key that is held down ends where single ones do`(name: String, times: Int) throws {
        let keys = try #require(Self.screens.first { $0.name == name }).keys
        for key in [Key.character("j"), .up] {
            var held = Driver(Self.archive(name), columns: 80, rows: 24)
            held.press(keys)
            var single = held
            guard held.state.isStep(key) else { continue }
            held.send(.held(key, times: times))
            for _ in 0..<times { single.send(.key(key)) }
            #expect(held.lines == single.lines)
            #expect(held.state.place == single.state.place)
        }
    }

    @Test(arguments: screens.map(\.name))
    func `every size holds every screen`(name: String) throws {
        let keys = try #require(Self.screens.first { $0.name == name }).keys
        var driver = Driver(Self.archive(name))
        driver.press(keys)
        for columns in Self.columns {
            for rows in Self.rows {
                driver.resize(columns: columns, rows: rows)
                let size = Size(columns: columns, rows: rows)
                #expect(FrameRules.broken(by: driver.frame, after: nil, at: size) == nil, "\(size)")
            }
        }
    }

    @Test(arguments: screens.map(\.name))
    func `a key at any size is taken`(name: String) throws {
        let keys = try #require(Self.screens.first { $0.name == name }).keys
        for (columns, rows) in [(1, 1), (20, 6), (40, 10), (80, 24), (250, 70)] {
            var driver = Driver(Self.archive(name), columns: columns, rows: rows)
            driver.press(keys + "<Down><Up><PageDown><PageUp><Tab><Esc>")
            driver.resize(columns: 80, rows: 24)
            #expect(driver.lines.count == 24)
        }
    }

    @Test func `a screen too small asks for room`() {
        var driver = Driver(SampleCorpus.archive, columns: 18, rows: 5)
        #expect(
            driver.text.split(separator: "\n").joined(separator: " ")
                == "parley needs 20x6; this is 18x5.")
        driver.resize(columns: 20, rows: 6)
        #expect(driver.lines[0].contains("parley"))
    }
}
