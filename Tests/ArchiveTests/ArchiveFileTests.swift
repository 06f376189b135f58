import Foundation
import GRDB
import Queries
import Synchronization
import Testing

@testable import Archive

private func bytes(_ path: String) -> Data? { FileManager.default.contents(atPath: path) }

@Test func `an archive that is only read is not written to`() async throws {
    let place = try TemporaryArchive()
    do {
        let archive = try Archive(path: place.path, dossier: Sample.dossier())
        try await archive.store(Sample.river())
        _ = try archive.beginning()
        archive.close()
    }
    let before = bytes(place.path)
    let archive = try Archive(path: place.path, dossier: nil)
    #expect(try await archive.count(matching: .everything) == 4)
    #expect(try archive.beginning().isBehind == false)
    #expect(bytes(place.path + "-wal")?.isEmpty ?? true)
    #expect(bytes(place.path) == before)
}

@Test func `a closed archive leaves no log behind`() async throws {
    let place = try TemporaryArchive()
    do {
        let archive = try Archive(path: place.path, dossier: Sample.dossier())
        try await archive.store(Sample.river())
        archive.close()
    }
    let archive = try Archive(path: place.path, dossier: nil)
    #expect(try await archive.count(matching: .everything) == 4)
    try await archive.keepSession("query nato")
    archive.close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.folder.path).count == 1)
    #expect(try Archive(path: place.path, dossier: nil).beginning().session == "query nato")
}

@Test func `what the browser begins with is counted once and kept`() async throws {
    let place = try TemporaryArchive()
    let archive = try Archive(path: place.path, dossier: Sample.dossier())
    try await archive.store(Sample.river())
    let stamps = {
        try archive.reader.read { try String.fetchAll($0, sql: "SELECT stamp FROM derived") }
    }
    _ = try archive.beginning()
    let first = try stamps()
    let generation = try await archive.reader.read { try Setting.generation.integer($0) }
    #expect(first.count == 1 && first[0].contains(".\(generation)."))
    _ = try Archive(path: place.path, dossier: nil).beginning()
    #expect(try stamps() == first)
}

@Test func `what would be written to a file that is gone is refused, and reading goes on`()
    async throws
{
    let place = try TemporaryArchive()
    let archive = try Archive(path: place.path, dossier: Sample.dossier())
    try await archive.store(Sample.river())
    for ending in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: place.path + ending)
    }
    await #expect(throws: ArchiveError.gone(path: place.path)) {
        try await archive.keepSession("query nato")
    }
    #expect(try await archive.count(matching: .everything) == 4)
    #expect(!FileManager.default.fileExists(atPath: place.path))
}

@Test func `who reads does not wait for another program that writes, who writes does`()
    async throws
{
    let place = try TemporaryArchive()
    do {
        let archive = try Archive(path: place.path, dossier: Sample.dossier())
        try await archive.store(Sample.river())
        archive.close()
    }
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: place.path, configuration: configuration)
    try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
    let archive = try Archive(path: place.path, dossier: nil)
    let isKept = Mutex(false)
    let keeping = Task {
        try await archive.keepSession("query nato")
        isKept.withLock { $0 = true }
    }
    #expect(try archive.beginning().session == nil)
    #expect(try await archive.count(matching: .everything) == 4)
    #expect(!isKept.withLock { $0 })
    try await other.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
    try await keeping.value
    #expect(try archive.beginning().session == "query nato")
}

@Test func `a folder is no archive`() throws {
    let place = try TemporaryArchive()
    #expect(throws: ArchiveError.notAnArchive(path: place.folder.path)) {
        try Archive(path: place.folder.path, dossier: nil)
    }
}
