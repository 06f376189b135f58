import Analysis
import Intake
import Queries
import Testing

@testable import Archive

private func timeline(_ archive: Archive, within query: Query = .everything) async throws
    -> Timeline
{
    guard case .timeline(let timeline) = try await archive.answer(.timeline(within: query)) else {
        throw ArchiveError.noSuchArticle("timeline")
    }
    return timeline
}

private func dated(_ number: Int) throws -> AnalyzedArticle {
    let article = Sample.article(
        "n\(number)", ["The gates shut on Monday."], outlet: "Wire \(number)")
    var findings = Findings()
    let basis = Sample.basis("Monday", in: article)
    let day = try #require(Day(iso: "2031-03-03"))
    findings.dates = [
        DateFinding(
            sentence: 0, range: basis.evidence[0].range, edtf: day.iso, first: day, last: day,
            isRelative: true, event: nil, basis: basis)
    ]
    return AnalyzedArticle(article: article, findings: findings)
}

@Test func `of few articles each has a column with its letter`() async throws {
    let archive = try Sample.emptyArchive()
    try await archive.store(try (0..<3).map(dated))
    let found = try await timeline(archive)
    let row = try #require(found.rows.first { $0.event == nil })
    #expect(found.isByArticle)
    #expect(found.columns.count == 3)
    #expect(found.columns.allSatisfy { $0.letter != nil })
    #expect(row.counts == [1, 1, 1])
    #expect(row.sentences.map(\.highlights) == Array(repeating: [18..<24], count: 3))
}

@Test func `of very many articles no more than a page's are read`() async throws {
    let archive = try Sample.emptyArchive()
    let count = Snapshot.pageLimit + 50
    try await archive.store(try (0..<count).map(dated))
    let found = try await timeline(archive)
    #expect(!found.isByArticle)
    #expect(found.articleCount == count)
    #expect(found.columns.count == Snapshot.pageLimit)
    #expect(Set(found.columns.map(\.id)).count == Snapshot.pageLimit)
    let row = try #require(found.rows.first { $0.event == nil })
    #expect(row.articleCount == Snapshot.pageLimit)
    #expect(row.sentences.count == Timeline.sentenceLimit)
}
