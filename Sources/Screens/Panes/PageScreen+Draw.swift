import Queries

extension PageScreen {
    func draw(into canvas: inout Canvas, layout: ScreenLayout, state: State) {
        let parts = parts(of: layout.body)
        draw(into: &canvas, in: parts, state: state)
        canvas.drawRules(BrowseLayout.ruleColumns(parts), layout: layout)
    }

    /// Draws the columns into their parts of the screen; a page that has no keys shows neither
    /// section nor item as selected.
    func draw(into canvas: inout Canvas, in parts: [Rect], state: State, hasKeys: Bool = true) {
        for (index, part) in parts.enumerated() {
            guard let column = columns[safe: index] else { continue }
            for offset in 0..<part.rows {
                guard let line = column.lines[safe: tops[index] + offset] else { break }
                var area = part
                area.row += offset
                area.rows = 1
                PageScreen.draw(
                    line, into: &canvas, in: area, isFocused: hasKeys && line.section == section,
                    isSelected: hasKeys && line.section == section && line.item == item
                        && line.item != nil,
                    state: state)
            }
            if column.lines.isEmpty {
                canvas.drawHeading("Nothing in these articles", in: part, isFocused: false)
            }
        }
    }

    /// Lines of the longest column that stand below what is shown of it.
    func hiddenLines(in body: Rect) -> Int {
        zip(columns.indices, parts(of: body)).map { index, part in
            columns[index].lines.count - tops[index] - part.rows
        }.max() ?? 0
    }

    /// Draws one line of a column: the heading of the section with the focus is heavy.
    static func draw(
        _ line: PageColumn.Line, into canvas: inout Canvas, in area: Rect, isFocused: Bool,
        isSelected: Bool, state: State
    ) {
        let inside = area.inset(left: 2, right: 1)
        switch line.words {
        case .blank: break
        case .heading(let title, let scope):
            canvas.drawHeading(title, scope: scope, in: area, isFocused: isFocused)
        case .text(let text):
            canvas.put(text, column: inside.column, row: area.row, in: inside)
        case .entry(let name, let value):
            let right = PageScreen.count(of: value, state)
            let start = canvas.put(right, endingAt: inside.columnRange.upperBound, row: area.row)
            canvas.put(
                name, column: inside.column + 1, row: area.row,
                in: Rect(
                    column: inside.column, row: area.row, columns: start - 1 - inside.column,
                    rows: 1))
        case .article(let letter, let title, let published):
            let date = StyledText(Wording.date(published), .quiet)
            let start = canvas.put(date, endingAt: inside.columnRange.upperBound, row: area.row)
            canvas.put(
                [(letter, .focus), (title, .text)], column: inside.column + 1, row: area.row,
                in: Rect(
                    column: inside.column, row: area.row, columns: start - 1 - inside.column,
                    rows: 1))
        }
        guard isSelected else { return }
        if line.isFirst { canvas.put("▸", column: area.column + 1, row: area.row, style: .focus) }
        canvas.select(area.inset(left: 1))
    }

    private static func count(of value: FacetValue, _ state: State) -> StyledText {
        guard let presence = value.presence, !state.letters.isEmpty else {
            return StyledText(Wording.number(value.count), .quiet)
        }
        let strip = Strip.text(presence, letters: state.letters, shown: .max)
        return [(strip, .text), (" " + Wording.number(value.count), .quiet)]
    }
}
