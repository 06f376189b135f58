import Analysis
import Intake
import Queries

extension TimelineScreen {
    /// Why there is no table; nil where there is one.
    var emptyWords: String? {
        guard let timeline else { return "Reading the articles …" }
        guard lines.isEmpty else { return nil }
        return timeline.articleCount == 0
            ? EmptyResult.noneFits
            : "The dossier has no event, and these articles name no day."
    }

    func draw(into canvas: inout Canvas, layout: ScreenLayout, state: State) {
        let note = layout.body.inset(left: 2, top: 1, right: 2)
        guard let timeline, emptyWords == nil else {
            return canvas.drawNote(emptyWords ?? "", in: note)
        }
        let body = layout.body
        let columns = TimelineColumns(body.columns, timeline, days: dayColumns(timeline))
        drawHeads(into: &canvas, body, columns, timeline)
        let height = tableRows(body)
        var year = 0
        for offset in 0..<height {
            guard let line = lines[safe: cursor.top + offset] else { break }
            let area = Rect(
                column: 0, row: body.row + 1 + offset, columns: body.columns, rows: 1)
            let isSelected = cursor.top + offset == cursor.index
            if isSelected { canvas.put("▸", column: 0, row: area.row, style: .focus, in: area) }
            switch line {
            case .row(let index):
                let row = timeline.rows[index]
                let own = row.first.civil.year
                draw(row, into: &canvas, area, columns, timeline, year: own == year ? nil : own)
                year = own
            case .silence(let range):
                drawSilence(timeline.rows[range], into: &canvas, area, columns, timeline)
            }
            if isSelected { canvas.select(area) }
        }
        drawDetail(into: &canvas, layout, timeline, state: state)
    }

    /// As wide as the days of few rows are; what many rows need, none knows without going over all.
    private func dayColumns(_ timeline: Timeline) -> Int {
        guard timeline.rows.count < 400 else { return 15 }
        let days = timeline.rows.map { TextWidth.columns(of: Wording.yearless($0.first, $0.last)) }
        return min(15, days.max() ?? 6)
    }

    private func drawHeads(
        into canvas: inout Canvas, _ body: Rect, _ columns: TimelineColumns, _ timeline: Timeline
    ) {
        canvas.drawHeading("Day", in: body, isFocused: true)
        let names = Rect(
            column: columns.name.lowerBound, row: body.row, columns: columns.name.count - 1, rows: 1
        )
        canvas.put(
            " What happened, or is said to have ", column: names.column, row: body.row,
            style: .quiet, in: names)
        for (index, head) in timeline.columns.enumerated() {
            let style = head.id == selectedCitation?.articleID ? Style(.text, isBold: true) : .quiet
            switch columns.tellers {
            case .cells(let each):
                let area = Rect(
                    column: columns.name.upperBound + index * each - 1, row: body.row,
                    columns: each, rows: 1)
                let letter = " " + (head.letter ?? "?") + " "
                let date = Wording.shortDate(head.published)
                let fits = TextWidth.columns(of: letter + date) <= each
                canvas.put(
                    [(letter, .focus), (fits ? date + " " : "", style)],
                    column: area.column, row: body.row, in: fits ? nil : area)
            case .strip:
                let column = columns.name.upperBound + index
                if index == 0 { canvas.put(" ", column: column - 1, row: body.row) }
                canvas.put(
                    (head.letter ?? "?") + " ", column: column, row: body.row, style: .focus)
            case .count, .nothing: break
            }
        }
        if columns.tellers == .count {
            canvas.put(
                StyledText(" articles ", .quiet), endingAt: body.columnRange.upperBound - 1,
                row: body.row)
        }
    }

    private func draw(
        _ row: Timeline.Row, into canvas: inout Canvas, _ line: Rect, _ columns: TimelineColumns,
        _ timeline: Timeline, year: Int?
    ) {
        if let year, columns.hasYears {
            canvas.put(
                "\(year)", column: columns.day.lowerBound, row: line.row, style: .quiet, in: line)
        }
        let last = columns.hasYears ? row.last : row.first
        canvas.put(
            StyledText(Wording.yearless(row.first, last), .text),
            endingAt: columns.day.upperBound, row: line.row)
        let area = Rect(
            column: columns.name.lowerBound - 2, row: line.row, columns: columns.name.count + 1,
            rows: 1)
        let isTold = row.articleCount > 0
        let mark: StyledText =
            row.event == nil ? [("◦ ", Style(.machine))] : [("● ", Style(.confirmed))]
        var start = canvas.put(mark, column: area.column, row: line.row, in: area)
        if let year, !columns.hasYears {
            start = canvas.put("\(year) ", column: start, row: line.row, style: .quiet, in: area)
        }
        let name: StyledText =
            row.event.map {
                StyledText($0.name, isTold ? .text : .quiet)
            } ?? excerpt(of: row, timeline, columns: area.columnRange.upperBound - start)
        canvas.put(name, column: start, row: line.row, in: area)
        switch columns.tellers {
        case .cells(let each):
            for index in row.counts.indices {
                let cell = Rect(
                    column: columns.name.upperBound + index * each, row: line.row,
                    columns: each - 1, rows: 1)
                canvas.put(
                    self.cell(row, index, timeline, columns: each - 1), column: cell.column,
                    row: line.row, in: cell)
            }
        case .strip:
            for (index, count) in row.counts.enumerated() {
                let letter = timeline.columns[index].letter ?? "?"
                canvas.put(
                    count > 0 ? letter : "·", column: columns.name.upperBound + index,
                    row: line.row, style: count > 0 ? .text : .rule, in: line)
            }
        case .nothing: break
        case .count:
            let most = timeline.rows.map(\.articleCount).max() ?? 1
            let bar = columns.hasYears ? Strip.bar(row.articleCount, of: most, cells: 8) : ""
            canvas.put(
                bar, column: columns.name.upperBound + 1, row: line.row, style: .quiet, in: line)
            canvas.put(
                StyledText(Wording.number(row.articleCount), isTold ? .text : .rule),
                endingAt: line.columnRange.upperBound - 1, row: line.row)
        }
    }

    /// The words around the date in the first sentence that names it; where several articles name
    /// the day, whose words they are. The ground of evidence is for what stands under the rows.
    private func excerpt(of row: Timeline.Row, _ timeline: Timeline, columns: Int) -> StyledText {
        guard let sentence = row.sentences.first else { return StyledText("–", .quiet) }
        let id = row.articleCount > 1 ? sentence.articleID : nil
        let letter = timeline.columns.first { $0.id == id }?.letter
        let lead = StyledText(letter.map { $0 + ": " } ?? "", .quiet)
        return lead
            + Snippet.line(
                of: sentence.text, around: sentence.highlights, columns: columns - lead.columns,
                style: Style(.text, isUnderlined: true))
    }

    /// `§17 +2 ahead`, as much as there is room for; `·` where nothing is said.
    private func cell(
        _ row: Timeline.Row, _ index: Int, _ timeline: Timeline, columns: Int
    ) -> StyledText {
        guard row.counts[index] > 0 else { return StyledText("·", .rule) }
        let id = timeline.columns[index].id
        let first = row.sentences.first { $0.articleID == id }
        var text = StyledText(first.map { Wording.sentence($0.sentence) } ?? "§")
        if row.counts[index] > 1 { text.append(" +\(row.counts[index] - 1)", .quiet) }
        if timeline.isAhead(row, column: index) {
            let word = text.columns + 6 <= columns ? " ahead" : text.columns < columns ? "›" : ""
            text.append(word, .quiet)
        }
        return text
    }

    /// Whether some cell has room for no more than the mark of what is ahead.
    private func hasShortAhead(columns: Int) -> Bool {
        guard let timeline else { return false }
        return timeline.rows.contains { row in
            row.counts.indices.contains { index in
                row.counts[index] > 0 && timeline.isAhead(row, column: index)
                    && cell(row, index, timeline, columns: columns).text.hasSuffix("›")
            }
        }
    }

    private func drawSilence(
        _ rows: ArraySlice<Timeline.Row>, into canvas: inout Canvas, _ line: Rect,
        _ columns: TimelineColumns, _ timeline: Timeline
    ) {
        canvas.horizontalRule(
            row: line.row, columns: 2..<line.columns - 1, stroke: .dotted, style: .rule)
        let words = " \(timeline.words(ofSilence: rows)) "
        let start = min(
            columns.name.lowerBound, max(2, line.columns - 1 - TextWidth.columns(of: words)))
        canvas.put(words, column: start, row: line.row, style: .quiet, in: line)
    }

    // MARK: The selected row

    /// What is told of the selected row, and where there is room of those after it in view.
    private func drawDetail(
        into canvas: inout Canvas, _ layout: ScreenLayout, _ timeline: Timeline, state: State
    ) {
        let height = tableRows(layout.body)
        let rect = layout.body.inset(top: 1 + height)
        guard let row = selectedRow else {
            canvas.draw(silenceBlock, in: rect)
            return
        }
        let below = lines.prefix(cursor.top + height).dropFirst(cursor.index + 1)
        canvas.draw(
            block(
                of: row, timeline, state.labels, choice: choice, lines: rect.rows >= 16 ? 8 : 4),
            then: below.lazy.compactMap { line -> DetailBlock? in
                guard case .row(let index) = line, !timeline.rows[index].sentences.isEmpty else {
                    return nil
                }
                return block(of: timeline.rows[index], timeline, state.labels, lines: 3)
            }, in: rect, bottom: layout.ruleRow ?? rect.rowRange.upperBound)
    }

    /// The events of a line that folds them.
    private var silenceBlock: DetailBlock {
        var block = DetailBlock("Events that no article tells of", scope: "Enter shows them")
        for row in selectedSilence {
            let day = Wording.span(row.first, row.last)
            block.add(
                [("● ", Style(.confirmed)), (day + " ", .quiet)], row.event?.name ?? "", lines: 1)
        }
        return block
    }

    /// The sentences that tell of a row, from the one before the chosen one on; without a choice
    /// the first few.
    private func block(
        of row: Timeline.Row, _ timeline: Timeline, _ labels: Labels, choice: Int? = nil,
        lines: Int
    ) -> DetailBlock {
        let day = Wording.span(row.first, row.last)
        let articles = row.told.map { " · \(Wording.counted($0, "article"))" } ?? ""
        let count =
            choice.map { "sentence \($0 + 1) of \(row.sentences.count)" }
            ?? Wording.counted(row.sentences.count, "sentence")
        var block = DetailBlock(
            row.event.map { "\($0.name) · \(day)" } ?? "\(day), no event of the dossier",
            scope: row.sentences.isEmpty ? "" : count + articles)
        if let event = row.event {
            let place = event.place.map { labels.places[$0] ?? $0 }
            let words = [place, event.what].compactMap { $0 }.joined(separator: ": ")
            block.add([("● ", Style(.confirmed))], words, .quiet, lines: 2)
        }
        if row.sentences.isEmpty, row.articleCount == 0 {
            block.add(
                StyledText("· ", .rule), "Found in none of these articles.", .quiet,
                lines: 1)
        }
        // The chosen sentence stays in view with the one before it.
        let first = max(0, (choice ?? 0) - 1)
        for (index, sentence) in row.sentences.enumerated().dropFirst(first)
            .prefix(choice == nil ? 4 : .max)
        {
            let letter = timeline.columns.first { $0.id == sentence.articleID }?.letter
            let head = letter ?? Wording.shortOutlet(sentence.outlet)
            let date = letter == nil ? " " + Wording.shortDate(sentence.published) : ""
            block.add(
                sentence, of: head + date, isChosen: choice.map { $0 == index }, lines: lines)
        }
        return block
    }

    // MARK: Words

    var facts: [String] {
        guard let timeline else { return [] }
        let days = timeline.rows.count - timeline.eventCount
        return [
            "\(timeline.toldCount) of \(Wording.counted(timeline.eventCount, "event")) told of",
            Wording.counted(days, "other day"),
        ]
    }

    /// Which articles these are, and what is left out.
    var sentence: StyledText {
        guard let timeline else { return StyledText() }
        var words = timeline.isByArticle ? "oldest first" : "the newest first in each row"
        var left: [String] = []
        if timeline.undatedCount > 0 {
            left.append("days without a year in \(Wording.number(timeline.undatedCount)) undated")
        }
        if timeline.vagueDates > 0 {
            left.append("\(Wording.counted(timeline.vagueDates, "date")) longer than a month")
        }
        if !left.isEmpty { words += "   left out: " + left.joined(separator: ", ") }
        return StyledText(words, .quiet)
    }

    /// What the marks mean that are seen in so many columns.
    func legend(_ columns: Int) -> (left: StyledText, right: StyledText) {
        let tellers = timeline.map {
            TimelineColumns(columns, $0, days: dayColumns($0)).tellers
        }
        var more = ""
        var isShort = false
        if case .cells(let each)? = tellers {
            more = "  +2: two more"
            if hasShortAhead(columns: each - 1) {
                more += "  ›: ahead"
                isShort = columns < 100
            }
        }
        let place = lines.isEmpty ? "" : "row \(cursor.index + 1) of \(lines.count)"
        return (
            [
                ("●", Style(.confirmed)), (isShort ? " dossier  " : " dossier event  ", .quiet),
                ("◦", Style(.machine)), (" articles only  ", .quiet),
                ("·", .rule), ((isShort ? " nothing" : " nothing found") + more, .quiet),
            ], StyledText(place, .quiet)
        )
    }
}

extension Timeline {
    /// "3 dossier events, 1–9 Jan 2026: found in no article".
    func words(ofSilence rows: ArraySlice<Row>) -> String {
        guard let first = rows.first?.first, let last = rows.map(\.last).max() else { return "" }
        let isAfter = lastPublished.map { first > $0 } ?? false
        let why = isAfter ? "after the last article" : "found in no article"
        return "\(rows.count) dossier events, \(Wording.span(first, last)): \(why)"
    }
}

extension Wording {
    /// `2 Dec`, `20–21 Nov`, `24 Nov – 3 Dec`, `Jan`: without the year.
    static func yearless(_ first: Day, _ last: Day) -> String {
        let (from, to) = (first.civil, last.civil)
        func short(_ day: Day) -> String { shortDate(PublicationDate(day: day)) }
        if first == last { return short(first) }
        guard from.year == to.year, from.month == to.month else {
            return "\(short(first)) – \(short(last))"
        }
        if from.day == 1, to.day == Day.length(ofMonth: to.month, year: to.year) {
            return shortDate(PublicationDate(day: first, precision: .month))
        }
        return "\(from.day)–\(short(last))"
    }
}
