import Queries

// What the mouse takes hold of where it is pressed, and drags until it is let go: a rule between
// panes, or rows of the list. What it was not pressed on is not dragged.

/// What the mouse has hold of.
enum Drag: Equatable, Sendable {
    /// A rule between panes, counted from the left.
    case rule(Int)
    case rows(RowDrag)
}

/// Rows of the list from the one that was pressed on.
struct RowDrag: Equatable, Sendable {
    let anchor: Int
    let anchorID: String
    /// It was selected already: let go where it was pressed it is opened.
    let isAgain: Bool
    /// What was picked before.
    let before: [ArticleRow]
    /// Rows that were dragged over, as far as they were held.
    var seen: [Int: ArticleRow] = [:]
    var hasMoved = false
}

extension State {
    /// Takes hold of a rule between panes; false where none stands.
    mutating func takeRule(at mouse: Key.Mouse) -> Bool {
        guard screenLayout.body.rowRange.contains(mouse.row),
            let rule = paneRow?.rules.firstIndex(of: mouse.column)
        else { return false }
        drag = .rule(rule)
        return true
    }

    /// Takes hold of a row of the list that was pressed on; false elsewhere.
    mutating func takeRow(at mouse: Key.Mouse, _ click: Click) -> Bool {
        guard click != .outside, let rect = listRows,
            rect.contains(column: mouse.column, row: mouse.row),
            let row = place.browse.list.selected
        else { return false }
        drag = .rows(
            RowDrag(
                anchor: place.browse.list.cursor.index, anchorID: row.id,
                isAgain: click == .again, before: picked))
        return true
    }

    mutating func drag(to mouse: Key.Mouse) -> [Effect] {
        guard prompt == nil else { return [] }
        switch drag {
        case .rule(let rule)?:
            guard let row = paneRow, row.rules.indices.contains(rule) else { return [] }
            widths = row.moving(rule: rule, to: mouse.column, widths)
        case .rows(let rows)?: drag(rows, to: mouse)
        case nil: break
        }
        return []
    }

    /// A row that was pressed on and not dragged is opened now, where a click opens it.
    mutating func letGo() -> [Effect] {
        defer { drag = nil }
        guard case .rows(let rows)? = drag, rows.isAgain, !rows.hasMoved, listRows != nil,
            place.browse.list.selected?.id == rows.anchorID
        else { return [] }
        return open()
    }

    /// Picks the rows between the one that was pressed on and the one under the mouse; above and
    /// below the list it goes on row by row.
    private mutating func drag(_ rows: RowDrag, to mouse: Key.Mouse) {
        let list = place.browse.list
        guard let rect = listRows, list.row(rows.anchor).map({ $0.id == rows.anchorID }) != false
        else {
            drag = nil
            return
        }
        let line = mouse.row - rect.row
        let here = list.cursor.index
        var index = list.index(atLine: line, in: rect) ?? list.total - 1
        if line < 0 { index = max(0, here - 1) }
        if line >= rect.rows { index = min(list.total - 1, here + 1) }
        var rows = rows
        guard rows.hasMoved || index != rows.anchor else { return }
        if !rows.hasMoved {
            rows.hasMoved = true
            place.browse.undone.append(.picked(rows.before))
            place.browse.redone = []
        }
        place.browse.list.cursor.index = index
        place.browse.list.passage = nil
        pick(&rows, to: index)
        drag = .rows(rows)
    }

    private mutating func pick(_ rows: inout RowDrag, to index: Int) {
        let way = Array(stride(from: rows.anchor, through: index, by: index < rows.anchor ? -1 : 1))
        for index in way { rows.seen[index] = place.browse.list.row(index) ?? rows.seen[index] }
        let known = Set(rows.before.map(\.id))
        picked =
            rows.before
            + way.compactMap { rows.seen[$0] }.filter { $0.isMet && !known.contains($0.id) }
        pickAnchor = index
        sayPicked()
    }

    /// Where the rows of the list stand; nil where it is not seen.
    private var listRows: Rect? {
        guard place.screen == .browse, prompt == nil, !place.browse.isEmptyResult else {
            return nil
        }
        return BrowseLayout(screenLayout, focus: place.browse.focus).articles?.inset(top: 1)
    }
}
