import Queries

extension Prompt {
    mutating func settle(_ layout: ScreenLayout) {
        let rows = layout.body.rows
        let height = max(1, kind == .search ? completionRows(helpRows(of: rows) - 1) : rows - 1)
        var index = choice ?? 0
        if !groups.isEmpty { index = lines.firstIndex(of: .suggestion(index)) ?? 0 }
        if index < top { top = index }
        if index >= top + height { top = index - height + 1 }
    }

    /// Where what fits stands, and what the chosen one leads to; nil where there is no room for it.
    func parts(of body: Rect) -> (list: Rect, peek: Rect?) {
        guard kind == .goTo, body.columns >= 110 else { return (body, nil) }
        let parts = BrowseLayout.columns(of: body, widths: [body.columns * 3 / 5])
        return (parts[0], parts[1])
    }

    /// What fits, over the whole body: names to go to, or commands.
    func drawList(into canvas: inout Canvas, layout: ScreenLayout, state: State) {
        let (body, beside) = parts(of: layout.body)
        let first = groups.first { $0.start == 0 }
        canvas.drawHeading(
            first?.title ?? kind.heading,
            scope: Wording.number(first?.count ?? suggestions.count), in: body, isFocused: true)
        let inside = body.inset(top: 1)
        let kinds = kindColumns(in: inside)
        let names = nameColumns(in: inside)
        let lines = lines
        for offset in 0..<inside.rows {
            var line = inside
            line.row += offset
            line.rows = 1
            switch lines[safe: top + offset] {
            case .heading(let group)?:
                canvas.drawHeading(
                    group.title, scope: Wording.number(group.count), in: line, isFocused: false)
            case .suggestion(let index)?:
                drawRow(
                    suggestions[index], into: &canvas, in: line,
                    isSelected: choice == index, kinds: kinds, names: names, state: state)
            case nil: break
            }
        }
        if suggestions.isEmpty, !text.isEmpty || kind == .saved {
            let words =
                text.isEmpty
                ? "No search is kept yet. Narrow the list with / or Space, then "
                    + ":save-search NAME keeps that." : emptyWords
            canvas.drawNote(words, in: inside.inset(left: 2, top: 1, right: 2))
        }
        if let beside {
            drawPeek(into: &canvas, in: beside, state: state)
            canvas.drawRules([body.columnRange.upperBound], layout: layout)
        }
    }

    /// As wide as the longest name, so that what it is stands near; three fifths of the line at
    /// most, unless what it is takes less.
    private func nameColumns(in rect: Rect) -> Int {
        let longest = suggestions.map { TextWidth.columns(of: $0.name) }.max() ?? 0
        let details = suggestions.map {
            TextWidth.columns(of: $0.detail) + ($0.isCounted ? 16 : 1)
        }
        let room = rect.columns - kindColumns(in: rect) - 2
        // Not less than most names take, so that what stands behind them stays where it is.
        let least = rect.columns < 100 ? 14 : 24
        return min(max(least, longest + 2), max(12, room - min(details.max() ?? 0, room * 2 / 5)))
    }

    /// What it is, or the keys of a command, stands before a name where there is room for both.
    private func kindColumns(in rect: Rect) -> Int {
        if rect.columns < 40 { return 0 }
        if rect.columns < 100 { return 10 }
        let longest = suggestions.map { TextWidth.columns(of: $0.kind) }.max() ?? 0
        return min(max(10, longest + 2), 20)
    }

    /// What the chosen suggestion says of itself, where its row has no room for it and nothing is
    /// told of it beside.
    func cutDetail(_ state: State, in body: Rect) -> String? {
        let (list, beside) = parts(of: body)
        guard beside == nil, let chosen = suggestions[safe: choice ?? 0] else { return nil }
        let start = 2 + kindColumns(in: list) + nameColumns(in: list)
        let right = chosen.isCounted ? state.coverage(of: chosen, chosen.count ?? 0).columns + 2 : 0
        let room = list.columns - 1 - right - start
        return TextWidth.columns(of: chosen.detail) > room ? chosen.detail : nil
    }

    private func drawRow(
        _ suggestion: Suggestion, into canvas: inout Canvas, in line: Rect, isSelected: Bool,
        kinds: Int, names: Int, state: State
    ) {
        let mark = isSelected ? "▸" : " "
        canvas.put(mark, column: line.column + 1, row: line.row, style: .focus, in: line)
        if isSelected { canvas.select(line) }
        let name = Rect(
            column: line.column + 2 + kinds, row: line.row,
            columns: kinds == 0 ? line.columns - 2 : names - 1, rows: 1)
        let marks = suggestion.highlights.map { (scalars: $0..<$0 + 1, style: Style.evidence) }
        canvas.put(
            marks.isEmpty
                ? StyledText(suggestion.name)
                : StyledText(suggestion.name, .text, marks: marks), column: name.column,
            row: line.row, in: name)
        // Elsewhere the name has the whole line.
        guard kinds > 0 else { return }
        let kindArea = Rect(column: line.column + 2, row: line.row, columns: kinds - 1, rows: 1)
        canvas.put(
            suggestion.kind, column: line.column + 2, row: line.row, style: .quiet, in: kindArea)
        let detailColumn = name.column + names
        var end = line.columnRange.upperBound - 1
        if suggestion.isCounted, let count = suggestion.count {
            end =
                canvas.put(
                    state.coverage(of: suggestion, count), endingAt: end, row: line.row, in: line)
                - 2
        }
        let details = Rect(
            column: detailColumn, row: line.row, columns: end - detailColumn, rows: 1)
        canvas.put(
            suggestion.detail, column: detailColumn, row: line.row, style: .quiet, in: details)
    }
}

extension Suggestion {
    /// In how many articles it is means something: not of an article.
    fileprivate var isCounted: Bool {
        if case .entry(let entry) = target, entry.kind == .article { return false }
        return (count ?? 0) > 0
    }
}

extension State {
    /// The strip of the articles it is in, or how many they are.
    fileprivate func coverage(of suggestion: Suggestion, _ count: Int) -> StyledText {
        let facets = place.browse.facets
        var values: [FacetValue] = []
        if !letters.isEmpty, case .entry(let entry) = suggestion.target {
            values =
                switch entry.kind {
                case .participant: facets.actors
                case .point: facets.points
                case .source: facets.cited
                case .article, .draft, .event: []
                }
            values = values.filter { $0.id == entry.id }
        }
        guard let presence = values.first?.presence else {
            return StyledText(Wording.counted(count, "article"), .quiet)
        }
        return [
            (Strip.text(presence, letters: letters, shown: .max), .text),
            (" " + Wording.number(count), .quiet),
        ]
    }
}
