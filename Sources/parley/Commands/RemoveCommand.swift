import Archive
import ArgumentParser
import Queries

/// Takes articles out of the archive again.
struct RemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take articles out of the archive again.",
        discussion: """
            Says what would go, and asks. With --bundled the bundled corpus goes and does not \
            come back by itself. With --feed a feed goes from the list that parley fetch renews; \
            its articles stay. With --search a search that is kept under a name is forgotten.
            """)

    @Argument(help: "Articles that meet this query.")
    var query: [String] = []

    @Flag(help: "The bundled corpus.")
    var bundled = false

    @Option(help: ArgumentHelp("A feed of the list, by its address.", valueName: "address"))
    var feed: String?

    @Option(help: ArgumentHelp("A search that is kept, by its name.", valueName: "name"))
    var search: String?

    @Flag(help: "Do not ask.")
    var yes = false

    @OptionGroup var corpus: CorpusOptions

    func validate() throws {
        let choices = [bundled, feed != nil, search != nil, !query.isEmpty]
        guard choices.count(where: { $0 }) == 1 else {
            throw ValidationError("Give a query, --bundled, --feed or --search.")
        }
    }

    func run() throws {
        let archive = try corpus.choice.openArchive()
        if let feed { return try remove(feed: feed, from: archive) }
        if let search { return try forget(search, in: archive) }
        let parsed = try archive.parsed(query.joined(separator: " "))
        guard parsed.problems.isEmpty else {
            throw CommandFailure(
                parsed.problems.map(\.message) + ["Nothing was removed."], status: 2)
        }
        let count = bundled ? nil : try announce(parsed.query, in: archive)
        if count == 0 {
            Console.write("No article fits; nothing was removed.")
            return
        }
        let what = count.map { TextPages.counted($0, "article") } ?? "the bundled corpus"
        guard yes || confirms("Remove \(what)? [y/N] ") else {
            throw CommandFailure("Nothing was removed.")
        }
        let removed = try waiting { [bundled] in
            bundled
                ? try await archive.removeBundled()
                : try await archive.remove(matching: parsed.query)
        }
        Console.write("\(TextPages.counted(removed, "article")) removed")
    }

    /// Asks nothing: importing the address again brings it back.
    private func remove(feed: String, from archive: Archive) throws {
        guard try waiting({ try await archive.removeFeed(feed) }) else {
            throw CommandFailure(
                "\(feed): is not in the list of feeds; parley list feeds shows it.")
        }
        Console.write("\(feed): taken out of the list; its articles stay.")
    }

    private func forget(_ search: String, in archive: Archive) throws {
        guard try waiting({ try await archive.removeSavedSearch(search) }) else {
            throw CommandFailure(
                "No search is kept as “\(search)”; parley list searches shows those that are.")
        }
        Console.write("“\(search)” is forgotten.")
    }

    /// Prints the first articles that would go; returns how many there are.
    private func announce(_ query: Query, in archive: Archive) throws -> Int {
        let question = Question.articles(
            ArticlesQuestion(query: query, window: 0..<20, wantsFacets: false))
        guard case .articles(let answer) = try waiting({ try await archive.answer(question) })
        else { return 0 }
        Console.write(lines: answer.rows.map(TextPages.articleLine))
        if answer.total > answer.rows.count {
            Console.write("… \(answer.total - answer.rows.count) more")
        }
        return answer.total
    }

    /// Asks on standard error; anything but y or yes, and no answer at all, means no.
    private func confirms(_ question: String) -> Bool {
        Console.ask(question)
        let answer = readLine()?.lowercased()
        return answer == "y" || answer == "yes"
    }
}
