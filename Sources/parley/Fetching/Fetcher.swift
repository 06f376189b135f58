import CCurl
import Foundation
import Intake
import Terminal

/// Fetches pages and feeds over HTTP and HTTPS, on a thread of its own: the one place of the
/// program that asks the net for anything. What is asked when, and what an answer means, its
/// `WebPlan` decides; libcurl, loaded only now, makes the requests.
final class Fetcher: Sendable {
    private let desk: FetchDesk

    /// How many addresses have come to their end, and of how many.
    struct Progress: Equatable, Sendable {
        var done = 0
        var all = 0
    }

    /// Throws where libcurl is not installed. `robots` are what sites said in earlier runs;
    /// `progress` is called on the thread that fetches.
    init(
        _ rules: WebRules, _ bounds: FetchBounds = FetchBounds(),
        knowing robots: [RobotsRecord] = [],
        proxies: WebProxies = WebProxies(environment: ProcessInfo.processInfo.environment),
        trust: WebTrust = WebTrust(environment: ProcessInfo.processInfo.environment),
        progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) throws {
        guard ccurl_load() else { throw CommandFailure(Fetcher.missing) }
        let desk = try FetchDesk()
        self.desk = desk
        let thread = Thread {
            FetchLoop(
                desk, WebPlan(rules, knowing: robots), rules, bounds, proxies, trust, progress)?
                .run()
            desk.close()
        }
        thread.name = "fetching"
        thread.start()
    }

    static let missing = """
        Fetching needs libcurl, which is not installed. Install it: apt-get install libcurl4 \
        (libcurl4t64 on Debian 13 and Ubuntu 24.04), elsewhere the package libcurl.
        """

    deinit { desk.close() }

    /// Adds errands; also while others are under way.
    func add(_ errands: [WebErrand]) { desk.add(errands) }

    /// Waits for the next outcomes; empty when all are told. Throws `CancellationError` soon after
    /// the task was cancelled; then nothing more is fetched.
    func next() async throws -> [WebOutcome] { try await desk.next() }

    /// What sites have said about programs since this was last asked.
    func takeRobots() -> [RobotsRecord] { desk.takeRobots() }
}

/// The loop of the thread that fetches.
private struct FetchLoop {
    private let desk: FetchDesk
    private let rules: WebRules
    private let bounds: FetchBounds
    private let proxies: WebProxies
    private let trust: WebTrust
    private let tell: @Sendable (Fetcher.Progress) -> Void
    private let multi: OpaquePointer
    private var plan: WebPlan
    private var transfers: [Int: Transfer] = [:]
    private var progress = Fetcher.Progress()
    private let start = ContinuousClock.now
    /// When the oldest outcome that nobody was offered yet came.
    private var oldest: Int?

    /// Nil when there is no memory.
    init?(
        _ desk: FetchDesk, _ plan: WebPlan, _ rules: WebRules, _ bounds: FetchBounds,
        _ proxies: WebProxies,
        _ trust: WebTrust, _ tell: @escaping @Sendable (Fetcher.Progress) -> Void
    ) {
        guard let multi = ccurl_multi_new() else { return nil }
        (self.desk, self.rules, self.bounds, self.proxies) = (desk, rules, bounds, proxies)
        (self.multi, self.plan, self.trust, self.tell) = (multi, plan, trust, tell)
    }

    private var now: Int { Int((ContinuousClock.now - start) / .milliseconds(1)) }

    /// Returns when the desk is closed.
    consuming func run() {
        while let errands = desk.takeErrands() {
            for errand in errands { plan.add(errand) }
            progress.all += errands.count
            begin()
            guard ccurl_run(multi) else { break }
            let hasEnded = end()
            handOn()
            if !hasEnded, !ccurl_wait(multi, desk.wakeup.descriptor, Int32(pause)) { break }
        }
        transfers = [:]
        ccurl_multi_free(multi)
    }

    private mutating func begin() {
        while desk.heldBytes <= bounds.held, let request = plan.next(at: now) {
            let transfer = Transfer(
                request, of: multi, proxy: proxies.proxy(for: request.address), trust: trust,
                rules: rules, bounds: bounds, now: now)
            if let transfer {
                transfers[request.number] = transfer
            } else {
                plan.ended(request.number, .failure(.failed("libcurl refuses it")), at: now)
            }
        }
    }

    /// Takes up what has ended; whether anything has.
    private mutating func end() -> Bool {
        var hasEnded = false
        var ending = ccurl_done
        while let transfer = Transfer.at(ccurl_next_ended(multi, &ending)) {
            end(transfer, transfer.result(ending, at: now))
            hasEnded = true
        }
        for transfer in transfers.values where transfer.isStalled(at: now) {
            end(transfer, transfer.stalled)
            hasEnded = true
        }
        return hasEnded
    }

    private mutating func end(_ transfer: Transfer, _ result: Result<WebAnswer, WebProblem>) {
        transfers[transfer.request.number] = nil
        plan.ended(transfer.request.number, result, at: now)
    }

    /// Leaves what has come to its end on the desk, and offers it when it is due.
    private mutating func handOn() {
        let outcomes = plan.takeOutcomes()
        if !outcomes.isEmpty {
            desk.leave(outcomes, plan.takeRobots())
            progress.done += outcomes.count
            tell(progress)
            oldest = oldest ?? now
        }
        guard let oldest else { return }
        let held = (count: desk.heldCount, bytes: desk.heldBytes)
        let isLot = held.count >= bounds.lot || held.bytes >= bounds.held / 4
        if isLot || plan.isDone || now - oldest >= bounds.gathering {
            desk.offer()
            self.oldest = nil
        }
    }

    /// Milliseconds that there is nothing to do unless something happens.
    private var pause: Int {
        let moment = now
        var pauses = transfers.values.map { $0.patience(at: moment) }
        if let wait = plan.wait(at: moment) { pauses.append(wait) }
        if let oldest { pauses.append(max(0, bounds.gathering - (moment - oldest))) }
        return min(pauses.min() ?? 1000, 1000)
    }
}
