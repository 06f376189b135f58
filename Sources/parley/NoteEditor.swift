import Foundation

/// Lets a person write on in the editor they like: `$VISUAL`, `$EDITOR`, else vi.
enum NoteEditor {
    /// A note is no longer than that, in bytes.
    private static let longest = 1 << 20

    /// What they leave; throws `CommandFailure` when there is no such editor, it failed or left
    /// nothing that can be a note. The text is then as before, and what they had written is kept in
    /// the file that the error names. The terminal must have been given back.
    static func edit(_ text: String, environment: [String: String]) throws -> String {
        let named = [environment["VISUAL"], environment["EDITOR"]].compactMap(\.self)
        let command = named.first { !$0.allSatisfy(\.isWhitespace) } ?? "vi"
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "parley-note-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700])
        let file = folder.appending(path: "note.md")
        let before = Data((text + "\n").utf8)
        var isKept = false
        defer { if !isKept { try? FileManager.default.removeItem(at: folder) } }
        try before.write(to: file)
        guard let status = ForegroundProgram.run(ProgramWords.of(command) + [file.path]) else {
            throw CommandFailure(
                "\(command): no such editor; $VISUAL or $EDITOR names the one to use.")
        }
        guard status == 0 else {
            isKept = (try? Data(contentsOf: file)).map { $0 != before } ?? false
            let kept = isKept ? " What was written is in \(file.path)." : ""
            throw CommandFailure("\(command) ended with \(status); the note is as it was.\(kept)")
        }
        guard let written = try? Data(contentsOf: file) else {
            throw CommandFailure("\(command) left no file; the note is as it was.")
        }
        guard written.count <= longest else {
            isKept = true
            throw CommandFailure(
                "A note has a megabyte at most; it is as it was. What was written is in "
                    + "\(file.path).")
        }
        return String(decoding: written, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
