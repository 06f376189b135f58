extension Registry {
    static let leaveCommands: [Command] = [
        Command(
            "leave", "Go back; at last leave the program", hint: "back", group: .leave,
            keys: ["q"]
        ) { state, _ in state.stopOpening() ?? (state.goBack() ? [] : state.leave()) },
        Command(
            "step-out", "Stop what runs, or take the search away, or go back",
            group: .leave,
            keys: ["<Esc>"]
        ) { state, _ in state.stepOut() },
        Command(
            "cancel", "Cancel what runs; with nothing running, ask to leave", group: .leave,
            modes: Mode.reading, keys: ["<C-c>"]
        ) { state, _ in state.cancelOrAsk() },
        Command(
            "redraw", "Draw the screen anew, where something wrote over it", group: .leave,
            modes: Set(Mode.allCases), keys: ["<C-l>"]
        ) { _, _ in [.redraw] },
        Command(
            "suspend", "Give the terminal to the shell; fg comes back", group: .leave,
            modes: Set(Mode.allCases), keys: ["<C-z>"]
        ) { _, _ in [.suspend] },
        Command(
            "quit", "Leave the program at once", group: .leave, modes: []
        ) { _, _ in [.quit] },
    ]
}

extension State {
    /// Stays where one is instead of going to what was asked for; nil where nothing is waited for.
    fileprivate mutating func stopOpening() -> [Effect]? {
        guard opening != nil else { return nil }
        opening = nil
        return drop([.reader, .page, .comparison])
    }

    /// Out of the program; at the second key where work runs that the next start does not take up.
    fileprivate mutating func leave() -> [Effect] {
        guard let progress, progress.activity != Self.renewal, !isAskedToLeave else {
            return [.quit]
        }
        isAskedToLeave = true
        notice = Notice(
            "\(progress.activity) goes on: \(keys(of: "leave")) again stops it and leaves, "
                + "what is done stays.")
        return []
    }

    /// Esc: first what waits, then the search, then back; never out of the program.
    fileprivate mutating func stepOut() -> [Effect] {
        if let effects = stopOpening() { return effects }
        if place.screen == .reader, place.reader.isAskingWhy {
            place.reader.isAskingWhy = false
            return []
        }
        if place.screen == .reader, place.reader.search != nil {
            place.reader.look(for: nil)
            place.reader.treatOthers(as: .shown)
            return []
        }
        if place.screen == .proposals, place.proposals.isInSentences {
            place.proposals.switchPane()
            return []
        }
        if place.screen == .browse, !place.browse.narrowing.isEmpty {
            return narrow { $0 = .init() }
        }
        // Nothing is left to go out of but the work behind.
        if place.screen == .browse, progress != nil { return cancelOrAsk() }
        // Of very many places the first are forgotten: the list is behind them all.
        if place.screen != .browse, !goBack(), place.screen != .overview { place.screen = .browse }
        return []
    }

    fileprivate mutating func cancelOrAsk() -> [Effect] {
        if progress != nil {
            notice = Notice("Stopping; what is done stays.")
            return [.cancelWork]
        }
        if !waiting.isEmpty {
            opening = nil
            isBusy = false
            let isBlank = place.screen == .browse && !place.browse.list.isLoaded
            notice = Notice(
                isBlank
                    ? "Stopped before anything came; \(keys(of: "clear-filters")) shows all articles."
                    : "Stopped; what is shown is from before.")
            return drop(waiting.sorted { $0.rawValue < $1.rawValue })
        }
        if isAskedToLeave { return [.quit] }
        isAskedToLeave = true
        notice = Notice("Ctrl-C again leaves; any other key stays.")
        return []
    }
}
