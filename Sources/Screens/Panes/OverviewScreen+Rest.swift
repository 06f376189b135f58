import Analysis
import Queries

// Under the facts: what all articles speak of, what only one, where there is room what some, and
// what to try.

extension OverviewScreen {
    func drawRest(into canvas: inout Canvas, in rect: Rect, state: State) {
        // Of all articles, so not where some are left out.
        let used =
            list == nil && rect.rows >= 7
            ? drawPointLists(into: &canvas, in: rect, state: state) : 0
        let left = rect.inset(top: used)
        if left.rows >= OverviewScreen.things(state).count + 1 {
            drawThingsToTry(into: &canvas, in: left, state: state)
        }
    }

    /// Says how many rows it took. In little room the keys to try come first.
    private func drawPointLists(
        into canvas: inout Canvas, in rect: Rect, state: State
    ) -> Int {
        let all = sharedPoints(state)
        let shared: PointsByLetter = all.isEmpty ? [] : [("", all)]
        let some: PointsByLetter = somePoints(state).map { presence, names in
            (Strip.text(presence, letters: state.letters, shown: .max), names)
        }
        let lonely = lonelyPoints(state)
        let room = rect.inset(bottom: OverviewScreen.things(state).count + 1)
        if rect.columns >= 100, !lonely.isEmpty, !shared.isEmpty || !some.isEmpty {
            return drawBeside(shared, some, lonely, into: &canvas, in: room)
        }
        let isTall = rect.rows >= 24
        var used = isTall ? drawPoints(shared, .shared, into: &canvas, in: room, gap: 1) : 0
        used += drawPoints(
            lonely, .lonely, into: &canvas, in: room.inset(top: used), gap: isTall ? 1 : 0)
        if isTall, OverviewScreen.height(of: some, in: room) < room.rows - used {
            used += drawPoints(some, .some, into: &canvas, in: room.inset(top: used), gap: 1)
        }
        return used
    }

    /// What more than one article speaks of at the left, what only one does at the right; what not
    /// all speak of only where that fits whole.
    private func drawBeside(
        _ shared: PointsByLetter, _ some: PointsByLetter, _ lonely: PointsByLetter,
        into canvas: inout Canvas, in rect: Rect
    ) -> Int {
        let halves = BrowseLayout.columns(of: rect, widths: [rect.columns / 2])
        let height = [shared, some].reduce(0) {
            $0 + ($1.isEmpty ? 0 : OverviewScreen.height(of: $1, in: halves[0]))
        }
        let hasSome = !some.isEmpty && height <= rect.rows
        if shared.isEmpty, !hasSome { return drawPoints(lonely, .lonely, into: &canvas, in: rect) }
        let parts =
            hasSome ? halves : BrowseLayout.columns(of: rect, widths: [rect.columns / 3])
        var left = drawPoints(shared, .shared, into: &canvas, in: parts[0])
        if hasSome {
            left += drawPoints(some, .some, into: &canvas, in: parts[0].inset(top: left))
        }
        let used = max(left, drawPoints(lonely, .lonely, into: &canvas, in: parts[1]))
        let column = parts[0].columnRange.upperBound
        canvas.horizontalRule(row: rect.row, columns: column..<column + 1)
        canvas.verticalRule(column: column, rows: rect.row + 1..<rect.row + used)
        return used
    }

    /// Which points stand under a heading.
    private enum PointList: String {
        case shared = "All speak of it"
        case some = "Some speak of it"
        case lonely = "Only one speaks of it"
    }

    /// Points by the letters of the articles that speak of them.
    typealias PointsByLetter = [(letter: String, names: [String])]

    /// The names behind letters, in lines.
    private static func lines(of lists: PointsByLetter, in rect: Rect) -> (
        column: Int, lines: [(letter: String, lines: [WrappedLine])]
    ) {
        let letters = lists.map { TextWidth.columns(of: $0.letter) }.max() ?? 0
        let column = 2 + (letters == 0 ? 0 : letters + 1)
        let lines = lists.map { letter, names in
            let lines = Wrapping.lines(
                of: names.joined(separator: " · "), columns: rect.columns - column - 2,
                atMost: rect.rows >= 20 ? 6 : 2)
            return (letter, lines)
        }
        return (rect.column + column, lines)
    }

    private static func height(of lists: PointsByLetter, in rect: Rect) -> Int {
        lines(of: lists, in: rect).lines.reduce(1) { $0 + $1.lines.count }
    }

    /// Names of points under a heading; says how many lines it took, with the `gap` below them.
    private func drawPoints(
        _ lists: PointsByLetter, _ kind: PointList, into canvas: inout Canvas, in rect: Rect,
        gap: Int = 0
    ) -> Int {
        let count = lists.reduce(0) { $0 + $1.names.count }
        guard count > 0, rect.rows >= 2 else { return 0 }
        canvas.drawHeading(
            kind.rawValue, scope: Wording.counted(count, "point"), in: rect, isFocused: false)
        var row = rect.row + 1
        let (column, lists) = OverviewScreen.lines(of: lists, in: rect)
        for (letter, lines) in lists {
            canvas.put(letter, column: rect.column + 2, row: row, style: .focus, in: rect)
            for line in lines where row < rect.rowRange.upperBound {
                canvas.put(line.text, column: column, row: row, in: rect)
                row += 1
            }
        }
        return row - rect.row + gap
    }

    /// Points of which every article speaks.
    func sharedPoints(_ state: State) -> [String] {
        let all = (UInt16(1) << UInt16(state.letters.count)) - 1
        return state.letters.count < 2
            ? [] : state.place.browse.facets.points.filter { $0.presence == all }.map(\.name)
    }

    func lonelyPoints(_ state: State) -> PointsByLetter {
        state.letters.enumerated().compactMap { index, letter in
            let bit = UInt16(1) << UInt16(index)
            let names = state.place.browse.facets.points.filter { $0.presence == bit }.map(\.name)
            return names.isEmpty ? nil : (letter.letter, names)
        }
    }

    /// What more than one article speaks of and not all, by the bits of those; of most articles first.
    func somePoints(_ state: State) -> [(presence: UInt16, names: [String])] {
        let count = state.letters.count
        let some = state.place.browse.facets.points.compactMap { point -> (UInt16, String)? in
            guard let presence = point.presence,
                (2..<max(2, count)).contains(presence.nonzeroBitCount)
            else { return nil }
            return (presence, point.name)
        }
        return Dictionary(grouping: some, by: \.0)
            .sorted {
                ($1.key.nonzeroBitCount, $0.key) < ($0.key.nonzeroBitCount, $1.key)
            }
            .map { ($0.key, $0.value.map(\.1)) }
    }

    static let someTitle = PointList.some.rawValue
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
