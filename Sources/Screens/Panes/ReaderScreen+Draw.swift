import Algorithms
import Analysis
import Intake
import Queries

extension ReaderScreen {
    /// Columns before the text: sentence number and the mark of the selected sentence.
    static func gutter(in rect: Rect) -> Int { rect.columns >= 56 ? 5 : 2 }

    /// The text pane's columns for its words: 50 to 70 are best read.
    static func textColumns(in rect: Rect) -> Int {
        max(2, min(70, rect.columns - gutter(in: rect) - 2))
    }

    /// Draws the lines in view; the selected sentence has a bar, its findings their words marked.
    func drawText(into canvas: inout Canvas, in rect: Rect, isFocused: Bool) {
        guard let layout else { return }
        let gutter = ReaderScreen.gutter(in: rect)
        for offset in 0..<rect.rows where layout.lines.indices.contains(top + offset) {
            let row = rect.row + offset
            switch layout.lines[top + offset] {
            case .blank: break
            case .section(let title):
                let style: Style =
                    others != .shown && !matched.isEmpty ? .quiet : Style(.text, isBold: true)
                let text: StyledText = [("── ", .rule), (title, style), (" ──", .rule)]
                canvas.put(text, column: rect.column + gutter, row: row, in: rect)
            case .gap(let count):
                let words = count == 0 ? "…" : "… \(Wording.counted(count, "sentence")) hidden"
                canvas.put(words, column: rect.column + gutter, row: row, style: .rule, in: rect)
            case .text(let pieces, let begins, let from):
                if gutter > 2, let number = number(ofLine: top + offset, begins),
                    isShown(number)
                {
                    drawNumber(number, into: &canvas, rect, row)
                }
                draw(pieces, from: from, into: &canvas, in: rect, row: row, gutter: gutter)
            }
        }
    }

    /// The selected sentence has its number in the line where it begins, though another begins
    /// there before it.
    private func number(ofLine line: Int, _ begins: Int?) -> Int? {
        if layout?.extents[safe: sentence]?.lowerBound == line { return sentence }
        return begins == sentence ? nil : begins
    }

    private func drawNumber(_ sentence: Int, into canvas: inout Canvas, _ rect: Rect, _ row: Int) {
        let style: Style = sentence == self.sentence ? .focus : .quiet
        canvas.put(
            StyledText(String(sentence + 1), style), endingAt: rect.column + 3, row: row, in: rect)
    }

    private func draw(
        _ pieces: [TextLayout.Piece], from start: Int, into canvas: inout Canvas,
        in rect: Rect, row: Int, gutter: Int
    ) {
        var column = rect.column + gutter
        var hasSelected = false
        var isLeavingOut = false
        var from = start
        let current = search?.currentRange(in: sentence)
        for piece in pieces {
            guard isShown(piece.sentence) else {
                if !isLeavingOut {
                    canvas.put("…", column: column, row: row, style: .rule, in: rect)
                }
                isLeavingOut = true
                column += TextWidth.columns(of: piece.text)
                from += piece.text.unicodeScalars.count
                continue
            }
            isLeavingOut = false
            hasSelected = hasSelected || piece.sentence == sentence
            let end = from + piece.text.unicodeScalars.count
            let marks = ReaderScreen.ranges(highlights, from: from, to: end).map { range in
                (
                    scalars: range.lowerBound - from..<range.upperBound - from,
                    style: current?.overlaps(range) == true
                        ? Style(.evidence, isBold: true, isUnderlined: true) : .evidence
                )
            }
            let style = style(of: piece)
            column =
                marks.isEmpty
                ? canvas.put(piece.text, column: column, row: row, style: style, in: rect)
                : canvas.put(
                    StyledText(piece.text, style, marks: marks), column: column, row: row, in: rect)
            from = end
        }
        if hasSelected {
            canvas.put("▌", column: rect.column + gutter - 1, row: row, style: .focus, in: rect)
        }
    }

    /// What findings rest on is underlined, in the selected sentence as evidence; beside what was
    /// searched for, which has that look then, it is underlined there, too.
    private func style(of piece: TextLayout.Piece) -> Style {
        let isHere = piece.sentence == sentence
        if isDimmed(piece.sentence) { return Style(.quiet, isBold: isHere) }
        if piece.isMarked, isHere, highlights.isEmpty { return .evidence }
        return Style(.text, isBold: isHere, isUnderlined: piece.isMarked)
    }

    /// The parts of ranges, ascending and apart, that lie in a stretch.
    private static func ranges(
        _ ranges: [Range<Int>], from start: Int, to end: Int
    ) -> [Range<Int>] {
        let first = ranges.partitioningIndex { $0.upperBound > start }
        return ranges[first...].prefix { $0.lowerBound < end }.map { $0.clamped(to: start..<end) }
    }
}

extension ReaderScreen {
    /// Where the words stand on the reader's own screen.
    static func textArea(_ layout: ScreenLayout) -> Rect {
        parts(of: layout)[0].inset(top: 1)
    }

    /// Text at the left, what was found beside it, and at the right what other articles have; text
    /// only where it would be too narrow.
    static func parts(of layout: ScreenLayout) -> [Rect] { row(layout)?.parts ?? [layout.body] }

    /// The same with how wide they can be; nil where there is only text.
    static func row(_ layout: ScreenLayout) -> PaneRow? {
        let body = layout.body
        guard body.columns >= 100 else { return nil }
        let text = min(77, body.columns * 5 / 8)
        guard body.columns >= 170 else {
            return PaneRow(body, [(.text, text)], least: [40, 24], wanted: layout.widths)
        }
        let rest = max(0, body.columns - (layout.widths.columns[.text] ?? text) - 2)
        return PaneRow(
            body, [(.text, text), (.found, rest * 3 / 7)], least: [40, 24, 30],
            wanted: layout.widths)
    }

    /// Where what other articles have stands; nil where there is no room for it.
    static func asideArea(_ layout: ScreenLayout) -> Rect? { parts(of: layout)[safe: 2] }

    mutating func settle(_ layout: ScreenLayout, letters: [ArticleLetter]) {
        let area = ReaderScreen.textArea(layout)
        lay(columns: ReaderScreen.textColumns(in: area))
        reveal(height: textRows(layout))
        if let area = ReaderScreen.asideArea(layout) {
            aside?.settle(in: area, letters: letters)
        } else {
            isInAside = false
        }
    }

    /// Rows of the text; where nothing stands beside it, findings take some of them below it.
    func textRows(_ layout: ScreenLayout) -> Int {
        layout.body.rows - 1 - notesRows(layout)
    }

    private func notesRows(_ layout: ScreenLayout) -> Int {
        guard ReaderScreen.parts(of: layout).count == 1 else { return 0 }
        let rows = layout.body.rows - 1
        if isAskingWhy { return rows / 2 }
        return rows >= 14 ? min(6, max(4, rows / 4)) : 0
    }

    func draw(into canvas: inout Canvas, layout: ScreenLayout, state: State) {
        let parts = ReaderScreen.parts(of: layout)
        let rows = textRows(layout)
        let range = self.layout.map { text -> String in
            let shown = text.extents.indices.filter {
                isShown($0) && text.extents[$0].upperBound >= top
                    && text.extents[$0].lowerBound < top + rows
            }
            guard let first = shown.first, let last = shown.last else { return "" }
            return "§\(first + 1)–\(last + 1) of \(text.extents.count)"
        }
        canvas.drawHeading("Text", scope: range ?? "", in: parts[0], isFocused: !isInAside)
        let area = parts[0].inset(top: 1)
        var text = area
        text.rows = rows
        drawText(into: &canvas, in: text, isFocused: true)
        if parts.count > 1 {
            drawBesideHeading(into: &canvas, in: parts[1])
            drawBeside(into: &canvas, in: parts[1].inset(top: 1))
            if let rect = parts[safe: 2] { drawAside(into: &canvas, in: rect, state: state) }
            canvas.drawRules(BrowseLayout.ruleColumns(parts), layout: layout)
        } else if notesRows(layout) > 2 {
            var below = area
            below.row += text.rows
            below.rows = area.rows - text.rows
            drawBelow(into: &canvas, in: below)
        }
    }

    private func drawAside(into canvas: inout Canvas, in rect: Rect, state: State) {
        guard let aside else {
            return canvas.drawHeading("Among the others", in: rect, isFocused: isInAside)
        }
        aside.draw(into: &canvas, in: [rect], state: state, hasKeys: isInAside)
    }

    /// What was found in the selected sentence, under the text.
    private func drawBelow(into canvas: inout Canvas, in rect: Rect) {
        canvas.drawHeading(
            isAskingWhy ? "Why is this here" : "Found in this sentence",
            scope: Wording.sentence(sentence), in: rect, isFocused: false)
        let inside = rect.inset(top: 1)
        if isAskingWhy {
            drawWhy(into: &canvas, in: inside)
            return
        }
        var row = inside.row
        let found = notes?.bySentence[safe: sentence] ?? []
        let next = notes?.undecided(in: sentence)
        for (index, note) in found.enumerated() where row < inside.rowRange.upperBound {
            if row == inside.rowRange.upperBound - 1, index < found.count - 1 {
                let more = "… \(found.count - index) more"
                canvas.put(more, column: 2, row: row, style: .quiet, in: inside)
                break
            }
            let words = ([note.text] + note.details).joined(separator: " · ")
            var line: StyledText = [(note.sign + " ", Style(note.role))]
            line.append(words, note.verdict == .rejected ? .quiet : .text)
            if let next, note == next { canvas.put("▸", column: 1, row: row, style: .focus) }
            canvas.put(line, column: 2, row: row, in: inside.inset(right: 1))
            row += 1
        }
        if found.isEmpty {
            canvas.put("No rule found anything in it.", column: 2, row: row, style: .quiet)
        }
    }
}
