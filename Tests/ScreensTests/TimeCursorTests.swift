import Intake
import Queries
import Screens
import TestSupport
import Testing

/// Everything as it was known on a day.
@Suite struct TimeCursorTests {
    private func driver(_ keys: String) -> Driver {
        var driver = Driver(SampleCorpus.dated, columns: 120, rows: 40)
        driver.press(keys)
        return driver
    }

    private var days: [Day] { SampleCorpus.dated.overview.publicationDays }

    @Test func `the list goes back a day of publication at a time, and forward to today`() throws {
        try #require(days.count > 2)
        var driver = driver("{")
        #expect(driver.state.knownOn == days[days.count - 2])
        #expect(driver.state.place.browse.list.total < SampleCorpus.dated.overview.articleCount)
        #expect(driver.text.contains("As known on"))
        driver.press("{")
        #expect(driver.state.knownOn == days[days.count - 3])
        driver.press("}}")
        #expect(driver.state.knownOn == nil)
        #expect(driver.state.place.browse.list.total == SampleCorpus.dated.overview.articleCount)
        driver.press("}")
        #expect(driver.text.contains("Everything is shown; { goes back"))
    }

    @Test func `before the first day nothing was published`() {
        var driver = driver(String(repeating: "{", count: days.count))
        #expect(driver.state.knownOn == days.first)
        #expect(driver.text.contains("Nothing was published before"))
        driver.press("u")
        #expect(driver.state.knownOn != days.first)
    }

    @Test(arguments: ["M", "T", "C", "D", "X", "0"])
    func `a view is opened as of the day of the list, and moves on its own`(key: String) {
        var driver = driver("{" + key)
        #expect(driver.state.knownOn == days[days.count - 2])
        #expect(driver.lines[0].contains("· as known on"))
        driver.press("{")
        #expect(driver.state.knownOn == days[days.count - 3])
        driver.press("q")
        #expect(driver.state.place.screen == .browse)
        #expect(driver.state.knownOn == days[days.count - 2])
    }

    @Test func `a page stays where it was, with what was known`() throws {
        var driver = driver("3<Enter>")
        guard case .point(let page)? = driver.state.place.page.content else {
            Issue.record("no page of a point")
            return
        }
        driver.press("{")
        guard case .point(let earlier)? = driver.state.place.page.content else {
            Issue.record("the page is gone")
            return
        }
        #expect(earlier.point == page.point)
        #expect(earlier.articleCount <= page.articleCount)
        let address = try #require(driver.state.address)
        #expect(address.text.hasSuffix("?q=known:" + days[days.count - 2].iso))
        driver.press("q")
        #expect(driver.state.place.screen == .browse)
    }

    @Test func `a day is typed, and what is no day is refused`() {
        var driver = driver(":known-on 2031-03<Enter>")
        #expect(driver.state.knownOn == Day(iso: "2031-03-31"))
        driver.press(":known-on soon<Enter>")
        #expect(driver.text.contains("“soon” is no date"))
        #expect(driver.state.knownOn == Day(iso: "2031-03-31"))
        driver.press(":known-on<Enter>")
        #expect(driver.state.knownOn == nil)
    }

    @Test func `an address with a day opens as of that day`() {
        let driver = driver(":parley:articles?q=known:2031-03-02%20treaty<Enter>")
        #expect(driver.state.knownOn == Day(iso: "2031-03-02"))
        #expect(driver.state.place.browse.narrowing.search == "treaty")
        #expect(driver.state.address == .articles(query: "treaty known:2031-03-02"))
    }
}
