import Foundation
import TestSupport
import Testing

/// A home of its own in which a person types commands: the built program is on the path, the files
/// of a test are there, and one server on loopback stands for all of the web.
final class Shell {
    struct Outcome {
        var status: Int32
        /// What a terminal would have shown: both streams, in the order in which they came.
        var shown: String
    }

    let home: URL
    private let copy: `The program`.Copy
    /// Held: it ends when nobody does.
    private let web: LoopbackServer?
    private var environment: [String: String]

    /// The home as the page calls it.
    static let namedHome = "/home/ann"

    init(files: [String: [UInt8]], web: LoopbackServer?) throws {
        self.web = web
        copy = try `The program`.Copy()
        home = copy.folder.appending(path: "home")
        environment = [
            "HOME": home.path, "PATH": copy.folder.path + ":/usr/bin:/bin", "LANG": "C.UTF-8",
            "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "",
        ]
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        for (name, bytes) in files { try write(bytes, to: name) }
        if let web {
            let authority = copy.folder.appending(path: "authority.pem")
            try Data(TLSIdentity.authority.utf8).write(to: authority)
            environment["https_proxy"] = web.root
            environment["CURL_CA_BUNDLE"] = authority.path
        }
    }

    func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
        let file = home.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(at: home.appending(path: name))
    }

    private func process(_ line: String, _ input: String = "") throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-c", line]
        process.currentDirectoryURL = home
        process.environment = environment
        let entry = copy.folder.appending(path: "in-\(UUID().uuidString)")
        try Data(input.utf8).write(to: entry)
        process.standardInput = try FileHandle(forReadingFrom: entry)
        return process
    }

    /// Runs one line to its end.
    func run(_ line: String, input: String = "") throws -> Outcome {
        let process = try process(line, input)
        let file = copy.folder.appending(path: "shown-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: file.path, contents: nil)
        let shown = try FileHandle(forWritingTo: file)
        try shown.seekToEnd()
        process.standardOutput = shown
        process.standardError = shown
        try process.run()
        process.waitUntilExit()
        let text = try String(contentsOf: file, encoding: .utf8)
        return Outcome(status: process.terminationStatus, shown: named(text))
    }

    /// Runs one that does not end by itself: each of the `deeds` is done when the line that comes
    /// before has been shown, from `watching` on; then it is told to end.
    func watch(_ line: String, _ deeds: [() throws -> Void]) throws -> Outcome {
        let process = try process("exec " + line)
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        defer { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
        var shown: [UInt8] = []
        var left = deeds[...]
        var isWatching = false
        while true {
            let piece = pipe.fileHandleForReading.availableData
            if piece.isEmpty { break }
            for byte in piece {
                shown.append(byte)
                guard byte == UInt8(ascii: "\n") else { continue }
                isWatching = isWatching || shown.contains(Array("watching".utf8))
                guard isWatching else { continue }
                if let deed = left.popFirst() {
                    try deed()
                } else {
                    kill(process.processIdentifier, SIGTERM)
                }
            }
        }
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            shown: named(String(decoding: shown, as: UTF8.self)))
    }

    /// With the name of the home that the page uses.
    private func named(_ text: String) -> String {
        text.replacing(home.resolvingSymlinksInPath().path, with: Shell.namedHome)
    }
}
