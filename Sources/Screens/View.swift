import Queries

/// What a state looks like: pure, at the state's size, drawing only what is in view.
///
/// `before` is a frame and the state it showed: panes that show the same are taken from it. The
/// frame is the same with it and without.
package func view(_ state: State, after before: Shown? = nil) -> Frame {
    let reusable = before.flatMap { state.canShare(with: $0) ? $0 : nil }
    var canvas =
        reusable?.frame.canvas ?? Canvas(size: state.size, repertoire: state.repertoire)
    if ScreenLayout.isTooSmall(state.size) {
        let size = state.size
        let smallest = ScreenLayout.smallest
        let needed = "\(smallest.columns)x\(smallest.rows)"
        let words = "parley needs \(needed); this is \(size.columns)x\(size.rows)."
        let fits = Wrapping.lines(of: words, columns: size.columns).count <= size.rows
        canvas.drawNote(fits ? words : "needs \(needed)", in: canvas.bounds, style: .text)
        return Frame(
            canvas: canvas, cursor: .init(column: 0, row: 0), title: "parley")
    }
    let layout = state.screenLayout
    if reusable != nil { canvas.clear(rows: [layout.ruleRow]) }
    state.drawBody(into: &canvas, layout, reusable?.state)
    state.drawRule(into: &canvas, layout)
    state.drawJump(into: &canvas)
    if let reusable, state.saysTheSame(as: reusable.state) {
        if state.place.browse.list != reusable.state.place.browse.list {
            canvas.clear(rows: [layout.legendRow])
            state.drawLegend(into: &canvas, layout)
        }
        return Frame(
            canvas: canvas, cursor: state.selectionCell(in: canvas, layout),
            title: reusable.frame.title)
    }
    if reusable != nil {
        canvas.clear(rows: [0, layout.queryRow, layout.legendRow, layout.hintsRow])
    }
    canvas.drawTitle(
        state.screenName, facts: state.screenFacts, hasHelp: state.place.screen != .help)
    let cursor = state.drawQuery(into: &canvas, layout)
    state.drawLegend(into: &canvas, layout)
    state.drawKeys(into: &canvas, layout)
    return Frame(
        canvas: canvas, cursor: cursor ?? state.selectionCell(in: canvas, layout),
        title: "parley: \(Sanitiser.visible(state.screenName))")
}

extension Canvas {
    /// Blanks whole rows, of those that are there.
    fileprivate mutating func clear(rows: [Int?]) {
        for case let row? in rows {
            clear(Rect(column: 0, row: row, columns: size.columns, rows: 1))
        }
    }
}

extension State {
    /// ASCII where the person or the locale asks for it.
    fileprivate var repertoire: Canvas.Repertoire {
        settings.ascii == .on ? .ascii : .unicode
    }

    fileprivate func drawBody(into canvas: inout Canvas, _ layout: ScreenLayout, _ before: State?) {
        if let prompt, prompt.kind.name != nil {
            if before != nil { canvas.clear(layout.body) }
            prompt.drawList(into: &canvas, layout: layout, state: self)
            return
        }
        switch place.screen {
        case .overview: place.overview.draw(into: &canvas, layout: layout, state: self)
        case .browse:
            place.browse.draw(into: &canvas, layout: layout, state: self, before: before)
        case .reader: place.reader.draw(into: &canvas, layout: layout, state: self)
        case .compare: place.compare.draw(into: &canvas, layout: layout, state: self)
        case .participant, .source, .point, .context, .history:
            place.page.draw(into: &canvas, layout: layout, state: self)
        case .matrix: place.matrix.draw(into: &canvas, layout: layout, state: self)
        case .timeline: place.timeline.draw(into: &canvas, layout: layout, state: self)
        case .chains: place.chains.draw(into: &canvas, layout: layout, state: self)
        case .drafts: place.drafts.draw(into: &canvas, layout: layout, state: self)
        case .proposals: place.proposals.draw(into: &canvas, layout: layout, state: self)
        case .help: place.help.draw(into: &canvas, layout: layout, state: self)
        }
    }

    /// Whether both are the browse screen, its panes standing where they stood: what is drawn over
    /// the other's frame is then as if drawn on a blank one.
    fileprivate func canShare(with before: Shown) -> Bool {
        let old = before.state
        return place.screen == .browse && old.place.screen == .browse && old.size == size
            && old.widths == widths
            && old.place.browse.focus == place.browse.focus && old.prompt?.kind == prompt?.kind
            && before.frame.canvas.repertoire == repertoire
            && !choosesInBody && !old.choosesInBody
            && jump == nil && old.jump == nil && old.overview == overview && old.labels == labels
            && old.place.browse.narrowing == place.browse.narrowing
    }

    /// Whether the lines around the panes say what they said, of two states that can share; but for
    /// the legend, which says where in the list the selection is.
    fileprivate func saysTheSame(as old: State) -> Bool {
        let (now, then) = (place.browse, old.place.browse)
        return prompt == nil && message == nil && old.message == nil && keymaps == old.keymaps
            && clashes == old.clashes
            && now.list.isMoved(from: then.list) && now.others == then.others
            && now.undone == then.undone
            && chosen == old.chosen && recording?.name == old.recording?.name
            && now.isEmptyResult == then.isEmptyResult && trail.canGoBack == old.trail.canGoBack
            && (now.facetSelection == nil) == (then.facetSelection == nil)
    }

    /// The rule above the last two lines, joined with the rules between panes.
    ///
    /// What the tutorial says stands in it.
    fileprivate func drawRule(into canvas: inout Canvas, _ layout: ScreenLayout) {
        guard let row = layout.ruleRow else { return }
        let words = tutorialLines.first ?? StyledText()
        canvas.horizontalRule(
            row: row, columns: 0..<layout.size.columns, title: words,
            stroke: words.isEmpty ? .light : .heavy)
    }

    /// Where the hardware cursor stands: on the selected row's sign, else at the title.
    fileprivate func selectionCell(in canvas: Canvas, _ layout: ScreenLayout) -> Frame.Position {
        let signs = [Cell("▸").glyph, Cell("▌").glyph, Cell(">").glyph, Cell("|").glyph]
        let isReading =
            prompt == nil
            && (place.screen == .reader
                || place.screen == .browse && place.browse.focus == .reader)
        let isInAside = place.screen == .reader && place.reader.isInAside
        let wanted = isReading && !isInAside ? 1 : 0
        let isASCII = canvas.repertoire == .ascii
        let sign = signs[isASCII ? wanted + 2 : wanted]
        // A selected row that is a filter shows that in place of the sign.
        let filter = Cell("◉").glyph
        // A letter to jump to may stand in place of the sign.
        let isJumping = jump != nil
        var selected: Frame.Position?
        var fallback: Frame.Position?
        for row in layout.body.rowRange where row < canvas.size.rows {
            for (column, cell) in canvas.row(row).enumerated() {
                if isJumping, cell.style.isSelected, selected == nil {
                    selected = Frame.Position(column: column, row: row)
                }
                guard cell.glyph == sign || cell.glyph == filter && cell.style.isSelected else {
                    continue
                }
                if cell.style.isSelected || wanted == 1 {
                    return Frame.Position(column: column, row: row)
                }
                fallback = fallback ?? Frame.Position(column: column, row: row)
            }
        }
        return selected ?? fallback ?? Frame.Position(column: 0, row: 0)
    }
}
