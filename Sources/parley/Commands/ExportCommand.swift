import Analysis
import Archive
import ArgumentParser
import Foundation
import Intake
import Queries
import Synchronization

/// Articles with their findings into a file.
struct ExportCommand: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        /// A findings document a line, as `parley analyze --lines` prints them.
        case jsonl
        /// A report for people: each article with what was found in its sentences.
        case text
        /// The feeds of the archive, for other programs.
        case opml
    }

    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write articles with all findings into a file.",
        discussion: """
            jsonl: a findings document a line. text: a report for people. opml: the list of feeds, \
            without articles. The file is written whole or not at all.
            """)

    @Argument(help: "jsonl, text or opml.")
    var format: Format

    @Argument(help: "Only articles that meet this query.")
    var query: [String] = []

    @Option(name: .shortAndLong, help: "The file to write; “-” is standard output.")
    var output: String

    @OptionGroup var corpus: CorpusOptions

    func run() throws {
        let archive = try corpus.choice.openArchive(fillsNew: true)
        if format == .opml { return try writeFeeds(of: archive) }
        let parsed = try archive.parsed(query.joined(separator: " "))
        guard parsed.problems.isEmpty else {
            throw CommandFailure(
                parsed.problems.map(\.message) + ["Nothing was written."], status: 2)
        }
        let sink = try Sink(path: output)
        let count = Mutex(0)
        let (condition, format) = (parsed.query, format)
        do {
            try waiting {
                try await archive.forEachArticle(matching: condition) { analyzed in
                    try sink.write(ExportCommand.text(of: analyzed, as: format))
                    count.withLock { $0 += 1 }
                    return true
                }
            }
            try sink.finish()
        } catch {
            sink.abandon()
            throw error
        }
        let noun = TextPages.counted(count.withLock { $0 }, "article")
        if output != "-" { Console.write("\(noun) written to \(output)") }
    }

    private func writeFeeds(of archive: Archive) throws {
        guard query.isEmpty else {
            throw CommandFailure("A list of feeds takes no query.", status: 2)
        }
        let feeds = try waiting { try await archive.feeds() }
        let sink = try Sink(path: output)
        do {
            try sink.write(FeedList(title: "Feeds of parley", feeds: feeds).opml)
            try sink.finish()
        } catch {
            sink.abandon()
            throw error
        }
        if output != "-" {
            Console.write("\(TextPages.counted(feeds.count, "feed")) written to \(output)")
        }
    }

    private static func text(of analyzed: AnalyzedArticle, as format: Format) -> String {
        switch format {
        case .opml: ""
        case .jsonl: FindingsJSON(analyzed).document.text + "\n"
        case .text:
            ReportText(report: Report(analyzed), withDetails: true).lines.joined(separator: "\n")
                + "\n\n"
        }
    }
}

/// A file that appears under its name only when all of it has been written; where a link points,
/// and into what is there where that is no file. A class because the archive's reader writes to it
/// from another thread.
private final class Sink: Sendable {
    private let path: String
    /// What is written until all is there, and what that becomes; nil where it goes straight on.
    private let draft: (partial: String, target: String)?
    private let handle: FileHandle

    init(path: String) throws {
        self.path = path
        if path == "-" {
            handle = .standardOutput
            draft = nil
            return
        }
        var status = stat()
        let isThere = stat(path, &status) == 0
        if isThere, status.st_mode & S_IFMT != S_IFREG {
            draft = nil
        } else {
            let target = URL(filePath: path).linkTarget.path
            draft = (target + ".part", target)
        }
        if let draft, !FileManager.default.createFile(atPath: draft.partial, contents: nil) {
            throw CommandFailure("\(path): cannot be written.")
        }
        guard let opened = FileHandle(forWritingAtPath: draft?.partial ?? path) else {
            throw CommandFailure("\(path): cannot be written.")
        }
        handle = opened
    }

    func write(_ text: String) throws {
        do {
            try handle.write(contentsOf: Data(text.utf8))
        } catch {
            throw CommandFailure("\(path): cannot be written: \(error.localizedDescription)")
        }
    }

    func finish() throws {
        guard path != "-" else { return }
        try handle.close()
        guard let draft else { return }
        guard rename(draft.partial, draft.target) == 0 else {
            throw CommandFailure("\(path): cannot be written: \(String(cString: strerror(errno)))")
        }
    }

    func abandon() {
        if let draft { unlink(draft.partial) }
    }
}
