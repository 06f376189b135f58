import Analysis
import Queries
import Screens
import Synchronization
import Testing

@testable import parley

struct EffectRunnerTests {
    /// Answers at once, but never to an article named "never": that waits until it is cancelled.
    private static let services = Services(
        answer: { question, progress in
            if question == .savedSearches { progress(0.5) }
            if question == .article("never") { try await Task.sleep(for: .seconds(3600)) }
            if question == .article("broken") { throw Broken() }
            return .names([])
        },
        prepare: {},
        importPaths: { paths, report in
            if paths == ["never"] { try await Task.sleep(for: .seconds(3600)) }
            report(Progress(activity: "Reading", done: 1, total: 2))
            return "\(paths.count) added"
        })

    private struct Broken: Error, CustomStringConvertible {
        var description: String { "It broke." }
    }

    /// The next actions in the mailbox, at least as many as wanted.
    private func actions(_ mailbox: Mailbox, _ count: Int = 1) async -> [Action] {
        var actions: [Action] = []
        while actions.count < count {
            actions += mailbox.drain()
            await Task.yield()
        }
        return actions
    }

    @Test func `an answer comes back with its slot and generation`() async throws {
        let mailbox = try Mailbox()
        var runner = EffectRunner(services: Self.services, mailbox: mailbox)
        runner.ask(.overview, slot: .overview, generation: 7, priority: .medium)
        #expect(await actions(mailbox) == [.answered(.overview, generation: 7, .names([]))])
    }

    @Test(arguments: [(Duration.zero, 2), (.seconds(60), 1)])
    func `what takes long tells how far it has come`(
        patience: Duration, count: Int
    ) async throws {
        let mailbox = try Mailbox()
        var runner = EffectRunner(
            services: Self.services, mailbox: mailbox, patience: patience)
        runner.ask(.savedSearches, slot: .articles, generation: 7, priority: .medium)
        let all: [Action] = [
            .advanced(.articles, generation: 7, share: 0.5),
            .answered(.articles, generation: 7, .names([])),
        ]
        #expect(await actions(mailbox, count) == Array(all.suffix(count)))
    }

    @Test func `a failure says what failed`() async throws {
        let mailbox = try Mailbox()
        var runner = EffectRunner(services: Self.services, mailbox: mailbox)
        runner.ask(.article("broken"), slot: .reader, generation: 1, priority: .medium)
        #expect(await actions(mailbox) == [.failed(.reader, generation: 1, "It broke.")])
    }

    @Test func `a new question cancels the one before it in its slot, and no other`() async throws {
        let mailbox = try Mailbox()
        var runner = EffectRunner(services: Self.services, mailbox: mailbox)
        for generation in 1...50 {
            runner.ask(
                .article("never"), slot: .reader, generation: generation, priority: .medium)
        }
        runner.ask(.overview, slot: .page, generation: 1, priority: .medium)
        runner.ask(.overview, slot: .reader, generation: 51, priority: .medium)
        let answered = await actions(mailbox, 2)
        #expect(answered.count == 2)
        #expect(answered.contains(.answered(.page, generation: 1, .names([]))))
        #expect(answered.contains(.answered(.reader, generation: 51, .names([]))))
    }

    @Test func `what is cancelled never answers`() async throws {
        let mailbox = try Mailbox()
        var runner = EffectRunner(services: Self.services, mailbox: mailbox)
        runner.ask(.article("never"), slot: .reader, generation: 1, priority: .medium)
        runner.cancel(.reader)
        runner.ask(.overview, slot: .page, generation: 1, priority: .medium)
        #expect(await actions(mailbox) == [.answered(.page, generation: 1, .names([]))])
    }

    @Test func `renewing feeds is long work, too`() async throws {
        let mailbox = try Mailbox()
        var services = Self.services
        services.fetchFeeds = { options, report in
            report(Progress(activity: "Fetching", done: 0, total: 3))
            return "asked \(options)"
        }
        var runner = EffectRunner(services: services, mailbox: mailbox, patience: .zero)
        runner.fetchFeeds(["--pages"])
        #expect(
            await actions(mailbox, 2) == [
                .progressed(Progress(activity: "Fetching", done: 0, total: 3)),
                .finished("asked [\"--pages\"]"),
            ])
    }

    @Test func `how far work is is told only when it lasts`() throws {
        let mailbox = try Mailbox()
        let step = { Progress(activity: "Fetching", done: $0, total: 9) }
        let teller = LateTeller(mailbox, after: .seconds(3600))
        teller.tell(step(1))
        teller.tell(step(2))
        #expect(mailbox.drain().isEmpty)
        teller.becomeDue()
        teller.tell(step(3))
        #expect(mailbox.drain() == [.progressed(step(2)), .progressed(step(3))])
        teller.end()
        teller.tell(step(4))
        #expect(mailbox.drain().isEmpty)
    }

    @Test func `long work tells how far it is and what came of it`() async throws {
        let mailbox = try Mailbox()
        var runner = EffectRunner(services: Self.services, mailbox: mailbox, patience: .zero)
        runner.importPaths(["a", "b"])
        #expect(
            await actions(mailbox, 2) == [
                .progressed(Progress(activity: "Reading", done: 1, total: 2)),
                .finished("2 added"),
            ])
        runner.importPaths(["never"])
        runner.cancelWork()
        #expect(await actions(mailbox) == [.finished("Stopped; what was taken in stays.")])
    }
}

/// What began, in order; a class because several tasks share it.
private final class Begun: Sendable {
    let works = Mutex<[String]>([])

    /// Adds one and says how many there are now.
    func add(_ work: String) -> Int {
        works.withLock {
            $0.append(work)
            return $0.count
        }
    }
}

@Suite struct RenewalTests {
    /// Says of each work in order that it began; a renewal waits until it is cancelled.
    private static func services(isEndless: Bool, _ begun: Begun) -> Services {
        Services(
            answer: { _, _ in .names([]) },
            prepare: {},
            importPaths: { _, _ in
                _ = begun.add("import")
                return "taken in"
            },
            renew: { report in
                let count = begun.add("renewal")
                report(Progress(activity: "Reading anew", done: 1, total: 3))
                if isEndless, count == 1 {
                    try await Task.sleep(for: .seconds(3600))
                }
                return 3
            },
            decide: { decision in
                if decision.proposal.id == "bad" { throw CommandFailure("It is full.") }
                return nil
            })
    }

    /// The next actions, at least as many as wanted.
    private func actions(_ mailbox: Mailbox, _ count: Int) async -> [Action] {
        var actions: [Action] = []
        while actions.count < count {
            actions += mailbox.drain()
            await Task.yield()
        }
        return actions
    }

    private let told = Action.progressed(Progress(activity: "Reading anew", done: 1, total: 3))

    @Test func `findings are made anew behind the screen`() async throws {
        let mailbox = try Mailbox()
        var runner = EffectRunner(
            services: Self.services(isEndless: false, Begun()), mailbox: mailbox)
        runner.renewFindings()
        #expect(await actions(mailbox, 2) == [told, .renewed])
    }

    @Test func `an import goes first, and the rest is read anew behind it`() async throws {
        let mailbox = try Mailbox()
        let begun = Begun()
        var runner = EffectRunner(services: Self.services(isEndless: true, begun), mailbox: mailbox)
        runner.renewFindings()
        _ = await actions(mailbox, 1)
        runner.importPaths(["a"])
        let all = await actions(mailbox, 4)
        #expect(all == [.renewed, .finished("taken in"), told, .renewed])
        #expect(begun.works.withLock { $0 } == ["renewal", "import", "renewal"])
    }

    @Test func `it can be stopped`() async throws {
        let mailbox = try Mailbox()
        var runner = EffectRunner(
            services: Self.services(isEndless: true, Begun()), mailbox: mailbox)
        runner.renewFindings()
        _ = await actions(mailbox, 1)
        runner.cancelWork()
        #expect(await actions(mailbox, 1) == [.renewed])
    }

    @Test func `a decision is carried out, or says why not`() async throws {
        let mailbox = try Mailbox()
        var runner = EffectRunner(
            services: Self.services(isEndless: false, Begun()), mailbox: mailbox)
        let good = ProposalDecision(
            .takeIn, Proposal(id: "good", name: "Good", kind: .person, articleCount: 1))
        var bad = good
        bad.proposal.id = "bad"
        runner.decide(good)
        runner.decide(bad)
        let refused = Action.refused(bad, "It is full.")
        #expect(await actions(mailbox, 2) == [.decided(good, nil), refused])
    }
}
