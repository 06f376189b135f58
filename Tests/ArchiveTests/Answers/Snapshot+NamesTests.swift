import Analysis
import Queries
import Testing

@testable import Archive

@Test(arguments: [
    ("ilv", "participant ilves"), ("rivcou", "participant council"), ("herald", "source herald"),
    ("sluice", "point gates"), ("may", "draft may"), ("money", "article c3"),
    ("shore", "source Shore Notes"),
])
func `anything is found by letters of its name`(typed: String, expected: String) async throws {
    let archive = try await Sample.riverArchive()
    guard case .names(let entries) = try await archive.answer(.names(typed, limit: 5))
    else { return }
    let first = try #require(entries.first)
    #expect("\(first.kind) \(first.id)" == expected)
}

@Test(arguments: [
    ("um", "Rustem Umerov", [7, 8]), ("ru", "Rustem", [0, 1]), ("", "Anything", []),
    ("zu", "Zürich", [0, 1]), ("mt", "Moscow Times", [0, 7]),
])
func `the letters that fit are marked`(typed: String, name: String, places: [Int]) {
    #expect(FuzzyMatch(typed, in: name)?.places == places)
}

@Test(arguments: [("x", "Rustem"), ("mr", "Rustem"), ("rustemm", "Rustem"), ("a", "")])
func `a name without the letters does not fit`(typed: String, name: String) {
    #expect(FuzzyMatch(typed, in: name) == nil)
}

@Test func `no more names than asked for`() async throws {
    let archive = try await Sample.riverArchive()
    guard case .names(let entries) = try await archive.answer(.names("", limit: 3)) else { return }
    #expect(entries.count == 3)
}

@Test func `an article without a title goes by its first words`() async throws {
    let archive = try Archive(path: nil, dossier: Sample.dossier())
    let article = Sample.article("n1", ["Rowers met at the sluice."])
    try await archive.store([AnalyzedArticle(article: article, findings: Findings())])
    guard case .names(let entries) = try await archive.answer(.names("rowers", limit: 3))
    else { return }
    #expect(entries.map(\.name) == ["“Rowers met at the sluice.”"])
}
