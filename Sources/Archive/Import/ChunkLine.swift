import Dispatch
import Synchronization

/// Where prepared chunks wait for the one writer, who takes them in the order of the items.
///
/// A class because the tasks that prepare and the writer's thread share it.
final class ChunkLine: Sendable {
    private struct Waiting: Sendable {
        var chunk: ImportJob.Chunk
        var taken: CheckedContinuation<Void, Never>
    }

    private struct State: Sendable {
        var waiting: [Int: Waiting] = [:]
        /// The number of the chunk to be taken next.
        var next = 0
        /// How many chunks there are, once that is known.
        var count: Int?
        var isStopped = false
        var ready: CheckedContinuation<Bool, Never>?

        var isOver: Bool { isStopped || next == count }
        var isReady: Bool { waiting[next] != nil }

        /// Whoever waits for the next chunk, when there is something to say.
        mutating func answer() -> (CheckedContinuation<Bool, Never>, Bool)? {
            guard isOver || isReady, let asking = ready.take() else { return nil }
            return (asking, !isOver)
        }
    }

    private let state = Mutex(State())
    private let arrivals = DispatchSemaphore(value: 0)

    /// Puts a chunk into the line and waits until it is taken, or nobody takes any more.
    func put(_ chunk: ImportJob.Chunk, number: Int) async {
        await withCheckedContinuation { taken in
            let isTaken = state.withLock { state in
                if !state.isStopped {
                    state.waiting[number] = Waiting(chunk: chunk, taken: taken)
                }
                return state.isStopped
            }
            if isTaken { taken.resume() }
            tell()
        }
    }

    /// Says how many chunks there are in all.
    func close(after count: Int) {
        state.withLock { $0.count = count }
        tell()
    }

    /// Nobody takes any more: whoever waits goes on.
    func stop() {
        let left = state.withLock { state in
            state.isStopped = true
            defer { state.waiting = [:] }
            return state.waiting.values.map(\.taken)
        }
        for taken in left { taken.resume() }
        tell()
    }

    /// Waits until the next chunk is there; false when there is none any more.
    func hasNext() async -> Bool {
        await withCheckedContinuation { asking in
            state.withLock { $0.ready = asking }
            tell()
        }
    }

    /// The next chunk, for which the calling thread waits this long; nil when it has not come or
    /// there is none.
    func take(within time: DispatchTimeInterval) -> ImportJob.Chunk? {
        while true {
            let (next, isOver) = state.withLock { state in
                let waiting = state.waiting.removeValue(forKey: state.next)
                if waiting != nil { state.next += 1 }
                return (waiting, state.isOver)
            }
            if let next {
                next.taken.resume()
                return next.chunk
            }
            if isOver || arrivals.wait(timeout: .now() + time) == .timedOut { return nil }
        }
    }

    private func tell() {
        arrivals.signal()
        if let (asking, isThere) = state.withLock({ $0.answer() }) {
            asking.resume(returning: isThere)
        }
    }
}
