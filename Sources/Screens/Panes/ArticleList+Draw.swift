import Analysis
import Queries

/// What the list needs to know of the corpus to draw itself.
struct ListContext {
    var letters: [ArticleLetter]
    /// Articles picked for comparing, in order.
    var chosen: [String]
    var isFocused: Bool
    /// The list follows a query: passages stand under the titles.
    var isNarrowed: Bool
    /// Articles that do not meet the query step back.
    var dimsOthers: Bool
    /// Facts on which the articles differ, and the names of what they are about.
    var facts: [Disagreement]
    var labels: Labels

    func letter(of id: String) -> String? {
        letters.first { $0.articleID == id }?.letter
    }
}

extension ArticleList {
    /// "5", "2 of 5, 1 copy folded".
    var scope: String {
        let count =
            met == corpusTotal
            ? Wording.number(met)
            : "\(Wording.number(met)) of \(Wording.number(corpusTotal))"
        guard foldedCopies > 0 else { return count }
        return count + ", \(Wording.counted(foldedCopies, "copy", "copies")) folded"
    }

    /// Draws the heading and only the rows in view. Where the canvas shows `past`, which differs in
    /// nothing but the selection, only the rows that a move has changed or shifted.
    func draw(
        into canvas: inout Canvas, in rect: Rect, over past: ArticleList? = nil,
        context: ListContext, heading: String
    ) {
        let past = past?.cursor.top == cursor.top ? past : nil
        if past == nil {
            canvas.clear(rect)
            drawHeading(into: &canvas, in: rect, context: context, heading: heading)
        }
        let inside = rect.inset(top: 1)
        var area = inside
        var rowBefore = inside.row
        var index = cursor.top
        while index < total, area.rows > 0 {
            let lines = lines(at: index, in: inside)
            let isSelected = index == cursor.index || index == past?.cursor.index
            if past == nil || isSelected || area.row != rowBefore {
                if past != nil { canvas.clear(area.inset(bottom: max(0, area.rows - lines))) }
                draw(index, into: &canvas, in: area, listRect: inside, context: context)
            }
            rowBefore += past?.lines(at: index, in: inside) ?? 0
            area = area.inset(top: lines)
            index += 1
        }
        if past != nil {
            if area.row == rowBefore { return }
            canvas.clear(area)
        }
        guard index == total, isLoaded else { return }
        if total < corpusTotal {
            drawLeftOut(into: &canvas, in: area, context: context)
        } else if !context.isNarrowed {
            drawFacts(into: &canvas, in: area, context: context)
        }
    }

    private func drawHeading(
        into canvas: inout Canvas, in rect: Rect, context: ListContext, heading: String
    ) {
        let scope = isLoaded ? scope : ""
        let isTight = TextWidth.columns(of: heading + scope) + 9 > rect.columns
        canvas.drawHeading(
            isTight ? heading.replacing(" first", with: "") : heading, scope: scope, in: rect,
            isFocused: context.isFocused)
    }

    /// Under a short list: on what the articles differ, or that they do.
    private func drawFacts(into canvas: inout Canvas, in rect: Rect, context: ListContext) {
        let facts = context.facts
        guard !facts.isEmpty, rect.rows >= 3 else { return }
        let words = Wording.counted(facts.count, "fact")
        guard rect.rows >= 8 else {
            canvas.horizontalRule(
                row: rect.row, columns: rect.column + 1..<rect.columnRange.upperBound - 1,
                stroke: .dashed)
            canvas.put(
                "They differ on \(words): X", column: rect.column + 3, row: rect.row + 1,
                style: .quiet, in: rect)
            return
        }
        canvas.drawHeading(
            "Where they disagree", scope: "X \(words)", in: rect, isFocused: false)
        let rows = FactTable.rows(facts)
        var shown = rows.count < rect.rows ? rows.count : rect.rows - 2
        if shown < rows.count, case .heading = rows[shown - 1] { shown -= 1 }
        for (offset, row) in rows.prefix(shown).enumerated() {
            let line = Rect(
                column: rect.column, row: rect.row + 1 + offset, columns: rect.columns, rows: 1)
            switch row {
            case .heading(let words):
                canvas.put(words, column: line.column + 1, row: line.row, style: .quiet, in: line)
            case .fact(let index), .rest(let index, _):
                draw(facts[index], into: &canvas, in: line, context: context)
            }
        }
        if shown < rows.count {
            let count = facts.count - FactTable.shownFacts(rows, top: 0, rows: shown)
            canvas.put(
                "… \(count) more", column: rect.column + 1, row: rect.row + 1 + shown,
                style: .quiet, in: rect)
        }
    }

    private func draw(
        _ fact: Disagreement, into canvas: inout Canvas, in line: Rect, context: ListContext
    ) {
        let speaking = context.letters.map { letter in
            fact.values.contains { $0.articleID == letter.articleID } ? letter.letter : "·"
        }
        let count = context.letters.isEmpty ? fact.articleCount : speaking.count { $0 != "·" }
        let right: StyledText = [(speaking.joined(), .text), (" \(count)", .quiet)]
        let start = canvas.put(right, endingAt: line.columnRange.upperBound - 1, row: line.row)
        let names = Rect(
            column: line.column, row: line.row, columns: start - 1 - line.column, rows: 1)
        let style = Style(fact.relation == .contradiction ? .differs : .text)
        let mark = FactTable.mark(of: fact)
        canvas.put(mark, column: line.column + 1, row: line.row, style: style, in: names)
        let name = FactName.words(fact, labels: context.labels)
        canvas.put(name, column: line.column + 3, row: line.row, style: style, in: names)
    }

    /// Says which articles do not fit, where there is room: nothing is left out in silence.
    private func drawLeftOut(into canvas: inout Canvas, in rect: Rect, context: ListContext) {
        let out = context.letters.filter { letter in !rows.contains { $0.id == letter.articleID } }
        guard total < corpusTotal, !out.isEmpty, rect.rows >= 2 else { return }
        canvas.horizontalRule(
            row: rect.row, columns: rect.column + 1..<rect.columnRange.upperBound - 1,
            stroke: .dashed)
        let words =
            out.count == 1 ? " 1 article does not fit " : " \(out.count) articles do not fit "
        canvas.put(words, column: rect.column + 2, row: rect.row, style: .quiet, in: rect)
        for (offset, letter) in out.reversed().enumerated() where offset + 1 < rect.rows {
            let row = rect.row + 1 + offset
            let date = StyledText(Wording.date(letter.published), .quiet)
            let start = canvas.put(
                date, endingAt: rect.columnRange.upperBound - 1, row: row, in: rect)
            let names = Rect(
                column: rect.column, row: row, columns: start - 1 - rect.column, rows: 1)
            canvas.put(letter.letter, column: rect.column + 1, row: row, style: .quiet, in: names)
            canvas.put(
                Wording.outlet(letter.outlet), column: rect.column + 3, row: row, style: .quiet,
                in: names)
        }
    }

    /// Draws one row, on as many lines as `lines(at:in:)` says.
    private func draw(
        _ index: Int, into canvas: inout Canvas, in area: Rect, listRect: Rect,
        context: ListContext
    ) {
        let isSelected = index == cursor.index
        guard let row = row(index) else {
            canvas.put("…", column: area.column + 2, row: area.row, style: .quiet, in: area)
            return
        }
        // Where one is at a passage it stands in place of the article.
        var line = area
        if ArticleList.setting(in: listRect) == .line {
            drawLine(row, into: &canvas, in: area, context: context)
        } else {
            let passage = drawBlock(
                row, index, into: &canvas, in: area, isSelected: isSelected, context: context)
            if let passage { line = line.inset(left: 3, top: passage - area.row) }
        }
        line.rows = 1
        let mark = isSelected ? "▸" : " "
        canvas.put(mark, column: line.column, row: line.row, style: .focus, in: area)
        // The first line only: a move then changes two lines of the terminal.
        if isSelected, context.isFocused { canvas.select(line) }
    }

    /// "no match", with blanks after it; empty where it does, or nobody asked.
    private static func otherWords(_ row: ArticleRow, _ context: ListContext) -> String {
        context.dimsOthers && !row.isMet ? "no match  " : ""
    }

    /// "edited  copy 2 of 3", with blanks after it; empty where it is neither.
    static func copyWords(_ row: ArticleRow) -> String {
        (row.editCount > 0 ? "edited  " : "")
            + (row.copyCount > 0 ? "copy \(row.copyNumber) of \(row.copyCount)  " : "")
    }

    /// Letter, outlet and date on one line, a tick before the date of what is picked.
    private func drawHead(
        _ row: ArticleRow, into canvas: inout Canvas, in area: Rect, context: ListContext,
        date: String, isShort: Bool
    ) -> Int {
        let end = area.columnRange.upperBound - 1
        let isPicked = context.chosen.contains(row.id)
        let copy = ArticleList.copyWords(row)
        let right: StyledText = [
            (isPicked ? "✓ " : "", .focus), (row.isMarked ? "* " : "", .focus),
            (ArticleList.otherWords(row, context), .quiet), (copy, Style(.machine)),
            (date, .quiet),
        ]
        let start = canvas.put(right, endingAt: end, row: area.row, in: area)
        var column = area.column + 1
        if let letter = context.letter(of: row.id) {
            let style: Style =
                context.dimsOthers && !row.isMet ? .quiet : Style(.text, isBold: true)
            canvas.put(letter, column: column, row: area.row, style: style)
        }
        column += 1
        if !row.isRead { canvas.put("•", column: column, row: area.row, style: .focus, in: area) }
        column += 1
        let names = Rect(
            column: area.column, row: area.row, columns: start - 1 - area.column, rows: 1)
        let outlet = isShort ? Wording.shortOutlet(row.outlet) : Wording.outlet(row.outlet)
        let style =
            context.dimsOthers && !row.isMet
            ? .quiet : Style(row.outlet == nil ? .unnamed : .text, isBold: !isShort)
        column = canvas.put(outlet, column: column, row: area.row, style: style, in: names)
        return column
    }

    private func drawLine(
        _ row: ArticleRow, into canvas: inout Canvas, in area: Rect, context: ListContext
    ) {
        let isNarrow = area.columns < 40
        let date = isNarrow ? Wording.shortDate(row.published) : Wording.date(row.published)
        let column = drawHead(
            row, into: &canvas, in: area, context: context, date: date, isShort: true)
        guard !isNarrow, area.columns >= 60, let title = row.title else { return }
        let start = max(column + 2, area.column + 22)
        let tick = context.chosen.contains(row.id) ? 2 : 0
        let copy = ArticleList.otherWords(row, context) + ArticleList.copyWords(row)
        let columns =
            area.columnRange.upperBound - 2 - tick - TextWidth.columns(of: copy + date) - start
        canvas.put(
            title, column: start, row: area.row, style: .quiet,
            in: Rect(column: start, row: area.row, columns: columns, rows: 1))
    }

    /// Returns the row of the passage one is at, where it is drawn.
    private func drawBlock(
        _ row: ArticleRow, _ index: Int, into canvas: inout Canvas, in area: Rect,
        isSelected: Bool, context: ListContext
    ) -> Int? {
        _ = drawHead(
            row, into: &canvas, in: area, context: context, date: Wording.date(row.published),
            isShort: false)
        var used = 1
        let wrapped = ArticleList.titleLines(of: row, columns: area.columns - 5)
        let titles = Rect(
            column: area.column + 3, row: area.row + 1, columns: area.columns - 4,
            rows: min(2, area.rows - 1))
        for (offset, line) in wrapped.prefix(2).enumerated() {
            let isCut = offset == 1 && wrapped.count > 2
            canvas.put(
                line.text + (isCut ? " …" : ""), column: titles.column,
                row: titles.row + offset,
                style: row.title == nil || context.dimsOthers && !row.isMet ? .quiet : .text,
                in: titles)
            used += 1
        }
        var current: Int?
        for passage in shownPassages(of: row, at: index) {
            let isCurrent = isSelected && isCurrent(passage, of: row)
            if isCurrent, used < area.rows { current = area.row + used }
            used += draw(passage, into: &canvas, in: area, at: used, isCurrent: isCurrent)
        }
        let hidden = row.passages.count - shownPassages(of: row, at: index).count
        if hidden > 0 {
            let least = row.passages.count >= ArticleList.passageLimit ? "at least " : ""
            canvas.put(
                "… \(least)\(hidden) more", column: area.column + 4, row: area.row + used,
                style: .quiet, in: area)
        }
        return current
    }

    private func isCurrent(_ passage: Passage, of row: ArticleRow) -> Bool {
        guard let index = self.passage, row.passages.indices.contains(index) else { return false }
        return row.passages[index] == passage
    }

    /// A passage: its sentence number, then its words with the hits marked, cut after two lines.
    private func draw(
        _ passage: Passage, into canvas: inout Canvas, in area: Rect, at offset: Int,
        isCurrent: Bool
    ) -> Int {
        let snippet = Snippet(passage, columns: area.columns - 5 - numberWidth)
        let all = snippet.lines
        let column = area.column + 4
        canvas.put(
            Wording.sentence(passage.sentence), column: column, row: area.row + offset,
            style: isCurrent ? .focus : .quiet, in: area)
        let marks = snippet.highlights.map { (scalars: $0, style: Style.evidence) }
        for (index, line) in all.prefix(2).enumerated() {
            var text = line.styled(.quiet, marks: marks)
            if index == 1, all.count > 2 { text.append(" …", .quiet) }
            canvas.put(
                text, column: column + numberWidth, row: area.row + offset + index,
                in: area.inset(right: 1))
        }
        return min(2, all.count)
    }
}
