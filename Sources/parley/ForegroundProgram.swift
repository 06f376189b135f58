import Foundation
import Synchronization
import Terminal

/// Another program that has the terminal for a while.
enum ForegroundProgram {
    /// Runs it and waits for its end: its status, as a shell tells it; nil when there is no such
    /// program. It reads the file at `input` where there is one, else what this program reads.
    static func run(_ words: [String], input: String? = nil) -> Int32? {
        OtherProgram.start(words) { actions in
            if let input { posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0) }
        }.map { end(of: $0) }
    }

    /// Waits for the end of a child that has the terminal. What ends this program meanwhile reaches
    /// the child first, so that it can put away what it holds; when the child is stopped (Ctrl-Z),
    /// this program stops with it, or the shell would never know.
    private static func end(of process: pid_t) -> Int32 {
        guard let done = try? Wakeup() else { return OtherProgram.wait(for: process) }
        let outcome = Outcome()
        Thread.detachNewThread {
            let status = OtherProgram.wait(for: process) {
                kill(getpid(), SIGSTOP)
                kill(process, SIGCONT)
            }
            outcome.status.withLock { $0 = status }
            done.wake()
        }
        done.waitWhileLent { kill(process, $0) }
        return outcome.status.withLock { $0 }
    }

    /// Where the thread that waits leaves how it ended. A class because two threads share it.
    private final class Outcome: Sendable {
        let status = Mutex<Int32>(0)
    }
}
