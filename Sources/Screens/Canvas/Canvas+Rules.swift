// Rules between panes. A rule that touches or crosses another becomes a joint with it, whichever
// was drawn first; the heavier of two strokes in one direction wins.

extension Canvas {
    /// How a rule is drawn.
    package enum Stroke: Sendable {
        case light
        /// The rule over the pane that has the focus.
        case heavy
        /// `╌`, which joins with nothing.
        case dashed
        /// `┄`, which joins with nothing.
        case dotted
    }

    /// Draws a rule along `row` over `columns`, clipped to the canvas.
    package mutating func horizontalRule(
        row: Int, columns: Range<Int>, stroke: Stroke = .light, style: Style = .rule
    ) {
        let columns = columns.clamped(to: 0..<size.columns)
        guard (0..<size.rows).contains(row), !columns.isEmpty else { return }
        guard let weight = stroke.weight else {
            let dash: Unicode.Scalar = stroke == .dashed ? "╌" : "┄"
            for column in columns { place(dash, style: style, column: column, row: row) }
            return
        }
        let along = BoxArms(left: weight, right: weight)
        for column in columns { join(along, style: style, column: column, row: row) }
        for (column, arm) in [
            (columns.lowerBound - 1, BoxArms(right: weight)),
            (columns.upperBound, BoxArms(left: weight)),
        ] where arms(column: column, row: row).isVertical {
            join(arm, style: self[column, row].style, column: column, row: row)
        }
    }

    /// Draws a rule along `column` over `rows`, clipped to the canvas.
    package mutating func verticalRule(
        column: Int, rows: Range<Int>, stroke: Stroke = .light, style: Style = .rule
    ) {
        let rows = rows.clamped(to: 0..<size.rows)
        guard (0..<size.columns).contains(column), !rows.isEmpty else { return }
        guard let weight = stroke.weight else {
            let dash: Unicode.Scalar = stroke == .dashed ? "╎" : "┆"
            for row in rows { place(dash, style: style, column: column, row: row) }
            return
        }
        let along = BoxArms(up: weight, down: weight)
        for row in rows { join(along, style: style, column: column, row: row) }
        for (row, arm) in [
            (rows.lowerBound - 1, BoxArms(down: weight)), (rows.upperBound, BoxArms(up: weight)),
        ] where arms(column: column, row: row).isHorizontal {
            join(arm, style: self[column, row].style, column: column, row: row)
        }
    }

    /// Draws a horizontal rule with a title at its left and text at its right end.
    ///
    /// Both stand one blank apart from the rule and leave its first two cells and its last; the
    /// title is cut with `…` where both do not fit, and the text at the right end never is: it is
    /// left out when fewer than four columns would remain for the title.
    package mutating func horizontalRule(
        row: Int, columns: Range<Int>, title: StyledText, trailing: StyledText = StyledText(),
        stroke: Stroke = .light, style: Style = .rule
    ) {
        horizontalRule(row: row, columns: columns, stroke: stroke, style: style)
        var end = columns.upperBound - 1
        let start = columns.lowerBound + 2
        let trailingColumns = trailing.columns
        if trailingColumns > 0, end - trailingColumns - 3 - start >= 4 {
            let spaced = [.init(" ", style)] + trailing.runs + [.init(" ", style)]
            put(StyledText(spaced), endingAt: end, row: row)
            end -= trailingColumns + 2
        }
        guard !title.isEmpty, end - start >= 3 else { return }
        let area = Rect(column: start, row: row, columns: end - start, rows: 1)
        put(" ", column: start, row: row, style: style)
        let words = area.inset(left: 1, right: 1)
        let after = put(title, column: start + 1, row: row, in: words)
        put(" ", column: after, row: row, style: style)
    }

    /// Adds arms to a cell, and those of the rules that end beside it.
    private mutating func join(_ arms: BoxArms, style: Style, column: Int, row: Int) {
        let facing = BoxArms(
            up: self.arms(column: column, row: row - 1).down,
            down: self.arms(column: column, row: row + 1).up,
            left: self.arms(column: column - 1, row: row).right,
            right: self.arms(column: column + 1, row: row).left)
        var joined = self.arms(column: column, row: row).joined(with: arms)
        if joined.isHorizontal {
            joined = joined.joined(with: BoxArms(up: facing.up, down: facing.down))
        }
        if joined.isVertical {
            joined = joined.joined(with: BoxArms(left: facing.left, right: facing.right))
        }
        place(joined.scalar, style: style, column: column, row: row)
    }

    /// The arms of the rule in a cell; none outside the canvas and where there is no rule.
    private func arms(column: Int, row: Int) -> BoxArms {
        guard bounds.contains(column: column, row: row) else { return BoxArms() }
        return BoxArms(scalar: self[column, row].glyph.base) ?? BoxArms()
    }
}

extension Canvas.Stroke {
    fileprivate var weight: UInt8? {
        switch self {
        case .light: 1
        case .heavy: 2
        case .dashed, .dotted: nil
        }
    }
}
