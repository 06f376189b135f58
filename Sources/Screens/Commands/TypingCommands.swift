import Queries

extension Registry {
    /// In the help letters narrow; in the other modes there is a prompt.
    private static let prompts: Set<Mode> = [.search, .commandLine, .goTo, .saved, .trail]

    static let typingCommands: [Command] = [
        Command(
            "accept", "Take what is typed or chosen", hint: "keep", group: .typing,
            modes: Mode.typing, keys: ["<Enter>"]
        ) { state, _ in state.acceptPrompt() },
        Command(
            "dismiss", "Leave the prompt and restore what was before", hint: "as it was",
            group: .typing, modes: Mode.typing, keys: ["<Esc>", "<C-c>", "<C-g>"]
        ) { state, _ in state.dismissPrompt() },
        Command(
            "complete", "Complete what is typed", hint: "complete", group: .typing,
            modes: prompts, keys: ["<Tab>"]
        ) { state, _ in state.completePrompt() },
        Command(
            "choose-next", "Choose the next entry", hint: "choose", group: .typing,
            modes: Mode.typing, keys: ["<Down>", "<C-n>"]
        ) { state, _ in state.chooseInPrompt(by: 1) },
        Command(
            "choose-previous", "Choose the entry before; earlier searches above the first",
            group: .typing, modes: Mode.typing, keys: ["<Up>", "<C-p>"]
        ) { state, _ in state.chooseInPrompt(by: -1) },
        Command(
            "choose-page-down", "Choose a page further down", group: .typing,
            modes: Mode.typing, keys: ["<PageDown>"]
        ) { state, _ in state.chooseInPrompt(by: 10) },
        Command(
            "choose-page-up", "Choose a page further up", group: .typing, modes: Mode.typing,
            keys: ["<PageUp>"]
        ) { state, _ in state.chooseInPrompt(by: -10) },
        edit("delete-backward", "Delete the character before the cursor", ["<Backspace>"]) {
            $0.deleteBackward()
        },
        edit("delete-forward", "Delete the character under the cursor", ["<Delete>"]) {
            $0.deleteForward()
        },
        edit("delete-word", "Delete the word before the cursor", ["<C-w>"]) { $0.deleteWord() },
        edit("delete-to-start", "Delete everything before the cursor", ["<C-u>"]) {
            $0.deleteToStart()
        },
        cursor("cursor-left", "Move the cursor to the left", ["<Left>", "<C-b>"], -1),
        cursor("cursor-right", "Move the cursor to the right", ["<Right>", "<C-f>"], 1),
        cursor("cursor-to-start", "Move the cursor to the start", ["<Home>", "<C-a>"], -9999),
        cursor("cursor-to-end", "Move the cursor to the end", ["<End>", "<C-e>"], 9999),
    ]

    /// A command that changes the text before or after the cursor.
    private static func edit(
        _ name: String, _ summary: String, _ keys: [String],
        _ change: @escaping @Sendable (inout Prompt) -> Bool
    ) -> Command {
        Command(name, summary, group: .typing, modes: Mode.typing, keys: keys) { state, _ in
            state.edit(change)
        }
    }

    private static func cursor(
        _ name: String, _ summary: String, _ keys: [String], _ step: Int
    ) -> Command {
        Command(name, summary, group: .typing, modes: Mode.typing, keys: keys) { state, _ in
            let before = state.prompt?.cursor
            state.prompt?.moveCursor(by: step)
            // In a search what fits is for the word at the cursor, elsewhere for the whole line.
            if state.prompt?.kind == .search, state.prompt?.cursor != before {
                state.prompt?.choice = nil
                state.suggest()
            }
            return []
        }
    }
}

extension State {
    mutating func openSearch() -> [Effect] {
        let saved = place
        if place.screen != .browse {
            let browse = place.browse
            go(to: .browse)
            place.browse = browse
        }
        place.browse.focus = .articles
        // The next word narrows what was found; it does not go on with the last one.
        let search = place.browse.narrowing.search
        prompt = Prompt(.search, saved: saved, text: search.isEmpty ? "" : search + " ")
        suggest()
        return []
    }

    mutating func openPrompt(_ kind: Prompt.Kind) -> [Effect] {
        prompt = Prompt(kind, saved: place)
        suggest()
        prompt?.chooseFirst()
        switch kind {
        case .goTo: return [askNames(), ask(.savedSearches, for: .savedSearches)]
        case .saved: return [ask(.savedSearches, for: .savedSearches)]
        case .search, .pattern, .command, .note, .trail: return []
        }
    }

    /// After every change of what is typed.
    mutating func promptChanged() -> [Effect] {
        guard let prompt else { return [] }
        self.prompt?.top = 0
        self.prompt?.isChoosing = false
        suggest()
        self.prompt?.chooseFirst()
        switch prompt.kind {
        case .search:
            place.browse.narrowing.search = prompt.text
            place.browse.list.passage = nil
            return [askList(isTyping: true)] + [askValues()].compactMap(\.self)
        case .pattern:
            patternTyped()
            return []
        case .goTo: return [askNames()]
        case .command where namesSearch(prompt): return [ask(.savedSearches, for: .savedSearches)]
        case .command, .saved, .note, .trail: return []
        }
    }

    /// Whether the name of a kept search is being typed behind a command.
    private func namesSearch(_ prompt: Prompt) -> Bool {
        let words = prompt.text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 2, words[1].isEmpty else { return false }
        return Registry.command(String(words[0]))?.arguments.first?.values == .saved
    }

    mutating func edit(_ change: (inout Prompt) -> Bool) -> [Effect] {
        guard var edited = prompt else {
            // What narrows the help is edited at its end alone.
            var typed = Prompt(.trail, saved: place, text: place.help.text)
            _ = change(&typed)
            place.help.narrow(to: typed.text)
            return []
        }
        let changed = change(&edited)
        prompt = edited
        return changed ? promptChanged() : []
    }

    mutating func chooseInPrompt(by step: Int) -> [Effect] {
        guard let prompt else {
            return move(.line(step))
        }
        if prompt.kind == .pattern { return recall(older: step < 0) }
        if prompt.kind == .search, step < 0, (prompt.choice ?? 0) == 0 {
            return recall(older: true)
        }
        if prompt.recalled != nil, step > 0 { return recall(older: false) }
        self.prompt?.choose(by: step)
        return []
    }

    /// Steps through earlier searches, or patterns.
    private mutating func recall(older: Bool) -> [Effect] {
        guard let prompt else { return [] }
        let earlier = prompt.kind == .pattern ? patterns : searches
        let next = (prompt.recalled ?? -1) + (older ? 1 : -1)
        guard next >= -1, next < earlier.count else { return [] }
        self.prompt?.replace(with: next < 0 ? "" : earlier[next])
        let effects = promptChanged()
        self.prompt?.recalled = next < 0 ? nil : next
        return effects
    }

    mutating func completePrompt() -> [Effect] {
        guard let prompt, let suggestion = prompt.suggestions[safe: prompt.choice ?? 0] else {
            return []
        }
        switch suggestion.target {
        case .completion(let choice):
            guard let completion = QueryCompletion(text: prompt.text, cursor: prompt.cursor) else {
                return []
            }
            let (text, cursor) = completion.applied(choice, to: prompt.text)
            self.prompt?.text = text
            self.prompt?.cursor = cursor
        case .term(let term):
            guard let completion = QueryCompletion(text: prompt.text, cursor: prompt.cursor) else {
                return []
            }
            let scalars = Array(prompt.text.unicodeScalars)
            let range = completion.range.clamped(to: 0..<scalars.count)
            var text = String.UnicodeScalarView(scalars[..<range.lowerBound])
            text.append(contentsOf: (term + " ").unicodeScalars)
            let cursor = text.count
            text.append(contentsOf: scalars[range.upperBound...].drop { $0 == " " })
            self.prompt?.text = String(text)
            self.prompt?.cursor = cursor
        case .command(let name):
            self.prompt?.replace(with: prompt.kind == .goTo ? name : name + " ")
        case .search, .fact: self.prompt?.replace(with: suggestion.name)
        case .argument(let text): self.prompt?.replace(with: text)
        case .entry(let entry): self.prompt?.replace(with: entry.name)
        case .step: return []
        }
        return promptChanged()
    }

    mutating func acceptPrompt() -> [Effect] {
        guard let prompt else { return runFromHelp() }
        if prompt.kind == .search, prompt.choice != nil { return completePrompt() }
        self.prompt = nil
        switch prompt.kind {
        case .search: return acceptSearch(prompt)
        case .pattern: return accept(pattern: prompt)
        case .command: return acceptCommand(prompt)
        case .note: return finishNote(prompt.text)
        case .trail:
            if case .step(let id)? = prompt.suggestions[safe: prompt.choice ?? 0]?.target {
                go(toStep: id)
            }
            return []
        case .saved:
            guard case .search(let query)? = prompt.suggestions[safe: prompt.choice ?? 0]?.target
            else { return [] }
            return show(search: query)
        case .goTo:
            guard let suggestion = prompt.suggestions[safe: prompt.choice ?? 0] else {
                notice = Notice("Nothing is called that; / looks into the texts.")
                return []
            }
            return go(to: suggestion)
        }
    }

    private mutating func acceptSearch(_ prompt: Prompt) -> [Effect] {
        let text = QueryParser.closed(prompt.trimmed)
        place.browse.narrowing.search = text
        let before = prompt.saved.browse.narrowing
        if before != place.browse.narrowing {
            place.browse.undone.append(.narrowing(before))
            place.browse.redone = []
        }
        if !text.isEmpty {
            searches.removeAll { $0 == text }
            searches.insert(text, at: 0)
            if searches.count > 100 { searches.removeLast() }
        }
        if let meant = EmptyResult.inCapitals(place.browse.narrowing) {
            notice = Notice(
                "Small “or”, “and” and “not” are words to be found; in capitals: \(meant.search)")
        }
        place.browse.focus = .articles
        let last = prompt.text.unicodeScalars.last
        let isBegun = last.map { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        begunSearch =
            isBegun == true && place.browse.list.met > 0 && place.browse.answered.isTyping
            ? BegunSearch(text: prompt.text, met: place.browse.list.met) : nil
        return [askList()]
    }

    private mutating func acceptCommand(_ prompt: Prompt) -> [Effect] {
        if prompt.text.hasPrefix(Address.scheme) { return openAddress(prompt.text) }
        switch prompt.choice.flatMap({ prompt.suggestions[safe: $0] })?.target {
        case .command(let name): return run(name, [])
        case .argument(let line): return run(line: line)
        default: return run(line: prompt.text)
        }
    }

    mutating func dismissPrompt() -> [Effect] {
        guard let prompt else {
            _ = goBack()
            return []
        }
        self.prompt = nil
        noting = nil
        if prompt.kind == .pattern {
            place.reader = prompt.saved.reader
            place.reader.forgetUnanswered()
            return []
        }
        guard prompt.kind == .search, prompt.saved != place else { return [] }
        if prompt.saved.screen != .browse { trail.takeBack() }
        let wasAsked = place.browse.asked != prompt.saved.browse.asked
        place = prompt.saved
        guard wasAsked else { return [] }
        return drop([.articles, .preview])
    }

    private mutating func go(to suggestion: Suggestion) -> [Effect] {
        switch suggestion.target {
        case .command(let name): return run(name, [])
        case .search(let query): return show(search: query)
        case .step(let id):
            go(toStep: id)
            return []
        case .completion, .term, .argument: return []
        case .fact(let id): return showFact(id)
        case .entry(let entry):
            switch entry.kind {
            case .article: return read(entry.id, at: nil)
            case .source: return openEntry(.source, entry.id)
            case .participant: return openEntry(.actor, entry.id)
            case .point: return openEntry(.point, entry.id)
            case .draft: return narrow { $0.search = "draft:" + QueryPrinter.value(entry.id) }
            case .event:
                var standing = Standing()
                standing[.row] = .init(id: entry.id, index: 0)
                return open(
                    KeptPlace(address: .timeline(query: ""), standing: standing))
            }
        }
    }
}

extension Array {
    /// The element at an index, or nil outside.
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
