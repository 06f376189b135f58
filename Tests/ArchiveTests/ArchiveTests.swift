import Analysis
import Foundation
import GRDB
import Queries
import Testing

@testable import Archive

/// A path that nothing else uses; removed with its folder at the end of the test.
struct TemporaryArchive: ~Copyable {
    let folder: URL
    var path: String { folder.appendingPathComponent("archive.sqlite").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("parley-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}

private func total(_ archive: Archive, _ query: Query = .everything) async throws -> Int {
    try await archive.count(matching: query)
}

@Test func `an archive opens again as it was left`() async throws {
    let place = try TemporaryArchive()
    do {
        let archive = try Archive(path: place.path, dossier: Sample.dossier())
        try await archive.store(Sample.river())
    }
    let archive = try Archive(path: place.path, dossier: nil)
    #expect(archive.dossier == Sample.dossier())
    #expect(try await total(archive) == 4)
    #expect(try await total(archive, .field(.actor, "ilves")) == 2)
    #expect(try await archive.check() == [])
}

@Test func `articles that others take in are noticed, and other changes are not`() async throws {
    let place = try TemporaryArchive()
    let archive = try Archive(path: place.path, dossier: Sample.dossier())
    let other = try Archive(path: place.path, dossier: nil)
    #expect(try await total(archive) == 0)
    #expect(try await !archive.hasChanged())
    try await other.keepSession("elsewhere")
    #expect(try await !archive.hasChanged())
    try await other.store(Sample.river())
    // Whatever is asked meanwhile knows of them already, what was answered before does not.
    #expect(try await total(archive) == 4)
    #expect(try await archive.hasChanged())
    #expect(try await !archive.hasChanged())
}

@Test func `two connections see each other's work`() async throws {
    let place = try TemporaryArchive()
    let one = try Archive(path: place.path, dossier: Sample.dossier())
    let other = try Archive(path: place.path, dossier: nil)
    #expect(try await total(other) == 0)
    try await one.store(Array(Sample.river()[..<2]))
    #expect(try await total(other, .field(.actor, "ilves")) == 2)
    try await other.store(Array(Sample.river()[2...]))
    #expect(try await total(one, .has(.quote)) == 2)
    try await one.remove(matching: .field(.actor, "ilves"))
    #expect(try await total(other) == 2)
    #expect(try await total(other, .has(.quote)) == 1)
    #expect(try await other.check() == [])
}

@Test func `a reader is not kept waiting by a writer`() async throws {
    let place = try TemporaryArchive()
    let one = try Archive(path: place.path, dossier: Sample.dossier())
    try await one.store(Sample.river())
    let other = try Archive(path: place.path, dossier: nil)
    try await one.setMarked(true, articles: ["a1"])
    let marked = try await one.writer.write { db in
        try db.execute(sql: "DELETE FROM reading")
        // Within the transaction, so on a thread that the writer does not need.
        return try other.reader.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM reading WHERE is_marked")
        }
    }
    #expect(marked == 1)
}

@Test func `a newer archive is refused`() async throws {
    let place = try TemporaryArchive()
    do {
        let archive = try Archive(path: place.path, dossier: Sample.dossier())
        try await archive.writer.write {
            try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999-later')")
        }
    }
    #expect(throws: ArchiveError.newer(path: place.path, migration: "999-later")) {
        try Archive(path: place.path, dossier: nil)
    }
}

@Test func `another dossier is refused until it is switched to`() async throws {
    let place = try TemporaryArchive()
    do {
        let archive = try Archive(path: place.path, dossier: Sample.dossier())
        try await archive.store(Sample.river())
    }
    var other = Sample.dossier(id: "canal", hash: "9")
    other.participants[0].aliases = [Alias("Marta Ilves")]
    let refusal = ArchiveError.otherDossier(path: place.path, recorded: "river", given: "canal")
    #expect(throws: refusal) { try Archive(path: place.path, dossier: other) }
    do {
        let archive = try Archive(path: place.path, dossier: nil)
        #expect(try await total(archive, .field(.actor, "Ильвес")) == 2)
        try await archive.switchDossier(to: other)
        #expect(try await archive.needsRebuild() == false)
        #expect(try await total(archive, .field(.actor, "Ильвес")) == 0)
    }
    #expect(try Archive(path: place.path, dossier: other).dossier.id == "canal")
}

@Test(arguments: ["this is no database at all", "SQLite format 3\0 but cut short"])
func `a file that is no archive is refused and left alone`(content: String) throws {
    let place = try TemporaryArchive()
    try Data(content.utf8).write(to: URL(fileURLWithPath: place.path))
    #expect(throws: ArchiveError.notAnArchive(path: place.path)) {
        try Archive(path: place.path, dossier: nil)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: place.path)) == Data(content.utf8))
}

@Test func `another program's database is refused and left alone`() throws {
    let place = try TemporaryArchive()
    do { try DatabaseQueue(path: place.path).write { try $0.execute(sql: "CREATE TABLE t (x)") } }
    let before = try Data(contentsOf: URL(fileURLWithPath: place.path))
    #expect(throws: ArchiveError.notAnArchive(path: place.path)) {
        try Archive(path: place.path, dossier: nil)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: place.path)) == before)
}

@Test func `an empty file becomes an archive`() throws {
    let place = try TemporaryArchive()
    try Data().write(to: URL(fileURLWithPath: place.path))
    _ = try Archive(path: place.path, dossier: Sample.dossier())
}

@Test func `a cancelled question ends with a cancellation`() async throws {
    let archive = try await Sample.riverArchive()
    let task = Task {
        try await Task.sleep(for: .seconds(60))
        return try await archive.answer(.overview)
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { _ = try await task.value }
    let asked = Task { () -> Answer in
        while !Task.isCancelled { await Task.yield() }
        return try await archive.answer(.overview)
    }
    asked.cancel()
    await #expect(throws: CancellationError.self) { _ = try await asked.value }
}

@Test func `what is removed is gone from text, columns and counts`() async throws {
    let archive = try await Sample.riverArchive()
    #expect(try await archive.remove(matching: .word("talking")) == 2)
    #expect(try await total(archive) == 2)
    #expect(try await total(archive, .word("talks")) == 0)
    #expect(try await total(archive, .field(.actor, "ilves")) == 0)
    #expect(try await archive.remove(matching: .word("talking")) == 0)
    #expect(try await archive.check() == [])
}

@Test func `the bundled articles can be taken out again`() async throws {
    let archive = try Sample.emptyArchive()
    try await archive.store(Array(Sample.river()[..<3]), isBundled: true)
    try await archive.store(Array(Sample.river()[3...]))
    #expect(try await archive.removeBundled() == 3)
    #expect(try await total(archive) == 1)
}
