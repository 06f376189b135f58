import Analysis
import ArgumentParser
import Intake
import Queries

/// Two to four articles side by side.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Put two to four articles side by side.",
        discussion: """
            Articles are named by the beginning of their id, or are files. Rows follow the first \
            one; sentences that assert the same stand together.
            """)

    @Argument(help: ArgumentHelp("Article ids or files.", valueName: "article"))
    var articles: [String]

    @OptionGroup var output: FormatOptions

    @OptionGroup var corpus: CorpusOptions

    func validate() throws {
        guard (2...4).contains(articles.count) else {
            throw ValidationError("Name two to four articles.")
        }
    }

    func run() throws {
        let (compared, comparison) = try Comparing(corpus: corpus).compare(articles)
        Console.write(
            Report(compared, comparison), as: output.format,
            document: ComparisonJSON(articles: compared, comparison: comparison).document)
    }
}
