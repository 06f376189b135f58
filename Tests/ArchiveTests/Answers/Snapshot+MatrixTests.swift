import Analysis
import Queries
import Testing

@testable import Archive

private func matrix(_ archive: Archive, _ question: MatrixQuestion) async throws -> Matrix {
    guard case .matrix(let matrix) = try await archive.answer(.matrix(question)) else {
        throw ArchiveError.noSuchArticle("matrix")
    }
    return matrix
}

@Test func `of few articles a matrix counts sentences, point by point`() async throws {
    let archive = try await Sample.riverArchive()
    let found = try await matrix(archive, MatrixQuestion(.points))
    #expect(found.isByArticle)
    #expect(found.columns.map(\.id) == ["a1", "b2", "c3", "d4"])
    #expect(found.columns.map(\.letter) == ["D", "U", "S", "?"])
    let quota = try #require(found.rows.first { $0.id == "quota" })
    #expect(quota.group == "Water")
    #expect(quota.counts[0] == 1)
    #expect(quota.counts[1] == 0)
    #expect(Set(found.rows.map(\.name) + found.unreported).count == 3)
}

@Test func `a narrowed matrix keeps the letters of the corpus`() async throws {
    let archive = try await Sample.riverArchive()
    let query = Query.field(.source, "wire")
    let found = try await matrix(archive, MatrixQuestion(.people, within: query))
    #expect(found.columns.map(\.letter) == ["U"])
    #expect(found.rows.map(\.id) == ["ilves"])
}

@Test func `of many articles a matrix counts them by source`() async throws {
    let archive = try Sample.emptyArchive()
    var articles: [AnalyzedArticle] = []
    for number in 0..<20 {
        let outlet = number < 12 ? "The Delta Herald" : number < 19 ? "Upland Wire" : nil
        let text = number.isMultiple(of: 2) ? "A quota was named." : "The gates stay shut."
        let article = Sample.article("n\(number)", ["\(text) It is \(number)."], outlet: outlet)
        var findings = Findings()
        findings.outletID = number < 12 ? "herald" : number < 19 ? "wire" : nil
        let id = number.isMultiple(of: 2) ? "quota" : "gates"
        let word = number.isMultiple(of: 2) ? "quota" : "gates"
        findings.points = [PointFinding(id: id, basis: Sample.basis(word, in: article))]
        articles.append(AnalyzedArticle(article: article, findings: findings))
    }
    try await archive.store(articles)
    let found = try await matrix(archive, MatrixQuestion(.points))
    #expect(!found.isByArticle)
    #expect(found.articleCount == 20)
    #expect(found.columns.map(\.outlet) == ["The Delta Herald", "Upland Wire", nil])
    #expect(found.columns.map(\.articleCount) == [12, 7, 1])
    #expect(found.rows.map(\.name) == ["Water quota", "Sluice gates"])
    #expect(found.rows.map(\.counts) == [[6, 4, 0], [6, 3, 1]])
    #expect(found.unreported == ["Repair fund"])
}

@Test func `a matrix of words counts own words by source and shows where they stand`() async throws
{
    let archive = try Sample.emptyArchive()
    try await archive.store(
        (0..<16).map { number in
            let isHerald = number < 10
            let word = isHerald ? "regime" : "government"
            var findings = Findings()
            findings.outletID = isHerald ? "herald" : "wire"
            return AnalyzedArticle(
                article: Sample.article(
                    "n\(number)", ["The \(word) met.", "Rain fell on day \(number)."],
                    outlet: isHerald ? "The Delta Herald" : "Upland Wire"),
                findings: findings)
        })
    let found = try await matrix(archive, MatrixQuestion(.words))
    #expect(found.rows.map(\.name) == ["regime", "government"])
    #expect(found.rows.map(\.group) == ["who governs", "who governs"])
    #expect(found.rows.map(\.counts) == [[10, 0], [0, 6]])
    let wire = Query.field(.source, "wire")
    guard
        case .wordUses(let sentences, let id) = try await archive.answer(
            .wordUses(found.rows[1].id, within: wire))
    else { throw ArchiveError.noSuchArticle("words") }
    #expect(id == "who governs: government")
    #expect(sentences.count == 6)
    #expect(sentences.first?.text == "The government met.")
    #expect(sentences.first?.highlights == [4..<14])
}

@Test func `of few articles a matrix of words shows only what is chosen between`() async throws {
    let archive = try Sample.emptyArchive()
    let texts = [
        "The regime met. It was a war.", "The government met. It was a war.",
        "The regime left. The government stayed.",
    ]
    try await archive.store(
        texts.enumerated().map { number, text in
            AnalyzedArticle(
                article: Sample.article("n\(number)", [text], published: "2025-12-0\(number + 1)"),
                findings: Findings())
        })
    let found = try await matrix(archive, MatrixQuestion(.words))
    #expect(found.isByArticle)
    #expect(found.rows.map(\.name) == ["government", "regime"])
    #expect(found.rows.map(\.counts) == [[0, 1, 1], [1, 0, 1]])
}
