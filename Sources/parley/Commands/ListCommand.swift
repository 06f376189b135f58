import Analysis
import Archive
import ArgumentParser
import Intake
import Queries
import Synchronization

/// Everything of one kind, a row an item.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List everything of one kind, a row an item.",
        discussion: "A query narrows the articles that are looked at.")

    @Argument(help: "What to list.")
    var kind: ListKind

    @Argument(help: "Only from articles that meet this query.")
    var query: [String] = []

    @Flag(help: "Print one JSON array.")
    var json = false

    @Flag(help: "Print comma-separated values.")
    var csv = false

    @Flag(help: "Print tab-separated values.")
    var tsv = false

    @OptionGroup var corpus: CorpusOptions

    func validate() throws {
        if [json, csv, tsv].count(where: { $0 }) > 1 {
            throw ValidationError("Choose one of --json, --csv and --tsv.")
        }
        if [.feeds, .searches].contains(kind), !query.isEmpty {
            throw ValidationError("A list of \(kind.rawValue) takes no query.")
        }
    }

    func run() throws {
        let archive = try corpus.choice.openArchive(fillsNew: true)
        let parsed = try archive.parsed(query.joined(separator: " "))
        for problem in parsed.problems {
            Console.complain("parley: \(problem.message) The rest is answered.")
        }
        let (kind, condition) = (kind, parsed.query)
        let table = try waiting {
            try await ListCommand.table(of: kind, in: archive, matching: condition)
        }
        if json {
            Console.write(table.json)
        } else {
            let table = table.withoutPassages
            Console.write(
                lines: csv ? table.csvLines : tsv ? table.tsvLines : table.textLines)
        }
        if !parsed.problems.isEmpty { throw CommandFailure([]) }
    }

    private static func table(
        of kind: ListKind, in archive: Archive, matching query: Query
    ) async throws -> ListTable {
        var builder = ListBuilder(kind: kind, dossier: archive.dossier)
        if kind == .clashes {
            let all = ClashesQuestion(query: query, factLimit: .max, groupLimit: .max)
            if case .clashes(let answer) = try await archive.answer(.clashes(all)) {
                builder.add(answer.facts)
            }
        } else if kind == .feeds {
            let feeds = try await archive.feeds()
            builder.add(feeds, try await archive.visits(of: feeds.map(\.url)))
        } else if kind == .searches {
            if case .savedSearches(let searches) = try await archive.answer(.savedSearches) {
                builder.add(searches)
            }
        } else if kind == .copies {
            builder.add(try await archive.copies(within: query))
        } else if ListBuilder.needsFacetsOnly(kind) {
            let question = ArticlesQuestion(query: query, window: 0..<0)
            if case .articles(let answer) = try await archive.answer(.articles(question)),
                let facets = answer.facets
            {
                builder.add(facets)
            }
        } else {
            let gathered = Mutex(builder)
            try await archive.forEachArticle(matching: query) { analyzed in
                gathered.withLock { $0.add(analyzed) }
                return true
            }
            builder = gathered.withLock { $0 }
        }
        return builder.finish()
    }
}
