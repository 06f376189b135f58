import Analysis
import Archive
import Intake
import Queries
import Testing

private func articles(
    _ typed: String = "", _ order: ArticlesQuestion.Order = .newest, _ window: Range<Int> = 0..<100,
    passages: Int = 0
) async throws -> ArticlesAnswer? {
    let archive = try await Sample.riverArchive()
    let question = ArticlesQuestion(
        query: QueryParser().parse(typed).query, order: order, window: window,
        passagesPerArticle: passages)
    guard case .articles(let answer) = try await archive.answer(.articles(question))
    else { return nil }
    return answer
}

@Test(arguments: [
    (ArticlesQuestion.Order.newest, "c3 b2 a1 d4"), (.oldest, "a1 b2 c3 d4"),
    (.outlet, "a1 c3 b2 d4"), (.title, "b2 c3 a1 d4"),
])
func `articles come in the order asked for`(
    order: ArticlesQuestion.Order, expected: String
) async throws {
    let answer = try #require(try await articles("", order))
    #expect(answer.rows.map(\.id).joined(separator: " ") == expected)
    #expect(answer.order == order)
}

@Test(arguments: [
    ("a1", 2, 1..<3), ("c3", 2, 0..<2), ("d4", 2, 2..<4), ("b2", 100, 0..<4), ("none", 2, 0..<2),
])
func `a window may lie around an article`(id: String, size: Int, window: Range<Int>) async throws {
    let archive = try await Sample.riverArchive()
    let question = ArticlesQuestion(query: .everything, window: 0..<size).around(id)
    guard case .articles(let answer) = try await archive.answer(.articles(question)) else {
        Issue.record("no list")
        return
    }
    #expect(answer.window == window)
    #expect(answer.rows.count == window.count)
}

@Test(arguments: [
    (0..<2, "c3 b2"), (1..<3, "b2 a1"), (3..<9, "d4"), (7..<9, ""), (2..<2, ""),
])
func `a window is cut out of the whole order`(window: Range<Int>, expected: String) async throws {
    let answer = try #require(try await articles("", .newest, window))
    #expect(answer.rows.map(\.id).joined(separator: " ") == expected)
    #expect(answer.total == 4)
    #expect(answer.window.count == answer.rows.count)
}

@Test func `the best match comes first and has the highest score`() async throws {
    let answer = try #require(try await articles("talking", .best))
    #expect(answer.order == .best)
    #expect(answer.rows.count == 2)
    #expect(answer.rows[0].score >= answer.rows[1].score)
    #expect(answer.rows[1].score > 0)
}

@Test func `without words to rank by, best gives way to newest`() async throws {
    #expect(try await articles("actor:ilves", .best)?.order == .newest)
}

@Test func `a row says what the list shows`() async throws {
    let answer = try #require(try await articles("source:herald"))
    let row = try #require(answer.rows.first)
    #expect(row.title == "Talks open in Delta")
    #expect(row.outletID == "herald")
    #expect(row.outlet == "The Delta Herald")
    #expect(row.published?.edtf == "2030-05-01")
    #expect(row.sentenceCount == 2)
    #expect(!row.isRead && !row.isMarked)
}

@Test func `passages are the sentences that meet the query, with what met it`() async throws {
    let answer = try #require(try await articles("talking actor:ilves", passages: 5))
    let passages = answer.rows.flatMap(\.passages)
    #expect(passages.map(\.sentence) == [0, 0])
    let marked = passages.map { passage in
        let scalars = Array(passage.text.unicodeScalars)
        return passage.highlights.map { range in
            String(String.UnicodeScalarView(scalars[range]))
        }
    }
    #expect(marked == [["talk", "Ilves"], ["Marta Ilves", "talks"]])
    #expect(answer.passageTotal == 2)
}

@Test func `facets count the result beside the archive`() async throws {
    let facets = try #require(try await articles("actor:ilves")?.facets)
    let sources = facets.sources.map { "\($0.id) \($0.count)/\($0.corpusCount)" }
    #expect(sources == ["herald 1/1", "wire 1/1", "Shore Notes 0/1", "? 0/1"])
    #expect(facets.actors.map { "\($0.id) \($0.count)" } == ["ilves 2", "council 1"])
    #expect(facets.points.map(\.id) == ["gates", "quota", "fund"])
    #expect(facets.points.map(\.parent) == ["water", "water", "money"])
    #expect(facets.topics.map { "\($0.id) \($0.count)" } == ["water 2", "money 0"])
    #expect(facets.cited.map(\.name) == ["Upland Wire"])
    #expect(facets.topics[0].presence == 0b0011)
    #expect(facets.points[2].presence == 0b0100)
}

@Test func `the others are listed too where that is asked, and say that they do not meet it`()
    async throws
{
    let archive = try await Sample.riverArchive()
    let question = ArticlesQuestion(
        query: QueryParser().parse("actor:ilves").query, passagesPerArticle: 5
    ).listingOthers(true)
    guard case .articles(let answer) = try await archive.answer(.articles(question)) else {
        Issue.record("no list")
        return
    }
    #expect(answer.total == 2)
    #expect(answer.listed == 4)
    #expect(
        answer.rows.map { "\($0.id) \($0.isMet)" } == [
            "c3 false", "b2 true", "a1 true", "d4 false",
        ])
    #expect(answer.rows.allSatisfy { $0.isMet || $0.passages.isEmpty })
}

@Test func `the days of the result are counted`() async throws {
    let all = try #require(try await articles("")?.time)
    #expect(all.counts.reduce(0, +) + all.undated == 4)
    let some = try #require(try await articles("source:herald")?.time)
    #expect(some.counts.count == all.counts.count)
    #expect(some.counts.reduce(0, +) == 1)
}

@Test func `a pattern is looked for in the text of an article`() async throws {
    let archive = try await Sample.riverArchive()
    let pattern = try Pattern("[a-z]+ing")
    let answer = try await archive.answer(.matches(pattern, in: "a1"))
    guard case .matches(let matches, of: pattern, in: "a1") = answer,
        case .article(let analyzed) = try await archive.answer(.article("a1"))
    else {
        Issue.record("no matches")
        return
    }
    #expect(matches == pattern.matches(in: analyzed.article.text))
    await #expect(throws: ArchiveError.self) {
        try await archive.answer(.matches(pattern, in: "zz"))
    }
}
