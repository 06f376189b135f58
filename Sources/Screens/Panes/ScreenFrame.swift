import Queries

// What every screen has around its body: the title at the top, the legend and the keys below.

extension Canvas {
    /// The first line: the program, where one is, and what there is of it at the right.
    mutating func drawTitle(_ name: String, facts: [String], hasHelp: Bool = true) {
        let help = hasHelp && size.columns >= 60 ? "  ? help " : " "
        let end = put(StyledText(help, .quiet), endingAt: size.columns, row: 0)
        var area = Rect(column: 1, row: 0, columns: end - 1, rows: 1)
        let room = size.columns * 3 / 5
        var kept = facts
        while !kept.isEmpty {
            let text = kept.joined(separator: " · ")
            let columns = TextWidth.columns(of: text)
            if columns <= max(12, area.columns - min(room, TextWidth.columns(of: name) + 12)) {
                let start = put(StyledText(text, .quiet), endingAt: end, row: 0)
                area.columns = start - 2
                break
            }
            kept.removeLast()
        }
        var at = put("parley", column: 1, row: 0, style: .focus, in: area)
        at = put("  ", column: at, row: 0, in: area)
        put(name, column: at, row: 0, style: Style(.text, isBold: true), in: area)
    }

    /// The last lines: the rule with its joints comes from the panes' rules; here the words.
    mutating func drawFoot(_ layout: ScreenLayout, left: StyledText, right: StyledText) {
        guard let row = layout.legendRow else { return }
        let start = put(right, endingAt: size.columns - 1, row: row)
        let end = right.isEmpty ? size.columns - 1 : start - 2
        put(left, column: 1, row: row, in: Rect(column: 1, row: row, columns: end - 1, rows: 1))
    }

    /// The line of keys.
    mutating func drawHints(_ hints: [Hint], last: Hint?, row: Int) {
        for (hint, columns) in Hint.places(of: hints, last: last, in: size.columns) {
            put(hint.text, column: columns.lowerBound, row: row)
        }
    }

    /// The heading rule of a pane: number or none, name, and scope at the right end.
    mutating func drawHeading(
        _ title: String, scope: String = "", in rect: Rect, isFocused: Bool
    ) {
        drawHeading(
            StyledText(title, isFocused ? .focus : .quiet), scope: StyledText(scope, .quiet),
            in: rect, isFocused: isFocused)
    }

    mutating func drawHeading(
        _ title: StyledText, scope: StyledText, in rect: Rect, isFocused: Bool
    ) {
        horizontalRule(
            row: rect.row, columns: rect.columnRange, title: title, trailing: scope,
            stroke: isFocused ? .heavy : .light, style: isFocused ? .focus : .rule)
    }

    /// The rules between panes, from their heading rules down to the rule at the foot.
    mutating func drawRules(_ columns: [Int], layout: ScreenLayout) {
        let top = layout.body.row
        let end = layout.ruleRow ?? layout.body.rowRange.upperBound
        for column in columns {
            horizontalRule(row: top, columns: column..<column + 1)
            verticalRule(column: column, rows: top + 1..<end)
        }
    }

    /// Says in the middle of a pane's first line that there is nothing, and why.
    mutating func drawNote(_ text: String, in rect: Rect, style: Style = .quiet) {
        for (offset, line) in Wrapping.lines(of: text, columns: rect.columns).enumerated() {
            put(line.text, column: rect.column, row: rect.row + offset, style: style, in: rect)
        }
    }
}

/// A key and what it does, for the last line.
struct Hint: Equatable {
    var key: String
    var words: String
    /// What a click on it runs; nil where a letter is waited for.
    var command: String?

    var text: StyledText { [(key, .focus), (" " + words, .quiet)] }

    /// Where they stand in a line of so many columns: as many from the left as there is room for,
    /// the last at the right.
    static func places(
        of hints: [Hint], last: Hint?, in size: Int
    ) -> [(hint: Hint, columns: Range<Int>)] {
        var places: [(hint: Hint, columns: Range<Int>)] = []
        var end = size - 1
        if let last, last.text.columns + 2 < size {
            places.append((last, end - last.text.columns..<end))
            end -= last.text.columns + 2
        }
        var column = 1
        // What has no room gives way to what is shorter.
        for hint in hints where column + hint.text.columns <= end {
            places.append((hint, column..<column + hint.text.columns))
            column += hint.text.columns + 2
        }
        return places
    }
}

/// The strip `?·MR·`: which of up to twelve articles have something.
enum Strip {
    /// A letter for each article that has it, `·` where it has not, a blank where it is filtered
    /// out (`shown` has a bit for each article in the result).
    static func text(_ presence: UInt16, letters: [ArticleLetter], shown: UInt16) -> String {
        var text = ""
        for (index, letter) in letters.enumerated() {
            let bit = UInt16(1) << UInt16(index)
            text += shown & bit == 0 ? " " : presence & bit == 0 ? "·" : letter.letter
        }
        return text
    }

    /// A square each, in at most so many cells; `+` is for those without one.
    static func squares(_ count: Int, cells: Int) -> String {
        guard count > cells, cells > 0 else {
            return String(repeating: "▪", count: max(0, min(count, cells)))
        }
        return String(repeating: "▪", count: cells - 1) + "+"
    }

    /// A bar of at most so many cells; one cell at least for what is not nothing.
    static func bar(_ count: Int, of most: Int, cells: Int) -> String {
        guard count > 0, most > 0 else { return String(repeating: " ", count: cells) }
        let full = min(cells, max(1, (count * cells + most / 2) / most))
        return String(repeating: "▇", count: full) + String(repeating: " ", count: cells - full)
    }
}
