import Analysis
import Intake
import Queries

extension Registry {
    static let readCommands: [Command] = [
        Command(
            "open", "Open the entry; at last the sentence in its article", hint: "open",
            group: .read, keys: ["<Enter>"]
        ) { state, _ in state.open() },
        Command(
            "next-mark", "Go to the next finding, difference or omission", hint: "next finding",
            group: .read, modes: [.browse, .reader, .compare, .matrix], keys: ["]"]
        ) { state, _ in state.stepMark(forward: true) },
        Command(
            "previous-mark", "Go to the finding, difference or omission before", group: .read,
            modes: [.browse, .reader, .compare, .matrix], keys: ["["]
        ) { state, _ in state.stepMark(forward: false) },
        Command(
            "read-next-article", "Read the next article of the list", group: .read,
            modes: [.reader], keys: ["J"]
        ) { state, _ in state.readNeighbour(by: 1) },
        Command(
            "read-previous-article", "Read the article before in the list", group: .read,
            modes: [.reader], keys: ["K"]
        ) { state, _ in state.readNeighbour(by: -1) },
        Command(
            "explain-finding", "Say why this is here: rule, cue, rivals, or what found it",
            hint: "why",
            group: .read,
            modes: [
                .browse, .reader, .page, .compare, .overview, .matrix, .timeline, .chains,
                .drafts, .proposals,
            ],
            keys: ["W"]
        ) { state, _ in state.explainFinding() },
        Command(
            "show-context", "Show its copies, and what others have and it lacks",
            hint: "among the others", group: .read, modes: [.browse, .reader], keys: ["O"]
        ) { state, _ in
            let reader = state.place.screen == .reader ? state.place.reader.articleID : nil
            guard let id = reader ?? state.place.browse.list.selected?.id else { return [] }
            return state.showContext(of: id)
        },
        Command(
            "show-history", "Show what was edited in it since it was first held",
            hint: "what was edited", group: .read, modes: [.browse, .reader], keys: ["F"]
        ) { state, _ in
            let reader = state.place.screen == .reader ? state.place.reader.articleID : nil
            guard let id = reader ?? state.place.browse.list.selected?.id else { return [] }
            return state.showHistory(of: id)
        },
        Command(
            "copy-sentence", "Copy the sentence with its citation, or cite what is picked",
            hint: "copy, cited",
            group: .read, keys: ["y"]
        ) { state, _ in state.copySentence() },
        Command(
            "open-in-browser", "Open the article's address in your browser", group: .read,
            modes: [.browse, .reader], keys: ["b"]
        ) { state, _ in state.openInBrowser() },
        Command(
            "open-source-page", "Open the page of this article's source", group: .read,
            modes: [.browse, .reader], keys: ["S"]
        ) { state, _ in state.openSourcePage() },
    ]
}

extension State {
    /// Shows an article among the others as soon as it is known.
    mutating func showContext(of id: String) -> [Effect] {
        opening = .page(within: .everything)
        return [ask(.context(id), for: .page)]
    }

    /// Shows what was edited in an article as soon as it is known.
    mutating func showHistory(of id: String) -> [Effect] {
        opening = .page(within: .everything)
        return [ask(.history(id), for: .page)]
    }

    fileprivate mutating func openInBrowser() -> [Effect] {
        if let row = unseen { return [ask(.article(row.id), for: .link)] }
        let reader = place.screen == .reader ? place.reader : place.browse.preview
        return reader.analyzed.map { openLink(of: $0.article) } ?? []
    }

    private var hasPreview: Bool {
        BrowseLayout(screenLayout, focus: place.browse.focus).reader != nil
    }

    /// The selected row where its article is not held: no preview stands beside it, or not yet.
    var unseen: ArticleRow? {
        guard place.screen == .browse, let row = place.browse.list.selected else { return nil }
        return place.browse.preview.analyzed?.article.id == row.id ? nil : row
    }

    mutating func openLink(of article: Article) -> [Effect] {
        guard let link = article.url else {
            notice = Notice("This article came without an address.")
            return []
        }
        notice = Notice("Opening \(link)")
        return [.openLink(link)]
    }

    /// What Enter does: the page of an entry, the article of a row, the sentence of a finding.
    mutating func open() -> [Effect] {
        switch place.screen {
        case .overview: return openFromOverview()
        case .browse: return openFromBrowse()
        case .reader where place.reader.isInAside: return open(place.reader.aside?.selectedItem)
        case .reader: return followSentence()
        case .compare: return openFromCompare()
        case .participant, .source, .point, .context, .history: return openFromPage()
        case .matrix: return openFromMatrix()
        case .timeline: return openFromTimeline()
        case .chains: return openFromChains()
        case .drafts: return openFromDrafts()
        case .proposals: return openFromProposals()
        case .help: return runFromHelp()
        }
    }

    private mutating func openFromBrowse() -> [Effect] {
        if place.browse.isEmptyResult {
            let empty = place.browse.empty
            switch empty.ways(labels)[safe: empty.index(labels)] {
            case .narrow(let narrowing, _, _)?: return narrow { $0 = narrowing }
            case .point(let id, _)?: return openEntry(.point, id, within: .everything)
            case nil: return []
            }
        }
        if let (field, value) = place.browse.facetSelection { return openEntry(field, value.id) }
        guard let row = place.browse.list.selected else { return [] }
        let preview = place.browse.preview
        if preview.articleID == row.id {
            let isAt = place.browse.focus == .reader || place.browse.list.passage != nil
            let passage = row.passages.first?.sentence
            show(preview, at: isAt ? preview.sentence : passage ?? preview.sentence)
            return []
        }
        return read(row.id, at: place.browse.list.sentence(of: row))
    }

    /// The facet value of articles that state no outlet: there is no page to open for it.
    private static let unstatedSource = "?"

    /// Opens the page of a facet's entry.
    mutating func openEntry(
        _ field: Query.Field, _ id: String, within wanted: Query? = nil
    ) -> [Effect] {
        if field == .source, id == State.unstatedSource {
            let filter = Filter(field: .source, value: id, name: Wording.outlet(nil))
            let isThere =
                place.screen == .browse && place.browse.narrowing.isFiltered(by: field, id)
            let effects = narrow { $0.add(filter) }
            notice = Notice(
                isThere
                    ? "The list has only articles without an outlet already."
                    : "They share no outlet that could have a page; the list shows them alone.")
            return effects
        }
        let within = wanted ?? place.browse.query(isTyping: false).query
        opening = .page(within: within)
        switch field {
        case .source, .cites: return [ask(.source(id, within: within), for: .page)]
        case .point: return [ask(.point(id, within: within), for: .page)]
        default: return [ask(.participant(id, within: within), for: .page)]
        }
    }

    /// Shows an article at a sentence as soon as it is there.
    mutating func read(_ id: String, at sentence: Int?) -> [Effect] {
        opening = .reader(sentence: sentence)
        return [ask(.article(id), for: .reader)]
    }

    /// Shows an article that is there.
    mutating func show(_ reader: ReaderScreen, at sentence: Int?) {
        remember()
        let before = place
        place.screen = .reader
        place.reader = reader
        place.reader.layout = nil
        if before.screen == .reader, place.reader.search == nil {
            place.reader.look(for: before.reader.search?.pattern)
            place.reader.treatOthers(as: before.reader.others)
        }
        if let sentence { place.reader.sentence = sentence }
        place.reader.move(by: 0)
    }

    /// Enter in the reader goes to where another article says the same or otherwise.
    private mutating func followSentence() -> [Effect] {
        guard let id = place.reader.articleID else { return [] }
        let here = place.reader.sentence
        for fact in clashes.facts {
            guard fact.values.contains(where: { $0.articleID == id && $0.sentence == here }),
                let other = fact.values.first(where: { $0.articleID != id })
            else { continue }
            return read(other.articleID, at: other.sentence)
        }
        notice = Notice("No other article is known to differ on this sentence.")
        return []
    }

    mutating func stepMark(forward: Bool) -> [Effect] {
        let found: Bool
        switch place.screen {
        // Where there is no room for a preview its findings are stepped through in the text itself.
        case .browse where unseen != nil && !hasPreview: return openFromBrowse()
        case .browse: found = place.browse.preview.moveToFinding(forward: forward)
        case .reader: found = place.reader.moveToFinding(forward: forward)
        case .compare: found = place.compare.moveToDifference(forward: forward)
        case .matrix: found = place.matrix.moveToOmission(forward: forward)
        case .participant, .source, .point, .context, .history:
            found = place.page.moveToNeighbour(forward: forward)
        default: found = false
        }
        if !found {
            let what = place.screen == .compare ? "No difference" : "Nothing marked"
            notice = Notice("\(what) \(forward ? "after" : "before") this.")
        }
        return []
    }

    mutating func readNeighbour(by step: Int) -> [Effect] {
        let index = place.browse.list.cursor.index + step
        guard let row = place.browse.list.row(index) else {
            notice = Notice(step > 0 ? "That was the last article." : "That was the first article.")
            return []
        }
        place.browse.list.cursor.index = index
        place.browse.list.passage = row.passages.isEmpty ? nil : 0
        return read(row.id, at: row.passages.first?.sentence)
    }

    mutating func explainFinding() -> [Effect] {
        switch place.screen {
        case .browse where place.browse.isEmptyResult:
            notice = Notice("Each part of the search is counted here: alone, and without it.")
        case .browse:
            if place.browse.focus == .articles, let words = hitWords {
                notice = Notice(words)
                return []
            }
            place.browse.preview.isAskingWhy.toggle()
            let panes = BrowseLayout(screenLayout, focus: place.browse.focus)
            if panes.beside == nil { return openFromBrowse() + asking() }
        case .reader: place.reader.isAskingWhy.toggle()
        case .participant, .source, .point, .context, .history:
            notice = place.page.selectedCitation.map(State.reason)
        case .matrix: notice = place.matrix.selectedCitation.map(State.reason)
        case .timeline: notice = place.timeline.selectedCitation.map(State.reason)
        case .chains: notice = place.chains.selectedCitation.map(State.reason)
        case .drafts: notice = place.drafts.selectedCitation.map(State.reason)
        case .proposals: notice = place.proposals.reason
        case .overview:
            notice = place.overview.selected(self).map { Notice("◦ \($0.explanation)") }
        case .compare: notice = place.compare.selectedRow.map { Notice("◦ \($0.why)") }
        default: break
        }
        let isReading = place.screen == .reader || place.screen == .browse
        if !isReading, notice == nil { notice = Notice("No sentence stands here.") }
        return []
    }

    private mutating func asking() -> [Effect] {
        place.reader.isAskingWhy = true
        return []
    }

    /// The words that a finding rests on, and the rule that found it.
    private static func reason(_ citation: CitedSentence) -> Notice {
        let scalars = Array(citation.text.unicodeScalars)
        let words = citation.highlights.map { range in
            String(String.UnicodeScalarView(scalars[range.clamped(to: scalars.indices)]))
        }.joined(separator: " … ")
        return Notice("◦ " + (words.isEmpty ? "" : "words “\(words)”, ") + "rule \(citation.rule)")
    }

    mutating func openSourcePage() -> [Effect] {
        guard let id = place.browse.list.selected?.outletID else {
            notice = Notice("The article does not state its outlet.")
            return []
        }
        return openEntry(.source, id)
    }
}
