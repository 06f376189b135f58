import Analysis
import Queries

extension OverviewScreen {
    func draw(into canvas: inout Canvas, layout: ScreenLayout, state: State) {
        let body = layout.body
        guard state.overview != nil else {
            canvas.drawNote(
                "Comparing what the articles say …", in: body.inset(left: 2, top: 1, right: 2))
            return
        }
        let facts = facts(state)
        guard !facts.isEmpty else {
            return drawWithoutFacts(into: &canvas, in: body, state: state)
        }
        let rows = rows(state, columns: body.columns)
        var table = tableRows(body, count: rows.count)
        // A fact that would be cut is told whole further down, or not at all.
        while table > 1, case .rest? = rows[safe: cursor.top + table] { table -= 1 }
        drawHeads(into: &canvas, in: body, facts: facts, state: state)
        for offset in 0..<table where cursor.top + offset < rows.count {
            let line = Rect(
                column: 0, row: body.row + 1 + offset, columns: body.columns, rows: 1)
            let row = rows[cursor.top + offset]
            if case .heading(let words) = row {
                canvas.put(words, column: 1, row: line.row, style: .quiet, in: line)
            }
            guard let part = row.part else { continue }
            draw(facts[part.fact], part.line, into: &canvas, in: line, state: state)
            if part.fact == cursor.index {
                let mark = part.line == 0 ? "▸" : " "
                canvas.put(mark, column: 1, row: line.row, style: .focus)
                canvas.select(line)
            }
        }
        var row = body.row + 1 + table
        if let more = moreLine(rows, facts, state, shown: table), row < body.rowRange.upperBound {
            canvas.put(more, column: 1, row: row, style: .quiet)
            row += 1
        }
        let below = body.inset(top: row - body.row)
        guard body.columns < 170 else {
            return drawBeside(facts, into: &canvas, in: below, layout, state)
        }
        row = drawDetail(facts[safe: cursor.index], into: &canvas, in: below, state: state)
        let rest = body.inset(top: row - body.row)
        drawRest(into: &canvas, in: rest, state: state)
    }

    /// Where there is room for it, the facts after the selected one are told too, and the rest
    /// stands at their right.
    private func drawBeside(
        _ facts: [Disagreement], into canvas: inout Canvas, in rect: Rect, _ layout: ScreenLayout,
        _ state: State
    ) {
        let parts = BrowseLayout.columns(of: rect, widths: [rect.columns * 3 / 5])
        var area = parts[0]
        for fact in facts[min(cursor.index, facts.count)...] {
            // One that would be cut off waits until it is selected or there is room.
            guard area.rows >= detailRows(of: fact, area, state) || area.rows == rect.rows
            else { break }
            let end = drawDetail(fact, into: &canvas, in: area, state: state)
            area = area.inset(top: end - area.row + 1)
        }
        drawRest(into: &canvas, in: parts[1], state: state)
        let bottom = layout.ruleRow ?? rect.rowRange.upperBound
        canvas.drawRule(column: parts[0].columnRange.upperBound, rows: rect.row..<bottom)
    }

    /// What is not in the rows shown, if anything.
    func moreLine(
        _ rows: [FactTable.Row], _ facts: [Disagreement], _ state: State, shown: Int
    ) -> String? {
        let list = list ?? state.clashes
        let all = list.facts.count
        let hidden = all - facts.count
        let below = facts.count - FactTable.shownFacts(rows, top: cursor.top, rows: shown)
        guard !showsAll, hidden > 0 else { return below > 0 ? "… \(below) more" : nil }
        let isSpelling = list.facts.dropFirst(facts.count).allSatisfy { $0.relation == .spelling }
        let more =
            below > 0 || !isSpelling
            ? "… \(below + hidden) more" : "\(hidden) more, spelled or styled otherwise"
        return "\(more): X shows all " + (list.isComplete ? "\(all)" : "there are")
    }

    private func drawHeads(
        into canvas: inout Canvas, in body: Rect, facts: [Disagreement], state: State
    ) {
        let allContradict = facts.allSatisfy { $0.relation == .contradiction }
        let title = allContradict ? "They contradict" : "They differ"
        guard let values = valueColumns(body.columns, state) else {
            canvas.drawHeading(
                title, scope: scope(state), in: body, isFocused: true)
            return
        }
        canvas.drawHeading(title, in: body, isFocused: true)
        let letters = letters(state)
        for (index, letter) in letters.enumerated() {
            let column = body.column + values.start + index * values.width
            let isLast = index == letters.count - 1
            let end = isLast ? body.columnRange.upperBound : column + values.width - 1
            let area = Rect(column: column, row: body.row, columns: end - column, rows: 1)
            let name: StyledText = [
                (" \(letter.letter) ", .focus), (Wording.shortOutlet(letter.outlet) + " ", .quiet),
            ]
            canvas.put(name, column: column - 1, row: body.row, in: area.inset(left: -1))
        }
    }

    /// One line of a fact: its name, and what each article says of it or which of them speak.
    private func draw(
        _ fact: Disagreement, _ number: Int, into canvas: inout Canvas, in line: Rect, state: State
    ) {
        let style = Style(fact.relation == .contradiction ? .differs : .text)
        guard let columns = valueColumns(line.columns, state) else {
            let end = drawTexts(of: fact, into: &canvas, in: line, state: state)
            let name = FactTable.mark(of: fact) + FactName.words(fact, labels: state.labels)
            let area = line.inset(right: line.columnRange.upperBound - end)
            canvas.put(name, column: 2, row: line.row, style: style, in: area)
            return
        }
        let name = columns.name(of: fact, labels: state.labels)[safe: number] ?? ""
        canvas.put(name, column: 2, row: line.row, style: style, in: line)
        for (index, letter) in letters(state).enumerated() {
            let column = line.column + columns.start + index * columns.width
            let lines = columns.values(of: letter.articleID, in: fact, labels: state.labels)
            let words = lines.map { $0[safe: number] ?? "" } ?? (number == 0 ? "·" : "")
            canvas.put(
                words, column: column, row: line.row, style: lines == nil ? .quiet : .text,
                in: line)
        }
    }

    /// Which articles speak of a fact, by their letters where these are few, and how many they are.
    private func speaking(of fact: Disagreement, _ state: State) -> StyledText {
        let letters = letters(state)
        if letters.isEmpty { return StyledText(Wording.number(fact.articleCount), .quiet) }
        let strip = letters.map { letter in
            fact.values.contains { $0.articleID == letter.articleID } ? letter.letter : "·"
        }
        return [(strip.joined(), .text), (" \(strip.count { $0 != "·" })", .quiet)]
    }

    /// What is said of the fact, each text once where there is room for two, and which articles
    /// speak of it; says where that begins.
    private func drawTexts(
        of fact: Disagreement, into canvas: inout Canvas, in line: Rect, state: State
    ) -> Int {
        let end = canvas.put(
            speaking(of: fact, state), endingAt: line.columnRange.upperBound - 1, row: line.row)
        let start = line.column + line.columns / 2
        let area = Rect(column: start, row: line.row, columns: end - 1 - start, rows: 1)
        guard area.columns >= 20 else { return end - 1 }
        var texts = FactName.values(
            fact.values.map(\.text), of: fact.about, labels: state.labels)
        // So long that the second would be cut off, each of the first two gets half, or what the
        // other leaves.
        let rest = texts.dropFirst().joined(separator: " / ")
        let room = max((area.columns - 3) / 2, area.columns - 3 - TextWidth.columns(of: rest))
        if texts.count > 1, TextWidth.columns(of: texts[0]) > room {
            let first = Wrapping.lines(of: texts[0], columns: room, atMost: 1)
            texts[0] = first.first?.text ?? texts[0]
        }
        canvas.put(texts.joined(separator: " / "), column: start, row: line.row, in: area)
        return start - 1
    }

    /// How many facts there are, and how far comparing has come.
    private func scope(_ state: State) -> String {
        let list = list ?? state.clashes
        let facts = Wording.counted(list.facts.count, "fact")
        guard !list.isComplete, let all = list.groupCount else { return facts }
        guard showsAll else { return facts + " so far" }
        let next = Wording.number(list.next)
        return "\(facts) · \(next) of \(Wording.number(all)) compared"
    }

    /// The sentences behind a fact; says in which row it ended.
    private func drawDetail(
        _ fact: Disagreement?, into canvas: inout Canvas, in rect: Rect, state: State
    ) -> Int {
        guard let overview = state.overview, let fact, rect.rows >= 3 else { return rect.row }
        canvas.drawHeading(
            FactName.words(fact, labels: state.labels), scope: fact.relation.words, in: rect,
            isFocused: false)
        var row = rect.row + 1
        if !fact.explanation.isEmpty {
            for line in Wrapping.lines(of: "◦ " + fact.explanation, columns: rect.columns - 4)
            where row < rect.rowRange.upperBound {
                canvas.put(line.text, column: 2, row: row, style: Style(.machine), in: rect)
                row += 1
            }
        }
        return drawValues(
            of: fact, overview.letters, into: &canvas, in: rect.inset(top: row - rect.row))
    }

    /// The sentences as far as there is room, and how many more there are.
    private func drawValues(
        of fact: Disagreement, _ letters: [ArticleLetter], into canvas: inout Canvas, in rect: Rect
    ) -> Int {
        let indent = OverviewScreen.indent(in: rect)
        var (values, differing) = OverviewScreen.ordered(
            letters.isEmpty ? fact.tellingValues : fact.values, in: rect)
        var row = rect.row
        while let value = values.first {
            let left = rect.rowRange.upperBound - row
            let room = OverviewScreen.room(
                for: values, differing: differing, of: left, in: rect)
            guard room > 0 else {
                if left > 0 {
                    let more = "… \(Wording.number(values.count)) more"
                    canvas.put(more, column: 2, row: row, style: .quiet, in: rect)
                }
                return min(row + 1, rect.rowRange.upperBound)
            }
            let letter = letters.first { $0.articleID == value.articleID }
            drawHead(value, letter, into: &canvas, row: row, isWide: indent > 6, rect)
            if indent == 6 { row += 1 }
            let snippet = Snippet(
                value.sentenceText, around: [value.range],
                columns: OverviewScreen.sentenceColumns(in: rect), shown: room)
            row += canvas.draw(
                snippet, lines: room, style: .text,
                in: rect.inset(left: indent, top: row - rect.row))
            values.removeFirst()
            differing -= 1
        }
        return row
    }

    /// Where not all sentences fit, one for each text that differs comes first; says how many these
    /// are.
    private static func ordered(
        _ values: [Disagreement.Value], in rect: Rect
    ) -> (values: ArraySlice<Disagreement.Value>, differing: Int) {
        guard values.reduce(0, { $0 + rowCount(of: $1, in: rect) }) > rect.rows else {
            return (values[...], 0)
        }
        let first = values.indices.filter { index in
            !values[..<index].contains { $0.text == values[index].text }
        }
        let others = values.indices.filter { !first.contains($0) }
        return ((first + others).map { values[$0] }[...], first.count)
    }

    /// How many lines the first of these sentences gets of so many rows, under its head: all its
    /// own, or of the first `differing` what those among them leave; 0 where it has to wait.
    private static func room(
        for values: ArraySlice<Disagreement.Value>, differing: Int, of rows: Int, in rect: Rect
    ) -> Int {
        guard let first = values.first else { return 0 }
        let head = indent(in: rect) == 6 ? 1 : 0
        let whole = rowCount(of: first, in: rect)
        let rest = values.dropFirst()
        if rest.reduce(whole, { $0 + rowCount(of: $1, in: rect) }) <= rows { return whole - head }
        if differing <= 0 {
            if !rest.isEmpty { return whole < rows ? whole - head : 0 }
            return rows > head + 1 ? rows - head : 0
        }
        var telling = min(differing, values.count)
        // A line says how many are left out.
        func free() -> Int { rows - (telling < values.count ? 1 : 0) }
        while telling > 1, telling * (head + 1) > free() { telling -= 1 }
        let needed = rest.prefix(telling - 1).reduce(0) { $0 + rowCount(of: $1, in: rect) }
        let lines = min(whole, max(free() / telling, free() - needed)) - head
        return max(lines, values.startIndex == 0 ? min(1, rows - head) : 0)
    }

    /// How many lines the sentences behind a fact take, with their heading.
    private func detailRows(of fact: Disagreement, _ rect: Rect, _ state: State) -> Int {
        let words = Wrapping.lines(of: "◦ " + fact.explanation, columns: rect.columns - 4)
        return 1 + (fact.explanation.isEmpty ? 0 : words.count)
            + fact.values.reduce(0) { $0 + OverviewScreen.rowCount(of: $1, in: rect) }
    }

    /// How many lines a sentence takes, with who says it where that stands above it.
    private static func rowCount(of value: Disagreement.Value, in rect: Rect) -> Int {
        lines(of: value, in: rect).count + (indent(in: rect) == 6 ? 1 : 0)
    }

    /// Where sentences begin: beside who says it, or below.
    private static func indent(in rect: Rect) -> Int { rect.columns >= 100 ? 44 : 6 }

    private static func lines(of value: Disagreement.Value, in rect: Rect) -> [WrappedLine] {
        Wrapping.lines(of: value.sentenceText, columns: sentenceColumns(in: rect))
    }

    private static func sentenceColumns(in rect: Rect) -> Int {
        min(90, rect.columns - indent(in: rect) - 2)
    }

    private func drawHead(
        _ value: Disagreement.Value, _ letter: ArticleLetter?, into canvas: inout Canvas,
        row: Int, isWide: Bool, _ rect: Rect
    ) {
        canvas.put(letter?.letter ?? " ", column: 2, row: row, style: .focus, in: rect)
        let outlet =
            letter == nil ? Wording.outlet(value.outlet) : Wording.shortOutlet(value.outlet)
        let date = Wording.date(value.published)
        let number = Wording.sentence(value.sentence)
        if isWide {
            let names = Rect(column: 4, row: row, columns: 20, rows: 1)
            canvas.put(outlet, column: 4, row: row, in: names)
            canvas.put(StyledText(number, .quiet), endingAt: 29, row: row)
            canvas.put(StyledText(date, .quiet), endingAt: 43, row: row)
        } else {
            canvas.put(
                "\(outlet), \(date), \(number)", column: 4, row: row, style: .quiet, in: rect)
        }
    }

    /// What there is where no fact is known on which articles differ.
    func factlessLines(_ overview: Overview, _ state: State) -> [String] {
        guard overview.articleCount > 0 else {
            return ["There are no articles yet.", "", EmptyResult.noArticles]
        }
        if let list { return factlessLines(narrowed: list, of: overview.articleCount) }
        return [
            "\(Wording.counted(overview.articleCount, "article")), "
                + "\(Wording.counted(overview.sentenceCount, "sentence")), "
                + "\(Wording.counted(overview.actorCount, "person or body", "people and bodies")), "
                + "\(Wording.counted(overview.pointCount, "point")).",
            overview.articleCount == 1
                ? "One article differs from none. Import another: where they disagree stands here."
                : OverviewScreen.noFact(state.clashes),
        ]
    }

    private func factlessLines(narrowed list: ClashList, of all: Int) -> [String] {
        guard let count = list.articleCount else { return [OverviewScreen.noFact(list)] }
        return [
            "\(Wording.number(count)) of \(Wording.counted(all, "article")).",
            count < 2
                ? "It takes two articles to differ: U shows all \(Wording.number(all))."
                : OverviewScreen.noFact(list),
        ]
    }

    private static func noFact(_ list: ClashList) -> String {
        list.isComplete
            ? "No fact is known on which they differ." : "Comparing what the articles say …"
    }

    /// What articles that do not differ speak of, and whom they name, the commonest first.
    private func drawSubjects(into canvas: inout Canvas, in rect: Rect, state: State) -> Int {
        let facets = state.place.browse.facets
        var row = rect.row
        let isOne = state.overview?.articleCount == 1
        let subjects = [
            (isOne ? "It speaks of" : "They speak of", facets.points),
            (isOne ? "It names" : "They name", facets.actors),
        ]
        for (title, values) in subjects {
            guard !values.isEmpty, row + 3 < rect.rowRange.upperBound else { continue }
            let area = rect.inset(top: row - rect.row)
            canvas.drawHeading(
                title, scope: Wording.number(values.count), in: area, isFocused: false)
            let names = values.prefix(40).map(\.name).joined(separator: " · ")
            let lines = Wrapping.lines(
                of: names, columns: min(100, rect.columns - 4), atMost: min(4, area.rows - 2))
            for (offset, line) in lines.enumerated() {
                canvas.put(line.text, column: 2, row: row + 1 + offset, in: area)
            }
            row += lines.count + 2
        }
        return row - rect.row
    }

    private func drawWithoutFacts(into canvas: inout Canvas, in body: Rect, state: State) {
        guard let overview = state.overview else { return }
        canvas.drawHeading("The articles", in: body, isFocused: true)
        var row = body.row + 2
        let empty = overview.articleCount == 0
        for text in factlessLines(overview, state) {
            for line in Wrapping.lines(of: text, columns: body.columns - 4) {
                canvas.put(line.text, column: 2, row: row, in: body)
                row += 1
            }
        }
        var rest = body.inset(top: row + 1 - body.row)
        if rest.rows >= 14, !empty, list == nil {
            let used = drawSubjects(into: &canvas, in: rest.inset(bottom: 5), state: state)
            rest = rest.inset(top: used)
        }
        if rest.rows >= 5, !empty { drawThingsToTry(into: &canvas, in: rest, state: state) }
    }
}
