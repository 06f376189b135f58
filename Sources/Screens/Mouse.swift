import Queries

extension State {
    /// A click selects and, on what is selected already, opens; on a hint it does what the key
    /// does; the wheel moves; what has been taken hold of is dragged until it is let go.
    mutating func click(_ mouse: Key.Mouse) -> [Effect] {
        switch mouse.kind {
        case .wheelUp: return wheel(-3)
        case .wheelDown: return wheel(3)
        case .release: return letGo()
        case .drag: return drag(to: mouse)
        case .press: break
        }
        let command = command(at: mouse)
        notice = nil
        jump = nil
        drag = nil
        if let command { return run(command, []) }
        if prompt != nil { return clickInPrompt(mouse) }
        if takeRule(at: mouse) { return [] }
        let click = select(at: mouse)
        if takeRow(at: mouse, click) { return [] }
        return click == .again ? open() : []
    }

    /// What a click comes to.
    enum Click {
        /// Nothing there can be selected.
        case outside
        case selected
        /// It was selected already.
        case again
    }

    /// Selects what is at a cell.
    mutating func select(at mouse: Key.Mouse) -> Click {
        let layout = screenLayout
        guard layout.body.contains(column: mouse.column, row: mouse.row) else { return .outside }
        let offset = mouse.row - layout.body.row - 1
        switch place.screen {
        case .browse: return clickInBrowse(mouse, layout)
        case .reader:
            if let area = ReaderScreen.asideArea(layout),
                area.contains(column: mouse.column, row: mouse.row)
            {
                return clickInAside(mouse, area)
            }
            place.reader.isInAside = false
            let line = mouse.row - ReaderScreen.textArea(layout).row
            guard line < place.reader.textRows(layout) else { return .outside }
            return selectLine(line, in: \.place.reader)
        case .overview:
            let rows = place.overview.rows(self, columns: layout.body.columns)
            guard offset >= 0, offset < place.overview.tableRows(layout.body, count: rows.count),
                let index = rows[safe: place.overview.cursor.top + offset]?.part?.fact
            else { return .outside }
            if index == place.overview.cursor.index { return .again }
            place.overview.cursor.index = index
        case .compare:
            let line = place.compare.cursor.top + offset
            guard let index = place.compare.starts.lastIndex(where: { $0 <= line }) else {
                return .outside
            }
            if index == place.compare.cursor.index { return .again }
            place.compare.cursor.index = index
        case .participant, .source, .point, .context, .history: return clickInPage(mouse, layout)
        case .matrix: return clickInMatrix(mouse, layout)
        case .timeline: return click(in: \.timeline, mouse, layout)
        case .chains: return click(in: \.chains, mouse, layout)
        case .drafts: return click(in: \.drafts, mouse, layout)
        case .proposals: return clickInProposals(mouse, layout)
        case .help:
            guard
                let index = place.help.index(
                    column: mouse.column, row: mouse.row, in: layout.body)
            else { return .outside }
            place.help.cursor.index = index
        }
        return .selected
    }

    private mutating func wheel(_ step: Int) -> [Effect] {
        if prompt != nil {
            prompt?.choose(by: step)
            return []
        }
        return move(
            .line(
                place.screen == .browse && place.browse.focus == .articles
                    ? step.signum() : step))
    }

    private mutating func clickInPrompt(_ mouse: Key.Mouse) -> [Effect] {
        let layout = screenLayout
        let offset = mouse.row - layout.body.row - 1
        guard let prompt, offset >= 0 else { return [] }
        if prompt.kind == .search {
            guard let help = searchHelpArea, help.contains(column: mouse.column, row: mouse.row),
                offset < prompt.completionRows(help.rows - 1),
                prompt.suggestions.indices.contains(prompt.top + offset)
            else { return [] }
            self.prompt?.choice = prompt.top + offset
            return acceptPrompt()
        }
        guard prompt.parts(of: layout.body).list.contains(column: mouse.column, row: mouse.row),
            case .suggestion(let index)? = prompt.lines[safe: prompt.top + offset]
        else { return [] }
        self.prompt?.choice = index
        return acceptPrompt()
    }

    private mutating func clickInBrowse(_ mouse: Key.Mouse, _ layout: ScreenLayout) -> Click {
        let panes = BrowseLayout(layout, focus: place.browse.focus)
        for name in PaneName.allCases {
            guard let rect = panes.rect(of: name),
                rect.contains(column: mouse.column, row: mouse.row)
            else { continue }
            let wasFocused = place.browse.focus == name
            place.browse.focus = name
            let offset = mouse.row - rect.row - 1
            guard offset >= 0 else { return .outside }
            switch name {
            case .sources: return clickRow(offset, wasFocused, rect, in: \.place.browse.sources)
            case .people: return clickRow(offset, wasFocused, rect, in: \.place.browse.people)
            case .points: return clickRow(offset, wasFocused, rect, in: \.place.browse.points)
            case .articles: return clickArticle(offset, wasFocused, rect.inset(top: 1))
            case .reader:
                let text = BrowseScreen.previewText(rect, hasBeside: panes.beside != nil)
                guard text.rowRange.contains(mouse.row) else { return .outside }
                return selectLine(mouse.row - text.row, in: \.place.browse.preview)
            }
        }
        return .outside
    }

    private mutating func clickRow(
        _ offset: Int, _ wasFocused: Bool, _ rect: Rect,
        in path: WritableKeyPath<State, FacetPane>
    ) -> Click {
        let index = self[keyPath: path].cursor.top + offset
        let rows = self[keyPath: path].rows
        guard offset < FacetPane.height(rect.rows - 1, count: rows.count),
            rows[safe: index]?.entry != nil
        else { return .outside }
        if wasFocused, self[keyPath: path].cursor.index == index { return .again }
        self[keyPath: path].cursor.index = index
        self[keyPath: path].move(by: 0)
        return .selected
    }

    private mutating func clickArticle(
        _ offset: Int, _ wasFocused: Bool, _ rect: Rect
    ) -> Click {
        guard let index = place.browse.list.index(atLine: offset, in: rect) else {
            return .outside
        }
        if wasFocused, index == place.browse.list.cursor.index { return .again }
        place.browse.list.cursor.index = index
        place.browse.list.passage = nil
        return .selected
    }

    /// Selects the sentence in a line of a text.
    private mutating func selectLine(
        _ offset: Int, in path: WritableKeyPath<State, ReaderScreen>
    ) -> Click {
        let line = self[keyPath: path].top + offset
        guard offset >= 0, let layout = self[keyPath: path].layout,
            case .text(let pieces, let begins, _)? = layout.lines[safe: line],
            let sentence = begins ?? pieces.first?.sentence
        else { return .outside }
        self[keyPath: path].sentence = sentence
        return .selected
    }

    /// Selects an item beside the text, and moves the keys there.
    private mutating func clickInAside(_ mouse: Key.Mouse, _ area: Rect) -> Click {
        guard var aside = place.reader.aside else { return .outside }
        let result = aside.select(column: 0, row: mouse.row - area.row)
        guard result != .outside else { return .outside }
        place.reader.aside = aside
        let wasThere = place.reader.isInAside
        place.reader.isInAside = true
        return wasThere ? result : .selected
    }

    private mutating func clickInPage(_ mouse: Key.Mouse, _ layout: ScreenLayout) -> Click {
        for (index, part) in place.page.parts(of: layout.body).enumerated()
        where part.contains(column: mouse.column, row: mouse.row) {
            return place.page.select(column: index, row: mouse.row - part.row)
        }
        return .selected
    }
}

extension PageScreen {
    /// Selects the item at a row of one of the columns.
    fileprivate mutating func select(column: Int, row: Int) -> State.Click {
        guard let line = columns[safe: column]?.lines[safe: tops[column] + row],
            let item = line.item
        else { return .outside }
        if section == line.section, self.item == item { return .again }
        section = line.section
        self.item = item
        return .selected
    }
}

extension State {
    /// A click selects a cell; on the selected one it opens.
    private mutating func clickInMatrix(_ mouse: Key.Mouse, _ layout: ScreenLayout) -> Click {
        let table = MatrixTable(layout.body, place.matrix)
        let line = mouse.row - table.firstRow
        let row = place.matrix.row.top + line
        guard (0..<table.rowCount).contains(line),
            let matrix = place.matrix.matrix, matrix.rows.indices.contains(row)
        else { return .outside }
        let before = (place.matrix.row.index, place.matrix.column.index)
        place.matrix.row.index = row
        let column = place.matrix.column.top + (mouse.column - table.cellsStart) / table.cellColumns
        if mouse.column >= table.cellsStart, matrix.columns.indices.contains(column) {
            place.matrix.column.index = column
        }
        return before == (place.matrix.row.index, place.matrix.column.index) ? .again : .selected
    }
}
