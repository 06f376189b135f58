import Intake
import Queries
import Testing

@testable import Screens

struct ArticleListTests {
    private static func row(_ number: Int) -> ArticleRow {
        ArticleRow(
            id: "n\(number)", title: nil, outletID: nil, outlet: nil, published: nil,
            kind: .report, language: nil, sentenceCount: 1)
    }

    /// A list of a thousand rows, with a window of them held.
    private static func list(holding window: Range<Int>, at index: Int) -> ArticleList {
        var list = ArticleList()
        list.accept(
            ArticlesAnswer(
                total: 1000, corpusTotal: 1000, passageTotal: 0, order: .newest, window: window,
                rows: window.map(row), facets: nil), isSameQuery: false)
        list.cursor.index = index
        return list
    }

    @Test(arguments: [1, 5, 40, 60, 117, 400], [0, 30, 120, 500, 999])
    func `the window that is asked for lacks nothing`(height: Int, index: Int) throws {
        let list = ArticleListTests.list(holding: 0..<0, at: index)
        let window = try #require(list.missingWindow(height: height))
        let held = window.clamped(to: 0..<1000)
        let next = ArticleListTests.list(holding: held, at: index)
        #expect(next.missingWindow(height: height) == nil)
        #expect(
            ArticleListTests.list(holding: held, at: min(999, index + 8))
                .missingWindow(height: height) == nil)
    }
}
