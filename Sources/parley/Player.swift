import Foundation
import Queries
import Screens

/// Plays the browser without a terminal. The next key is pressed only when everything that the
/// one before asked for has been answered, so a script always does the same.
///
/// Timers never run out here by themselves: what only appears after a pause appears when it is
/// `waited` for.
struct Player {
    /// What is done outside the program, where there is somebody to do it for.
    struct Outside {
        /// How far long work has come.
        var report: @Sendable (Screens.Progress) -> Void = { _ in }
        /// Opens a link; false when nothing here does.
        var open: (String) -> Bool = { _ in true }
        /// Lets a person write on; nil where nobody can.
        var edit: ((String) throws -> String)?
        /// Puts text on a clipboard; false when nothing here has one.
        var copy: (Screens.Settings, String) -> Bool = { _, _ in true }
        /// Shows a text in a pager.
        var page: (String) throws -> Void = { _ in
            throw CommandFailure("show-in-pager: a script has no pager; show prints the same.")
        }
        /// How long keys took, in words; nil where nobody waits for a frame.
        var times: (() -> String)?
        /// Gives the terminal to the shell.
        var suspend: () -> Void = {}
    }

    private let services: Services
    private let outside: Outside
    private(set) var state: State
    /// The browser was left; further keys do nothing.
    private(set) var hasEnded = false
    /// What could not be done outside: a screen that could not be saved.
    private(set) var problems: [String] = []

    /// Starts the browser in a state before anything was answered.
    init(services: Services, state: State, outside: Outside = Outside()) throws {
        self.services = services
        self.outside = outside
        self.state = state
        try take(.started)
    }

    /// Presses one key and does all that comes of it.
    mutating func press(_ key: Key) throws {
        try take(.key(key))
    }

    /// Takes in what happened and does all that comes of it.
    mutating func take(_ action: Action) throws {
        guard !hasEnded else { return }
        var queue = update(&state, action)
        while !queue.isEmpty {
            queue += try perform(queue.removeFirst())
        }
    }

    /// The screen as lines of text, each as wide as the terminal.
    var screen: [String] {
        let canvas = view(state).canvas
        return (0..<canvas.size.rows).map { canvas.text(row: $0) }
    }

    /// Does one effect; returns what its outcome asks for.
    private mutating func perform(_ effect: Effect) throws -> [Effect] {
        switch effect {
        case .ask(let question, let slot, let generation, _):
            return update(&state, answer(question, slot, generation))
        case .saveScreen(let path): return save(to: path)
        case .importPaths(let paths):
            return takeIn { [services] in try await services.importPaths(paths, $0) }
        case .fetchFeeds(let options):
            return takeIn { [services] in try await services.fetchFeeds(options, $0) }
        case .keep(let change):
            try waiting { [services] in try await services.keep(change) }
            return update(&state, .kept(change))
        case .edit(let text): return edit(text)
        case .decide(let decision): return update(&state, carryOut(decision))
        case .renewFindings: return renew()
        case .openLink(let link):
            if outside.open(link) { return [] }
            return update(&state, .warned(LinkOpener.complaint(about: link)))
        case .copy(let text): return copy(text)
        case .page(let address): return page(address)
        case .keepMacro(let name, let text):
            return MacroFolder.failure(toKeep: text, as: name).map { say($0) } ?? []
        case .keepSettings(let changes): return say(SettingsFile.keep(changes))
        case .readMacro(let name): return update(&state, MacroFolder.action(for: name))
        case .tellTimes:
            return update(&state, .told(outside.times?() ?? "A script has no clock."))
        case .suspend: outside.suspend()
        case .quit: hasEnded = true
        case .cancel, .cancelWork, .startTimer, .cancelTimer, .apply, .redraw: break
        }
        return []
    }

    private func answer(_ question: Question, _ slot: Slot, _ generation: Int) -> Action {
        do {
            let services = services
            return .answered(
                slot, generation: generation,
                try waiting { try await services.answer(question) { _ in } })
        } catch {
            let failure = error as? CommandFailure
            return .failed(
                slot, generation: generation, failure?.messages.first ?? "\(error)")
        }
    }

    private mutating func takeIn(
        _ work:
            @escaping @Sendable (@escaping @Sendable (Screens.Progress) -> Void) async throws
            -> String
    ) -> [Effect] {
        let report = outside.report
        do {
            let summary = try waiting { try await work(report) }
            return update(&state, .finished(summary)) + renew()
        } catch {
            let isStopped = (error as? CommandFailure)?.status == 130
            problems.append("\(error)")
            return update(
                &state,
                .finished(isStopped ? Progress.stopped(at: nil) : "Error: \(error)"))
        }
    }

    /// Makes findings anew that are out of date; what is done when it is stopped stays.
    private mutating func renew() -> [Effect] {
        let (services, report) = (services, outside.report)
        do {
            let count = try waiting { try await services.renew(report) }
            guard count > 0 || state.progress != nil else { return [] }
            return update(&state, .renewed)
        } catch {
            problems.append("\(error)")
            return update(&state, .renewed) + update(&state, .warned("Error: \(error)"))
        }
    }

    private mutating func copy(_ text: String) -> [Effect] {
        if outside.copy(state.settings, text) { return [] }
        return update(&state, .told(Clipboard.none(for: text)))
    }

    private mutating func page(_ address: Address) -> [Effect] {
        do {
            try outside.page(try services.text(address))
            return []
        } catch {
            return fail("\(error)")
        }
    }

    private mutating func edit(_ text: String) -> [Effect] {
        guard let edit = outside.edit else {
            return fail("edit-note: a script has no editor; note takes the words.")
        }
        do {
            return update(&state, .edited(try edit(text)))
        } catch {
            return fail("\(error)")
        }
    }

    private func carryOut(_ decision: ProposalDecision) -> Action {
        do {
            let services = services
            return .decided(decision, try waiting { try await services.decide(decision) })
        } catch {
            return .refused(decision, "\(error)")
        }
    }

    private mutating func save(to path: String) -> [Effect] {
        let theme = state.settings.theme(on: state.ground)
        let text = SavedScreen.content(of: state, in: theme, for: path)
        return ScreenFile.write(text, to: path).map { fail($0) } ?? []
    }

    private mutating func fail(_ problem: String) -> [Effect] {
        say(.warned("Error: \(problem)"))
    }

    /// Takes in what is to be said; what went wrong is a problem of the script.
    private mutating func say(_ action: Action) -> [Effect] {
        if case .warned(let words) = action {
            let mark = "Error: "
            problems.append(String(words.dropFirst(words.hasPrefix(mark) ? mark.count : 0)))
        }
        return update(&state, action)
    }
}
