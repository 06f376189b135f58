import Archive
import ArgumentParser
import Queries

/// Ranked articles with the passages that matched.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Search the archive, best matches first.",
        discussion: """
            Words, “phrases”, -not, prefix*, /patterns/, OR, groups, and fields such as \
            actor:umerov or {speaker:putin point:nato-membership}. docs/query-language.md has \
            them all.
            """)

    @Argument(help: "What to search for; several words are one query.")
    var query: [String]

    @Option(help: "How many articles to print at most.")
    var limit = 20

    @Option(help: "Keep the search under this name; saved:NAME asks for it.")
    var save: String?

    @Flag(help: "Print one JSON document.")
    var json = false

    @OptionGroup var corpus: CorpusOptions

    func run() throws {
        let archive = try corpus.choice.openArchive()
        let typed = query.joined(separator: " ")
        let parsed = try archive.parsed(typed)
        let question = ArticlesQuestion(
            query: parsed.query, order: .best, window: 0..<max(1, limit), wantsFacets: false,
            passagesPerArticle: 3)
        guard
            case .articles(let answer) = try waiting({
                try await archive.answer(.articles(question))
            })
        else { return }
        for problem in parsed.problems {
            Console.complain("parley: \(problem.message) The rest is answered.")
        }
        if let save { try keep(parsed, as: save, in: archive) }
        if json {
            Console.write(
                SearchDocument(query: typed, answer: answer, problems: parsed.problems).json)
        } else {
            let ids = answer.rows.map(\.id)
            let addresses = try waiting { try await archive.addresses(of: ids) }
            Console.write(
                Report(answer, query: typed, problems: [], addresses: addresses), as: .text)
        }
        if answer.total == 0 {
            for word in parsed.parts.compactMap(\.query.typedWord) {
                try tellNearWords(to: word, in: archive)
            }
        }
        if !parsed.problems.isEmpty { throw CommandFailure([]) }
    }

    private func keep(_ parsed: ParsedQuery, as name: String, in archive: Archive) throws {
        var wrong = parsed.problems.map(\.message)
        let name = SavedSearch.name(typed: name)
        if name == nil { wrong.append("A name is needed to keep a search.") }
        let kept = try waiting {
            try await archive.savedSearches().map { SavedSearch(name: $0.name, query: $0.text) }
        }
        if let name, parsed.query.rests(on: name, among: kept) {
            wrong.append("“\(name)” stands in this search itself.")
        }
        if parsed.query == .everything { wrong.append("Nothing is searched for.") }
        guard let name, wrong.isEmpty else {
            throw CommandFailure(wrong + ["The search was not kept."], status: 2)
        }
        let search = NamedText(name: name, text: QueryPrinter.text(of: parsed.query))
        try waiting { try await archive.saveSearch(search) }
    }

    /// Says what is spelled almost like a word, unless some article has it.
    private func tellNearWords(to word: String, in archive: Archive) throws {
        let answer = try waiting { try await archive.answer(.nearWords(word, limit: 3)) }
        guard case .nearWords(let words) = answer else { return }
        for near in words {
            let count = TextPages.counted(near.articleCount, "article")
            Console.complain("parley: \(near.word) is spelled like \(word), in \(count).")
        }
    }
}
