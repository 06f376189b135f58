import Foundation
import Testing

@testable import parley

/// A folder that changes under the built program, which is waited for line by line.
@Suite(.serialized) struct `Watching a folder` {
    /// The program at work; its lines come as they are written.
    private final class Watcher {
        let copy: `The program`.Copy
        let folder: URL
        private let process = Process()
        private var lines: AsyncStream<String>.Iterator
        private let ends: AsyncStream<Int32>

        init(_ copy: `The program`.Copy, _ folder: String, _ options: String...) throws {
            self.copy = copy
            self.folder = copy.folder.appending(path: folder)
            process.executableURL = copy.folder.appending(path: "parley")
            process.currentDirectoryURL = copy.folder
            process.arguments = ["watch", folder, "--archive", "a.sqlite"] + options
            process.environment = [
                "HOME": copy.folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8",
                "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "",
            ]
            process.standardInput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            let pipe = Pipe()
            process.standardOutput = pipe
            lines = Watcher.lines(of: pipe.fileHandleForReading).makeAsyncIterator()
            let (ends, end) = AsyncStream.makeStream(of: Int32.self)
            self.ends = ends
            process.terminationHandler = { end.yield($0.terminationStatus) }
            try process.run()
        }

        deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

        private static func lines(of handle: FileHandle) -> AsyncStream<String> {
            AsyncStream { continuation in
                let rest = Rest()
                handle.readabilityHandler = { handle in
                    let data = handle.availableData
                    if data.isEmpty {
                        handle.readabilityHandler = nil
                        continuation.finish()
                    } else {
                        for line in rest.add(data) { continuation.yield(line) }
                    }
                }
            }
        }

        /// What has come of a line; used by the handle's queue alone.
        private final class Rest: @unchecked Sendable {
            private var bytes = Data()

            func add(_ data: Data) -> [String] {
                bytes += data
                var lines: [String] = []
                while let end = bytes.firstIndex(of: 0x0A) {
                    lines.append(String(decoding: bytes[bytes.startIndex..<end], as: UTF8.self))
                    bytes = Data(bytes[(end + 1)...])
                }
                return lines
            }
        }

        /// The next line, without the path of the folder before names.
        func line() async -> String {
            let line = await lines.next(isolation: nil) ?? "(the end)"
            let path = folder.resolvingSymlinksInPath().path
            return line.replacingOccurrences(of: path + "/", with: "")
                .replacingOccurrences(of: path, with: "FOLDER")
        }

        func waitUntilWatching() async -> String {
            while true {
                let line = await line()
                if line.contains("watching") || line == "(the end)" { return line }
            }
        }

        func end(by signal: Int32) async -> Int32? {
            kill(process.processIdentifier, signal)
            return await ends.first { _ in true }
        }

        func write(_ text: String, to name: String) throws {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
    }

    private func copy(_ files: [String: String] = [:]) throws -> `The program`.Copy {
        let copy = try `The program`.Copy()
        let folder = copy.folder.appending(path: "news")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        return copy
    }

    private func story(_ subject: String) -> String {
        "---\ntitle: On \(subject)\n---\nTwo envoys met on Monday. They spoke about \(subject).\n"
    }

    @Test func `what is there is taken in, and what comes, changes and goes is told`() async throws
    {
        let watcher = try Watcher(try copy(["a.md": story("quotas")]), "news")
        #expect(await watcher.line() == "added a.md: On quotas")
        #expect(await watcher.line().hasPrefix("watching FOLDER: 1 article added"))

        try watcher.write(story("rivers"), to: "b.md")
        #expect(await watcher.line() == "added b.md: On rivers")

        let inner = watcher.folder.appending(path: "x/y")
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        try watcher.write(story("boats"), to: "x/y/c.md")
        #expect(await watcher.line() == "added x/y/c.md: On boats")

        try FileManager.default.moveItem(
            at: watcher.folder.appending(path: "x"), to: watcher.folder.appending(path: "z"))
        #expect(await watcher.line().hasPrefix("moved x: now z"))
        try watcher.write(story("trains"), to: "z/y/d.md")
        #expect(await watcher.line() == "added z/y/d.md: On trains")

        try FileManager.default.removeItem(at: watcher.folder.appending(path: "b.md"))
        #expect(await watcher.line() == "gone b.md: its article stays")

        // As editors write: beside the file, then over it.
        try watcher.write(
            "---\ntitle: On quotas\nurl: https://q.example/1\n---\nThe end.\n", to: ".a.md.tmp")
        try FileManager.default.removeItem(at: watcher.folder.appending(path: "a.md"))
        try FileManager.default.moveItem(
            at: watcher.folder.appending(path: ".a.md.tmp"),
            to: watcher.folder.appending(path: "a.md"))
        #expect(await watcher.line() == "added a.md: On quotas")

        // Another process reads meanwhile.
        let list = try watcher.copy.run(["list", "articles", "--json", "--archive", "a.sqlite"])
        #expect(list.output.contains("On trains"))
        #expect(await watcher.end(by: SIGTERM) == 0)
    }

    @Test func `a file is read when its writer has closed it`() async throws {
        let watcher = try Watcher(try copy(["old.md": story("quotas")]), "news")
        _ = await watcher.waitUntilWatching()
        let slow = watcher.folder.appending(path: "slow.md")
        #expect(FileManager.default.createFile(atPath: slow.path, contents: nil))
        let writer = try FileHandle(forWritingTo: slow)
        let text = story("soup")
        try writer.write(contentsOf: Data(text.utf8.prefix(40)))
        try watcher.write(story("bread"), to: "quick.md")
        #expect(await watcher.line() == "added quick.md: On bread")
        try writer.write(contentsOf: Data(text.utf8.dropFirst(40)))
        try writer.close()
        #expect(await watcher.line() == "added slow.md: On soup")
        #expect(await watcher.end(by: SIGINT) == 130)
    }

    @Test func `with --remove an article goes with its file, also while nobody watched`()
        async throws
    {
        let copy = try copy(["a.md": story("quotas"), "b.md": story("rivers")])
        var watcher = try Watcher(copy, "news", "--remove", "--json")
        #expect(await watcher.waitUntilWatching().contains(#""added":2"#))
        try FileManager.default.removeItem(at: watcher.folder.appending(path: "a.md"))
        let line = await watcher.line()
        #expect(line.hasPrefix(#"{"event":"removed","path":"a.md""#), "\(line)")
        #expect(line.contains(#""title":"On quotas""#))
        #expect(await watcher.end(by: SIGTERM) == 0)

        try FileManager.default.removeItem(at: watcher.folder.appending(path: "b.md"))
        watcher = try Watcher(copy, "news", "--remove")
        #expect(await watcher.line() == "removed b.md: On rivers")
        #expect(await watcher.end(by: SIGTERM) == 0)
        let list = try copy.run(["list", "articles", "--json", "--archive", "a.sqlite"])
        #expect(list.output == "[]\n")
    }

    @Test func `links, pipes and hidden files are left alone`() async throws {
        let copy = try copy()
        let folder = copy.folder.appending(path: "news")
        try Data(story("secrets").utf8).write(to: copy.folder.appending(path: "secret.md"))
        let watcher = try Watcher(copy, "news", "--json")
        _ = await watcher.waitUntilWatching()
        #expect(mkfifo(folder.appending(path: "pipe").path, 0o600) == 0)
        try FileManager.default.createSymbolicLink(
            atPath: folder.appending(path: "loop").path, withDestinationPath: ".")
        try watcher.write(story("hiding"), to: ".hidden.md")
        try watcher.write(story("backups"), to: "a.md~")
        try FileManager.default.createSymbolicLink(
            atPath: folder.appending(path: "out.md").path, withDestinationPath: "../secret.md")
        let line = await watcher.line()
        #expect(line.hasPrefix(#"{"event":"failed","path":"out.md""#), "\(line)")
        try watcher.write(story("quotas"), to: "a.md")
        #expect(await watcher.line().contains("On quotas"))
        #expect(await watcher.end(by: SIGTERM) == 0)
    }

    @Test func `a folder that goes away ends it with a word`() async throws {
        let watcher = try Watcher(try copy(), "news")
        _ = await watcher.waitUntilWatching()
        try FileManager.default.moveItem(
            at: watcher.folder, to: watcher.copy.folder.appending(path: "elsewhere"))
        #expect(await watcher.end(by: 0) == 1)
        #expect(try watcher.copy.run(["watch", "missing"]).status == 1)
    }
}
