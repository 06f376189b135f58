import Foundation

/// Lets a person write on in the editor they like: `$VISUAL`, `$EDITOR`, else vi.
enum NoteEditor {
    /// What they leave; throws `CommandFailure` when there is no such editor or it failed, and the
    /// text is then as before. The terminal must have been given back.
    static func edit(_ text: String, environment: [String: String]) throws -> String {
        let named = [environment["VISUAL"], environment["EDITOR"]].compactMap(\.self)
        let command = named.first { !$0.allSatisfy(\.isWhitespace) } ?? "vi"
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "parley-note-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "note.md")
        try Data((text + "\n").utf8).write(to: file)
        // Words, as they stand: no shell reads them.
        let words = command.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let status = ForegroundProgram.run(words + [file.path]) else {
            throw CommandFailure(
                "\(command): no such editor; $VISUAL or $EDITOR names the one to use.")
        }
        guard status == 0 else {
            throw CommandFailure("\(command) ended with \(status); the note is as it was.")
        }
        let data = try Data(contentsOf: file)
        return String(decoding: data, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
