import Archive
import ArgumentParser
import Foundation
import Intake
import Screens

/// Keys and commands from a file, without a terminal.
struct PlayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "play", abstract: "Press keys from a file, and save screens.",
        discussion: """
            Each line is keys (/nato<Enter>) or a command (:save-screen shot.txt, or \
            shot.svg for an image); # begins a remark. The next key is pressed only when all is answered. Without a :save-screen the \
            last screen is printed. A line that ends in an error ends the script.
            """)

    @Argument(help: "The script; “-” reads standard input.")
    var script: String

    @Option(help: "Columns and rows of the screen.")
    var size = ScreenSize(columns: 120, rows: 40)

    @Flag(help: "Leave out the settings file.")
    var noSettings = false

    @OptionGroup var corpus: CorpusOptions

    func run() throws {
        let script = try read()
        let archive = try corpus.choice.openArchive(fillsNew: true)
        let own = OwnDossierFile(of: archive.baseDossier)
        var player = try Player(services: Services(of: archive, own), state: state(archive))
        for step in script.steps {
            for key in step.keys { try player.press(key) }
            let problem = player.problems.first ?? player.state.notice?.complaint
            if let problem { throw CommandFailure("\(name):\(step.line): \(problem)") }
        }
        let saves = script.steps.contains { step in
            step.keys.starts(with: ":save-screen".map(Key.character))
        }
        if !saves { Console.write(lines: player.screen) }
    }

    /// The list as a browser shows it first, under the person's settings.
    private func state(_ archive: Archive) -> State {
        let file = noSettings ? nil : SettingsFile.read()
        for problem in file?.problems ?? [] { Console.complain(problem) }
        let contents = file?.contents ?? ConfigFile.parse("")
        var state = State(
            size: Size(columns: size.columns, rows: size.rows), dossier: archive.dossier,
            settings: contents.settings, keymaps: contents.keymaps)
        state.takeMacros(of: contents)
        state.macroFiles = MacroFolder.names
        return state
    }

    /// The script as an error names it.
    private var name: String { script == "-" ? "standard input" : script }

    private func read() throws -> Script {
        let reader = script == "-" ? FileReader(standardInput: .init()) : FileReader(path: script)
        switch reader.next() {
        case .failure(let error): throw CommandFailure(error.description)
        case .success(let document):
            do throws(Script.Mistake) {
                return try Script(String(decoding: document.bytes, as: UTF8.self))
            } catch {
                throw CommandFailure("\(name):\(error.line): \(error.message).")
            }
        case nil: throw CommandFailure("\(name): is empty.")
        }
    }
}

/// `120x40`.
struct ScreenSize: ExpressibleByArgument {
    var columns: Int
    var rows: Int

    init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }

    init?(argument: String) {
        let parts = argument.split(separator: "x", omittingEmptySubsequences: false)
        guard parts.count == 2, let columns = Int(parts[0]), let rows = Int(parts[1]),
            (1...1000).contains(columns), (1...1000).contains(rows)
        else { return nil }
        self.init(columns: columns, rows: rows)
    }

    var defaultValueDescription: String { "\(columns)x\(rows)" }
}
