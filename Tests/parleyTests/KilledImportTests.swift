import Analysis
import Archive
import Foundation
import Queries
import Testing

/// An import by another process, killed while it writes.
struct `A killed import` {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "parley-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let lines = (0..<900).map { number in
            #"{"id":"k\#(number)","title":"Round \#(number)","text":"Round \#(number) of the talks "#
                + #"ended on Monday. Both sides will meet again in week \#(number)."}"#
        }
        try lines.joined(separator: "\n").write(
            to: folder.appending(path: "rounds.jsonl"), atomically: true, encoding: .utf8)
    }

    private var archive: String { folder.appending(path: "a.sqlite").path }

    private func startImport() throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: CommandLine.arguments[0])
            .deletingLastPathComponent().appending(path: "parley")
        process.arguments = ["import", "rounds.jsonl", "--archive", "a.sqlite", "--json"]
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return process
    }

    private func size(_ path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }

    /// Kills the child once its log has grown to so many bytes; it may be done before.
    @Test func `leaves a sound archive at any moment, and importing again completes it`()
        async throws
    {
        defer { try? FileManager.default.removeItem(at: folder) }
        var counts: [Int] = []
        for bytes in [1, 60_000, 300_000, 600_000, 1_200_000] {
            let child = try startImport()
            while child.isRunning, size(archive + "-wal") < bytes { await Task.yield() }
            kill(child.processIdentifier, SIGKILL)
            child.waitUntilExit()
            let reopened = try Archive(path: archive, dossier: nil)
            #expect(try await reopened.check() == [])
            counts.append(try await reopened.count(matching: .everything))
        }
        #expect(counts == counts.sorted())
        let last = try startImport()
        last.waitUntilExit()
        #expect(last.terminationStatus == 0)
        let whole = try Archive(path: archive, dossier: nil)
        #expect(try await whole.count(matching: .everything) == 900)
        #expect(try await whole.count(matching: .word("talks")) == 900)
        #expect(try await whole.check() == [])
    }
}
