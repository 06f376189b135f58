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
        let status = try run(words + [file.path], command)
        guard status == 0 else {
            throw CommandFailure("\(command) ended with \(status); the note is as it was.")
        }
        let data = try Data(contentsOf: file)
        return String(decoding: data, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Runs a program in the foreground and waits for its end.
    private static func run(_ words: [String], _ command: String) throws -> Int32 {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The signals this program waits for are blocked; its children must not inherit that.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        signal(SIGCHLD, SIG_DFL)
        var process: pid_t = 0
        guard posix_spawnp(&process, words[0], nil, &attributes, &arguments, environ) == 0 else {
            throw CommandFailure(
                "\(command): no such editor; $VISUAL or $EDITOR names the one to use.")
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
    }
}
