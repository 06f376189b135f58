extension Registry {
    static let moveCommands: [Command] = [
        Command(
            "move-down", "Go one row or sentence down", hint: "move", group: .move,
            keys: ["<Down>", "j"]
        ) { state, _ in state.move(.line(1)) },
        Command(
            "move-up", "Go one row or sentence up", group: .move, keys: ["<Up>", "k"]
        ) { state, _ in state.move(.line(-1)) },
        Command(
            "page-down", "Go a page down", group: .move, keys: ["<PageDown>", "<C-f>"]
        ) { state, _ in state.move(.page(1)) },
        Command(
            "page-up", "Go a page up", group: .move, keys: ["<PageUp>", "<C-b>"]
        ) { state, _ in state.move(.page(-1)) },
        Command(
            "go-to-first", "Go to the first row", group: .move, keys: ["g", "<Home>"]
        ) { state, _ in state.move(.first) },
        Command(
            "go-to-last", "Go to the last row", group: .move, keys: ["G", "<End>"]
        ) { state, _ in state.move(.last) },
        Command(
            "focus-next", "Go to the next pane or section", hint: "pane", group: .move,
            modes: [.browse, .reader, .page, .overview, .proposals], keys: ["<Tab>"]
        ) { state, _ in state.focus(by: 1) },
        Command(
            "focus-previous", "Go to the pane or section before", group: .move,
            modes: [.browse, .reader, .page, .overview, .proposals], keys: ["<S-Tab>"]
        ) { state, _ in state.focus(by: -1) },
        Command(
            "focus-right", "Go to the pane, column or sentence on the right", group: .move,
            modes: [.browse, .matrix, .timeline, .chains, .drafts],
            keys: ["<Right>", "l"]
        ) { state, _ in state.focusColumn(by: 1) },
        Command(
            "focus-left", "Go to the pane, column or sentence on the left", group: .move,
            modes: [.browse, .matrix, .timeline, .chains, .drafts],
            keys: ["<Left>", "h"]
        ) { state, _ in state.focusColumn(by: -1) },
        focus("sources", "1", .sources), focus("people", "2", .people),
        focus("points", "3", .points), focus("articles", "4", .articles),
        focus("text", "5", .reader),
        Command(
            "go-back", "Go back to where you were", group: .move, keys: ["H", "<Backspace>"]
        ) { state, _ in
            if !state.goBack() { state.notice = Notice("This is where you began.") }
            return []
        },
        Command(
            "go-forward", "Go forward again", group: .move, keys: ["L"]
        ) { state, _ in
            if !state.goForward() { state.notice = Notice("Nothing lies ahead.") }
            return []
        },
        Command(
            "set-mark", "Mark this place with a letter", group: .move, keys: ["m"]
        ) { state, _ in
            state.markRequest = .set
            state.notice = Notice("Mark this place: press a letter.")
            return []
        },
        Command(
            "go-to-mark", "Go to a marked place", group: .move, keys: ["'"]
        ) { state, _ in
            state.markRequest = .go
            let names = state.markNames
            state.notice = Notice(
                names.isEmpty
                    ? "No place is marked; m marks one."
                    : "Go to mark: " + names.joined(separator: "   "))
            if names.isEmpty { state.markRequest = nil }
            return []
        },
    ]

    private static func focus(_ noun: String, _ key: String, _ pane: PaneName) -> Command {
        Command(
            "focus-\(noun)", "Go to the pane of \(noun)", group: .move, keys: [key]
        ) { state, _ in
            if state.place.screen != .browse { state.go(to: .browse) }
            state.place.browse.focus = pane
            return []
        }
    }
}

/// A step in a list or a text.
enum Step: Equatable {
    case line(Int)
    /// Pages down, or up when negative.
    case page(Int)
    case first, last

    /// The step in rows, for a list of so many rows of which a page shows so many.
    func rows(page: @autoclosure () -> Int, count: Int) -> Int {
        switch self {
        case .line(let step): step
        case .page(let step): step * max(1, page() - 1)
        case .first: -count
        case .last: count
        }
    }
}

extension State {
    /// Moves the selection of whatever has the focus.
    mutating func move(_ step: Step) -> [Effect] {
        let page = screenLayout.body.rows - 1
        switch place.screen {
        case .overview:
            place.overview.move(step, count: place.overview.facts(self).count, page: page)
        case .browse: moveInBrowse(step)
        case .reader where place.reader.isInAside: place.reader.aside?.move(step, page: page)
        case .reader: place.reader.move(step)
        case .compare: place.compare.move(step, page: page)
        case .participant, .source, .point, .context, .history: place.page.move(step, page: page)
        case .matrix: place.matrix.move(step, page: page)
        case .timeline: place.timeline.move(step, page: page)
        case .chains: place.chains.move(step, page: page)
        case .drafts: place.drafts.move(step, page: page)
        case .proposals: place.proposals.move(step, page: page)
        case .help: place.help.move(step, page: page)
        }
        return []
    }

    private mutating func moveInBrowse(_ step: Step) {
        let layout = screenLayout
        if place.browse.isEmptyResult {
            place.browse.empty.move(
                by: step.rows(page: layout.body.rows, count: 99), labels: labels)
            return
        }
        let focus = place.browse.focus
        var panes: BrowseLayout { BrowseLayout(layout, focus: focus) }
        switch focus {
        case .sources: place.browse.sources.move(step, in: panes.sources)
        case .people: place.browse.people.move(step, in: panes.people)
        case .points: place.browse.points.move(step, in: panes.points)
        case .articles: place.browse.list.move(step, in: panes.articles?.inset(top: 1))
        case .reader: place.browse.preview.move(step)
        }
    }

    /// Goes round the panes, or the sections of a page.
    mutating func focus(by step: Int) -> [Effect] {
        guard place.screen == .browse else {
            if place.screen == .reader {
                return focusAside()
            } else if place.screen == .proposals {
                place.proposals.switchPane()
            } else if place.screen == .overview {
                place.overview.moveSection(by: step, facts: place.overview.facts(self))
            } else {
                place.page.moveSection(by: step)
            }
            return []
        }
        let panes = PaneName.allCases
        let index = (place.browse.focus.rawValue - 1 + step + panes.count) % panes.count
        place.browse.focus = panes[index]
        return []
    }

    /// Goes from the facets to the list to the text, and back.
    mutating func focusColumn(by step: Int) -> [Effect] {
        switch place.screen {
        case .matrix: place.matrix.moveColumn(by: step)
        case .timeline: place.timeline.choose(by: step)
        case .chains: place.chains.choose(by: step)
        case .drafts: place.drafts.choose(by: step)
        default: focusPane(by: step)
        }
        return []
    }

    private mutating func focusPane(by step: Int) {
        switch (place.browse.focus, step) {
        case (.sources, 1...), (.people, 1...), (.points, 1...), (.reader, ..<0):
            place.browse.focus = .articles
        case (.articles, 1...): place.browse.focus = .reader
        case (.articles, _): place.browse.focus = place.browse.lastFacet
        default: break
        }
    }
}

extension ArticleList {
    /// A page is what is shown in `rect`.
    mutating func move(_ step: Step, in rect: @autoclosure () -> Rect?) {
        let rows = step.rows(
            page: max(2, rect().map { shownCount(in: $0) } ?? 1), count: total)
        cursor.move(by: rows, count: total)
        passage = nil
    }
}

extension FacetPane {
    /// A page is what is shown in `rect`.
    mutating func move(_ step: Step, in rect: @autoclosure () -> Rect?) {
        let count = rows.count
        let lines = step.rows(
            page: max(2, FacetPane.height((rect()?.rows ?? 2) - 1, count: count)), count: count)
        move(by: lines)
    }
}

extension ReaderScreen {
    mutating func move(_ step: Step) {
        switch step {
        case .line(let count): move(by: count)
        case .page(let count): move(pages: count)
        case .first: sentence = 0
        case .last: sentence = max(0, sentenceCount - 1)
        }
    }
}
