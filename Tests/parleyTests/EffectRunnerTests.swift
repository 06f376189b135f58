import Queries
import Screens
import Testing

@testable import parley

struct EffectRunnerTests {
    /// Answers at once, but never to an article named "never": that waits until it is cancelled.
    private static let services = Services(
        answer: { question in
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

    @Test func `long work tells how far it is and what came of it`() async throws {
        let mailbox = try Mailbox()
        var runner = EffectRunner(services: Self.services, mailbox: mailbox)
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
