import Foundation

/// Hands a link to the person's browser: the first of `$BROWSER` that is there, else the desktop's.
struct LinkOpener {
    /// Words of each command, the link among them.
    private let commands: [[String]]

    /// Nil when the link is none of the web.
    init?(_ link: String, environment: [String: String]) {
        guard link.hasPrefix("https://") || link.hasPrefix("http://") else { return nil }
        let named = (environment["BROWSER"] ?? "").split(separator: ":").map(String.init)
        commands = (named + ["xdg-open"]).map { LinkOpener.words(of: $0, link) }
            .filter { !$0.isEmpty }
    }

    /// `%s` stands for the link, which else comes last. No shell reads any of it.
    static func words(of command: String, _ link: String) -> [String] {
        let words = command.split(separator: " ").map(String.init)
        guard !words.isEmpty else { return [] }
        let filled = words.map { $0 == "%s" ? link : $0 }
        return filled == words ? words + [link] : filled
    }

    /// Browsers that need the terminal.
    private static let ofTerminal: Set<String> = [
        "w3m", "lynx", "links", "links2", "elinks", "browsh", "chawan", "cha",
    ]

    /// Opens it; false when nothing there opens links. `lend` gives the terminal away meanwhile.
    func open(lend: (() -> Void) -> Void) -> Bool {
        for words in commands {
            let name = words[0].split(separator: "/").last.map(String.init) ?? words[0]
            if LinkOpener.ofTerminal.contains(name) {
                var status: Int32?
                lend { status = ForegroundProgram.run(words) }
                if status != nil { return true }
            } else if LinkOpener.start(words) {
                return true
            }
        }
        return false
    }

    /// Starts a program beside this one.
    private static func start(_ words: [String]) -> Bool {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor: CInt in 0...2 {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        // The signals this program waits for are blocked; its children must not inherit that.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        guard posix_spawnp(&process, words[0], &actions, &attributes, &arguments, environ) == 0
        else { return false }
        // Nobody asks how it ended, but somebody must, or the system keeps it.
        Thread.detachNewThread { [process] in
            var status: Int32 = 0
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
        }
        return true
    }
}
