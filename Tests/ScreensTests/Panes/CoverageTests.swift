import Queries
import TestSupport
import Testing

@testable import Screens

@Suite struct CoverageTests {
    private let letter = ArticleLetter(
        articleID: "1", letter: "M", outlet: "The Morning Telegraph and Courier", published: nil)

    @Test(arguments: [
        ([1], "▪      §2 "), ([1, 7], "▪▪     §2 §8 "), ([0, 1, 2, 3, 4, 5], "▪▪▪▪+  §1 §2 §3 +3"),
        ([0, 1, 2, 3, 4], "▪▪▪▪▪  §1 §2 §3 +2"),
    ])
    func `a line has a square a sentence and as many numbers as there is room for`(
        sentences: [Int], end: String
    ) {
        let line = Coverage.line(letter, sentences, columns: 46)
        #expect(line.text.hasPrefix(" M Morning"))
        #expect(line.text.filter { $0 != " " }.hasSuffix(end.filter { $0 != " " }))
        #expect(line.columns <= 42)
    }

    @Test func `the page of a person says which articles name them and which do not`() throws {
        var driver = Driver(SampleCorpus.archive)
        driver.press("2<Enter>")
        let silent = try #require(driver.lines.first { $0.contains("Southland Herald   ░") })
        #expect(silent.contains("░░░░  none found"))
        #expect(driver.lines.contains { $0.contains("T Tide               ▪") })
    }

    @Test func `a number of sentences leads to the first of them`() throws {
        var driver = Driver(SampleCorpus.archive)
        driver.press("2<Enter>")
        let row = try #require(driver.lines.firstIndex { $0.contains("T Tide               ▪") })
        let press = Key.mouse(.init(kind: .press, column: 5, row: row))
        driver.send(.key(press))
        driver.send(.key(press))
        #expect(driver.state.place.screen == .reader)
        #expect(driver.state.place.reader.articleID == "2222222222222222")
    }

    @Test func `a sentence that is cited twice is told once, in the order of the article`() throws {
        var driver = Driver(SampleCorpus.archive)
        driver.press("3<Enter>")
        guard case .point(let page)? = driver.state.place.page.content else {
            Issue.record("no page of a point")
            return
        }
        let twice = page.sentences.reversed() + page.sentences
        #expect(Array(twice).distinctCount == page.sentences.count)
        let section = driver.state.coverage("Reported in", .max, in: Array(twice))
        var told = 0
        for case .coverage(_, let sentences) in section.items {
            let numbers = sentences.map(\.sentence)
            #expect(numbers == numbers.sorted() && Set(numbers).count == numbers.count)
            told += numbers.count
        }
        #expect(told == page.sentences.count)
    }
}
