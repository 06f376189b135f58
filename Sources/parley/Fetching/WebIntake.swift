import Archive
import Foundation
import Intake
import Synchronization

// addresses --> Fetcher --> lots of answers --> Intake: pages, feeds, lists
//                  ^                                |
//                  |                          Archive: articles; then what its server knows
//                  +---- pages of new summaries     the state by, so that a stop loses nothing
//                        and, in the end, of earlier

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
    /// Of entries without their full text the pages are fetched too: of all new ones, and of so
    /// many earlier ones.
    var wantsPages = false
    var earlierPages = WebIntake.usualEarlierPages
    /// Nil for those of the environment.
    var trust: WebTrust?

    static let usualEarlierPages = 100

    /// Fetches the addresses and takes in what they hold, in lots. Throws `CancellationError` when
    /// the task is cancelled: what was taken in stays, and asking again completes it.
    func run(
        _ addresses: [String], progress: @escaping @Sendable (WebProgress) -> Void = { _ in }
    ) async throws -> WebReport {
        let told = ProgressTeller(progress)
        let environment = ProcessInfo.processInfo.environment
        let fetcher = try Fetcher(
            rules, bounds, knowing: try await archive.robots(),
            proxies: proxies ?? WebProxies(environment: environment),
            trust: trust ?? WebTrust(environment: environment), progress: { told.fetched($0) })
        var work = WebWork(intake: self)
        fetcher.add(try await errands(addresses, &work))
        var wantsEarlier = wantsPages
        while true {
            let lot = try await fetcher.next()
            try await archive.record(fetcher.takeRobots())
            if !lot.isEmpty {
                fetcher.add(try await work.take(lot))
                told.found(work.report.newCount)
            } else if wantsEarlier {
                wantsEarlier = false
                let (summaries, total) = try await archive.summaries(limit: earlierPages)
                work.leave(summaries: total - summaries.count)
                fetcher.add(work.want(summaries))
            } else {
                return work.report.sorted(by: addresses)
            }
        }
    }

    /// Each address once, and no feed that is gone. A page whose article is gone is fetched whole, and so is a feed that
    /// somebody names: its articles may be gone.
    private func errands(
        _ addresses: [String], _ work: inout WebWork
    ) async throws -> [WebErrand] {
        let visits = try await archive.visits(of: addresses)
        var met: Set<String> = []
        return addresses.filter { met.insert($0).inserted }.compactMap { address in
            let visit = visits[address]
            if renewsFeeds, visit?.isGone == true {
                work.leaveOut(address)
                return nil
            }
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
