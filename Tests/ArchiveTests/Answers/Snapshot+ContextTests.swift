import Analysis
import Intake
import Queries
import Testing

@testable import Archive

/// An article beside the others of its days.
struct ContextTests {
    private func article(
        _ id: String, _ sentences: [String], day: String?, points: [String] = [],
        actors: [(id: String, name: String)] = []
    ) -> AnalyzedArticle {
        let article = Sample.article(id, sentences, title: "T \(id)", published: day)
        var findings = Findings()
        findings.points = points.map {
            PointFinding(id: $0, basis: Sample.basis($0, in: article))
        }
        findings.actors = actors.map {
            ActorFinding(
                id: $0.id, name: $0.name, kind: .person, isKnown: true, forms: [$0.name],
                basis: Sample.basis($0.name, in: article))
        }
        return AnalyzedArticle(article: article, findings: findings)
    }

    private func context(_ archive: Archive, _ id: String) async throws -> ArticleContext {
        guard case .context(let context) = try await archive.answer(.context(id)) else {
            throw ArchiveError.noSuchArticle(id)
        }
        return context
    }

    private func filled() async throws -> Archive {
        let archive = try Sample.emptyArchive()
        try await archive.store([
            article("own", ["The quota was named."], day: "2030-05-10", points: ["quota"]),
            article(
                "a", ["The quota and the gates were named.", "Marta Ilves spoke."],
                day: "2030-05-12", points: ["quota", "gates"],
                actors: [("ilves", "Marta Ilves")]),
            article(
                "b", ["The quota, the gates again."], day: "2030-05-08", points: ["quota", "gates"]),
            article("late", ["A quota and a fund."], day: "2030-05-20", points: ["quota", "fund"]),
            article("apart", ["A fund alone."], day: "2030-05-10", points: ["fund"]),
        ])
        return archive
    }

    @Test func `what others of the same days have and it lacks is told with their sentences`()
        async throws
    {
        let context = try await context(filled(), "own")
        #expect(context.others.map(\.id) == ["a", "b"])
        #expect(context.otherCount == 2)
        #expect(context.missing.map(\.id) == ["gates", "ilves"])
        #expect(context.missing[0].sentences.map(\.articleID) == ["a", "b"])
        #expect(context.missing[0].sentences[0].sentence == 0)
        #expect(context.missing[1].sentences.map(\.text) == ["Marta Ilves spoke."])
    }

    @Test func `an article that has all lacks nothing`() async throws {
        let context = try await context(filled(), "a")
        #expect(Set(context.others.map(\.id)) == ["own"])
        #expect(context.missing.isEmpty)
    }

    @Test func `an article without a date has others of any day that share several things`()
        async throws
    {
        let archive = try await filled()
        let points = ["quota", "gates", "fund"]
        try await archive.store([
            article("none", ["The quota, the gates, the fund."], day: nil, points: points),
            article(
                "all", ["A fund for gates", "and a quota."], day: "2029-01-01", points: points),
        ])
        #expect(try await context(archive, "none").others.map(\.id) == ["all"])
        // So has one that is alone in its days.
        let alone = try await context(archive, "all")
        #expect(alone.others.map(\.id) == ["none"] && alone.isOfAnyDay)
        let late = try await context(archive, "late")
        #expect(late.others.isEmpty && late.isOfAnyDay)
        #expect(try await !context(archive, "own").isOfAnyDay)
    }

    @Test func `copies are listed and are no others; folded, they are counted`() async throws {
        let archive = try Sample.emptyArchive()
        let lines = (0..<30).map { "Quota \($0 * 7) of the quota met objection \($0 * $0)." }
        try await archive.store([
            article("wire", lines, day: "2030-05-10", points: ["Quota"]),
            article("copy", Array(lines[2...]), day: "2030-05-11", points: ["Quota"]),
            article("other", ["A Quota of its own."], day: "2030-05-11", points: ["Quota"]),
        ])
        let context = try await context(archive, "wire")
        #expect(context.copies.map(\.id) == ["copy"] && context.others.map(\.id) == ["other"])
        #expect(context.article.copyNumber == 1 && context.article.copyCount == 2)

        let question = ArticlesQuestion(query: .everything, order: .oldest)
        guard case .articles(let all) = try await archive.answer(.articles(question)),
            case .articles(let folded) = try await archive.answer(.articles(question.folding(true)))
        else { throw ArchiveError.noSuchArticle("list") }
        #expect(all.rows.map(\.id) == ["wire", "copy", "other"] && all.foldedCopies == 0)
        #expect(all.rows.map(\.copyNumber) == [1, 2, 0])
        #expect(folded.rows.map(\.id) == ["wire", "other"] && folded.foldedCopies == 1)
        #expect(folded.total == 2)
    }
}
