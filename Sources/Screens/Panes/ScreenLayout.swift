/// Where the parts that every screen has stand: a pure function of the size, and of how wide panes
/// are wanted.
///
/// Title, what is asked, the body under its heading rule, a rule, the meaning of marks, the keys.
/// What there is no room for goes first from the bottom: legend, rule, then the line of the query,
/// which stays while something is typed in it.
struct ScreenLayout: Equatable {
    /// Smaller than this the screen only asks for room.
    static let smallest = Size(columns: 20, rows: 6)

    let size: Size
    /// The line that says what is asked, or takes what is typed.
    let queryRow: Int?
    /// With the heading rule as its first row.
    let body: Rect
    let ruleRow: Int?
    let legendRow: Int?
    let hintsRow: Int
    /// How wide panes are wanted.
    let widths: PaneWidths
    /// How the list shares the screen where its panes have no width of their own; nil by its size.
    let shares: PaneShares?

    init(
        size: Size, hasQuery: Bool, isTyping: Bool = false, widths: PaneWidths = PaneWidths(),
        shares: PaneShares? = nil
    ) {
        self.size = size
        self.widths = widths
        self.shares = shares
        let isTall = size.rows >= 12
        let wantsQuery = hasQuery || size.rows >= 30
        queryRow = wantsQuery && (size.rows > 6 || isTyping) ? 1 : nil
        hintsRow = size.rows - 1
        legendRow = isTall ? size.rows - 2 : nil
        ruleRow = isTall ? size.rows - 3 : nil
        let top = queryRow == nil ? 1 : 2
        let bottom = isTall ? size.rows - 3 : size.rows - 1
        body = Rect(column: 0, row: top, columns: size.columns, rows: bottom - top)
    }

    static func isTooSmall(_ size: Size) -> Bool {
        size.columns < smallest.columns || size.rows < smallest.rows
    }
}

/// Where the panes of the browse screen stand: a pure function of the layout and the focus.
struct BrowseLayout: Equatable {
    var sources: Rect?
    var people: Rect?
    var points: Rect?
    var articles: Rect?
    var reader: Rect?
    /// What was found in the text, beside it.
    var beside: Rect?
    /// The panes beside each other; nil where there is but one.
    var row: PaneRow?

    /// Columns of the rules between panes.
    var rules: [Int] { row?.rules ?? [] }

    /// The most articles that its list can show; as many as its rows where it is not seen.
    func articleCapacity(hasPassages: Bool) -> Int {
        articles.map { ArticleList.capacity(of: $0.inset(top: 1), hasPassages: hasPassages) } ?? 40
    }

    /// Three facet panes under each other need so many rows.
    private static let stackRows = 11

    /// The fewest columns in which each pane can be read.
    private static let least = (facets: 20, list: 34, text: 30, beside: 24)

    init(_ layout: ScreenLayout, focus: PaneName) {
        let body = layout.body
        switch body.columns {
        case 180...:
            let own = (facets: body.columns * 19 / 100, list: body.columns * 9 / 40)
            split(body, layout.shares?.columns(of: body) ?? own, layout.widths, focus)
        case 100..<180:
            let own = (
                facets: max(30, body.columns * 3 / 10), list: max(34, body.columns * 7 / 20)
            )
            split(body, layout.shares?.columns(of: body) ?? own, layout.widths, focus)
        case 70..<100:
            let facets = layout.shares?.columnsBesideList(of: body) ?? body.columns * 43 / 100
            let row = PaneRow(
                body, [(.facets, facets)],
                least: [BrowseLayout.least.facets, BrowseLayout.least.list],
                wanted: layout.widths)
            self.row = row
            stack(row.parts[0], focus)
            if focus == .reader { reader = row.parts[1] } else { articles = row.parts[1] }
        default:
            switch focus {
            case .sources, .people, .points: stack(body, focus)
            case .articles: articles = body
            case .reader: reader = body
            }
        }
    }

    private mutating func split(
        _ body: Rect, _ standard: (facets: Int, list: Int), _ wanted: PaneWidths,
        _ focus: PaneName
    ) {
        let least = BrowseLayout.least
        var panes: [(PaneWidths.Pane, columns: Int)] = [
            (.facets, standard.facets), (.list, standard.list),
        ]
        var leasts = [least.facets, least.list, least.text]
        if body.columns >= 180 {
            let taken = panes.map { wanted.columns[$0.0] ?? $0.columns }.reduce(0, +)
            let rest = max(0, body.columns - taken - 3)
            panes.append((.preview, rest - min(60, rest * 2 / 5)))
            leasts.append(least.beside)
        }
        let row = PaneRow(body, panes, least: leasts, wanted: wanted)
        self.row = row
        let parts = row.parts
        stack(parts[0], focus)
        articles = parts[1]
        reader = parts[2]
        beside = parts.count > 3 ? parts[3] : nil
    }

    /// The three facets under each other; only the one with the focus where there is no room.
    private mutating func stack(_ column: Rect, _ focus: PaneName) {
        guard column.rows >= BrowseLayout.stackRows else {
            switch focus {
            case .people: people = column
            case .points: points = column
            default: sources = column
            }
            return
        }
        stackAll(in: column)
    }

    private mutating func stackAll(in column: Rect) {
        let first = column.rows * 35 / 100
        let second = (column.rows * 63 + 50) / 100 - first
        sources = column.inset(bottom: column.rows - first)
        people = column.inset(top: first, bottom: column.rows - first - second)
        points = column.inset(top: first + second)
    }

    /// Puts the facets into less of their column: without sources where there is room for two,
    /// nowhere where there is none.
    mutating func stackFacets(in column: Rect) {
        if column.rows >= BrowseLayout.stackRows { return stackAll(in: column) }
        (sources, people, points) = (nil, nil, nil)
        guard column.rows > 1 else { return }
        people = column.inset(bottom: (column.rows + 1) / 2)
        points = column.inset(top: column.rows / 2)
    }

    /// Columns of the given widths from the left, one cell apart for the rule; the last takes the
    /// rest.
    static func columns(of body: Rect, widths: [Int]) -> [Rect] {
        var parts: [Rect] = []
        var column = body.column
        for width in widths {
            parts.append(Rect(column: column, row: body.row, columns: width, rows: body.rows))
            column += width + 1
        }
        let rest = body.columnRange.upperBound - column
        parts.append(Rect(column: column, row: body.row, columns: rest, rows: body.rows))
        return parts
    }

    static func ruleColumns(_ parts: [Rect]) -> [Int] {
        parts.dropLast().map { $0.columnRange.upperBound }
    }

    func rect(of pane: PaneName) -> Rect? {
        switch pane {
        case .sources: sources
        case .people: people
        case .points: points
        case .articles: articles
        case .reader: reader
        }
    }
}
