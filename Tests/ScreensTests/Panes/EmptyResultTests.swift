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

    @Test func `asking why nothing fits changes nothing`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("4/zebra<Enter>W")
        #expect(driver.state.place.browse.narrowing.search == "zebra")
        #expect(driver.text.contains("Each part of the search is counted here"))
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
        ("4/actor:hplm<Enter>", "▸Search for actor:holm"),
        ("4/actor:northlnad<Enter>", "▸Search for actor:northland"),
        ("4/point:qouta<Enter>", "▸Search for point:quota"),
    ])
    func `a name that no text has as a word, or has otherwise, is offered by its field`(
        keys: String, way: String
    ) {
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

    @Test(arguments: [(80, 24), (80, 12), (120, 40)])
    func `of many parts the selected way is seen, and all can be reached`(columns: Int, rows: Int) {
        var driver = Driver(SampleCorpus.archive, columns: columns, rows: rows)
        let words = (0..<14).map { "zebra\($0)" }
        driver.press("4/" + words.joined(separator: "<Space>") + "<Enter>")
        #expect(driver.text.contains("▸"), "\(driver.text)")
        driver.press("gg")
        #expect(driver.text.contains("▸Search without zebra0"), "\(driver.text)")
        for _ in 0..<13 { driver.press("j") }
        #expect(driver.text.contains("▸Search without zebra13"), "\(driver.text)")
        driver.press("j")
        #expect(driver.text.contains("▸Search for any of the words"), "\(driver.text)")
        driver.press("<Enter>")
        #expect(driver.state.place.browse.narrowing.search.hasPrefix("zebra0 OR zebra1 OR"))
    }

    @Test(arguments: [(20, 6), (163, 6), (158, 7), (60, 8), (60, 9)])
    func `on a low screen the ways on have the rows, and none is over the keys`(
        columns: Int, rows: Int
    ) {
        var driver = Driver(SampleCorpus.archive, columns: columns, rows: rows)
        driver.press("4/zebra<Space>yak<Enter>")
        #expect(driver.text.contains("▸Take"), "\(driver.text)")
        #expect(!driver.lines[rows - 1].contains("▸"), "\(driver.text)")
        driver.press("gg")
        #expect(driver.text.contains("▸Search"), "\(driver.text)")
    }

    @Test func `a word that is spelled almost so is offered and found by Enter`() {
        var driver = Driver(SampleCorpus.archive, columns: 80, rows: 24)
        driver.press("4/quotta<Enter>")
        #expect(driver.text.contains("▸Search for quota "), "\(driver.text)")
        driver.press("<Enter>")
        #expect(driver.state.place.browse.narrowing.search == "quota")
        #expect(driver.lines[1].contains("/ quota"))
    }

    @Test func `beside other parts it is counted with none of them`() {
        var driver = Driver(SampleCorpus.archive, columns: 80, rows: 24)
        driver.press("4/quotta zebra<Enter>".replacing(" ", with: "<Space>"))
        let row = driver.lines.first { $0.contains("Search for zebra quota") }
        #expect(row?.contains("article") == false, "\(driver.text)")
    }
}
