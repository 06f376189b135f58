package import Queries

/// The articles that meet the query: only a window of their rows is held, around the selected one.
package struct ArticleList: Equatable, Sendable {
    /// Rows there are: the articles that meet the query, with the others where those are listed.
    package var total = 0
    /// Articles that meet the query.
    package var met = 0
    package var corpusTotal = 0
    /// When the articles that meet the query were published.
    var time: TimeBars?
    var passageTotal = 0
    /// Near copies that are left out of the list.
    var foldedCopies = 0
    /// How names of the query are spelled elsewhere, by what was typed.
    var spellings: [String: [String]] = [:]
    var order: ArticlesQuestion.Order = .newest
    /// The rows that `rows` holds, of `total`.
    var window = 0..<0
    var rows: [ArticleRow] = []
    var cursor = ListCursor()
    /// Which passage of the selected row is the current one; nil before the first `n`.
    var passage: Int?
    /// The article to select when the first answer comes.
    var wanted: Standing.Row?
    /// True once an answer has come.
    var isLoaded = false
    /// Other rows of the same result that were asked for and have not come.
    var awaited: Range<Int>?
    /// How high the rows that are held are, all but the selected one.
    var heights = RowHeights()

    /// How many rows are asked for at first.
    static let windowSize = 100

    /// Rows that are held beyond the selection in a list that shows at most so many.
    private static func margin(_ shown: Int) -> Int { max(shown, 12) }

    /// The rows to ask for first, of a list that shows at most so many. Of a query only those that
    /// may soon be seen, since each comes with its passages.
    static func firstWindow(shown: Int, hasPassages: Bool) -> Range<Int> {
        let needed = margin(shown) + 4
        return 0..<(hasPassages ? needed : max(windowSize, needed))
    }

    /// How many matching sentences are asked for with each row.
    static let passageLimit = 24

    package var selected: ArticleRow? { row(cursor.index) }

    /// A row of the whole result; nil while it is not held.
    package func row(_ index: Int) -> ArticleRow? {
        window.contains(index) && index - window.lowerBound < rows.count
            ? rows[index - window.lowerBound] : nil
    }

    /// Whether it is `other` but for which row is selected, and where it is scrolled to.
    func isMoved(from other: ArticleList) -> Bool {
        var moved = other
        moved.cursor = cursor
        moved.passage = passage
        moved.awaited = awaited
        moved.heights = heights
        return moved == self
    }

    /// The sentence at which the article of the selected row is opened: that of the passage one is
    /// at, else of the first; nil without passages.
    func sentence(of row: ArticleRow) -> Int? { row.passages[safe: passage ?? 0]?.sentence }

    /// "2 of 5", behind "passage 1 of 3" where one is at one; empty where nothing is listed.
    var position: String {
        if total == 0 { return "" }
        let place = "\(Wording.number(cursor.index + 1)) of \(Wording.number(total))"
        guard let passage, let count = selected?.passages.count, passage < count else {
            return place
        }
        return "passage \(passage + 1) of \(count)   " + place
    }

    /// The window to ask for when the rows around the selection are neither held nor on their way;
    /// nil when they are.
    func missingWindow(shown: Int) -> Range<Int>? {
        let margin = ArticleList.margin(shown)
        let needed = max(0, cursor.index - margin)..<min(total, cursor.index + margin)
        let coming = awaited ?? window
        if needed.isEmpty
            || (needed.lowerBound >= coming.lowerBound && needed.upperBound <= coming.upperBound)
        {
            return nil
        }
        // More than is needed now, or every row would ask again.
        let reach = margin + 16
        let start = max(0, cursor.index - reach)
        return start..<start + 2 * reach
    }

    /// Takes an answer in and stays on the same article where it is still there; of the same query
    /// to an archive that has changed, at the same height of the pane, too. While a search is typed
    /// `anchor` is the article it began at, so that no letter between decides where it ends.
    mutating func accept(
        _ answer: ArticlesAnswer, isSameQuery: Bool, isRenewed: Bool = false,
        anchor: String? = nil
    ) {
        let wanted = wanted
        let kept = wanted?.id ?? anchor ?? selected?.id
        let isSameQuery = isSameQuery && wanted == nil
        self.wanted = nil
        let keptPassage = passage
        total = answer.listed
        met = answer.total
        if let time = answer.time { self.time = time }
        corpusTotal = answer.corpusTotal
        passageTotal = answer.passageTotal
        foldedCopies = answer.foldedCopies
        spellings = answer.spellings
        order = answer.order
        window = answer.window.lowerBound..<answer.window.lowerBound + answer.rows.count
        rows = answer.rows
        awaited = nil
        heights = RowHeights()
        isLoaded = true
        if isSameQuery {
            cursor.clamp(count: total)
            return
        }
        passage = nil
        let found = rows.firstIndex { $0.id == kept }
        let before = cursor
        if let found {
            cursor = ListCursor(index: window.lowerBound + found, top: 0)
            // What is new above is seen where the list is shown from its beginning.
            if isRenewed, before.top > 0 {
                cursor.top = max(0, cursor.index - (before.index - before.top))
            }
        } else {
            cursor = isRenewed ? before : ListCursor()
        }
        if let wanted {
            // Where it is gone, what stands in its place.
            cursor.index = found == nil ? wanted.index : cursor.index
            cursor.top = max(0, cursor.index - wanted.above)
        }
        if found != nil {
            passage = keptPassage.flatMap { $0 < (selected?.passages.count ?? 0) ? $0 : nil }
        }
        cursor.clamp(count: total)
    }
}
