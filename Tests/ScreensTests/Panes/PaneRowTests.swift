import TestSupport
import Testing

@testable import Screens

@Suite struct PaneRowTests {
    private func rules(_ driver: Driver) -> [Int] { driver.state.paneRow?.rules ?? [] }

    @Test(arguments: [0, 1, 20, 45, 77, 400, 1000])
    func `no pane gets narrower than can be read, and all fill the screen`(wanted: Int) {
        var widths = PaneWidths()
        for pane in PaneWidths.Pane.allCases { widths.columns[pane] = wanted }
        for columns in 70...260 {
            let layout = ScreenLayout(
                size: Size(columns: columns, rows: 40), hasQuery: false, widths: widths)
            let rows = PaneName.allCases.map { BrowseLayout(layout, focus: $0).row }
            for case let row? in rows + [ReaderScreen.row(layout)] {
                let given = row.parts.map(\.columns)
                #expect(given.reduce(row.rules.count, +) == columns)
                #expect(zip(given, row.least).allSatisfy { $0 >= $1 }, "\(columns): \(given)")
            }
        }
    }

    @Test(arguments: [
        (200, "2 3 5", [40, 60]), (120, "1 1 2", [30, 34]), (80, "1 1 9", [40]),
        (120, "1 98 1", [20, 68]), (50, "2 3 5", []),
    ])
    func `the list shares the screen as it is told to, and no pane gets too narrow`(
        columns: Int, shares: String, given: [Int]
    ) {
        var driver = Driver(SampleCorpus.archive, columns: columns, rows: 40)
        driver.press(":set panes \(shares)<Enter>")
        let parts = driver.state.paneRow?.parts ?? []
        #expect(parts.prefix(given.count).map(\.columns) == given)
        driver.press(":set panes auto<Enter>")
        let own = Driver(SampleCorpus.archive, columns: columns, rows: 40)
        #expect(driver.state.paneRow == own.state.paneRow)
    }

    @Test(arguments: [(100, 30), (120, 40), (200, 60)])
    func `a rule that is dragged takes from one pane what it gives the other`(size: (Int, Int)) {
        var driver = Driver(SampleCorpus.archive, columns: size.0, rows: size.1)
        let before = rules(driver)
        for (index, rule) in before.enumerated() {
            driver.mouse(.press, rule, 12)
            driver.mouse(.drag, rule - 3, 20)
            driver.mouse(.release, rule - 3, 20)
            #expect(rules(driver)[index] == rule - 3)
            for other in before.indices where other != index {
                #expect(rules(driver)[other] == before[other] - (other < index ? 3 : 0))
            }
        }
        #expect(driver.lines[20].contains("│"))
        driver.press("=")
        #expect(rules(driver) == before)
    }

    @Test func `a rule stops where a pane could not be read any more`() {
        var driver = Driver(SampleCorpus.archive)
        let rule = rules(driver)[0]
        driver.mouse(.press, rule, 12)
        driver.mouse(.drag, 0, 12)
        #expect(driver.state.paneRow?.parts.map(\.columns)[0] == 20)
        driver.mouse(.drag, 500, 12)
        #expect(driver.state.paneRow?.parts.map(\.columns)[1] == 34)
    }

    @Test func `the columns of the reader are dragged alike`() {
        var driver = Driver(SampleCorpus.archive, columns: 200, rows: 60)
        driver.press("4<Enter>")
        let before = rules(driver)
        driver.mouse(.press, before[1], 30)
        driver.mouse(.drag, before[1] + 6, 30)
        #expect(rules(driver) == [before[0], before[1] + 6])
        driver.mouse(.release, before[1] + 6, 30)
        driver.press("<lt>")
        #expect(rules(driver) == [before[0] - 2, before[1] + 6])
        driver.press("<Tab>>>")
        #expect(rules(driver) == [before[0] - 2, before[1] + 2])
    }

    @Test(arguments: [
        ("1>", 0, 2), ("4>", 1, 2), ("4<lt>", 1, -2), ("5>", 1, -2), ("5<lt><lt>", 1, 4),
    ])
    func `keys make the pane one is in wider and narrower`(keys: String, rule: Int, by: Int) {
        var driver = Driver(SampleCorpus.archive)
        let before = rules(driver)
        driver.press(keys)
        #expect(rules(driver)[rule] == before[rule] + by)
        #expect(rules(driver)[1 - rule] == before[1 - rule])
        driver.press(String(repeating: "<lt>", count: 60))
        #expect(driver.text.contains("gets no narrower"))
    }

    @Test func `where one pane stands alone, that is said`() {
        var driver = Driver(SampleCorpus.archive, columns: 60, rows: 20)
        driver.press(">")
        #expect(driver.text.contains("No other pane stands beside this one."))
    }

    @Test(arguments: [(80, 24), (120, 40), (200, 60)])
    func `widths come back in the next session`(size: (Int, Int)) {
        var driver = Driver(SampleCorpus.archive, columns: size.0, rows: size.1)
        driver.press("1>>>4>")
        let session = Session(driver.state.session.text)
        #expect(session == driver.state.session)
        let after = Driver(
            SampleCorpus.archive, columns: size.0, rows: size.1, resuming: session)
        #expect(after.state.paneRow == driver.state.paneRow)
    }
}
