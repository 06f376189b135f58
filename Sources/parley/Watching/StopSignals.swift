import Glibc
import Synchronization

/// Ctrl-C and the polite signal to end, as something that can be waited for. One at a time, for as
/// long as the program runs.
struct StopSignals {
    /// Can be read once a signal has come.
    let descriptor: Int32

    /// Installs the handlers, which only take note and write to a pipe. Whoever started the
    /// program may have held the signals back.
    init() throws(CommandFailure) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw CommandFailure("No pipe: \(Inotify.reason).") }
        descriptor = ends[0]
        stopWriter.store(ends[1], ordering: .relaxed)
        firstStop.store(0, ordering: .relaxed)
        var wanted = sigset_t()
        sigemptyset(&wanted)
        for number in [SIGINT, SIGTERM] {
            sigaddset(&wanted, number)
            signal(number) { StopSignals.note($0) }
        }
        pthread_sigmask(SIG_UNBLOCK, &wanted, nil)
    }

    /// Takes note of one that came; whoever takes one by other means than the handlers says it
    /// here, so that none is lost to who waits. Safe in a handler.
    static func note(_ number: Int32) {
        firstStop.store(number, ordering: .relaxed)
        var byte: UInt8 = 0
        _ = write(stopWriter.load(ordering: .relaxed), &byte, 1)
    }

    /// Whether one has come.
    static var hasCome: Bool { firstStop.load(ordering: .relaxed) != 0 }

    /// Ends quietly when it was asked to, with 130 after Ctrl-C; nothing happens when no signal
    /// has come.
    static func endIfCome() throws(WatchEnd) {
        let number = firstStop.load(ordering: .relaxed)
        if number != 0 { throw WatchEnd(signal: number) }
    }
}

/// That a watch is to end, and by which signal.
struct WatchEnd: Error {
    var signal: Int32
}

/// Where the handlers write to, and which signal came; all that a handler can reach.
private let stopWriter = Atomic<Int32>(-1)
private let firstStop = Atomic<Int32>(0)
