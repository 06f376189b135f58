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
    var order: ArticlesQuestion.Order = .newest
    /// The rows that `rows` holds, of `total`.
    var window = 0..<0
    var rows: [ArticleRow] = []
    var cursor = ListCursor()
    /// Which passage of the selected row is the current one; nil before the first `n`.
    var passage: Int?
    /// The article to select when the first answer comes.
    var wanted: String?
    /// True once an answer has come.
    var isLoaded = false

    /// How many rows are asked for at once.
    static let windowSize = 100

    /// Rows that are held beyond the selection in a list of this height.
    private static func margin(_ height: Int) -> Int { max(height, 20) }

    /// The rows to ask for first. Of a query only those that may soon be seen, since each comes
    /// with its passages.
    static func firstWindow(height: Int, hasPassages: Bool) -> Range<Int> {
        0..<(hasPassages ? margin(height) + 8 : max(windowSize, margin(height) + 8))
    }
    /// How many matching sentences are asked for with each row.
    static let passageLimit = 24

    package var selected: ArticleRow? { row(cursor.index) }

    /// A row of the whole result; nil while it is not held.
    package func row(_ index: Int) -> ArticleRow? {
        window.contains(index) && index - window.lowerBound < rows.count
            ? rows[index - window.lowerBound] : nil
    }

    /// The window to ask for when the rows around the selection are not held; nil when they are.
    func missingWindow(height: Int) -> Range<Int>? {
        let margin = ArticleList.margin(height)
        let needed = max(0, cursor.index - margin)..<min(total, cursor.index + margin)
        if needed.isEmpty
            || (needed.lowerBound >= window.lowerBound
                && needed.upperBound <= window.upperBound)
        {
            return nil
        }
        // More than is needed now, or every row would ask again.
        let reach = max(ArticleList.windowSize / 2, 2 * margin)
        let start = max(0, cursor.index - reach)
        return start..<start + 2 * reach
    }

    /// Takes an answer in and stays on the same article where it is still there; of the same query
    /// to an archive that has changed, at the same height of the pane, too.
    mutating func accept(_ answer: ArticlesAnswer, isSameQuery: Bool, isRenewed: Bool = false) {
        let kept = wanted ?? selected?.id
        let isSameQuery = isSameQuery && wanted == nil
        wanted = nil
        let keptPassage = passage
        total = answer.listed
        met = answer.total
        if let time = answer.time { self.time = time }
        corpusTotal = answer.corpusTotal
        passageTotal = answer.passageTotal
        foldedCopies = answer.foldedCopies
        order = answer.order
        window = answer.window.lowerBound..<answer.window.lowerBound + answer.rows.count
        rows = answer.rows
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
        if found != nil {
            passage = keptPassage.flatMap { $0 < (selected?.passages.count ?? 0) ? $0 : nil }
        }
        cursor.clamp(count: total)
    }
}
