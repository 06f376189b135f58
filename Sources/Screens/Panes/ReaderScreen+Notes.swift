import Queries

// What was found in the sentences in view, in the column beside them.

/// The notes of one sentence, as the lines they take.
private struct NoteBlock {
    struct Line {
        /// Columns from the left of the pane.
        var column: Int
        var text: StyledText
        /// Stands before the text: what kind of note it is, and whether it is decided about next.
        var sign = StyledText()
    }

    var lines: [Line] = []
    let isSelected: Bool

    /// So many notes of a sentence that is not selected are told.
    private static let limit = 4

    /// The selected sentence's notes are whole; the others make room for their neighbours.
    init(_ notes: [SentenceNote], columns: Int, isSelected: Bool, next: SentenceNote?) {
        self.isSelected = isSelected
        let limit = isSelected ? notes.count : NoteBlock.limit
        for note in notes.prefix(limit) { add(note, columns: columns, isNext: note == next) }
        guard notes.count > limit else { return }
        lines.append(
            Line(column: 6, text: StyledText("… \(notes.count - limit) more", .quiet)))
    }

    private mutating func add(_ note: SentenceNote, columns: Int, isNext: Bool) {
        let limit = isSelected ? Int.max : 2
        let style: Style =
            note.verdict == .rejected
            ? .quiet : isSelected || note.role != .machine ? .text : Style(.machine)
        let first = lines.count
        for line in Wrapping.lines(of: note.text, columns: columns - 7, atMost: limit) {
            lines.append(Line(column: 6, text: StyledText(line.text, style)))
        }
        lines[first].sign = [(isNext ? "▸" : " ", .focus), (note.sign, Style(note.role))]
        for detail in note.details {
            for line in Wrapping.lines(of: detail, columns: columns - 9, atMost: limit) {
                lines.append(Line(column: 8, text: StyledText(line.text, .quiet)))
            }
        }
    }

    /// Keeps so many lines; where some are left out, the last says how many, and where there is one
    /// alone it ends in the sign of more.
    func cut(to rows: Int) -> NoteBlock {
        guard lines.count > rows, rows > 0 else { return self }
        var block = self
        guard rows > 1 else {
            block.lines = Array(lines.prefix(1))
            block.lines[0].text.append(" …", .quiet)
            return block
        }
        let left = lines.count - rows + 1
        block.lines = Array(lines.prefix(rows - 1))
        block.lines.append(
            Line(column: 6, text: StyledText("… \(Wording.counted(left, "more line"))", .quiet)))
        return block
    }
}

/// The notes of a sentence, beside the line of the pane that it begins in.
private struct PlacedNotes {
    var sentence: Int
    var line: Int
    var block: NoteBlock
}

/// The notes of the sentences in view in one column: each beside the line its sentence begins in or
/// as near as there is room, so that none is missing. Those of the selected sentence are whole; the
/// others are cut alike until all have a place.
private struct NoteColumn {
    private(set) var notes: [PlacedNotes]

    /// The most lines of a block, and the blank lines between two: from what reads best to what
    /// takes least.
    private static let measures = [
        (13, 1), (8, 1), (6, 1), (5, 1), (4, 1), (5, 0), (4, 0), (3, 0), (2, 0), (1, 0),
    ]

    init(_ notes: [PlacedNotes], rows: Int) {
        self.notes = notes
        var (most, gap) = (1, 0)
        for measure in NoteColumn.measures {
            (most, gap) = measure
            if height(most: most, gap: gap) <= rows { break }
        }
        while self.notes.count > 1, height(most: most, gap: gap) > rows { dropFarthest() }
        cut(to: most, spare: rows - height(most: most, gap: gap), rows: rows)
        settle(gap: gap, rows: rows)
    }

    private func height(most: Int, gap: Int) -> Int {
        notes.reduce(-gap) { sum, placed in
            let lines = placed.block.lines.count
            return sum + gap + (placed.block.isSelected ? lines : min(lines, most))
        }
    }

    /// There are more sentences than lines: those far from the selected one go.
    private mutating func dropFarthest() {
        let selected = notes.firstIndex { $0.block.isSelected } ?? 0
        if selected > notes.count - 1 - selected { notes.removeFirst() } else { notes.removeLast() }
    }

    /// Lines that are to spare go to the neighbours of the selected sentence, one each.
    private mutating func cut(to most: Int, spare: Int, rows: Int) {
        var spare = spare
        let selected = notes.firstIndex { $0.block.isSelected } ?? 0
        for index in notes.indices.sorted(by: { abs($0 - selected) < abs($1 - selected) }) {
            let block = notes[index].block
            let isLonger = spare > 0 && !block.isSelected && block.lines.count > most
            if isLonger { spare -= 1 }
            notes[index].block = block.cut(to: block.isSelected ? rows : most + (isLonger ? 1 : 0))
        }
    }

    private mutating func settle(gap: Int, rows: Int) {
        var end = rows
        for index in notes.indices.reversed() {
            end -= notes[index].block.lines.count
            notes[index].line = max(0, min(notes[index].line, end))
            end -= gap
        }
        var free = 0
        for index in notes.indices {
            notes[index].line = max(free, notes[index].line)
            free = notes[index].line + notes[index].block.lines.count + gap
        }
    }
}

extension ReaderScreen {
    func drawNotes(into canvas: inout Canvas, in rect: Rect) {
        for placed in NoteColumn(noteBlocks(in: rect), rows: rect.rows).notes {
            draw(
                placed.block, of: placed.sentence, into: &canvas, in: rect.inset(top: placed.line))
        }
    }

    /// The sentences in view that have notes to show, with the line of the pane they begin in.
    private func noteBlocks(in rect: Rect) -> [PlacedNotes] {
        guard let layout, let notes else { return [] }
        return notes.sentences.compactMap { sentence in
            guard layout.extents.indices.contains(sentence), isShown(sentence) else { return nil }
            let extent = layout.extents[sentence]
            guard extent.upperBound >= top, extent.lowerBound < top + rect.rows else { return nil }
            let isHere = sentence == self.sentence
            let shown = notes.bySentence[sentence].filter { isHere || !$0.isQuiet }
            guard !shown.isEmpty else { return nil }
            let block = NoteBlock(
                shown, columns: rect.columns, isSelected: isHere,
                next: isHere ? notes.undecided(in: sentence) : nil)
            return PlacedNotes(
                sentence: sentence, line: max(0, extent.lowerBound - top), block: block)
        }
    }

    private func draw(
        _ block: NoteBlock, of sentence: Int, into canvas: inout Canvas, in rect: Rect
    ) {
        canvas.put(
            StyledText(String(sentence + 1), block.isSelected ? .focus : .quiet),
            endingAt: rect.column + 3, row: rect.row, in: rect)
        for (offset, line) in block.lines.enumerated() {
            let row = rect.row + offset
            canvas.put(line.sign, column: rect.column + 3, row: row, in: rect)
            canvas.put(line.text, column: rect.column + line.column, row: row, in: rect)
        }
    }
}
