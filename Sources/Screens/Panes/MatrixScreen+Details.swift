import Analysis
import Queries

// What is told of the selected row and cell, beside the table or below it.

extension MatrixScreen {
    /// What is said of the selected row, and what else is known of it. Where nothing is, and the
    /// sentences stand beside the table, those of the selected cell stand below it.
    func drawDetails(
        into canvas: inout Canvas, _ table: MatrixTable, _ matrix: Matrix, layout: ScreenLayout,
        state: State
    ) {
        guard table.detail.rows >= 2, let row = selectedRow, let column = selectedColumn else {
            return
        }
        let isHere = sentencesOf == row.id
        let lines = table.isBeside ? 8 : 2
        let others = isHere ? sentences.filter { !cellSentences.contains($0) } : []
        let isFootFree = subject == .words || (isHere && background.isEmpty)
        if let foot = table.foot.first, isFootFree {
            canvas.draw(cellBlock(row, column, matrix), in: foot)
            var block = rowBlock(row, matrix)
            add(others, to: &block, matrix, lines: lines)
            canvas.draw(block, in: table.detail)
            return
        }
        var block = rowBlock(row, matrix)
        addCell(column, to: &block, matrix, lines: max(3, lines))
        add(others, to: &block, matrix, lines: lines)
        let end = canvas.draw(block, in: table.detail)
        guard table.isBeside, isHere else { return }
        let below = table.detail.inset(top: end + 1 - table.detail.row)
        let parts = table.foot + (below.rows >= 6 || table.foot.isEmpty ? [below] : [])
        let used = background.draw(into: &canvas, in: parts, state: state)
        if let first = table.foot.first, table.foot.count > 1, used > 1 {
            canvas.drawRule(
                column: first.columnRange.upperBound,
                rows: first.row..<(layout.ruleRow ?? first.rowRange.upperBound))
        }
    }

    /// The heading of what is said of a row.
    private func rowBlock(_ row: Matrix.Row, _ matrix: Matrix) -> DetailBlock {
        let unit = matrix.isByArticle ? "sentence" : "article"
        let places = matrix.isByArticle ? "article" : "source"
        return DetailBlock(
            row.name,
            scope: "\(Wording.counted(row.total, unit)) in "
                + Wording.counted(row.speakingCount, places))
    }

    /// What the selected cell counts, under a heading of its own.
    private func cellBlock(
        _ row: Matrix.Row, _ column: Matrix.Column, _ matrix: Matrix
    ) -> DetailBlock {
        let unit = matrix.isByArticle ? "sentence" : "article"
        var block = DetailBlock(
            "\(row.name) in \(MatrixScreen.name(of: column))",
            scope: selectedCount == 0 ? "" : Wording.counted(selectedCount, unit))
        addCell(column, to: &block, matrix, lines: 8)
        return block
    }

    /// The sentences of the selected cell, or that there are none.
    private func addCell(
        _ column: Matrix.Column, to block: inout DetailBlock, _ matrix: Matrix, lines: Int
    ) {
        if selectedCount == 0 {
            block.add(
                StyledText("░ ", Style(.only)),
                "\(MatrixScreen.name(of: column)): \(subject.silence())", Style(.only), lines: 1)
        }
        add(cellSentences, to: &block, matrix, lines: lines)
    }

    private func add(
        _ sentences: [CitedSentence], to block: inout DetailBlock, _ matrix: Matrix, lines: Int
    ) {
        for sentence in sentences {
            let letter = matrix.columns.first { $0.id == sentence.articleID }?.letter
            let head = letter ?? Wording.shortOutlet(sentence.outlet)
            block.add(
                [(head + " ", .focus), (Wording.sentence(sentence.sentence) + " ", .quiet)],
                sentence.text, marks: sentence.highlights, lines: lines)
        }
    }

    /// "P Pravda.Ru".
    private static func name(of column: Matrix.Column) -> String {
        (column.letter.map { $0 + " " } ?? "") + Wording.outlet(column.outlet)
    }
}
