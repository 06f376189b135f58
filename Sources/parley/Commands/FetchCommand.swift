import Archive
import ArgumentParser
import CMemory
import Intake
import Synchronization

/// How addresses of the web are asked.
struct WebOptions: ParsableArguments {
    @Flag(help: "Ask addresses of private networks and of this machine, too.")
    var allowPrivate = false

    var rules: WebRules {
        var rules = WebRules()
        rules.allowsPrivate = allowPrivate
        return rules
    }
}

/// Renews the feeds of the archive.
struct FetchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch", abstract: "Renew the feeds of the archive.",
        discussion: """
            Asks every feed of the list for what is new and takes it in; new articles are unread. \
            A feed that has not changed is not sent again. What robots.txt asks is done, a host is \
            asked one thing at a time, and http_proxy, https_proxy, all_proxy and no_proxy are \
            followed. A feed that has moved for good is asked under its new address from then on, one that \
            is gone for good not any more. Ctrl-C stops; what is done stays. Feeds join the list by importing them, or \
            a list of them (OPML); parley list feeds shows it.
            """)

    @Flag(help: "Of entries that hold only a summary, fetch the pages too.")
    var pages = false

    @Option(help: ArgumentHelp("How many pages of earlier entries.", valueName: "number"))
    var earlier = WebIntake.usualEarlierPages

    @Flag(help: "Print the summary as one JSON document.")
    var json = false

    @OptionGroup var web: WebOptions
    @OptionGroup var corpus: CorpusOptions

    func run() throws {
        parley_memory_piece_by_piece()
        let archive = try corpus.choice.openArchive()
        let feeds = try waiting { try await archive.feeds() }
        if feeds.isEmpty {
            Console.complain("The archive has no feeds. Import one: parley import https://…")
        }
        var intake = WebIntake(archive: archive, rules: web.rules)
        intake.renewsFeeds = true
        intake.wantsPages = pages
        intake.earlierPages = max(0, earlier)
        let report = try intake.runAndShow(feeds.map(\.url))
        let titles = Dictionary(feeds.map { ($0.url, $0.title) }) { first, _ in first }
        if json {
            Console.write(FetchCommand.document(report, titles))
        } else {
            Console.write(lines: FetchCommand.lines(report, titles))
            Console.write(FetchCommand.sentence(report))
        }
        if !report.summary.failed.isEmpty { throw CommandFailure([]) }
    }

    /// A line for each feed that brought something.
    static func lines(_ report: WebReport, _ titles: [String: String?]) -> [String] {
        report.items.filter { !$0.new.isEmpty }.map { item in
            let name = (titles[item.address] ?? nil) ?? item.title ?? item.address
            return "\(name): \(item.new.count) new of \(item.articles)"
        }
    }

    static func sentence(_ report: WebReport) -> String {
        let count = { (state: WebReport.Item.State) in report.items.count { $0.state == state } }
        var parts = [
            "\(TextPages.counted(report.askedCount, "feed")) asked",
            TextPages.counted(report.newCount, "new article"),
            "\(report.summary.updated) updated", "\(count(.unchanged)) unchanged",
        ]
        if count(.gone) > 0 { parts.append("\(count(.gone)) gone for good and not asked") }
        if report.pages > 0 { parts.append("\(TextPages.counted(report.pages, "page")) read") }
        let failed = report.summary.failed.count
        if failed > 0 { parts.append("\(failed) failed, named above") }
        return parts.joined(separator: ", ")
    }

    static func document(_ report: WebReport, _ titles: [String: String?]) -> JSON {
        let feeds = report.items.map { item in
            JSON.object([
                ("url", .string(item.address)),
                ("title", .optional((titles[item.address] ?? nil) ?? item.title)),
                ("status", .string(item.state == .taken ? "renewed" : item.state.rawValue)),
                ("articles", .integer(item.articles)),
                ("new", .array(item.new.map(JSON.string))),
                ("withoutText", .integer(item.withoutText)),
                ("movedTo", .optional(item.movedTo)), ("problem", .optional(item.problem)),
            ])
        }
        let failed = report.summary.failed.map { failure in
            JSON.object([("name", .string(failure.name)), ("reason", .string(failure.message))])
        }
        return .object([
            ("feeds", .array(feeds)),
            ("new", .integer(report.newCount)), ("updated", .integer(report.summary.updated)),
            ("pages", .integer(report.pages)), ("summariesLeft", .integer(report.summariesLeft)),
            ("failed", .array(failed)),
        ])
    }
}

extension WebIntake {
    /// Runs, with a line of progress on a terminal, and names failures and notes on standard
    /// error. Interrupted, it says how far it came.
    func runAndShow(_ addresses: [String]) throws -> WebReport {
        let meter = ProgressMeter()
        let last = Last()
        defer { meter.end() }
        let report: WebReport
        do {
            report = try waiting {
                try await run(addresses) { progress in
                    last.progress.withLock { $0 = progress }
                    meter.show(progress)
                }
            }
        } catch let failure as CommandFailure where failure.status == 130 {
            meter.end()
            throw CommandFailure(last.progress.withLock { $0 }.stopped, status: 130)
        }
        meter.end()
        for failure in report.summary.failed { Console.complain(failure.message) }
        for note in report.notes { Console.complain(note) }
        return report
    }

    /// What was told last. A class because two threads share it.
    private final class Last: Sendable {
        let progress = Mutex(WebProgress())
    }
}
