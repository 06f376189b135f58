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
        try Opening(address: address, isLinear: linear, choice: corpus.choice).run()
    }
}

/// Opens the browser, or prints the screen where standard output is no terminal.
struct Opening {
    var address: String?
    var isLinear = false
    var choice = CorpusChoice()

    func run() throws {
        let isOnScreen = Console.outputIsTerminal && !isLinear
        // Before any thread is started: it would not know that signals are to wait.
        if isOnScreen { Terminal.blockSignals() }
        parley_memory_in_large_pieces()
        let place = try address.map(Opening.place)
        guard isOnScreen || isLinear else {
            let archive = try choice.openArchive(fillsNew: true)
            let page = try ScreenPrinter(archive: archive).page(of: place ?? .overview)
            return Console.write(page.report, as: .text)
        }
        let settings = Begun { SettingsFile.read() }
        let isFirstStart = !choice.hasArchive
        let archive = try choice.openArchive(fillsNew: true, renews: false)
        // Who starts for the first time is shown at once on what the articles differ.
        let browser = Browser(
            archive: archive, own: OwnDossierFile(of: archive.baseDossier),
            beginning: Begun { try archive.beginning() }, settings: settings,
            screen: isFirstStart && place == nil ? .overview : .browse, address: place)
        if isLinear { try browser.runInLines() } else { try browser.run() }
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
