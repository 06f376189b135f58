/// How many columns the person wants panes to have; those that are not in it have their share of
/// the screen.
package struct PaneWidths: Equatable, Sendable {
    /// A pane that others stand to the right of.
    enum Pane: String, CaseIterable, Sendable {
        /// Sources, people and points; the list; the text beside it.
        case facets, list, preview
        /// The text that is read, and what was found in it.
        case text, found
    }

    var columns: [Pane: Int] = [:]

    package init() {}
}

/// How the list of articles shares the screen with what is beside it, as in "2 3 5": sources,
/// people and points, the list, the text.
struct PaneShares: Equatable {
    private let parts: [Int]

    /// Nil for what is not three numbers from 1 to 99.
    init?(_ text: String) {
        let words = text.split(separator: " ")
        parts = words.compactMap { Int($0) }.filter { (1...99).contains($0) }
        guard words.count == 3, parts.count == 3 else { return nil }
    }

    /// Columns of the facets and of the list where the text stands beside them.
    func columns(of body: Rect) -> (facets: Int, list: Int) {
        let all = parts.reduce(0, +)
        return (body.columns * parts[0] / all, body.columns * parts[1] / all)
    }

    /// Columns of the facets where only the list stands beside them.
    func columnsBesideList(of body: Rect) -> Int {
        body.columns * parts[0] / (parts[0] + parts[1])
    }
}

/// Panes beside each other, a rule between them: as wide as they are wanted, and none too narrow to
/// be read. The last takes what the others leave.
struct PaneRow: Equatable {
    /// All but the last.
    let panes: [PaneWidths.Pane]
    /// The fewest columns that each takes, the last one too.
    let least: [Int]
    let parts: [Rect]

    /// `panes` with the columns each has where none are wanted; `least` has one more, for the last.
    init(
        _ body: Rect, _ panes: [(PaneWidths.Pane, columns: Int)], least: [Int],
        wanted: PaneWidths
    ) {
        self.panes = panes.map(\.0)
        self.least = least
        var left = body.columns - panes.count
        var widths: [Int] = []
        for (index, pane) in panes.enumerated() {
            let most = left - least[(index + 1)...].reduce(0, +)
            let columns = wanted.columns[pane.0] ?? pane.columns
            widths.append(max(least[index], min(columns, most)))
            left -= widths[index]
        }
        parts = BrowseLayout.columns(of: body, widths: widths)
    }

    /// Columns of the rules.
    var rules: [Int] { BrowseLayout.ruleColumns(parts) }

    /// What is wanted with a rule moved to a column, as near as both panes beside it can be: what
    /// one gains the other gives.
    func moving(rule: Int, to column: Int, _ wanted: PaneWidths) -> PaneWidths {
        let (left, right) = (parts[rule], parts[rule + 1])
        let both = left.columns + right.columns
        let columns = max(least[rule], min(column - left.column, both - least[rule + 1]))
        guard columns != left.columns else { return wanted }
        var wanted = wanted
        wanted.columns[panes[rule]] = columns
        if panes.indices.contains(rule + 1) { wanted.columns[panes[rule + 1]] = both - columns }
        return wanted
    }
}

extension State {
    /// The panes of the present screen whose widths can be changed; nil where there are none.
    var paneRow: PaneRow? {
        switch place.screen {
        case .browse where !place.browse.isEmptyResult:
            BrowseLayout(screenLayout, focus: place.browse.focus).row
        case .reader: ReaderScreen.row(screenLayout)
        default: nil
        }
    }

    /// Moves the rule beside the pane with the focus.
    mutating func widenPane(by step: Int) -> [Effect] {
        guard let row = paneRow else {
            notice = Notice("No other pane stands beside this one.")
            return []
        }
        let part = focusedPart(of: row)
        let isLast = part == row.parts.count - 1
        let rule = isLast ? part - 1 : part
        let before = widths
        widths = row.moving(
            rule: rule, to: row.rules[rule] + (isLast ? -step : step), widths)
        let columns = paneRow?.parts[part].columns ?? 0
        notice = Notice(
            widths != before
                ? "The pane has \(Wording.counted(columns, "column"))."
                : step > 0
                    ? "The pane beside it gets no narrower." : "The pane gets no narrower.")
        return []
    }

    mutating func resetPanes() -> [Effect] {
        notice = Notice(
            widths == PaneWidths()
                ? "The panes have their own widths." : "The panes have their own widths again.")
        widths = PaneWidths()
        return []
    }

    /// Which of the panes beside each other has the focus.
    private func focusedPart(of row: PaneRow) -> Int {
        if place.screen == .reader { return place.reader.isInAside ? row.parts.count - 1 : 0 }
        switch place.browse.focus {
        case .sources, .people, .points: return 0
        case .articles: return 1
        case .reader: return min(2, row.parts.count - 1)
        }
    }
}

extension Registry {
    static let paneCommands: [Command] = [
        Command(
            "widen-pane", "Give the pane one is in more room", group: .screens,
            modes: [.browse, .reader], keys: ["<gt>"]
        ) { state, _ in state.widenPane(by: 2) },
        Command(
            "narrow-pane", "Give the pane one is in less room", group: .screens,
            modes: [.browse, .reader], keys: ["<lt>"]
        ) { state, _ in state.widenPane(by: -2) },
        Command(
            "reset-panes", "Give all panes their own widths again", group: .screens,
            modes: [.browse, .reader], keys: ["="]
        ) { state, _ in state.resetPanes() },
    ]
}
