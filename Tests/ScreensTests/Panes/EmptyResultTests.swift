import Queries
import TestSupport
import Testing

@testable import Screens

@Suite struct EmptyResultTests {
    @Test(arguments: [
        ("zebra or quota", "zebra OR quota"), ("quota not zebra", "quota NOT zebra"),
        ("zebra OR quota", nil), ("\"zebra or quota\"", nil), ("zebra quota", nil),
    ])
    func `words that join in capitals are offered so`(typed: String, offered: String?) {
        var narrowing = BrowseScreen.Narrowing()
        narrowing.search = typed
        let ways = EmptyResult(narrowing).ways(Labels(dossier: SampleCorpus.archive.dossier))
        let searches = ways.map(\.words).filter { $0.hasPrefix("Search for ") }
        #expect(searches == (offered.map { ["Search for \($0)"] } ?? []))
    }

    @Test func `Enter on it searches for either`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("4/zebra or quota<Enter>")
        #expect(driver.state.place.browse.isEmptyResult)
        driver.press("Gk")
        #expect(driver.text.contains("▸Search for zebra OR quota"))
        driver.press("<Enter>")
        #expect(driver.state.place.browse.narrowing.search == "zebra OR quota")
        #expect(!driver.state.place.browse.isEmptyResult)
    }

    @Test(arguments: [
        ("4/herald<Enter>", "▸Search for source:herald"),
        ("4/source:gull<Enter>", "▸Search for cites:gull"),
    ])
    func `a name that no text has as a word is offered by its field`(keys: String, way: String) {
        var driver = Driver(SampleCorpus.archive, columns: 80, rows: 24)
        driver.press(keys)
        #expect(driver.text.contains(way), "\(driver.text)")
        driver.press("<Enter>")
        #expect(!driver.state.place.browse.isEmptyResult)
    }

    @Test func `a part that is found alone is offered by no field`() {
        var driver = Driver(SampleCorpus.archive, columns: 80, rows: 24)
        driver.press("4/holm zebra<Enter>")
        #expect(driver.state.place.browse.isEmptyResult && !driver.text.contains("actor:"))
    }

    @Test func `a long part is cut and nothing stands over it`() {
        var driver = Driver(SampleCorpus.archive, columns: 80, rows: 24)
        let phrase = "guarantees and the recognition of everything in between"
        driver.press("4/zebra<Space>\"" + phrase.replacing(" ", with: "<Space>") + "\"<Enter>")
        let rows = driver.text.split(separator: "\n")
        #expect(rows.contains { $0.contains("recognition of ev…  0 of") })
        #expect(rows.contains { $0.contains("everything in …  ") })
    }
}
