import Foundation

/// Shows a text in the pager a person likes: `$PAGER`, else less, else more.
enum Pager {
    /// Returns when the person has left it; throws `CommandFailure` when there is no pager or it
    /// failed. The terminal must have been given back.
    static func show(_ text: String, environment: [String: String]) throws {
        let named = ProgramWords.of(environment["PAGER"] ?? "")
        let file = FileManager.default.temporaryDirectory
            .appending(path: "parley-page-\(UUID().uuidString)")
        guard
            FileManager.default.createFile(
                atPath: file.path, contents: Data(text.utf8),
                attributes: [.posixPermissions: 0o600])
        else { throw CommandFailure("\(file.path): cannot be written.") }
        defer { try? FileManager.default.removeItem(at: file) }
        for words in named.isEmpty ? [["less"], ["more"]] : [named] {
            guard let status = ForegroundProgram.run(words, input: file.path) else { continue }
            // Who stops it by Ctrl-C has seen enough.
            guard status == 0 || status == 128 + SIGINT else {
                let command = words.joined(separator: " ")
                throw CommandFailure("`\(command)` ended with \(status); $PAGER names another.")
            }
            return
        }
        let name = named.first.map { "`\($0)`" } ?? "less and more"
        throw CommandFailure("\(name): no such pager; $PAGER names the one to use.")
    }
}
