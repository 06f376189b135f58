import Glibc

/// Starts other programs. Their names and arguments stand as they are: no shell reads them.
enum OtherProgram {
    /// Starts the program that `words` begin with, its descriptors as `prepare` has them; nil when
    /// there is no such program. In a group of its own the terminal's signals do not reach it.
    static func start(
        _ words: [String], inOwnGroup: Bool = false,
        _ prepare: (inout posix_spawn_file_actions_t) -> Void
    ) -> pid_t? {
        guard let name = words.first else { return nil }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        prepare(&actions)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The signals this program waits for are blocked; its children must not inherit that.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETSIGMASK | (inOwnGroup ? POSIX_SPAWN_SETPGROUP : 0)))
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        let result = posix_spawnp(&process, name, &actions, &attributes, &arguments, environ)
        return result == 0 ? process : nil
    }

    /// Waits for its end; its status, as a shell tells it. Where `stopped` is given it is called
    /// each time the program has been stopped.
    @discardableResult
    static func wait(for process: pid_t, stopped: (() -> Void)? = nil) -> Int32 {
        var status: Int32 = 0
        while true {
            let found = waitpid(process, &status, stopped == nil ? 0 : WUNTRACED)
            if found < 0, errno == EINTR { continue }
            guard found == process, status & 0xFF == 0x7F else { break }
            stopped?()
        }
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
    }
}
