import Analysis
package import Queries

/// The page of a person, a source or a point: sections of facts and of sentences.
package struct PageScreen: Equatable, Sendable {
    package enum Content: Equatable, Sendable {
        case participant(ParticipantPage)
        case source(SourcePage)
        case point(PointPage)
        case context(ArticleContext)
        case history(ArticleHistory)
    }

    /// One thing a page says.
    enum Item: Equatable, Sendable {
        /// Words from the dossier or a count: not to be opened.
        case fact(StyledText)
        case citation(CitedSentence)
        /// A sentence whose words stand above, in another article's mouth or under another heading,
        /// told in these words.
        case again(CitedSentence, words: String)
        case entry(Query.Field, FacetValue)
        case article(ArticleRow)
        /// The sentences of a lettered article that speak of it, at least one.
        case coverage(ArticleLetter, [CitedSentence])
        /// A lettered article that says nothing of it, or that what is searched for hides.
        case silence(ArticleLetter, isFilteredOut: Bool)
        /// How the one whom the page is about is written.
        case spelling(FacetValue)
        /// A fact on which articles differ.
        case clash(Disagreement, name: String)
        /// What was edited, and where; opens the sentence of the article, where it has one.
        case change(TextEdits.Change, String, article: String, sentence: Int?)

        var isOpenable: Bool {
            switch self {
            case .fact, .silence: false
            default: true
            }
        }

        /// What it leads to; empty where it leads nowhere.
        var id: String {
            switch self {
            case .fact: ""
            case .citation(let citation), .again(let citation, _):
                citation.placeID + " " + citation.label
            case .entry(let field, let value): field.rawValue + " " + value.id
            case .article(let row): row.id
            case .coverage(let letter, _), .silence(let letter, _): letter.articleID
            case .spelling(let form): form.name
            case .clash(let fact, _): fact.id
            case .change(_, let text, let article, let sentence):
                "\(article) \(sentence ?? 0) \(text)"
            }
        }
    }

    struct Section: Equatable, Sendable {
        var title: String
        var scope: String
        var items: [Item]
        /// Stands in the wide column at the right, where there are two.
        var isWide: Bool
        /// Only lists the sentences there are: what is told above need not stand in it again.
        var isRest = false
    }

    package private(set) var content: Content?
    /// What narrows the articles.
    package internal(set) var query: Query = .everything
    private(set) var sections: [Section] = []
    /// The section and the item one is at.
    package var section = 0
    package var item = 0
    var tops: [Int] = [0, 0]
    private(set) var columns: [PageColumn] = []
    /// Nobody has chosen an item yet.
    private var isFresh = false
    /// The width that `columns` were made for.
    private var laidColumns: Int?
    /// The letters of articles that `columns` were made with.
    private var laidLetters: [ArticleLetter] = []

    package init() {}

    init(_ content: Content, within query: Query, sections: [Section]) {
        self.content = content
        self.query = query
        self.sections = Section.once(sections).filter { !$0.items.isEmpty }
        section =
            self.sections.firstIndex { $0.isWide && $0.items.contains(where: \.isOpenable) }
            ?? self.sections.firstIndex { $0.items.contains(where: \.isOpenable) } ?? 0
        item = self.sections[safe: section]?.items.firstIndex(where: \.isOpenable) ?? 0
        isFresh = true
    }

    /// What the page answers.
    var question: Question? {
        switch content {
        case .participant(let page): .participant(page.participant.id, within: query)
        case .source(let page): .source(page.outlet.id, within: query)
        case .point(let page): .point(page.point.id, within: query)
        case .context(let page): .context(page.article.id)
        case .history(let page): .history(page.article.id)
        case nil: nil
        }
    }

    var selectedItem: Item? { sections[safe: section]?.items[safe: item] }

    package var selectedCitation: CitedSentence? {
        switch selectedItem {
        case .citation(let citation)?, .again(let citation, _)?: return citation
        case .coverage(_, let sentences)?: return sentences.first
        default: return nil
        }
    }

    /// What Space filters the list by.
    var filter: Filter? {
        switch content {
        case .participant(let page):
            Filter(field: .actor, value: page.participant.id, name: page.participant.name)
        case .source(let page):
            Filter(
                field: page.published.isEmpty ? .cites : .source, value: page.outlet.id,
                name: page.outlet.name)
        case .point(let page): Filter(field: .point, value: page.point.id, name: page.point.name)
        case .context, .history, nil: nil
        }
    }

    /// What the page is about, by id.
    fileprivate var subject: String? {
        switch content {
        case .participant(let page): page.participant.id
        case .source(let page): page.outlet.id
        case .point(let page): page.point.id
        case .context(let page): page.article.id
        case .history(let page): page.article.id
        case nil: nil
        }
    }

    /// Takes the section and the item, as far as they are here too, of the same page before.
    fileprivate mutating func stay(where before: PageScreen) {
        guard let title = before.sections[safe: before.section]?.title,
            let kept = sections.firstIndex(where: { $0.title == title }),
            sections[kept].items[safe: before.item]?.isOpenable == true
        else { return }
        section = kept
        item = before.item
        isFresh = false
    }

    var standing: Standing {
        var standing = Standing()
        standing[.section] = sections[safe: section]?.title
        standing[.row] = .init(id: selectedItem?.id ?? "", index: item)
        standing.set(.top, to: tops)
        return standing
    }

    /// Where the item is gone, the nearest of its section; without the section it stays.
    mutating func stand(on standing: Standing) {
        guard let row = standing[.row],
            let section = sections.firstIndex(where: { $0.title == standing[.section] })
        else { return }
        let items = sections[section].items
        let same = row.place(among: items.map { $0.isOpenable ? $0.id : "" })
        let nearest = items.indices.filter { items[$0].isOpenable }
            .min { abs($0 - row.index) < abs($1 - row.index) }
        guard let item = same ?? nearest else { return }
        (self.section, self.item) = (section, item)
        isFresh = false
        for (index, top) in standing.numbers(.top).prefix(tops.count).enumerated() {
            tops[index] = top
        }
    }

    /// Openable items in reading order: wide sections after the narrow ones.
    private var stops: [(section: Int, item: Int)] { stops(wideLast: true) }

    private func stops(wideLast: Bool) -> [(section: Int, item: Int)] {
        let order = sections.indices.sorted {
            (wideLast && sections[$0].isWide ? 1 : 0, $0)
                < (wideLast && sections[$1].isWide ? 1 : 0, $1)
        }
        return order.flatMap { index in
            sections[index].items.indices.filter { sections[index].items[$0].isOpenable }
                .map { (index, $0) }
        }
    }

    mutating func move(_ step: Step, page: Int) {
        let stops = stops
        guard let here = stops.firstIndex(where: { $0 == (section, item) }) else { return }
        let next = here + step.rows(page: max(2, page / 4), count: stops.count)
        (section, item) = stops[min(max(0, next), stops.count - 1)]
    }

    /// Goes to the next item that can be opened, or the one before; false where there is none.
    mutating func moveToNeighbour(forward: Bool) -> Bool {
        let before = (section, item)
        move(forward ? .line(1) : .line(-1), page: 0)
        return (section, item) != before
    }

    /// Goes to the first item of the next section that has one to open.
    mutating func moveSection(by step: Int) {
        let stops = stops
        var seen: [Int] = []
        for stop in stops where !seen.contains(stop.section) { seen.append(stop.section) }
        guard let here = seen.firstIndex(of: section), !seen.isEmpty else { return }
        let next = seen[(here + step + seen.count) % seen.count]
        if let stop = stops.first(where: { $0.section == next }) { (section, item) = stop }
    }

    /// Breaks the sections into lines for the columns of a part of the screen, and scrolls the
    /// selected item into view.
    mutating func settle(in body: Rect, letters: [ArticleLetter]) {
        let parts = parts(of: body)
        // Where all stands under each other the page begins at its beginning.
        if isFresh, parts.count == 1, let first = stops(wideLast: false).first {
            (section, item) = first
        }
        isFresh = false
        if laidColumns != body.columns || laidLetters != letters {
            laidColumns = body.columns
            laidLetters = letters
            columns = parts.enumerated().map { index, part in
                PageColumn(
                    sections: sections.indices.filter {
                        parts.count == 1 || sections[$0].isWide == (index == 1)
                    }.map { ($0, sections[$0]) }, columns: part.columns, letters: letters)
            }
        }
        for index in columns.indices { reveal(index, height: body.rows) }
    }

    /// Facts at the left and sentences at the right, or all under each other: where there is no
    /// room for two columns, or nothing to stand in one of them.
    func parts(of body: Rect) -> [Rect] {
        let wide = sections.count(where: \.isWide)
        return body.columns >= 96 && wide > 0 && wide < sections.count
            ? BrowseLayout.columns(of: body, widths: [min(60, body.columns * 2 / 5)]) : [body]
    }

    private mutating func reveal(_ index: Int, height: Int) {
        let lines = columns[index].lines
        let mine = lines.indices.filter { lines[$0].section == section && lines[$0].item == item }
        guard let first = mine.first, let last = mine.last else {
            tops[index] = min(tops[index], max(0, lines.count - height))
            return
        }
        if last >= tops[index] + height { tops[index] = last - height + 1 }
        if first < tops[index] + 1 { tops[index] = max(0, first - 1) }
        if first <= 2 { tops[index] = 0 }
    }
}

extension State {
    /// Shows a page that has been asked for.
    mutating func open(_ content: PageScreen.Content) {
        guard case .page(let query) = opening else { return }
        opening = nil
        let before = place.page
        let (screen, page) = page(of: content, within: query)
        let isAgain = place.screen == screen && before.subject == page.subject
        if !isAgain { remember() }
        place.screen = screen
        place.page = page
        if isAgain { place.page.stay(where: before) }
    }

    /// A page with its sections, and the screen it is shown on.
    func page(of content: PageScreen.Content, within query: Query) -> (Screen, PageScreen) {
        let (screen, sections): (Screen, [PageScreen.Section]) =
            switch content {
            case .participant(let page): (.participant, sections(of: page))
            case .source(let page): (.source, sections(of: page))
            case .point(let page): (.point, sections(of: page))
            case .context(let page): (.context, sections(of: page))
            case .history(let page): (.history, sections(of: page))
            }
        return (screen, PageScreen(content, within: query, sections: sections))
    }

    /// The articles that write a name so, with the sentences.
    private mutating func searchSpelling(_ form: String) -> [Effect] {
        let query = place.page.query.narrowed(by: QueryParser().parse("\"\(form)\"").query)
        return narrow { $0 = BrowseScreen.Narrowing(typed: QueryPrinter.text(of: query)) }
    }

    /// Enter on a line that points to what is told above goes there, else to the sentence.
    mutating func openFromPage() -> [Effect] {
        guard let told = place.page.toldAbove else { return open(place.page.selectedItem) }
        remember()
        (place.page.section, place.page.item) = told
        return []
    }

    /// What an item of a page leads to.
    mutating func open(_ item: PageScreen.Item?) -> [Effect] {
        switch item {
        case .citation(let citation)?, .again(let citation, _)?:
            read(citation.articleID, at: citation.sentence)
        case .coverage(let letter, let sentences)?:
            read(letter.articleID, at: sentences.first?.sentence)
        case .entry(let field, let value)?: openEntry(field, value.id)
        case .article(let row)?: read(row.id, at: nil)
        case .clash(let fact, _)?: open(fact)
        case .spelling(let form)?: searchSpelling(form.name)
        case .change(_, _, let article, let sentence)?: read(article, at: sentence)
        default: []
        }
    }
}
