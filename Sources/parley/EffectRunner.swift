import Queries
import Screens

/// What the runner asks of the rest of the program.
struct Services: Sendable {
    /// Answers a question; throws `CancellationError` soon after its task was cancelled.
    var answer: @Sendable (Question) async throws -> Answer
    /// Makes ready what the next questions need; for when the first are answered.
    var prepare: @Sendable () async -> Void
    /// Takes in files and folders, telling how far it has come, and says in one line what came of
    /// it. Cancelled, it keeps what is done.
    var importPaths: @Sendable ([String], @Sendable (Progress) -> Void) async throws -> String
}

/// Starts background work and cancels it: one task a slot, the newest wins, and what comes of it
/// is an action in the mailbox. Used by the loop's thread alone.
struct EffectRunner {
    private let services: Services
    private let mailbox: Mailbox
    private var asking: [Slot: Task<Void, Never>] = [:]
    private var work: Task<Void, Never>?

    init(services: Services, mailbox: Mailbox) {
        self.services = services
        self.mailbox = mailbox
    }

    /// Asks; whatever was being asked in the slot is cancelled.
    mutating func ask(_ question: Question, slot: Slot, generation: Int, priority: TaskPriority) {
        asking[slot]?.cancel()
        asking[slot] = Task.detached(priority: priority) { [services, mailbox] in
            let action: Action
            do {
                action = .answered(
                    slot, generation: generation, try await services.answer(question))
            } catch is CancellationError {
                return
            } catch {
                action = .failed(slot, generation: generation, "\(error)")
            }
            if !Task.isCancelled { mailbox.post(action) }
        }
    }

    /// Makes ready, behind what is shown.
    func prepare() {
        Task.detached(priority: .utility) { [services] in await services.prepare() }
    }

    mutating func cancel(_ slot: Slot) {
        asking.removeValue(forKey: slot)?.cancel()
    }

    /// Takes in files; one such work at a time.
    mutating func importPaths(_ paths: [String]) {
        work?.cancel()
        work = Task.detached(priority: .utility) { [services, mailbox] in
            do {
                let summary = try await services.importPaths(paths) {
                    mailbox.post(.progressed($0))
                }
                mailbox.post(.finished(summary))
            } catch is CancellationError {
                mailbox.post(.finished("Stopped; what was taken in stays."))
            } catch {
                mailbox.post(.finished("Error: \(error)"))
            }
        }
    }

    mutating func cancelWork() {
        work?.cancel()
    }

    /// Cancels everything, without waiting for it to end.
    mutating func cancelAll() {
        for slot in Slot.allCases { cancel(slot) }
        cancelWork()
    }
}
