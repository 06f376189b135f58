import CNcurses
import Glibc

/// What wakes the terminal's wait from another thread.
///
/// A class because it owns a descriptor of the system; it may be used from any thread.
package final class Wakeup: Sendable {
    /// Can be read when somebody woke.
    package let descriptor: CInt

    /// Throws when the system has no descriptor left.
    package init() throws(TerminalError) {
        descriptor = parley_eventfd()
        guard descriptor >= 0 else { throw .system("eventfd", errno) }
    }

    deinit {
        close(descriptor)
    }

    /// Makes the wait, now or the next one, return.
    package func wake() {
        var one: UInt64 = 1
        _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
    }

    /// Forgets the wakes so far; called before looking at what they announced.
    package func reset() {
        var count: UInt64 = 0
        _ = read(descriptor, &count, MemoryLayout<UInt64>.size)
    }
}
