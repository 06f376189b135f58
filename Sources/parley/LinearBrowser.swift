import Foundation
import Screens
import Synchronization
import Terminal

/// The browser in lines: keys and commands are read as lines, and what changed is written as
/// lines. The same state, the same commands and the same services as on the screen.
struct LinearBrowser {
    /// What a page is, and what `:save-screen` saves.
    static let size = Size(columns: 120, rows: 40)

    private let write: ([String]) -> Void
    private var player: Player?
    private var watch = SettingsWatch()
    /// From a line to what came of it.
    private let clock = LineClock()
    /// The state of which lines were said last.
    private var said: State?
    private var hasSpoken = false

    init(write: @escaping ([String]) -> Void) {
        self.write = write
    }

    var hasEnded: Bool { player?.hasEnded ?? true }
    var state: State? { player?.state }

    /// One line that says why there are lines where nobody asked for them, and how to go on.
    func greet(because reason: String?) {
        let why = reason.map { "\($0): " } ?? ""
        write([
            "\(why)parley in lines. A line is keys (j, <Enter>, /word<Enter>) or a :command; an empty "
                + "line is Enter, ? lists the keys, q leaves."
        ])
    }

    /// Starts the browser and says its first screen, then mistakes in the settings file.
    mutating func start(
        _ services: Services, _ state: State, problems: [String] = []
    ) throws {
        let progress = SpokenProgress()
        var outside = Player.Outside()
        outside.report = { progress.show($0) }
        outside.open = { link in
            LinkOpener(link, environment: ProcessInfo.processInfo.environment)?
                .open(lend: { $0() }) ?? false
        }
        outside.copy = { settings, text in
            Clipboard(settings.clipboard, environment: ProcessInfo.processInfo.environment)
                .copy(text)
        }
        outside.page = { [write] text in
            guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
                return write(text.split(separator: "\n").map(String.init))
            }
            try Pager.show(text, environment: ProcessInfo.processInfo.environment)
        }
        outside.times = { [clock] in clock.words }
        if isatty(STDIN_FILENO) == 1 {
            outside.edit = {
                try NoteEditor.edit($0, environment: ProcessInfo.processInfo.environment)
            }
            outside.suspend = { raise(SIGTSTP) }
        }
        player = try Player(services: services, state: state, outside: outside)
        speak()
        write(problems.map { Sanitiser.visible($0) })
    }

    /// Takes lines of standard input until one leaves or there are no more.
    mutating func readLines() throws {
        let isAsked = isatty(STDIN_FILENO) == 1
        while !hasEnded {
            if isAsked { Console.write(bytes: Array((isTyping ? "… " : "> ").utf8)) }
            guard let line = readLine() else { break }
            try followSettings()
            clock.begin()
            try take(line)
            clock.end()
        }
    }

    /// Whether letters are being typed: a search, a command, a note.
    private var isTyping: Bool { player.map { Mode.typing.contains($0.state.mode) } ?? false }

    /// Takes up a settings file that has changed, and says so.
    private mutating func followSettings() throws {
        guard let change = watch.change() else { return }
        var contents = change.contents
        contents.settings.follow(Terminal.localeRepertoire())
        try player?.take(.configured(contents, problems: change.problems))
        speak()
    }

    /// Presses the keys of a line and says what came of each; where one stands when nothing did.
    mutating func take(_ line: String) throws {
        let wasTyping = isTyping
        let typed: TypedLine
        do throws(KeySequence.Mistake) {
            typed = try TypedLine(line, isTyping: wasTyping)
        } catch {
            return write(["Error: \(error.message)."])
        }
        guard !typed.strokes.isEmpty else { return }
        for (index, stroke) in typed.strokes.enumerated() where !hasEnded {
            try press(stroke, isLast: index == typed.strokes.count - 1)
        }
        if !hasSpoken, !hasEnded, let state = self.player?.state {
            write(linearSelection(state, unmovedBy: typed.strokes.last?.key))
        }
        if !wasTyping, isTyping { write([LinearBrowser.typing]) }
    }

    private static let typing =
        "Still typing: letters go on with it, an empty line is Enter, <Esc> leaves it."

    /// Letters that are typed on are not said one by one.
    private mutating func press(_ stroke: TypedLine.Stroke, isLast: Bool) throws {
        guard var player else { return }
        if stroke.isBlank, !Mode.typing.contains(player.state.mode) { return }
        hasSpoken = false
        try player.press(stroke.key)
        // There is no pause to wait for: which keys may follow is said at once.
        if isLast, !player.state.pending.isEmpty { try player.take(.timer(.keys)) }
        self.player = player
        let isTyping = Mode.typing.contains(player.state.mode)
        if isLast || !isTyping { speak() }
    }

    private mutating func speak() {
        guard let state = player?.state else { return }
        let lines = linear(state, after: said)
        said = state
        guard !lines.isEmpty else { return }
        hasSpoken = true
        write(lines)
    }
}

/// How long lines took to their answers. A class because what is done outside the browser asks it.
private final class LineClock: Sendable {
    private let clock = Mutex(KeyClock(from: "Line to answer", counts: "line"))

    func begin() { clock.withLock { $0.begin() } }
    func end() { clock.withLock { $0.end() } }
    var words: String { clock.withLock { $0.words } }
}

/// Says how far long work has come, every few seconds at most.
private final class SpokenProgress: Sendable {
    private static let pause = Duration.seconds(5)
    private let last = Mutex<ContinuousClock.Instant?>(nil)

    func show(_ progress: Screens.Progress) {
        let isDue = last.withLock { last in
            let now = ContinuousClock.now
            if let last, now - last < SpokenProgress.pause { return false }
            last = now
            return true
        }
        if isDue { Console.write(Sanitiser.visible(progress.words)) }
    }
}
