import Archive
import Intake
import Queries
import TestSupport

@testable import Screens
@testable import parley

/// The whole program without a terminal, an archive of random articles under it, and what a person
/// with no plan does: all of it follows from the seed.
struct Walk: Sendable {
    /// What went wrong, and after which of the steps.
    struct Finding: Error, Equatable {
        var what: String
        var step: Int
    }

    let seed: UInt64
    let articles: [Article]
    let firstSize: Size
    let firstScreen: Screen
    /// Answers come when a step says so, and not in the order of the questions.
    let isSlow: Bool
    var steps: [Step]

    init(seed: UInt64, length: Int) {
        self.seed = seed
        var chance = Chance(seed: seed)
        articles = chance.articles()
        firstSize = chance.size()
        firstScreen = chance.one(of: [.browse, .browse, .overview])
        isSlow = chance.isOne(in: 3)
        steps = (0..<length).map { _ in chance.step() }
    }

    /// All that is needed to take it again by hand.
    var words: String {
        "seed \(seed), \(articles.count) articles, \(firstSize.columns)x\(firstSize.rows) on "
            + "\(firstScreen), answers \(isSlow ? "late" : "at once"): "
            + steps.map(\.words).joined(separator: " ")
    }

    private static let dossier = DossierShelf.bundled()

    /// Takes the steps on a fresh archive; gives the first that breaks a rule.
    func finding() async throws -> Finding? {
        let archive = try Archive(path: nil, dossier: Walk.dossier, clock: { 1_000_000 })
        _ = try await archive.importArticles(
            articles.map { .article($0, origin: "walk") }, reading: { _ in [] })
        var walker = Walker(archive: archive, walk: self)
        do {
            try await walker.start()
            for (index, step) in steps.enumerated() {
                walker.step = index
                try await walker.take(step)
            }
            try await walker.goHome()
            return nil
        } catch let finding as Finding {
            return finding
        }
    }

    /// The fewest steps that still break a rule: parts are left out as long as one does, first
    /// halves, at last single steps.
    func shortened() async throws -> Walk {
        var shortest = self
        if let finding = try await finding() {
            shortest.steps = Array(steps.prefix(finding.step + 1))
        }
        var length = max(1, shortest.steps.count / 2)
        while true {
            var start = 0
            while start < shortest.steps.count {
                var shorter = shortest
                let end = min(start + length, shorter.steps.count)
                shorter.steps.removeSubrange(start..<end)
                if try await shorter.finding() != nil { shortest = shorter } else { start = end }
            }
            if length == 1 { return shortest }
            length = max(1, length / 2)
        }
    }
}

/// One walk under way.
private struct Walker {
    private let services: Services
    private let walk: Walk
    private let archive: Archive
    private var state: State
    private var shown: Shown?
    private var held: [(question: Question, slot: Slot, generation: Int)] = []
    private var timers: [Screens.Timer] = []
    private var arrivals = 0
    /// The macro that is there when one is asked for.
    private var played: Script?
    var step = 0

    init(archive: Archive, walk: Walk) {
        self.archive = archive
        self.walk = walk
        services = Services(of: archive, nil)
        state = Walker.fresh(archive, walk)
    }

    private static func fresh(_ archive: Archive, _ walk: Walk) -> State {
        State(size: walk.firstSize, dossier: archive.dossier, screen: walk.firstScreen)
    }

    mutating func start() async throws { try await send(.started) }

    mutating func take(_ step: Step) async throws {
        switch step {
        case .keys(let keys): for key in keys { try await send(.key(key)) }
        case .resize(let size): try await send(.resized(size))
        case .ground(let ground): try await send(.background(ground))
        case .pause:
            let due = timers
            timers = []
            for timer in due { try await send(.timer(timer)) }
        case .answers(let count):
            for _ in 0..<count where !held.isEmpty { try await answer(held.removeLast()) }
        case .arrival:
            arrivals += 1
            var chance = Chance(seed: walk.seed + UInt64(arrivals))
            _ = try await archive.importArticles(
                [.article(chance.article(100 + arrivals), origin: "walk")], reading: { _ in [] })
            try await send(.finished("1 article added"))
        case .settings(let text):
            let contents = ConfigFile.parse(text)
            let problems = contents.problems.map { "settings.toml:\($0.line): \($0.message)" }
            try await send(.configured(contents, problems: problems))
        case .macro(let text):
            do throws(Script.Mistake) {
                played = try Script(text)
            } catch {
                return try await send(.warned("Error: line \(error.line): \(error.message)."))
            }
            if let played { try await send(.macro("walked", played)) }
        }
    }

    /// Esc until nothing changes any more, which must be at home: the list as it is without a
    /// search, or the first screen.
    mutating func goHome() async throws {
        while !held.isEmpty { try await answer(held.removeFirst()) }
        for _ in 0..<400 where !isHome { try await send(.key(.escape)) }
        if !isHome { throw finding("Esc does not lead home, but to \(state.place.screen)") }
    }

    private var isHome: Bool {
        guard state.prompt == nil, state.pending.isEmpty else { return false }
        switch state.place.screen {
        case .browse: return state.place.browse.narrowing.isEmpty
        default: return state.place.screen == walk.firstScreen && state.past.isEmpty
        }
    }

    // MARK: what the loop does

    private mutating func send(_ action: Action) async throws {
        let before = state
        let effects = update(&state, action)
        try check(after: before)
        for effect in effects { try await perform(effect) }
    }

    private mutating func perform(_ effect: Effect) async throws {
        switch effect {
        case .ask(let question, let slot, let generation, _):
            if walk.isSlow {
                held.append((question, slot, generation))
            } else {
                try await answer((question, slot, generation))
            }
        case .keep(let change):
            try await services.keep(change)
            try await send(.kept(change))
        case .decide(let decision):
            do {
                try await send(.decided(decision, try await services.decide(decision)))
            } catch let error as CommandFailure {
                try await send(.refused(decision, "\(error)"))
            }
        case .edit(let text): try await send(.edited(text + " written on"))
        case .startTimer(let timer, _): if !timers.contains(timer) { timers.append(timer) }
        case .cancelTimer(let timer): timers.removeAll { $0 == timer }
        case .renewFindings: try await send(.renewed)
        case .tellTimes: try await send(.told("No key yet."))
        case .fetchFeeds: try await send(.finished("1 feed asked"))
        case .importPaths(let paths): try await send(.finished("\(paths.count) taken in"))
        case .quit:
            held = []
            timers = []
            let session = state.session
            state = Walker.fresh(archive, walk)
            if walk.firstScreen == .browse { state.resume(Session(session.text)) }
            try await send(.started)
        case .readMacro(let name):
            guard let played else {
                return try await send(.warned("Error: `\(name)` is no macro."))
            }
            try await send(.macro(name, played))
        case .cancel, .cancelWork, .copy, .openLink, .page, .saveScreen, .keepSettings, .keepMacro,
            .apply, .redraw,
            .suspend:
            break
        }
    }

    private mutating func answer(
        _ ask: (question: Question, slot: Slot, generation: Int)
    ) async throws {
        do {
            let answer = try await services.answer(ask.question) { _ in }
            try await send(.answered(ask.slot, generation: ask.generation, answer))
        } catch let error as ArchiveError {
            try await send(.failed(ask.slot, generation: ask.generation, "\(error)"))
        }
    }

    // MARK: the rules

    private mutating func check(after before: State) throws {
        let frame = view(state)
        if let what = FrameRules.broken(by: frame, after: shown?.frame, at: state.size) {
            throw finding(what)
        }
        if let shown, case let kept = view(state, after: shown), kept != frame {
            let rows = kept.canvas.stretches(changedSince: frame.canvas).map(\.row)
            let lines = rows.prefix(3).map {
                kept.canvas.text(row: $0) + "\n" + frame.canvas.text(row: $0)
            }
            throw finding(
                "kept rows \(rows) show something else now:\n\(lines.joined(separator: "\n"))")
        }
        if state.settings.ascii == .on,
            !frame.canvas.inASCII.cells.allSatisfy({ (0x20..<0x7F).contains($0.glyph.base) })
        {
            throw finding("something is not ASCII")
        }
        for line in linear(state, after: before) + linear(state) + linearSelection(state) {
            if FrameRules.steers(line) { throw finding("a line steers: \(line.debugDescription)") }
            if state.settings.ascii == .on, !line.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
                throw finding("a line is not ASCII: \(line.debugDescription)")
            }
        }
        shown = Shown(state: state, frame: frame)
    }

    private func finding(_ what: String) -> Walk.Finding {
        Walk.Finding(what: what, step: step)
    }
}
