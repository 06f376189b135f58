import Intake
import Synchronization
import Testing

@testable import Archive

struct ArchiveRobotsTests {
    private static let said = RobotsRecord(
        site: "https://quay.example", bytes: Array("User-agent: *\nDisallow: /x".utf8),
        validators: WebValidators(etag: "\"1\"", lastModified: "yesterday"))

    @Test(arguments: [
        (0, true), (86_399, true), (86_400, false), (30 * 86_400 - 1, false), (-5, false),
    ])
    func `what a site said is fresh for a day, and remembered for a month`(
        age: Int, isFresh: Bool
    ) async throws {
        let place = try TemporaryArchive()
        let now = Mutex(1_000_000_000)
        let archive = try Archive(
            path: place.path, dossier: Sample.dossier(), clock: { now.withLock { $0 } })
        try await archive.record([Self.said])
        now.withLock { $0 += age }
        var expected = Self.said
        expected.isFresh = isFresh
        #expect(try await archive.robots() == [expected])
    }

    @Test func `what is older is forgotten`() async throws {
        let place = try TemporaryArchive()
        let now = Mutex(1_000_000_000)
        let archive = try Archive(
            path: place.path, dossier: Sample.dossier(), clock: { now.withLock { $0 } })
        try await archive.record([Self.said])
        now.withLock { $0 += 30 * 86_400 }
        #expect(try await archive.robots().isEmpty)
        let other = RobotsRecord(site: "https://gull.example")
        try await archive.record([other, other])
        #expect(try await archive.robots() == [other])
    }

    @Test func `no more of a file is kept than is looked at`() {
        let endless = [UInt8](repeating: 0x20, count: 600 << 10)
        #expect(RobotsRecord(site: "https://quay.example", bytes: endless).bytes.count == 500 << 10)
    }
}
