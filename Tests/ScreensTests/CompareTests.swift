import Analysis
import Foundation
import Intake
import Queries
import TestSupport
import Testing

@testable import Screens

@Suite struct CompareTests {
    private func comparing(columns: Int, rows: Int = 40) -> Driver {
        var driver = Driver(SampleCorpus.archive, columns: columns, rows: rows)
        driver.press("jj<Space>k<Space>c")
        return driver
    }

    @Test func `two picked articles stand side by side`() {
        let driver = comparing(columns: 120)
        #expect(driver.lines[0].contains("Compare, side by side"))
        #expect(driver.text.contains("◦ Quota tonnes: "))
        let row = driver.lines.first { $0.contains("≠") } ?? ""
        #expect(row.contains("The fishing quota divides") && row.contains("The quota stands at"))
    }

    @Test func `one under the other, the letters are told, with the days where there is room`() {
        #expect(
            comparing(columns: 80).lines[2].hasPrefix(
                "━━ T Tide, 2 Mar 2031 · S Southland Herald, ~4 Mar 2031 ━"))
        #expect(comparing(columns: 50).lines[2].hasPrefix("━━ T Tide · S Southland Herald ━"))
    }

    @Test func `on a low screen, too, it is said how they are aligned`() {
        var driver = comparing(columns: 80, rows: 24)
        #expect(driver.text.contains("━ by sentence ━"))
        driver.press("s")
        #expect(driver.text.contains("━ by point ━"), "\(driver.text)")
    }

    @Test(arguments: [(100, "  T Tide, 2 Mar 2031"), (120, "S Southland Herald, ~4 Mar 2031")])
    func `over a column the day is never cut`(columns: Int, title: String) {
        let heading = comparing(columns: columns).lines[2]
        #expect(heading.contains("2 Mar 2031") && heading.contains("~4 Mar 2031"), "\(heading)")
        #expect(!heading.contains("20…"))
    }

    @Test func `what one alone says is counted for each article, or for all together`() {
        var driver = Driver(SampleCorpus.archive, columns: 105, rows: 30)
        driver.press("<Space>j<Space>j<Space>c")
        #expect(driver.state.place.compare.articles.count == 3)
        let sum = (0..<3).reduce(0) { $0 + driver.state.place.compare.onlyCount(column: $1) }
        #expect(driver.lines[0].contains("\(sum) in one alone"), "\(driver.lines[0])")
        driver.resize(columns: 140, rows: 30)
        #expect(driver.lines[0].components(separatedBy: " only ").count == 4)
    }

    @Test func `a row above that is in view is gone to without scrolling`() throws {
        var driver = comparing(columns: 100, rows: 15)
        driver.press("oG")
        let body = driver.lines[3..<12]
        let row = try #require(driver.lines.firstIndex { $0.hasPrefix("▸") })
        #expect(driver.state.place.compare.cursor.top > driver.state.place.compare.cursor.index)
        driver.press("k")
        #expect(driver.lines[3..<12].map { $0.dropFirst() } == body.map { $0.dropFirst() })
        #expect(try #require(driver.lines.firstIndex { $0.hasPrefix("▸") }) < row)
    }

    @Test func `a fact that no row shows whole stands above all, by its own words`() {
        var archive = SampleCorpus.archive
        archive.disagreements = [archive.disagreements[0]]
        archive.disagreements[0].relation = .spelling
        for index in archive.disagreements[0].values.indices {
            archive.disagreements[0].values[index].sentence = 0
            archive.disagreements[0].values[index].range = 0..<3
        }
        var driver = Driver(archive, columns: 120, rows: 40, screen: .overview)
        driver.press("<Enter>")
        #expect(driver.lines[3] == "▸≈ Quota tonnes: 30,000 tonnes or 40,000 tonnes")
        #expect(driver.lines[4].hasPrefix("   ?  §1 Ada Holm"))
        driver.press("<Enter>")
        #expect(driver.state.place.reader.sentence == 0)
    }

    @Test func `one sign stands at the row one is on, by point as well`() {
        var driver = comparing(columns: 120)
        #expect(driver.text.split(separator: "▸").count == 2)
        driver.press("s")
        #expect(driver.lines[1].contains("Aligned by point"))
        #expect(driver.text.split(separator: "▸").count == 2)
    }

    @Test func `by point a row differs where they differ on a fact of the point`() throws {
        var driver = comparing(columns: 120)
        driver.press("s")
        let name = try #require(
            driver.lines.firstIndex {
                $0.hasSuffix("Fishing quota") || $0.contains("Fishing quota ")
            })
        #expect(driver.lines[name + 1].contains("Quota tonnes: "))
        #expect(driver.lines[name + 2].contains("≠"))
        #expect(driver.lines[0].contains("1 differs"))
        driver.press("G]")
        #expect(driver.lines[name].hasPrefix("▸"))
    }

    @Test func `w lets the second article lead, and back`() {
        var driver = comparing(columns: 120)
        let ids = driver.state.place.compare.articles.map(\.article.id)
        driver.press("sw")
        #expect(driver.state.place.compare.articles.map(\.article.id) == ids.reversed())
        #expect(driver.state.place.compare.alignment == .point)
        driver.press("w")
        #expect(driver.state.place.compare.articles.map(\.article.id) == ids)
    }

    @Test(arguments: [80, 120])
    func `by fact each row has a name over it, what differs first`(columns: Int) throws {
        var driver = comparing(columns: columns)
        driver.press("ss")
        #expect(driver.state.place.compare.alignment == .fact)
        let body = driver.lines.drop { !$0.hasPrefix("▸") }
        let name = try #require(body.first)
        #expect(name.contains("30,000 or 40,000"))
        #expect(driver.state.address?.text.hasSuffix("&by=fact") == true)
        driver.press("<Enter>")
        #expect(driver.state.place.screen == .reader)
        driver.press("qss")
        #expect(driver.state.place.compare.alignment == .sentence)
    }

    @Test func `facts of one article alone are folded only beside others`() {
        var driver = Driver(SampleCorpus.archive, columns: 120)
        driver.press("<Space>j<Space>css")
        #expect(driver.state.place.compare.alignment == .fact)
        #expect(
            driver.text.contains("40,000") && !driver.text.contains("only in"), "\(driver.text)")
    }

    /// Two articles that differ on a tonnage, one of which gives a day besides.
    private func driverOfFacts(rows: Int) -> Driver {
        var archive = SampleCorpus.archive
        archive.compare = { articles in
            var comparison = SampleCorpus.archive.compare(articles)
            let text = articles[0].article.sentences[0].range
            comparison.facts.append(
                Comparison.FactRow(
                    about: "2031-03-01", kind: .date,
                    places: [
                        .init(column: 0, sentence: 0, range: text.lowerBound..<text.lowerBound + 3)
                    ]))
            return comparison
        }
        var driver = Driver(archive, columns: 120, rows: rows)
        driver.press("jj<Space>k<Space>css")
        return driver
    }

    @Test func `facts of one article alone are not folded where all have room`() {
        for (rows, isFolded) in [(8, true), (40, false)] {
            let driver = driverOfFacts(rows: rows)
            #expect(driver.text.contains("1 fact only T"))
            let blocks = driver.state.place.compare.blocks
            #expect(blocks.count == 2)
            #expect(
                isFolded
                    == blocks.contains { block in
                        if case .folded = block { true } else { false }
                    })
        }
    }

    @Test func `a fold of three articles names the sentences of each`() {
        var driver = Driver(SampleCorpus.archive, columns: 80)
        driver.press("<Space>j<Space>j<Space>c")
        let folds = driver.lines.filter { $0.contains("only in") }
        #expect(!folds.isEmpty)
        #expect(folds.allSatisfy { !$0.contains("…") })
    }

    @Test func `narrow screens show them one under the other`() {
        let driver = comparing(columns: 80)
        #expect(driver.lines[0].contains("one under the other"))
    }

    @Test func `no word of a row is cut at any width`() {
        for columns in [20, 40, 80, 95, 120, 200] {
            var driver = comparing(columns: columns, rows: 120)
            driver.press("o")
            let words = driver.text.split { " \n│‹›≠▸".contains($0) }.map(String.init)
            for word in ["breakwater.", "divides", "signature"] where columns >= 40 {
                if word == "divides" { #expect(words.contains(word), "\(columns)") }
            }
            #expect(words.contains("fees"), "\(columns)")
        }
    }

    @Test func `what only one says is folded, and Enter opens the fold`() {
        var driver = comparing(columns: 120)
        #expect(driver.text.contains("only in"))
        let folded = driver.text
        driver.press("G<Enter>")
        #expect(driver.text != folded)
        #expect(driver.text.contains("frank and wet"))
    }

    @Test func `] goes to the next difference and Enter ends at the sentence`() {
        var driver = comparing(columns: 120)
        driver.press("g]<Enter>")
        #expect(driver.state.place.screen == .reader)
        #expect(driver.state.place.reader.sentence == 0)
        #expect(driver.state.place.reader.articleID == "2222222222222222")
    }

    @Test func `articles are added and taken out`() {
        var driver = comparing(columns: 200)
        driver.press("+")
        #expect(driver.state.place.compare.articles.count == 3)
        driver.press("-")
        #expect(driver.state.place.compare.articles.count == 2)
        driver.press("-")
        #expect(driver.text.contains("Two articles are the least"))
    }

    @Test func `c twice compares two articles without picking`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("cjc")
        #expect(driver.state.place.screen == .compare)
    }

    @Test func `Enter on a clash puts its sentences side by side`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("0<Enter>")
        #expect(driver.state.place.screen == .compare)
        #expect(driver.state.place.compare.articles.count == 3)
    }
}
