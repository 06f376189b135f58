import Queries

/// The only function that changes a state: what happened goes in, what is to be done comes out.
package func update(_ state: inout State, _ action: Action) -> [Effect] {
    let wasWaiting = !state.waiting.isEmpty
    var effects = state.respond(to: action)
    state.standAgain()
    effects += state.settle()
    state.settleJump()
    effects += state.playOn()
    if state.waiting.isEmpty { state.tutorial?.settle(on: state.place.screen) }
    if !wasWaiting, !state.waiting.isEmpty {
        effects.append(.startTimer(.busy, milliseconds: 200))
    }
    return effects
}

extension State {
    fileprivate mutating func respond(to action: Action) -> [Effect] {
        switch action {
        case .started: return start() + openStart()
        case .key(let key): return take(key) + catchUp()
        case .held(let key, let times): return take(key, times: times)
        case .resized(let size):
            self.size = size
            jump = nil
            drag = nil
            return []
        case .answered(let slot, let generation, let answer):
            guard take(slot, generation) else { return [] }
            return accept(answer, in: slot) + catchUp() + stopWaiting()
        case .advanced(let slot, let generation, let share):
            if slot == .articles, generations[slot] == generation { searched = share }
            return []
        case .failed(let slot, let generation, let message):
            guard take(slot, generation) else { return [] }
            opening = nil
            openingAlignment = nil
            citing = nil
            playing = []
            notice = Notice("Error: \(message)", isError: true)
            // An article that is listed and is not there was taken out by another program.
            let isOfArticle = [.reader, .preview, .ownWork, .comparison].contains(slot)
            return stopWaiting() + (isOfArticle ? lookForChanges() : [])
        case .progressed(let progress):
            self.progress = progress
            return []
        case .finished(let message):
            progress = nil
            agreedTotal = nil
            notice = Notice(message)
            return askAnew()
        case .renewed:
            progress = nil
            return askAnew()
        case .decided(let decision, let labels): return take(decision, labels)
        case .refused(let decision, let message): return refuse(decision, message)
        case .kept(let change): return kept(change)
        case .edited(let text): return finishNote(text)
        case .background(let ground):
            self.ground = ground
            return []
        case .timer(.keys):
            isShowingKeys = !pending.isEmpty
            return []
        case .timer(.busy):
            isBusy = !waiting.isEmpty
            return []
        case .macro(let name, let script): return take(script, named: name)
        case .script(let script): return play(script)
        case .configured(let contents, let problems): return configure(contents, problems)
        case .changedOutside: return lookForChanges()
        case .told(let message):
            notice = Notice(message)
            return []
        case .warned(let message):
            notice = Notice(message, isError: true)
            return []
        }
    }

    /// What the program was started with, over the first screen.
    private mutating func openStart() -> [Effect] {
        defer { startingAddress = nil }
        return startingAddress.map { open($0) } ?? []
    }

    /// The first questions: the list first, since it is what is waited for.
    private mutating func start() -> [Effect] {
        guard isBehind else { return [askList(), ask(.overview, for: .overview)] }
        progress = Progress(activity: State.renewal, done: 0, total: nil)
        return [askList(), ask(.overview, for: .overview), .renewFindings]
    }

    /// What making findings anew is called while it lasts.
    package static let renewal = "Reading anew"

    /// Everything on the screen once more, since the archive has changed.
    private mutating func askAnew() -> [Effect] {
        place.browse.previewID = nil
        let shown: Set<Screen> = [.browse, .overview]
        let others = shown.contains(place.screen) ? [] : askScreen()
        return askCounted() + others
    }

    /// Asks what the archive holds: another program may have changed it while one was away.
    private mutating func lookForChanges() -> [Effect] {
        overview == nil || progress != nil ? [] : [ask(.overview, for: .overview)]
    }

    /// Everything once more where the list and the counts around it tell of different archives,
    /// since another program has taken articles in or out.
    private mutating func catchUp() -> [Effect] {
        guard let overview, place.browse.list.isLoaded, prompt == nil, progress == nil,
            waiting.isDisjoint(with: [.articles, .overview])
        else { return [] }
        let changed = Notice("Another program has changed the archive; this is how it stands now.")
        if overview.articleCount == place.browse.list.corpusTotal {
            if let agreedTotal, agreedTotal != overview.articleCount, notice == nil {
                notice = changed
            }
            agreedTotal = overview.articleCount
            return []
        }
        // Once: what cannot agree is let be.
        guard agreedTotal != nil else { return [] }
        agreedTotal = nil
        notice = changed
        return askAnew()
    }

    /// What stands behind the screen once more, since findings have changed.
    mutating func askCounted() -> [Effect] {
        place.browse.asked.edition += 1
        place.forgetViews()
        return [askList(keepsPlace: true), ask(.overview, for: .overview)]
    }

    /// Whether this is the answer last asked for in its slot.
    private mutating func take(_ slot: Slot, _ generation: Int) -> Bool {
        guard generations[slot] == generation else { return false }
        waiting.remove(slot)
        return true
    }

    private mutating func stopWaiting() -> [Effect] {
        guard waiting.isEmpty else { return [] }
        isBusy = false
        return [.cancelTimer(.busy)]
    }
}

// MARK: Keys

extension State {
    /// Whether a key only goes a row on here, so that of several at once what stands in view is
    /// settled after the last alone.
    package func isStep(_ key: Key) -> Bool { step(of: key) != nil }

    private func step(of key: Key) -> Step? {
        guard pending.isEmpty, playing.isEmpty, prompt == nil, jump == nil, markRequest == nil,
            tutorial == nil, case .command(let name)? = keymaps[mode]?.lookup([key])
        else { return nil }
        switch name {
        case "move-down": return .line(1)
        case "move-up": return .line(-1)
        default: return nil
        }
    }

    /// A key so many times: what a step does beside moving, the first of them has done.
    private mutating func take(_ key: Key, times: Int) -> [Effect] {
        let step = step(of: key)
        return (0..<times).flatMap { time in
            guard time > 0, let step else { return take(key) }
            recording?.note(key, begins: true)
            return move(step)
        }
    }

    /// A key of the person's own.
    private mutating func take(_ key: Key) -> [Effect] {
        guard playing.isEmpty else {
            interrupt(with: key)
            return []
        }
        played = 0
        let isOutside = prompt == nil && pending.isEmpty && markRequest == nil && jump == nil
        recording?.note(key, begins: isOutside)
        return press(key)
    }

    /// Follows the settings file, which takes back what was only set for this session. One with
    /// mistakes changes nothing until they are mended.
    private mutating func configure(
        _ contents: ConfigFile.Contents, _ problems: [String]
    ) -> [Effect] {
        let isKept = contents.problems.contains { !$0.isRemark }
        notice =
            ConfigFile.notice(of: problems, isKept: isKept, areRemarks: !isKept)
            .map { Notice($0, isError: isKept) }
            ?? Notice("The settings file has changed and is in effect.")
        if isKept { return [] }
        settingsChanges = SettingsChanges()
        if settings == contents.settings, keymaps == contents.keymaps, problems.isEmpty {
            // What was written there from here is in effect already.
            notice = nil
        }
        settings = contents.settings
        keymaps = contents.keymaps
        takeMacros(of: contents)
        return [.apply(settings)]
    }

    mutating func press(_ key: Key) -> [Effect] {
        switch key {
        case .focusGained: return lookForChanges()
        case .focusLost: return []
        case .mouse(let mouse):
            goOn()
            return click(mouse)
        case .paste(let text): return paste(text)
        default: break
        }
        goOn()
        drag = nil
        notice = nil
        if jump != nil { return type(inJump: key) }
        if let request = markRequest { return finish(request, with: key) }
        pending.append(key)
        let wasShowing = isShowingKeys
        isShowingKeys = false
        switch keymaps[mode]?.lookup(pending) ?? .none {
        case .command(let line):
            pending = []
            return run(line: line)
        case .prefix:
            isShowingKeys = wasShowing
            return [.startTimer(.keys, milliseconds: 400)]
        case .none:
            let keys = pending
            pending = []
            if Mode.typing.contains(mode), case .character(let typed)? = keys.first {
                // Letters that have begun a sequence that is none are letters.
                return type(String(typed)) + keys.dropFirst().flatMap { press($0) }
            }
            if keys.count > 1 || !Mode.typing.contains(mode) { explain(keys) }
            return []
        }
    }

    /// Runs a command with what stands behind it; an empty line does nothing.
    mutating func run(line: String) -> [Effect] {
        let words = line.split(separator: " ").map(String.init)
        return words.first.map { run($0, Array(words.dropFirst())) } ?? []
    }

    /// Runs a command of the registry; one that does not work here says so.
    package mutating func run(_ name: String, _ arguments: [String]) -> [Effect] {
        guard let command = Registry.command(name) else {
            let help = "Ctrl-P finds them by name."
            notice = Notice("Error: \(Registry.complaint(about: name, help: help))", isError: true)
            return []
        }
        if let mistake = command.mistake(in: arguments) {
            notice = Notice("Error: \(mistake)", isError: true)
            return []
        }
        let wasAsked = isAskedToLeave
        let effects = command.run(&self, arguments)
        tutorial?.note(name)
        if wasAsked { isAskedToLeave = false }
        return effects
    }

    private mutating func explain(_ keys: [Key]) {
        let text = named(keys.map(\.shown).joined(separator: " "))
        notice = Notice("\(text) does nothing here; ? lists the keys that do.")
    }

    private mutating func paste(_ text: String) -> [Effect] {
        guard Mode.typing.contains(mode) else {
            notice = Notice("Pasted text is taken where one types: after / or :, or in a note.")
            return []
        }
        return type(text)
    }

    /// Letters that are typed into a prompt, or narrow the help.
    mutating func type(_ text: String) -> [Effect] {
        guard prompt != nil else {
            place.help.type(text)
            return []
        }
        if prompt?.insert(text) == false, let limit = prompt?.kind.limit {
            notice = Notice(
                "A line takes \(Wording.number(limit)) characters; the rest is left out.")
        }
        return promptChanged()
    }

    private mutating func finish(_ request: MarkRequest, with key: Key) -> [Effect] {
        markRequest = nil
        guard case .character(let letter) = key, letter != " " else { return [] }
        switch request {
        case .set:
            remember(.placeMark(letter, markedPlace(letter)), in: \.undone)
            marks[letter] = place
            notice = Notice("Marked \(letter): '\(letter) comes back here.")
        case .go:
            if marks[letter] == nil, let kept = keptMarks[letter] { return open(kept) }
            guard let marked = marks[letter] else {
                notice = Notice("No place is marked \(letter); m\(letter) marks one.")
                return []
            }
            remember()
            let here = place.browse
            place = marked
            place.browse.share(stepsOf: here)
        }
        return []
    }
}
