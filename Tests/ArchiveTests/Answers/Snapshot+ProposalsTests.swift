import Analysis
import Queries
import Testing

@testable import Archive

@Test(arguments: [3, 20])
func `a proposed name comes with its sentences, in a small archive and a large one`(
    count: Int
) async throws {
    let archive = try Sample.emptyArchive()
    try await archive.store(
        (0..<count).map { number in
            let article = Sample.article("n\(number)", ["Harbour master Ines Corte spoke."])
            var findings = Findings()
            findings.actors = [
                Sample.actor("ines-corte", "Ines Corte", "Ines Corte", in: article, isKnown: false)
            ]
            return AnalyzedArticle(article: article, findings: findings)
        })
    guard case .proposal(let page) = try await archive.answer(.proposal("ines-corte")) else {
        return
    }
    #expect(page.sentences.count == count)
    #expect(page.forms == ["Ines Corte"])
    await #expect(throws: ArchiveError.self) { try await archive.answer(.proposal("nobody")) }
}
