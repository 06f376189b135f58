import Analysis
import Queries

extension Report {
    /// What was edited in an article since it was first held.
    init(_ page: ArticleHistory) {
        self.init(
            address: .history(page.article.id), title: "What was edited: \(page.article.heading)")
        facts = [
            Fact("texts", "Texts held of it", .count(page.versions.count)),
            Fact("changes", "Changes", .count(page.changeCount)),
        ]
        notes = [
            page.edits.isEmpty
                ? "One text is held of this article: no edit has been seen."
                : "[-cut-] {+added+}. Times say when a text was first seen here."
        ]
        sections = page.edits.map { Report.section(of: $0) }
        sections.append(
            Section(
                "Texts held of it",
                columns: [
                    Column("seen", "Since"), Column("title", "Title"),
                    Column("text", "Text", isDetail: true),
                ],
                rows: page.versions.map { version in
                    Row([
                        .text(Moment.words(version.seen)), .optional(version.title),
                        .text(version.text),
                    ])
                }))
    }

    private static func section(of edit: ArticleHistory.Edit) -> Section {
        var rows: [Row] = []
        if let title = edit.title { rows.append(changeRow(title, "title", sentence: nil)) }
        for (change, sentence) in zip(edit.text.changes, edit.sentences) {
            rows.append(changeRow(change, "text", sentence: sentence))
        }
        return Section(
            "Edited, seen \(Moment.words(edit.seen))",
            note:
                "\(TextPages.counted(edit.text.wordsCut, "word")) cut, \(edit.text.wordsAdded) added."
                + (rows.isEmpty ? " Only blanks were changed." : ""),
            columns: [
                Column("seen", "Seen", isDetail: true), Column("of", "Of"),
                Column("sentence", "Sentence"), Column("change", "Change"),
                Column("cut", "Cut", isDetail: true), Column("added", "Added", isDetail: true),
                Column("start", "From", isDetail: true), Column("end", "To", isDetail: true),
            ],
            rows: rows.map { row in
                var row = row
                row.cells.insert(.text(Moment.words(edit.seen)), at: 0)
                return row
            })
    }

    private static func changeRow(_ change: TextEdits.Change, _ of: String, sentence: Int?) -> Row {
        func words(_ kind: WordDiff.Kind) -> Cell {
            .list(change.pieces.filter { $0.kind == kind }.map(\.text))
        }
        return Row([
            .text(of), sentence.map { .count($0 + 1) } ?? .none, .text(change.written),
            words(.cut), words(.added), .count(change.range.lowerBound),
            .count(change.range.upperBound),
        ])
    }
}
