import Foundation
import Testing

/// Runs each test of a suite on a thread of its own: one that waits for a task blocks its thread,
/// and two of those in the pool of a machine with two cores would wait for each other.
struct ThreadOfItsOwn: TestTrait, SuiteTrait, TestScoping {
    let isRecursive = true

    func provideScope(
        for test: Test, testCase: Test.Case?,
        performing function: @Sendable @concurrent () async throws -> Void
    ) async throws {
        try await withTaskExecutorPreference(Threads()) { try await function() }
    }

    private final class Threads: TaskExecutor {
        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            let executor = asUnownedTaskExecutor()
            Thread.detachNewThread { job.runSynchronously(on: executor) }
        }
    }
}

extension Trait where Self == ThreadOfItsOwn {
    static var threadOfItsOwn: Self { Self() }
}
