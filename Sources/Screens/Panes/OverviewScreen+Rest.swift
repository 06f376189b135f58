import Analysis
import Queries

// Under the facts: what all articles speak of, what only one, and what to try.

extension OverviewScreen {
    /// What all articles speak of and what only one, and what to try.
    func drawRest(into canvas: inout Canvas, in rect: Rect, state: State) {
        // Of all articles, so not where some are left out. In little room the keys come first.
        let hasPoints = list == nil && rect.rows >= 7
        let lonely = hasPoints ? lonelyPoints(state) : []
        let shared = hasPoints ? sharedPoints(state) : []
        var used = 0
        if !lonely.isEmpty || !shared.isEmpty {
            let isWide = rect.columns >= 100 && !lonely.isEmpty && !shared.isEmpty
            let parts =
                isWide ? BrowseLayout.columns(of: rect, widths: [rect.columns / 3]) : [rect, rect]
            let least = OverviewScreen.things(state).count + 1
            let isTall = !isWide && rect.rows >= 24
            let first =
                isWide || isTall
                ? drawPoints([("", shared)], .shared, into: &canvas, in: parts[0]) : 0
            let top = isTall && first > 0 ? first + 1 : 0
            let second = drawPoints(
                lonely, .lonely, into: &canvas,
                in: parts[1].inset(top: top, bottom: isWide ? 0 : least))
            used = isTall ? top + second + 1 : max(first, second)
            if isWide {
                let column = parts[0].columnRange.upperBound
                canvas.horizontalRule(row: rect.row, columns: column..<column + 1)
                canvas.verticalRule(column: column, rows: rect.row + 1..<rect.row + used)
            }
        }
        let left = rect.inset(top: used)
        if left.rows >= OverviewScreen.things(state).count + 1 {
            drawThingsToTry(into: &canvas, in: left, state: state)
        }
    }

    /// Which points stand under a heading.
    private enum PointList: String {
        case shared = "All speak of it"
        case lonely = "Only one speaks of it"
    }

    /// Names of points under a heading, by the letter of the article; says how many lines it took.
    private func drawPoints(
        _ lists: [(letter: String, names: [String])], _ kind: PointList,
        into canvas: inout Canvas, in rect: Rect
    ) -> Int {
        let count = lists.reduce(0) { $0 + $1.names.count }
        guard count > 0, rect.rows >= 2 else { return 0 }
        canvas.drawHeading(
            kind.rawValue, scope: Wording.counted(count, "point"), in: rect, isFocused: false)
        var row = rect.row + 1
        for (letter, names) in lists {
            let column = rect.column + (letter.isEmpty ? 2 : 4)
            canvas.put(letter, column: rect.column + 2, row: row, style: .focus, in: rect)
            let room = rect.columnRange.upperBound - column - 2
            let lines = Wrapping.lines(
                of: names.joined(separator: " · "), columns: room,
                atMost: rect.rows >= 20 ? 6 : 2)
            for line in lines where row < rect.rowRange.upperBound {
                canvas.put(line.text, column: column, row: row, in: rect)
                row += 1
            }
        }
        return row - rect.row
    }

    /// Points of which every article speaks.
    func sharedPoints(_ state: State) -> [String] {
        let all = (UInt16(1) << UInt16(state.letters.count)) - 1
        return state.letters.count < 2
            ? [] : state.place.browse.facets.points.filter { $0.presence == all }.map(\.name)
    }

    func lonelyPoints(_ state: State) -> [(letter: String, names: [String])] {
        state.letters.enumerated().compactMap { index, letter in
            let bit = UInt16(1) << UInt16(index)
            let names = state.place.browse.facets.points.filter { $0.presence == bit }.map(\.name)
            return names.isEmpty ? nil : (letter.letter, names)
        }
    }

    static let lonelyTitle = PointList.lonely.rawValue
    static let sharedTitle = PointList.shared.rawValue

    /// Keys to try, what they do, and why.
    static func things(_ state: State) -> [(key: String, does: String, why: String)] {
        [
            (
                state.keys(of: "open"), "read the sentences behind a fact",
                "from any count or row you end at the sentence in its article"
            ),
            (
                state.keys(of: "search"), "search as you type",
                "words, or fields: "
                    + state.place.browse.facets.exampleFields.joined(separator: "   ")
            ),
            (
                state.keys(of: "compare"), "put two articles side by side",
                "aligned by what they assert, not by how they look"
            ),
            (
                state.keys(of: "focus-sources"), "browse by source, person and point",
                "Space filters, every count follows; 0 comes back here"
            ),
        ]
    }

    func drawThingsToTry(into canvas: inout Canvas, in rect: Rect, state: State) {
        canvas.drawHeading(
            "Four things to try", scope: "parley import FOLDER adds your own articles", in: rect,
            isFocused: false)
        // What does not fit beside stands below, where there is room for that.
        let isBeside = rect.columns >= 110
        let isBelow = !isBeside && rect.rows > OverviewScreen.things(state).count * 3
        var row = rect.row + 1
        for thing in OverviewScreen.things(state) {
            canvas.put(thing.key, column: rect.column + 2, row: row, style: .focus, in: rect)
            let end = canvas.put(thing.does, column: rect.column + 10, row: row, in: rect)
            let column = isBeside ? max(rect.column + 47, end + 2) : rect.column + 10
            if isBelow { row += 1 }
            if isBeside || isBelow {
                canvas.put(thing.why, column: column, row: row, style: .quiet, in: rect)
            }
            row += 1
        }
    }
}
