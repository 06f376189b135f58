import Queries
import Screens
import TestSupport
import Testing

@Suite struct ChainsTests {
    private func driver(_ columns: Int = 120, _ rows: Int = 40) -> Driver {
        var driver = Driver(SampleCorpus.sourced, columns: columns, rows: rows)
        driver.press("C")
        return driver
    }

    private func shown(_ driver: Driver) -> [Chains.Link] { driver.state.place.chains.links }

    @Test func `each chain goes from the article over the cited outlet to the speaker`() {
        let driver = driver()
        let links = shown(driver)
        #expect(links.map(\.outlet) == ["Gull Wire", "Gull Wire", nil])
        #expect(links.map(\.speaker) == [nil, "her office", "people on the quay"])
        #expect(links.map(\.end) == [.notGiven, .unnamed, .unnamed])
        #expect(links[1].words == "Pilot fees are settled", "the comma before the speaker goes")
        #expect(driver.lines[0].contains("4 chains: 1 ends with a name"))
        #expect(driver.lines[0].contains("2 unnamed"))
        #expect(driver.lines[1].contains("cited most: Gull Wire, by 2"))
        #expect(driver.lines.contains { $0.contains("Gull Wire") && $0.contains("∅ her office") })
        #expect(driver.lines.contains { $0.contains("(straight)") && $0.contains("∅ people on") })
        #expect(driver.text.contains("one source, not 2"))
    }

    @Test func `words straight from a named speaker are left out until o shows them`() throws {
        var driver = driver()
        #expect(driver.lines[1].contains("o shows 1 straight from a name"))
        #expect(!shown(driver).contains { $0.speaker == "Ada Holm" })
        driver.press("o")
        #expect(shown(driver).contains { $0.speaker == "Ada Holm" && $0.isPlain })
        #expect(!driver.lines[1].contains("left out"))
        let head = try #require(driver.lines.firstIndex { $0.contains("Ends by article") })
        let counts = driver.lines[head + 1].split { !$0.isNumber }.compactMap { Int($0) }
        #expect(counts.reduce(0, +) == shown(driver).count)
    }

    @Test func `s hangs the branches on outlets`() {
        var driver = driver()
        driver.press("s")
        #expect(driver.state.place.chains.trunk == .outlet)
        #expect(driver.lines.contains { $0.contains("Gull Wire") && $0.contains("─┬─→") })
        driver.press("s")
        #expect(driver.state.place.chains.trunk == .article)
    }

    @Test func `Enter ends at the sentence, and W says by which rule`() throws {
        var driver = driver()
        driver.press("j")
        let citation = try #require(driver.state.place.chains.selectedCitation)
        #expect(citation.text.hasPrefix("Pilot fees are settled"))
        driver.press("W")
        #expect(driver.text.contains("rule cue-after"))
        driver.press("<Enter>")
        #expect(driver.state.place.screen == .reader)
        #expect(driver.state.place.reader.articleID == citation.articleID)
        #expect(driver.state.place.reader.sentence == citation.sentence)
        driver.press("q")
        #expect(driver.state.place.chains.selectedCitation == citation)
    }

    @Test func `Space filters by the outlet, and where there is none by the speaker`() {
        var driver = driver()
        driver.press("<Space>")
        #expect(driver.state.place.screen == .browse)
        #expect(
            driver.state.place.browse.narrowing.filters
                == [Filter(field: .cites, value: "gull", name: "Gull Wire")])
        var other = self.driver()
        other.press("G<Space>")
        #expect(
            other.state.place.browse.narrowing.filters.map(\.value) == ["people on the quay"])
    }

    @Test func `a click selects a chain and a second one opens it`() throws {
        var driver = driver()
        let line = try #require(driver.lines.firstIndex { $0.contains("∅ her office") })
        let click = Key.mouse(.init(kind: .press, column: 40, row: line))
        driver.send(.key(click))
        #expect(driver.state.place.chains.selected?.speaker == "her office")
        driver.send(.key(click))
        #expect(driver.state.place.screen == .reader)
    }

    @Test func `where there is room the chains after the selected one are told too`() {
        let lines = driver(120, 40).lines
        let detail = lines.drop { !$0.contains("── ? outlet not stated → Gull Wire") }
        #expect(detail.contains { $0.contains("── T The Tide → Gull Wire → her office") })
        #expect(!detail.contains { $0.contains("▸T") })
    }

    @Test func `a wide screen tells them in two columns`() {
        let heading = "── ? outlet not stated → Gull Wire"
        let narrow = driver(200, 18).lines.first { $0.contains(heading) } ?? ""
        #expect(narrow.contains("─┬── "))
        // All of it has room in one column.
        let tall = driver(200, 60).lines.first { $0.contains(heading) } ?? ""
        #expect(!tall.contains("┬"))
    }

    @Test func `how the chains of each article end is told at every size`() {
        for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
            let text = driver(columns, rows).text
            #expect(
                text.contains("a name / unnamed / no speaker given")
                    || rows == 24 && text.contains("a name/unnamed/none:  "))
            #expect(text.contains("T 1/1/0") || text.contains("T\u{A0}1/1/0"))
        }
    }

    @Test func `nothing of the legend and of what is left out is cut at 80 columns`() {
        let lines = driver(80, 24).lines
        #expect(lines[1].contains("o shows 1 straight") && !lines[1].contains("…"))
        #expect(lines[22].contains("◦ by rule") && !lines[22].contains("…"))
    }
}
