import Queries
import Testing

@testable import Archive

@Test func `read and marked are kept and asked for`() async throws {
    let archive = try await Sample.riverArchive()
    try await archive.setRead(true, articles: ["a1", "b2"])
    try await archive.setMarked(true, articles: ["b2", "c3"])
    try await archive.setMarked(false, articles: ["c3"])
    #expect(try await archive.count(matching: .state(.unread)) == 2)
    #expect(try await archive.count(matching: .state(.marked)) == 1)
    #expect(try await archive.count(matching: .not(.state(.unread))) == 2)
}

@Test func `a person's own work outlives a rebuild and a removal`() async throws {
    let archive = try await Sample.riverArchive()
    let judgement = Judgement(
        article: "a1", kind: "actor", value: "ilves", range: 0..<11, anchor: "Marta Ilves",
        state: .accepted, by: "me", note: "seen")
    try await archive.store(judgement)
    try await archive.setMarked(true, articles: ["a1"])
    try await archive.saveSearch(NamedText(name: "water", text: "point:water"))
    try await archive.saveBookmark(NamedText(name: "w", text: "a1#s2"))
    try await archive.switchDossier(to: Sample.dossier(id: "river", hash: "2"))
    try await archive.remove(matching: .everything)
    try await archive.store(Sample.river())
    #expect(try await archive.judgements(article: "a1") == [judgement])
    #expect(try await archive.count(matching: .state(.marked)) == 1)
    #expect(try await archive.savedSearches() == [NamedText(name: "water", text: "point:water")])
    #expect(try await archive.bookmarks() == [NamedText(name: "w", text: "a1#s2")])
}

@Test func `a later judgement on the same finding takes the place of the earlier`() async throws {
    let archive = try await Sample.riverArchive()
    var judgement = Judgement(
        article: "a1", kind: "actor", value: "ilves", range: 0..<11, anchor: "Marta Ilves",
        state: .accepted, by: "me")
    try await archive.store(judgement)
    judgement.state = .rejected
    try await archive.store(judgement)
    #expect(try await archive.judgements(article: "a1").map(\.state) == [.rejected])
}
