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

    /// Waits until somebody wakes it, and calls `interrupted` on each Ctrl-C meanwhile.
    ///
    /// Held back from this thread, Ctrl-C can be read off a descriptor; other threads must hold it
    /// back, too, as those of the concurrency pool do. Dispatch has sources for that, but leaves a
    /// handler of its own behind, and Ctrl-C would end nothing any more.
    package func wait(interrupted: () -> Void) {
        var before = sigset_t()
        let signals = parley_take_interrupts(&before)
        defer { parley_leave_interrupts(signals, before) }
        // A descriptor below 0 is passed over.
        var waited = [
            pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
        ]
        while waited[0].revents == 0 {
            guard poll(&waited, 2, -1) > 0 else { continue }
            if waited[1].revents != 0, parley_next_signal(signals) != 0 { interrupted() }
        }
    }

    /// Waits until somebody wakes it. Signals that end this program meanwhile, where they are held
    /// back from it, are handed to `passing` and reach it once it has been woken; what the keyboard
    /// sends is not among them.
    package func waitWhileLent(passing: (Int32) -> Void) {
        let signals = parley_outside_endings_fd()
        defer { if signals >= 0 { close(signals) } }
        var waited = [
            pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
        ]
        var passed: [Int32] = []
        while waited[0].revents == 0 {
            guard poll(&waited, 2, -1) > 0, waited[1].revents != 0 else { continue }
            let number = parley_next_signal(signals)
            guard number != 0 else { continue }
            passed.append(number)
            passing(number)
        }
        for number in passed { kill(getpid(), number) }
    }
}
