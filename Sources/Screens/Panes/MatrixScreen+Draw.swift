import Analysis
import Queries

/// Where the parts of the matrix stand.
struct MatrixTable {
    /// Heads and rows; below it, or at its right, the sentences of the selected row.
    let table: Rect
    let detail: Rect
    /// What else is known of the selected row: below a table that has its sentences beside it, in
    /// one column or two. Empty where there is too little room.
    let foot: [Rect]
    /// Where the topic stands; 0 columns where there is no room for it.
    let groupColumns: Int
    let nameColumns: Int
    let cellColumns: Int
    /// Columns of the matrix that are shown at once.
    let columnCount: Int
    /// Lines of the heads: 2 where a name does not fit into one.
    let headRows: Int
    /// Lines below the rows: totals by column and what no column has, or nothing.
    let footRows: Int
    /// Of them, what no column has.
    let unreported: [WrappedLine]

    /// The widest name of a count beside the name: " 12".
    static let totalColumns = 4

    /// The sentences below the table keep so many lines before totals get theirs.
    private static let leastDetail = 5

    /// Sentences that are read beside the table want so many columns.
    private static let besideColumns = 48

    init(_ body: Rect, _ screen: MatrixScreen) {
        groupColumns = body.columns >= 110 && screen.subject != .people ? 20 : 0
        let longest = screen.matrix?.rows.map { TextWidth.columns(of: $0.name) }.max() ?? 0
        let least = min(max(12, longest + 1), max(14, body.columns / 4))
        let heads = screen.matrix?.columns ?? []
        let width = body.columns - (2 + groupColumns + least + MatrixTable.totalColumns)
        let wanted = max(12, 1 + (heads.map { MatrixTable.columns(of: $0) }.max() ?? 0))
        cellColumns =
            heads.isEmpty ? width : min(wanted, max(min(9, width), width / heads.count))
        columnCount = max(1, min(max(1, heads.count), width / max(1, cellColumns)))
        let spare = width - columnCount * cellColumns
        nameColumns = least + max(0, min(spare, longest + 1 - least))
        let used = body.columns - spare + nameColumns - least
        let isCut = wanted > cellColumns
        headRows = isCut && body.rows >= 16 ? 2 : 1
        var table = body
        let none = Wrapping.lines(
            of: screen.unreportedWords, columns: body.columns - spare + nameColumns - least - 4,
            hangingIndent: 2)
        let count = (screen.matrix?.rows.count ?? 0) + headRows
        let room = body.rows - MatrixTable.leastDetail - count
        let totals = screen.totals.isEmpty ? 0 : screen.totals.count + 1
        let hasTotals = totals > 0 && totals <= room
        let isTold = hasTotals && !screen.unreportedWords.isEmpty && totals + none.count <= room
        unreported = isTold ? none : []
        footRows = hasTotals ? totals + unreported.count : 0
        let rowCount = count + footRows
        if body.columns - used > MatrixTable.besideColumns {
            table.columns = used
            table.rows = min(rowCount, body.rows)
            detail = body.inset(left: used + 1)
            let below = body.inset(top: table.rows + 1, right: body.columns - used)
            let columns = below.columns >= 120 ? [(below.columns - 1) / 2] : []
            foot = below.rows >= 6 ? BrowseLayout.columns(of: below, widths: columns) : []
        } else {
            let most = max(5, min(body.rows / 3, 14))
            let below =
                body.rows < 10
                ? 0
                : footRows > 0
                    ? min(most, max(MatrixTable.leastDetail, body.rows - rowCount)) : most
            table.rows = min(rowCount, body.rows - below)
            detail = body.inset(top: table.rows)
            foot = []
        }
        self.table = table
    }

    /// The sentences stand at the right of the table, not below it.
    var isBeside: Bool { detail.column > table.column }

    /// "M Moscow Times" takes so many.
    private static func columns(of head: Matrix.Column) -> Int {
        TextWidth.columns(of: Wording.shortOutlet(head.outlet)) + (head.letter == nil ? 1 : 3)
    }

    /// Rows of the matrix that are shown at once.
    var rowCount: Int { max(1, table.rows - headRows - footRows) }

    /// The line of the first row.
    var firstRow: Int { table.row + headRows }

    /// The first column of the cells of a row.
    var cellsStart: Int { table.column + 2 + groupColumns + nameColumns + MatrixTable.totalColumns }
}

extension MatrixScreen {
    /// Why there is no table; nil where there is one.
    var emptyWords: String? {
        guard let matrix else { return "Counting …" }
        guard matrix.rows.isEmpty else { return nil }
        if matrix.articleCount == 0 { return EmptyResult.noneFits }
        return subject == .words
            ? "No word is chosen differently here. Digests are retold by us: their words "
                + "are not those of the outlets, and do not count."
            : "None of these articles speaks of anything that the dossier has."
    }

    func draw(into canvas: inout Canvas, layout: ScreenLayout, state: State) {
        guard let matrix, emptyWords == nil else {
            let note = layout.body.inset(left: 2, top: 1, right: 2)
            return canvas.drawNote(emptyWords ?? "", in: note)
        }
        let table = MatrixTable(layout.body, self)
        drawHeads(into: &canvas, table, matrix)
        var group = ""
        for offset in 0..<table.rowCount {
            guard let row = matrix.rows[safe: row.top + offset] else { break }
            draw(
                row, into: &canvas, table, line: table.firstRow + offset,
                isSelected: row.id == selectedRow?.id, group: row.group == group ? "" : row.group)
            group = order == .given ? row.group : ""
        }
        drawTotals(into: &canvas, table)
        drawDetails(into: &canvas, table, matrix, layout: layout, state: state)
        guard table.isBeside else { return }
        canvas.drawRules([table.table.columnRange.upperBound], layout: layout)
    }

    private func drawHeads(into canvas: inout Canvas, _ table: MatrixTable, _ matrix: Matrix) {
        let rect = table.table
        canvas.drawHeading(
            subject.heading,
            in: Rect(column: rect.column, row: rect.row, columns: rect.columns, rows: 1),
            isFocused: true)
        canvas.put(
            StyledText(" of \(matrix.columns.count) ", .quiet), endingAt: table.cellsStart - 1,
            row: rect.row)
        for offset in 0..<table.columnCount {
            guard let head = matrix.columns[safe: column.top + offset] else { break }
            let start = table.cellsStart + offset * table.cellColumns
            let area = Rect(
                column: start - 1, row: rect.row, columns: table.cellColumns, rows: 1)
            let isHere = column.top + offset == column.index
            let style: Style = isHere ? Style(.text, isBold: true) : .quiet
            let letter = head.letter.map { $0 + " " } ?? ""
            let lines = MatrixScreen.lines(
                of: Wording.shortOutlet(head.outlet),
                columns: table.cellColumns - 1 - letter.count, atMost: table.headRows)
            let name: StyledText = [(" ", .quiet), (letter, .focus), (lines[0], style)]
            let end = canvas.put(name, column: start - 1, row: rect.row, in: area)
            canvas.put(" ", column: end, row: rect.row, in: rect)
            guard lines.count > 1 else { continue }
            var below = area
            below.row += 1
            // Under the name, or further left where it is too long for that.
            let spare = max(0, table.cellColumns - 1 - TextWidth.columns(of: lines[1]))
            canvas.put(
                lines[1], column: start + min(letter.count, spare), row: below.row, style: style,
                in: below)
        }
        if column.top + table.columnCount < matrix.columns.count {
            canvas.put(
                StyledText(" → ", .focus), endingAt: rect.columnRange.upperBound, row: rect.row)
        }
        if column.top > 0 {
            canvas.put(" ← ", column: table.cellsStart - 4, row: rect.row, style: .focus)
        }
    }

    /// The lines of a head, at least one, broken between words alone: a word that is longer than its
    /// line is left whole, in the second line where it is alone, to be cut where it is put.
    static func lines(of name: String, columns: Int, atMost limit: Int) -> [String] {
        var lines: [String] = []
        for word in name.split(separator: " ") {
            let longer = (lines.last.map { $0 + " " } ?? "") + word
            if lines.isEmpty || (lines.count < limit && TextWidth.columns(of: longer) > columns) {
                lines.append(String(word))
            } else {
                lines[lines.count - 1] = longer
            }
        }
        // One long word goes below its letter.
        if limit > 1, lines.count == 1, TextWidth.columns(of: lines[0]) > columns {
            lines.insert("", at: 0)
        }
        return lines.isEmpty ? [""] : lines
    }

    private func draw(
        _ row: Matrix.Row, into canvas: inout Canvas, _ table: MatrixTable, line: Int,
        isSelected: Bool, group: String
    ) {
        let rect = Rect(
            column: table.table.column, row: line, columns: table.table.columns, rows: 1)
        if table.groupColumns > 0 {
            let area = Rect(column: 1, row: line, columns: table.groupColumns - 1, rows: 1)
            canvas.put(group, column: 1, row: line, style: .quiet, in: area)
        }
        let start = 1 + table.groupColumns
        if isSelected { canvas.put("▸", column: start, row: line, style: .focus, in: rect) }
        let names = Rect(column: start + 1, row: line, columns: table.nameColumns, rows: 1)
        let style: Style = isSelected ? Style(.text, isBold: true) : .text
        canvas.put(row.name, column: start + 1, row: line, style: style, in: names)
        canvas.put(
            StyledText("\(row.speakingCount)", .quiet), endingAt: table.cellsStart - 2, row: line)
        for offset in 0..<table.columnCount {
            guard let count = row.counts[safe: column.top + offset] else { break }
            let cell = Rect(
                column: table.cellsStart + offset * table.cellColumns, row: line,
                columns: table.cellColumns - 1, rows: 1)
            let isHere = isSelected && column.top + offset == column.index
            draw(count, into: &canvas, in: cell, isSelected: isHere)
        }
    }

    /// Below the rows, what each column has of them, under a broken rule.
    private func drawTotals(into canvas: inout Canvas, _ table: MatrixTable) {
        guard table.footRows > 0 else { return }
        let end = table.cellsStart + table.columnCount * table.cellColumns
        var line = table.table.rowRange.upperBound - table.footRows
        canvas.horizontalRule(row: line, columns: 1..<end - 1, stroke: .dashed)
        for total in totals {
            line += 1
            let names = Rect(
                column: 1, row: line, columns: table.cellsStart - 2 - MatrixTable.totalColumns,
                rows: 1)
            let fits = TextWidth.columns(of: total.name) <= names.columns
            canvas.put(
                fits ? total.name : total.shortName, column: 1, row: line, style: .quiet, in: names)
            if let sum = total.sum {
                canvas.put(
                    StyledText(Wording.number(sum), .quiet), endingAt: table.cellsStart - 2,
                    row: line)
            }
            for offset in 0..<table.columnCount {
                guard let count = total.counts[safe: column.top + offset] else { break }
                canvas.put(
                    StyledText(Wording.number(count)),
                    endingAt: table.cellsStart + offset * table.cellColumns + 2, row: line)
            }
        }
        for none in table.unreported {
            line += 1
            canvas.put(none.text, column: 1 + none.indent, row: line, style: .quiet)
        }
    }

    /// A count with a small bar, or hatching where nothing is said.
    private func draw(
        _ count: Int, into canvas: inout Canvas, in cell: Rect, isSelected: Bool
    ) {
        if count == 0 {
            let hatch = String(repeating: "░", count: max(1, cell.columns - 1))
            canvas.put(hatch, column: cell.column, row: cell.row, style: .rule, in: cell)
        } else {
            let digits = Wording.number(count)
            let number = String(repeating: " ", count: max(0, 2 - digits.count)) + digits
            let end = canvas.put(number + " ", column: cell.column, row: cell.row, in: cell)
            let room = max(0, cell.columnRange.upperBound - end)
            let most = matrix?.isByArticle == true ? room : 0
            let bar = Strip.squares(count, cells: most)
            canvas.put(bar, column: end, row: cell.row, style: .quiet, in: cell)
        }
        if isSelected {
            canvas.select(
                Rect(column: cell.column, row: cell.row, columns: cell.columns - 1, rows: 1))
        }
    }

    // MARK: Words

    /// "░ Found in none of them: …"; empty where there is no such point.
    var unreportedWords: String {
        guard let matrix, subject == .points, !matrix.unreported.isEmpty else { return "" }
        return "░ Found in none of them: " + matrix.unreported.joined(separator: " · ")
    }

    /// What stands above the table; without what stands below it.
    func sentence(in body: Rect) -> StyledText {
        guard MatrixTable(body, self).unreported.isEmpty else {
            return words(withUnreported: false)
        }
        // "All 5 articles" stands before it.
        let whole = words(withUnreported: true)
        guard whole.columns > body.columns - 20, let count = matrix?.unreported.count, count > 0
        else { return whole }
        return words(withUnreported: false)
            + StyledText("   \(Wording.counted(count, "point")) in none", .quiet)
    }

    var name: String {
        return
            "Matrix, \(subject.rawValue) by \(matrix?.isByArticle == false ? "source" : "article")"
    }

    var facts: [String] {
        guard let matrix else { return [] }
        let total = matrix.rows.count + matrix.unreported.count
        guard subject == .points else {
            let unit = subject == .people ? "name" : "word"
            return [Wording.counted(matrix.rows.count, unit)]
        }
        return ["\(matrix.rows.count) of \(Wording.counted(total, "point")) reported"]
    }

    /// What the columns are, and what none of the articles speaks of.
    var sentence: StyledText { words(withUnreported: true) }

    private func words(withUnreported isTold: Bool) -> StyledText {
        guard let matrix else { return StyledText() }
        var words = matrix.isByArticle ? "oldest first" : "the largest of their sources"
        if matrix.leftOutSources > 0 {
            words += "; \(Wording.counted(matrix.leftOutSources, "source")) more not shown"
        }
        words += "   rows \(order.words)"
        if subject == .words { words += "   in their own voice, quotations apart" }
        if isTold, subject == .points, !matrix.unreported.isEmpty {
            words += "   in none: " + matrix.unreported.joined(separator: " · ")
        }
        return StyledText(words, .quiet)
    }

    var legend: (left: StyledText, right: StyledText) {
        let unit = matrix?.isByArticle == false ? "articles" : "sentences"
        let count = matrix?.rows.count ?? 0
        let place = count == 0 ? "" : "row \(row.index + 1) of \(count)"
        return (
            [
                ("A number counts \(unit)  ", .quiet), ("░", .rule),
                (subject == .words ? " not used  " : " none found  ", .quiet),
                ("◦", Style(.machine)), (" found by rule", .quiet),
            ], StyledText(place, .quiet)
        )
    }
}

extension MatrixQuestion.Subject {
    fileprivate var heading: String {
        switch self {
        case .points: "Points"
        case .people: "People"
        case .words: "Words"
        }
    }

    /// What an empty cell means.
    func silence(of name: String = "it") -> String {
        self == .words ? "does not use \(name)" : "no sentence found on \(name)"
    }
}
