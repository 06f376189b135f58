import Archive
import Foundation
import Intake
import Queries
import Screens
import Terminal

/// Opens the browser: the terminal, the settings and an archive, brought together.
enum Browser {
    /// Browses an archive, `screen` first, until the reader leaves, and ends the process with 0;
    /// when a signal ends it, by that signal. `Terminal.blockSignals` must have been called before any thread was
    /// started. Throws `CommandFailure` when there is no terminal to browse in.
    static func run(
        _ archive: Archive, own: OwnDossierFile?, isBehind: Bool = false,
        screen: Screen = .browse, address: Address? = nil
    ) throws -> Never {
        let file = SettingsFile.read()
        let environment = ProcessInfo.processInfo.environment
        let terminal: Terminal
        let mailbox: Mailbox
        do {
            terminal = try Terminal(
                Surroundings(environment: environment), settings: file.contents.settings)
            mailbox = try Mailbox()
        } catch {
            throw CommandFailure("\(error.message). `parley list` prints without one.")
        }
        for problem in file.problems { mailbox.post(.warned(problem)) }
        var loop = BrowseLoop(
            terminal: terminal, mailbox: mailbox, services: services(of: archive, own),
            state: state(archive, terminal, file.contents, screen, address, isBehind))
        end(loop.run())
    }

    private static func state(
        _ archive: Archive, _ terminal: Terminal, _ contents: ConfigFile.Contents,
        _ screen: Screen, _ address: Address?, _ isBehind: Bool
    ) -> State {
        var settings = contents.settings
        if settings.ascii == .auto, terminal.repertoire == .ascii { settings.ascii = .on }
        var state = State(
            size: terminal.size, dossier: archive.dossier, settings: settings,
            keymaps: contents.keymaps, screen: screen, address: address)
        state.isBehind = isBehind
        if settings.resume != .off, address == nil, screen == .browse,
            let session = try? waiting({ try await archive.session() })
        {
            state.resume(Session(session))
        }
        return state
    }

    private static func services(of archive: Archive, _ own: OwnDossierFile?) -> Services {
        let decisions = ProposalDecisions(archive: archive, file: own)
        return Services(
            answer: { try await archive.answer($0) },
            prepare: { try? await archive.prepareNarrowing() },
            importPaths: { paths, report in
                let items = ImportItems(paths: paths, statement: .init())
                let (summary, feeds) = try await archive.importAll(items) {
                    report(Progress(activity: "Reading", done: $0.items, total: nil))
                }
                return sentence(summary, feeds)
            },
            renew: { report in
                guard try await archive.needsRebuild() else { return 0 }
                return try await archive.rebuildFindings { done, all in
                    report(Progress(activity: State.renewal, done: done, total: all))
                }
            },
            keep: { try await archive.keep($0) },
            keepSession: { try await archive.keepSession($0.text) },
            decide: { try await decisions.carryOut($0) })
    }

    /// What came of an import, in one line.
    private static func sentence(_ summary: ImportSummary, _ feeds: Int) -> String {
        guard let first = summary.failed.first else {
            return ImportCommand.sentence(summary, feeds: feeds)
        }
        var rest = summary
        rest.failed = []
        return
            "\(ImportCommand.sentence(rest, feeds: feeds)), \(summary.failed.count) failed: \(first.message)"
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
