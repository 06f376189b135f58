import Analysis
import Foundation
import Queries
import Testing

@testable import Archive

@Suite struct OwnEntriesTests {
    private func proposals(_ archive: Archive) async throws -> ProposalsAnswer {
        guard case .proposals(let answer) = try await archive.answer(.proposals(limit: 10)) else {
            throw ArchiveError.noSuchEntry(kind: "answer", name: "proposals")
        }
        return answer
    }

    private let own: Dossier = {
        var own = Dossier(id: "river", title: "Mine", contentHash: "own")
        own.participants = [Participant(id: "clerk", name: "Tove Rask", kind: .person)]
        return own
    }()

    @Test func `proposals have their kind and count, and lead to their sentences`() async throws {
        let archive = try await Sample.riverArchive()
        let answer = try await proposals(archive)
        #expect(answer.open.map(\.name) == ["Tove Rask"])
        #expect(answer.open.map(\.kind) == [.person])
        #expect(answer.open.map(\.articleCount) == [1])
        #expect(answer.openCount == 1)
        guard case .proposal(let page) = try await archive.answer(.proposal("proposed-clerk"))
        else {
            Issue.record("no page")
            return
        }
        #expect(page.forms == ["A clerk"])
        #expect(page.sentences.map(\.articleID) == ["c3"])
        #expect(page.sentences.map(\.sentence) == [1])
        #expect(page.rule == "test-rule")
        await #expect(throws: ArchiveError.self) { try await archive.answer(.proposal("nobody")) }
    }

    @Test func `what is set aside stays so through a rebuild, until it is brought back`()
        async throws
    {
        let archive = try await Sample.riverArchive()
        let rask = try #require(try await proposals(archive).open.first)
        try await archive.setAside(true, rask)
        #expect(try await proposals(archive).open.isEmpty)
        #expect(try await proposals(archive).setAside.map(\.id) == [rask.id])
        try await archive.remove(matching: .everything)
        try await archive.store(Sample.river())
        #expect(try await proposals(archive).setAside.map(\.isSetAside) == [true])
        try await archive.setAside(false, rask)
        #expect(try await proposals(archive).open.map(\.id) == [rask.id])
    }

    @Test func `an added name makes stale only what holds it, and is proposed no more`()
        async throws
    {
        let archive = try await Sample.riverArchive()
        #expect(try await archive.takeUp(own, changing: ["a clerk"]) == 1)
        #expect(archive.dossier.participants.map(\.id) == ["ilves", "council", "clerk"])
        #expect(archive.baseDossier.participants.count == 2)
        #expect(try await proposals(archive).open.isEmpty)
        #expect(try await archive.needsRebuild())
        #expect(try await archive.rebuildFindings() == 1)
        #expect(try await !archive.needsRebuild())
    }

    @Test func `findings keep their stamps when the archive is opened again`() async throws {
        let path = NSTemporaryDirectory() + "parley-own-\(UInt32.random(in: 0...UInt32.max))"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let file = path + "/a.sqlite"
        let archive = try Archive(path: file, dossier: Sample.dossier())
        try await archive.store(Sample.river())
        try await archive.takeUp(own, changing: ["nobody at all"])
        #expect(try await !archive.needsRebuild())

        let again = try Archive(path: file, dossier: nil)
        try again.layOver(own)
        #expect(try await !again.needsRebuild())
        let without = try Archive(path: file, dossier: nil)
        #expect(try await without.needsRebuild())
        var edited = own
        edited.contentHash = "edited"
        try again.layOver(edited)
        #expect(try await again.needsRebuild())
    }

    @Test func `who works with an older state stops, and what it writes is stale`() async throws {
        let path = NSTemporaryDirectory() + "parley-own-\(UInt32.random(in: 0...UInt32.max))"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let file = path + "/a.sqlite"
        let first = try Archive(path: file, dossier: Sample.dossier())
        let second = try Archive(path: file, dossier: nil)
        try await first.takeUp(own, changing: [])
        let items = Sample.river().map { ImportItem.article($0.article, origin: "test") }
        _ = try await second.importArticles(items)
        #expect(try await first.needsRebuild())
        #expect(try await first.rebuildFindings() == 4)
        #expect(try await !first.needsRebuild())
    }

    @Test(arguments: ["\"", "a\" OR \"b", "*", "NEAR(", "", "—", "^x", "{y}:z"])
    func `a hostile name is no expression`(name: String) async throws {
        let archive = try await Sample.riverArchive()
        try await archive.takeUp(own, changing: [name])
        #expect(try await archive.rebuildFindings() <= 4)
    }
}
