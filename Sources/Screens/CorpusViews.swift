import Queries

// The screens over many articles: matrix, timeline, chains and drafts. Each is opened with what
// the list is narrowed to, and keeps that; all are opened, asked for and clicked in alike.

/// A screen over the articles that meet a query.
protocol CorpusView {
    init()
    /// What narrows the articles.
    var query: Query { get set }
    /// What is to be shown has come.
    var isLoaded: Bool { get }
}

/// A table whose selected line is told of below it.
protocol TableView: CorpusView {
    var cursor: ListCursor { get set }
    var lineCount: Int { get }
    /// Lines of the table in a body of this size.
    func tableRows(_ body: Rect) -> Int
    /// Another line has been selected.
    mutating func lineChanged()
}

extension TableView {
    mutating func lineChanged() {}

    mutating func move(_ step: Step, page: Int) {
        select(line: cursor.index + step.rows(page: page / 2, count: lineCount))
    }

    /// Selects the line there, or the nearest; false when it was selected already.
    @discardableResult
    mutating func select(line: Int) -> Bool {
        let before = cursor.index
        cursor.index = line
        cursor.clamp(count: lineCount)
        if cursor.index != before { lineChanged() }
        return cursor.index != before
    }
}

extension State {
    /// Opens a screen on what the list is narrowed to; what it showed of the same stays.
    mutating func show<View: CorpusView>(
        _ screen: Screen, _ path: WritableKeyPath<Place, View>
    ) -> [Effect] {
        guard place.screen != screen else { return [] }
        let query = place.browse.query(isTyping: false).query
        if place[keyPath: path].query == query, place[keyPath: path].isLoaded {
            go(to: screen)
            return []
        }
        return open(screen, path, on: query)
    }

    /// Opens a screen on the articles that meet a query, as `change` would have it.
    mutating func open<View: CorpusView>(
        _ screen: Screen, _ path: WritableKeyPath<Place, View>, on query: Query,
        _ change: (inout View) -> Void = { _ in }
    ) -> [Effect] {
        if place.screen != screen { go(to: screen) }
        var view = View()
        view.query = query
        change(&view)
        place[keyPath: path] = view
        return askScreen()
    }

    /// Asks anew for what the present screen shows.
    mutating func askScreen() -> [Effect] {
        switch place.screen {
        case .browse: return [askList()]
        case .overview: return [ask(.overview, for: .overview)]
        case .matrix:
            let matrix = place.matrix
            return [
                ask(.matrix(MatrixQuestion(matrix.subject, within: matrix.query)), for: .matrix)
            ]
        case .timeline: return [ask(.timeline(within: place.timeline.query), for: .timeline)]
        case .chains: return [ask(.chains(within: place.chains.query), for: .chains)]
        case .drafts:
            let drafts = place.drafts
            return [ask(.drafts(pair: drafts.pair, within: drafts.query), for: .drafts)]
        case .participant, .source, .point, .context, .history:
            guard let question = place.page.question else { return [] }
            opening = .page(within: place.page.query)
            return [ask(question, for: .page)]
        case .proposals: return [askProposals()]
        case .reader, .compare, .help: return []
        }
    }

    /// The present screen is a table, and has no row to stand on.
    var hasNothingSelected: Bool {
        switch place.screen {
        case .matrix: place.matrix.selectedRow == nil
        case .timeline: place.timeline.lines.isEmpty
        case .chains: place.chains.links.isEmpty
        case .drafts: place.drafts.rows.isEmpty
        case .proposals: place.proposals.selected == nil
        default: false
        }
    }

    /// Scrolls a table so that the selected line is in view.
    mutating func settle(_ path: WritableKeyPath<Place, some TableView>, _ layout: ScreenLayout) {
        let height = place[keyPath: path].tableRows(layout.body)
        let count = place[keyPath: path].lineCount
        place[keyPath: path].cursor.reveal(height: height, count: count)
    }

    /// A click selects a line of a table.
    mutating func click<View: TableView>(
        in path: WritableKeyPath<Place, View>, _ mouse: Key.Mouse, _ layout: ScreenLayout
    ) -> Click {
        let offset = mouse.row - layout.body.row - 1
        let line = place[keyPath: path].cursor.top + offset
        guard (0..<place[keyPath: path].tableRows(layout.body)).contains(offset),
            line < place[keyPath: path].lineCount
        else { return .outside }
        return place[keyPath: path].select(line: line) ? .selected : .again
    }
}
