import Foundation
import Queries
import TestSupport
import Testing

@testable import Screens

/// What narrows the articles of a view is said on it, and how to have all of them back.
@Suite struct ScopeTests {
    private static let views = ["M", "T", "C", "D", "X", "3<Enter>"]

    @Test(arguments: views)
    func `a view of a narrowed list says what hides how many`(keys: String) {
        var driver = Driver(keys == "D" ? SampleCorpus.twoDrafts : SampleCorpus.archive)
        driver.press("2<Space>" + keys)
        #expect(driver.lines[1].contains("actor:Ada Holm"))
        #expect(driver.lines[1].contains("2 of 4 articles, 2 hidden by the filter: U shows all"))
    }

    @Test(arguments: [
        (160, "article 1 of 2, 2 hidden by the filter"), (90, "article 1 of 2, 2 hidden"),
    ])
    func `the reader says of how many it is, and how many are hidden`(columns: Int, words: String) {
        var driver = Driver(SampleCorpus.archive, columns: columns)
        driver.press("2<Space>4<Enter>")
        #expect(driver.state.place.screen == .reader)
        #expect(driver.lines[1].hasSuffix(words), "\(driver.lines[1])")
        #expect(driver.lines[1].contains("actor:Ada Holm"))
    }

    @Test(arguments: views)
    func `U shows all, on the list behind the view too, and going back what was`(keys: String) {
        var driver = Driver(keys == "D" ? SampleCorpus.twoDrafts : SampleCorpus.archive)
        driver.press("2<Space>" + keys)
        let narrowed = driver.lines
        driver.press("U")
        #expect(driver.state.scopeQuery == .everything)
        #expect(!driver.lines[1].contains("hidden"))
        #expect(driver.state.place.browse.narrowing.isEmpty)
        driver.press("H")
        #expect(driver.lines == narrowed)
        #expect(driver.state.place.browse.narrowing.filters.count == 1)
    }

    @Test func `a filter that hides nothing is said to be met by all`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/-zebra<Enter>M")
        #expect(
            driver.lines[1].contains("all 4 articles meet it: U lifts it"), "\(driver.lines[1])")
    }

    @Test func `two sources are alternatives, two names are not`() {
        var driver = Driver(SampleCorpus.archive, columns: 120)
        driver.press("1<Space>j<Space>")
        #expect(driver.state.place.browse.narrowing.filters.count == 2)
        #expect(driver.lines[1].contains(" or "), "\(driver.lines[1])")
        #expect(driver.lines[1].components(separatedBy: "source:").count == 2)
        driver.press("U2<Space>j<Space>")
        #expect(!driver.lines[1].contains(" or "))
        #expect(driver.lines[1].components(separatedBy: "actor:").count == 3)
    }

    @Test func `a day that hides articles is said as such`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("{M")
        #expect(driver.lines[1].contains("3 of 4 articles, 1 hidden by the day: U shows all"))
    }

    @Test func `a view that was opened by its address says its query as one types it`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press(":parley:matrix?q=actor:lind<Enter>")
        #expect(driver.lines[1].contains("Only actor:lind   2 of 4 articles, 2 hidden: U shows"))
    }

    /// What narrows the list is said once, however often and by whichever way it is asked for.
    @Test(arguments: [
        ("1<Enter>1<Enter>", " Filter  source:outlet not stated   1 of 4 articles"),
        ("/source:?<Enter>1<Enter><Enter>", " Filter  source:outlet not stated   1 of 4 articles"),
        ("/quota source:?<Enter>1<Enter>", " Filter  source:outlet not stated   / quota   1 of 4"),
        ("/source:?<Enter>1<Space>", " Filter  source:outlet not stated   1 of 4 articles"),
        ("/source:?<Enter>1<Space><Space>", " No filter   all 4 articles"),
        ("/source:?<Enter>1<Enter>T", " Filter  source:outlet not stated   1 of 4 articles"),
    ])
    func `a condition is set once`(keys: String, line: String) {
        var driver = Driver(SampleCorpus.archive)
        driver.press(keys)
        #expect(driver.lines[1].hasPrefix(line), "\(driver.lines[1])")
    }

    @Test func `Enter on articles without an outlet says when the list has only them already`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("1<Enter>")
        #expect(driver.text.contains("1 of 4 articles"))
        driver.press("<Enter>")
        #expect(driver.text.contains("The list has only articles without an outlet already."))
    }

    @Test func `where nothing is hidden U says so`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("M")
        #expect(driver.lines[1].contains("All 4 articles"))
        driver.press("U")
        #expect(driver.text.contains("Nothing is filtered out here."))
    }
}
