import Queries

/// What is told of one row of a table: a heading, and marked paragraphs one under the other.
struct DetailBlock {
    struct Paragraph {
        var mark: StyledText
        var text: String
        var style: Style
        /// Scalars of the text that are shown as evidence.
        var marks: [Range<Int>]
        /// It takes so many lines at most where others want the room; a cut ends in `…`.
        var limit: Int

        /// Where its text begins, beside the mark.
        func indent(_ columns: Int) -> Int { min(1 + mark.columns, columns / 3) }

        /// Its lines in so many columns, those beyond the limit too.
        func lines(_ columns: Int) -> [WrappedLine] {
            Wrapping.lines(of: text, columns: columns - indent(columns) - 3)
        }

        /// Its lines where so many are shown: what is evidence is not cut off.
        func snippet(_ columns: Int, shown: Int) -> Snippet {
            Snippet(text, around: marks, columns: columns - indent(columns) - 3, shown: shown)
        }
    }

    var title: String
    var scope = ""
    private(set) var paragraphs: [Paragraph] = []

    init(_ title: String, scope: String = "") {
        self.title = title
        self.scope = scope
    }

    mutating func add(
        _ mark: StyledText, _ text: String, _ style: Style = .text, marks: [Range<Int>] = [],
        lines limit: Int
    ) {
        paragraphs.append(
            Paragraph(mark: mark, text: text, style: style, marks: marks, limit: limit))
    }

    /// A sentence behind the letter of its article, or what else stands for it. Where one can be
    /// chosen among several, the chosen one has the lines and the others half of them.
    mutating func add(
        _ sentence: CitedSentence, of head: String, isChosen: Bool? = nil, lines: Int
    ) {
        add(
            [
                (isChosen == true ? "▸" : " ", .focus), (head + " ", .focus),
                (Wording.sentence(sentence.sentence) + " ", .quiet),
            ], sentence.text, isChosen == false ? .quiet : .text, marks: sentence.highlights,
            lines: isChosen == true ? lines : (lines + 1) / 2)
    }

    /// The lines it takes in so many columns, with its heading.
    func rowCount(_ columns: Int) -> Int {
        paragraphs.reduce(1) { $0 + min($1.limit, $1.lines(columns).count) }
    }
}

extension Canvas {
    /// Draws a block as far as there is room, and says in which row it ended.
    @discardableResult
    mutating func draw(_ block: DetailBlock, in rect: Rect) -> Int {
        guard rect.rows >= 2 else { return rect.row }
        drawHeading(block.title, scope: block.scope, in: rect, isFocused: false)
        var row = rect.row + 1
        var spare = max(0, rect.rows - block.rowCount(rect.columns))
        for (index, paragraph) in block.paragraphs.enumerated() {
            let left = rect.rowRange.upperBound - row
            let rest = block.paragraphs.count - index
            guard left > 1 || left == rest else {
                if left > 0 {
                    let more = "… \(Wording.number(rest)) more"
                    put(more, column: rect.column + 1, row: row, style: .quiet, in: rect)
                }
                return rect.rowRange.upperBound
            }
            let indent = paragraph.indent(rect.columns)
            put(
                paragraph.mark, column: rect.column + 1, row: row,
                in: Rect(column: rect.column + 1, row: row, columns: max(0, indent - 1), rows: 1))
            let count = paragraph.lines(rect.columns).count
            // Room that nobody wants goes to those that would be cut, the first ones first.
            let more = min(spare, max(0, count - paragraph.limit))
            spare -= more
            // The last line tells how many are left out.
            let room = rest > 1 ? left - 1 : left
            let shown = min(paragraph.limit + more, count, room)
            let snippet = paragraph.snippet(rect.columns, shown: shown)
            row += draw(
                snippet, lines: shown, style: paragraph.style,
                in: rect.inset(left: indent, top: row - rect.row))
        }
        return row
    }

    /// Draws so many lines of a snippet at the most, with a sign where it goes on; says how many.
    mutating func draw(_ snippet: Snippet, lines shown: Int, style: Style, in rect: Rect) -> Int {
        let marks = snippet.highlights.map { (scalars: $0, style: Style.evidence) }
        let lines = snippet.lines.prefix(shown)
        for (offset, line) in lines.enumerated() {
            let row = rect.row + offset
            let end = put(
                line.styled(style, marks: marks), column: rect.column, row: row, in: rect)
            if offset == shown - 1, snippet.lines.count > shown {
                put(" …", column: end, row: row, style: .quiet, in: rect)
            }
        }
        return lines.count
    }

    /// Tells of a row as far as there is room, and of those after it that fit whole: below it,
    /// and on a wide screen in a second column, the rule between them down to `bottom`.
    mutating func draw(
        _ first: DetailBlock, then next: some Sequence<DetailBlock>, in rect: Rect, bottom: Int
    ) {
        var waiting = Array(next.prefix(rect.rows))[...]
        let isWide = rect.columns >= 170 && !fit([first] + waiting, in: rect)
        let areas =
            isWide ? BrowseLayout.columns(of: rect, widths: [(rect.columns - 1) / 2]) : [rect]
        var used = draw(first, in: areas[0]) + 1 - rect.row
        for area in areas {
            var room = area.inset(top: used)
            while let block = waiting.first, block.rowCount(room.columns) <= room.rows {
                room = room.inset(top: draw(block, in: room) + 1 - room.row)
                waiting.removeFirst()
            }
            used = 0
        }
        if isWide {
            drawRule(column: areas[0].columnRange.upperBound, rows: rect.row..<bottom)
        }
    }

    /// There is room for all of them, a blank line between each two.
    private func fit(_ blocks: [DetailBlock], in rect: Rect) -> Bool {
        blocks.reduce(-1) { $0 + 1 + $1.rowCount(rect.columns) } <= rect.rows
    }

    /// The rule between two parts, the first row of which is their heading.
    mutating func drawRule(column: Int, rows: Range<Int>) {
        guard !rows.isEmpty else { return }
        horizontalRule(row: rows.lowerBound, columns: column..<column + 1)
        verticalRule(column: column, rows: rows.dropFirst())
    }
}
