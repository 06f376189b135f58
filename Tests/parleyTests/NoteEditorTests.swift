import Foundation
import Testing

@testable import parley

struct NoteEditorTests {
    private func editor(_ script: String) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "ed-\(UUID().uuidString)")
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: file.path)
        return file.path
    }

    @Test func `what the editor leaves is the note`() throws {
        let path = try editor("printf 'more\\n\\n' >> \"$1\"")
        #expect(try NoteEditor.edit("begun", environment: ["EDITOR": path]) == "begun\nmore")
    }

    @Test func `VISUAL goes before EDITOR, and words after the name are its arguments`() throws {
        let path = try editor("printf \"$1\" > \"$2\"")
        let environment = ["VISUAL": "\(path) seen", "EDITOR": "/nowhere/editor"]
        #expect(try NoteEditor.edit("", environment: environment) == "seen")
    }

    @Test func `an editor that fails or is not there leaves the note`() throws {
        let failing = try editor("exit 3")
        #expect(throws: CommandFailure.self) {
            try NoteEditor.edit("x", environment: ["EDITOR": failing])
        }
        #expect(throws: CommandFailure.self) {
            try NoteEditor.edit("x", environment: ["EDITOR": "/nowhere/editor"])
        }
    }

    @Test func `a shell never reads the editor's name`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        #expect(throws: CommandFailure.self) {
            try NoteEditor.edit("x", environment: ["EDITOR": "true;mkdir \(folder.path)"])
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }
}
