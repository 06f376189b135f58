import Archive
import Foundation
import Queries
import Screens
import Terminal

/// Opens the browser: the settings and an archive, brought together with a terminal or with lines.
struct Browser {
    var archive: Archive
    var own: OwnDossierFile?
    /// Read while the terminal is made ready.
    var beginning: Begun<Archive.Beginning>
    /// Read while the archive is opened.
    var settings: Begun<SettingsFile.Reading>
    /// The first screen, and what is opened over it.
    var screen: Screen = .browse
    var address: Address?
    /// What a newcomer is led through.
    var tutorial: Tutorial?

    /// Browses in the terminal until the reader leaves, and ends the process with 0; when a signal
    /// ends it, by that signal. `Terminal.blockSignals` must have been called before any thread was
    /// started. Where the terminal cannot be drawn on it browses in lines, and returns.
    func run() throws {
        let file = try settings.value()
        let environment = ProcessInfo.processInfo.environment
        let terminal: Terminal
        let mailbox: Mailbox
        do {
            terminal = try Terminal(
                Surroundings(environment: environment), settings: file.contents.settings)
            mailbox = try Mailbox()
        } catch .system(let call, let number) {
            let error = TerminalError.system(call, number)
            throw CommandFailure("\(error.message). `parley --linear` browses without one.")
        } catch {
            Terminal.unblockSignals()
            return try runInLines(because: error.message)
        }
        Browser.prepareLog(terminal.size, environment)
        let areRemarks = file.contents.problems.allSatisfy(\.isRemark)
        if let words = ConfigFile.notice(of: file.problems, areRemarks: areRemarks) {
            mailbox.post(.warned(words))
        }
        let state: State
        do {
            state = try self.state(file.contents, size: terminal.size, terminal.repertoire)
        } catch {
            terminal.close()
            throw error
        }
        var loop = BrowseLoop(
            terminal: terminal, mailbox: mailbox, services: Services(of: archive, own),
            state: state)
        let ending = loop.run()
        Begun { [archive] in archive.close() }.wait(milliseconds: 500)
        Browser.end(ending)
    }

    /// Browses in lines until the reader leaves or the input ends; `reason` says why, where nobody
    /// asked for it.
    func runInLines(because reason: String? = nil) throws {
        let file = try settings.value()
        let state = try state(
            file.contents, size: LinearBrowser.size, Terminal.localeRepertoire())
        var browser = LinearBrowser(write: Console.write(lines:))
        browser.greet(because: reason)
        let services = Services(of: archive, own)
        try browser.start(services, state, problems: file.problems)
        try browser.readLines()
        guard let session = browser.state?.session else { return }
        try waiting { try await services.keepSession(session) }
    }

    private func state(
        _ contents: ConfigFile.Contents, size: Size, _ repertoire: Canvas.Repertoire
    ) throws -> State {
        var settings = contents.settings
        settings.follow(repertoire)
        var state = State(
            size: size, dossier: archive.dossier, settings: settings,
            keymaps: contents.keymaps, screen: screen, address: address)
        let beginning = try beginning.value()
        state.isBehind = beginning.isBehind
        state.tutorial = tutorial
        state.takeMacros(of: contents)
        state.macroFiles = MacroFolder.names
        if settings.resume != .off, address == nil, screen == .browse,
            let session = beginning.session
        {
            state.resume(Session(session))
        }
        return state
    }

    /// Where a fault of this program leaves what was pressed: `parley/crash.txt` in the XDG state
    /// folder.
    private static func prepareLog(_ size: Size, _ environment: [String: String]) {
        let stated = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        guard let folder = stated ?? environment["HOME"].map({ $0 + "/.local/state" }) else {
            return
        }
        let type = environment["TERM"] ?? ""
        Terminal.leaveLog(
            at: folder + "/parley/crash.txt",
            about: "parley \(Version.current), \(size.columns)x\(size.rows), TERM \(type)\n")
    }

    private static func end(_ ending: BrowseLoop.Ending) -> Never {
        switch ending {
        case .quit: exit(0)
        case .signal(let number?):
            Terminal.die(bySignal: number)
            exit(128 + number)
        case .signal(nil): exit(129)
        }
    }
}
