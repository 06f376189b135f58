import Analysis
import Intake
import Queries

// What a prompt proposes: keys and values of the query language, commands and their arguments,
// and everything with a name.

extension State {
    /// Finds what fits the text that is being typed.
    mutating func suggest() {
        guard let prompt else { return }
        let suggestions =
            switch prompt.kind {
            case .search: searchSuggestions(prompt)
            case .command: commandSuggestions(prompt)
            case .goTo: goToSuggestions(prompt)
            case .saved: savedSuggestions(prompt)
            case .trail: trailSuggestions(prompt)
            case .pattern, .note: [Suggestion]()
            }
        self.prompt?.suggestions = suggestions
        self.prompt?.groups = []
        if prompt.kind == .goTo, prompt.text.isEmpty { proposePlaces(suggestions) }
    }

    /// Before anything is typed: where one was, what is kept, then all that has a name.
    private mutating func proposePlaces(_ names: [Suggestion]) {
        guard let prompt else { return }
        let names = names.enumerated().sorted {
            ($1.element.count ?? 0, $0.offset) < ($0.element.count ?? 0, $1.offset)
        }.map(\.element)
        var all: [Suggestion] = []
        var groups: [Prompt.Group] = []
        for (title, some) in [
            ("Lately, newest first", latelyVisited),
            ("Saved searches, counted now", savedSuggestions(prompt).map(\.asSearch)),
            ("Names, most articles first", names),
        ] where !some.isEmpty {
            groups.append(Prompt.Group(title: title, start: all.count, count: some.count))
            all += some
        }
        self.prompt?.suggestions = all
        self.prompt?.groups = groups
    }

    /// Asks for names that fit what is typed.
    mutating func askNames() -> Effect {
        ask(.names(prompt?.text ?? "", limit: Prompt.mostNames), for: .names)
    }

    /// Asks who is quoted, or which searches are kept, where that is being typed; for all else the
    /// facets have the values.
    mutating func askValues() -> Effect? {
        guard let prompt, prompt.kind == .search,
            let completion = QueryCompletion(text: prompt.text, cursor: prompt.cursor)
        else { return nil }
        switch completion.kind {
        case .value(.speaker):
            return ask(.speakers(completion.typed, limit: Prompt.mostNames), for: .names)
        case .value(.saved) where completion.typed.isEmpty:
            return ask(.savedSearches, for: .savedSearches)
        case .key, .value: return nil
        }
    }

    mutating func acceptSpeakers(_ speakers: [FacetValue]) {
        guard prompt?.kind == .search else { return }
        prompt?.speakers = speakers
        suggest()
    }

    mutating func acceptNames(_ names: [NamedEntry]) {
        guard prompt?.kind == .goTo else { return }
        prompt?.names = names
        suggest()
        if let count = prompt?.suggestions.count, (prompt?.choice ?? 0) >= count {
            prompt?.choice = 0
        }
    }

    private func searchSuggestions(_ prompt: Prompt) -> [Suggestion] {
        guard let completion = QueryCompletion(text: prompt.text, cursor: prompt.cursor) else {
            return []
        }
        switch completion.kind {
        case .key:
            let keys = completion.keys.map { key in
                Suggestion(
                    target: .completion(key.rawValue), name: key.rawValue + ":", highlights: [],
                    kind: "field", detail: key.summary)
            }
            return keys + termSuggestions(completion.typed)
        case .value(let key):
            if let fixed = completion.fixedValues {
                return fixed.map {
                    Suggestion(
                        target: .completion($0), name: $0, highlights: [], kind: "value",
                        detail: "")
                }
            }
            return valueSuggestions(key, completion.typed)
        }
    }

    /// What a plain word may be the name of: `umer` proposes `actor:umerov`.
    private func termSuggestions(_ typed: String) -> [Suggestion] {
        guard typed.unicodeScalars.count >= 2 else { return [] }
        let keys: [QueryKey] = [.actor, .point, .source, .cites, .draft]
        return keys.flatMap { key in
            valueSuggestions(key, typed).prefix(8).map { value in
                var term = value
                term.target = .term("\(key.rawValue):\(QueryPrinter.value(value.name))")
                // What it is called; the id that is put there says no more.
                term.name = "\(key.rawValue): \(value.detail.isEmpty ? value.name : value.detail)"
                term.detail = ""
                term.kind = "term"
                return term
            }
        }
    }

    func valueSuggestions(_ key: QueryKey, _ typed: String) -> [Suggestion] {
        let facets = place.browse.facets
        func frequent(_ values: [FacetValue]) -> [FacetValue] {
            values.sorted { $0.corpusCount > $1.corpusCount }
        }
        let values: [FacetValue] =
            switch key {
            case .source: frequent(facets.sources)
            case .cites: frequent(facets.cited)
            case .actor: frequent(facets.actors)
            case .speaker: prompt?.speakers ?? []
            case .point: facets.topics + facets.points
            case .draft: facets.drafts
            case .saved: savedSearches.map(\.asValue)
            default: []
            }
        return values.lazy.filter { value in
            NameStart.fits(typed, value.id) || NameStart.fits(typed, value.name)
        }.prefix(200).map { value in
            Suggestion(
                target: .completion(value.id), name: value.id, highlights: [], kind: "value",
                detail: value.name == value.id ? "" : value.name, count: value.corpusCount,
                presence: value.presence)
        }
    }

    private func commandSuggestions(_ prompt: Prompt) -> [Suggestion] {
        if prompt.text.hasPrefix(Address.scheme) {
            return addressSuggestions(prompt.text, after: "")
        }
        let words = prompt.text.split(separator: " ", omittingEmptySubsequences: false)
        if words.count > 1, let command = Registry.command(String(words[0])) {
            return argumentSuggestions(command, words.dropFirst().map(String.init))
        }
        return Self.commands(like: prompt.text).map {
            suggestion($0.command, highlights: $0.match.places)
        }
    }

    /// The commands whose names fit, best first, but those that only typing knows.
    private static func commands(like text: String) -> [(command: Command, match: FuzzyMatch)] {
        Registry.all.filter { !$0.modes.isSubset(of: Mode.typing) || $0.modes.isEmpty }
            .compactMap { command in
                FuzzyMatch(text, in: command.name).map { (command, $0) }
            }
            .sorted { $0.match.score > $1.match.score }
    }

    /// The commands a word of whose names what is typed is but for a slip or two, where nothing else
    /// fits.
    private static func commandsMeant(
        by text: String
    ) -> [(command: Command, match: FuzzyMatch)] {
        guard text.utf8.count > 3, commands(like: text).isEmpty else { return [] }
        let words = Registry.all.flatMap { $0.name.split(separator: "-").map(String.init) }
        return nearest(to: text, among: words).map { commands(like: $0) } ?? []
    }

    private func suggestion(_ command: Command, highlights: [Int]) -> Suggestion {
        Suggestion(
            target: .command(command.name), name: command.usage,
            highlights: highlights, kind: keys(of: command.name), detail: command.summary)
    }

    /// The keys that run a command where one now is, or anywhere.
    func keys(of command: String) -> String {
        let modes = [prompt == nil ? mode : place.screen.mode] + Mode.allCases
        for mode in modes {
            let sequences = keymaps[mode]?.sequences(for: command) ?? []
            if !sequences.isEmpty {
                return named(sequences.prefix(2).map(\.shown).joined(separator: " "))
            }
        }
        return ""
    }

    private func argumentSuggestions(_ command: Command, _ words: [String]) -> [Suggestion] {
        guard let argument = command.arguments[safe: words.count - 1] else { return [] }
        let typed = words.last ?? ""
        let head = ([command.name] + words.dropLast()).joined(separator: " ")
        let values: [(String, String)]
        switch argument.values {
        case .oneOf(let all): values = all.map { ($0, "") }
        case .setting: values = SettingsRegistry.all.map { ($0.name, $0.summary) }
        case .command: values = Registry.all.map { ($0.name, $0.summary) }
        case .path: values = []
        case .address: return addressSuggestions(typed, after: head + " ")
        case .theme: values = settings.themeNames.dropFirst().map { ($0, "") }
        case .role: values = Role.allCases.map { ($0.name, $0.summary) }
        case .saved: values = savedSearches.map { ($0.name, $0.query) }
        case .macro:
            let names = Set(macros.keys).union(macroFiles).sorted()
            values = names.map {
                ($0, macros[$0].map { Wording.counted($0.steps.count, "line") } ?? "in a file")
            }
        case .text:
            let setting = SettingsRegistry.setting(words.first ?? "")
            let present = setting?.value(settings)
            values =
                setting?.choices(settings).map { ($0, $0 == present ? "as it is now" : "") } ?? []
        }
        return values.filter { $0.0.hasPrefix(typed) }.map { value, detail in
            Suggestion(
                target: .argument(head + " " + value), name: value, highlights: [],
                kind: argument.name.lowercased(), detail: detail)
        }
    }

    private func goToSuggestions(_ prompt: Prompt) -> [Suggestion] {
        let isCommandOnly = prompt.text.hasPrefix(">")
        let text = isCommandOnly ? String(prompt.text.dropFirst()) : prompt.text
        let names =
            isCommandOnly
            ? []
            : prompt.names.map { entry in
                Suggestion(
                    target: .entry(entry), name: entry.name, highlights: entry.highlights,
                    kind: labels.participants[entry.id]?.kind.words.lowercased()
                        ?? entry.kind.words,
                    detail: detail(of: entry), count: entry.count)
            }
        guard !text.isEmpty || isCommandOnly else { return names }
        // Letters strewn over a command are meant where they are over all names, too.
        let isNamed = names.contains { FuzzyMatch(text, in: $0.name)?.isTidy == true }
        let commands = (Self.commands(like: text) + (isNamed ? [] : Self.commandsMeant(by: text)))
            .filter { isCommandOnly || !isNamed || $0.match.isTidy }
            .map { command, match in
                Suggestion(
                    target: .command(command.name), name: command.name,
                    highlights: match.places,
                    kind: command.group == .screens && command.name.hasPrefix("show-")
                        ? "screen" : "command",
                    detail: [keys(of: command.name), command.summary].filter { !$0.isEmpty }
                        .joined(separator: "  "))
            }
        // What begins as typed comes before what only has its letters somewhere.
        let searches = isCommandOnly ? [] : savedSuggestions(prompt).map(\.asSearch)
        let facts = isCommandOnly ? [] : factSuggestions(text)
        let others = facts + searches + commands
        let all = isNamed ? names + others : others + names
        let isStart = all.map { NameStart.fits(text, $0.name) }
        return zip(all, isStart).filter(\.1).map(\.0) + zip(all, isStart).filter { !$0.1 }.map(\.0)
    }

    /// Facts on which articles differ, as far as they are known, whose words begin as typed.
    private func factSuggestions(_ text: String) -> [Suggestion] {
        clashes.facts.lazy.compactMap { fact -> Suggestion? in
            let name = FactName.words(fact, labels: labels)
            guard NameStart.fits(text, name) else { return nil }
            return Suggestion(
                target: .fact(fact.id), name: name,
                highlights: FuzzyMatch(text, in: name)?.places ?? [], kind: "clash",
                detail: fact.relation.words, count: fact.articleCount)
        }.prefix(Prompt.mostFacts).map(\.self)
    }

    private func detail(of entry: NamedEntry) -> String {
        switch entry.kind {
        case .point: labels.points[entry.id].map { labels.topic($0.topic) } ?? ""
        case .participant: labels.participants[entry.id].flatMap(office)?.title ?? ""
        case .source: labels.outlets[entry.id]?.medium ?? ""
        case .draft: labels.drafts[entry.id]?.date.map { Wording.date($0) } ?? ""
        case .event: labels.events[entry.id].map { Wording.day($0.first) } ?? ""
        case .article:
            [Wording.date(entry.published), Wording.shortOutlet(entry.outlet)]
                .joined(separator: "  ")
        }
    }
}

extension State {
    /// The first office that somebody held when the last article appeared.
    private func office(of participant: Participant) -> Participant.Role? {
        let day = (overview?.lastPublished ?? overview?.firstPublished)?.day
        return day.map(participant.roles(on:))?.first ?? participant.roles.first
    }
}

extension SavedSearch {
    /// As a value of the query language, which has no name beside its own.
    var asValue: FacetValue {
        FacetValue(
            id: SavedSearch.name(typed: name) ?? name, name: query, count: unreadCount,
            corpusCount: count)
    }
}

extension Suggestion {
    /// A kept search among other things with a name.
    fileprivate var asSearch: Suggestion {
        var search = self
        search.detail = [kind, detail].filter { !$0.isEmpty }.joined(separator: "  ")
        search.kind = "search"
        return search
    }
}

extension NamedEntry.Kind {
    /// What the kind is called on the screen.
    var words: String {
        switch self {
        case .article: "article"
        case .source: "source"
        case .participant: "person"
        case .point: "point"
        case .draft: "draft"
        case .event: "event"
        }
    }
}
