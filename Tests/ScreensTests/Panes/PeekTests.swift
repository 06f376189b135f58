import Analysis
import Intake
import Queries
import TestSupport
import Testing

@testable import Screens

@Suite struct PeekTests {
    private func driver(_ keys: String, columns: Int = 120, rows: Int = 40) -> Driver {
        var driver = Driver(SampleCorpus.archive, columns: columns, rows: rows)
        driver.press(keys)
        return driver
    }

    @Test func `before anything is typed the places one was at come first, newest first`() {
        var driver = driver("jj<Enter>H2<Enter>H<C-p>")
        #expect(driver.lines[2].contains("Lately, newest first"))
        #expect(driver.lines[3].contains("▸person    Ada Holm"))
        #expect(driver.lines[4].contains("article   Quota divides the harbour talks"))
        #expect(driver.text.contains("Names, most articles first"))
        driver.press("<Enter>")
        #expect(driver.state.place.screen == .participant)
    }

    @Test func `where one stands is not among them, and no place twice`() {
        let driver = driver("jj<Enter>HjkMHM<C-p>")
        let lately = driver.lines.filter { $0.contains("screen  ") && $0.contains("Matrix") }
        #expect(lately.isEmpty)
        let articles = driver.lines.filter { $0.contains("screen    Articles") }
        #expect(articles.count == 1)
    }

    @Test func `names are in the order of how many articles have them`() {
        let driver = driver("<C-p>")
        let counts = (driver.state.prompt?.suggestions ?? []).compactMap(\.count)
        #expect(counts == counts.sorted(by: >))
        #expect(!counts.isEmpty)
    }

    @Test func `beside the list stands what the chosen name leads to`() {
        var driver = driver("<C-p>ada h")
        #expect(driver.text.contains("── Person · Ada Holm"))
        #expect(driver.text.contains("Minister of Northland"))
        driver.press("<C-u>quota div")
        #expect(driver.text.contains("The fishing quota divides Northland and"))
        driver.press("<C-u>>show-m")
        #expect(driver.text.contains("Show who speaks of which point"))
        driver.press("<C-u>nine points")
        #expect(driver.text.contains("── Southland Herald, ~4 Mar 2031"))
        #expect(!driver.text.contains("Show who speaks of which point"))
    }

    @Test func `what was shown stays until the new is there, and the newest wins`() {
        var driver = driver("<C-p>")
        let names = (driver.state.prompt?.suggestions ?? []).prefix(3).map(\.name)
        func shown() -> String? {
            guard case .article(let analyzed)? = driver.state.prompt?.peek else { return nil }
            return analyzed.article.heading
        }
        #expect(shown() == names[0])
        driver.isHoldingAnswers = true
        driver.press("<Down><Down>")
        #expect(shown() == names[0])
        driver.answerLatestFirst()
        #expect(shown() == names[2])
    }

    @Test func `at 80 columns there is no preview, and nothing is asked for it`() {
        let driver = driver("<C-p>ada h", columns: 80, rows: 24)
        #expect(!driver.text.contains("Minister of Northland since"))
        let asked = driver.questions.contains {
            if case .participant = $0 { true } else { false }
        }
        #expect(!asked)
    }

    @Test func `a click takes what stands there, a heading or the preview nothing`() throws {
        var driver = driver("jj<Enter>H<C-p>")
        let heading = try #require(driver.lines.firstIndex { $0.contains("── Names, most") })
        driver.send(.key(.mouse(.init(kind: .press, column: 5, row: heading))))
        #expect(driver.state.prompt != nil)
        driver.send(.key(.mouse(.init(kind: .press, column: 110, row: heading + 1))))
        #expect(driver.state.prompt != nil)
        driver.send(.key(.mouse(.init(kind: .press, column: 5, row: 3))))
        #expect(driver.state.prompt == nil)
        #expect(driver.state.place.screen == .reader)
    }
}
