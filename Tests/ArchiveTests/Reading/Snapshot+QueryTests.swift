import Analysis
import GRDB
import Queries
import Testing

@testable import Archive

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

/// Words of every kind, and what is typed of them.
private let oddWords = [
    ("переговоры", "перег"), ("negóciations", "negoc"), ("2028points", "2028"),
    ("covid19tests", "covi"), ("préavis2", "prea"), ("和平協議談判", "和平協議"),
    (String(repeating: "long", count: 30), "longlong"),
    (String(repeating: "wide", count: 30), String(repeating: "wide", count: 12)),
    (String(repeating: "ж", count: 60), String(repeating: "ж", count: 50)),
]

private func found(_ start: String, in archive: Archive) async throws -> [String] {
    let query = QueryParser(isTyping: true).parse(start).query
    guard
        case .articles(let articles) = try await archive.answer(
            .articles(ArticlesQuestion(query: query)))
    else { return [] }
    return articles.rows.map(\.id)
}

private func oddArticles() -> [AnalyzedArticle] {
    oddWords.enumerated().map { number, pair in
        AnalyzedArticle(
            article: Sample.article("odd\(number)", ["It says \(pair.0) and no more."]),
            findings: Findings())
    }
}

@Test func `words of every script and length are found by their beginning`() async throws {
    let archive = try Archive(path: nil, dossier: Sample.dossier())
    try await archive.store(oddArticles())
    for (number, pair) in oddWords.enumerated() {
        #expect(try await found(pair.1, in: archive) == ["odd\(number)"], "\(pair.1)")
    }
    #expect(try await found("perh", in: archive) == [])
    #expect(try await archive.check() == [])
}

@Test func `an archive of before lists all its words when it is opened`() async throws {
    let place = try TemporaryArchive()
    do {
        let archive = try Archive(path: place.path, dossier: Sample.dossier())
        try await archive.store(oddArticles())
        try await archive.writer.write { db in
            try db.execute(
                sql: """
                    DROP INDEX term_in_order;
                    DELETE FROM term WHERE term GLOB '*[^a-z]*' OR length(term) >= 40;
                    DELETE FROM grdb_migrations WHERE identifier = '008-all-words';
                    """)
        }
    }
    let archive = try Archive(path: place.path, dossier: nil)
    for (number, pair) in oddWords.enumerated() {
        #expect(try await found(pair.1, in: archive) == ["odd\(number)"], "\(pair.1)")
    }
    #expect(try await archive.check() == [])
}
