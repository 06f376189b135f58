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

    /// Keeps so many lines; where some are left out, the last says how many.
    func cut(to rows: Int) -> NoteBlock {
        guard lines.count > rows, rows > 0 else { return self }
        var block = self
        let left = lines.count - rows + 1
        block.lines = Array(lines.prefix(rows - 1))
        block.lines.append(
            Line(column: 6, text: StyledText("… \(Wording.counted(left, "more line"))", .quiet)))
        return block
    }
}

extension ReaderScreen {
    /// The notes of the sentences in view, each beside the line where its sentence begins, or as
    /// near below it as there is room; those of the selected sentence are moved up to be whole.
    func drawNotes(into canvas: inout Canvas, in rect: Rect) {
        var free = 0
        var blocks = noteBlocks(in: rect)[...]
        while let (sentence, line, block) = blocks.popFirst() {
            var start = max(free, line)
            if block.isSelected { start = max(free, min(start, rect.rows - block.lines.count)) }
            // What stands below must leave the selected sentence's notes their room.
            let taken = blocks.first { $0.block.isSelected }?.block.lines.count ?? 0
            let room = rect.rows - start - (taken > 0 ? taken + 1 : 0)
            guard room > 0 else {
                if taken > 0 { continue }
                break
            }
            let shown = block.cut(to: room)
            draw(shown, of: sentence, into: &canvas, in: rect.inset(top: start))
            free = start + shown.lines.count + 1
        }
    }

    /// The sentences in view that have notes to show, with the line of the pane they begin in.
    private func noteBlocks(in rect: Rect) -> [(sentence: Int, line: Int, block: NoteBlock)] {
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
            return (sentence, max(0, extent.lowerBound - top), block)
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
