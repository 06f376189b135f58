import Algorithms
package import Intake
package import Queries

/// A part of the browse screen that can have the focus.
package enum PaneName: Int, CaseIterable, Hashable, Sendable {
    case sources = 1
    case people, points, articles, reader

    /// What stands over the pane.
    var title: String {
        switch self {
        case .sources: "Sources"
        case .people: "People"
        case .points: "Points"
        case .articles: "Articles"
        case .reader: "Text"
        }
    }
}

/// A condition set by an entry of a facet pane.
package struct Filter: Hashable, Sendable {
    package var field: Query.Field
    package var value: String
    package var name: String

    package init(field: Query.Field, value: String, name: String) {
        self.field = field
        self.value = value
        self.name = name
    }

    /// The condition that all filters set together.
    static func query(of filters: [Filter]) -> Query {
        let sources = filters.filter { $0.field == .source }.map { Query.field(.source, $0.value) }
        let published: Query =
            sources.count > 1 ? .or(sources) : sources.first ?? .everything
        return filters.filter { $0.field != .source }.reduce(published) {
            $0.narrowed(by: .field($1.field, $1.value))
        }
    }
}

/// The articles, by panes: three facets, the list, and the text of the selected one.
package struct BrowseScreen: Equatable, Sendable {
    /// What narrows the list: kept for undo.
    package struct Narrowing: Hashable, Sendable {
        package var filters: [Filter] = []
        /// As typed after `/`.
        package var search = ""
        /// All is shown as it was known on this day.
        package var knownOn: Day?

        package init() {}

        /// What a query asks for, as if it had been typed.
        init(typed query: String) {
            let asked = QueryParser().parse(query).query
            knownOn = asked.knownOn
            search = knownOn == nil ? query : QueryPrinter.text(of: asked.known(on: nil))
        }

        /// What was typed, as `init(typed:)` takes it.
        var typed: String {
            guard let knownOn else { return search }
            return QueryPrinter.text(of: QueryParser().parse(search).query.known(on: knownOn))
        }

        /// Only articles that also have a phrase, whatever else is searched for.
        mutating func search(for phrase: String) {
            let text = "\"\(phrase)\""
            if !search.contains(text) { search += (search.isEmpty ? "" : " ") + text }
        }

        var isEmpty: Bool { filters.isEmpty && search.isEmpty && knownOn == nil }

        /// What is asked for: filters, search and day together. Filters by source are
        /// alternatives, since an article has one; all others must hold.
        func query(isTyping: Bool = false) -> ParsedQuery {
            var parsed = QueryParser(isTyping: isTyping).parse(search)
            parsed.query = Filter.query(of: filters).narrowed(by: parsed.query)
            if let knownOn { parsed.query = parsed.query.known(on: knownOn) }
            return parsed
        }
    }

    /// What `u` takes back.
    enum Undoable: Equatable, Sendable {
        /// What narrowed the list before.
        case narrowing(Narrowing)
        /// The articles that were picked before.
        case picked([ArticleRow])
        /// A change of the person's own work, by its opposite.
        case own(OwnChange, redoneBy: OwnChange)
        /// The place that a letter led to before; nil for none.
        case placeMark(Character, MarkedPlace?)

        /// Whether it can be undone wherever one goes back to.
        var isShared: Bool {
            switch self {
            case .narrowing, .picked: false
            case .own, .placeMark: true
            }
        }

        /// Reading counts as undoable, but nobody looks for it.
        var isOfReading: Bool {
            if case .own(.read, _) = self { true } else { false }
        }
    }

    typealias Steps = WritableKeyPath<BrowseScreen, [Undoable]>

    /// Takes over the steps of another place that are the same everywhere.
    mutating func share(stepsOf other: BrowseScreen) {
        for steps: Steps in [\.undone, \.redone] {
            self[keyPath: steps].removeAll(where: \.isShared)
            self[keyPath: steps] += other[keyPath: steps].filter(\.isShared)
        }
    }

    /// Takes the last such step out.
    mutating func forget(_ step: Undoable, in steps: Steps) {
        guard let index = self[keyPath: steps].lastIndex(of: step) else { return }
        self[keyPath: steps].remove(at: index)
    }

    package var focus: PaneName = .articles {
        didSet {
            if focus.rawValue < PaneName.articles.rawValue { lastFacet = focus }
        }
    }
    /// The facet pane that had the focus last.
    var lastFacet: PaneName = .sources
    package var narrowing = Narrowing()
    var undone: [Undoable] = []
    var redone: [Undoable] = []
    package var order: ArticlesQuestion.Order = .newest
    /// Of near copies only the first is listed.
    var foldsCopies = false
    /// What becomes of the articles that do not meet the query.
    package var others = Others.hidden
    var problems: [QueryProblem] = []
    var sources = FacetPane()
    var people = FacetPane()
    var points = FacetPane()
    /// All counts of the last answer, for completing what is typed.
    var facets = Facets()
    package var list = ArticleList()
    /// The text of the selected article, when it is there.
    var preview = ReaderScreen()
    /// The article that `preview` shows or has been asked for.
    var previewID: String?
    /// What the list shows the answer to, and what was asked last.
    var answered = Asked()
    var asked = Asked()
    /// Why nothing was found, when nothing was.
    var empty = EmptyResult()
    /// Where one stood in an earlier session, until its text has come.
    var returning: Standing?

    package init() {}

    /// What a list answers: two that are equal differ in their window only.
    struct Asked: Hashable, Sendable {
        var narrowing = Narrowing()
        var order: ArticlesQuestion.Order = .newest
        var isTyping = false
        var foldsCopies = false
        var listsOthers = false
        /// Raised when the archive has changed.
        var edition = -1

        /// Whether this asks the same as what was answered before the archive has changed.
        func isLater(than answered: Asked) -> Bool {
            var same = answered
            same.edition = edition
            return same == self && answered.edition != edition
        }
    }

    /// All articles are listed, whether they meet the query or not.
    var listsOthers: Bool { others != .hidden && !narrowing.isEmpty }

    func query(isTyping: Bool) -> ParsedQuery { narrowing.query(isTyping: isTyping) }
}

extension Facets {
    /// Fields with values that these articles have, to show how one asks: of the most frequent
    /// names and points those that are short.
    var exampleFields: [String] {
        func example(_ field: String, _ values: [FacetValue]) -> String? {
            values.max(count: 12) { $0.corpusCount < $1.corpusCount }
                .min { $0.id.count < $1.id.count }.map { "\(field):\($0.id)" }
        }
        return [example("actor", actors), example("point", points)].compactMap { $0 }
    }
}
