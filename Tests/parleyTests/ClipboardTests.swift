import Foundation
import Testing

@testable import parley

struct ClipboardTests {
    private static let folder = URL.temporaryDirectory.appending(path: "clip-\(UUID().uuidString)")

    /// A program of that name that writes what it reads, and its arguments, beside itself.
    private func program(_ name: String) throws -> URL {
        try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
        let file = Self.folder.appending(path: name)
        try ShellProgram.write(
            "{ echo \"$@\"; cat; } > \"$0.part\"; mv \"$0.part\" \"$0.seen\"\n", to: file.path)
        return file
    }

    @Test func `a display has a clipboard of its own beside the terminal's`() throws {
        _ = try program("xsel")
        let environment = ["DISPLAY": ":0", "PATH": "/nowhere:\(Self.folder.path)"]
        let clipboard = Clipboard("auto", environment: environment)
        #expect(clipboard.usesTerminal)
        #expect(clipboard.command == ["xsel", "--clipboard", "--input"])
        #expect(Clipboard("auto", environment: ["PATH": Self.folder.path]).command == nil)
        #expect(Clipboard("terminal", environment: environment).command == nil)
        #expect(!Clipboard("auto", environment: ["PATH": Self.folder.path]).copy("x"))
    }

    @Test func `a command of one's own reads the text as it is, and no shell does`() throws {
        let file = try program("mine")
        let text = String(repeating: "“Two words”; $(touch x) `y`\n", count: 20_000)
        let clipboard = Clipboard("\(file.path) -in ;", environment: [:])
        #expect(!clipboard.usesTerminal)
        #expect(clipboard.copy(text))
        var seen = ""
        for _ in 0..<1000 where seen.isEmpty {
            seen = (try? String(contentsOfFile: file.path + ".seen", encoding: .utf8)) ?? ""
            usleep(10_000)
        }
        #expect(seen == "-in ;\n" + text)
        #expect(!Clipboard("/nowhere/copy", environment: [:]).copy("x"))
    }

    @Test(arguments: [("true", nil), ("false", "Error: `false` ended with status 1")])
    func `a command that ends with an error is told of`(command: String, told: String?) async {
        let (words, teller) = AsyncStream.makeStream(of: String.self)
        let isStarted = BackgroundProgram.start([command]) { status in
            teller.yield("\(status)")
            teller.finish()
        }
        #expect(isStarted)
        var statuses: [String] = []
        for await word in words { statuses.append(word) }
        #expect(statuses == [told == nil ? "0" : "1"])
        guard let told else { return }
        let (failures, failed) = AsyncStream.makeStream(of: String.self)
        let clipboard = Clipboard(command, environment: [:])
        let isHanded = clipboard.copy("x") { failed.yield($0) }
        #expect(isHanded)
        #expect(await failures.first { _ in true }?.hasPrefix(told) == true)
    }
}
