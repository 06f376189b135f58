import Queries

extension ProposalsScreen {
    /// Why no name is listed.
    func emptyWords(_ answer: ProposalsAnswer) -> String {
        answer.setAside.isEmpty
            ? "Every person, body and outlet that a rule is sure of is in the dossier; groups such as "
                + "“US officials” are not proposed. :import PATH brings articles, and with them names; q goes back."
            : "All have been decided about; o shows those set aside."
    }

    func draw(into canvas: inout Canvas, layout: ScreenLayout, state: State) {
        guard !rows.isEmpty else { return drawList(into: &canvas, in: layout.body, state: state) }
        let (list, below) = ProposalsScreen.parts(of: layout.body)
        // Where only one pane fits, the one with the focus is it.
        if below != nil || !isInSentences { drawList(into: &canvas, in: list, state: state) }
        if let area = below ?? (isInSentences ? list : nil) {
            drawSentences(into: &canvas, in: area, state: state)
        }
        if let below, below.row == list.row {
            canvas.drawRules(BrowseLayout.ruleColumns([list, below]), layout: layout)
        }
    }

    private func drawList(into canvas: inout Canvas, in rect: Rect, state: State) {
        let hidden = max(0, (answer?.openCount ?? 0) - (answer?.open.count ?? 0))
        let more = hidden > 0 ? "\(Wording.number(hidden)) more not shown" : ""
        canvas.drawHeading("Not in the dossier", scope: more, in: rect, isFocused: !isInSentences)
        guard let answer else { return }
        if rows.isEmpty {
            canvas.drawNote(
                emptyWords(answer), in: rect.inset(left: 2, top: 1, right: 1))
            return
        }
        for offset in 0..<max(0, rect.rows - 1) {
            let index = cursor.top + offset
            guard let proposal = rows[safe: index] else { break }
            var line = rect
            line.row += 1 + offset
            line.rows = 1
            draw(proposal, at: index, into: &canvas, in: line, state: state)
        }
    }

    private func draw(
        _ proposal: Proposal, at index: Int, into canvas: inout Canvas, in line: Rect,
        state: State
    ) {
        let isSelected = index == cursor.index
        let row = line.row
        if isSelected { canvas.put("▸", column: line.column + 1, row: row, style: .focus) }
        let mark: StyledText =
            proposal.isSetAside ? [("×", .quiet)] : [("◦", Style(.machine))]
        canvas.put(mark, column: line.column + 3, row: row, in: line)
        let count = ProposalsScreen.count(of: proposal, state)
        let end = canvas.put(
            count, endingAt: line.columnRange.upperBound - 1, row: row, in: line)
        let kind = canvas.put(
            StyledText(proposal.kind.words, .quiet), endingAt: end - 2, row: row, in: line)
        let room = Rect(
            column: line.column, row: row, columns: kind - 1 - line.column, rows: 1)
        canvas.put(
            proposal.name, column: line.column + 5, row: row,
            style: proposal.isSetAside ? .quiet : .text, in: room)
        if isSelected, !isInSentences { canvas.select(line.inset(left: 1)) }
    }

    /// The strip of articles where they have letters, and how many there are; as wide for all.
    private static func count(of proposal: Proposal, _ state: State) -> StyledText {
        let number = Wording.number(proposal.articleCount)
        let padded = String(repeating: " ", count: max(0, 3 - number.utf8.count)) + number
        guard let presence = proposal.presence, !state.letters.isEmpty else {
            return StyledText(padded, .quiet)
        }
        let strip = Strip.text(presence, letters: state.letters, shown: .max)
        return [(strip, .text), (padded, .quiet)]
    }

    private func drawSentences(into canvas: inout Canvas, in rect: Rect, state: State) {
        guard let lines = column?.lines else {
            canvas.drawHeading("Sentences", in: rect, isFocused: isInSentences)
            return
        }
        for offset in 0..<rect.rows {
            guard let line = lines[safe: top + offset] else { break }
            var area = rect
            area.row += offset
            area.rows = 1
            PageScreen.draw(
                line, into: &canvas, in: area, isFocused: isInSentences,
                isSelected: isInSentences && line.item == sentence, state: state)
        }
    }
}

extension State {
    /// A click selects; on what is selected already it opens.
    mutating func clickInProposals(_ mouse: Key.Mouse, _ layout: ScreenLayout) -> Click {
        let (list, below) = ProposalsScreen.parts(of: layout.body)
        let screen = place.proposals
        if let area = below ?? (screen.isInSentences ? list : nil),
            area.contains(column: mouse.column, row: mouse.row)
        {
            let line = screen.column?.lines[safe: screen.top + mouse.row - area.row]
            guard let item = line?.item else { return .outside }
            if screen.isInSentences, screen.sentence == item { return .again }
            place.proposals.select(sentence: item)
            return .selected
        }
        let index = screen.cursor.top + mouse.row - list.row - 1
        guard mouse.row > list.row, list.contains(column: mouse.column, row: mouse.row),
            screen.rows.indices.contains(index)
        else { return .outside }
        if index == screen.cursor.index, !screen.isInSentences { return .again }
        place.proposals.select(row: index)
        return .selected
    }
}
