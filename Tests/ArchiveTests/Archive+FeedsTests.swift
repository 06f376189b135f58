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

    @Test func `no article is needed and none is made`() async throws {
        let place = try TemporaryArchive()
        let archive = try Archive(path: place.path, dossier: Sample.dossier())
        #expect(try await archive.feeds().isEmpty)
        #expect(try await archive.addFeeds([]) == 0)
    }
}
