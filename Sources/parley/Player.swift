import Archive
import Foundation
import Queries
import Screens

/// Plays the browser without a terminal. The next key is pressed only when everything that the
/// one before asked for has been answered, so a script always does the same.
///
/// Timers never run out here: what only appears after a pause does not appear.
struct Player {
    private let archive: Archive
    private let decisions: ProposalDecisions
    private(set) var state: State
    /// The browser was left; further keys do nothing.
    private(set) var hasEnded = false
    /// What could not be done outside: a screen that could not be saved.
    private(set) var problems: [String] = []

    init(archive: Archive, size: Size, settings: Settings = Settings()) throws {
        self.archive = archive
        decisions = ProposalDecisions(
            archive: archive, file: OwnDossierFile(of: archive.baseDossier))
        state = State(size: size, dossier: archive.dossier, settings: settings)
        try settle(update(&state, .started))
    }

    /// Presses one key and does all that comes of it.
    mutating func press(_ key: Key) throws {
        guard !hasEnded else { return }
        try settle(update(&state, .key(key)))
    }

    /// The screen as lines of text, each as wide as the terminal.
    var screen: [String] {
        let canvas = view(state).canvas
        return (0..<canvas.size.rows).map { canvas.text(row: $0) }
    }

    private mutating func settle(_ effects: [Effect]) throws {
        var queue = effects
        while !queue.isEmpty {
            queue += try perform(queue.removeFirst())
        }
    }

    /// Does one effect; returns what its outcome asks for.
    private mutating func perform(_ effect: Effect) throws -> [Effect] {
        switch effect {
        case .ask(let question, let slot, let generation, _):
            return update(&state, answer(question, slot, generation))
        case .saveScreen(let path):
            save(to: path)
        case .importPaths(let paths):
            let items = ImportItems(paths: paths)
            let (summary, feeds) = try waiting { [archive] in
                try await archive.importAll(items)
            }
            return update(&state, .finished(ImportCommand.sentence(summary, feeds: feeds)))
        case .keep(let change):
            try waiting { [archive] in try await archive.keep(change) }
            return update(&state, .kept(change))
        case .edit:
            problems.append("edit-note: a script has no editor; note takes the words.")
        case .decide(let decision): return update(&state, carryOut(decision))
        case .renewFindings:
            try waiting { [archive] in _ = try await archive.rebuildFindings() }
            return update(&state, .renewed)
        case .quit:
            hasEnded = true
        case .cancel, .cancelWork, .copy, .openLink, .startTimer, .cancelTimer, .apply, .suspend,
            .tellTimes:
            break
        }
        return []
    }

    private func answer(_ question: Question, _ slot: Slot, _ generation: Int) -> Action {
        do {
            let archive = archive
            return .answered(
                slot, generation: generation, try waiting { try await archive.answer(question) })
        } catch {
            let failure = error as? CommandFailure
            return .failed(
                slot, generation: generation, failure?.messages.first ?? "\(error)")
        }
    }

    private func carryOut(_ decision: ProposalDecision) -> Action {
        do {
            let decisions = decisions
            return .decided(decision, try waiting { try await decisions.carryOut(decision) })
        } catch {
            return .refused(decision, "\(error)")
        }
    }

    private mutating func save(to path: String) {
        let text = screen.map { $0 + "\n" }.joined()
        guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8)) else {
            problems.append("\(path): the screen could not be written there.")
            return
        }
    }
}
