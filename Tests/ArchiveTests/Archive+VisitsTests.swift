import Intake
import Testing

@testable import Archive

struct ArchiveVisitsTests {
    private static let url = "https://quay.example/f"
    private static let state = WebValidators(etag: "\"1\"", lastModified: "yesterday")

    private func archive(_ place: borrowing TemporaryArchive, at time: Int = 7) throws -> Archive {
        try Archive(path: place.path, dossier: Sample.dossier(), clock: { time })
    }

    @Test func `a visit is remembered until the next`() async throws {
        let place = try TemporaryArchive()
        let archive = try archive(place)
        #expect(try await archive.visits(of: [Self.url]).isEmpty)
        try await archive.record([WebVisit(url: Self.url, validators: Self.state)])
        let visit = try #require(try await archive.visits(of: [Self.url, Self.url])[Self.url])
        #expect(visit.validators == Self.state)
        #expect(visit.time == 7)
        try await archive.record([WebVisit(url: Self.url)])
        #expect(try await archive.visits(of: [Self.url])[Self.url]?.validators.isEmpty == true)
    }

    @Test func `a failure keeps what is known, and ends with the next success`() async throws {
        let place = try TemporaryArchive()
        let archive = try archive(place)
        try await archive.record([WebVisit(url: Self.url, problem: "no answer")])
        #expect(try await archive.visits(of: [Self.url])[Self.url]?.problem == "no answer")
        try await archive.record([WebVisit(url: Self.url, validators: Self.state)])
        try await archive.record([WebVisit(url: Self.url, problem: "no answer")])
        let failed = try await archive.visits(of: [Self.url])[Self.url]
        #expect(failed?.problem == "no answer")
        #expect(failed?.validators == Self.state)
        try await archive.recordUnchanged([Self.url])
        let visit = try await archive.visits(of: [Self.url])[Self.url]
        #expect(visit?.problem == nil)
        #expect(visit?.validators == Self.state)
    }

    @Test func `what is gone for good stays so until it answers`() async throws {
        let place = try TemporaryArchive()
        let archive = try archive(place)
        let gone = WebVisit(url: Self.url, problem: "answers 410", isGone: true)
        try await archive.record([gone])
        #expect(try await archive.visits(of: [Self.url])[Self.url]?.isGone == true)
        try await archive.record([WebVisit(url: Self.url, problem: "no answer")])
        #expect(try await archive.visits(of: [Self.url])[Self.url]?.isGone == false)
        try await archive.record([gone])
        try await archive.recordUnchanged([Self.url])
        #expect(try await archive.visits(of: [Self.url])[Self.url]?.isGone == false)
        try await archive.record([gone, WebVisit(url: Self.url)])
        #expect(try await archive.visits(of: [Self.url])[Self.url]?.isGone == false)
    }

    @Test func `an article that is gone is told by none`() async throws {
        let place = try TemporaryArchive()
        let archive = try archive(place)
        try await archive.record([WebVisit(url: Self.url, validators: Self.state, article: "gone")])
        #expect(try await archive.visits(of: [Self.url])[Self.url]?.article == nil)
        #expect(try await archive.held(["gone"]).isEmpty)
    }

    @Test func `a feed that is removed is forgotten`() async throws {
        let place = try TemporaryArchive()
        let archive = try archive(place)
        try await archive.addFeeds([FeedList.Item(url: Self.url)])
        try await archive.record([WebVisit(url: Self.url, validators: Self.state)])
        #expect(try await archive.removeFeed(Self.url))
        #expect(try await archive.feeds().isEmpty)
        #expect(try await archive.visits(of: [Self.url]).isEmpty)
        #expect(try await !archive.removeFeed(Self.url))
    }
}
