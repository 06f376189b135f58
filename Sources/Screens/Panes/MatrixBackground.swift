import Queries

/// What the page of a point or a person has besides the sentences that report it: under these on a
/// wide screen, or below the table.
struct MatrixBackground: Equatable, Sendable {
    private let sections: [PageScreen.Section]
    private var column: PageColumn?
    private var laidColumns = 0

    init(_ sections: [PageScreen.Section] = []) {
        // Which articles have it stands in the row, and their sentences above.
        self.sections = sections.dropLast().filter { section in
            section.items.contains { item in
                switch item {
                case .coverage, .silence: false
                default: true
                }
            }
        }
    }

    /// Nothing else is known.
    var isEmpty: Bool { sections.isEmpty }

    /// Breaks it into lines of so many columns.
    mutating func settle(columns: Int, letters: [ArticleLetter]) {
        guard column == nil || laidColumns != columns else { return }
        laidColumns = columns
        column = PageColumn(
            sections: Array(sections.enumerated()).map { ($0.offset, $0.element) },
            columns: columns, letters: letters)
    }

    /// Draws what there is room for in parts one after the other, a section in one of them where it
    /// fits; says where there is more. Returns how many parts it took.
    func draw(into canvas: inout Canvas, in parts: [Rect], state: State) -> Int {
        guard var lines = column?.lines[...], let last = parts.last, last.rows >= 3 else {
            return 0
        }
        var used = 0
        for part in parts where !lines.isEmpty {
            used += 1
            let isCut = part == last && lines.count > part.rows
            let count =
                isCut
                ? MatrixBackground.cut(lines, to: part.rows - 1)
                : MatrixBackground.count(of: lines, in: part.rows)
            for (offset, line) in lines.prefix(count).enumerated() {
                var area = part
                area.row += offset
                area.rows = 1
                PageScreen.draw(
                    line, into: &canvas, in: area, isFocused: false, isSelected: false,
                    state: state)
            }
            lines = lines.dropFirst(count).drop { $0.words == .blank }
            if isCut {
                canvas.put(
                    "… more on its page", column: part.column + 2, row: part.row + count,
                    style: .quiet, in: part)
            }
        }
        return used
    }

    /// How many lines stand in so many rows before the rest goes on elsewhere: whole sections,
    /// unless the first is longer than that.
    private static func count(of lines: ArraySlice<PageColumn.Line>, in rows: Int) -> Int {
        if lines.count <= rows { return lines.count }
        let end = lines.startIndex + rows
        let start = lines[...end].lastIndex { if case .heading = $0.words { true } else { false } }
        guard let start, start > lines.startIndex else { return cut(lines, to: rows) }
        return start - lines.startIndex
    }

    /// The same, a section cut where the room ends; a heading stands above what it is of.
    private static func cut(_ lines: ArraySlice<PageColumn.Line>, to rows: Int) -> Int {
        var count = min(rows, lines.count)
        while count > 0, !lines[lines.startIndex + count - 1].isText { count -= 1 }
        return count
    }
}

extension PageColumn.Line {
    /// Says something, which headings and blanks do not.
    fileprivate var isText: Bool {
        switch words {
        case .heading, .blank: false
        default: true
        }
    }
}
