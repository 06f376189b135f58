import TestSupport
import Testing

@testable import Screens

@Suite struct HelpScreenTests {
    private func driver(_ columns: Int, _ rows: Int) -> Driver {
        var driver = Driver(SampleCorpus.archive, columns: columns, rows: rows)
        driver.press("?")
        return driver
    }

    @Test func `a wide screen has the keys in two columns, and a click finds its row in both`() {
        var driver = driver(200, 30)
        let body = driver.state.screenLayout.body
        let columns = HelpScreen.keyColumns(of: body)
        #expect(columns.count == 2)
        for (area, first) in zip(columns, [0, columns[0].rows]) {
            let press = Key.Mouse(kind: .press, column: area.column + 8, row: area.row + 3)
            driver.send(.key(.mouse(press)))
            #expect(driver.state.place.help.cursor.index == first + 3)
        }
    }

    @Test func `marks, queries and words stand beside the keys where there is room`() {
        #expect(driver(120, 40).text.contains("── Query, in short"))
        #expect(driver(120, 40).text.contains("── Words"))
        #expect(!driver(80, 24).text.contains("── Marks"))
    }

    @Test func `where there is none the marks stand below the keys, and are found by a word`() {
        var narrow = driver(80, 24)
        narrow.press("without colour")
        #expect(narrow.text.contains("=               say the same"))
        narrow.press("<C-u>nothing found")
        #expect(narrow.lines.contains { $0.contains("·  ") && $0.contains("nothing found of it") })
        #expect(narrow.lines[0].contains("0 of "))
        narrow.press("<Enter>")
        #expect(narrow.state.place.screen == .help)
        var wide = driver(120, 40)
        wide.press("nothing found of it")
        #expect(wide.text.contains("No command fits"))
    }

    @Test func `a command that is found by its name alone is shown with it`() {
        var driver = driver(120, 40)
        driver.press("matrix")
        #expect(driver.text.contains("and who leaves it out (show-matrix)"))
        #expect(driver.lines[0].contains(" of \(Registry.all.count) commands"))
    }

    @Test(arguments: [
        ("<Left>", "go back"), ("<Home><Delete>", "go back"), ("<Backspace>", "go bac"),
        ("<C-w>", "go "), ("<C-u>", ""),
    ])
    func `what narrows it is edited as in a prompt`(keys: String, text: String) {
        var driver = driver(120, 40)
        driver.press("go back" + keys)
        #expect(driver.state.place.help.text == text)
    }

    @Test func `a command is found by any of its keys, also one bound just now`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press(":bind gz show-matrix<Enter>?gz")
        #expect(driver.text.contains("Show who speaks of which point"))
        driver.press("<Enter>")
        #expect(driver.state.place.screen == .matrix)
    }

    @Test func `a summary that is cut stands whole in the line of the legend`() {
        var driver = driver(100, 30)
        driver.press("jump")
        #expect(driver.lines[4].contains("…"))
        #expect(
            driver.lines[28].contains("Show letters at what can be selected; typing goes there"))
    }
}
