import Queries

extension Registry {
    static let findCommands: [Command] = [
        Command(
            "search", "Search all articles as you type; in the reader, its text",
            hint: "search", group: .find, keys: ["/"],
            arguments: [.init("QUERY", isOptional: true)]
        ) { state, words in
            if words.isEmpty {
                return state.place.screen == .reader ? state.openPattern() : state.openSearch()
            }
            return state.narrow { $0.search = words.joined(separator: " ") }
        },
        Command(
            "search-text", "Search the text that is read for a regular expression",
            group: .find, modes: [], arguments: [.init("PATTERN")]
        ) { state, words in state.search(text: words.joined(separator: " ")) },
        Command(
            "next-passage", "Go to the next match, passage or change of a page",
            group: .find, modes: [.browse, .reader, .page], keys: ["n"]
        ) { state, _ in state.stepFound(by: 1) },
        Command(
            "previous-passage", "Go to the match or passage found before", group: .find,
            modes: [.browse, .reader, .page], keys: ["N"]
        ) { state, _ in state.stepFound(by: -1) },
        Command(
            "hide-others", "Show what does not match quietly, not at all, or again",
            hint: "hide others", group: .find, modes: [.browse, .reader], keys: ["f"]
        ) { state, _ in state.hideOthers() },
        Command(
            "filter-by-this", "Filter by the entry, or pick the article",
            hint: "filter", group: .find, modes: [.browse, .page, .chains], keys: ["<Space>"]
        ) { state, _ in state.filterByThis() },
        Command(
            "undo", "Undo the last filter, search, pick, mark, note or decision", group: .find,
            modes: Mode.reading, keys: ["u"]
        ) { state, _ in
            state.place.screen == .proposals ? state.undoDecision() : state.undo()
        },
        Command(
            "redo-filter", "Redo what was undone", group: .find,
            modes: Mode.reading.subtracting([.proposals]), keys: ["<C-r>"]
        ) { state, _ in state.redo() },
        Command(
            "clear-filters", "Take every filter and the search away", group: .find,
            modes: Mode.narrowed, keys: ["U"]
        ) { state, _ in state.showAll() },
        Command(
            "go-to-anything", "Go to anything by name: article, person, screen, command",
            hint: "go to", group: .find, keys: ["<C-p>"]
        ) { state, _ in state.openPrompt(.goTo) },
        Command(
            "type-command", "Type a command, with completion", hint: "command", group: .find,
            keys: [":"]
        ) { state, _ in state.openPrompt(.command) },
        Command(
            "sort", "Sort or align another way", hint: "sort", group: .find,
            modes: [.browse, .compare, .matrix, .chains], keys: ["s"],
            arguments: [
                .init(
                    "ORDER", .oneOf(ArticlesQuestion.Order.allCases.map(\.rawValue)),
                    isOptional: true)
            ]
        ) { state, words in state.sort(words.first) },
    ]
}

extension State {
    /// Changes filters or search, so that it can be undone, and asks anew.
    mutating func narrow(_ change: (inout BrowseScreen.Narrowing) -> Void) -> [Effect] {
        let before = place.browse.narrowing
        change(&place.browse.narrowing)
        if place.screen != .browse {
            let narrowing = place.browse.narrowing
            place.browse.narrowing = before
            go(to: .browse)
            place.browse.narrowing = narrowing
        }
        guard place.browse.narrowing != before else { return [] }
        place.browse.undone.append(.narrowing(before))
        place.browse.redone = []
        return [askList()]
    }

    /// Takes back the last filter, search, mark or note.
    mutating func undo() -> [Effect] {
        take(from: \.undone, to: \.redone, or: "There is nothing to undo.")
    }

    mutating func redo() -> [Effect] {
        take(from: \.redone, to: \.undone, or: "Nothing was undone.")
    }

    private mutating func take(
        from: BrowseScreen.Steps, to: BrowseScreen.Steps, or words: String
    ) -> [Effect] {
        guard let last = place.browse[keyPath: from].last, canUndoHere(last) else {
            notice = Notice(words)
            return []
        }
        switch last {
        case .narrowing(let narrowing):
            place.browse[keyPath: from].removeLast()
            place.browse[keyPath: to].append(.narrowing(place.browse.narrowing))
            place.browse.narrowing = narrowing
            return [askList()]
        case .picked(let before):
            place.browse[keyPath: from].removeLast()
            place.browse[keyPath: to].append(.picked(picked))
            picked = before
            sayPicked()
            return []
        case .own(let change, let opposite):
            forget(last, in: from)
            remember(.own(opposite, redoneBy: change), in: to)
            notice = Notice(change.words + ".")
            return keep(change)
        case .placeMark(let letter, let before):
            forget(last, in: from)
            remember(.placeMark(letter, setMark(letter, to: before)), in: to)
            notice = Notice(
                before == nil
                    ? "No place is marked \(letter) any more."
                    : "'\(letter) leads where it led before.")
            return []
        }
    }

    /// In the reader the list is out of sight: what narrowed it is not changed from there.
    private func canUndoHere(_ step: BrowseScreen.Undoable) -> Bool {
        if case .narrowing = step { return place.screen == .browse }
        return true
    }

    /// Filters by the selected entry, takes the filter off again, or picks the article.
    mutating func filterByThis() -> [Effect] {
        if place.screen == .chains { return filterByChain() }
        if place.screen != .browse { return filterByPage() }
        guard let (field, value) = place.browse.facetSelection else {
            return place.browse.isEmptyResult ? [] : togglePicked()
        }
        let filter = Filter(field: field, value: value.id, name: value.name)
        return narrow { $0.toggle(filter) }
    }

    private mutating func filterByPage() -> [Effect] {
        guard let filter = place.page.filter else { return [] }
        return narrow { $0.add(filter) }
    }

    /// Goes to the next or previous passage, across articles.
    mutating func stepPassage(by step: Int) -> [Effect] {
        if place.screen.mode == .page { return stepMark(forward: step > 0) }
        if waiting.contains(.articles) {
            pendingSteps += step
            return []
        }
        let list = place.browse.list
        guard list.passageTotal > 0 || list.rows.contains(where: { !$0.passages.isEmpty }) else {
            notice = Notice("No passage to go to: / searches.")
            return []
        }
        let count = list.selected?.passages.count ?? 0
        let next = (list.passage ?? (step > 0 ? -1 : count)) + step
        if (0..<count).contains(next) {
            place.browse.list.passage = next
        } else {
            var index = list.cursor.index + step
            while list.row(index)?.isMet == false { index += step }
            guard (0..<list.total).contains(index) else {
                notice = Notice(step > 0 ? "That was the last passage." : "That was the first.")
                return []
            }
            place.browse.list.cursor.index = index
            let found = list.row(index)?.passages.count ?? 0
            place.browse.list.passage = step > 0 ? 0 : max(0, found - 1)
        }
        return showPassage()
    }

    private mutating func showPassage() -> [Effect] {
        guard let row = place.browse.list.selected else { return [] }
        let index = place.browse.list.passage ?? 0
        let sentence = row.passages.indices.contains(index) ? row.passages[index].sentence : 0
        if place.screen == .reader {
            guard place.reader.articleID != row.id else {
                place.reader.sentence = sentence
                return []
            }
            opening = .reader(sentence: sentence)
            return [ask(.article(row.id), for: .reader)]
        }
        pointPreviewAtPassage()
        return []
    }

    mutating func sort(_ wanted: String?) -> [Effect] {
        if place.screen == .compare {
            place.compare.alignAnotherWay()
            return []
        }
        if place.screen == .chains {
            if !place.chains.turn() { notice = Notice("Of many articles only by outlet.") }
            return []
        }
        if place.screen == .matrix {
            place.matrix.nextOrder()
            return []
        }
        // Without words to look for no article fits better than another.
        let hasWords = !place.browse.narrowing.search.isEmpty
        guard hasWords || wanted != ArticlesQuestion.Order.best.rawValue else {
            notice = Notice("Best first needs a search: \(keys(of: "search")).")
            return []
        }
        let orders = ArticlesQuestion.Order.allCases.filter { hasWords || $0 != .best }
        let index = orders.firstIndex(of: place.browse.order) ?? 0
        let next = wanted.flatMap(ArticlesQuestion.Order.init) ?? orders[(index + 1) % orders.count]
        place.browse.order = next
        notice = Notice("Articles \(next.words).")
        return [askList()]
    }
}

extension BrowseScreen.Narrowing {
    /// Sets a filter, or takes it off when it is on.
    mutating func toggle(_ filter: Filter) {
        if isFiltered(by: filter.field, filter.value) {
            filters.removeAll { $0.field == filter.field && $0.value == filter.value }
        } else {
            add(filter)
        }
    }

    /// Sets a filter, unless it is on; where the search asks for the same, in its place.
    mutating func add(_ filter: Filter) {
        guard !isFiltered(by: filter.field, filter.value) else { return }
        filters.append(filter)
        let typed = QueryParser().parse(search)
        let rest = typed.query.without(.field(filter.field, filter.value))
        if typed.problems.isEmpty, rest != typed.query { search = QueryPrinter.text(of: rest) }
    }

    func isFiltered(by field: Query.Field, _ value: String) -> Bool {
        filters.contains { $0.field == field && $0.value == value }
    }
}

extension BrowseScreen {
    /// The selected entry of the facet pane that has the focus.
    var facetSelection: (field: Query.Field, value: FacetValue)? {
        switch focus {
        case .sources: sources.selected
        case .people: people.selected
        case .points: points.selected
        case .articles, .reader: nil
        }
    }
}
