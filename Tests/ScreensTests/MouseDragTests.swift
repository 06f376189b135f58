import Analysis
import Intake
import Queries
import TestSupport
import Testing

@testable import Screens

@Suite struct MouseDragTests {
    /// The line at which a title begins.
    private func row(of title: String, _ driver: Driver) -> Int {
        driver.lines.firstIndex { $0.contains(title) } ?? 0
    }

    private static let column = 60

    @Test(arguments: [
        ("Border buoys", "Quota divides", ["4", "3", "2"]),
        ("Quota divides", "Border buoys", ["2", "3", "4"]),
        ("Lind returns", "Envoys meet", ["3", "2", "1"]),
    ])
    func `rows that are dragged over are picked`(from: String, to: String, picked: [String]) {
        var driver = Driver(SampleCorpus.archive)
        let (first, last) = (row(of: from, driver), row(of: to, driver))
        driver.mouse(.press, Self.column, first)
        #expect(driver.state.chosen == [])
        driver.mouse(.drag, Self.column, last)
        driver.mouse(.release, Self.column, last)
        #expect(driver.state.chosen.map { String($0.prefix(1)) } == picked)
        #expect(driver.state.place.screen == .browse)
        #expect(driver.state.place.browse.list.selected?.id.first == picked.last?.first)
        driver.press("u")
        #expect(driver.state.chosen == [])
    }

    @Test func `dragging back lets go of what was dragged over, not of what was picked before`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("jv")
        let (first, last) = (row(of: "Border buoys", driver), row(of: "Envoys meet", driver))
        driver.mouse(.press, Self.column, first)
        driver.mouse(.drag, Self.column, last)
        #expect(driver.state.chosen.count == 4)
        driver.mouse(.drag, Self.column, first)
        #expect(driver.state.chosen.map { $0.first } == ["3", "4"])
        driver.mouse(.release, Self.column, first)
        #expect(driver.state.place.screen == .browse)
        driver.press("u")
        #expect(driver.state.chosen.map { $0.first } == ["3"])
    }

    @Test func `below the list it goes on row by row, also to rows that are not held`() {
        let articles = (0..<300).map { number in
            var copy = SampleCorpus.articles[1]
            copy.article.id = "\(1000 + number)"
            return copy
        }
        var driver = Driver(MemoryArchive(dossier: SampleCorpus.dossier, articles: articles))
        driver.mouse(.press, Self.column, 4)
        for _ in 0..<250 { driver.mouse(.drag, Self.column, 39) }
        #expect(driver.state.chosen.count == 251)
        for _ in 0..<300 { driver.mouse(.drag, Self.column, 0) }
        #expect(driver.state.chosen.count == 1)
    }

    @Test(arguments: [(60, 3), (10, 5), (100, 10), (60, 38), (0, 0)])
    func `what was not pressed on is not dragged`(column: Int, row: Int) {
        var driver = Driver(SampleCorpus.archive)
        let before = driver.state
        driver.mouse(.drag, column, row)
        driver.mouse(.drag, column + 5, row + 5)
        driver.mouse(.release, column + 5, row + 5)
        #expect(driver.state == before)
    }

    @Test func `a drag from another pane, in the reader and after a key does nothing`() {
        var driver = Driver(SampleCorpus.archive)
        driver.mouse(.press, 5, 5)
        driver.mouse(.drag, Self.column, 8)
        #expect(driver.state.chosen == [])
        driver.mouse(.press, Self.column, 4)
        driver.press("l")
        driver.mouse(.drag, Self.column, 10)
        #expect(driver.state.chosen == [])
        driver.press("4<Enter>")
        driver.mouse(.press, 8, 5)
        let before = driver.state
        driver.mouse(.drag, 8, 9)
        #expect(driver.state == before)
    }

    @Test func `a row that is selected opens when it is let go`() {
        var driver = Driver(SampleCorpus.archive)
        let line = row(of: "Border buoys", driver)
        driver.mouse(.press, Self.column, line)
        #expect(driver.state.place.screen == .browse)
        driver.mouse(.release, Self.column, line)
        #expect(driver.state.place.screen == .reader)
    }

    /// Clicks in the middle of words on the line of keys, or in the first line.
    private func click(_ words: String, row: Int, _ driver: inout Driver) throws {
        let line = driver.lines[row]
        let place = try #require(line.firstRange(of: words))
        let column = line.distance(from: line.startIndex, to: place.lowerBound) + words.count / 2
        driver.mouse(.press, column, row)
    }

    @Test func `a click on a hint does what its key does`() throws {
        var driver = Driver(SampleCorpus.archive)
        try click("matrix", row: 39, &driver)
        #expect(driver.state.place.screen == .matrix)
        try click("q back", row: 39, &driver)
        #expect(driver.state.place.screen == .browse)
        try click("search", row: 39, &driver)
        #expect(driver.state.prompt?.kind == .search)
        try click("as it was", row: 39, &driver)
        #expect(driver.state.prompt == nil)
        try click("? help", row: 0, &driver)
        #expect(driver.state.place.screen == .help)
    }

    @Test func `a click between hints, or on a message that stands there, does nothing`() {
        var driver = Driver(SampleCorpus.archive, columns: 80, rows: 24)
        driver.mouse(.press, 0, 23)
        driver.press(":set taste sour<Enter>")
        #expect(driver.lines[23].contains("clipboard"))
        driver.mouse(.press, 14, 23)
        #expect(driver.state.place.screen == .browse && driver.state.prompt == nil)
    }
}
