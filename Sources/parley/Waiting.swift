import Archive
import Dispatch
import Glibc
import Synchronization
import Terminal

/// Runs `work` on the concurrency pool while this thread, which is none of the pool's, waits.
///
/// The commands are synchronous so that the browser's loop keeps the main thread; this is the one
/// bridge (docs/decisions/003). Ctrl-C cancels the work; the failure then has status 130. Work that
/// had all done by then is not undone, and `StopSignals` knows of the Ctrl-C.
func waiting<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value
) throws -> Value {
    let outcome = Outcome<Value>()
    let done = try Wakeup()
    let task = Task.detached {
        do {
            outcome.result.withLock { [value = try await work()] in $0 = .success(value) }
        } catch {
            outcome.result.withLock { $0 = .failure(error) }
        }
        done.wake()
    }
    done.wait {
        StopSignals.note(SIGINT)
        task.cancel()
    }
    do {
        guard let result = outcome.result.withLock({ $0 }) else { throw CancellationError() }
        return try result.get()
    } catch is CancellationError {
        throw CommandFailure("Interrupted.", status: 130)
    } catch let error as ArchiveError {
        throw CommandFailure(error.description)
    }
}

/// Where the work leaves what became of it. A class because two threads share it.
private final class Outcome<Value: Sendable>: Sendable {
    let result = Mutex<Result<Value, any Error>?>(nil)
}

/// Work that was begun before what comes of it is needed.
struct Begun<Value: Sendable>: Sendable {
    private let outcome = Outcome<Value>()
    private let done = DispatchSemaphore(value: 0)

    init(_ work: @escaping @Sendable () throws -> Value) {
        Task.detached(priority: .userInitiated) { [outcome, done] in
            let result = Result { try work() }
            outcome.result.withLock { $0 = result }
            done.signal()
        }
    }

    /// Waits for its end, but not for ever: whoever leaves is not kept.
    func wait(milliseconds: Int) {
        if done.wait(timeout: .now() + .milliseconds(milliseconds)) == .success { done.signal() }
    }

    /// What came of it, waited for. Throws `CommandFailure`.
    func value() throws -> Value {
        done.wait()
        done.signal()
        do {
            guard let result = outcome.result.withLock({ $0 }) else { throw CancellationError() }
            return try result.get()
        } catch let error as ArchiveError {
            throw CommandFailure(error.description)
        }
    }
}
