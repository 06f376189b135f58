import Archive
import Intake
import Queries
import Screens

extension Services {
    /// The services of an archive, with the file that takes in the person's own names.
    init(of archive: Archive, _ own: OwnDossierFile?) {
        let decisions = ProposalDecisions(archive: archive, file: own)
        self.init(
            answer: { try await archive.answer($0, progress: $1) },
            prepare: { try? await archive.prepareNarrowing() },
            importPaths: { paths, report in
                let options = paths.filter { $0 == Services.allowPrivate }
                let addresses = paths.filter(WebAddress.isMeant)
                let files = ImportItems(
                    paths: paths.filter { !WebAddress.isMeant(by: $0) && !options.contains($0) },
                    statement: .init())
                var (summary, feeds) = try await archive.importAll(files) {
                    report(
                        Progress(
                            activity: "Reading", done: $0.items, total: nil,
                            share: files.besides.share))
                }
                if !addresses.isEmpty {
                    let intake = WebIntake(archive: archive, rules: Services.rules(options))
                    let found = try await intake.run(addresses) {
                        report(Progress(activity: "Fetching", done: $0.done, total: $0.all))
                    }
                    summary += found.summary
                    feeds += found.feeds
                }
                return Services.sentence(summary, feeds)
            },
            fetchFeeds: { options, report in
                let feeds = try await archive.feeds()
                if feeds.isEmpty { return "There are no feeds; :import https://… adds one." }
                var intake = WebIntake(archive: archive, rules: Services.rules(options))
                intake.renewsFeeds = true
                intake.wantsPages = options.contains("--pages")
                report(Progress(activity: "Fetching", done: 0, total: feeds.count))
                let found = try await intake.run(feeds.map(\.url)) {
                    report(Progress(activity: "Fetching", done: $0.done, total: $0.all))
                }
                return Services.sentence(found)
            },
            renew: { report in
                guard try await archive.needsRebuild() else { return 0 }
                return try await archive.rebuildFindings { done, all in
                    report(Progress(activity: State.renewal, done: done, total: all))
                }
            },
            keep: { try await archive.keep($0) },
            hasChanged: { try await archive.hasChanged() },
            keepSession: { try await archive.keepSession($0.text) },
            text: { address in
                let page = try ScreenPrinter(archive: archive).page(of: address)
                return ReportText(report: page.report).lines.map { $0 + "\n" }.joined()
            },
            decide: { try await decisions.carryOut($0) })
    }

    /// Addresses of private networks are asked, too, as on the command line.
    private static let allowPrivate = "--allow-private"

    private static func rules(_ options: [String]) -> WebRules {
        var rules = WebRules()
        rules.allowsPrivate = options.contains(allowPrivate)
        return rules
    }

    /// What came of renewing feeds, in one line: the numbers, the first failure, else a remark.
    private static func sentence(_ report: WebReport) -> String {
        var quiet = report
        quiet.summary.failed = []
        let numbers = FetchCommand.sentence(quiet)
        if let first = report.summary.failed.first {
            return "\(numbers), \(report.summary.failed.count) failed: \(first.message)"
        }
        return report.notes.first.map { "\(numbers). \($0)" } ?? numbers
    }

    /// What came of an import, in one line.
    private static func sentence(_ summary: ImportSummary, _ feeds: Int) -> String {
        guard let first = summary.failed.first else {
            return ImportCommand.sentence(summary, feeds: feeds)
        }
        var rest = summary
        rest.failed = []
        if rest == ImportSummary() {
            let others =
                summary.failed.count > 1 ? " (\(summary.failed.count - 1) more failed)" : ""
            return "Error: \(first.message)\(others)"
        }
        return
            "\(ImportCommand.sentence(rest, feeds: feeds)), \(summary.failed.count) failed: \(first.message)"
    }
}
