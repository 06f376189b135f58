import Intake
import Synchronization
import Terminal

/// Where errands are left for the thread that fetches, and outcomes for those who want them. A
/// class because the two share it.
final class FetchDesk: Sendable {
    private struct State {
        var errands: [WebErrand] = []
        var outcomes: [WebOutcome] = []
        var robots: [RobotsRecord] = []
        /// Errands whose outcomes nobody has taken yet.
        var open = 0
        /// Of the outcomes that nobody has taken yet.
        var bytes = 0
        /// The outcomes make up a lot, or have waited long enough.
        var isReady = false
        var isClosed = false
        var waiting: CheckedContinuation<Void, Never>?

        mutating func takeWaiting() -> CheckedContinuation<Void, Never>? {
            defer { waiting = nil }
            return waiting
        }
    }

    private let state = Mutex(State())
    let wakeup: Wakeup

    init() throws(TerminalError) {
        wakeup = try Wakeup()
    }

    // MARK: For those who want outcomes

    func add(_ errands: [WebErrand]) {
        state.withLock {
            $0.errands += errands
            $0.open += errands.count
        }
        wakeup.wake()
    }

    /// Waits for the next lot of outcomes; empty when none is to come. Throws
    /// `CancellationError`, or that the thread has failed.
    func next() async throws -> [WebOutcome] {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isReady = state.withLock { state in
                    if state.isReady || state.isClosed || state.open == 0 { return true }
                    state.waiting = continuation
                    return false
                }
                if isReady { continuation.resume() }
            }
        } onCancel: {
            close()
        }
        try Task.checkCancellation()
        defer { wakeup.wake() }
        return try state.withLock { state in
            if state.isClosed { throw CommandFailure("Fetching has ended: libcurl has failed.") }
            defer { (state.outcomes, state.bytes, state.isReady) = ([], 0, false) }
            state.open -= state.outcomes.count
            return state.outcomes
        }
    }

    /// What sites have said about programs since this was last asked.
    func takeRobots() -> [RobotsRecord] {
        state.withLock { state in
            defer { state.robots = [] }
            return state.robots
        }
    }

    /// Ends the thread, and all waiting.
    func close() {
        state.withLock { state in
            state.isClosed = true
            return state.takeWaiting()
        }?.resume()
        wakeup.wake()
    }

    // MARK: For the thread that fetches

    /// The errands left since; nil when there is nothing more to do, ever.
    func takeErrands() -> [WebErrand]? {
        wakeup.reset()
        return state.withLock { state in
            defer { state.errands = [] }
            return state.isClosed ? nil : state.errands
        }
    }

    var heldBytes: Int { state.withLock { $0.bytes } }
    var heldCount: Int { state.withLock { $0.outcomes.count } }

    func leave(_ outcomes: [WebOutcome], _ robots: [RobotsRecord]) {
        state.withLock { state in
            state.outcomes += outcomes
            state.robots += robots
            for case .fetched(let answer) in outcomes.map(\.ending) {
                state.bytes += answer.body.count
            }
        }
    }

    /// Says that what is held may be taken.
    func offer() {
        state.withLock { state in
            // They may have been taken since, with those before them.
            state.isReady = !state.outcomes.isEmpty
            return state.isReady ? state.takeWaiting() : nil
        }?.resume()
    }
}
