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

@Test func `of many articles all are counted, and the newest are read where they are seen`()
    async throws
{
    let archive = try Sample.emptyArchive()
    try await archive.store(try (0..<250).map(dated))
    let found = try await timeline(archive)
    #expect(!found.isByArticle)
    #expect(found.articleCount == 250)
    #expect(found.columns.isEmpty)
    let row = try #require(found.rows.first { $0.event == nil })
    #expect(row.articleCount == 250)
    #expect(row.first.iso == "2031-03-03")
    #expect(row.sentences.isEmpty)
    let question = Question.tellings([row.key], within: .everything)
    guard case .tellings(let tellings) = try await archive.answer(question) else {
        throw ArchiveError.noSuchArticle("tellings")
    }
    let sentences = try #require(tellings[row.id])
    #expect(sentences.count == 3)
    #expect(sentences.allSatisfy { $0.highlights == [18..<24] })
    let narrowed = try await timeline(archive, within: QueryParser().parse("source:Wire").query)
    #expect(narrowed.rows.first { $0.event == nil }?.articleCount == 250)
}
