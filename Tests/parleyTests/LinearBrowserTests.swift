import Queries
import Screens
import Synchronization
import TestSupport
import Testing

@testable import parley

@Suite(.serialized, .threadOfItsOwn) struct LinearBrowserTests {
    /// What was written, line by line.
    private final class Log: Sendable {
        private let all = Mutex<[String]>([])

        func add(_ lines: [String]) { all.withLock { $0 += lines } }

        /// The lines since the last time.
        func take() -> [String] {
            all.withLock { lines in
                defer { lines = [] }
                return lines
            }
        }
    }

    private struct Unanswered: Error {}

    private static let services = Services(
        answer: { question, _ in
            guard let answer = SampleCorpus.archive.answer(question) else { throw Unanswered() }
            return answer
        },
        prepare: {}, importPaths: { paths, _ in "\(paths.count) added" },
        text: { _ in "Harbour treaty in words\n" })

    private func started(_ log: Log) throws -> LinearBrowser {
        var browser = LinearBrowser { log.add($0) }
        try browser.start(
            Self.services,
            State(size: LinearBrowser.size, dossier: SampleCorpus.archive.dossier))
        return browser
    }

    @Test func `a start says the screen and where one stands`() throws {
        let log = Log()
        _ = try started(log)
        let lines = log.take()
        #expect(lines.first?.hasPrefix("Harbour treaty. 4 articles") == true)
        #expect(lines.last?.hasPrefix("Article 1 of 4: The Tide") == true)
    }

    @Test(arguments: [
        // Each key of a line is said; letters that are typed are not.
        ("jj", ["Article 2 of 4", "Article 3 of 4"]),
        ("/quota talks<Enter>", ["/ quota talks; 2 of 4", "Sources", "Article 1 of 2"]),
        ("/quota", ["/ quota", "Sources"]),
        (
            "",
            [
                "The Tide · 10 May 2031", "Border buoys drift", "beside", "Sentence 1 of 2",
                "by rule",
            ]
        ),
        (":import a b", ["2 added"]),
        ("k", ["Nothing further. Article 1 of 4"]),
        (
            "jjGj",
            ["Article 2 of 4", "Article 3 of 4", "Article 4 of 4", "Nothing further. Article 4"]
        ),
        ("g j", ["Article 2 of 4"]),
        ("# nothing", []),
        ("<Nokey>", ["Error: <Nokey> at 1 is no key."]),
        ("y", ["There is no clipboard here. This is what to copy: Border buoys have become"]),
        (":clock", ["No line has been answered yet."]),
        ("|", ["Harbour treaty in words"]),
        ("E", ["E does nothing here"]),
    ])
    func `a line says what came of it`(line: String, beginnings: [String]) throws {
        let log = Log()
        var browser = try started(log)
        _ = log.take()
        try browser.take(line)
        let lines = log.take()
        #expect(lines.count >= beginnings.count, "\(lines)")
        for (line, beginning) in zip(lines, beginnings) {
            #expect(line.hasPrefix(beginning), "\(lines)")
        }
        if beginnings.isEmpty { #expect(lines.isEmpty) }
        #expect(!browser.hasEnded)
    }

    @Test func `leaving ends it, and what follows on the line is not pressed`() throws {
        let log = Log()
        var browser = try started(log)
        try browser.take("qjjj")
        #expect(browser.hasEnded)
        #expect(browser.state?.place.browse.list.selected?.id == "4444444444444444")
    }

    @Test func `a blank counts where letters are typed and nowhere else`() throws {
        let log = Log()
        var browser = try started(log)
        try browser.take("j /quota divides<Enter>")
        #expect(browser.state?.place.browse.narrowing.search == "quota divides")
        #expect(browser.state?.chosen == [])
    }
}
