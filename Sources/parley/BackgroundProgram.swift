import Foundation

/// A program that runs beside this one and shows nothing in its terminal.
enum BackgroundProgram {
    /// Starts it, with `input` to read; false when there is no such program. Its name and
    /// arguments stand as they are: no shell reads them.
    static func start(_ words: [String], input: String? = nil) -> Bool {
        guard let name = words.first else { return false }
        var ends: [CInt] = [-1, -1]
        if input != nil {
            guard pipe(&ends) == 0 else { return false }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor: CInt in 0...2 {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        if input != nil { posix_spawn_file_actions_adddup2(&actions, ends[0], 0) }
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
        let result = posix_spawnp(&process, name, &actions, &attributes, &arguments, environ)
        if input != nil { close(ends[0]) }
        guard result == 0 else {
            if input != nil { close(ends[1]) }
            return false
        }
        // It may read slowly, and nobody asks how it ended; but somebody must, or the system keeps
        // it.
        Thread.detachNewThread { [process, writer = ends[1]] in
            if let input { feed(Array(input.utf8), to: writer) }
            var status: Int32 = 0
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
        }
        return true
    }

    /// Writes all of it, or what is taken, and closes.
    private static func feed(_ bytes: [UInt8], to descriptor: CInt) {
        // A program that does not read to the end must not end this one.
        var broken = sigset_t()
        sigemptyset(&broken)
        sigaddset(&broken, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &broken, nil)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { break }
        }
        close(descriptor)
    }
}
