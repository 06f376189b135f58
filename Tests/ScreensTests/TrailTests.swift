import Queries
import TestSupport
import Testing

@testable import Screens

/// Where one has been: no way is lost by going back and then elsewhere.
@Suite struct TrailTests {
    @Test func `going back and elsewhere keeps the other branch`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("M")
        driver.press("HT")
        driver.press("HC")
        #expect(
            driver.state.trail.lines.map(\.step.place.screen) == [
                .browse, .matrix, .timeline, .browse,
            ])
        #expect(driver.state.trail.lines.map(\.stem) == ["", "├ ", "├ ", ""])
        driver.press("p")
        #expect(driver.text.contains("├ Timeline"))
        #expect(driver.text.contains("here"))
        driver.press("matrix<Enter>")
        #expect(driver.state.place.screen == .matrix)
    }

    @Test func `the letters of marks are told with where they lead`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/lind<Enter>ma")
        driver.press("Mmb'")
        let line = driver.lines.first { $0.contains("Go to mark: ") } ?? ""
        #expect(line.contains("a Articles lind   b Matrix, points by article"), "\(driver.text)")
        driver.press("a")
        #expect(driver.state.place.screen == .browse)
    }

    @Test func `where a letter leads is undone and redone`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("maM")
        driver.press("mau")
        #expect(driver.text.contains("'a leads where it led before."))
        driver.press("'a")
        #expect(driver.state.place.screen == .browse)
        driver.press("<C-r>")
        driver.press("'a")
        #expect(driver.state.place.screen == .matrix)
        driver.press("uu")
        #expect(driver.text.contains("No place is marked a any more."))
        driver.press("'a")
        #expect(driver.state.place.screen == .matrix)
    }

    @Test func `forward leads to the branch one came back from`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("MHTH")
        driver.press("L")
        #expect(driver.state.place.screen == .timeline)
        driver.press("pmatrix<Enter>HL")
        #expect(driver.state.place.screen == .matrix)
        driver.press("L")
        #expect(driver.text.contains("Nothing lies ahead."))
    }

    @Test func `filters, selection and scroll come back with the place`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("3<Space>4j<Enter>j")
        let sentence = driver.state.place.reader.sentence
        driver.press("H")
        let list = driver.state.place.browse
        driver.press("0H")
        #expect(driver.state.place.browse.narrowing == list.narrowing)
        #expect(driver.state.place.browse.list.cursor == list.list.cursor)
        driver.press("p§<Enter>")
        #expect(driver.state.place.screen == .reader)
        #expect(driver.state.place.reader.sentence == sentence)
    }

    @Test func `the tree stands on the step one is at, and Esc stays there`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("MTC")
        driver.press("HH")
        let before = driver.text
        driver.press("p")
        #expect(
            driver.lines.contains {
                $0.contains("▸here") || $0.contains("▸ here")
                    || ($0.contains("▸") && $0.contains("here"))
            })
        driver.press("<Esc>")
        #expect(driver.text == before)
        driver.press("p<Enter>")
        #expect(driver.text == before)
    }

    @Test func `a search that is given up leaves no step`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("M/draft<Esc>")
        #expect(driver.state.place.screen == .matrix)
        #expect(driver.state.trail.steps.count == 2)
    }

    @Test func `of very many steps the oldest ends go first, never the way back`() {
        var driver = Driver(SampleCorpus.archive)
        for _ in 0..<150 { driver.press("MHTH") }
        #expect(driver.state.trail.steps.count == Trail.limit)
        driver.press("M")
        #expect(driver.state.trail.canGoBack)
        driver.press("H")
        #expect(driver.state.place.screen == .browse)
        for _ in 0..<300 { driver.press("MT") }
        #expect(driver.state.trail.steps.count == Trail.limit)
        #expect(driver.state.past.count == Trail.limit - 1)
    }

    @Test func `what is kept shows on every branch`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("MH*")
        driver.press("L")
        let marked = driver.state.place.browse.list.rows.count { $0.isMarked }
        #expect(marked == 1)
    }
}
