import Foundation
import Testing

/// The import rules of `docs/architecture.md`, held against the sources themselves: the compiler
/// lets packages and doors slip through when something else already links them.
struct `House rules` {
    static let allowed: [String: Set<String>] = [
        "Intake": ["CIconv", "CUchardet", "CXML2", "CZlib"],
        "Analysis": ["Intake", "TOMLKit", "Algorithms"],
        "Queries": ["Intake", "Analysis"],
        "Archive": [
            "Intake", "Analysis", "Queries", "CMemory", "GRDB", "GRDBSQLite", "Algorithms",
        ],
        "Screens": ["Intake", "Analysis", "Queries", "TOMLKit", "Algorithms"],
        "Terminal": ["Screens", "CNcurses"],
        "parley": [
            "Intake", "Analysis", "Queries", "Archive", "Screens", "Terminal", "CBundle", "CCurl",
            "CMemory", "CNcurses", "ArgumentParser",
        ],
    ]
    /// Parts of the toolchain that any room may use.
    static let toolchain: Set<String> = [
        "Foundation", "FoundationEssentials", "Glibc", "Musl", "Darwin", "Synchronization",
        "Dispatch",
    ]
    /// Rooms that are pure functions over values: no files, clock, randomness or environment.
    static let pureRooms = ["Analysis", "Queries", "Screens"]

    /// `package import Intake`, `@testable import Intake`, `import struct Glibc.timespec`.
    static var importLine: Regex<(Substring, Substring)> {
        #/(?m)^[ ]*(?:@\w+[ ]+)*(?:[a-z]+[ ]+)?import[ ]+(?:[a-z]+[ ]+)?([A-Z]\w+)/#
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func swiftFiles(in room: String) throws -> [URL] {
        let folder = root.appending(path: "Sources/\(room)")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (files?.allObjects ?? []).compactMap { $0 as? URL }
            .filter { $0.pathExtension == "swift" }
    }

    @Test(arguments: allowed.keys.sorted())
    func `a room imports only what it may look into`(room: String) throws {
        let files = try Self.swiftFiles(in: room)
        #expect(!files.isEmpty)
        for file in files {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: Self.importLine) {
                let name = String(match.1)
                let isAllowed =
                    Self.toolchain.contains(name) || Self.allowed[room, default: []].contains(name)
                #expect(isAllowed, "\(file.lastPathComponent) imports \(name)")
            }
        }
    }

    @Test(arguments: pureRooms)
    func `a pure room touches no file, clock, chance or environment`(room: String) throws {
        let forbidden = [
            "FileManager", "FileHandle", "ProcessInfo", "Date()", "Date.now", ".random(", "getenv(",
            "ContinuousClock", "Task {", "Task.detached", "URLSession", "Thread",
        ]
        for file in try Self.swiftFiles(in: room) {
            let text = try String(contentsOf: file, encoding: .utf8)
            for word in forbidden {
                #expect(!text.contains(word), "\(file.lastPathComponent) uses \(word)")
            }
        }
    }

    @Test func `the whole house is known`() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: Self.root.appending(path: "Sources").path())
        #expect(Set(folders) == Set(Self.allowed.keys).union(["System"]))
    }

    @Test(arguments: allowed.keys.sorted())
    func `nothing crashes on purpose and nothing is public`(room: String) throws {
        for file in try Self.swiftFiles(in: room) {
            let text = try String(contentsOf: file, encoding: .utf8)
            for word in [
                "try!", "fatalError(", "as! ", "@unchecked Sendable", "nonisolated(unsafe)",
            ] {
                #expect(!text.contains(word), "\(file.lastPathComponent) has \(word)")
            }
            let isPublic = text.contains(
                #/(?m)^ *(public|open) (final |static )?(func|var|let|class|struct|enum|init)/#)
            #expect(!isPublic, "\(file.lastPathComponent)")
        }
    }
}
