import Queries

/// What a facet pane needs to know of the corpus to draw itself.
struct FacetContext {
    var letters: [ArticleLetter]
    /// Bits of the articles in the result.
    var shown: UInt16
    var filters: [Filter]
    /// The largest count in the pane, for bars.
    var most: Int
    /// The articles have come: a pane without rows has none.
    var isKnown: Bool
}

extension FacetPane {
    /// "5", "2 of 5".
    var scope: String {
        shown == total
            ? Wording.number(total) : "\(Wording.number(shown)) of \(Wording.number(total))"
    }

    /// Draws only the rows in view; says how many more there are.
    func draw(
        _ title: String, into canvas: inout Canvas, in rect: Rect, isFocused: Bool,
        context: FacetContext
    ) {
        canvas.drawHeading(
            title, scope: context.isKnown ? scope : "", in: rect, isFocused: isFocused)
        let inside = rect.inset(top: 1)
        let height = FacetPane.height(inside.rows, count: rows.count)
        if rows.isEmpty {
            canvas.put(
                context.isKnown ? "none in these articles" : "…", column: inside.column + 2,
                row: inside.row,
                style: .quiet, in: inside)
        }
        for offset in 0..<height where cursor.top + offset < rows.count {
            let index = cursor.top + offset
            var line = inside
            line.row += offset
            line.rows = 1
            drawRow(
                rows[index], into: &canvas, in: line,
                isSelected: isFocused && index == cursor.index, context: context)
        }
        if rows.count > height, inside.rows > height {
            var words = moreWords(from: cursor.top + height)
            // What is counted can do without its noun.
            if TextWidth.columns(of: words) > inside.columns - 3, let last = words.last,
                last.isLetter, let blank = words.lastIndex(of: " ")
            {
                words = String(words[..<blank])
            }
            canvas.put(
                words, column: inside.column + 2, row: inside.row + height, style: .quiet,
                in: inside.inset(right: 1))
        }
    }

    /// "… 12 more, bodies and states: 31": the entries from there on as the title counts them, and
    /// the heading of others that stand below.
    private func moreWords(from start: Int) -> String {
        let heading = rows[start...].firstIndex { $0.entry == nil }
        let rest = rows[start..<(heading ?? rows.endIndex)].indices
        // A topic over its points is not one of them.
        let count = rest.count { index in
            !rows[index].stem.isEmpty || rows[safe: index + 1]?.stem.isEmpty ?? true
        }
        var parts = count > 0 ? ["\(Wording.number(count)) more"] : []
        if let heading, case .heading(let words) = rows[heading].kind { parts.append(words) }
        return parts.isEmpty ? "that is all" : "… " + parts.joined(separator: ", ")
    }

    /// Rows that are shown of a list: one line is kept for saying how many more there are.
    static func height(_ rows: Int, count: Int) -> Int {
        count > rows && rows > 2 ? rows - 1 : rows
    }

    private func drawRow(
        _ row: FacetRow, into canvas: inout Canvas, in line: Rect, isSelected: Bool,
        context: FacetContext
    ) {
        guard case .entry(let field, let value) = row.kind else {
            if case .heading(let text) = row.kind {
                canvas.put(text, column: line.column + 2, row: line.row, style: .quiet, in: line)
            }
            return
        }
        let isFilter = context.filters.contains { $0.field == field && $0.value == value.id }
        let mark = isFilter ? "◉" : isSelected ? "▸" : " "
        let isOut = value.count == 0
        let style: Style = isOut ? .quiet : isFilter ? Style(.text, isBold: true) : .text
        canvas.put(mark, column: line.column, row: line.row, style: .focus, in: line)
        let right = rightText(field, value, context)
        let start = canvas.put(
            right, endingAt: line.columnRange.upperBound - 1, row: line.row,
            in: line)
        var column = line.column + 2
        if field == .source, let letter = ownLetter(value, context) {
            canvas.put(letter, column: line.column + 1, row: line.row, style: style, in: line)
            column += 1
        }
        if field == .cites { column += 1 }
        let names = Rect(
            column: line.column, row: line.row, columns: start - 1 - line.column, rows: 1)
        if !row.stem.isEmpty {
            column = canvas.put(
                row.stem + " ", column: column, row: line.row, style: .rule, in: names)
        }
        let isSource = field == .source || field == .cites
        let room = names.columnRange.upperBound - column
        let name =
            isSource && TextWidth.columns(of: value.name) > room
            ? Wording.shortOutlet(value.name) : value.name
        canvas.put(name, column: column, row: line.row, style: style, in: names)
        if isSelected { canvas.select(line) }
    }

    /// The letter of a source's only article.
    private func ownLetter(_ value: FacetValue, _ context: FacetContext) -> String? {
        guard let presence = value.presence, presence.nonzeroBitCount == 1,
            context.letters.indices.contains(presence.trailingZeroBitCount)
        else { return nil }
        return context.letters[presence.trailingZeroBitCount].letter
    }

    private func rightText(
        _ field: Query.Field, _ value: FacetValue, _ context: FacetContext
    ) -> StyledText {
        if field == .source, value.count == 0, !context.letters.isEmpty {
            return StyledText("filtered out", .quiet)
        }
        if field == .source, ownLetter(value, context) != nil, let presence = value.presence {
            let letter = context.letters[presence.trailingZeroBitCount]
            return StyledText(Wording.date(letter.published), .quiet)
        }
        let count = padded(Wording.number(value.count), 2)
        if let presence = value.presence, !context.letters.isEmpty {
            let strip = Strip.text(presence, letters: context.letters, shown: context.shown)
            return [(strip, .text), (count, .quiet)]
        }
        // The letters are not known yet: a strip will stand here.
        if value.presence != nil { return StyledText(count, .quiet) }
        let digits = max(2, Wording.number(context.most).count + 1)
        let bar = Strip.bar(value.count, of: context.most, cells: 6)
        return [(bar, .quiet), (padded(Wording.number(value.count), digits), .text)]
    }

    private func padded(_ text: String, _ columns: Int) -> String {
        String(repeating: " ", count: max(0, columns - text.count)) + text
    }
}
