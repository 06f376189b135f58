// errands --> host by host: robots.txt first, then one page at a time, a pause between them
//                 |                                             |
//              next(at:) --> request --(the program room)--> ended(…, at:) --> outcomes
//                 ^                                             |
//                 +----- redirects, and retries after a wait ---+

/// Which request comes next, and what an answer means: all that is decided when pages and feeds
/// are fetched, as a value. It never asks for the time and never touches the net; `now` is
/// milliseconds of any clock that only runs forward.
///
/// A host is asked one thing at a time, with a pause; several hosts are asked at once. Before
/// anything else a site is asked for its `robots.txt`. Every hop of a redirect is held against the
/// same rules as the first address. A host that cannot be reached, or asks to be left alone, is
/// not asked for the rest.
package struct WebPlan: Sendable {
    private enum Purpose {
        case errand(WebErrand)
        case robots(site: String)
    }

    /// An errand, or a site's rules, on its way.
    private struct Visit {
        var purpose: Purpose
        var place: WebAddress
        var passed: [WebAddress] = []
        var hasMoved = true
        var tries = 0
        var notBefore = Int.min

        /// Of the state that is known already.
        var known: WebValidators?

        var errand: WebErrand? {
            if case .errand(let errand) = purpose { errand } else { nil }
        }
    }

    private struct Host {
        var queue: [Visit] = []
        var isBusy = false
        /// The end of the pause after the last request.
        var pauseEnd = Int.min
        /// The end of the time for which it asked to be left alone.
        var notBefore = Int.min
        var pace: Int
        /// Why it is not asked any more.
        var refusal: WebProblem?

        /// When a visit may go on; a hop of a redirect is part of the request before it.
        func moment(of visit: Visit) -> Int {
            let isHop = visit.passed.last?.host == visit.place.host
            return max(visit.notBefore, notBefore, isHop ? .min : pauseEnd)
        }
    }

    private enum Site {
        case asked
        case open(Robots)
        case closed(WebProblem)
    }

    private let rules: WebRules
    private var hosts: [String: Host] = [:]
    private var names: [String] = []
    private var sites: [String: Site] = [:]
    /// What sites said in earlier runs, and what they said in this one.
    private var remembered: [String: RobotsRecord]
    private var heard: [RobotsRecord] = []
    private var underWay: [Int: Visit] = [:]
    private var requests = 0
    private var outcomes: [WebOutcome] = []

    /// Sites whose rules are known already need not be asked for them.
    package init(_ rules: WebRules, knowing records: [RobotsRecord] = []) {
        self.rules = rules
        remembered = Dictionary(records.map { ($0.site, $0) }) { first, _ in first }
    }

    /// How many requests are being made.
    package var running: Int { underWay.count }
    /// Whether nothing is left to do, nor to be told.
    package var isDone: Bool {
        underWay.isEmpty && outcomes.isEmpty && hosts.values.allSatisfy(\.queue.isEmpty)
    }

    package mutating func add(_ errand: WebErrand) {
        do throws(WebProblem) {
            let place = try WebAddress(errand.address)
            let visit = Visit(purpose: .errand(errand), place: place, known: errand.known)
            if let problem = objection(to: place) {
                finish(visit, .failed(problem))
            } else {
                enqueue(visit)
            }
        } catch {
            outcomes.append(WebOutcome(errand: errand, ending: .failed(error)))
        }
    }

    /// What has come to its end since this was last asked.
    package mutating func takeOutcomes() -> [WebOutcome] {
        defer { outcomes = [] }
        return outcomes
    }

    /// What sites have said about programs since this was last asked.
    package mutating func takeRobots() -> [RobotsRecord] {
        defer { heard = [] }
        return heard
    }

    private func objection(to place: WebAddress) -> WebProblem? {
        let reach = place.reach
        return rules.allowsPrivate || reach == .everywhere ? nil : .notPublic(place.host, reach)
    }

    // MARK: What comes next

    /// A request that may be made now; nil when none may. Ask again until then.
    package mutating func next(at now: Int) -> WebRequest? {
        guard running < rules.hostsAtOnce else { return nil }
        for name in names {
            guard let host = hosts[name], !host.isBusy, !host.queue.isEmpty else { continue }
            if let request = next(of: name, at: now) { return request }
        }
        return nil
    }

    private mutating func next(of name: String, at now: Int) -> WebRequest? {
        var index = 0
        while let host = hosts[name], index < host.queue.count {
            let visit = host.queue[index]
            if let refusal = host.refusal {
                hosts[name]?.queue.remove(at: index)
                finish(visit, .failed(refusal))
                continue
            }
            guard host.moment(of: visit) <= now else {
                index += 1
                continue
            }
            guard visit.errand != nil else { return start(visit, index, name) }
            switch sites[visit.place.site] {
            case nil:
                if let request = ask(visit.place, index, name) { return request }
            case .asked: index += 1
            case .closed(let problem):
                hosts[name]?.queue.remove(at: index)
                finish(visit, .failed(problem))
            case .open(let robots):
                if robots.allows(visit.place.target) { return start(visit, index, name) }
                hosts[name]?.queue.remove(at: index)
                finish(visit, .failed(.robots(agent: rules.agent)))
            }
        }
        return nil
    }

    /// Opens a site whose rules are known; else the request for them, put at the place in the
    /// host's queue.
    private mutating func ask(
        _ place: WebAddress, _ index: Int, _ name: String
    ) -> WebRequest? {
        let site = place.site
        let record = remembered[site]
        if let record, record.isFresh {
            sites[site] = open(record)
            return nil
        }
        sites[site] = .asked
        let robots = Visit(
            purpose: .robots(site: site), place: place.robots, known: record?.validators)
        hosts[name]?.queue.insert(robots, at: index)
        return start(robots, index, name)
    }

    private mutating func start(_ visit: Visit, _ index: Int, _ name: String) -> WebRequest {
        hosts[name]?.queue.remove(at: index)
        hosts[name]?.isBusy = true
        requests += 1
        underWay[requests] = visit
        return WebRequest(number: requests, address: visit.place, known: visit.known)
    }

    /// Milliseconds until another request may be made; nil when that does not hang on time.
    package func wait(at now: Int) -> Int? {
        guard running < rules.hostsAtOnce else { return nil }
        let moments = hosts.values.filter { !$0.isBusy && $0.refusal == nil }.compactMap { host in
            host.queue.map(host.moment).filter { $0 > now }.min()
        }
        return moments.min().map { $0 - now }
    }

    // MARK: What an answer means

    /// Takes up how a request ended.
    package mutating func ended(
        _ number: Int, _ result: Result<WebAnswer, WebProblem>, at now: Int
    ) {
        guard let visit = underWay.removeValue(forKey: number) else { return }
        let name = visit.place.host
        hosts[name]?.isBusy = false
        if visit.errand != nil, let pace = hosts[name]?.pace {
            hosts[name]?.pauseEnd = now + pace
        }
        switch result {
        case .success(let answer): take(answer, visit, at: now)
        case .failure(let problem):
            if problem.isOfHost { hosts[name]?.refusal = problem }
            finish(visit, .failed(problem))
        }
    }

    private mutating func take(_ answer: WebAnswer, _ visit: Visit, at now: Int) {
        switch answer.status {
        case 200, 203: finish(visit, .fetched(answer))
        case 301, 302, 303, 307, 308: follow(answer, visit)
        case 304 where visit.known?.isEmpty == false: finish(visit, .unchanged)
        case 429, 503: retry(answer, visit, at: now)
        default: finish(visit, .failed(.status(answer.status)))
        }
    }

    private mutating func follow(_ answer: WebAnswer, _ visit: Visit) {
        var visit = visit
        visit.passed.append(visit.place)
        visit.hasMoved = visit.hasMoved && (answer.status == 301 || answer.status == 308)
        do throws(WebProblem) {
            guard let location = answer["location"], !location.isEmpty else {
                throw .redirectToNowhere
            }
            let place = try visit.place.resolved(location)
            if visit.passed.contains(place) { throw .redirectLoop }
            if visit.passed.count > rules.mostRedirects {
                throw .tooManyRedirects(rules.mostRedirects)
            }
            if let problem = objection(to: place) { throw .redirectRefused(problem.description) }
            // Rules for programs only forbid; whoever changed them on the way gains nothing.
            if visit.errand != nil, visit.place.isSecure, !place.isSecure {
                throw .redirectRefused(WebPlan.opensUp(place))
            }
            visit.place = place
            visit.notBefore = .min
            enqueue(visit, isFirst: true)
        } catch {
            finish(visit, .failed(WebPlan.ofRedirect(error)))
        }
    }

    private static func opensUp(_ place: WebAddress) -> String {
        "it leads from https to \(place.text), where anybody on the way can change what is read;"
            + " ask for that address itself if you want it."
    }

    private static func ofRedirect(_ problem: WebProblem) -> WebProblem {
        switch problem {
        case .notAnAddress, .otherScheme, .holdsUser: .redirectRefused(problem.description)
        default: problem
        }
    }

    private mutating func retry(_ answer: WebAnswer, _ visit: Visit, at now: Int) {
        var visit = visit
        let name = visit.place.host
        guard let seconds = answer.retryAfter else {
            // A fault of one page, but too many requests are too many for all of them.
            if answer.status == 503 { return finish(visit, .failed(.status(503))) }
            return refuse(visit, .asksToWait(seconds: nil))
        }
        guard seconds <= rules.longestWait / 1000, visit.tries < rules.mostRetries else {
            return refuse(visit, .asksToWait(seconds: seconds))
        }
        visit.tries += 1
        visit.notBefore = now + seconds * 1000
        hosts[name]?.notBefore = visit.notBefore
        enqueue(visit, isFirst: true)
    }

    private mutating func refuse(_ visit: Visit, _ problem: WebProblem) {
        hosts[visit.place.host]?.refusal = problem
        finish(visit, .failed(problem))
    }

    private mutating func enqueue(_ visit: Visit, isFirst: Bool = false) {
        let name = visit.place.host
        var host = hosts[name] ?? Host(pace: rules.pace)
        if hosts[name] == nil { names.append(name) }
        host.queue.insert(visit, at: isFirst ? 0 : host.queue.count)
        hosts[name] = host
    }

    private mutating func finish(_ visit: Visit, _ ending: WebOutcome.Ending) {
        switch visit.purpose {
        case .robots(let site): sites[site] = state(of: site, after: ending)
        case .errand(let errand):
            outcomes.append(
                WebOutcome(
                    errand: errand, ending: ending, place: visit.place,
                    hasMoved: visit.hasMoved && !visit.passed.isEmpty))
        }
    }

    /// RFC 9309, section 2.3.1: a site without the file has no rules; one whose server is at
    /// fault is left alone, unless what it said before is known.
    private mutating func state(of site: String, after ending: WebOutcome.Ending) -> Site {
        let known = remembered[site]
        switch ending {
        case .fetched(let answer):
            return hear(
                RobotsRecord(site: site, bytes: answer.body, validators: answer.validators))
        case .unchanged:
            return hear(
                RobotsRecord(
                    site: site, bytes: known?.bytes ?? [],
                    validators: known?.validators ?? WebValidators()))
        case .failed(let problem):
            switch problem {
            case .status(let status) where status < 500: return hear(RobotsRecord(site: site))
            case .notRead, .redirectToNowhere, .redirectRefused, .redirectLoop, .tooManyRedirects:
                return hear(RobotsRecord(site: site))
            case .asksToWait, .noSuchHost, .noProxy, .noConnection, .notTrusted, .noCertificates,
                .notPublic:
                return .closed(problem)
            default: return known.map { open($0) } ?? .closed(.robotsUnread(problem.description))
            }
        }
    }

    private mutating func hear(_ record: RobotsRecord) -> Site {
        heard.append(record)
        return open(record)
    }

    private mutating func open(_ record: RobotsRecord) -> Site {
        let robots = Robots(record.bytes, for: rules.agent)
        if let delay = robots.delay, let host = (try? WebAddress(record.site))?.host {
            let asked = min(delay, rules.longestPace / 1000) * 1000
            hosts[host]?.pace = max(rules.pace, asked)
        }
        return .open(robots)
    }
}
