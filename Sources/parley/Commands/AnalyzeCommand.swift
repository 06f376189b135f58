import ArgumentParser
import Intake

/// One document to findings, without touching an archive.
struct AnalyzeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyze", abstract: "Print what is found in a document, as JSON.",
        discussion: """
            Touches no archive. “-” reads standard input. With --lines a line of standard input \
            is a path, or a JSON object {text, title, outlet, published}.
            """)

    @Argument(help: ArgumentHelp("The documents to read.", valueName: "file"))
    var files: [String] = []

    @Flag(help: "Read paths from standard input and print one object a line, in order.")
    var lines = false

    @OptionGroup var document: DocumentOptions
    @OptionGroup var corpus: CorpusOptions

    func run() throws {
        let analyzer = try corpus.choice.analyzer()
        try DocumentStream(paths: files, takesLines: lines, statement: document.statement)
            .printEach { FindingsJSON(analyzer.analyzed($0)).document }
    }
}
