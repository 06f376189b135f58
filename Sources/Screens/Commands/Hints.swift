import Queries

/// The line of keys: the commonest of a mode first, leaving last.
enum Hints {
    /// Command names in the order they are hinted, with the words for this mode.
    private static let byMode: [Mode: [(command: String, words: String)]] = [
        .overview: [
            ("open", "show the sentences"), ("move-down", "choose"), ("search", "search"),
            ("focus-articles", "browse them"), ("show-clashes", "all clashes"),
            ("compare", "compare"),
        ],
        .browse: [
            ("focus-next", "pane"), ("open", "open"), ("filter-by-this", "filter"),
            ("search", "search"), ("compare", "compare"), ("show-clashes", "clashes"),
            ("show-matrix", "matrix"), ("show-timeline", "timeline"),
            ("show-chains", "chains"),
            ("show-overview", "overview"), ("sort", "sort"), ("go-to-anything", "go to"),
            ("time-back", "as known before"),
            ("type-command", "command"), ("explain-finding", "why is this here"),
            ("copy-sentence", "copy the sentence, cited"),
        ],
        .reader: [
            ("move-down", "sentence"), ("next-mark", "next finding"), ("accept-finding", "accept"),
            ("reject-finding", "reject"), ("explain-finding", "why"),
            ("copy-sentence", "copy, cited"), ("compare", "compare"),
            ("show-context", "among the others"), ("focus-next", "beside the text"),
            ("search", "find in it"), ("hide-others", "hide others"),
            ("read-next-article", "next article"),
        ],
        .compare: [
            ("next-mark", "next difference"), ("previous-mark", "previous"), ("open", "open"),
            ("fold", "folds"), ("sort", aligning),
            ("add-article", "add article"),
            ("copy-sentence", "copy"),
        ],
        .page: [
            ("move-down", "row"), ("open", "its sentence"), ("filter-by-this", "filter by it"),
            ("focus-next", "section"), ("copy-sentence", "copy, cited"), ("search", "search"),
        ],
        .matrix: [
            ("move-down", "row"), ("focus-right", "column"), ("open", "sentences"),
            ("next-mark", "next omission"), ("switch-subject", "people, words"),
            ("sort", "sort"), ("copy-sentence", "copy, cited"),
        ],
        .timeline: [
            ("move-down", "event"), ("open", "its sentence"), ("focus-right", "next sentence"),
            ("fold", "folds"), ("explain-finding", "why"), ("copy-sentence", "copy, cited"),
            ("show-matrix", "matrix"),
        ],
        .chains: [
            ("move-down", "chain"), ("open", "its sentence"), ("filter-by-this", "filter by it"),
            ("sort", "by article, outlet"), ("fold", "straight ones"),
            ("explain-finding", "why"), ("copy-sentence", "copy, cited"),
            ("focus-right", "next sentence"),
        ],
        .drafts: [
            ("move-down", "point"), ("open", "a sentence on it"), ("focus-right", "next sentence"),
            ("fold", "fold what stayed"), ("next-drafts", "other drafts"),
            ("copy-sentence", "copy, cited"), ("show-matrix", "matrix"),
        ],
        .proposals: [
            ("accept-finding", "take into my dossier"), ("reject-finding", "set aside"),
            ("open", "its sentences"), ("move-down", "choose"), ("undo", "undo"),
            ("fold", "those set aside"), ("explain-finding", "why"),
        ],
        .help: [("accept", "run it"), ("choose-next", "choose")],
        .search: [
            ("complete", "complete"), ("choose-next", "choose"), ("accept", "keep"),
        ],
        .pattern: [("accept", "keep"), ("choose-previous", "earlier patterns")],
        .commandLine: [
            ("accept", "run it"), ("complete", "complete"), ("choose-next", "choose"),
        ],
        .goTo: [("accept", "go"), ("choose-next", "choose")],
        .saved: [("accept", "search"), ("choose-next", "choose")],
        .trail: [("accept", "go"), ("choose-next", "choose")],
        .note: [("accept", "keep")],
    ]

    private static let aligning = "align by point, fact, wording"

    /// What can be done where a table has no row.
    private static let ways = [
        (command: "search", words: "search"), ("go-to-anything", "go to"),
        ("show-overview", "overview"),
    ]

    /// The hints of a state, with the keys as they are bound now.
    static func of(_ state: State) -> (hints: [Hint], last: Hint?) {
        if let letter = letterHints(state) { return letter }
        let mode = state.mode
        let keymap = state.keymaps[mode]
        func hint(_ command: String, _ words: String) -> Hint? {
            guard let key = keymap?.sequences(for: command).first else { return nil }
            return Hint(
                key: state.named(command == "move-down" ? "↑↓" : key.shown), words: words,
                command: command)
        }
        var wanted = byMode[mode] ?? []
        if state.hasNothingSelected {
            let rest = ["switch-subject", "next-drafts", "show-matrix", "undo"]
            wanted = wanted.filter { rest.contains($0.command) } + ways
        }
        var hints = wanted.compactMap { hint($0.command, $0.words) }
        if Mode.typing.contains(mode) {
            return (hints, hint("dismiss", mode == .search ? "as it was" : "back"))
        }
        let known =
            mode == .overview
            ? state.place.overview.allFacts(state) : state.clashes.facts
        if known.isEmpty {
            // Without facts there is nothing to choose, and Enter goes on to the articles.
            hints.removeAll { $0.words.hasSuffix("clashes") }
            if mode == .overview {
                hints.removeAll { $0.words == "choose" || $0.words == "browse them" }
                if let at = index(of: "show the sentences", in: hints) {
                    hints[at].words = "browse the articles"
                }
            }
        }
        if mode == .overview, state.place.overview.showsAll,
            let at = index(of: "all clashes", in: hints)
        {
            hints[at].words = "fewer"
        }
        if mode == .compare {
            if state.place.compare.blocks.isEmpty {
                let ofRows = ["next difference", "previous", "open", "folds"]
                hints.removeAll { ofRows.contains($0.words) }
            }
            if state.place.compare.articles.count >= 4 {
                hints.removeAll { $0.words == "add article" }
            }
            if state.size.columns < 100, let at = index(of: aligning, in: hints) {
                hints[at].words = "align"
            }
        }
        if mode == .proposals, state.decisions.isEmpty {
            hints.removeAll { $0.words == "undo" }
        }
        if mode == .drafts, (state.place.drafts.page?.pairCount ?? 0) < 2 {
            hints.removeAll { $0.words == "other drafts" }
        }
        if mode == .page {
            if state.place.page.filter == nil {
                hints.removeAll { $0.words == "filter by it" }
            }
            switch state.place.page.selectedItem {
            case nil, .fact: hints.removeAll { $0.words == "its sentence" }
            default: break
            }
        }
        if mode == .reader {
            if ReaderScreen.asideArea(state.screenLayout) == nil {
                hints.removeAll { $0.words == "beside the text" }
            } else if state.place.reader.isInAside {
                hints = [
                    hint("move-down", "row"), hint("open", "its sentence"),
                    hint("focus-next", "the text"), hint("copy-sentence", "copy, cited"),
                ].compactMap(\.self)
            }
            if state.place.reader.search == nil {
                hints.removeAll { $0.words == "hide others" }
            } else if state.place.reader.search?.sentences.isEmpty == false,
                let next = hint("next-passage", "next match")
            {
                hints.insert(next, at: 0)
            }
        }
        if mode == .browse, state.isCorpusEmpty, state.place.browse.isEmptyResult {
            hints = [hint("type-command", "import"), hint("show-help", "help")]
                .compactMap(\.self)
            return (hints, hint("leave", state.trail.canGoBack ? "back" : "quit"))
        }
        if mode == .browse, state.place.browse.isEmptyResult {
            let ways = [
                "move-down": "choose", "open": "do it", "undo": "undo",
                "redo-filter": "redo", "search": "search",
            ]
            hints = ["move-down", "open", "undo", "redo-filter", "search"].compactMap {
                hint($0, ways[$0] ?? "")
            }
            return (hints, hint("step-out", "take it away"))
        }
        if mode == .browse {
            if let at = index(of: "compare", in: hints), !state.chosen.isEmpty {
                hints[at].words =
                    state.chosen.count == 1 ? "compare with ✓" : "compare \(state.chosen.count) ✓"
            }
            if state.place.browse.facetSelection == nil, let at = index(of: "filter", in: hints) {
                hints[at].words = "pick"
            }
            if state.place.browse.list.passageTotal > 0,
                let next = hint("next-passage", "next passage")
            {
                hints.insert(next, at: min(4, hints.count))
            }
            if state.place.browse.undone.contains(where: { !$0.isOfReading }) {
                return (hints, hint("undo", "undo"))
            }
        }
        return (hints, state.trail.canGoBack ? hint("leave", "back") : hint("leave", "quit"))
    }

    /// Where a letter is waited for, no other key does what it does else.
    private static func letterHints(_ state: State) -> (hints: [Hint], last: Hint?)? {
        let words: String
        switch state.markRequest {
        case .set: words = "mark this place"
        case .go: words = "go to the place marked so"
        case nil:
            if state.jump == nil { return nil }
            words = "select what bears the letter"
        }
        return ([Hint(key: "a–z", words: words)], Hint(key: "Esc", words: "leave it"))
    }

    private static func index(of words: String, in hints: [Hint]) -> Int? {
        hints.firstIndex { $0.words == words }
    }
}
