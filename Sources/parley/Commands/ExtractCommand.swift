import ArgumentParser
import Intake

/// One document to JSON, without touching an archive.
struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract", abstract: "Print what a document is, as JSON.",
        discussion: "Touches no archive. “-” reads standard input.")

    @Argument(help: ArgumentHelp("The documents to read.", valueName: "file"))
    var files: [String] = []

    @Flag(help: "Read paths from standard input and print one object a line, in order.")
    var lines = false

    @OptionGroup var document: DocumentOptions

    func run() throws {
        try DocumentStream(paths: files, takesLines: lines, statement: document.statement)
            .printEach(extractJSON)
    }
}
