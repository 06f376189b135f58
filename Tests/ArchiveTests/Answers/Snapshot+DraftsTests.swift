import Analysis
import Queries
import Testing

@testable import Archive

@Test func `a draft's points are counted over the articles of a query`() async throws {
    var dossier = Sample.dossier()
    dossier.drafts.append(Draft(id: "june", title: "June draft"))
    dossier.concordance = [
        ConcordanceRow(fromDraft: "may", toDraft: "june", from: 3, to: nil, fate: .dropped)
    ]
    let archive = try Archive(path: nil, dossier: dossier, clock: { 1 })
    try await archive.store(Sample.river())
    func page(_ query: Query) async throws -> DraftsPage? {
        guard case .drafts(let page) = try await archive.answer(.drafts(pair: 7, within: query))
        else { return nil }
        return page
    }
    let all = try #require(try await page(.everything))
    #expect(all.pairCount == 1 && all.pair == 0)
    #expect(all.rows.map(\.fate) == [.dropped])
    #expect(all.rows[0].from?.title == "Quota" && all.rows[0].to == nil)
    #expect(all.rows[0].articleCount >= 1)
    #expect(all.rows[0].presence.map { $0 & 1 } == 1)
    let none = try #require(try await page(.field(.source, "wire")))
    #expect(none.rows[0].articleCount == 0)
    #expect(all.shown != nil && all.shown != none.shown)
}

@Test func `a dossier without concordance has no drafts to compare`() async throws {
    let archive = try await Sample.riverArchive()
    let answer = try await archive.answer(.drafts(pair: 0, within: .everything))
    #expect(answer == .drafts(nil))
}
