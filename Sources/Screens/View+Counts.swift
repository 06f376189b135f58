import Intake
import Queries

// How many of how many are listed, what hides the others, and when they were published: beside the
// query, in the frame of the same letter.

extension State {
    /// "2 of 5 articles, 3 hidden by the search, 4 passages", or as much of that as so many columns
    /// take, "2 of 5" at least; empty where nothing narrows the list.
    func browseCounts(in columns: Int = .max) -> StyledText {
        let list = place.browse.list
        guard !place.browse.narrowing.isEmpty, list.isLoaded else { return StyledText() }
        // What was counted before is of another query.
        if isBusy, waiting.contains(.articles) {
            return StyledText(searched.map(Wording.share) ?? "…", .quiet)
        }
        let all = Wording.counted(list.corpusTotal, "article")
        let short = "\(Wording.number(list.met)) of \(Wording.number(list.corpusTotal))"
        // Passages are counted in the rows that are held.
        let isCounted = list.passageTotal > 0 && list.window.count == list.total
        let passages = isCounted ? [Wording.counted(list.passageTotal, "passage")] : []
        let copies = Wording.counted(list.foldedCopies, "copy", "copies") + " folded"
        let folded = list.foldedCopies > 0 ? [copies] : []
        let rest = list.corpusTotal - list.met - list.foldedCopies
        let others = rest > 0 ? [place.browse.words(ofOthers: rest)] : []
        let briefly = rest > 0 ? [place.browse.words(ofOthers: rest, isBrief: true)] : []
        let long = "\(Wording.number(list.met)) of \(all)"
        let forms = [
            [long] + folded + others + passages, [long] + folded + briefly + passages,
            [long] + folded + briefly, [short] + folded + briefly, [short] + briefly, [short],
        ].map { $0.joined(separator: ", ") }
        let fitting = forms.first { TextWidth.columns(of: $0) <= columns }
        return StyledText(fitting ?? short, .quiet)
    }

    /// What is asked, the counts behind it (at the right end where they would be cut off), and
    /// where there is room the days of the articles.
    func drawBrowseQuery(into canvas: inout Canvas, in area: Rect) {
        var left = area
        let query = browseQuery
        let counts = countsBesideQuery
        if query.columns + counts.columns > area.columns {
            drawCounts(into: &canvas, in: &left)
            canvas.put(query, column: left.column, row: left.row, in: left)
            return
        }
        canvas.put(query + counts, column: area.column, row: area.row, in: area)
        if let bars = timeBesideQuery {
            canvas.put(bars, endingAt: area.columnRange.upperBound, row: area.row)
        }
    }

    /// Puts counts at the right end of a line, the days before them where what is typed leaves
    /// room, and leaves the rest of the line free.
    func drawCounts(into canvas: inout Canvas, in area: inout Rect) {
        let counts = countsBesideQuery
        guard !counts.isEmpty else { return }
        var start = canvas.put(
            counts, endingAt: area.columnRange.upperBound, row: area.row,
            in: area.inset(left: area.columns / 3))
        if prompt != nil, let bars = timeBesideQuery {
            start = canvas.put(bars, endingAt: start - 2, row: area.row)
        }
        area.columns = start - 2 - area.column
    }

    /// As much of the counts as what is asked leaves room for, or what is typed, two thirds of the
    /// line at most.
    private var countsBesideQuery: StyledText {
        let columns = size.columns - 2
        guard prompt != nil else {
            let free = columns - browseQuery.columns
            return browseCounts(in: max(free, columns / 3 - 2))
        }
        return browseCounts(in: columns - min(typedColumns, columns * 2 / 3) - 2)
    }

    /// Columns of what is typed, with the filters before it.
    private var typedColumns: Int {
        let typed = prompt.map { TextWidth.columns(of: $0.text) } ?? 0
        return max(State.leastTyped(in: size.columns - 2), filterWords.columns + typed + 4)
    }

    /// Columns that are kept for what is typed, at least.
    private static func leastTyped(in columns: Int) -> Int { min(24, columns / 3) }

    /// The days of the articles where the line of the query has room for them; where it has none,
    /// those of a search stand on the line of the legend.
    var timeBesideQuery: StyledText? {
        let columns = size.columns - 2
        let asked = prompt == nil ? browseQuery.columns + 1 : typedColumns + 2
        return timeBars(in: columns - asked - countsBesideQuery.columns - 2)
    }

    /// When the articles of the result were published, in so many columns at most: a bar a stretch
    /// of days between the first day of the archive and its last. Nil where there is no room, one day
    /// alone, or nothing met.
    func timeBars(in room: Int) -> StyledText? {
        let list = place.browse.list
        guard let time = list.time, time.first < time.last, list.met > 0 else { return nil }
        let isOneYear = time.first.civil.year == time.last.civil.year
        let words = [time.first, time.last].map { day in
            isOneYear
                ? Wording.shortDate(PublicationDate(day: day))
                : room >= 40 ? Wording.day(day) : "\(day.civil.year)"
        }
        let cells = room - TextWidth.columns(of: words.joined()) - 2
        guard cells >= 8 else { return nil }
        let bars = Strip.time(time.counts(in: min(cells, 40)))
        return [(words[0] + " ", .quiet), (bars, .text), (" " + words[1], .quiet)]
    }
}

extension BrowseScreen {
    /// "3 hidden by the filter", "3 dimmed", "3 others listed too"; briefly "3 hidden".
    func words(ofOthers count: Int, isBrief: Bool = false) -> String {
        let number = Wording.number(count)
        switch others {
        case .hidden: return "\(number) hidden" + (isBrief ? "" : " by \(narrowing.words)")
        case .dimmed: return "\(number) dimmed"
        case .shown: return "\(Wording.counted(count, "other")) listed too"
        }
    }
}

extension BrowseScreen.Narrowing {
    /// What narrows the list: "2 filters and the search".
    var words: String {
        var parts: [String] = []
        if filters.count == 1 { parts.append("the filter") }
        if filters.count > 1 { parts.append("\(filters.count) filters") }
        if !search.isEmpty { parts.append("the search") }
        if knownOn != nil { parts.append("the day") }
        return parts.joined(separator: " and ")
    }
}

extension Strip {
    /// One cell a count, as high as it is; blank for none.
    static func time(_ counts: [Int]) -> String {
        let most = max(1, counts.max() ?? 0)
        let steps = Array("▁▂▃▄▅▆▇█")
        return String(
            counts.map { $0 == 0 ? " " : steps[min(7, max(0, $0 * 8 / most - 1))] })
    }
}
