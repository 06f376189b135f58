import Queries
import Screens

/// What the runner asks of the rest of the program.
struct Services: Sendable {
    /// Answers a question, telling the part that is done of what takes long; throws
    /// `CancellationError` soon after its task was cancelled.
    var answer: @Sendable (Question, @escaping @Sendable (Double) -> Void) async throws -> Answer
    /// Makes ready what the next questions need; for when the first are answered.
    var prepare: @Sendable () async -> Void
    /// Takes in files, folders and addresses of the web, telling how far it has come, and says in
    /// one line what came of it. Cancelled, it keeps what is done.
    var importPaths:
        @Sendable ([String], @escaping @Sendable (Progress) -> Void) async throws -> String
    /// Renews the feeds with these options of `fetch`, telling how far it has come, and says in one
    /// line what came of it. Cancelled, it keeps what is done.
    var fetchFeeds:
        @Sendable ([String], @escaping @Sendable (Progress) -> Void) async throws -> String = {
            _, _ in ""
        }
    /// Makes findings anew that are out of date, telling how far it has come; gives the number of
    /// articles that took. Cancelled, it keeps what is done.
    var renew: @Sendable (@Sendable (Progress) -> Void) async throws -> Int = { _ in 0 }
    /// Keeps a change of the person's own work.
    var keep: @Sendable (OwnChange) async throws -> Void = { _ in }
    /// Whether articles were taken in or out since this was last asked.
    var hasChanged: @Sendable () async throws -> Bool = { false }
    /// Keeps where the person left off.
    var keepSession: @Sendable (Session) async throws -> Void = { _ in }
    /// What is at an address as text; waits for it, on a thread that may.
    var text: @Sendable (Address) throws -> String = { _ in "" }
    /// Carries out what a person decided about a proposal; gives the names of the dossier where
    /// that changed it. What throws has changed nothing.
    var decide: @Sendable (ProposalDecision) async throws -> Labels? = { _ in nil }
}

/// Starts background work and cancels it: one task a slot, the newest wins, and what comes of it
/// is an action in the mailbox. Used by the loop's thread alone.
struct EffectRunner {
    private let services: Services
    private let mailbox: Mailbox
    private var asking: [Slot: Task<Void, Never>] = [:]
    /// Imports that have run, run or wait for their turn.
    private var importing: [Task<Void, Never>] = []
    private var renewing: Task<Void, Never>?
    private var deciding: Task<Void, Never>?
    private var keeping: Task<Void, Never>?

    private let patience: Duration

    init(services: Services, mailbox: Mailbox, patience: Duration = LateTeller.patience) {
        self.services = services
        self.mailbox = mailbox
        self.patience = patience
    }

    /// Asks; whatever was being asked in the slot is cancelled.
    mutating func ask(_ question: Question, slot: Slot, generation: Int, priority: TaskPriority) {
        asking[slot]?.cancel()
        asking[slot] = Task.detached(priority: priority) { [services, mailbox, patience] in
            let due = ContinuousClock.now + patience
            let action: Action
            do {
                let answer = try await services.answer(question) { share in
                    guard ContinuousClock.now >= due else { return }
                    mailbox.post(.advanced(slot, generation: generation, share: share))
                }
                action = .answered(slot, generation: generation, answer)
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
        Task.detached(priority: .utility) { [services] in
            #if DEBUG
            ProvokedFault.happen()
            #endif
            await services.prepare()
        }
    }

    mutating func cancel(_ slot: Slot) {
        asking.removeValue(forKey: slot)?.cancel()
    }

    /// Takes in files; one such work at a time, the others wait for their turn. Making findings anew
    /// gives way to it and goes on behind it.
    mutating func importPaths(_ paths: [String]) {
        takeIn { [services] in try await services.importPaths(paths, $0) }
    }

    /// Renews feeds, in the place of an import.
    mutating func fetchFeeds(_ options: [String]) {
        takeIn { [services] in try await services.fetchFeeds(options, $0) }
    }

    private mutating func takeIn(
        _ work: @escaping @Sendable (@escaping @Sendable (Progress) -> Void) async throws -> String
    ) {
        let before = importing + [renewing].compactMap(\.self)
        renewing?.cancel()
        renewing = nil
        let task = Task.detached(priority: .utility) { [services, mailbox, patience] in
            for task in before { await task.value }
            let teller = LateTeller(mailbox, after: patience)
            defer { teller.end() }
            do {
                let summary = try await work { teller.tell($0) }
                teller.end()
                mailbox.post(.finished(summary))
                if try await services.renew({ mailbox.post(.progressed($0)) }) > 0 {
                    mailbox.post(.renewed)
                }
            } catch is CancellationError {
                teller.end()
                mailbox.post(.finished(teller.stopped))
            } catch {
                teller.end()
                mailbox.post(.finished("Error: \(error)"))
            }
        }
        importing.append(task)
    }

    /// Makes findings anew that are out of date, after an import that runs; says `renewed` at the
    /// end, also when it was stopped.
    mutating func renewFindings() {
        let before = importing + [renewing].compactMap(\.self)
        renewing?.cancel()
        renewing = Task.detached(priority: .utility) { [services, mailbox] in
            for task in before { await task.value }
            do {
                try Task.checkCancellation()
                _ = try await services.renew { mailbox.post(.progressed($0)) }
                mailbox.post(.renewed)
            } catch is CancellationError {
                mailbox.post(.renewed)
            } catch {
                mailbox.post(.renewed)
                mailbox.post(.warned("Error: \(error)"))
            }
        }
    }

    /// Carries out decisions, one after the other.
    mutating func decide(_ decision: ProposalDecision) {
        let before = deciding
        deciding = Task.detached(priority: .userInitiated) { [services, mailbox] in
            await before?.value
            do {
                mailbox.post(.decided(decision, try await services.decide(decision)))
            } catch {
                mailbox.post(.refused(decision, "\(error)"))
            }
        }
    }

    /// Keeps changes, one after the other.
    mutating func keep(_ change: OwnChange) {
        let before = keeping
        keeping = Task.detached(priority: .utility) { [services, mailbox] in
            await before?.value
            do {
                try await services.keep(change)
                mailbox.post(.kept(change))
            } catch {
                mailbox.post(.warned("Error: \(error)"))
            }
        }
    }

    /// Keeps where the person is; at the end that is done once more.
    mutating func keep(_ session: Session) {
        let before = keeping
        keeping = Task.detached(priority: .utility) { [services] in
            await before?.value
            try? await services.keepSession(session)
        }
    }

    /// Looks whether somebody else has changed the archive, and says so where they have.
    func lookOutside() {
        Task.detached(priority: .utility) { [services, mailbox] in
            guard (try? await services.hasChanged()) == true else { return }
            mailbox.post(.changedOutside)
        }
    }

    /// Stops an import and the making of findings; a decision is carried out whole.
    mutating func cancelWork() {
        for task in importing { task.cancel() }
        renewing?.cancel()
    }

    /// Cancels everything, without waiting for it to end.
    mutating func cancelAll() {
        for slot in Slot.allCases { cancel(slot) }
        cancelWork()
    }

    /// Waits until all of the person's own work is kept, and where they left off.
    func finish(_ session: Session) {
        try? waiting { [keeping, services] in
            await keeping?.value
            try await services.keepSession(session)
        }
    }
}
