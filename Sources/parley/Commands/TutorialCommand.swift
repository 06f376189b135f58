import Archive
import ArgumentParser
import Screens
import Terminal

/// The tutorial, on the bundled corpus and in an archive of its own that nobody keeps.
struct TutorialCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tutorial", abstract: "Learn the keys by pressing them, in three minutes.",
        discussion: """
            A line tells what to do next and goes on when it is done. It works on the bundled \
            corpus and leaves your own archive alone; in the browser :tutorial does the same on \
            what is there.
            """)

    @Flag(help: "In lines, for screen readers and terminals without a screen.")
    var linear = false

    @Flag(help: "Print the script: what is to be pressed, and what is said before it.")
    var script = false

    func run() throws {
        if script { return Console.write(Tutorial.script) }
        guard Console.outputIsTerminal || linear else {
            throw CommandFailure(
                "The tutorial needs a terminal; --linear gives it in lines, --script prints it.",
                status: 2)
        }
        if !linear { Terminal.blockSignals() }
        let archive = try TutorialCommand.archive()
        var browser = Browser(
            archive: archive, own: nil, beginning: Begun { try archive.beginning() },
            settings: Begun { SettingsFile.read() }, screen: .overview)
        browser.tutorial = Tutorial()
        if linear { try browser.runInLines() } else { try browser.run() }
    }

    /// The bundled corpus, in memory.
    static func archive() throws -> Archive {
        let archive = try Archive(path: nil, dossier: DossierShelf.bundled())
        try CorpusChoice().importBundled(into: archive)
        return archive
    }
}
