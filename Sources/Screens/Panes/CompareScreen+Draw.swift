import Analysis
import Intake
import Queries

extension CompareScreen {
    func draw(into canvas: inout Canvas, layout: ScreenLayout, state: State) {
        let body = layout.body
        let names = articles.indices.map { letter($0, state.letters) }
        if CompareScreen.isSideBySide(body.columns, count: articles.count) {
            drawBeside(into: &canvas, layout: layout, names: names)
        } else {
            // Where no line above says how they are aligned.
            let scope = layout.queryRow == nil ? "by \(alignment.rawValue)" : ""
            canvas.drawHeading(
                legend(names, columns: body.columns - 10 - scope.count), scope: scope, in: body,
                isFocused: true)
            let inside = body.inset(top: 1)
            for offset in 0..<inside.rows {
                guard let line = lines[safe: cursor.top + offset] else { break }
                drawLine(line, into: &canvas, row: inside.row + offset, parts: [body], names: names)
            }
        }
        drawNothingShared(into: &canvas, layout: layout)
    }

    /// Says so when no sentence of one asserts what one of another does, or no row has come about.
    private func drawNothingShared(into canvas: inout Canvas, layout: ScreenLayout) {
        if alignment == .wording { return drawWordingNote(into: &canvas, layout: layout) }
        guard let words = notes.first else { return }
        canvas.drawNote(
            words, in: layout.body.inset(left: 3, top: lines.count + 2, right: 3))
    }

    /// That nothing is shared or found, and whose words are not counted.
    var notes: [String] {
        if alignment == .wording { return wordingNotes }
        if blocks.isEmpty {
            switch alignment {
            case .sentence: return ["These articles have no sentences."]
            case .point: return ["None of these articles speaks of a point; s aligns by fact."]
            case .wording: return []
            case .fact:
                return ["None of these articles gives a figure or a day; s aligns by sentence."]
            }
        }
        guard isFolded, alignment == .sentence, comparison.rows.allSatisfy({ $0.kind == .only })
        else { return [] }
        return [
            "No sentence of one was found to assert what one of another does. o unfolds them; "
                + "s aligns by point."
        ]
    }

    private var wordingNotes: [String] {
        let retold = articles.count { $0.article.kind == .digest }
        var notes: [String] = []
        if blocks.isEmpty {
            notes.append("They quote nothing alike and copy no sentence of one another.")
        }
        if retold > 0 {
            let which = retold == 1 ? "1 article is" : "\(retold) articles are"
            notes.append("\(which) retold in our words: only what they quote is compared.")
        }
        return notes
    }

    /// Under the last row.
    private func drawWordingNote(into canvas: inout Canvas, layout: ScreenLayout) {
        let place = lines.count - cursor.top
        guard !notes.isEmpty, place >= 0, place + 2 < layout.body.rows else { return }
        let words = notes.joined(separator: " ")
        var area = layout.body.inset(left: 3, top: place + 2, right: 3)
        area.rows = min(area.rows, Wrapping.lines(of: words, columns: area.columns).count)
        canvas.fill(area)
        canvas.drawNote(words, in: area)
    }

    /// The letter of a column's article, or its number where articles carry no letters.
    func letter(_ column: Int, _ letters: [ArticleLetter]) -> String {
        let id = articles[safe: column]?.article.id
        return letters.first { $0.articleID == id }?.letter ?? String(column + 1)
    }

    /// Which article each letter stands for, where they stand one under the other: with the days
    /// where there is room.
    private func legend(_ names: [String], columns: Int) -> String {
        func words(_ day: (Article) -> String) -> String {
            zip(names, articles).map { name, analyzed in
                "\(name) \(Wording.shortOutlet(analyzed.article.outlet))\(day(analyzed.article))"
            }
            .joined(separator: " · ")
        }
        let dated = words { ", \(Wording.date($0.published))" }
        return TextWidth.columns(of: dated) <= columns ? dated : words { _ in "" }
    }

    /// What stands over a column: of too much "retold" goes first, then the end of the outlet; the
    /// day stays.
    private func heading(
        _ article: Article, _ name: String, columns: Int
    ) -> (title: String, scope: String) {
        let isNarrow = columns < 64
        let outlet =
            isNarrow ? Wording.shortOutlet(article.outlet) : Wording.outlet(article.outlet)
        let day = Wording.date(article.published)
        let count =
            isNarrow
            ? "§1–\(article.sentences.count)"
            : Wording.counted(article.sentences.count, "sentence")
        // The rules and blanks around both.
        let room = columns - 9 - TextWidth.columns(of: "\(name) , \(day)")
        func fits(_ scope: String) -> Bool {
            TextWidth.columns(of: outlet) + TextWidth.columns(of: scope) <= room
        }
        let retold = article.kind == .digest ? "\(count), retold" : count
        let scope = fits(retold) ? retold : count
        let left = max(4, room - TextWidth.columns(of: scope))
        let short = Wrapping.lines(of: outlet, columns: left, atMost: 1).first?.text ?? outlet
        return ("\(name) \(fits(scope) ? outlet : short), \(day)", scope)
    }

    private func drawBeside(
        into canvas: inout Canvas, layout: ScreenLayout, names: [String]
    ) {
        let body = layout.body
        let lead = articles.count > 2 ? 2 : 0
        let area = body.inset(left: lead)
        let width = (area.columns - articles.count + 1) / max(1, articles.count)
        let parts = BrowseLayout.columns(
            of: area, widths: Array(repeating: width, count: articles.count - 1))
        for (index, part) in parts.enumerated() {
            let area = index == 0 ? part.inset(left: -lead) : part
            let (title, scope) = heading(
                articles[index].article, names[index], columns: area.columns)
            canvas.drawHeading(title, scope: scope, in: area, isFocused: index == 0)
        }
        canvas.drawRules(BrowseLayout.ruleColumns(parts), layout: layout)
        let inside = body.inset(top: 1)
        for offset in 0..<inside.rows {
            guard let line = lines[safe: cursor.top + offset] else { break }
            drawLine(line, into: &canvas, row: inside.row + offset, parts: parts, names: names)
        }
    }

    private func drawLine(
        _ line: Line, into canvas: inout Canvas, row: Int, parts: [Rect], names: [String]
    ) {
        switch line {
        case .blank: break
        case .cells(let cells, let mark, let block):
            let shown =
                block != cursor.index
                ? cells
                : cells.map { Cell(number: $0.number, text: Self.comingForward($0.text)) }
            drawCells(shown, mark, into: &canvas, row: row, parts: parts)
            // By point or fact the row's name stands above it and has the sign.
            let isFirst = mark != nil && !alignment.hasNames
            drawPointer(block, row: row, isFirst: isFirst, into: &canvas)
        case .stacked(let letter, let number, let text, let mark, let block):
            if let mark {
                canvas.put(mark.text, column: 1, row: row, style: Style(mark.role, isBold: true))
            }
            drawPointer(block, row: row, isFirst: mark != nil, into: &canvas)
            if let number {
                let column = number < 99 ? 3 : 2
                canvas.put(names[safe: letter] ?? "", column: column, row: row, style: .focus)
                canvas.put(StyledText(Wording.sentence(number), .quiet), endingAt: 8, row: row)
            }
            let shown = block == cursor.index ? Self.comingForward(text) : text
            canvas.put(shown, column: 9, row: row)
        case .fold(let columns, let words, let block):
            drawFold(columns, words, into: &canvas, row: row, parts: parts, names: names)
            drawPointer(block, row: row, isFirst: true, into: &canvas)
        case .note(let text, let mark, let block, let isFirst):
            if let mark {
                canvas.put(mark.text, column: 1, row: row, style: Style(mark.role, isBold: true))
            }
            let end = canvas.size.columns - 1
            let area = Rect(column: 3, row: row, columns: end - 3, rows: 1)
            // The rule between the columns stays where the words do not reach it.
            if parts.count > 1 {
                var under = area
                under.columns = min(area.columns, text.columns + 3)
                canvas.fill(under)
            }
            canvas.put(text, column: mark == nil ? 5 : 3, row: row, in: area)
            if isFirst { drawPointer(block, row: row, isFirst: true, into: &canvas) }
        }
    }

    /// The row one is on: its first line carries the sign.
    private func drawPointer(_ block: Int, row: Int, isFirst: Bool, into canvas: inout Canvas) {
        guard block == cursor.index, isFirst else { return }
        canvas.put("▸", column: 0, row: row, style: .focus)
        canvas.select(Rect(column: 0, row: row, columns: canvas.size.columns, rows: 1))
    }

    private func drawCells(
        _ cells: [Cell], _ mark: Mark?, into canvas: inout Canvas, row: Int, parts: [Rect]
    ) {
        for (part, cell) in zip(parts, cells) {
            if let number = cell.number {
                canvas.put(
                    StyledText(String(number + 1), .quiet), endingAt: part.column + 4, row: row)
            }
            canvas.put(
                cell.text, column: part.column + CompareSetter.numberColumns + 1, row: row,
                in: part)
        }
        guard let mark else { return }
        let style = Style(mark.role, isBold: true)
        let column = parts.count == 2 ? parts[0].columnRange.upperBound : 1
        canvas.put(mark.text, column: column, row: row, style: style)
    }

    private func drawFold(
        _ columns: [Int], _ words: [String], into canvas: inout Canvas, row: Int, parts: [Rect],
        names: [String]
    ) {
        canvas.horizontalRule(
            row: row, columns: 1..<canvas.size.columns - 1, stroke: .dotted)
        let shown = zip(columns, words).map { column, text in
            (column: column, text: text.replacing("\u{0}", with: names[safe: column] ?? ""))
        }
        guard parts.count > 1 else {
            let all = " " + shown.map(\.text).joined(separator: " · ") + " "
            canvas.put(
                all, column: 4, row: row, style: Style(.only), in: parts[0].inset(right: 1))
            return
        }
        for (column, text) in shown {
            let part = parts[column]
            canvas.put(
                " \(text) ", column: part.column + 4, row: row, style: Style(.only),
                in: part.inset(right: 1))
        }
    }
}
