import Analysis
import Queries
import Testing

@testable import Archive

private func sourced(_ number: Int) -> AnalyzedArticle {
    let article = Sample.article(
        "n\(number)", ["The gates stay shut, Reef Radio says."], outlet: "Wire \(number)")
    var findings = Findings()
    let basis = Sample.basis("Reef Radio", in: article)
    findings.citedOutlets = [
        OutletFinding(
            id: "reef-radio", name: "Reef Radio", isKnown: false, how: .reported, basis: basis)
    ]
    return AnalyzedArticle(article: article, findings: findings)
}

@Test(arguments: [(3, true, 3), (13, false, 1), (Snapshot.pageLimit + 50, false, 1)])
func `few articles have chains of their own, of many the same ones are counted`(
    count: Int, isByArticle: Bool, links: Int
) async throws {
    let archive = try Sample.emptyArchive()
    try await archive.store((0..<count).map(sourced))
    guard case .chains(let chains) = try await archive.answer(.chains(within: .everything))
    else { return #expect(Bool(false), "another answer") }
    let read = min(count, Snapshot.pageLimit)
    #expect(chains.isByArticle == isByArticle)
    #expect(chains.articleCount == count)
    #expect(chains.columns.count == read)
    #expect(chains.links.count == links)
    #expect(chains.citing == ["Reef Radio": read])
    #expect(chains.links.map(\.articleCount).reduce(0, +) == read)
    #expect(chains.links.allSatisfy { $0.end == .notGiven && $0.outletID == "reef-radio" })
    #expect(chains.links[0].sentences.count == (isByArticle ? 1 : min(read, 100)))
}
