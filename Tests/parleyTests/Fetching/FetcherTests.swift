import CCurl
import Intake
import Synchronization
import TestSupport
import Testing

@testable import parley

/// Fetching from servers that misbehave. Bounds are so small that no test has to wait.
@Suite(.serialized)
struct FetcherTests {
    private typealias Server = LoopbackServer

    private static let text = "<p>The ferry is back in service, the clerk said on Tuesday.</p>"

    /// Rules that let tests ask loopback without pauses.
    static var rules: WebRules {
        var rules = WebRules()
        rules.allowsPrivate = true
        rules.pace = 0
        return rules
    }

    /// Roomy in time, small in size.
    static var bounds: FetchBounds {
        var bounds = FetchBounds()
        bounds.body = 64 << 10
        bounds.header = 8 << 10
        bounds.gathering = 0
        return bounds
    }

    /// All outcomes, by the address that was asked for.
    private func fetch(
        _ errands: [WebErrand], _ rules: WebRules = rules, _ bounds: FetchBounds = bounds,
        proxies: WebProxies = WebProxies()
    ) async throws -> [String: WebOutcome] {
        let fetcher = try Fetcher(rules, bounds, proxies: proxies)
        fetcher.add(errands)
        var outcomes: [String: WebOutcome] = [:]
        while true {
            let lot = try await fetcher.next()
            if lot.isEmpty { return outcomes }
            for outcome in lot { outcomes[outcome.errand.address] = outcome }
        }
    }

    /// What one answer leads to.
    private func ending(
        _ steps: [LoopbackServer.Step], bounds: FetchBounds = bounds
    ) async throws -> WebOutcome.Ending? {
        let server = try Server { $0.target == "/a" ? steps : nil }
        let address = server.root + "/a"
        return try await fetch([WebErrand(address)], Self.rules, bounds)[address]?.ending
    }

    private func body(_ ending: WebOutcome.Ending?) -> String? {
        guard case .fetched(let answer)? = ending else { return nil }
        return String(decoding: answer.body, as: UTF8.self)
    }

    @Test func `a page is fetched, and the server told by whom`() async throws {
        let server = try Server { $0.target == "/a?b=1" ? Server.page(Self.text) : nil }
        let address = server.root + "/a?b=1#c"
        let outcome = try await fetch([WebErrand(address)])[address]
        #expect(body(outcome?.ending) == Self.text)
        #expect(server.requests.map(\.target) == ["/robots.txt", "/a?b=1"])
        let fields = try #require(server.requests.last?.fields)
        #expect(fields["user-agent"] == "parley/\(Version.current)")
        #expect(fields["accept-encoding"] == "gzip, deflate")
        #expect(fields["cookie"] == nil && fields["authorization"] == nil)
    }

    @Test func `what is known already is asked about`() async throws {
        let server = try Server { request in
            request.fields["if-none-match"] == "\"1\""
                && request.fields["if-modified-since"] == "now"
                ? [.send(Server.bytes("304 Not Modified", [:], ""))] : Server.page(Self.text)
        }
        let known = WebValidators(etag: "\"1\"", lastModified: "now")
        let errand = WebErrand(server.root + "/a", known: known)
        #expect(try await fetch([errand])[errand.address]?.ending == .unchanged)
    }

    @Test func `packed bodies are unpacked`() async throws {
        let packed = Gzip.stored(Array(Self.text.utf8))
        let answer = Server.bytes("200 OK", ["Content-Encoding": "gzip"], packed)
        #expect(body(try await ending([.send(answer)])) == Self.text)
    }

    @Test func `a body that lies about being packed is refused`() async throws {
        let answer = Server.bytes("200 OK", ["Content-Encoding": "gzip"], Self.text)
        #expect(try await ending([.send(answer)]) == .failed(.damaged))
    }

    @Test func `packed data that is damaged is refused`() async throws {
        var packed = Gzip.stored(Array(Self.text.utf8))
        packed[packed.count - 6] ^= 0xFF
        let answer = Server.bytes("200 OK", ["Content-Encoding": "gzip"], packed)
        #expect(try await ending([.send(answer)]) == .failed(.damaged))
    }

    @Test func `a bomb of packed zeros ends at the bound`() async throws {
        let bomb = Gzip.bomb(runs: 40_000)
        let answer = Server.bytes("200 OK", ["Content-Encoding": "gzip"], bomb)
        #expect(bomb.count < 66_000)
        #expect(try await ending([.send(answer)]) == .failed(.tooLarge(limit: 64 << 10)))
    }

    @Test func `a body without end ends at the bound`() async throws {
        let head = Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".utf8)
        let steps = [LoopbackServer.Step.send(head), .sendForever(Array(Self.text.utf8))]
        #expect(try await ending(steps) == .failed(.tooLarge(limit: 64 << 10)))
    }

    @Test func `a body that says it is too large is not waited for`() async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nx"
        let steps = [LoopbackServer.Step.send(Array(head.utf8)), .keepSilent]
        #expect(try await ending(steps) == .failed(.tooLarge(limit: 64 << 10)))
    }

    @Test func `the page of an error is not read to its end`() async throws {
        let head = Array("HTTP/1.1 404 Not Found\r\n\r\n".utf8)
        let steps = [LoopbackServer.Step.send(head), .sendForever(Array(Self.text.utf8))]
        #expect(try await ending(steps) == .failed(.status(404)))
    }

    @Test func `a picture is not waited for`() async throws {
        let head = Array("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n".utf8)
        let steps = [LoopbackServer.Step.send(head), .sendForever(Array(Self.text.utf8))]
        #expect(try await ending(steps) == .failed(.notRead(type: "image/png")))
    }

    @Test func `a flood of headers ends at the bound`() async throws {
        let head = Array("HTTP/1.1 200 OK\r\n".utf8)
        let steps = [LoopbackServer.Step.send(head), .sendForever(Array("X-A: b\r\n".utf8))]
        #expect(try await ending(steps) == .failed(.headerTooLarge))
    }

    @Test func `one header without end ends, too`() async throws {
        let head = Array("HTTP/1.1 200 OK\r\nX-A: ".utf8)
        let steps = [LoopbackServer.Step.send(head), .sendForever(Array("bbbbbbbb".utf8))]
        let found = try await ending(steps)
        guard case .failed? = found else {
            Issue.record("\(String(describing: found))")
            return
        }
    }

    @Test func `a server that says nothing is given up`() async throws {
        var bounds = Self.bounds
        bounds.stall = 150
        #expect(try await ending([.keepSilent], bounds: bounds) == .failed(.stalled(seconds: 0.15)))
        let half = Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nThe".utf8)
        #expect(
            try await ending([.send(half), .keepSilent], bounds: bounds)
                == .failed(.stalled(seconds: 0.15)))
    }

    @Test func `an answer that takes too long in all is given up`() async throws {
        var bounds = Self.bounds
        bounds.total = 200
        let half = Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nThe".utf8)
        #expect(
            try await ending([.send(half), .keepSilent], bounds: bounds)
                == .failed(.tooSlow(seconds: 0.2)))
    }

    @Test func `a connection that is closed without a word is named so`() async throws {
        #expect(try await ending([]) == .failed(.noAnswer))
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<p>The ferry",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>Th\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>Th\r\nzz\r\n",
    ])
    func `an answer that breaks off is not taken`(answer: String) async throws {
        #expect(try await ending([.send(Array(answer.utf8))]) == .failed(.brokenOff))
    }

    @Test func `what is sent beyond the stated length is not read`() async throws {
        let answer = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n<p>Thnot this"
        #expect(body(try await ending([.send(Array(answer.utf8))])) == "<p>Th")
    }

    @Test(arguments: [
        "SSH-2.0-OpenSSH_9.2\r\n", "220 mail.example ESMTP\r\n", "<html></html>\r\n\r\n",
    ])
    func `what is not HTTP is refused`(answer: String) async throws {
        let found = try await ending([.send(Array(answer.utf8))])
        guard case .failed(.failed)? = found else {
            Issue.record("\(String(describing: found))")
            return
        }
    }

    @Test(arguments: [404, 403, 410, 500, 502, 204])
    func `a status that is no page is told`(status: Int) async throws {
        let answer = Server.bytes("\(status) Whatever", [:], "")
        #expect(try await ending([.send(answer)]) == .failed(.status(status)))
    }

    @Test func `control characters in a header do no harm`() async throws {
        let head =
            "HTTP/1.1 200 OK\r\nETag: \"\u{1B}[31m\"\r\nX\u{7}: \u{8}\r\nContent-Length: 1\r\n\r\nx"
        guard case .fetched(let answer)? = try await ending([.send(Array(head.utf8))]) else {
            Issue.record("not fetched")
            return
        }
        #expect(answer.validators.isEmpty)
        #expect(answer.body == [UInt8(ascii: "x")])
    }

    @Test(arguments: [
        ("file:///etc/passwd", "only http and https are fetched, not file."),
        ("gopher://127.0.0.1/", "only http and https are fetched, not gopher."),
        ("http://a:b@127.0.0.1/", "addresses with a user name in them are not fetched."),
    ])
    func `a redirect away from the web is not followed`(
        place: String, reason: String
    ) async throws {
        #expect(
            try await ending(Server.redirect(to: place)) == .failed(.redirectRefused(reason)))
    }

    @Test func `redirects in a circle and without end are given up`() async throws {
        #expect(try await ending(Server.redirect(to: "/a")) == .failed(.redirectLoop))
        let server = try Server { request in
            request.target == "/robots.txt" ? nil : Server.redirect(to: request.target + "x")
        }
        let address = server.root + "/a"
        #expect(
            try await fetch([WebErrand(address)])[address]?.ending == .failed(.tooManyRedirects(5)))
        #expect(server.targets.count == 6)
    }

    @Test func `another host's rules are asked for before it is`() async throws {
        let other = try Server(host: "127.0.0.2") { request in
            request.target == "/robots.txt"
                ? Server.page("User-agent: *\nDisallow: /") : Server.page(Self.text)
        }
        let found = try await ending(Server.redirect(to: other.root + "/b"))
        #expect(found == .failed(.robots(agent: "parley")))
        #expect(other.targets.isEmpty)
    }

    @Test func `an address of this machine is refused by its name`() async throws {
        let server = try Server { _ in Server.page(Self.text) }
        let address = server.root + "/a"
        var rules = Self.rules
        rules.allowsPrivate = false
        #expect(
            try await fetch([WebErrand(address)], rules)[address]?.ending
                == .failed(.notPublic("127.0.0.1", .thisMachine)))
        #expect(server.requests.isEmpty)
    }

    /// What a name server says is looked at where it counts: when the connection is made.
    @Test func `an address of this machine is refused when it is connected to`() async throws {
        let server = try Server { _ in Server.page(Self.text) }
        try #require(ccurl_load())
        let multi = try #require(ccurl_multi_new())
        var plan = WebPlan(Self.rules)
        plan.add(WebErrand(server.root + "/a"))
        let next = plan.next(at: 0)
        let request = try #require(next)
        var rules = Self.rules
        rules.allowsPrivate = false
        var transfer = Transfer(
            request, of: multi, proxy: nil, rules: rules, bounds: Self.bounds, now: 0)
        var ending = ccurl_done
        while ccurl_next_ended(multi, &ending) == nil {
            try #require(ccurl_run(multi) && ccurl_wait(multi, 0, 5))
        }
        #expect(
            transfer?.result(ending, at: 0) == .failure(.notPublic("127.0.0.1", .thisMachine)))
        transfer = nil
        ccurl_multi_free(multi)
        #expect(server.requests.isEmpty)
    }

    @Test func `nobody listening is told as that`() async throws {
        let address = "http://127.0.0.1:1/"
        let found = try await fetch([WebErrand(address)])[address]?.ending
        guard case .failed(.noConnection(let reason))? = found else {
            Issue.record("\(String(describing: found))")
            return
        }
        #expect(reason.contains("127.0.0.1"))
    }

    @Test func `a proxy is asked for what is elsewhere, and the name still counts`() async throws {
        let proxy = try Server { request in
            request.target == "http://quay.example/a"
                ? Server.page(Self.text)
                : [.send(Server.bytes("404 Not Found", [:], ""))]
        }
        var rules = Self.rules
        rules.allowsPrivate = false
        let errands = ["http://quay.example/a", "http://10.0.0.1/", "http://db.internal/"]
        let outcomes = try await fetch(
            errands.map { WebErrand($0) }, rules,
            proxies: WebProxies(environment: ["http_proxy": proxy.root]))
        #expect(body(outcomes[errands[0]]?.ending) == Self.text)
        #expect(outcomes[errands[1]]?.ending == .failed(.notPublic("10.0.0.1", .privateNetwork)))
        #expect(outcomes[errands[2]]?.ending == .failed(.notPublic("db.internal", .privateNetwork)))
        #expect(proxy.requests.map(\.target).allSatisfy { $0.hasPrefix("http://quay.example/") })
    }

    @Test func `a wait that is asked for is kept, and the page then read`() async throws {
        let count = Counter()
        let server = try Server { request in
            if request.target == "/robots.txt" { return nil }
            let busy = Server.bytes("429 Too Many", ["Retry-After": "0"], "")
            return count.next() == 1 ? [.send(busy)] : Server.page(Self.text)
        }
        let address = server.root + "/a"
        #expect(body(try await fetch([WebErrand(address)])[address]?.ending) == Self.text)
        #expect(server.targets == ["/a", "/a"])
    }

    @Test func `a wait that is too long is told`() async throws {
        let busy = Server.bytes("503 Busy", ["Retry-After": "3600"], "")
        #expect(try await ending([.send(busy)]) == .failed(.asksToWait(seconds: 3600)))
    }

    @Test func `a host that hangs does not hold up the others`() async throws {
        let slow = try Server { $0.target == "/robots.txt" ? nil : [.keepSilent] }
        let others = try (2...4).map { number in
            try Server(host: "127.0.0.\(number)") { request in
                request.target == "/robots.txt" ? nil : Server.page(Self.text)
            }
        }
        let fetcher = try Fetcher(Self.rules, Self.bounds, proxies: WebProxies())
        fetcher.add(([slow] + others).map { WebErrand($0.root + "/a") })
        var outcomes: [WebOutcome] = []
        while outcomes.count < 3 { outcomes += try await fetcher.next() }
        #expect(outcomes.allSatisfy { body($0.ending) == Self.text })
    }

    @Test func `cancelling ends the wait at once`() async throws {
        let (reached, reach) = AsyncStream<Void>.makeStream()
        let server = try Server { request in
            if request.target == "/robots.txt" { return nil }
            reach.yield()
            return [.keepSilent]
        }
        let address = server.root + "/a"
        let task = Task { try await fetch([WebErrand(address)]) }
        for await _ in reached { break }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    /// How often something was asked for. A class because the server's threads share it.
    private final class Counter: Sendable {
        private let count = Mutex(0)

        func next() -> Int {
            count.withLock {
                $0 += 1
                return $0
            }
        }
    }
}
