import Foundation
import Testing

@testable import parley

struct NoteEditorTests {
    private func editor(_ script: String) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "ed-\(UUID().uuidString)")
        try ShellProgram.write(script + "\n", to: file.path)
        return file.path
    }

    @Test func `what the editor leaves is the note`() throws {
        let path = try editor("printf 'more\\n\\n' >> \"$1\"")
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try NoteEditor.edit("begun", environment: ["EDITOR": path]) == "begun\nmore")
    }

    @Test func `VISUAL goes before EDITOR, and words after the name are its arguments`() throws {
        let path = try editor("printf \"$1\" > \"$2\"")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let environment = ["VISUAL": "\(path) seen", "EDITOR": "/nowhere/editor"]
        #expect(try NoteEditor.edit("", environment: environment) == "seen")
    }

    @Test func `an editor that fails or is not there leaves the note`() throws {
        let failing = try editor("exit 3")
        defer { try? FileManager.default.removeItem(atPath: failing) }
        #expect(throws: CommandFailure.self) {
            try NoteEditor.edit("x", environment: ["EDITOR": failing])
        }
        #expect(throws: CommandFailure.self) {
            try NoteEditor.edit("x", environment: ["EDITOR": "/nowhere/editor"])
        }
    }

    @Test(arguments: [
        ("rm \"$1\"", "left no file; the note is as it was."),
        ("head -c 1100000 /dev/zero > \"$1\"", "A note has a megabyte at most"),
    ])
    func `what an editor leaves that is no note is said`(script: String, words: String) throws {
        let path = try editor(script)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let failure = #expect(throws: CommandFailure.self) {
            try NoteEditor.edit("begun", environment: ["EDITOR": path])
        }
        let told = try #require(failure).description
        #expect(told.contains(words))
        if let start = told.range(of: "written is in ") {
            let file = URL(filePath: String(told[start.upperBound...].dropLast()))
            try FileManager.default.removeItem(at: file.deletingLastPathComponent())
        }
    }

    @Test func `what was written before an editor failed is kept, where the error says`() throws {
        let failing = try editor("printf 'more' >> \"$1\"; exit 3")
        defer { try? FileManager.default.removeItem(atPath: failing) }
        let failure = #expect(throws: CommandFailure.self) {
            try NoteEditor.edit("begun", environment: ["EDITOR": failing])
        }
        let words = try #require(failure).description
        let start = try #require(words.range(of: "written is in "))
        let path = String(words[start.upperBound...].dropLast())
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "begun\nmore")
    }

    @Test func `a shell never reads the editor's name`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        #expect(throws: CommandFailure.self) {
            try NoteEditor.edit("x", environment: ["EDITOR": "true;mkdir \(folder.path)"])
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }
}
