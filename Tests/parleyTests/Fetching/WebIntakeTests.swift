import Analysis
import Archive
import Intake
import Queries
import Synchronization
import TestSupport
import Testing

@testable import parley

/// From an address to articles in an archive, with a server that changes in between.
@Suite(.serialized)
struct WebIntakeTests {
    private typealias Server = LoopbackServer

    /// A server whose answers a test changes as it goes; each has an ETag that goes by its words.
    private final class Site: Sendable {
        private let pages = Mutex<[String: String]>([:])
        private let steps = Mutex<[String: [LoopbackServer.Step]]>([:])
        private let server = Mutex<LoopbackServer?>(nil)

        init() throws {
            let server = try LoopbackServer { [weak self] request in
                if let steps = self?.steps.withLock({ $0[request.target] }) { return steps }
                guard let page = self?.pages.withLock({ $0[request.target] }) else {
                    return [.send(LoopbackServer.bytes("404 Not Found", [:], ""))]
                }
                let tag = "\"\(page.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFFFF })\""
                if request.fields["if-none-match"] == tag {
                    return [.send(LoopbackServer.bytes("304 Not Modified", ["ETag": tag], ""))]
                }
                return LoopbackServer.page(page, ["ETag": tag])
            }
            self.server.withLock { $0 = server }
        }

        var root: String { server.withLock { $0?.root ?? "" } }
        var targets: [String] { server.withLock { $0?.targets ?? [] } }
        /// With what is asked of programs.
        var all: [String] { server.withLock { $0?.requests.map(\.target) ?? [] } }
        func put(_ path: String, _ page: String?) { pages.withLock { $0[path] = page } }
        func answer(_ path: String, _ answer: [LoopbackServer.Step]) {
            steps.withLock { $0[path] = answer }
        }
    }

    private static func feed(_ items: (title: String, link: String, text: String)...) -> String {
        let entries = items.map { item in
            "<item><title>\(item.title)</title><link>\(item.link)</link>"
                + "<description>\(item.text)</description></item>"
        }
        return
            "<rss version=\"2.0\"><channel><title>The Quay</title>\(entries.joined())</channel></rss>"
    }

    private static let ferry = (
        title: "Ferry back", link: "/ferry",
        text: "The ferry was back in service on Tuesday, the clerk said."
    )
    private static let fog = (
        title: "Fog", link: "/fog", text: "Fog kept the boats in on Monday and on Tuesday."
    )
    private static let page = """
        <html><head><title>Ferry back</title></head><body><article><h1>Ferry back</h1>
        <p>The ferry was back in service on Tuesday, the clerk said.</p>
        <p>It had stood still since March, and the board had spoken of selling it.</p>
        <p>The first boat was unloaded at noon, with the mayor among those who watched.</p>
        </article></body></html>
        """

    private func archive() throws -> Archive {
        try Archive(path: nil, dossier: DossierShelf.bundled())
    }

    private func intake(_ archive: Archive, renews: Bool = false, pages: Bool = false) -> WebIntake
    {
        var intake = WebIntake(
            archive: archive, rules: FetcherTests.rules, bounds: FetcherTests.bounds,
            proxies: WebProxies())
        intake.renewsFeeds = renews
        intake.wantsPages = pages
        return intake
    }

    private func texts(_ archive: Archive) async throws -> [String: String] {
        let found = Mutex<[String: String]>([:])
        try await archive.forEachArticle(matching: .everything) { analyzed in
            found.withLock { $0[analyzed.article.title ?? ""] = analyzed.article.text.string }
            return true
        }
        return found.withLock { $0 }
    }

    @Test func `a feed is taken in, listed, and renewed`() async throws {
        let site = try Site()
        let archive = try archive()
        let address = site.root + "/feed"
        site.put("/feed", Self.feed(Self.ferry))
        let first = try await intake(archive).run([address])
        #expect(first.summary.added == 1)
        #expect(first.feeds == 1)
        #expect(try await archive.feeds().map(\.title) == ["The Quay"])

        let second = try await intake(archive, renews: true).run([address])
        #expect(second.items.map(\.state) == [.unchanged])

        try await archive.setRead(true, articles: first.items[0].new)
        site.put("/feed", Self.feed(Self.fog, Self.ferry))
        let third = try await intake(archive, renews: true).run([address])
        #expect(third.items.map(\.new.count) == [1])
        #expect(third.items[0].articles == 2)
        #expect(third.summary.added == 1 && third.summary.unchanged == 1)
        let unread = try await archive.answer(
            .articles(
                ArticlesQuestion(query: QueryParser().parse("is:unread").query, window: 0..<9)))
        guard case .articles(let answer) = unread else { return }
        #expect(answer.rows.map(\.id) == third.items[0].new)
    }

    @Test func `a feed that fails is asked again in full only when it has to be`() async throws {
        let site = try Site()
        let archive = try archive()
        let address = site.root + "/feed"
        site.put("/feed", Self.feed(Self.ferry))
        _ = try await intake(archive).run([address])
        site.put("/feed", nil)
        let gone = try await intake(archive, renews: true).run([address])
        #expect(
            gone.summary.failed.map(\.message) == [
                "\(address): answers 404 (there is no such page)."
            ])
        #expect(try await archive.visits(of: [address])[address]?.problem != nil)
        site.put("/feed", Self.feed(Self.ferry))
        let back = try await intake(archive, renews: true).run([address])
        #expect(back.items.map(\.state) == [.unchanged])
    }

    @Test func `a page is taken in once, and again when its article is gone`() async throws {
        let site = try Site()
        let archive = try archive()
        let address = site.root + "/ferry"
        site.put("/ferry", Self.page)
        let first = try await intake(archive).run([address, address])
        #expect(first.summary.added == 1)
        #expect(site.targets == ["/ferry"])
        #expect(try await archive.feeds().isEmpty)
        let second = try await intake(archive).run([address])
        #expect(second.items.map(\.state) == [.unchanged])
        #expect(second.summary.unchanged == 1)
        _ = try await archive.remove(matching: .everything)
        #expect(try await intake(archive).run([address]).summary.added == 1)
    }

    @Test func `what stands where a feed was is not taken for news`() async throws {
        let site = try Site()
        let archive = try archive()
        site.put("/feed", Self.page)
        let report = try await intake(archive, renews: true).run([site.root + "/feed"])
        #expect(report.summary.total == 1)
        #expect(report.items.first?.problem?.contains("something else than a feed") == true)
    }

    @Test func `a list of feeds joins the list`() async throws {
        let site = try Site()
        let archive = try archive()
        site.put(
            "/list",
            #"<opml version="2.0"><body><outline xmlUrl="https://quay.example/f"/></body></opml>"#)
        let report = try await intake(archive).run([site.root + "/list"])
        #expect(report.feeds == 1)
        #expect(report.summary.total == 0)
    }

    @Test func `an empty feed is no failure, and entries without text are told`() async throws {
        let site = try Site()
        let archive = try archive()
        site.put("/empty", Self.feed())
        site.put("/links", Self.feed((title: "Ferry back", link: "/ferry", text: "")))
        let report = try await intake(archive).run([site.root + "/empty", site.root + "/links"])
        #expect(report.summary.total == 0)
        #expect(report.feeds == 2)
        #expect(report.items.map(\.withoutText).max() == 1)
        #expect(report.notes.count == 1)
    }

    @Test func `pages take the place of summaries, and of nothing longer`() async throws {
        let site = try Site()
        let archive = try archive()
        site.put(
            "/feed", Self.feed(Self.ferry, Self.fog, (title: "Crane", link: "/crane", text: "")))
        site.put("/ferry", Self.page)
        site.put("/fog", "<p>Please log in.</p>")
        site.put("/crane", Self.page.replacing("Ferry back", with: "Crane mended"))
        try await archive.addFeeds([FeedList.Item(url: site.root + "/feed")])
        let report = try await intake(archive, renews: true, pages: true).run([site.root + "/feed"])
        #expect(report.summary.failed.isEmpty, "\(report.summary.failed)")
        #expect(report.items.map(\.new.count) == [3])
        let texts = try await texts(archive)
        #expect(texts["Ferry back"]?.contains("spoken of selling it") == true)
        #expect(texts["Fog"]?.hasPrefix("Fog kept the boats in") == true)
        #expect(texts.keys.contains("Crane mended"))
        #expect(Set(site.targets) == ["/feed", "/ferry", "/fog", "/crane"])
        // What is there is not fetched again.
        site.put("/feed", Self.feed(Self.ferry, Self.fog))
        _ = try await intake(archive, renews: true, pages: true).run([site.root + "/feed"])
        #expect(site.targets.count == 5)
    }

    @Test func `a feed that has moved for good is asked at its new place`() async throws {
        let site = try Site()
        let archive = try archive()
        let (old, new) = (site.root + "/feed", site.root + "/news")
        site.put("/feed", Self.feed(Self.ferry))
        _ = try await intake(archive).run([old])
        site.answer("/feed", Server.redirect(to: "/news", "301 Moved Permanently"))
        site.put("/news", Self.feed(Self.fog, Self.ferry))
        let report = try await intake(archive, renews: true).run([old])
        #expect(report.items.map(\.new.count) == [1])
        #expect(
            report.notes == ["\(old): has moved for good to \(new); the list has that address now."]
        )
        #expect(try await archive.feeds().map(\.url) == [new])
        // What is known of its state has moved, too.
        let again = try await intake(archive, renews: true).run([new])
        #expect(again.items.map(\.state) == [.unchanged])
        #expect(again.notes.isEmpty)
    }

    @Test func `a feed that is elsewhere for now is not moved`() async throws {
        let site = try Site()
        let archive = try archive()
        let address = site.root + "/feed"
        site.answer("/feed", Server.redirect(to: "/news"))
        site.put("/news", Self.feed(Self.ferry))
        let report = try await intake(archive).run([address])
        #expect(report.notes.isEmpty)
        #expect(try await archive.feeds().map(\.url) == [address])
        // Nor is one that leads to something else than a feed, or to nothing.
        site.answer("/feed", Server.redirect(to: "/page", "301 Moved Permanently"))
        site.put("/page", Self.page)
        _ = try await intake(archive, renews: true).run([address])
        site.put("/page", nil)
        _ = try await intake(archive, renews: true).run([address])
        #expect(try await archive.feeds().map(\.url) == [address])
    }

    @Test func `a feed that is gone for good is not asked any more`() async throws {
        let site = try Site()
        let archive = try archive()
        let address = site.root + "/feed"
        site.put("/feed", Self.feed(Self.ferry))
        _ = try await intake(archive).run([address])
        site.answer("/feed", [.send(Server.bytes("410 Gone", [:], ""))])
        let gone = try await intake(archive, renews: true).run([address])
        #expect(gone.items.map(\.state) == [.failed])
        #expect(gone.summary.failed.first?.message.contains("It is not asked any more") == true)
        let asked = site.all.count
        let later = try await intake(archive, renews: true).run([address])
        #expect(later.items.map(\.state) == [.gone])
        #expect(later.summary.failed.isEmpty)
        #expect(site.all.count == asked)
        // A person may ask, and when it answers it is renewed again.
        site.answer("/feed", Server.page(Self.feed(Self.fog), [:]))
        #expect(try await intake(archive).run([address]).summary.added == 1)
        #expect(try await intake(archive, renews: true).run([address]).items[0].state == .taken)
    }

    @Test func `what a site asks of programs is asked for once a day`() async throws {
        let site = try Site()
        let archive = try archive()
        site.put("/robots.txt", "User-agent: *\nDisallow: /private")
        site.put("/ferry", Self.page)
        let addresses = [site.root + "/ferry", site.root + "/private"]
        for _ in 0..<3 {
            let report = try await intake(archive).run(addresses)
            #expect(report.summary.failed.count == 1)
        }
        #expect(site.all.count { $0 == "/robots.txt" } == 1)
        #expect(!site.targets.contains("/private"))
    }

    @Test func `pages of earlier summaries are fetched, so many a run`() async throws {
        let site = try Site()
        let archive = try archive()
        let links = ["/ferry", "/fog", "/crane", "/lost"]
        let entries = links.map { path in
            "<item><title>\(path)</title><link>\(path)</link>"
                + "<description>The boat of \(path) came in late on Tuesday.</description></item>"
        }
        site.put(
            "/feed",
            "<rss version=\"2.0\"><channel><title>The Quay</title>\(entries.joined())</channel></rss>"
        )
        for link in links.dropLast() {
            site.put(link, Self.page.replacing("Ferry back", with: "Page of \(link)"))
        }
        let address = site.root + "/feed"
        #expect(try await intake(archive).run([address]).summary.added == 4)
        var work = intake(archive, renews: true, pages: true)
        work.earlierPages = 3
        let first = try await work.run([address])
        #expect(first.summariesLeft == 1)
        #expect(first.notes == ["1 earlier page left for later; parley fetch --pages goes on."])
        let second = try await work.run([address])
        #expect(second.summariesLeft == 0)
        #expect(first.pages + second.pages == 3)
        #expect(first.summary.failed.count + second.summary.failed.count == 1)
        let titles = try await texts(archive).keys.sorted()
        #expect(titles == ["/lost", "Page of /crane", "Page of /ferry", "Page of /fog"])
        // What was read is not read again, and what failed not on the same day.
        let third = try await work.run([address])
        #expect(third.pages == 0 && third.summary.failed.isEmpty && third.summariesLeft == 0)
        #expect(Set(site.targets.filter { $0 != "/feed" }) == Set(links))
        #expect(site.targets.count { $0 != "/feed" } == 4)
    }

    @Test func `progress is told to the end`() async throws {
        let site = try Site()
        site.put("/ferry", Self.page)
        let told = Mutex(WebProgress())
        _ = try await intake(try archive()).run([site.root + "/ferry", site.root + "/no"]) { now in
            told.withLock { $0 = now }
        }
        let last = told.withLock { $0 }
        #expect(last == WebProgress(done: 2, all: 2, new: 1))
        #expect(last.stopped == "Interrupted after 2 of 2 addresses; 1 new article kept.")
    }

    @Test func `stopped, it keeps what was taken in`() async throws {
        let (reached, reach) = AsyncStream<Void>.makeStream()
        let hanging = try Server(host: "127.0.0.2") { request in
            if request.target == "/robots.txt" { return nil }
            return [.keepSilent]
        }
        let site = try Site()
        site.put("/ferry", Self.page)
        let archive = try archive()
        let addresses = [site.root + "/ferry", hanging.root + "/a"]
        let work = intake(archive)
        let task = Task {
            try await work.run(addresses) { if $0.new == 1 { reach.yield() } }
        }
        for await _ in reached { break }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await texts(archive).count == 1)
    }
}
