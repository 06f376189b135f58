import TestSupport
import Testing

@testable import Screens

/// The last two lines of the screen.
@Suite struct ViewLegendTests {
    @Test func `a message that is too long goes on in the line of keys, until the next key`() {
        var driver = Driver(SampleCorpus.archive, columns: 80, rows: 24)
        driver.press(":set taste sour<Enter>")
        #expect(driver.lines[22].contains("Error: `taste` is no setting; there are theme,"))
        #expect(!driver.lines[22].contains("…"))
        #expect(driver.lines[23].hasPrefix(" remote, clipboard, panes."))
        driver.press("j")
        #expect(driver.lines[23].contains("Tab pane"))
    }

    @Test func `a message that fits leaves the keys where they are`() {
        var driver = Driver(SampleCorpus.archive, columns: 120, rows: 40)
        driver.press(":set taste sour<Enter>")
        #expect(driver.lines[38].contains("panes."))
        #expect(driver.lines[39].contains("Tab pane"))
    }

    @Test func `what the chosen command does is told whole where its row cuts it`() {
        var driver = Driver(SampleCorpus.archive, columns: 80, rows: 24)
        driver.press(":search")
        #expect(driver.lines[3].contains("…"))
        #expect(
            driver.lines[22].contains("Search all articles as you type; in the reader, its text"))
        driver.press("<Esc>:quit")
        #expect(driver.lines[22].contains("What the settings file takes"))
    }

    @Test(arguments: ["jj<Enter>", "jj<Enter>/quota", "T", "C", "M", "X", "D", "2<Enter>", "B"])
    func `no legend is cut at 80 columns`(keys: String) {
        var driver = Driver(SampleCorpus.archive, columns: 80, rows: 24)
        driver.press(keys)
        #expect(!driver.lines[22].contains("…"), "\(driver.lines[22])")
    }

    @Test(arguments: [(";", "a–z select what bears the letter"), ("m", "a–z mark this place")])
    func `where a letter is waited for, the line of keys names no other`(
        key: String, words: String
    ) {
        var driver = Driver(SampleCorpus.archive)
        driver.press("4" + key)
        let line = driver.lines.last ?? ""
        #expect(line.contains(words) && line.hasSuffix("Esc leave it"), "\(line)")
        #expect(!line.contains("search") && !line.contains("quit"))
    }

    @Test func `where no sentence is selected none is offered`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("4F")
        #expect(Hints.of(driver.state).hints.contains { $0.words == "its sentence" })
        // What is said of an article that nobody edited is all there is.
        var state = driver.state
        (state.place.page.section, state.place.page.item) = (0, 0)
        #expect(!Hints.of(state).hints.contains { $0.words == "its sentence" })
        driver.press("q2<Enter>")
        #expect(driver.lines.last?.contains("its sentence") == true)
    }

    @Test func `of a pattern that nothing matches there is no next match`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("4<Enter>/zzz<Enter>")
        #expect(driver.lines.last?.contains("next match") == false)
        driver.press("/<C-u>a<Enter>")
        #expect(driver.lines.last?.contains("n next match") == true)
    }
}
