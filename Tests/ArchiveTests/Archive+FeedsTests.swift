import Intake
import Testing

@testable import Archive

struct ArchiveFeedsTests {
    @Test func `feeds are kept once, by their addresses`() async throws {
        let place = try TemporaryArchive()
        let archive = try Archive(path: place.path, dossier: Sample.dossier())
        let quay = FeedList.Item(
            url: "https://quay.example/f", title: "The Quay", folder: "Harbour")
        let gull = FeedList.Item(url: "https://gull.example/f")
        #expect(try await archive.addFeeds([quay, gull, quay]) == 2)
        var renamed = quay
        renamed.title = "Another name"
        #expect(try await archive.addFeeds([renamed]) == 0)
        #expect(try await archive.feeds() == [gull, quay])
    }

    @Test func `a feed that moves takes along what is remembered of it`() async throws {
        let place = try TemporaryArchive()
        let archive = try Archive(path: place.path, dossier: Sample.dossier())
        let (old, new) = ("https://quay.example/f", "https://www.quay.example/f")
        try await archive.addFeeds([FeedList.Item(url: old, title: "The Quay", folder: "Harbour")])
        let state = WebValidators(etag: "\"1\"")
        try await archive.record([WebVisit(url: old, validators: state)])
        try await archive.moveFeed(from: old, to: new)
        #expect(
            try await archive.feeds() == [
                FeedList.Item(url: new, title: "The Quay", folder: "Harbour")
            ])
        #expect(try await archive.visits(of: [old, new]).keys.sorted() == [new])
        #expect(try await archive.visits(of: [new])[new]?.validators == state)
    }

    @Test func `a feed that moves to one of the list is not there twice`() async throws {
        let place = try TemporaryArchive()
        let archive = try Archive(path: place.path, dossier: Sample.dossier())
        let feeds = ["https://quay.example/f", "https://gull.example/f"].map {
            FeedList.Item(url: $0)
        }
        try await archive.addFeeds(feeds)
        try await archive.moveFeed(from: feeds[0].url, to: feeds[1].url)
        #expect(try await archive.feeds() == [feeds[1]])
        try await archive.moveFeed(from: feeds[1].url, to: feeds[1].url)
        #expect(try await archive.feeds() == [feeds[1]])
    }

    @Test func `no article is needed and none is made`() async throws {
        let place = try TemporaryArchive()
        let archive = try Archive(path: place.path, dossier: Sample.dossier())
        #expect(try await archive.feeds().isEmpty)
        #expect(try await archive.addFeeds([]) == 0)
    }
}
