import Analysis
import Queries

extension OverviewScreen {
    func draw(into canvas: inout Canvas, layout: ScreenLayout, state: State) {
        let body = layout.body
        guard let overview = state.overview else {
            canvas.drawNote(
                "Comparing what the articles say …", in: body.inset(left: 2, top: 1, right: 2))
            return
        }
        let facts = facts(state)
        guard !facts.isEmpty else {
            return drawWithoutFacts(into: &canvas, in: body, state: state)
        }
        let rows = FactTable.rows(facts)
        let table = tableRows(body, count: rows.count)
        drawHeads(into: &canvas, in: body, overview: overview, facts: facts, state: state)
        for offset in 0..<table where cursor.top + offset < rows.count {
            let line = Rect(
                column: 0, row: body.row + 1 + offset, columns: body.columns, rows: 1)
            switch rows[cursor.top + offset] {
            case .heading(let words):
                canvas.put(words, column: 1, row: line.row, style: .quiet, in: line)
            case .fact(let index):
                draw(
                    facts[index], into: &canvas, in: line, state: state, overview: overview,
                    isSelected: index == cursor.index)
            }
        }
        var row = body.row + 1 + table
        if let more = moreLine(facts, state, shown: table), row < body.rowRange.upperBound {
            canvas.put(more, column: 1, row: row, style: .quiet)
            row += 1
        }
        row = drawDetail(
            into: &canvas, in: body.inset(top: row - body.row), state: state, facts: facts)
        let rest = body.inset(top: row - body.row)
        if rest.rows >= 7 { drawRest(into: &canvas, in: rest, state: state) }
    }

    /// What is not among the facts shown, if anything.
    func moreLine(
        _ facts: [Disagreement], _ state: State, shown: Int
    ) -> String? {
        let all = state.clashes.facts.count
        let hidden = all - facts.count
        if !showsAll, hidden > 0 {
            return
                "\(hidden) more \(hidden == 1 ? "differs" : "differ") in version, time or spelling: X shows all "
                + (state.clashes.isComplete ? "\(all)" : "there are")
        }
        let below = facts.count - cursor.top - shown
        return below > 0 ? "… \(below) more" : nil
    }

    /// A column for each article when each gets room for a value, else the strip of letters.
    private func valueColumns(_ columns: Int, _ overview: Overview) -> (start: Int, width: Int)? {
        let start = min(34, max(26, columns / 4))
        guard !overview.letters.isEmpty, list == nil else { return nil }
        let width = (columns - start) / overview.letters.count
        return width >= 14 ? (start, width) : nil
    }

    private func drawHeads(
        into canvas: inout Canvas, in body: Rect, overview: Overview, facts: [Disagreement],
        state: State
    ) {
        let allContradict = facts.allSatisfy { $0.relation == .contradiction }
        let title = allContradict ? "They contradict" : "They differ"
        guard let (start, width) = valueColumns(body.columns, overview) else {
            canvas.drawHeading(
                title, scope: scope(facts.count, state), in: body, isFocused: true)
            return
        }
        canvas.drawHeading(title, in: body, isFocused: true)
        for (index, letter) in overview.letters.enumerated() {
            let column = body.column + start + index * width
            let isLast = index == overview.letters.count - 1
            let end = isLast ? body.columnRange.upperBound : column + width - 1
            let area = Rect(column: column, row: body.row, columns: end - column, rows: 1)
            let name: StyledText = [
                (" \(letter.letter) ", .focus), (Wording.shortOutlet(letter.outlet) + " ", .quiet),
            ]
            canvas.put(name, column: column - 1, row: body.row, in: area.inset(left: -1))
        }
    }

    private func draw(
        _ fact: Disagreement, into canvas: inout Canvas, in line: Rect, state: State,
        overview: Overview, isSelected: Bool
    ) {
        let mark = isSelected ? "▸" : " "
        canvas.put(mark, column: 1, row: line.row, style: .focus)
        let name = FactName.words(fact, labels: state.labels)
        let values = valueColumns(line.columns, overview)
        let nameArea = Rect(
            column: 2, row: line.row, columns: (values?.start ?? line.columns / 2) - 3, rows: 1)
        let style = Style(fact.relation == .contradiction ? .differs : .text)
        canvas.put(name, column: 2, row: line.row, style: style, in: nameArea)
        if let (start, width) = values {
            for (index, letter) in overview.letters.enumerated() {
                let column = line.column + start + index * width
                let area = Rect(column: column, row: line.row, columns: width - 1, rows: 1)
                let value = fact.values.first { $0.articleID == letter.articleID }
                let words = value.map {
                    let text = FactName.value($0.text, of: fact.about, labels: state.labels)
                    return OverviewScreen.cut(text, columns: width - 1)
                }
                canvas.put(
                    words ?? "·", column: column, row: line.row,
                    style: value == nil ? .quiet : .text, in: area)
            }
        } else if overview.letters.isEmpty || list != nil {
            drawTexts(of: fact, into: &canvas, in: line, state: state)
        } else {
            let speaking = overview.letters.map { letter in
                fact.values.contains { $0.articleID == letter.articleID } ? letter.letter : "·"
            }
            let count = speaking.count { $0 != "·" }
            let right: StyledText = [(speaking.joined(), .text), (" \(count)", .quiet)]
            canvas.put(right, endingAt: line.columnRange.upperBound - 1, row: line.row)
        }
        if isSelected { canvas.select(line) }
    }

    /// What is said of the fact, each text once, and how many articles say something of it.
    private func drawTexts(
        of fact: Disagreement, into canvas: inout Canvas, in line: Rect, state: State
    ) {
        let right = StyledText(Wording.number(fact.articleCount), .quiet)
        let end = canvas.put(right, endingAt: line.columnRange.upperBound - 1, row: line.row)
        let start = line.column + line.columns / 2
        let area = Rect(column: start, row: line.row, columns: end - 1 - start, rows: 1)
        var texts: [String] = []
        for value in fact.values {
            let text = FactName.value(value.text, of: fact.about, labels: state.labels)
            if !texts.contains(text) { texts.append(text) }
        }
        canvas.put(texts.joined(separator: " / "), column: start, row: line.row, in: area)
    }

    /// How many facts there are, and how far comparing has come.
    private func scope(_ count: Int, _ state: State) -> String {
        let facts = Wording.counted(count, "fact")
        let list = list ?? state.clashes
        guard !list.isComplete, let all = list.groupCount else { return facts }
        guard showsAll else { return facts + " so far" }
        let next = Wording.number(list.next)
        return "\(facts) · \(next) of \(Wording.number(all)) compared"
    }

    /// A value cut between words: a figure is never cut in half.
    private static func cut(_ text: String, columns: Int) -> String {
        guard TextWidth.columns(of: text) > columns,
            let first = Wrapping.lines(of: text, columns: columns - 2).first
        else { return text }
        return first.text + " …"
    }

    /// The sentences behind the selected fact; says in which row it ended.
    private func drawDetail(
        into canvas: inout Canvas, in rect: Rect, state: State, facts: [Disagreement]
    ) -> Int {
        guard let overview = state.overview, let fact = facts[safe: cursor.index], rect.rows >= 3
        else { return rect.row }
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
        let indent = rect.columns >= 100 ? 44 : 6
        let values = overview.letters.isEmpty ? fact.tellingValues : fact.values
        for value in values where row < rect.rowRange.upperBound {
            let letter = overview.letters.first { $0.articleID == value.articleID }
            drawHead(value, letter, into: &canvas, row: row, isWide: indent > 6, rect)
            if indent == 6 { row += 1 }
            let marks = [(scalars: value.range, style: Style.evidence)]
            let columns = min(90, rect.columns - indent - 2)
            for line in Wrapping.lines(of: value.sentenceText, columns: columns)
            where row < rect.rowRange.upperBound {
                canvas.put(line.styled(.text, marks: marks), column: indent, row: row, in: rect)
                row += 1
            }
        }
        return row
    }

    private func drawHead(
        _ value: Disagreement.Value, _ letter: ArticleLetter?, into canvas: inout Canvas,
        row: Int, isWide: Bool, _ rect: Rect
    ) {
        canvas.put(letter?.letter ?? " ", column: 2, row: row, style: .focus, in: rect)
        let outlet = Wording.shortOutlet(value.outlet)
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
        overview.articleCount == 0
            ? [
                "There are no articles yet.", "",
                EmptyResult.noArticles,
            ]
            : [
                "\(Wording.counted(overview.articleCount, "article")), "
                    + "\(Wording.counted(overview.sentenceCount, "sentence")), "
                    + "\(Wording.counted(overview.actorCount, "person or body", "people and bodies")), "
                    + "\(Wording.counted(overview.pointCount, "point")).",
                (list ?? state.clashes).isComplete
                    ? "No fact is known on which they differ."
                    : "Comparing what the articles say …",
            ]
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
        let rest = body.inset(top: row + 1 - body.row)
        if rest.rows >= 5, !empty { drawThingsToTry(into: &canvas, in: rest, state: state) }
    }
}
