import Analysis
import Intake
import Queries

extension ConcordanceRow.Fate {
    /// The sign before the word, which says the same without colour.
    var sign: String {
        switch self {
        case .kept: "="
        case .changed: "≈"
        case .split: "÷"
        case .merged: "&"
        case .dropped: "×"
        case .new: "+"
        }
    }

    fileprivate var style: Style {
        switch self {
        case .kept: Style(.same)
        case .changed, .split, .merged: Style(.overlap)
        case .dropped: Style(.differs)
        case .new: Style(.only)
        }
    }
}

/// Where the columns of the table stand, from the left.
private struct DraftColumns {
    let from: Range<Int>
    let fate: Range<Int>
    let to: Range<Int>
    /// Empty where there is no room for what the dossier notes.
    let note: Range<Int>
    let reported: Range<Int>

    init(_ columns: Int, letters: Int, _ page: DraftsPage) {
        // "░ none", or the strip and a count, with a blank before it and one after.
        let right = max(letters + 4, 8)
        reported = columns - right..<columns
        let fateColumns = columns >= 70 ? 10 : 2
        let rest = columns - 1 - right - fateColumns
        let hasNote = columns >= 100
        let most = hasNote ? rest / 3 : rest / 2
        let wanted = [
            DraftColumns.wanted(page.rows.map(\.from), page.from),
            DraftColumns.wanted(page.rows.map(\.to), page.to),
        ].map { hasNote ? min($0, most) : most }
        from = 1..<1 + wanted[0]
        fate = from.upperBound..<from.upperBound + fateColumns
        to = fate.upperBound..<fate.upperBound + wanted[1]
        note = hasNote ? to.upperBound..<reported.lowerBound : to.upperBound..<to.upperBound
    }

    /// What a draft's title and the names of its points take, each with its number.
    private static func wanted(_ provisions: [Provision?], _ draft: Draft) -> Int {
        let names = provisions.compactMap { $0 }.map {
            TextWidth.columns(of: $0.title) + ($0.isCertain ? 4 : 6)
        }
        return max(TextWidth.columns(of: draft.title) + 3, names.max() ?? 0)
    }
}

extension DraftsScreen {
    /// Why there is no page, where there is none.
    var emptyWords: String {
        guard isLoaded else { return "Fetching the drafts …" }
        return query.knownOn.map {
            "On \(Wording.longDate(PublicationDate(day: $0))) there were no two drafts to "
                + "compare yet; } goes on in time."
        }
            ?? "The dossier compares no drafts: [[concordance]] in its file says what became "
            + "of each numbered point."
    }

    func draw(into canvas: inout Canvas, layout: ScreenLayout, state: State) {
        let body = layout.body
        guard let page else {
            return canvas.drawNote(emptyWords, in: body.inset(left: 2, top: 1, right: 2))
        }
        let columns = DraftColumns(body.columns, letters: state.letters.count, page)
        drawHeads(into: &canvas, body, columns, page)
        let height = tableRows(body)
        for offset in 0..<height {
            guard let row = rows[safe: cursor.top + offset] else { break }
            let line = Rect(
                column: 0, row: body.row + 1 + offset, columns: body.columns, rows: 1)
            let before = rows[safe: cursor.top + offset - 1]
            draw(
                row, into: &canvas, line, columns, state: state,
                isSplit: offset > 0 && row.from != nil && before?.from == row.from,
                isSelected: cursor.top + offset == cursor.index)
        }
        drawDetail(into: &canvas, in: body.inset(top: 1 + height), page, state: state)
    }

    private func drawHeads(
        into canvas: inout Canvas, _ body: Rect, _ columns: DraftColumns, _ page: DraftsPage
    ) {
        canvas.drawHeading("", in: body, isFocused: true)
        func head(_ words: String, _ range: Range<Int>) {
            let area = Rect(
                column: range.lowerBound, row: body.row, columns: range.count - 1, rows: 1)
            let end = canvas.put(
                " " + words, column: range.lowerBound, row: body.row, style: .quiet,
                in: area.inset(right: 1))
            canvas.put(" ", column: end, row: body.row, in: area)
        }
        head(page.from.title, columns.from)
        if columns.fate.count > 4 { head("Fate", columns.fate) }
        head(page.to.title, columns.to)
        if !columns.note.isEmpty { head("What became of it", columns.note) }
        canvas.put(
            StyledText(columns.note.isEmpty ? " In " : " Subject in ", .quiet),
            endingAt: body.columnRange.upperBound, row: body.row)
    }

    private func draw(
        _ row: DraftsPage.Row, into canvas: inout Canvas, _ line: Rect, _ columns: DraftColumns,
        state: State, isSplit: Bool, isSelected: Bool
    ) {
        func put(_ text: StyledText, _ range: Range<Int>) {
            let area = Rect(
                column: range.lowerBound, row: line.row, columns: range.count - 1, rows: 1)
            canvas.put(text, column: range.lowerBound, row: line.row, in: area)
        }
        func name(_ provision: Provision?) -> StyledText {
            guard let provision else { return StyledText("–", .quiet) }
            let number = provision.number < 10 ? " \(provision.number)" : "\(provision.number)"
            let sure = provision.isCertain ? "" : " ~"
            return [(number + " ", .quiet), (provision.title + sure, .text)]
        }
        if isSelected {
            canvas.put("▸", column: 0, row: line.row, style: .focus, in: line)
        }
        // What became several stands once.
        put(row.from == nil || isSplit ? StyledText() : name(row.from), columns.from)
        let fate = columns.fate.count > 4 ? "\(row.fate.sign) \(row.fate.rawValue)" : row.fate.sign
        put(StyledText(fate, row.fate.style), columns.fate)
        put(name(row.to), columns.to)
        // What the dossier notes, else how the later draft has it where that is another way.
        let later = row.fate == .kept ? nil : row.to?.text
        if let note = row.note ?? later, !columns.note.isEmpty {
            put(StyledText(note, .quiet), columns.note)
        }
        let count = "\(row.articleCount)"
        let strip = row.presence.map {
            Strip.text($0, letters: state.letters, shown: page?.shown ?? .max) + " "
        }
        let reported: StyledText =
            row.articleCount == 0
            ? StyledText("░ none", .rule)
            : [
                (row.isShared ? "~" : "", .quiet), (strip ?? "", row.isShared ? .quiet : .text),
                (count, .quiet),
            ]
        canvas.put(reported, endingAt: line.columnRange.upperBound - 1, row: line.row)
        if isSelected { canvas.select(line) }
    }

    /// What is told of the selected row, and where there is room of those after it.
    private func drawDetail(
        into canvas: inout Canvas, in rect: Rect, _ page: DraftsPage, state: State
    ) {
        guard let selected else { return }
        let isRoomy = rect.rows >= 16
        var first = block(of: selected, page, lines: isRoomy ? 8 : 3)
        addSentences(to: &first, lines: isRoomy ? 4 : 2, state)
        let next = rows.dropFirst(cursor.index + 1)
        canvas.draw(
            first, then: next.lazy.map { block(of: $0, page, lines: 3) }, in: rect,
            bottom: rect.rowRange.upperBound)
    }

    /// The sentences from the one before the chosen one on.
    private func addSentences(to block: inout DetailBlock, lines: Int, _ state: State) {
        let sentences = shownSentences
        if sentences.count > 1 {
            block.scope = [block.scope, "sentence \(choice + 1) of \(sentences.count)"]
                .filter { !$0.isEmpty }.joined(separator: " · ")
        }
        for (index, sentence) in sentences.enumerated().dropFirst(max(0, choice - 1)) {
            if index == ownCount {
                block.add(
                    StyledText(" "), "On its subject, though not in its words:", .quiet, lines: 1)
            }
            let letter = state.letters.first { $0.articleID == sentence.articleID }?.letter
            block.add(
                sentence, of: letter ?? Wording.shortOutlet(sentence.outlet),
                isChosen: sentences.count > 1 ? index == choice : nil, lines: lines)
        }
    }

    /// Both wordings from the dossier, and what it notes.
    private func block(
        of row: DraftsPage.Row, _ page: DraftsPage, lines: Int
    ) -> DetailBlock {
        var block = DetailBlock(title(of: row), scope: row.to?.state ?? "")
        for (draft, provision) in [(page.from, row.from), (page.to, row.to)] {
            guard let provision, !provision.text.isEmpty else { continue }
            let date = draft.date.map { Wording.date($0) } ?? draft.title
            block.add(
                [("● ", Style(.confirmed)), (date + " ", .quiet)], provision.text, lines: lines)
        }
        if row.from != nil, row.to == nil {
            block.add([("● ", Style(.confirmed))], "Not in \(page.to.title).", .quiet, lines: 1)
        }
        if let note = row.note { block.add([("● ", Style(.confirmed))], note, .quiet, lines: 2) }
        return block
    }

    /// "6 Army ceiling → 4 Size of the army".
    func title(of row: DraftsPage.Row) -> String {
        func words(_ provision: Provision?) -> String? {
            provision.map { "\($0.number) \($0.title)" }
        }
        let parts = [words(row.from), words(row.to)].compactMap { $0 }
        return parts.joined(separator: " → ")
    }

    // MARK: Words

    var name: String {
        guard let page else { return "Drafts" }
        guard let from = page.from.size, let to = page.to.size else { return "Drafts compared" }
        return "Drafts, \(from) points become \(to)"
    }

    /// "5 kept · 12 changed".
    var facts: [String] {
        guard let page else { return [] }
        let words = ConcordanceRow.Fate.allCases.compactMap { fate -> String? in
            let count = page.count(fate)
            return count == 0 ? nil : "\(count) \(fate.rawValue)"
        }
        return [words.joined(separator: " · ")]
    }

    var legend: (left: StyledText, right: StyledText) {
        let place = rows.isEmpty ? "" : "row \(cursor.index + 1) of \(rows.count)"
        return (
            [
                ("●", Style(.confirmed)), (" from the dossier; ~ less certain  ", .quiet),
                ("░", .rule), (" no article speaks of it", .quiet),
            ], StyledText(place, .quiet)
        )
    }

    /// What is shown, then the drafts' whole names: they stand over the columns too, so that where
    /// the line is short it is they that are cut off.
    var sentence: StyledText {
        guard let page else { return StyledText() }
        var words: [String] = []
        if page.pairCount > 1 { words.append("pair \(page.pair + 1) of \(page.pairCount)") }
        if let size = page.to.size, page.untraced > 0 {
            words.append("\(page.untraced) of the \(size) not traced")
        }
        if isFolded { words.append("what stayed is folded away") }
        words.append("\(page.from.title) and \(page.to.title)")
        return StyledText(words.joined(separator: "   "), .quiet)
    }
}
