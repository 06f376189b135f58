import Queries
import TestSupport
import Testing

@testable import Screens

@Suite struct ReaderAsideTests {
    private func driver(_ keys: String, columns: Int = 200, rows: Int = 60) -> Driver {
        var driver = Driver(SampleCorpus.archive, columns: columns, rows: rows)
        driver.press("jj<Enter>" + keys)
        return driver
    }

    @Test func `a wide screen shows what others have beside the text`() {
        let driver = driver("")
        #expect(driver.state.place.screen == .reader)
        #expect(driver.text.contains("Differs from others"))
        #expect(driver.text.contains("Others say, this one does not"))
        #expect(driver.text.contains("Nobody mentioned the border buoys."))
        let asked = driver.questions.filter { if case .context = $0 { true } else { false } }
        #expect(asked.count == 1)
    }

    @Test func `Tab goes there and back, and every line leads to its sentence`() throws {
        var driver = driver("<Tab>")
        let reader = driver.state.place.reader
        #expect(reader.isInAside)
        let sentence = reader.sentence
        driver.press("j")
        let citation = try #require(driver.state.place.reader.aside?.selectedCitation)
        #expect(driver.state.place.reader.sentence == sentence)
        driver.press("<Enter>")
        #expect(driver.state.place.reader.articleID == citation.articleID)
        #expect(driver.state.place.reader.sentence == citation.sentence)
        #expect(!driver.state.place.reader.isInAside)
        driver.press("H")
        #expect(driver.state.place.reader.articleID == reader.articleID)
        #expect(driver.state.place.reader.isInAside)
        driver.press("<Tab>j")
        #expect(driver.state.place.reader.sentence == sentence + 1)
    }

    @Test func `y cites the sentence beside the text while the keys are there`() {
        var driver = driver("<Tab>jy")
        func copied() -> String? {
            driver.effects.compactMap { if case .copy(let text) = $0 { text } else { nil } }.last
        }
        #expect(copied()?.contains("Nobody mentioned the border buoys.") == true)
        driver.press("<Tab>y")
        #expect(copied()?.contains("The fishing quota divides") == true)
    }

    @Test func `where there is no room Tab opens the page of it`() {
        var driver = driver("", columns: 120, rows: 40)
        let before = driver.questions.contains { if case .context = $0 { true } else { false } }
        #expect(!before)
        driver.press("<Tab>")
        #expect(driver.state.place.screen == .context)
    }

    @Test func `a screen that shrinks takes the keys back to the text`() {
        var driver = driver("<Tab>")
        driver.resize(columns: 100, rows: 30)
        #expect(!driver.state.place.reader.isInAside)
        driver.press("j")
        #expect(driver.state.place.reader.sentence == 1)
    }

    @Test func `a click on a line beside the text selects it, a second one opens it`() throws {
        var driver = driver("")
        let row = try #require(driver.lines.firstIndex { $0.contains("Nobody mentioned the") })
        let press = Key.mouse(.init(kind: .press, column: 150, row: row))
        driver.send(.key(press))
        #expect(driver.state.place.reader.isInAside)
        let citation = try #require(driver.state.place.reader.aside?.selectedCitation)
        driver.send(.key(press))
        #expect(driver.state.place.reader.articleID == citation.articleID)
    }

    @Test func `an answer that comes after another article was opened is dropped`() {
        var driver = Driver(SampleCorpus.archive, columns: 200, rows: 60)
        driver.press("jj<Enter>")
        let first = driver.state.place.reader.articleID
        driver.isHoldingAnswers = true
        driver.press("J")
        driver.answerLatestFirst()
        #expect(driver.state.place.reader.articleID != first)
        #expect(
            driver.state.place.reader.aside?.question
                == .context(driver.state.place.reader.articleID ?? ""))
    }
}
