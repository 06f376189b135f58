import Archive
import ArgumentParser
import CMemory
import Queries
import Screens
import Terminal

/// The browser, on the screen or in lines; or its screens as text where standard output is no
/// terminal.
struct BrowseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "browse", abstract: "Open the browser; what parley does without a command.",
        discussion: """
            With --linear, and in a terminal that cannot be drawn on, it browses in lines: keys and \
            commands are read as lines (j, <Enter>, /nato<Enter>, :show-matrix), an empty line is \
            Enter, and what changed is written as lines, the selection as one.
            """)

    @Argument(help: "The address of a screen to open, or to print into a pipe.")
    var address: String?

    @Flag(help: "Browse in lines, for screen readers, logs and terminals without a screen.")
    var linear = false

    @OptionGroup var corpus: CorpusOptions

    func run() throws {
        let isOnScreen = Console.outputIsTerminal && !linear
        // Before any thread is started: it would not know that signals are to wait.
        if isOnScreen { Terminal.blockSignals() }
        parley_memory_in_large_pieces()
        let place = try address.map(BrowseCommand.place)
        let isFirstStart = !corpus.hasArchive
        let archive = try corpus.openArchive(fillsNew: true, renews: !isOnScreen && !linear)
        guard isOnScreen || linear else {
            let page = try ScreenPrinter(archive: archive).page(of: place ?? .overview)
            return Console.write(page.report, as: .text)
        }
        // Who starts for the first time is shown at once on what the articles differ.
        let browser = Browser(
            archive: archive, own: OwnDossierFile(of: archive.baseDossier),
            isBehind: try waiting { try await archive.needsRebuild() },
            screen: isFirstStart && place == nil ? .overview : .browse, address: place)
        if linear { try browser.runInLines() } else { try browser.run() }
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
