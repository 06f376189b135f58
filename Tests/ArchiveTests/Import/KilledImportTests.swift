import Foundation
import GRDB
import Intake
import Queries
import Testing

@testable import Archive

/// What a child process is told: the archive to import into, and the statement at which it is
/// killed; unset in the tests themselves.
private let environment = ProcessInfo.processInfo.environment
private let childPath = environment["PARLEY_TEST_IMPORT_INTO"]
private let lastStatement = environment["PARLEY_TEST_KILL_AT"].flatMap { Int($0) }

private let rounds = (0..<900).map { number in
    ImportItem.document(
        RawDocument(
            name: "round \(number)",
            bytes: Array(
                "Round \(number) of the talks ended on Monday. Both will meet again.".utf8),
            stated: RawDocument.Statement(
                title: "Round \(number)", url: "https://x.example/\(number)")))
}

@Test(.enabled(if: childPath != nil))
func `the child of the next test imports until it is killed`() async throws {
    let archive = try Archive(path: childPath, dossier: Sample.dossier())
    try await archive.writer.writeWithoutTransaction { db in
        var left = lastStatement ?? 0
        db.trace { _ in
            left -= 1
            if left == 0 { kill(getpid(), SIGKILL) }
        }
    }
    _ = try await archive.importArticles(rounds)
}

@Test(.enabled(if: childPath == nil))
func `an import killed at any moment leaves a sound archive, and importing again completes it`()
    async throws
{
    let place = try TemporaryArchive()
    let path = place.path
    var counts: [Int] = []
    for statement in [1, 2, 300, 1_500, 2_000, 4_000] {
        #expect(try killedChild(path, at: statement))
        let reopened = try Archive(path: path, dossier: Sample.dossier())
        #expect(try await reopened.check() == [])
        counts.append(try await reopened.count(matching: .everything))
    }
    #expect(counts == counts.sorted())
    let reached = try #require(counts.last)
    #expect(reached > 0 && reached < 900)
    let archive = try Archive(path: path, dossier: nil)
    let summary = try await archive.importArticles(rounds)
    #expect(summary.unchanged == reached)
    #expect(summary.added == 900 - reached)
    #expect(try await archive.count(matching: .word("talks")) == 900)
    #expect(try await archive.check() == [])
}

/// Runs the test program again, with nothing but the child above; true when it was killed.
private func killedChild(_ path: String, at statement: Int) throws -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: CommandLine.arguments[0])
    process.arguments = [
        "--testing-library", "swift-testing", "--filter", "the child of the next test",
    ]
    process.environment = environment.merging([
        "PARLEY_TEST_IMPORT_INTO": path, "PARLEY_TEST_KILL_AT": String(statement),
    ]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
        && process.terminationStatus == SIGKILL
}
