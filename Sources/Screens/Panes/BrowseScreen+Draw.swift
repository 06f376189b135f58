import Analysis
import Intake
import Queries

extension BrowseScreen {
    /// Draws the panes that the layout has room for. With `before` the canvas shows that state, the
    /// panes where they are now: those that would look the same are left as they are.
    func draw(
        into canvas: inout Canvas, layout: ScreenLayout, state: State, before: State? = nil
    ) {
        var panes = BrowseLayout(layout, focus: focus)
        let help = state.searchHelpArea
        if let prompt = state.prompt, let help, help == layout.body {
            prompt.drawSearchHelp(into: &canvas, in: help, state: state)
            return
        }
        if isEmptyResult, panes.articles != nil || panes.reader != nil {
            canvas.clear(layout.body)
            empty.draw(into: &canvas, in: layout.body, browse: self, state: state)
            return
        }
        let letters = state.letters
        let shown = shownBits(letters)
        let old = before.flatMap { $0.place.browse.isEmptyResult ? nil : $0.place.browse }
        if before != nil, old == nil { canvas.clear(layout.body) }
        // A rule within a pane may have stood at another row: joints are made anew.
        if old != nil {
            let body = layout.body
            for column in panes.rules {
                canvas.clear(Rect(column: column, row: body.row, columns: 1, rows: body.rows))
            }
        }
        /// Whether a pane is to be drawn, on blank ground then.
        func isNew(_ rect: Rect, _ isSame: Bool) -> Bool {
            if old != nil, isSame { return false }
            if old != nil { canvas.clear(rect) }
            return true
        }
        let isSearching = state.prompt?.kind == .search
        let isShownAlike =
            old?.shownBits(letters) == shown && old?.list.isLoaded == list.isLoaded
        func facet(_ pane: FacetPane, _ past: FacetPane?, _ name: PaneName) {
            guard let rect = panes.rect(of: name) else { return }
            guard isNew(rect, isShownAlike && past == pane && !isSearching) else { return }
            let most = pane.rows.reduce(1) { max($0, $1.entry?.value.count ?? 0) }
            pane.draw(
                "\(name.rawValue) \(name.title)", into: &canvas, in: rect,
                isFocused: focus == name && state.prompt == nil,
                context: FacetContext(
                    letters: letters, shown: shown, filters: narrowing.filters, most: most,
                    isKnown: list.isLoaded))
        }
        if let prompt = state.prompt, let help, let column = panes.facetColumn(layout.body) {
            canvas.clear(column)
            prompt.drawSearchHelp(into: &canvas, in: help, state: state)
            panes.stackFacets(in: column.inset(top: help.rows))
        }
        facet(sources, old?.sources, .sources)
        facet(people, old?.people, .people)
        facet(points, old?.points, .points)
        let isListAlike =
            before?.chosen == state.chosen && before?.clashes == state.clashes
            && old?.others == others
        let past = isListAlike ? old.flatMap { list.isMoved(from: $0.list) ? $0.list : nil } : nil
        if let rect = panes.articles, past != list {
            list.draw(
                into: &canvas, in: rect, over: past,
                context: ListContext(
                    letters: letters, chosen: state.chosen,
                    isFocused: focus == .articles || isSearching,
                    isNarrowed: !narrowing.isEmpty, dimsOthers: others == .dimmed,
                    facts: state.clashes.facts, labels: state.labels),
                heading: "4 \(PaneName.articles.title), \(list.order.words)")
        }
        let isPreviewSame = old?.preview == preview
        if let rect = panes.reader, isNew(rect, isPreviewSame) {
            drawPreview(into: &canvas, in: rect, hasBeside: panes.beside != nil)
        }
        if let rect = panes.beside, isNew(rect, isPreviewSame) {
            preview.drawBesideHeading(into: &canvas, in: rect)
            preview.drawBeside(into: &canvas, in: rect.inset(top: 1))
        }
        canvas.drawRules(panes.rules, layout: layout)
    }

    /// The article is there and the list is not empty.
    var isEmptyResult: Bool { list.isLoaded && list.met == 0 }

    /// A bit for each lettered article in the result.
    func shownBits(_ letters: [ArticleLetter]) -> UInt16 {
        var bits: UInt16 = 0
        for (index, letter) in letters.enumerated()
        where list.rows.contains(where: { $0.id == letter.articleID && $0.isMet }) {
            bits |= 1 << UInt16(index)
        }
        return bits
    }

    private func drawPreview(into canvas: inout Canvas, in rect: Rect, hasBeside: Bool) {
        let article = preview.analyzed?.article
        let title =
            article.map { (article) -> String in
                let isNarrow = rect.columns < 56
                let outlet =
                    isNarrow ? Wording.shortOutlet(article.outlet) : Wording.outlet(article.outlet)
                let date =
                    isNarrow
                    ? Wording.shortDate(article.published) : Wording.date(article.published)
                return "5 \(outlet), \(date)"
            } ?? "5 \(PaneName.reader.title)"
        canvas.drawHeading(
            title, scope: article?.kind == .digest ? "retold" : "", in: rect,
            isFocused: focus == .reader)
        guard let article else { return }
        let inside = rect.inset(left: 1, top: 1)
        let place =
            "sentence \(preview.sentence + 1) of \(article.sentences.count)"
        canvas.put(place, column: inside.column, row: inside.row, style: .quiet, in: inside)
        preview.drawText(
            into: &canvas, in: BrowseScreen.previewText(rect, hasBeside: hasBeside),
            isFocused: focus == .reader)
        let found = BrowseScreen.previewNotes(rect, hasBeside: hasBeside)
        if found.rows > 0 { preview.drawFound(into: &canvas, in: found) }
    }

    /// Where the words of the preview stand in its pane.
    static func previewText(_ rect: Rect, hasBeside: Bool) -> Rect {
        rect.inset(top: 3, bottom: previewNotes(rect, hasBeside: hasBeside).rows)
    }

    /// The last quarter of a tall preview says what was found in the sentence.
    private static func previewNotes(_ rect: Rect, hasBeside: Bool) -> Rect {
        let rows = hasBeside || rect.rows < 24 ? 0 : rect.rows / 4 + 1
        return Rect(
            column: rect.column, row: rect.rowRange.upperBound - rows, columns: rect.columns,
            rows: rows)
    }
}

extension BrowseLayout {
    /// The column of the facet panes, when it shows beside the list.
    func facetColumn(_ body: Rect) -> Rect? {
        guard let end = rules.first else { return nil }
        return Rect(column: body.column, row: body.row, columns: end - body.column, rows: body.rows)
    }
}

extension State {
    /// Where a search that is typed is helped: over the facets, or over the whole body where
    /// completions are chosen from and no column shows them; nil where there is no room.
    var searchHelpArea: Rect? {
        guard let prompt, prompt.kind == .search, place.screen == .browse else { return nil }
        let body = screenLayout.body
        let column = BrowseLayout(screenLayout, focus: place.browse.focus).facetColumn(body)
        if prompt.choice != nil, place.browse.isEmptyResult || column == nil { return body }
        return column.map { $0.inset(bottom: $0.rows - prompt.helpRows(of: $0.rows)) }
    }

    /// Completions stand over the whole body.
    var choosesInBody: Bool { searchHelpArea == screenLayout.body }
}

extension ReaderScreen {
    /// What was found in the selected sentence, under the text.
    func drawFound(into canvas: inout Canvas, in rect: Rect) {
        canvas.horizontalRule(
            row: rect.row, columns: rect.column + 1..<rect.columnRange.upperBound - 1,
            stroke: .dashed)
        let inside = rect.inset(left: 1, top: 1, right: 1)
        let found = notes?.bySentence[safe: sentence] ?? []
        canvas.put(
            found.isEmpty
                ? "Nothing found here by rule"
                : "Found here  ◦ by rule, not yet checked", column: inside.column,
            row: inside.row, style: .quiet, in: inside)
        var row = inside.row + 1
        for (index, note) in found.enumerated() {
            let words = ([note.text] + note.details).joined(separator: " · ")
            let lines = Wrapping.lines(of: words, columns: inside.columns - 2, atMost: 2)
            let isLast = index == found.count - 1
            guard row + lines.count + (isLast ? 0 : 1) <= inside.rowRange.upperBound else {
                canvas.put(
                    "… \(found.count - index) more", column: inside.column + 2, row: row,
                    style: .quiet, in: inside)
                return
            }
            canvas.put(
                note.sign, column: inside.column, row: row, style: Style(note.role), in: inside)
            for line in lines {
                canvas.put(line.text, column: inside.column + 2, row: row, in: inside)
                row += 1
            }
        }
    }

    func drawBesideHeading(into canvas: inout Canvas, in rect: Rect) {
        canvas.drawHeading(
            isAskingWhy ? "Why is this here" : "Beside the text",
            scope: isAskingWhy ? Wording.sentence(sentence) : notes?.words ?? "", in: rect,
            isFocused: false)
    }

    func drawBeside(into canvas: inout Canvas, in rect: Rect) {
        if isAskingWhy {
            drawWhy(into: &canvas, in: rect)
        } else {
            drawNotes(into: &canvas, in: rect)
        }
    }

    /// Of every finding in the selected sentence the words, rule, cue, confidence and rivals, of a
    /// difference what it is.
    func drawWhy(into canvas: inout Canvas, in rect: Rect) {
        guard let notes, notes.bySentence.indices.contains(sentence) else { return }
        let found = notes.bySentence[sentence].filter { $0.basis != nil || $0.mark == "≠" }
        var row = rect.row
        if found.isEmpty {
            canvas.drawNote("No rule found anything in this sentence.", in: rect.inset(left: 1))
            return
        }
        for note in found {
            var lines: [(String, Style)] = [("\(note.sign) \(note.text)", .text)]
            let reasons = analyzed.map { note.reasons(in: $0.article) }
            for reason in reasons ?? [] {
                let blanks = reason.name.isEmpty ? 0 : 7 - reason.name.count
                let name = reason.name + String(repeating: " ", count: blanks)
                lines.append(("  " + name + reason.words, .quiet))
            }
            lines.append(("", .text))
            for (text, style) in lines {
                for line in Wrapping.lines(
                    of: text, columns: rect.columns - 2,
                    hangingIndent: text.hasPrefix(" ") ? 9 : 2)
                where row < rect.rowRange.upperBound {
                    canvas.put(
                        line.text, column: rect.column + 1 + line.indent, row: row, style: style,
                        in: rect)
                    row += 1
                }
            }
        }
    }
}

extension ArticlesQuestion.Order {
    /// "newest first".
    package var words: String {
        switch self {
        case .newest: "newest first"
        case .oldest: "oldest first"
        case .best: "best first"
        case .outlet: "by outlet"
        case .title: "by title"
        }
    }
}
