import Analysis
import Intake
import Queries
import Screens
import TestSupport
import Testing

@Suite struct TimelineTests {
    private func driver(_ columns: Int = 120, _ rows: Int = 40) -> Driver {
        var driver = Driver(SampleCorpus.dated, columns: columns, rows: rows)
        driver.press("T")
        return driver
    }

    private func timeline(_ driver: Driver) throws -> Timeline {
        try #require(driver.state.place.timeline.timeline)
    }

    @Test func `going to an event ends at its row`() throws {
        var driver = Driver(SampleCorpus.dated)
        driver.press("<C-p>meeting on<Enter>")
        #expect(driver.state.place.screen == .timeline)
        #expect(driver.state.place.timeline.selectedRow?.id == "breakwater")
    }

    @Test(arguments: ["storm", "recess"])
    func `an event that is folded away is gone to where it stands`(event: String) {
        var driver = Driver(SampleCorpus.dated)
        driver.press("<C-p>\(event)<Enter>")
        #expect(driver.state.place.timeline.selectedRow?.id == event)
    }

    @Test func `a fold that one comes back to is a fold still`() {
        var driver = driver()
        while driver.state.place.timeline.selectedRow != nil { driver.press("j") }
        let line = driver.state.place.timeline.cursor.index
        driver.press("MH")
        #expect(driver.state.place.timeline.cursor.index == line)
        #expect(driver.state.place.timeline.selectedRow == nil)
    }

    @Test func `events and days of no event stand by day, with who tells of them`() throws {
        let driver = driver()
        let timeline = try timeline(driver)
        #expect(timeline.rows.map(\.id).first == "breakwater")
        #expect(timeline.rows.map { $0.event == nil } == [false, true, false, false, false, false])
        #expect(timeline.rows[0].articleCount > 1)
        #expect(timeline.rows[1].counts == [0, 0, 0, 1])
        #expect(timeline.vagueDates == 1)
        #expect(driver.lines[0].contains("1 of 5 events told of · 1 other day"))
        #expect(driver.lines[1].contains("left out: 1 date longer than a month"))
        #expect(driver.lines.contains { $0.contains("◦ Border buoys have become a point") })
    }

    @Test func `an article that came out before the day is marked`() throws {
        let timeline = try timeline(driver())
        let signing = try #require(timeline.rows.first { $0.id == "signing" })
        #expect(timeline.columns.indices.allSatisfy { timeline.isAhead(signing, column: $0) })
        #expect(
            !timeline.columns.indices.contains { timeline.isAhead(timeline.rows[0], column: $0) })
    }

    @Test func `events that nobody tells of are folded, and o unfolds them`() {
        var driver = driver()
        #expect(driver.text.contains("2 dossier events, 6–20 Mar 2031: found in no article"))
        #expect(driver.text.contains("2 dossier events, 1–2 Jun 2031: after the last article"))
        #expect(!driver.text.contains("● Storm at the harbour"))
        driver.press("o")
        #expect(driver.text.contains("● Storm at the harbour"))
        #expect(driver.text.contains("● Feast"))
        driver.press("G<Enter>")
        #expect(driver.text.contains("Found in none of these articles."))
        driver.press("o<Enter>")
        #expect(driver.text.contains("● Feast"))
    }

    @Test func `Enter ends at the chosen sentence`() throws {
        var driver = driver()
        // The first row is told of in several sentences.
        driver.press("gg")
        let row = try #require(driver.state.place.timeline.selectedRow)
        try #require(row.sentences.count > 1)
        driver.press("l")
        #expect(driver.state.place.timeline.selectedCitation == row.sentences[1])
        driver.press("W")
        #expect(driver.text.contains("”, rule name-of-event"))
        driver.press("<Enter>")
        #expect(driver.state.place.screen == .reader)
        #expect(driver.state.place.reader.articleID == row.sentences[1].articleID)
        #expect(driver.state.place.reader.sentence == row.sentences[1].sentence)
        driver.press("q")
        #expect(driver.state.place.screen == .timeline)
        #expect(driver.state.place.timeline.selectedCitation == row.sentences[1])
    }

    @Test func `a click selects a row and a second one opens it`() throws {
        var driver = driver()
        let line = try #require(driver.lines.firstIndex { $0.contains("◦ Border buoys") })
        let click = Key.mouse(.init(kind: .press, column: 30, row: line))
        driver.send(.key(click))
        #expect(driver.state.place.timeline.selectedRow?.event == nil)
        driver.send(.key(click))
        #expect(driver.state.place.screen == .reader)
    }

    @Test func `where cells have no room the letters stand in a strip`() throws {
        let letters = try timeline(driver()).columns.compactMap(\.letter).joined()
        #expect(driver(48, 24).lines.contains { $0.hasSuffix(letters) || $0.contains(letters) })
    }

    @Test func `the timeline is of the articles that the list is narrowed to`() throws {
        var driver = Driver(SampleCorpus.dated)
        driver.press("1<Space>T")
        #expect(try timeline(driver).articleCount < SampleCorpus.articles.count)
    }

    @Test func `below the sentences of a row stand those of the rows after it`() throws {
        var driver = driver()
        driver.press("k")
        let lines = driver.lines
        let first = try #require(lines.firstIndex { $0.contains("── Meeting on the breakwater") })
        let next = try #require(lines.firstIndex { $0.contains("── 3 Mar 2031, no event") })
        #expect(next > first && lines[next].contains("1 sentence"))
        let detail = lines.dropFirst(first + 1)
        #expect(detail.filter { $0.contains("▸") }.count == 1)
        // A row that folds events has no sentences to tell.
        #expect(!detail.contains { $0.contains("── Events that no article") })
    }

    @Test func `the legend is whole, and says nothing of marks that are not seen`() {
        #expect(driver(120, 40).lines[38].contains("+2: two more"))
        #expect(!driver(80, 24).lines[22].contains("…"))
        #expect(!driver(60, 24).lines[22].contains("+2"))
        #expect(!driver(120, 40).text.contains("›"))
    }

    @Test func `where a word has no room, a mark and the legend say what is ahead`() throws {
        let sample = SampleCorpus.dated
        let day = try #require(Day(iso: "2031-01-01"))
        let early = sample.articles.map { analyzed in
            var analyzed = analyzed
            analyzed.article.published = PublicationDate(day: day)
            return analyzed
        }
        var driver = Driver(
            MemoryArchive(dossier: sample.dossier, articles: early), columns: 80, rows: 24)
        driver.press("T")
        #expect(driver.text.contains("§1›"))
        #expect(driver.lines[22].contains("›: ahead  "))
    }
}
