/// Where the parts that every screen has stand: a pure function of the size.
///
/// Title, what is asked, the body under its heading rule, a rule, the meaning of marks, the keys.
/// What there is no room for goes first from the bottom: legend, rule, then the line of the query.
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

    init(size: Size, hasQuery: Bool) {
        self.size = size
        let isTall = size.rows >= 12
        let wantsQuery = hasQuery || size.rows >= 30
        queryRow = wantsQuery && size.rows > 6 ? 1 : nil
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

/// Where the panes of the browse screen stand: a pure function of the body and the focus.
struct BrowseLayout: Equatable {
    var sources: Rect?
    var people: Rect?
    var points: Rect?
    var articles: Rect?
    var reader: Rect?
    /// What was found in the text, beside it.
    var beside: Rect?
    /// Columns of the rules between panes.
    var rules: [Int] = []

    /// The most articles that its list can show; as many as its rows where it is not seen.
    func articleCapacity(hasPassages: Bool) -> Int {
        articles.map { ArticleList.capacity(of: $0.inset(top: 1), hasPassages: hasPassages) } ?? 40
    }

    /// Three facet panes under each other need so many rows.
    private static let stackRows = 11

    init(body: Rect, focus: PaneName) {
        switch body.columns {
        case 180...: split(body, widths: [body.columns * 19 / 100, body.columns * 9 / 40], focus)
        case 100..<180:
            let list = max(34, body.columns * 7 / 20)
            split(body, widths: [max(30, body.columns * 3 / 10), list], focus)
        case 70..<100:
            let parts = BrowseLayout.columns(of: body, widths: [body.columns * 43 / 100])
            rules = BrowseLayout.ruleColumns(parts)
            stack(parts[0], focus)
            if focus == .reader { reader = parts[1] } else { articles = parts[1] }
        default:
            switch focus {
            case .sources, .people, .points: stack(body, focus)
            case .articles: articles = body
            case .reader: reader = body
            }
        }
    }

    private mutating func split(_ body: Rect, widths: [Int], _ focus: PaneName) {
        var widths = widths
        if body.columns >= 180 {
            let rest = body.columns - widths[0] - widths[1] - 3
            widths.append(rest - min(60, rest * 2 / 5))
        }
        let parts = BrowseLayout.columns(of: body, widths: widths)
        rules = BrowseLayout.ruleColumns(parts)
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
        let first = column.rows * 35 / 100
        let second = (column.rows * 63 + 50) / 100 - first
        var rest = column
        rest.rows = first
        sources = rest
        rest.row += first
        rest.rows = second
        people = rest
        rest.row += second
        rest.rows = column.rows - first - second
        points = rest
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
