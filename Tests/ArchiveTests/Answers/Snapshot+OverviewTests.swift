import Analysis
import Intake
import Queries
import Testing

@testable import Archive

@Test func `the overview counts the corpus and gives letters, oldest first`() async throws {
    let archive = try await Sample.riverArchive()
    guard case .overview(let overview) = try await archive.answer(.overview) else { return }
    #expect(overview.dossierTitle == "Talks on the river")
    #expect(overview.articleCount == 4)
    #expect(overview.sentenceCount == 7)
    #expect(overview.actorCount == 2)
    #expect(overview.pointCount == 3)
    #expect(overview.firstPublished?.edtf == "2030-05-01")
    #expect(overview.lastPublished?.edtf == "2030-06~")
    #expect(overview.digestCount == 1)
    #expect(overview.letters.map(\.letter) == ["D", "U", "S", "?"])
    #expect(overview.letters.map(\.articleID) == ["a1", "b2", "c3", "d4"])
}

@Test func `an empty archive has an overview`() async throws {
    let archive = try Sample.emptyArchive()
    guard case .overview(let overview) = try await archive.answer(.overview) else { return }
    #expect(overview.articleCount == 0)
    #expect(overview.letters.isEmpty)
    #expect(overview.firstPublished == nil)
}

@Test(arguments: [
    (["Pravda.Ru", "The Moscow Times", "The Rising Nepal", nil], "P M R ?"),
    (["Delta Herald", "Delta Herald", "Delta Daily"], "D H E"),
    (["Œuvre", "Ö1"], "U O"), ([nil, "Delta Daily", nil], "A D B"), (["", "…"], "A B"),
])
func `letters are one cell wide and unique`(outlets: [String?], expected: String) {
    #expect(Letters.unique(for: outlets).joined(separator: " ") == expected)
}

@Test func `above twelve articles there are no letters`() async throws {
    let archive = try Sample.emptyArchive()
    try await archive.store(
        (0..<13).map { .init(article: Sample.article("n\($0)", ["One."]), findings: .init()) })
    guard case .overview(let overview) = try await archive.answer(.overview) else { return }
    #expect(overview.articleCount == 13)
    #expect(overview.letters.isEmpty)
}
