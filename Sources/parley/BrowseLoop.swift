import Foundation
import Queries
import Screens
import Terminal

/// The browser at work.
///
///     keys, size, signals --> Terminal --+
///                                        v
///     answers, progress ---> Mailbox --> Action --> update --> [Effect] --> EffectRunner
///                                        |                                      |
///     timers ----------------------------+                 Mailbox <--- Task <--+
///                                        v
///                                       view --> Frame --> Terminal, one write
///
/// The main thread owns the terminal and the state and sleeps until something happens. It then
/// takes everything that has happened, updates once for each, and shows one frame. Of the questions
/// that came up on the way the last of each slot is asked: at once, or after the frame where the
/// selection must not wait for what follows it.
struct BrowseLoop: ~Copyable {
    private let terminal: Terminal
    private let mailbox: Mailbox
    private var runner: EffectRunner
    private var state: State
    /// What is on the screen.
    private var shown: Shown?
    /// The step that was pressed last, nil behind any other key, and what would come of it now.
    private var step: Key?
    private var foresight: Foresight?
    /// The one that was taken up, with the state before it, until the frame is out.
    private var spent: Foresight?
    /// The frame of the state, where it was foreseen.
    private var foreseen: Frame?
    /// Questions that are still to be asked.
    private var asked: [Slot: Asked] = [:]
    /// When each timer runs out, in milliseconds of a clock that only runs forward.
    private var timers: [Screens.Timer: Int] = [:]
    private var ending: Ending?
    private var clock = KeyClock()
    private var watch = SettingsWatch()
    /// When it was last looked what others did, and whether keys have come long enough behind that.
    private var looked = Self.now
    private var isDue = false
    /// Where the person was when that was last kept, and when.
    private var kept: (session: Session, time: Int)
    private let services: Services
    /// Who may come from outside, and whoever is being heard, with the state that they found.
    private var remote: RemoteListener?
    private var followers = RemoteFollowers()
    private var hearing: Hearing?

    private final class Hearing {
        let visit: RemoteVisit
        let before: State

        init(_ visit: RemoteVisit, before: State) {
            self.visit = visit
            self.before = before
        }
    }

    private struct Asked {
        var question: Question
        var generation: Int
        var priority: Effect.Priority
    }

    /// Why the loop ended.
    enum Ending: Equatable {
        case quit
        /// By this signal; nil when the terminal is gone.
        case signal(Int32?)
    }

    /// The terminal must be the one whose size the state has.
    init(terminal: Terminal, mailbox: Mailbox, services: Services, state: State) {
        self.terminal = terminal
        self.mailbox = mailbox
        self.state = state
        self.services = services
        runner = EffectRunner(services: services, mailbox: mailbox)
        kept = (state.session, Self.now)
    }

    /// Runs until the reader leaves or the system ends it; the terminal has been given back then.
    mutating func run() -> Ending {
        take(.started)
        takeFirstAnswers()
        show()
        runner.prepare()
        listen()
        while ending == nil {
            receive(terminal.wait(for: mailbox.wakeup, milliseconds: pause))
            takeTimers()
            hear()
            ask(.now)
            show()
            answer()
            tend()
            foresee()
        }
        remote?.close()
        runner.cancelAll()
        terminal.close()
        runner.finish(state.session)
        return ending ?? .quit
    }

    /// Waits for what the first screen shows, so that it is not one that changes at once; not
    /// longer than a person would notice.
    private mutating func takeFirstAnswers() {
        let end = Self.now + Self.patience
        let first: Set<Slot> = [
            .overview, .articles, .preview, .reader, .page, .comparison, .matrix, .drafts,
            .timeline, .chains, .proposals,
        ]
        while ending == nil, !state.waiting.isDisjoint(with: first) {
            ask(.now)
            ask(.later)
            let rest = end - Self.now
            guard rest > 0 else { return }
            receive(terminal.wait(for: mailbox.wakeup, milliseconds: rest))
        }
    }

    /// Milliseconds the first frame waits for what it is to show.
    private static let patience = 40

    // MARK: what happens

    private mutating func receive(_ events: [Terminal.Event]) {
        let hasKeys = events.contains { if case .key = $0 { true } else { false } }
        let remark = hasKeys ? followSettings() : nil
        isDue = isDue || hasKeys && Self.now - looked >= Self.lookInterval
        var rest = events[...]
        while let event = rest.popFirst() {
            // A key that is held down comes many times at once.
            if case .key(let key) = event, ending == nil, state.isStep(key) {
                let more = rest.prefix { $0 == event }.count
                rest = rest.dropFirst(more)
                take(step: key, times: more + 1)
            } else {
                receive(event)
            }
        }
        if let remark { take(remark) }
        for action in mailbox.drain() { take(action) }
    }

    private mutating func receive(_ event: Terminal.Event) {
        guard ending == nil else { return }
        switch event {
        case .key(let key):
            clock.begin()
            step = nil
            take(.key(key))
        case .resized(let size): take(.resized(size))
        case .ground(let ground): take(.background(ground))
        case .ended(let signal): ending = .signal(signal)
        case .woken: break
        }
    }

    private mutating func take(_ action: Action) {
        guard ending == nil else { return }
        (foresight, foreseen) = (nil, nil)
        for effect in update(&state, action) { perform(effect) }
    }

    private mutating func take(step key: Key, times: Int) {
        clock.begin()
        step = key
        guard times == 1, let foresight, foresight.key == key else {
            return take(.held(key, times: times))
        }
        swap(&state, &foresight.state)
        (self.foresight, foreseen, spent) = (nil, foresight.frame, foresight)
        for effect in foresight.effects { perform(effect) }
    }

    /// Works out what the next key would bring if it is the last step again, before going to sleep.
    private mutating func foresee() {
        spent = nil
        guard foresight == nil, let step, let shown else { return }
        foresight = Foresight(of: step, from: shown)
        if let foresight { terminal.foresee(foresight.frame) }
    }

    /// Takes up a settings file that has changed; returns what is to be said of that, also after the
    /// key that would take it away.
    private mutating func followSettings() -> Action? {
        guard let change = watch.change() else { return nil }
        var contents = change.contents
        contents.settings.follow(terminal.repertoire)
        take(.configured(contents, problems: change.problems))
        guard let text = state.notice?.text else { return nil }
        return change.problems.isEmpty ? .told(text) : .warned(text)
    }

    /// Once all that was asked stands on the screen, now and then while keys come: looks what others
    /// did to the archive, and keeps where the person is. Nothing ticks for it.
    private mutating func tend() {
        guard isDue, ending == nil, state.isSettled else { return }
        isDue = false
        looked = Self.now
        runner.lookOutside()
        guard looked - kept.time >= Self.keepInterval else { return }
        let session = state.session
        if session != kept.session { runner.keep(session) }
        kept = (session, looked)
    }

    /// Milliseconds.
    private static let lookInterval = 1_000
    private static let keepInterval = 5_000

    private mutating func takeTimers() {
        guard !timers.isEmpty else { return }
        let now = Self.now
        for (timer, end) in timers where end <= now {
            timers[timer] = nil
            take(.timer(timer))
        }
    }

    /// How long to sleep at most; for ever when no timer runs.
    private var pause: Int? {
        if hearing == nil, remote?.hasVisits == true { return 0 }
        return timers.values.min().map { max(0, $0 - Self.now) }
    }

    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }

    // MARK: who comes from outside

    /// Listens to `parley tell`, or no more, as the settings have it.
    private mutating func listen() {
        let isWanted = state.settings.remote != .off
        guard isWanted != (remote != nil) else { return }
        remote?.close()
        remote = isWanted ? RemoteListener(wakeup: mailbox.wakeup) : nil
    }

    /// Begins with what the next visitor wants, when the one before has been answered.
    private mutating func hear() {
        guard ending == nil, hearing == nil, let next = remote?.next() else { return }
        guard let script = try? Script(next.request.script) else {
            return next.answer(RemoteReply(isDone: false, ["The script cannot be read."]))
        }
        if !script.steps.isEmpty, let refusal = state.refusal(of: script) {
            return next.answer(RemoteReply(isDone: false, [refusal]))
        }
        hearing = Hearing(next, before: state)
        if !script.steps.isEmpty { take(.script(script)) }
    }

    /// Answers the visitor once the screen shows all that came of it.
    private mutating func answer() {
        guard let hearing, ending != nil || state.isSettled else { return }
        self.hearing = nil
        let (visit, request) = (hearing.visit, hearing.visit.request)
        let reply = RemoteReply(to: request, state, after: hearing.before)
        if request.wish == .follow, reply.isDone { return followers.add(visit, state) }
        visit.answer(reply)
    }

    // MARK: what is to be done

    private mutating func perform(_ effect: Effect) {
        switch effect {
        case .ask(let question, let slot, let generation, let priority):
            // What is asked at once replaces what is being asked when it is.
            if priority == .later { runner.cancel(slot) }
            asked[slot] = Asked(question: question, generation: generation, priority: priority)
        case .cancel(let slot):
            asked[slot] = nil
            runner.cancel(slot)
        case .copy(let text): copy(text)
        case .page(let address): page(address)
        case .openLink(let link): open(link)
        case .startTimer(let timer, let milliseconds): timers[timer] = Self.now + milliseconds
        case .cancelTimer(let timer): timers[timer] = nil
        case .saveScreen(let path): save(to: path)
        case .importPaths(let paths): runner.importPaths(paths)
        case .fetchFeeds(let options): runner.fetchFeeds(options)
        case .renewFindings: runner.renewFindings()
        case .keep(let change): runner.keep(change)
        case .edit(let text): edit(text)
        case .decide(let decision): runner.decide(decision)
        case .cancelWork: runner.cancelWork()
        case .keepSettings(let changes): take(SettingsFile.keep(changes))
        case .keepMacro(let name, let text):
            MacroFolder.failure(toKeep: text, as: name).map { take($0) }
        case .readMacro(let name): mailbox.post(MacroFolder.action(for: name))
        case .tellTimes: take(.told(clock.words))
        case .apply(let settings):
            terminal.apply(settings)
            listen()
        case .redraw: terminal.redraw()
        case .suspend: suspend()
        case .quit: ending = .quit
        }
    }

    /// One frame, then the questions that could wait for it.
    private mutating func show() {
        guard ending == nil else { return }
        let frame = foreseen ?? view(state, after: shown)
        if foreseen == nil || !terminal.showForeseen() { terminal.show(frame) }
        foreseen = nil
        clock.end()
        shown = Shown(state: state, frame: frame)
        followers.tell(state)
        ask(.later)
    }

    /// Asks what is to be asked with this priority.
    private mutating func ask(_ priority: Effect.Priority) {
        for (slot, ask) in asked where ask.priority == priority {
            asked[slot] = nil
            runner.ask(
                ask.question, slot: slot, generation: ask.generation,
                priority: priority == .now ? .userInitiated : .utility)
        }
    }

    private mutating func copy(_ text: String) {
        let clipboard = Clipboard(
            state.settings.clipboard, environment: ProcessInfo.processInfo.environment)
        let isTaken = clipboard.usesTerminal && terminal.copy(text)
        guard let command = clipboard.command else {
            if !isTaken { take(.told(Clipboard.none(for: text))) }
            return
        }
        let mailbox = mailbox
        if clipboard.copy(text, failed: { mailbox.post(.warned($0)) }) { return }
        take(.warned("Error: `\(command[0])` cannot be started; :set clipboard names another."))
    }

    private mutating func page(_ address: Address) {
        var outcome: (any Error)?
        do {
            let text = try services.text(address)
            terminal.lend {
                do {
                    try Pager.show(text, environment: ProcessInfo.processInfo.environment)
                } catch { outcome = error }
            }
        } catch { outcome = error }
        take(.resized(terminal.size))
        if let outcome { take(.warned("Error: \(outcome)")) }
    }

    private mutating func suspend() {
        terminal.suspend()
        take(.resized(terminal.size))
    }

    private mutating func edit(_ text: String) {
        var outcome = Action.edited(text)
        terminal.lend {
            do {
                outcome = .edited(
                    try NoteEditor.edit(text, environment: ProcessInfo.processInfo.environment))
            } catch {
                outcome = .warned("Error: \(error)")
            }
        }
        take(.resized(terminal.size))
        take(outcome)
    }

    private mutating func open(_ link: String) {
        let opener = LinkOpener(link, environment: ProcessInfo.processInfo.environment)
        let (terminal, mailbox) = (terminal, mailbox)
        guard let opener,
            opener.open(
                lend: { terminal.lend(to: $0) }, failed: { mailbox.post(.warned($0)) })
        else { return take(.warned(LinkOpener.complaint(about: link))) }
        take(.resized(terminal.size))
    }

    /// Writes the screen under the line on which the person asked for it.
    private mutating func save(to path: String) {
        let text = SavedScreen.content(of: state, in: terminal.theme, for: path)
        if let problem = ScreenFile.write(text, to: path) { take(.warned("Error: \(problem)")) }
    }
}
