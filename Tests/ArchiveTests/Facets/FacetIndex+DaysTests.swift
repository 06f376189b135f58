import Analysis
import Intake
import Queries
import Testing

@testable import Archive

/// Lists and bars of random archives, made a second time from the articles themselves. Words of
/// most, of some and of hardly any articles are asked for.
struct FacetIndexDaysTests {
    private static let first = Day(number: 20_000)

    private struct Dated {
        var id: String
        var words: [String]
        var day: Int32?
    }

    private static func archive(
        _ random: inout RandomNumbers
    ) async throws -> (archive: Archive, articles: [Dated]) {
        let articles = (0..<90).map { number in
            Dated(
                id: "n\(number)",
                words: [("most", 9), ("some", 4), ("few", 1)].filter { random.number(10) < $0.1 }
                    .map(\.0),
                day: random.number(9) == 0 ? nil : first.number + Int32(random.number(200)))
        }
        let archive = try Archive(path: nil, dossier: Sample.dossier())
        try await archive.store(
            articles.map {
                let day = $0.day.map { Day(number: $0).iso }
                return AnalyzedArticle(
                    article: Sample.article(
                        $0.id, [(["word"] + $0.words).joined(separator: " ")], published: day),
                    findings: Findings())
            })
        return (archive, articles)
    }

    /// Those of one day as they were imported, the undated last.
    private static func inOrder(_ articles: [Dated], isNewest: Bool) -> [String] {
        articles.enumerated().sorted { left, right in
            guard let a = left.element.day, let b = right.element.day else {
                return left.element.day != nil
                    || right.element.day == nil && left.offset < right.offset
            }
            return a == b ? left.offset < right.offset : isNewest ? a > b : a < b
        }.map(\.element.id)
    }

    @Test(arguments: 0..<8, ["most", "some", "few", "word"])
    func `lists are in order of days and bars count them`(seed: Int, word: String) async throws {
        var random = RandomNumbers(seed: UInt64(seed))
        let (archive, articles) = try await FacetIndexDaysTests.archive(&random)
        let met = articles.filter { word == "word" || $0.words.contains(word) }
        let start = random.number(met.count + 1)
        for order in [ArticlesQuestion.Order.newest, .oldest] {
            let all = FacetIndexDaysTests.inOrder(met, isNewest: order == .newest)
            let window = start..<min(start + 7, met.count)
            let question = ArticlesQuestion(query: .word(word), order: order, window: window)
            guard case .articles(let answer) = try await archive.answer(.articles(question))
            else {
                Issue.record("no list")
                return
            }
            #expect(answer.total == met.count)
            #expect(answer.rows.map(\.id) == Array(all[window]))
            if let wanted = all.indices.randomElement(using: &random) {
                let around = ArticlesQuestion(query: .word(word), order: order, window: 0..<7)
                    .around(all[wanted])
                guard case .articles(let page) = try await archive.answer(.articles(around))
                else { return }
                let window = ArticlesQuestion.window(of: 7, around: wanted, in: met.count)
                #expect(page.window == window.clamped(to: met.indices))
                #expect(page.rows.map(\.id) == Array(all[page.window]))
            }
            var bars = try #require(answer.time.map { TimeBars(first: $0.first, last: $0.last) })
            for article in met { bars.add(article.day) }
            #expect(answer.time == bars)
        }
    }
}
