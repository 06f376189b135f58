import Analysis
import Intake
import Queries

// Asking and being answered: every question has a slot, every slot a generation.

extension State {
    /// Asks the archive; whatever was asked in the slot before counts no more.
    mutating func ask(
        _ question: Question, for slot: Slot, priority: Effect.Priority = .now
    ) -> Effect {
        let generation = (generations[slot] ?? 0) + 1
        generations[slot] = generation
        waiting.insert(slot)
        if slot == .articles { searched = nil }
        return .ask(question, slot: slot, generation: generation, priority: priority)
    }

    /// Waits no longer for what was asked in these slots.
    mutating func drop(_ slots: [Slot]) -> [Effect] {
        for slot in slots { generations[slot, default: 0] += 1 }
        waiting.subtract(slots)
        return slots.map { .cancel($0) }
    }

    /// Asks for the list and its facets as the narrowing now is. `keepsPlace` asks for the rows
    /// around the selected article, wherever it stands by now.
    mutating func askList(isTyping: Bool = false, keepsPlace: Bool = false) -> Effect {
        place.browse.asked.narrowing = place.browse.narrowing
        place.browse.list.awaited = nil
        place.browse.asked.order = place.browse.order
        place.browse.asked.isTyping = isTyping
        place.browse.asked.foldsCopies = place.browse.foldsCopies
        place.browse.asked.listsOthers = place.browse.listsOthers
        let parsed = place.browse.query(isTyping: isTyping)
        place.browse.problems = parsed.problems
        let passages = passageLimit(parsed.query)
        return ask(
            .articles(
                ArticlesQuestion(
                    query: parsed.query, order: place.browse.order,
                    window: ArticleList.firstWindow(
                        shown: BrowseLayout(
                            screenLayout, focus: place.browse.focus
                        ).articleCapacity(hasPassages: passages > 0),
                        hasPassages: passages > 0),
                    wantsFacets: true, passagesPerArticle: passages
                ).folding(place.browse.foldsCopies).listingOthers(place.browse.listsOthers)
                    .around(
                        keepsPlace ? place.browse.list.selected?.id : place.browse.list.wanted?.id)),
            for: .articles)
    }

    /// Asks for other rows of the same list.
    private mutating func askWindow(_ window: Range<Int>) -> Effect {
        place.browse.list.awaited = window
        let query = place.browse.query(isTyping: place.browse.asked.isTyping).query
        return ask(rows(window, passages: passageLimit(query)), for: .articles)
    }

    /// The question for rows of the same list.
    func rows(_ window: Range<Int>, passages: Int) -> Question {
        let asked = place.browse.asked
        return .articles(
            ArticlesQuestion(
                query: place.browse.query(isTyping: asked.isTyping).query, order: asked.order,
                window: window, wantsFacets: false, passagesPerArticle: passages
            ).folding(place.browse.foldsCopies).listingOthers(asked.listsOthers))
    }

    private func passageLimit(_ query: Query) -> Int {
        query == .everything ? 0 : ArticleList.passageLimit
    }

    mutating func accept(_ answer: Answer, in slot: Slot) -> [Effect] {
        if slot == .peek {
            showPeek(answer)
            return []
        }
        switch answer {
        case .context(let page) where slot == .aside: showAside(page)
        case .overview(let overview):
            self.overview = overview
            place.overview.clamp(self)
            let effects = askFirstClashes(overview)
            renewNotes()
            return effects
        case .clashes(let answer): return accept(answer)
        case .articles(let answer) where slot == .range: pick(answer)
        case .articles(let answer) where slot == .picks: pickAll(answer)
        case .articles(let answer): return slot == .counts ? count(answer) : accept(answer)
        case .article(let analyzed) where slot == .citation: return cite(analyzed)
        case .article(let analyzed) where slot == .link: return openLink(of: analyzed.article)
        case .article(let analyzed): accept(analyzed, in: slot)
        case .participant(let page) where slot == .cell:
            place.matrix.show(
                page.mentions, of: page.participant.id, background: sections(of: page))
        case .point(let page) where slot == .cell:
            place.matrix.show(
                page.sentences, of: page.point.id, background: sections(of: page))
            return show(inDrafts: page)
        case .participant(let page): open(.participant(page))
        case .source(let page): open(.source(page))
        case .point(let page): open(.point(page))
        case .context(let page): open(.context(page))
        case .history(let page): open(.history(page))
        case .comparison(let articles, let comparison):
            open(articles, comparison)
            if let alignment = openingAlignment { place.compare.alignment = alignment }
            openingAlignment = nil
        case .names(let names): acceptNames(names)
        case .speakers(let speakers): acceptSpeakers(speakers)
        case .nearWords(let words): return accept(words)
        case .matches(let matches, let pattern, let id): accept(matches, of: pattern, in: id)
        case .ownWork(let work): return accept(work)
        case .savedSearches(let searches): acceptSaved(searches)
        case .matrix(let matrix): place.matrix.show(matrix)
        case .wordUses(let sentences, let form): place.matrix.show(sentences, of: form)
        case .timeline(let timeline): place.timeline.show(timeline)
        case .tellings(let tellings): place.timeline.add(tellings)
        case .chains(let chains): place.chains.show(chains)
        case .drafts(let page): place.drafts.show(page)
        case .proposals(let answer): place.proposals.show(answer)
        case .proposal(let page): place.proposals.show(page)
        }
        return []
    }

    private mutating func accept(_ answer: ArticlesAnswer) -> [Effect] {
        let isSame = place.browse.asked == place.browse.answered
        let isRenewed = place.browse.asked.isLater(than: place.browse.answered)
        place.browse.answered = place.browse.asked
        let anchor =
            prompt?.kind == .search ? prompt?.saved.browse.list.selected?.id : nil
        place.browse.list.accept(
            answer, isSameQuery: isSame, isRenewed: isRenewed, anchor: anchor)
        if let facets = answer.facets { show(facets) }
        if let effects = searchBegunWord(answer) { return effects }
        if place.browse.isEmptyResult {
            place.browse.empty = EmptyResult(
                place.browse.narrowing, facets: place.browse.facets, searches: savedSearches)
            return askCounts()
        }
        if !isSame { pointPreviewAtPassage(isNew: true) }
        // Read while the rows are drawn.
        return takePendingSteps() + askPreview(of: screenLayout, priority: .now)
    }

    /// What was found while a word was being typed stays found when it is kept: where the word
    /// alone finds nothing, words that begin so are searched for; that is said, and where it finds
    /// fewer.
    private mutating func searchBegunWord(_ answer: ArticlesAnswer) -> [Effect]? {
        guard let begun = begunSearch, prompt == nil else { return nil }
        begunSearch = nil
        guard place.browse.narrowing.search == begun.text else { return nil }
        let fewer = begun.met - place.browse.list.met
        if answer.total > 0, fewer > 0 {
            let word = begun.text.split(separator: " ").last ?? ""
            let (has, it) =
                fewer == 1 ? ("has a word that begins", "it") : ("have words that begin", "them")
            notice = Notice(
                "\(Wording.number(fewer)) more \(has) so: \(word)* finds \(it).")
        }
        guard answer.total == 0 else { return nil }
        place.browse.narrowing.search = begun.text + "*"
        notice = Notice("No such word: searching for words that begin so.")
        return [askList()]
    }

    /// Does what was pressed before the list had come.
    private mutating func takePendingSteps() -> [Effect] {
        let steps = pendingSteps
        pendingSteps = 0
        var effects: [Effect] = []
        for _ in 0..<abs(steps) { effects += stepPassage(by: steps.signum()) }
        return effects
    }

    private mutating func show(_ facets: Facets) {
        let isNarrowed = !place.browse.narrowing.isEmpty
        let resting = place.browse.restingPanes
        place.browse.sources.showSources(
            of: facets, isNarrowed: isNarrowed, keepsAll: !letters.isEmpty || !isNarrowed)
        place.browse.people.showPeople(of: facets, labels: labels)
        place.browse.points.showPoints(of: facets, labels: labels)
        for pane in resting { place.browse[keyPath: pane].selectFirst() }
        place.browse.standInFacets(isWhole: overview != nil)
        place.browse.facets = facets
    }

    /// What came before the letters and the facts of all articles takes them in.
    private mutating func renewNotes() {
        if place.browse.list.isLoaded { show(place.browse.facets) }
        place.browse.preview.renewNotes(labels: labels, facts: clashes.facts, letters: letters)
        place.reader.renewNotes(labels: labels, facts: clashes.facts, letters: letters)
    }

    private mutating func accept(_ analyzed: AnalyzedArticle, in slot: Slot) {
        if slot == .preview {
            guard place.browse.previewID == analyzed.article.id else { return }
            place.browse.preview.show(
                analyzed, labels: labels, facts: clashes.facts, letters: letters)
            pointPreviewAtPassage(isNew: true)
            place.browse.standInPreview()
            return
        }
        guard case .reader(let sentence) = opening else { return }
        opening = nil
        var reader = ReaderScreen()
        reader.show(analyzed, labels: labels, facts: clashes.facts, letters: letters)
        if let row = place.browse.list.rows.first(where: { $0.id == analyzed.article.id }) {
            reader.mark(row.passages)
        }
        show(reader, at: sentence)
    }

    /// Puts the preview on the current passage of the selected article.
    mutating func pointPreviewAtPassage(isNew: Bool = false) {
        guard let row = place.browse.list.selected, row.id == place.browse.preview.articleID
        else { return }
        place.browse.preview.mark(row.passages)
        let index = place.browse.list.passage ?? 0
        if row.passages.indices.contains(index), isNew || place.browse.list.passage != nil {
            place.browse.preview.sentence = row.passages[index].sentence
        }
    }
}

// MARK: What follows from where one stands

extension State {
    /// After every action: breaks texts for their panes, scrolls selections into view, and asks
    /// for the rows and the text that the selection has come to.
    mutating func settle() -> [Effect] {
        guard !ScreenLayout.isTooSmall(size) else { return [] }
        let layout = screenLayout
        return settlePlace(layout) + settlePeek(layout)
    }

    private mutating func settlePlace(_ layout: ScreenLayout) -> [Effect] {
        switch place.screen {
        case .overview: place.overview.settle(layout, state: self)
        case .browse: return settleBrowse(layout)
        case .reader:
            place.reader.settle(layout, letters: letters)
            prompt?.settle(layout)
            return askOwnWork() + askMatches() + askAside(layout)
        case .compare: place.compare.settle(layout, letters: letters)
        case .participant, .source, .point, .context, .history:
            place.page.settle(in: layout.body, letters: letters)
        case .matrix: return settleMatrix(layout)
        case .timeline: return settleTimeline(layout)
        case .chains: settle(\.chains, layout)
        case .drafts: return settleDrafts(layout)
        case .proposals: return settleProposals(layout)
        case .help: place.help.settle(layout, keymaps: keymaps)
        }
        prompt?.settle(layout)
        return []
    }

    var screenLayout: ScreenLayout {
        ScreenLayout(
            size: size, hasQuery: hasQuery, isTyping: prompt != nil, widths: widths,
            shares: PaneShares(settings.panes))
    }

    private var hasQuery: Bool {
        if prompt != nil { return true }
        switch place.screen {
        case .browse: return !place.browse.narrowing.isEmpty
        case .overview, .help, .reader, .matrix, .timeline, .chains, .drafts, .proposals:
            return true
        case .compare:
            return CompareScreen.isSideBySide(size.columns, count: place.compare.articles.count)
        case .participant, .source, .point: return isScopeNarrowed
        case .context, .history: return true
        }
    }

    private mutating func settleBrowse(_ layout: ScreenLayout) -> [Effect] {
        let panes = BrowseLayout(layout, focus: place.browse.focus)
        place.browse.reveal(panes)
        prompt?.settle(layout)
        var effects: [Effect] = []
        // Gone back to from a screen that was opened before the list had come.
        if !waiting.contains(.articles), !place.browse.list.isLoaded, prompt == nil {
            effects.append(askList())
        }
        if !waiting.contains(.articles) || place.browse.list.awaited != nil,
            place.browse.list.isLoaded,
            let window = place.browse.list.missingWindow(
                shown: panes.articleCapacity(hasPassages: !place.browse.narrowing.isEmpty))
        {
            effects.append(askWindow(window))
        }
        if place.browse.list.selected == nil, waiting.contains(.preview) {
            // The selection has left the rows that are held: what it passed is not wanted.
            place.browse.previewID = nil
            effects += drop([.preview])
        }
        return effects + askPreview(of: layout, priority: .later)
    }

    /// Asks for the text that the selection has come to, where a pane shows it.
    private mutating func askPreview(
        of layout: ScreenLayout, priority: Effect.Priority
    ) -> [Effect] {
        guard place.screen == .browse, !ScreenLayout.isTooSmall(size),
            BrowseLayout(layout, focus: place.browse.focus).reader != nil,
            let row = place.browse.list.selected, row.id != place.browse.previewID
        else { return [] }
        place.browse.previewID = row.id
        return [ask(.article(row.id), for: .preview, priority: priority)]
    }
}

extension BrowseScreen {
    /// Scrolls every pane so that its selection is in view.
    mutating func reveal(_ panes: BrowseLayout) {
        func height(_ rect: Rect?, _ count: Int) -> Int {
            FacetPane.height((rect?.rows ?? 1) - 1, count: count)
        }
        sources.cursor.reveal(
            height: height(panes.sources, sources.rows.count), count: sources.rows.count)
        people.cursor.reveal(
            height: height(panes.people, people.rows.count), count: people.rows.count)
        points.cursor.reveal(
            height: height(panes.points, points.rows.count), count: points.rows.count)
        if let rect = panes.articles {
            list.reveal(in: rect.inset(top: 1))
        }
        if let rect = panes.reader {
            let text = BrowseScreen.previewText(rect, hasBeside: panes.beside != nil)
            preview.lay(columns: ReaderScreen.textColumns(in: text))
            preview.reveal(height: text.rows)
        }
    }
}

extension BrowseScreen {
    /// The panes in which nobody has gone anywhere: they go on showing what comes first.
    fileprivate var restingPanes: [WritableKeyPath<BrowseScreen, FacetPane>] {
        let panes: [(PaneName, WritableKeyPath<BrowseScreen, FacetPane>)] = [
            (.sources, \.sources), (.people, \.people), (.points, \.points),
        ]
        return panes.filter { $0 != focus && self[keyPath: $1].isAtFirst }.map(\.1)
    }
}

// MARK: Counting what found nothing

extension State {
    /// Asks how many articles the next uncounted part has, one after the other.
    mutating func askCounts() -> [Effect] {
        for part in place.browse.empty.parts {
            if part.aloneCount == nil { return [askCount(part.aloneQuery)] }
            if part.withoutCount == nil { return [askCount(part.withoutQuery)] }
            if let word = part.unknownWord {
                return [ask(.nearWords(word, limit: 3), for: .counts, priority: .later)]
            }
        }
        return []
    }

    private mutating func accept(_ words: [NearWord]) -> [Effect] {
        let index = place.browse.empty.parts.firstIndex { $0.unknownWord != nil }
        guard let index else { return [] }
        place.browse.empty.parts[index].take(words)
        return askCounts()
    }

    private mutating func askCount(_ query: Query) -> Effect {
        ask(
            .articles(
                ArticlesQuestion(query: query, window: 0..<0, wantsFacets: false)),
            for: .counts, priority: .later)
    }

    private mutating func count(_ answer: ArticlesAnswer) -> [Effect] {
        for index in place.browse.empty.parts.indices {
            if place.browse.empty.parts[index].aloneCount == nil {
                place.browse.empty.parts[index].aloneCount = answer.total
                return askCounts()
            }
            if place.browse.empty.parts[index].withoutCount == nil {
                place.browse.empty.parts[index].withoutCount = answer.total
                return askCounts()
            }
        }
        return []
    }
}
