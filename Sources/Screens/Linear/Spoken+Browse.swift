import Analysis
import Intake
import Queries

extension Spoken {
    /// The panes with their counts, and the selection of the one with the focus.
    mutating func add(_ browse: BrowseScreen, _ state: State) {
        guard browse.list.isLoaded else { return }
        guard !browse.isEmptyResult else { return add(browse.empty, browse, state) }
        contents = [Spoken.panes(browse)]
        switch browse.focus {
        case .sources, .people, .points:
            selection = facet(browse, state)
            if browse.list.passage != nil {
                details = Spoken.article(browse.list, state).map { [$0] } ?? []
            }
        case .articles: selection = Spoken.article(browse.list, state)
        case .reader:
            add(browse.preview, state)
            contents = [Spoken.panes(browse)]
            return
        }
        details += Spoken.beside(browse).map { [$0] } ?? []
    }

    /// "Beside it, sentence 3 of 9: …", where the text beside the list has been read on from where
    /// it opens; nil where it has not.
    private static func beside(_ browse: BrowseScreen) -> String? {
        let preview = browse.preview
        guard let article = preview.analyzed?.article,
            article.sentences.indices.contains(preview.sentence)
        else { return nil }
        let passages = browse.list.selected?.passages ?? []
        let start = browse.list.passage.flatMap { passages[safe: $0] } ?? passages.first
        guard preview.sentence != start?.sentence ?? 0 else { return nil }
        let place = Spoken.position("sentence", preview.sentence, of: article.sentences.count)
        return "Beside it, \(place): \(article.sentenceText(preview.sentence))"
    }

    /// "Sources 2 of 5; People 14; Points 9; Articles 16, newest first".
    static func panes(_ browse: BrowseScreen) -> String {
        let facets: [(PaneName, FacetPane)] = [
            (.sources, browse.sources), (.people, browse.people), (.points, browse.points),
        ]
        let articles = "\(PaneName.articles.title) \(browse.list.scope), \(browse.list.order.words)"
        return list(facets.map { "\($0.0.title) \($0.1.scope)" } + [articles])
    }

    /// "People 2 of 14: Ada Holm, 3 articles".
    private func facet(_ browse: BrowseScreen, _ state: State) -> String? {
        let pane = browse.pane(browse.focus)
        guard let pane, let (field, value) = pane.selected else { return browse.focus.title }
        let entries = pane.rows.indices.filter { pane.rows[$0].entry != nil }
        let index = entries.firstIndex(of: pane.cursor.index) ?? 0
        let topic = pane.rows[pane.cursor.index].stem.isEmpty ? nil : value.parent
        let name = (topic.map { state.labels.topic($0) + " › " } ?? "") + value.name
        let isOn = browse.narrowing.isFiltered(by: field, value.id)
        return Spoken.position(browse.focus.title, index, of: entries.count) + ": "
            + Spoken.list([
                "\(name), \(Wording.counted(value.count, "article"))",
                isOn ? HelpScreen.words(of: "◉") : "",
            ])
    }

    /// "Article 3 of 16: The Moscow Times, 2 December 2025. What is known; unread"; before that the
    /// passage one is at.
    static func article(_ list: ArticleList, _ state: State) -> String? {
        guard let row = list.selected else { return nil }
        let place = Spoken.position("Article", list.cursor.index, of: list.total)
        let isPicked = state.chosen.contains(row.id)
        var parts = [row.spoken] + (isPicked ? ["picked"] : [])
        if !row.passages.isEmpty { parts.append(Wording.counted(row.passages.count, "passage")) }
        let article = "\(place): " + Spoken.list(parts)
        guard let index = list.passage, let passage = row.passages[safe: index] else {
            return article
        }
        let number = Spoken.position("Passage", index, of: row.passages.count)
        return "\(number), sentence \(passage.sentence + 1): \(passage.text) \(article)"
    }

    /// Why nothing was found, and the selected way on.
    private mutating func add(_ empty: EmptyResult, _ browse: BrowseScreen, _ state: State) {
        contents = [empty.title(state)]
        guard !state.isCorpusEmpty else {
            contents.append(EmptyResult.noArticles)
            return
        }
        let total = Wording.number(browse.list.corpusTotal)
        func count(_ count: Int?) -> String {
            count.map { "\(Wording.number($0)) of \(total)" } ?? "…"
        }
        contents += empty.parts.map {
            "\($0.text): alone \(count($0.aloneCount)), without it \(count($0.withoutCount))"
        }
        let ways = empty.ways(state.labels)
        let index = empty.index(state.labels)
        guard let way = ways[safe: index] else { return }
        selection =
            Spoken.position("Way on", index, of: ways.count) + ": "
            + [way.words, way.count].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension BrowseScreen {
    /// The facet pane of that name; nil where it is none.
    fileprivate func pane(_ name: PaneName) -> FacetPane? {
        switch name {
        case .sources: sources
        case .people: people
        case .points: points
        case .articles, .reader: nil
        }
    }
}

extension ArticleRow {
    /// "The Moscow Times, 2 December 2025. What is known; retold; unread".
    var spoken: String {
        Spoken.list([
            "\(Wording.outlet(outlet)), \(Wording.longDate(published)). \(heading)",
            kind == .digest ? "retold" : "",
            copyCount > 0 ? "copy \(copyNumber) of \(copyCount)" : "",
            editCount > 0 ? "edited" : "",
            isRead ? "" : "unread", isMarked ? "marked" : "", isMet ? "" : "does not fit",
        ])
    }
}
