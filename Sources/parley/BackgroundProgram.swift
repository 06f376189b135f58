import Foundation

/// A program that runs beside this one and shows nothing in its terminal.
enum BackgroundProgram {
    /// Starts it, with `input` to read; false when there is no such program. `ended` hears of its
    /// status, as a shell tells it, on a thread of its own.
    static func start(
        _ words: [String], input: String? = nil, ended: (@Sendable (Int32) -> Void)? = nil
    ) -> Bool {
        var ends: [CInt] = [-1, -1]
        if input != nil {
            guard pipe(&ends) == 0 else { return false }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        }
        let process = OtherProgram.start(words, inOwnGroup: true) { actions in
            for descriptor: CInt in 0...2 {
                posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
            }
            if input != nil { posix_spawn_file_actions_adddup2(&actions, ends[0], 0) }
        }
        if input != nil { close(ends[0]) }
        guard let process else {
            if input != nil { close(ends[1]) }
            return false
        }
        // It may read slowly; and where nobody asks how it ended somebody must, or the system keeps
        // it.
        Thread.detachNewThread { [writer = ends[1]] in
            if let input { feed(Array(input.utf8), to: writer) }
            let status = OtherProgram.wait(for: process)
            ended?(status)
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
