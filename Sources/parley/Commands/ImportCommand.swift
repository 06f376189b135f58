import Archive
import ArgumentParser
import CMemory
import Glibc
import Intake
import Synchronization

/// Takes articles into the archive.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take articles into the archive.",
        discussion: """
            Files, folders with all that is in them, addresses (https://…), or “-” for standard \
            input: plain text, \
            Markdown with front matter, pages of HTML, feeds, web archives (WARC), JSON Lines, each \
            in any encoding, packed by gzip or not; what a file is, its content tells. Lists of \
            feeds (OPML) are kept as lists, and so are feeds that are given by their addresses: \
            parley fetch renews them. Importing the same thing twice changes \
            nothing. Ctrl-C stops between articles; what is done stays. --bundled brings the \
            corpus that comes with the archive's dossier.
            """)

    @Argument(help: ArgumentHelp("What to import.", valueName: "path or address"))
    var paths: [String] = []

    @Flag(help: "The bundled corpus.")
    var bundled = false

    @Flag(help: "Print the summary as one JSON document.")
    var json = false

    @OptionGroup var document: DocumentOptions
    @OptionGroup var web: WebOptions
    @OptionGroup var corpus: CorpusOptions

    func validate() throws {
        if bundled != paths.isEmpty { throw ValidationError("Give paths, or --bundled.") }
    }

    func run() throws {
        parley_memory_piece_by_piece()
        let archive = try corpus.choice.openArchive()
        let (summary, feeds) =
            bundled
            ? (try corpus.choice.importBundled(into: archive), 0) : try importAll(into: archive)
        if json {
            Console.write(ImportCommand.document(summary, feeds: feeds))
        } else {
            Console.write(ImportCommand.sentence(summary, feeds: feeds))
        }
        if !summary.failed.isEmpty { throw CommandFailure([]) }
    }

    /// What was done with the articles, and how many feeds are new in the list: files first, then
    /// what has to be fetched.
    private func importAll(into archive: Archive) throws -> (ImportSummary, feeds: Int) {
        let addresses = paths.filter(WebAddress.isMeant)
        let files = paths.filter { !WebAddress.isMeant(by: $0) }
        var (summary, feeds) =
            files.isEmpty ? (ImportSummary(), 0) : try importFiles(files, into: archive)
        if !addresses.isEmpty {
            let intake = WebIntake(
                archive: archive, rules: web.rules, statement: document.statement)
            let report = try intake.runAndShow(addresses)
            summary += report.summary
            feeds += report.feeds
        }
        return (summary, feeds)
    }

    private func importFiles(
        _ files: [String], into archive: Archive
    ) throws -> (ImportSummary, feeds: Int) {
        let items = ImportItems(paths: files, statement: document.statement)
        let meter = ProgressMeter()
        let reached = Reached()
        let summary: ImportSummary
        let feeds: Int
        do {
            (summary, feeds) = try waiting {
                try await archive.importAll(
                    items,
                    progress: { progress in
                        reached.summary.withLock { $0 = progress.summary }
                        meter.show(progress, items.besides.share)
                    })
            }
        } catch let failure as CommandFailure where failure.status == 128 + SIGINT {
            meter.end()
            throw reached.failure
        }
        meter.end()
        for failure in summary.failed { Console.complain(failure.message) }
        for note in items.besides.notes { Console.complain(note) }
        return (summary, feeds)
    }

    /// How far an import came that was stopped. A class because two threads share it.
    private final class Reached: Sendable {
        let summary = Mutex(ImportSummary())

        var failure: CommandFailure {
            let summary = summary.withLock { $0 }
            let done = "Stopped: \(ImportCommand.sentence(summary)). What is done stays."
            return CommandFailure(
                summary.failed.map(\.message) + [
                    done + " The same command again goes on from there."
                ],
                status: 128 + SIGINT)
        }
    }

    static func document(_ summary: ImportSummary, feeds: Int) -> JSON {
        let failed = summary.failed.map { failure in
            JSON.object([("name", .string(failure.name)), ("reason", .string(failure.message))])
        }
        return .object([
            ("added", .integer(summary.added)), ("unchanged", .integer(summary.unchanged)),
            ("updated", .integer(summary.updated)), ("failed", .array(failed)),
            ("feeds", .integer(feeds)),
        ])
    }

    static func sentence(_ summary: ImportSummary, feeds: Int = 0) -> String {
        var parts = [
            "\(TextPages.counted(summary.added, "article")) added",
            "\(summary.unchanged) unchanged", "\(summary.updated) updated",
        ]
        if !summary.failed.isEmpty { parts.append("\(summary.failed.count) failed, named above") }
        if feeds > 0 { parts.append("\(TextPages.counted(feeds, "feed")) added to the list") }
        return parts.joined(separator: ", ")
    }
}
