import ArgumentParser
import Terminal

/// What `parley` does without a command.
struct BrowseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "browse", abstract: "Open the browser; what parley does without a command.")

    @OptionGroup var corpus: CorpusOptions

    func run() throws {
        // Before any thread is started: it would not know that signals are to wait.
        Terminal.blockSignals()
        try Browser.run(corpus.openArchive(fillsNew: true))
    }
}
