import Archive
import ArgumentParser
import CMemory
import Queries
import Screens
import Terminal

/// The browser; or its screens as text where standard output is no terminal.
struct BrowseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "browse", abstract: "Open the browser; what parley does without a command.")

    @Argument(help: "The address of a screen to open, or to print into a pipe.")
    var address: String?

    @OptionGroup var corpus: CorpusOptions

    func run() throws {
        // Before any thread is started: it would not know that signals are to wait.
        if Console.outputIsTerminal { Terminal.blockSignals() }
        parley_memory_in_large_pieces()
        let place = try address.map(BrowseCommand.place)
        let isFirstStart = !corpus.hasArchive
        let archive = try corpus.openArchive(
            fillsNew: true, renews: !Console.outputIsTerminal)
        guard Console.outputIsTerminal else {
            let page = try ScreenPrinter(archive: archive).page(of: place ?? .overview)
            return Console.write(page.report, as: .text)
        }
        // Who starts for the first time is shown at once on what the articles differ.
        try Browser.run(
            archive, own: OwnDossierFile(of: archive.baseDossier),
            isBehind: try waiting { try await archive.needsRebuild() },
            screen: isFirstStart && place == nil ? .overview : .browse, address: place)
    }

    private static func place(_ text: String) throws -> Address {
        guard let place = Address(text) else {
            throw CommandFailure(
                "\(text): is neither a command nor a screen's address. See parley --help.",
                status: 2)
        }
        return place
    }
}
