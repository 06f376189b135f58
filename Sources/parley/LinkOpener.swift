import Glibc

/// Hands a link to the desktop's browser.
enum LinkOpener {
    /// Starts `xdg-open` beside this program; false when the link is none of the web or the
    /// desktop has no such program.
    static func open(_ link: String) -> Bool {
        guard link.hasPrefix("https://") || link.hasPrefix("http://") else { return false }
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
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("xdg-open"), strdup(link), nil]
        defer { for argument in arguments { free(argument) } }
        // The system reaps it: nobody here waits for it.
        signal(SIGCHLD, SIG_IGN)
        var process: pid_t = 0
        return posix_spawnp(&process, "xdg-open", &actions, &attributes, &arguments, environ) == 0
    }
}
