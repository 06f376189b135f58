import Archive
import Queries
import Testing

/// The ids, oldest first, of the river articles that a typed query finds.
@Test(arguments: [
    ("", "a1 b2 c3 d4"), ("talk", "a1 b2"), ("talking", "a1 b2"), ("\"talks\"", "a1"),
    ("tal*", "a1 b2"), ("zurich", "d4"), ("NAIVE", "d4"), ("title:money", "c3"),
    ("title:talk", "a1 b2"), ("talk -ilves", ""), ("money OR quota", "a1 c3"),
    ("source:herald", "a1"), ("source:\"the delta herald\"", "a1"), ("source:shore", "c3"),
    ("source:?", "d4"), ("cites:wire", "b2"), ("actor:ilves", "a1 b2"),
    ("actor:Ильвес", "a1 b2"), ("actor:marta", "a1 b2"), ("actor:\"tove rask\"", "c3"),
    ("speaker:ilves", "b2"), ("speaker:unnamed", "c3"), ("point:quota", "a1"),
    ("point:water", "a1 b2"), ("point:\"repair fund\"", "c3"), ("stance:rejects", "a1"),
    ("lang:en", "a1 b2 c3"), ("has:quote", "b2 c3"), ("before:2030-05-03", "a1"),
    ("after:2030-05-01", "b2 c3"), ("on:2030-05", "a1 b2"), ("on:2030-06", "c3"),
    ("-on:2030", "d4"), ("{actor:council point:quota}", "a1"), ("{actor:ilves point:quota}", ""),
    ("{speaker:ilves talk}", "b2"), ("{actor:ilves -talks}", ""), ("{actor:ilves -wire}", "a1 b2"),
    ("is:unread", "a1 b2 c3 d4"),
    ("is:marked", ""), ("actor:nobody", ""), ("“talk again”", "b2"), ("40", "c3"),
])
func `a query finds the articles it describes`(typed: String, expected: String) async throws {
    let archive = try await Sample.riverArchive()
    let query = QueryParser().parse(typed).query
    let answer = try await archive.answer(
        .articles(ArticlesQuestion(query: query, order: .oldest)))
    guard case .articles(let articles) = answer else { return }
    #expect(articles.rows.map(\.id).joined(separator: " ") == expected)
    #expect(articles.total == articles.rows.count)
    #expect(articles.corpusTotal == 4)
}

@Test func `a word being typed never loses the article that holds it`() async throws {
    let archive = try await Sample.riverArchive()
    for end in 1..."reports".count {
        let typed = String("reports".prefix(end))
        let query = QueryParser(isTyping: true).parse(typed).query
        let answer = try await archive.answer(.articles(ArticlesQuestion(query: query)))
        guard case .articles(let articles) = answer else { return }
        #expect(articles.rows.map(\.id).contains("b2"), "\(typed)")
    }
}
