import Glibc
import Synchronization

/// Ctrl-C and the polite signal to end, as something that can be waited for. One at a time, for as
/// long as the program runs.
struct StopSignals {
    /// Can be read once a signal has come.
    let descriptor: Int32

    /// Installs the handlers, which only write to a pipe.
    init() throws(CommandFailure) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw CommandFailure("No pipe: \(Inotify.reason).") }
        descriptor = ends[0]
        stopWriter.store(ends[1], ordering: .relaxed)
        for number in FolderKeeper.signals {
            signal(number) { number in
                var byte = UInt8(truncatingIfNeeded: number)
                _ = write(stopWriter.load(ordering: .relaxed), &byte, 1)
            }
        }
    }

    /// The signal that came first; waits until one has come.
    func wait() -> Int32 {
        var byte: UInt8 = 0
        while read(descriptor, &byte, 1) < 0, errno == EINTR {}
        return Int32(byte)
    }
}

/// Where the handlers write to; the only thing that a handler of signals can reach.
private let stopWriter = Atomic<Int32>(-1)
