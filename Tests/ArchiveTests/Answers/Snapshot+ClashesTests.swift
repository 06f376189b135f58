import Analysis
import Intake
import Queries
import Testing

@testable import Archive

/// Articles of one meeting, of which those in `differing` give its water quota as 50, the others
/// as 40.
private func articles(_ count: Int, differing: Set<Int>) -> [AnalyzedArticle] {
    articles((0..<count).map { differing.contains($0) ? "50" : "40" })
}

/// Articles of one meeting, each with the water quota that it gives.
private func articles(_ values: [String]) -> [AnalyzedArticle] {
    values.enumerated().map { number, value in
        let day = Day(number: 21_000 + Int32(number))
        let article = Sample.article(
            "n\(number)", ["The quota is \(value) tons.", "Talks went on."],
            outlet: "Paper \(number)", published: day.iso)
        var findings = Findings()
        let basis = Sample.basis("\(value) tons", in: article)
        findings.figures = [
            FigureFinding(
                sentence: 0, range: basis.evidence[0].range, value: Double(value) ?? 0,
                unit: "ton", isApproximate: false, about: "plan.quota", draft: nil, event: nil,
                basis: basis)
        ]
        findings.points = [PointFinding(id: "quota", basis: Sample.basis("quota", in: article))]
        return AnalyzedArticle(article: article, findings: findings)
    }
}

private func clashes(
    _ archive: Archive, _ question: ClashesQuestion = ClashesQuestion()
) async throws -> ClashesAnswer {
    guard case .clashes(let answer) = try await archive.answer(.clashes(question)) else {
        return ClashesAnswer(facts: [], next: 0, groupCount: 0)
    }
    return answer
}

private func ids(_ archive: Archive, _ query: String) async throws -> Set<String> {
    let question = ArticlesQuestion(
        query: QueryParser().parse(query).query, window: 0..<1000, wantsFacets: false)
    guard case .articles(let answer) = try await archive.answer(.articles(question)) else {
        return []
    }
    return Set(answer.rows.map(\.id))
}

@Test func `of a narrow query the answer names its articles, of a wide one it counts them`()
    async throws
{
    let archive = try Sample.emptyArchive()
    try await archive.store(articles(20, differing: [7]))
    let asked = "source:\"Paper 7\" OR source:\"Paper 8\""
    let few = QueryParser().parse(asked).query
    let answer = try await clashes(archive, ClashesQuestion(query: few))
    #expect(answer.articleIDs == (try await ids(archive, asked)))
    #expect(answer.articleCount == answer.articleIDs.count && answer.articleIDs.count == 2)
    let many = try await clashes(
        archive, ClashesQuestion(query: QueryParser().parse("-source:\"Paper 7\"").query))
    #expect(many.articleCount == 19 && many.articleIDs.isEmpty)
    #expect(try await clashes(archive).articleIDs.isEmpty)
}

@Test func `a fact of which hundreds speak is one, with a dozen of them and all things said`()
    async throws
{
    let archive = try Sample.emptyArchive()
    try await archive.store(articles(300, differing: [7]))
    let answer = try await clashes(archive)
    let fact = try #require(answer.facts.first)
    #expect(answer.facts.count == 1)
    #expect(answer.isComplete)
    #expect(fact.about == "plan.quota")
    #expect(fact.articleCount == 300)
    #expect(Set(fact.values.map(\.articleID)).count <= 12)
    #expect(Set(fact.values.map(\.text)) == ["40 tons", "50 tons"])
    let odd = try #require(fact.values.first { $0.text == "50 tons" })
    #expect(odd.articleID == "n7")
    #expect(odd.outlet == "Paper 7")
    #expect(odd.sentenceText == "The quota is 50 tons.")
    #expect(odd.range == 13..<20)
}

@Test func `a fact says between which values its articles differ`() async throws {
    let archive = try Sample.emptyArchive()
    try await archive.store(articles(["40", "50", "40", "60"]))
    let fact = try #require(try await clashes(archive).facts.first)
    #expect(
        fact.explanation
            == "The figures contradict each other: “40 tons”, “50 tons” and “60 tons”.")
}

@Test func `all that say what clashes are found, however many`() async throws {
    let archive = try Sample.emptyArchive()
    var all = articles(40, differing: [3, 4])
    all.append(AnalyzedArticle(article: Sample.article("x", ["Rain fell."]), findings: Findings()))
    try await archive.store(all)
    #expect(try await ids(archive, "has:clash") == Set((0..<40).map { "n\($0)" }))
    #expect(try await ids(archive, "-has:clash") == ["x"])
    // The second time it is kept, and given up when an article comes.
    #expect(try await ids(archive, "has:clash").count == 40)
    try await archive.store(Array(articles(41, differing: []).suffix(1)))
    #expect(try await ids(archive, "has:clash").count == 41)
}

@Test func `only articles that meet the query are compared`() async throws {
    let archive = try Sample.emptyArchive()
    try await archive.store(articles(20, differing: [0]))
    let later = try #require(PublicationDate(edtf: Day(number: 21_000).iso))
    #expect(try await clashes(archive).facts.count == 1)
    let answer = try await clashes(archive, ClashesQuestion(query: .after(later)))
    #expect(answer.facts.isEmpty)
}

@Test func `facts come in windows that go on where the last one ended`() async throws {
    let archive = try Sample.emptyArchive()
    var all = articles(14, differing: [1])
    for (number, words) in ["Ilves went to Delta.", "Ilwes went to Delta."].enumerated() {
        all.append(
            AnalyzedArticle(
                article: Sample.article("p\(number)", [words], published: "2030-05-01"),
                findings: Findings()))
        all[14 + number].findings.figures = all[number].findings.figures.map {
            var figure = $0
            figure.about = "plan.gates"
            figure.range = 0..<5
            return figure
        }
        all[14 + number].findings.points = all[number].findings.points
    }
    try await archive.store(all)
    let first = try await clashes(archive, ClashesQuestion(factLimit: 1))
    #expect(first.facts.count == 1)
    #expect(!first.isComplete)
    let rest = try await clashes(archive, ClashesQuestion(start: first.next))
    #expect(rest.isComplete)
    #expect(
        Set((first.facts + rest.facts).map(\.about)) == ["plan.quota", "plan.gates"])
}

@Test func `an article that is taken out clashes no more`() async throws {
    let archive = try Sample.emptyArchive()
    try await archive.store(articles(5, differing: [2]))
    #expect(try await clashes(archive).facts.count == 1)
    let only = QueryParser().parse("50").query
    _ = try await archive.remove(matching: only)
    #expect(try await clashes(archive).facts.isEmpty)
}
