import Archive
import ArgumentParser
import Intake

/// Takes articles into the archive.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take articles into the archive.",
        discussion: """
            Files, folders with all that is in them, or “-” for standard input: plain text, \
            Markdown with front matter, JSON Lines. Importing the same thing twice changes \
            nothing. Ctrl-C stops between articles; what is done stays. --bundled brings the \
            corpus that comes with the archive's dossier.
            """)

    @Argument(help: ArgumentHelp("What to import.", valueName: "path"))
    var paths: [String] = []

    @Flag(help: "The bundled corpus.")
    var bundled = false

    @Flag(help: "Print the summary as one JSON document.")
    var json = false

    @OptionGroup var document: DocumentOptions
    @OptionGroup var corpus: CorpusOptions

    func validate() throws {
        if bundled != paths.isEmpty { throw ValidationError("Give paths, or --bundled.") }
    }

    func run() throws {
        for path in paths where path.hasPrefix("http://") || path.hasPrefix("https://") {
            throw CommandFailure("\(path): addresses are not fetched yet; save the page as text.")
        }
        let archive = try corpus.openArchive()
        let summary =
            bundled ? try corpus.importBundled(into: archive) : try importPaths(into: archive)
        if json {
            Console.write(ImportCommand.document(summary))
        } else {
            Console.write(ImportCommand.sentence(summary))
        }
        if !summary.failed.isEmpty { throw CommandFailure([]) }
    }

    private func importPaths(into archive: Archive) throws -> ImportSummary {
        let items = ImportItems(paths: paths, statement: document.statement)
        let meter = ProgressMeter()
        let summary = try waiting {
            try await archive.importArticles(items, reading: articles(in:)) { meter.show($0) }
        }
        meter.end()
        for failure in summary.failed { Console.complain(failure.message) }
        return summary
    }

    static func document(_ summary: ImportSummary) -> JSON {
        let failed = summary.failed.map { failure in
            JSON.object([("name", .string(failure.name)), ("reason", .string(failure.message))])
        }
        return .object([
            ("added", .integer(summary.added)), ("unchanged", .integer(summary.unchanged)),
            ("updated", .integer(summary.updated)), ("failed", .array(failed)),
        ])
    }

    static func sentence(_ summary: ImportSummary) -> String {
        var parts = [
            "\(TextPages.counted(summary.added, "article")) added",
            "\(summary.unchanged) unchanged", "\(summary.updated) updated",
        ]
        if !summary.failed.isEmpty { parts.append("\(summary.failed.count) failed, named above") }
        return parts.joined(separator: ", ")
    }
}
