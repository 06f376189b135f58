import Queries

// Keys at the left, in two columns where there is room; marks, queries and words at the right.

extension HelpScreen {
    /// What stands beside the keys takes so many columns.
    private static let besideColumns = 37

    /// Whether marks, queries and words stand beside the keys.
    static func hasRoomBeside(_ body: Rect) -> Bool { body.columns >= 100 }

    private static func parts(of body: Rect) -> [Rect] {
        guard hasRoomBeside(body) else { return [body] }
        return BrowseLayout.columns(of: body, widths: [body.columns - besideColumns - 1])
    }

    /// Where keys stand, the first column first; without the heading.
    static func keyColumns(of body: Rect) -> [Rect] {
        let inside = parts(of: body)[0].inset(top: 1)
        guard inside.columns >= 150 else { return [inside] }
        let half = inside.columns / 2
        return [inside.inset(right: inside.columns - half), inside.inset(left: half)]
    }

    /// The row at a cell; nil where none is.
    func index(column: Int, row: Int, in body: Rect) -> Int? {
        var first = cursor.top
        for area in HelpScreen.keyColumns(of: body) {
            if area.contains(column: column, row: row) { return first + row - area.row }
            first += area.rows
        }
        return nil
    }

    func draw(into canvas: inout Canvas, layout: ScreenLayout, state: State) {
        let parts = HelpScreen.parts(of: layout.body)
        let rows = rows(state.keymaps)
        canvas.drawHeading(
            "Keys", scope: "✓ works where you were", in: parts[0], isFocused: true)
        var index = cursor.top
        for area in HelpScreen.keyColumns(of: layout.body) {
            for line in area.rowRange where index < rows.count {
                let rect = Rect(column: area.column, row: line, columns: area.columns, rows: 1)
                draw(
                    rows[index], into: &canvas, in: rect, isSelected: index == cursor.index,
                    state)
                index += 1
            }
        }
        if rows.isEmpty {
            canvas.drawNote(
                "No command fits “\(text)”.", in: parts[0].inset(left: 2, top: 2))
        }
        guard let beside = parts[safe: 1] else { return }
        drawBeside(into: &canvas, in: beside, state.place.browse.facets.exampleFields)
        canvas.drawRules(BrowseLayout.ruleColumns(parts), layout: layout)
    }

    /// What stands further down, which letters narrow.
    func below(_ state: State, in body: Rect) -> String {
        let shown = HelpScreen.keyColumns(of: body).reduce(0) { $0 + $1.rows }
        let rest = rows(state.keymaps).count - cursor.top - shown
        return rest > 0
            ? "… \(Wording.number(rest)) more; letters narrow the list" : "Letters narrow the list"
    }

    /// The selected summary, where its row has no room for it.
    func cutSummary(_ state: State, in body: Rect) -> String? {
        guard case .entry(_, _, let summary, _)? = rows(state.keymaps)[safe: cursor.index],
            let area = HelpScreen.keyColumns(of: body).first
        else { return nil }
        return TextWidth.columns(of: summary) > area.columns - 21 ? summary : nil
    }

    private func draw(
        _ row: Row, into canvas: inout Canvas, in rect: Rect, isSelected: Bool, _ state: State
    ) {
        let start = rect.column
        switch row {
        case .heading(let title):
            canvas.put(
                title, column: start + 1, row: rect.row, style: Style(.text, isBold: true), in: rect
            )
        case .mark(let mark, let words):
            canvas.put(mark, column: start + 5, row: rect.row, style: .focus, in: rect)
            canvas.put(words, column: start + 21, row: rect.row, in: rect)
            if isSelected { canvas.select(rect) }
        case .entry(_, let keys, let summary, let worksHere):
            if worksHere {
                canvas.put("✓", column: start + 3, row: rect.row, style: .quiet, in: rect)
            }
            let keyArea = Rect(column: start + 5, row: rect.row, columns: 15, rows: 1)
            canvas.put(
                state.named(keys), column: start + 5, row: rect.row, style: .focus, in: keyArea)
            canvas.put(
                summary, column: start + 21, row: rect.row, style: worksHere ? .text : .quiet,
                in: rect)
            guard isSelected else { return }
            canvas.put("▸", column: start + 1, row: rect.row, style: .focus)
            canvas.select(rect)
        }
    }

    /// Parts under each other, as many as there is room for.
    private func drawBeside(into canvas: inout Canvas, in rect: Rect, _ fields: [String]) {
        var rest = rect
        for part in HelpScreen.beside(fields) where rest.rows > part.lines.count {
            canvas.drawHeading(part.title, scope: part.scope, in: rest, isFocused: false)
            let inside = rest.inset(left: 1, top: 1)
            for (offset, line) in part.lines.enumerated() {
                let row = inside.row + offset
                canvas.put(line.0, column: inside.column, row: row, style: .focus, in: inside)
                canvas.put(
                    line.1, column: inside.column + part.indent, row: row, in: inside)
            }
            rest = rest.inset(top: part.lines.count + 2)
        }
    }

    private struct Part {
        var title: String
        var scope = ""
        var lines: [(String, String)]
        /// Columns before what a line says.
        var indent: Int
    }

    private static func beside(_ fields: [String]) -> [Part] {
        [
            Part(title: "Marks", scope: "without colour", lines: marks, indent: 6),
            Part(
                title: "Query, in short",
                lines: [
                    "word \"a phrase\"", "-not  begin*", fields.joined(separator: " OR "),
                    "{\(fields.joined(separator: " "))}",
                ].map { ($0, "") }, indent: 34),
            Part(
                title: "Words",
                lines: [
                    ("article", "a text"), ("source", "who published it, if stated"),
                    ("point", "one matter at issue"), ("draft", "a numbered version"),
                    ("clash", "a fact texts differ on"), ("chain", "who has it from whom"),
                ], indent: 9),
        ]
    }
}
