import Analysis
import Queries

// Pages in sections, and the lists of names, commands and suggestions.

extension Spoken {
    /// The sections with what the dossier says in them, and the selected item.
    mutating func add(_ page: PageScreen, _ state: State) {
        contents = page.sections.map { section in
            let facts = section.items.compactMap { item -> String? in
                switch item {
                case .fact(let text): return Spoken.unmarked(text)
                case .silence(let letter, let isFilteredOut):
                    let words = isFilteredOut ? "is filtered out" : "none found"
                    return "\(Wording.outlet(letter.outlet)) \(words)"
                default: return nil
                }
            }
            let title = [section.title, section.scope].filter { !$0.isEmpty }
            return title.joined(separator: ", ")
                + (facts.isEmpty ? "" : ": " + Spoken.list(facts))
        }
        guard !page.sections.isEmpty else {
            contents = ["Nothing in these articles"]
            return
        }
        guard let section = page.sections[safe: page.section], let item = page.selectedItem,
            item.isOpenable
        else { return }
        let items = section.items.indices.filter { section.items[$0].isOpenable }
        let index = items.firstIndex(of: page.item) ?? 0
        selection =
            Spoken.position(section.title, index, of: items.count) + ": "
            + Spoken.words(of: item, state)
    }

    /// What the dossier says, without the sign that says so; a number of a draft as such.
    private static func unmarked(_ text: StyledText) -> String {
        guard text.runs.count > 1 else { return text.text }
        let rest = StyledText(Array(text.runs.dropFirst())).text
        let mark = text.runs[0].text.filter { $0 != " " }
        if mark.first?.isNumber == true { return "No. \(mark): \(rest)" }
        return text.runs[0].text.unicodeScalars.count == 2 ? rest : text.text
    }

    private static func words(of item: PageScreen.Item, _ state: State) -> String {
        switch item {
        case .fact(let text): unmarked(text)
        case .silence(let letter, _): Wording.outlet(letter.outlet)
        case .coverage(let letter, let sentences):
            "\(Wording.outlet(letter.outlet)), \(Wording.counted(sentences.count, "sentence")): "
                + list(sentences.map { Wording.sentence($0.sentence) })
        case .citation(let citation): citation.spoken
        case .again(let citation, let words):
            "\(Wording.outlet(citation.outlet)), \(Wording.longDate(citation.published)), "
                + "sentence \(citation.sentence + 1): "
                + list([citation.label, words])
        case .entry(_, let value), .spelling(let value):
            "\(value.name), \(Wording.counted(value.count, "article"))"
        case .article(let row): row.spoken
        case .clash(let fact, _): Spoken.words(of: fact, state)
        case .change(let change, let place, _, _): "\(place): \(spoken(change))"
        }
    }

    /// "the talks on, cut: Monday, added: Tuesday, in the hall".
    private static func spoken(_ change: TextEdits.Change) -> String {
        change.pieces.map { piece in
            switch piece.kind {
            case .kept: piece.text
            case .cut: "cut: \(piece.text)"
            case .added: "added: \(piece.text)"
            }
        }.joined(separator: ", ")
    }

    /// The selected name; in its sentences the selected one.
    mutating func add(_ screen: ProposalsScreen) {
        guard let answer = screen.answer else { return }
        guard let proposal = screen.selected else {
            contents = [screen.emptyWords(answer)]
            return
        }
        if screen.isInSentences, let page = screen.shownPage,
            let citation = screen.selectedCitation
        {
            selection =
                Spoken.position("Sentence", screen.sentence, of: page.sentences.count)
                + " of \(proposal.name): \(citation.spoken)"
            return
        }
        selection =
            Spoken.position("Name", screen.cursor.index, of: screen.rows.count) + ": "
            + Spoken.list([
                "\(proposal.name), \(proposal.kind.words)",
                Wording.counted(proposal.articleCount, "article"),
                proposal.isSetAside ? "set aside" : "",
            ])
    }

    /// The selected command; before anything is typed all that can be done where one was, then all
    /// that fit once they are few.
    mutating func add(_ help: HelpScreen, _ state: State) {
        let rows = help.rows(state.keymaps)
        let entries = rows.indices.filter { help.words(of: rows[$0]) != nil }
        guard !entries.isEmpty else {
            contents = ["No command fits “\(help.text)”."]
            return
        }
        if help.text.isEmpty {
            contents = rows.compactMap { row in
                guard case .entry(_, let keys, let summary, true) = row else { return nil }
                return "\(keys): \(summary)"
            }
            contents.append("Type a word of what you look for, also among other screens.")
        } else if entries.count <= Spoken.fewEntries {
            contents = entries.compactMap { help.words(of: rows[$0]) }
        }
        guard let index = entries.firstIndex(of: help.cursor.index),
            let words = help.words(of: rows[help.cursor.index])
        else { return }
        let isMark = if case .mark = rows[help.cursor.index] { true } else { false }
        let noun = isMark ? "Mark, row" : "Command"
        selection = Spoken.position(noun, index, of: entries.count) + ": " + words
    }

    /// So many commands are said at once.
    private static let fewEntries = 25

    /// What is typed, how much fits, and the chosen one of it.
    mutating func add(_ prompt: Prompt, _ state: State) {
        sentence = prompt.kind.label + (prompt.text.isEmpty ? "" : " \(prompt.text)")
        let behind = String(
            String.UnicodeScalarView(prompt.text.unicodeScalars.dropFirst(prompt.cursor)))
        if !behind.isEmpty { sentence += "; cursor before “\(behind)”" }
        if prompt.kind == .pattern {
            add(state.place.reader, state)
            contents = [state.place.reader.searchWords?.text ?? ""]
            return
        }
        if prompt.kind == .search, state.place.browse.list.isLoaded {
            let counts = state.browseCounts().text
            if !counts.isEmpty { sentence += "; \(counts)" }
            contents = [Spoken.panes(state.place.browse)]
        } else if prompt.kind.name != nil {
            // They change with every letter, so they stand apart from the name.
            contents = facts
            facts = []
            if prompt.suggestions.isEmpty, !prompt.text.isEmpty {
                contents.append(prompt.emptyWords)
            }
        }
        guard let index = prompt.choice, let suggestion = prompt.suggestions[safe: index] else {
            return
        }
        selection =
            Spoken.position("Fits", index, of: prompt.suggestions.count) + ": "
            + Spoken.list([
                [suggestion.kind, suggestion.name].filter { !$0.isEmpty }.joined(separator: " "),
                suggestion.detail,
                suggestion.count.map { Wording.counted($0, "article") } ?? "",
            ])
    }
}

extension HelpScreen {
    /// "j: Go one row or sentence down; works where you were"; nil for a heading.
    fileprivate func words(of row: Row) -> String? {
        switch row {
        case .heading: nil
        case .mark(let mark, let words): "\(mark): \(words)"
        case .entry(_, let keys, let summary, let worksHere):
            Spoken.list(["\(keys): \(summary)", worksHere ? "works where you were" : ""])
        }
    }
}
