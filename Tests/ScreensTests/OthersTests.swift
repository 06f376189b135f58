import Queries
import TestSupport
import Testing

@testable import Screens

/// What is narrowed says by what and how much, and shows the rest on a key.
@Suite struct OthersTests {
    @Test func `how many are hidden and by what stands beside the query`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("3j<Space>")
        #expect(driver.lines[1].contains("3 of 4 articles, 1 hidden by the filter, 4 passages"))
        driver.press("2j<Space>")
        #expect(driver.lines[1].contains("2 of 4 articles, 2 hidden by 2 filters, 5 passages"))
        driver.press("/lind<Enter>")
        // What is asked comes before who hides the others, where the line has no room for both.
        #expect(driver.lines[1].contains("2 of 4 articles, 2 hidden by 2 filters and"))
        driver.resize(columns: 100, rows: 40)
        #expect(driver.lines[1].contains("/ lind   2 of 4 articles, 2 hidden, 5 passages"))
    }

    @Test func `while a search is typed its counts stand in the same frame`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/draft")
        #expect(driver.lines[1].hasPrefix(" / draft "))
        #expect(driver.lines[1].hasSuffix("2 of 4 articles, 2 hidden by the search, 2 passages"))
    }

    @Test func `f lists all, then dims what does not fit, then hides it again`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/draft<Enter>")
        #expect(driver.state.place.browse.list.total == 2)
        driver.press("f")
        #expect(driver.state.place.browse.list.total == 4)
        #expect(driver.lines[1].contains("2 of 4 articles, 2 others listed too, 2 passages"))
        #expect(!driver.text.contains("no match"))
        driver.press("f")
        #expect(driver.lines[1].contains("2 dimmed"))
        #expect(driver.lines.count { $0.contains("no match  ") } == 2)
        driver.press("f")
        #expect(driver.state.place.browse.list.total == 2)
        #expect(driver.lines[1].contains("2 hidden by the search"))
    }

    @Test func `dimmed rows are quiet, the others are not`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/draft<Enter>ff")
        let canvas = driver.frame.canvas
        for (row, line) in driver.lines.enumerated() {
            guard let at = line.firstRange(of: "Border buoys drift") else { continue }
            let column = line.distance(from: line.startIndex, to: at.lowerBound)
            #expect(canvas[column, row].style.role == .quiet)
        }
        for (row, line) in driver.lines.enumerated() {
            guard let at = line.firstRange(of: "Lind returns") else { continue }
            let column = line.distance(from: line.startIndex, to: at.lowerBound)
            #expect(canvas[column, row].style.role == .text)
        }
    }

    @Test func `n passes over what does not fit`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/buoys<Enter>ffnn")
        #expect(driver.state.place.browse.list.selected?.isMet == true)
        #expect(driver.state.place.browse.list.selected?.id.first == "1")
    }

    @Test func `without a filter f says that nothing is hidden`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("f")
        #expect(driver.text.contains("Every article is listed"))
    }

    @Test func `a query too long for its line keeps its counts`() {
        var driver = Driver(SampleCorpus.archive, columns: 80, rows: 24)
        driver.press("/northland OR southland OR quota OR buoys OR zebra<Enter>")
        #expect(driver.lines[1].hasSuffix("zebra   4 of 4 articles"))
        driver.press("/ OR treaty OR harbour OR pilots OR fees<Enter>")
        #expect(driver.lines[1].contains("…  4 of 4"))
    }

    @Test func `the days of the articles stand beside the query`() {
        var driver = Driver(SampleCorpus.archive)
        #expect(driver.lines[1].contains("No filter   all 4 articles"))
        #expect(driver.lines[1].contains("█"))
        #expect(driver.lines[1].hasSuffix("10 May"))
        driver.press("/drift")
        #expect(driver.lines[1].contains("10 May"))
        let bars = driver.lines[1].filter { "▁▂▃▄▅▆▇█".contains($0) }
        #expect(bars == "█")
    }

    @Test func `the days stand beside what is typed, on narrow screens below`() {
        var driver = Driver(SampleCorpus.archive, columns: 120, rows: 40)
        driver.press("/draft")
        #expect(driver.lines[1].contains("10 May  2 of 4 articles"))
        var narrow = Driver(SampleCorpus.archive, columns: 96, rows: 24)
        narrow.press("/draft")
        #expect(!narrow.lines[1].contains("10 May"))
        #expect(narrow.lines[22].contains("10 May   1 of 2"))
        narrow.press("<C-u>")
        #expect(!narrow.lines[22].contains("10 May"))
    }

    @Test(arguments: [
        ([0, 0], "  "), ([1, 8, 0, 4], "▁█ ▄"), ([1], "█"), ([1, 100], "▁█"),
    ])
    func `a bar is as high as its count`(counts: [Int], bars: String) {
        #expect(Strip.time(counts) == bars)
    }
}
