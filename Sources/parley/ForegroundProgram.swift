import Glibc

/// Another program that has the terminal for a while.
enum ForegroundProgram {
    /// Runs it and waits for its end: its status, as a shell tells it; nil when there is no such
    /// program. It reads the file at `input` where there is one, else what this program reads.
    static func run(_ words: [String], input: String? = nil) -> Int32? {
        OtherProgram.start(words) { actions in
            if let input { posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0) }
        }.map { OtherProgram.wait(for: $0) }
    }
}
