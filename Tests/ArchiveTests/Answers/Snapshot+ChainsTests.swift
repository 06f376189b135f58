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

@Test func `a chain that goes on from a sentence before says which one names the outlet`()
    async throws
{
    let article = Sample.article(
        "n", ["The gates stay shut, Reef Radio says.", "Rain fell.", "They rust, a clerk added."])
    var findings = Findings()
    findings.citedOutlets = [
        OutletFinding(
            id: "reef-radio", name: "Reef Radio", isKnown: false, how: .reported,
            basis: Sample.basis("Reef Radio", in: article))
    ]
    let words = Sample.basis("They rust", in: article)
    findings.quotes = [
        QuoteFinding(
            sentence: 2, range: words.evidence[0].range, kind: .indirect, speaker: "a clerk",
            speakerID: nil, speakerMention: nil, isNamed: false, cue: "added", via: "Reef Radio",
            basis: words)
    ]
    let archive = try Sample.emptyArchive()
    try await archive.store([AnalyzedArticle(article: article, findings: findings)])
    guard case .chains(let chains) = try await archive.answer(.chains(within: .everything))
    else { return #expect(Bool(false), "another answer") }
    #expect(chains.links.map(\.outlet) == ["Reef Radio", "Reef Radio"])
    #expect(chains.links.map(\.outletSentence) == [nil, 0])
}

@Test(arguments: [(3, true, 3), (13, false, 1), (250, false, 1)])
func `few articles have chains of their own, of many the same ones are counted`(
    count: Int, isByArticle: Bool, links: Int
) async throws {
    let archive = try Sample.emptyArchive()
    try await archive.store((0..<count).map(sourced))
    guard case .chains(let chains) = try await archive.answer(.chains(within: .everything))
    else { return #expect(Bool(false), "another answer") }
    #expect(chains.isByArticle == isByArticle)
    #expect(chains.articleCount == count)
    #expect(chains.columns.count == (isByArticle ? count : 0))
    #expect(chains.links.count == links)
    #expect(chains.citing == ["Reef Radio": count])
    #expect(chains.links.map(\.articleCount).reduce(0, +) == count)
    #expect(chains.links.allSatisfy { $0.end == .notGiven && $0.outletID == "reef-radio" })
    #expect(chains.links[0].sentences.count == (isByArticle ? 1 : 3))
    #expect(chains.totals == [0, 0, links])
    #expect(chains.leftOut == 0)
}

@Test func `of many links those are listed that most articles have`() async throws {
    let archive = try Sample.emptyArchive()
    var all = (0..<20).map(sourced)
    for number in all.indices {
        let article = all[number].article
        let basis = Sample.basis("stay shut", in: article)
        for clerk in 0..<20 {
            let name = number < 3 ? "clerk \(clerk)" : "clerk \(number) of \(clerk)"
            all[number].findings.quotes.append(
                QuoteFinding(
                    sentence: 0, range: basis.evidence[0].range, kind: .indirect, speaker: name,
                    speakerID: nil, speakerMention: nil, isNamed: false, cue: "says", via: nil,
                    basis: basis))
        }
    }
    try await archive.store(all)
    guard case .chains(let chains) = try await archive.answer(.chains(within: .everything))
    else { return #expect(Bool(false), "another answer") }
    #expect(chains.links.count == 300)
    #expect(chains.totals == [0, 20 + 17 * 20, 1])
    #expect(chains.leftOut == 61)
    #expect(chains.links.first?.outlet == "Reef Radio")
    let counts = chains.links.map(\.articleCount)
    #expect(Array(counts.prefix(22)) == [20] + Array(repeating: 3, count: 20) + [1])
}
