import Archive
import Intake
import Synchronization

// addresses --> Fetcher --> lots of answers --> Intake: pages, feeds, lists
//                  ^                                |
//                  |                          Archive: articles; then what its server knows
//                  +---- pages of new summaries     the state by, so that a stop loses nothing

/// Takes what stands at addresses of the web into an archive.
struct WebIntake: Sendable {
    var archive: Archive
    var rules = WebRules()
    var bounds = FetchBounds()
    /// Nil for those of the environment.
    var proxies: WebProxies?
    var statement = RawDocument.Statement()
    /// The addresses are feeds of the archive's list; anything else there is a failure.
    var renewsFeeds = false
    /// Of new entries without their full text the pages are fetched too.
    var wantsPages = false

    /// Fetches the addresses and takes in what they hold, in lots. Throws `CancellationError` when
    /// the task is cancelled: what was taken in stays, and asking again completes it.
    func run(
        _ addresses: [String], progress: @escaping @Sendable (WebProgress) -> Void = { _ in }
    ) async throws -> WebReport {
        let told = ProgressTeller(progress)
        let fetcher = try makeFetcher { told.fetched($0) }
        var work = WebWork(intake: self)
        fetcher.add(try await errands(addresses))
        while true {
            let lot = try await fetcher.next()
            if lot.isEmpty { return work.report.sorted(by: addresses) }
            let pages = try await work.take(lot)
            if !pages.isEmpty { fetcher.add(pages) }
            told.found(work.report.items.reduce(0) { $0 + $1.new.count })
        }
    }

    private func makeFetcher(
        _ progress: @escaping @Sendable (Fetcher.Progress) -> Void
    ) throws -> Fetcher {
        guard let proxies else { return try Fetcher(rules, bounds, progress: progress) }
        return try Fetcher(rules, bounds, proxies: proxies, progress: progress)
    }

    /// Each address once. A page whose article is gone is fetched whole, and so is a feed that
    /// somebody names: its articles may be gone.
    private func errands(_ addresses: [String]) async throws -> [WebErrand] {
        let visits = try await archive.visits(of: addresses)
        var met: Set<String> = []
        return addresses.filter { met.insert($0).inserted }.map { address in
            let visit = visits[address]
            let isKnown = renewsFeeds || visit?.article != nil
            return WebErrand(address, known: isKnown ? visit?.validators : nil)
        }
    }
}

/// Adds up how far both sides have come. A class because two threads tell it.
private final class ProgressTeller: Sendable {
    private let progress = Mutex(WebProgress())
    private let tell: @Sendable (WebProgress) -> Void

    init(_ tell: @escaping @Sendable (WebProgress) -> Void) { self.tell = tell }

    func fetched(_ fetched: Fetcher.Progress) {
        tell(
            progress.withLock {
                ($0.done, $0.all) = (fetched.done, fetched.all)
                return $0
            })
    }

    func found(_ new: Int) {
        tell(
            progress.withLock {
                $0.new = new
                return $0
            })
    }
}
