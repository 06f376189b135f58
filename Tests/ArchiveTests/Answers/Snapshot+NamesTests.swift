import Analysis
import Queries
import Testing

@testable import Archive

@Test(arguments: [
    ("ilv", "participant ilves"), ("rivcou", "participant council"), ("herald", "source herald"),
    ("sluice", "point gates"), ("may", "draft may"), ("money", "article c3"),
    ("shore", "source Shore Notes"),
    // No name has it, but that is what it is called in queries.
    ("gates", "point gates"),
])
func `anything is found by letters of its name`(typed: String, expected: String) async throws {
    let archive = try await Sample.riverArchive()
    guard case .names(let entries) = try await archive.answer(.names(typed, limit: 5))
    else { return }
    let first = try #require(entries.first)
    #expect("\(first.kind) \(first.id)" == expected)
}

@Test(arguments: [
    // A letter wrong, one missing, two swapped.
    ("ilwes", "participant ilves"), ("heerald", "source herald"), ("slucie", "point gates"),
])
func `a name that is misspelled is found by what it is like`(
    typed: String, expected: String
) async throws {
    let archive = try await Sample.riverArchive()
    guard case .names(let entries) = try await archive.answer(.names(typed, limit: 5))
    else { return }
    #expect(entries.first.map { "\($0.kind) \($0.id)" } == expected)
}

@Test func `points that no article speaks of are found, too`() async throws {
    var dossier = Sample.dossier()
    dossier.points.append(PlanPoint(id: "weirs", name: "Weirs", topic: dossier.points[0].topic))
    let archive = try Archive(path: nil, dossier: dossier)
    guard case .names(let entries) = try await archive.answer(.names("weirs", limit: 3))
    else { return }
    #expect(entries.map(\.id) == ["weirs"])
    #expect(entries.map(\.count) == [0])
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
