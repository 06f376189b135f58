import Queries

/// What the page of a point or a person has besides the sentences that report it: under these on a
/// wide screen.
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

    /// Breaks it into lines of so many columns.
    mutating func settle(columns: Int, letters: [ArticleLetter]) {
        guard column == nil || laidColumns != columns else { return }
        laidColumns = columns
        column = PageColumn(
            sections: Array(sections.enumerated()).map { ($0.offset, $0.element) },
            columns: columns, letters: letters)
    }

    /// Draws what there is room for; says where there is more.
    func draw(into canvas: inout Canvas, in rect: Rect, state: State) {
        guard let lines = column?.lines, !lines.isEmpty, rect.rows >= 3 else { return }
        var count = lines.count
        if count > rect.rows {
            count = rect.rows - 1
            while count > 0, !lines[count - 1].isText { count -= 1 }
        }
        for (offset, line) in lines.prefix(count).enumerated() {
            var area = rect
            area.row += offset
            area.rows = 1
            PageScreen.draw(
                line, into: &canvas, in: area, isFocused: false, isSelected: false, state: state)
        }
        if count > 0, count < lines.count {
            canvas.put(
                "… more on its page", column: rect.column + 2, row: rect.row + count,
                style: .quiet, in: rect)
        }
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
