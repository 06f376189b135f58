import Testing

@testable import Intake

/// Plays the net: answers each request of a plan from a table, a millisecond later.
private struct Net {
    var plan: WebPlan
    var now = 0
    var answers: [String: Result<WebAnswer, WebProblem>] = [:]
    /// Requests and their moments, in order.
    var asked: [String] = []
    var moments: [Int] = []
    var mostAtOnce = 0

    init(
        _ rules: WebRules = WebRules(), _ errands: [WebErrand], knowing robots: [RobotsRecord] = []
    ) {
        plan = WebPlan(rules, knowing: robots)
        for errand in errands { plan.add(errand) }
    }

    init(_ rules: WebRules = WebRules(), _ addresses: String...) {
        self.init(rules, addresses.map { WebErrand($0) })
    }

    mutating func answer(_ address: String, _ status: Int, _ fields: [String: String] = [:]) {
        answers[address] = .success(WebAnswer(status: status, fields: fields))
    }

    mutating func robots(_ site: String, _ rules: String) {
        answers[site + "/robots.txt"] = .success(WebAnswer(status: 200, body: Array(rules.utf8)))
    }

    /// Runs until nothing is left; all outcomes in order.
    mutating func run() -> [WebOutcome] {
        var outcomes = plan.takeOutcomes()
        while true {
            var requests: [WebRequest] = []
            while let request = plan.next(at: now) { requests.append(request) }
            mostAtOnce = max(mostAtOnce, requests.count)
            outcomes += plan.takeOutcomes()
            if requests.isEmpty {
                guard let wait = plan.wait(at: now) else { return outcomes }
                now += wait
                continue
            }
            for request in requests {
                asked.append(request.address.text)
                moments.append(now)
            }
            now += 1
            for request in requests {
                let path = request.address.text
                let missing = WebAnswer(status: path.hasSuffix("/robots.txt") ? 404 : 200)
                plan.ended(request.number, answers[path] ?? .success(missing), at: now)
            }
            outcomes += plan.takeOutcomes()
        }
    }
}

extension WebOutcome {
    fileprivate var problem: WebProblem? {
        if case .failed(let problem) = ending { problem } else { nil }
    }
}

struct WebPlanTests {
    private static let ok = WebOutcome.Ending.fetched(WebAnswer(status: 200))

    @Test func `a site's rules are asked for first, and once`() {
        var net = Net(WebRules(), "https://quay.example/a", "https://quay.example/b")
        let outcomes = net.run()
        #expect(outcomes.map(\.ending) == [Self.ok, Self.ok])
        #expect(
            net.asked == [
                "https://quay.example/robots.txt", "https://quay.example/a",
                "https://quay.example/b",
            ])
        #expect(net.plan.isDone)
    }

    @Test func `a host gets a pause between two requests`() {
        var net = Net(WebRules(), "https://quay.example/a", "https://quay.example/b")
        _ = net.run()
        #expect(net.moments == [0, 1, 1002])
    }

    @Test func `a site may ask for a longer pause, within bounds`() {
        for (asked, pause) in [("5", 5000), ("0", 1000), ("9999999999", 30_000)] {
            var net = Net(WebRules(), "https://quay.example/a", "https://quay.example/b")
            net.robots("https://quay.example", "User-agent: *\nCrawl-delay: \(asked)")
            _ = net.run()
            #expect(net.moments == [0, 1, 2 + pause])
        }
    }

    @Test func `several hosts are asked at once, each one thing at a time`() {
        let addresses = (0..<10).flatMap { host in
            (0..<2).map { "https://h\(host).example/\($0)" }
        }
        var rules = WebRules()
        rules.hostsAtOnce = 4
        var net = Net(rules, addresses.map { WebErrand($0) })
        #expect(net.run().count == 20)
        #expect(net.mostAtOnce == 4)
    }

    @Test func `one server under two ports is one host`() {
        var net = Net(WebRules(), "http://quay.example:1/", "http://quay.example:2/")
        _ = net.run()
        #expect(net.mostAtOnce == 1)
    }

    @Test func `what robots.txt does not let in is not asked for`() {
        var net = Net(WebRules(), "https://quay.example/a", "https://quay.example/private/b")
        net.robots("https://quay.example", "User-agent: *\nDisallow: /private")
        let outcomes = net.run()
        #expect(outcomes.contains { $0.problem == .robots(agent: "parley") })
        #expect(net.asked == ["https://quay.example/robots.txt", "https://quay.example/a"])
    }

    @Test(arguments: [
        (404, true), (401, true), (403, true), (410, true), (500, false), (502, false),
        (429, false),
        (503, false),
    ])
    func `without robots.txt all may be read, without an answer nothing`(status: Int, isOpen: Bool)
    {
        var net = Net(WebRules(), "https://quay.example/a")
        net.answer("https://quay.example/robots.txt", status)
        let outcomes = net.run()
        #expect((outcomes.first?.problem == nil) == isOpen)
        #expect(net.asked.count == (isOpen ? 2 : 1))
    }

    private static let site = "https://quay.example"
    private static let closed = Array("User-agent: *\nDisallow: /private\nCrawl-delay: 5".utf8)

    /// A plan that wants two pages and knows what the site said a while ago.
    private func net(_ isFresh: Bool, _ validators: WebValidators = WebValidators()) -> Net {
        let record = RobotsRecord(
            site: Self.site, bytes: Self.closed, validators: validators, isFresh: isFresh)
        let errands = ["/a", "/private", "/b"].map { WebErrand(Self.site + $0) }
        return Net(WebRules(), errands, knowing: [record])
    }

    @Test func `what a site said within a day is not asked for again`() {
        var net = net(true)
        let outcomes = net.run()
        #expect(net.asked == [Self.site + "/a", Self.site + "/b"])
        #expect(net.moments == [0, 5001])
        #expect(outcomes.contains { $0.problem == .robots(agent: "parley") })
        #expect(net.plan.takeRobots().isEmpty)
    }

    @Test func `what it said before that is asked about`() {
        let state = WebValidators(etag: "\"1\"")
        var unchanged = net(false, state)
        unchanged.answer(Self.site + "/robots.txt", 304)
        #expect(unchanged.run().contains { $0.problem == .robots(agent: "parley") })
        #expect(
            unchanged.plan.takeRobots() == [
                RobotsRecord(site: Self.site, bytes: Self.closed, validators: state)
            ])
        var changed = net(false, state)
        changed.robots(Self.site, "User-agent: *\nDisallow:")
        #expect(changed.run().allSatisfy { $0.problem == nil })
        var gone = net(false, state)
        gone.answer(Self.site + "/robots.txt", 404)
        #expect(gone.run().allSatisfy { $0.problem == nil })
        #expect(gone.plan.takeRobots() == [RobotsRecord(site: Self.site)])
    }

    @Test func `while its server is at fault, what it said before counts`() {
        var net = net(false)
        net.answer(Self.site + "/robots.txt", 500)
        let outcomes = net.run()
        #expect(outcomes.compactMap(\.problem) == [.robots(agent: "parley")])
        #expect(net.plan.takeRobots().isEmpty)
    }

    @Test func `what a site says is told, with what it is known by`() {
        var net = Net(WebRules(), Self.site + "/a")
        net.answers[Self.site + "/robots.txt"] = .success(
            WebAnswer(status: 200, fields: ["etag": "\"2\""], body: Self.closed))
        _ = net.run()
        #expect(
            net.plan.takeRobots() == [
                RobotsRecord(
                    site: Self.site, bytes: Self.closed, validators: WebValidators(etag: "\"2\""))
            ])
        #expect(net.plan.takeRobots().isEmpty)
    }

    @Test func `robots.txt may be elsewhere`() {
        var net = Net(WebRules(), "https://quay.example/a")
        net.answer(
            "https://quay.example/robots.txt", 301, ["location": "https://www.quay.example/r"])
        net.answers["https://www.quay.example/r"] = .success(
            WebAnswer(status: 200, body: Array("User-agent: *\nDisallow: /".utf8)))
        #expect(net.run().first?.problem == .robots(agent: "parley"))
    }

    @Test func `a redirect leads on, under the rules of where it leads`() {
        var net = Net(WebRules(), "https://quay.example/a", "https://quay.example/b")
        net.answer("https://quay.example/a", 302, ["location": "/c"])
        net.answer("https://quay.example/b", 301, ["location": "https://gull.example/x"])
        net.robots("https://gull.example", "User-agent: *\nDisallow: /x")
        let outcomes = net.run()
        #expect(outcomes.map(\.problem) == [nil, .robots(agent: "parley")])
        #expect(outcomes[0].place?.text == "https://quay.example/c")
        #expect(!outcomes[0].hasMoved)
        #expect(net.asked.contains("https://gull.example/robots.txt"))
    }

    @Test(arguments: [
        ([301], true), ([308, 301], true), ([301, 302], false), ([307], false), ([303], false),
    ])
    func `what has moved for good is told`(statuses: [Int], hasMoved: Bool) {
        var net = Net(WebRules(), "https://quay.example/0")
        for (index, status) in statuses.enumerated() {
            net.answer("https://quay.example/\(index)", status, ["location": "/\(index + 1)"])
        }
        #expect(net.run().first?.hasMoved == hasMoved)
    }

    @Test(arguments: [
        ("/a", WebProblem.redirectLoop), ("/b", .redirectLoop), ("", .redirectToNowhere),
        (
            "file:///etc/passwd",
            .redirectRefused("only http and https are fetched, not file.")
        ),
        (
            "http://127.1/",
            .redirectRefused(
                "127.0.0.1 is this machine; with --allow-private it is fetched all the same.")
        ),
        (
            "http://[::ffff:10.0.0.1]/",
            .redirectRefused(
                "::ffff:a00:1 is a private network; with --allow-private it is fetched all the same."
            )
        ),
        (
            "https://ann@gull.example/",
            .redirectRefused("addresses with a user name in them are not fetched.")
        ),
    ])
    func `a redirect that leads astray is not followed`(location: String, problem: WebProblem) {
        var net = Net(WebRules(), "https://quay.example/a")
        net.answer("https://quay.example/a", 302, ["location": "/b"])
        net.answer("https://quay.example/b", 302, ["location": location])
        #expect(net.run().map(\.problem) == [problem])
    }

    @Test(arguments: [
        ("https", "http", false), ("https", "https", true), ("http", "https", true),
        ("http", "http", true),
    ])
    func `a redirect never leaves what is encrypted`(from: String, to: String, isFollowed: Bool) {
        var net = Net(WebRules(), "\(from)://quay.example/a")
        net.answer("\(from)://quay.example/a", 302, ["location": "\(to)://gull.example/b"])
        let outcome = net.run().first
        #expect((outcome?.problem == nil) == isFollowed)
        #expect(net.asked.contains("\(to)://gull.example/b") == isFollowed)
    }

    @Test func `redirects are bounded`() {
        let cases: [(Int, WebProblem?)] = [(5, nil), (6, .tooManyRedirects(5))]
        for (count, problem) in cases {
            var net = Net(WebRules(), "https://quay.example/0")
            for index in 0..<count {
                net.answer("https://quay.example/\(index)", 302, ["location": "/\(index + 1)"])
            }
            #expect(net.run().map(\.problem) == [problem])
        }
    }

    @Test func `private addresses are asked only where that is allowed`() {
        var net = Net(WebRules(), "http://localhost/a", "http://2130706433/", "http://[fd00::1]/")
        #expect(
            net.run().map(\.problem) == [
                .notPublic("localhost", .thisMachine), .notPublic("127.0.0.1", .thisMachine),
                .notPublic("fd00::1", .privateNetwork),
            ])
        #expect(net.asked.isEmpty)
        var rules = WebRules()
        rules.allowsPrivate = true
        var open = Net(rules, "http://localhost/a")
        #expect(open.run().map(\.ending) == [Self.ok])
    }

    @Test func `a page that has not changed is no failure, unless nobody asked for that`() {
        let known = WebValidators(etag: "\"1\"")
        for (known, ending) in [
            (known, WebOutcome.Ending.unchanged), (WebValidators(), .failed(.status(304))),
        ] {
            var net = Net(WebRules(), [WebErrand("https://quay.example/a", known: known)])
            net.answer("https://quay.example/a", 304)
            #expect(net.run().map(\.ending) == [ending])
        }
    }

    @Test func `a wait that is asked for is kept, within bounds`() {
        var net = Net(WebRules(), "https://quay.example/a")
        net.answer("https://quay.example/a", 429, ["retry-after": "7"])
        #expect(net.run().map(\.problem) == [.asksToWait(seconds: 7)])
        #expect(net.moments == [0, 1, 7002, 14_003])
        for (wait, status) in [("31", 429), ("3600", 503)] {
            var net = Net(WebRules(), "https://quay.example/a", "https://quay.example/b")
            net.answer("https://quay.example/a", status, ["retry-after": wait])
            let problem = WebProblem.asksToWait(seconds: Int(wait))
            // The rest of the host is left alone, too.
            #expect(net.run().map(\.problem) == [problem, problem])
            #expect(net.asked.count == 2)
        }
    }

    @Test func `too many requests without a time end all that was to come`() {
        var net = Net(WebRules(), "https://quay.example/a", "https://quay.example/b")
        net.answer("https://quay.example/a", 429)
        #expect(
            net.run().map(\.problem) == [.asksToWait(seconds: nil), .asksToWait(seconds: nil)])
        var busy = Net(WebRules(), "https://quay.example/a", "https://quay.example/b")
        busy.answer("https://quay.example/a", 503)
        #expect(busy.run().map(\.problem) == [.status(503), nil])
    }

    @Test func `a host that cannot be reached is tried once`() {
        var net = Net(
            WebRules(), "https://quay.example/a", "https://quay.example/b", "https://gull.example/")
        net.answers["https://quay.example/robots.txt"] = .failure(.noSuchHost)
        let outcomes = net.run()
        #expect(outcomes.count == 3)
        #expect(outcomes.filter { $0.problem == .noSuchHost }.count == 2)
        #expect(net.asked.filter { $0.contains("quay") }.count == 1)
    }

    @Test func `a page that is slow does not end its host`() {
        var net = Net(WebRules(), "https://quay.example/a", "https://quay.example/b")
        net.answers["https://quay.example/a"] = .failure(.stalled(seconds: 20))
        #expect(net.run().map(\.problem) == [.stalled(seconds: 20), nil])
    }

    @Test func `what is no address comes back at once`() {
        var net = Net(WebRules(), "ftp://quay.example/")
        #expect(net.run().map(\.problem) == [.otherScheme("ftp")])
        #expect(net.plan.isDone)
    }

    @Test func `an answer that nobody asked for is passed over`() {
        var plan = WebPlan(WebRules())
        plan.ended(7, .success(WebAnswer(status: 200)), at: 0)
        #expect(plan.takeOutcomes().isEmpty)
    }
}
