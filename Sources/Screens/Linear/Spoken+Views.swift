import Analysis
import Intake
import Queries

// The views over many articles: the selected cell or row, and of its sentences the chosen one.

extension Spoken {
    /// "Row 2 of 14, column 1 of 5: Fishing quota, The Tide, 2 December 2025: 3 sentences".
    mutating func add(_ screen: MatrixScreen) {
        if let words = screen.emptyWords { contents = [words] }
        guard let matrix = screen.matrix, let row = screen.selectedRow,
            let column = screen.selectedColumn
        else { return }
        let unit = matrix.isByArticle ? "sentence" : "article"
        let count = screen.selectedCount
        let words =
            count > 0 ? Wording.counted(count, unit) : screen.subject.silence(of: row.name)
        let source =
            matrix.isByArticle
            ? "\(Wording.outlet(column.outlet)), \(Wording.longDate(column.published))"
            : Wording.outlet(column.outlet)
        selection =
            Spoken.position("Row", screen.row.index, of: matrix.rows.count) + ", "
            + Spoken.position("column", screen.column.index, of: matrix.columns.count)
            + ": \(row.name), \(source): \(words)"
    }

    /// The day and what happened, who tells of it, and the chosen sentence.
    mutating func add(_ screen: TimelineScreen, _ state: State) {
        if let words = screen.emptyWords { contents = [words] }
        guard let timeline = screen.timeline, let line = screen.lines[safe: screen.cursor.index]
        else { return }
        let place = Spoken.position("Row", screen.cursor.index, of: screen.lines.count)
        switch line {
        case .silence(let range):
            selection = "\(place): \(timeline.words(ofSilence: timeline.rows[range]))"
        case .row(let index):
            let row = timeline.rows[index]
            let day = Wording.span(row.first, row.last)
            let name = row.event.map { "\($0.name), event of the dossier" }
            let told =
                row.articleCount == 0
                ? "Found in none of these articles."
                : Wording.counted(row.articleCount, "article")
            selection =
                "\(place): "
                + Spoken.list([
                    "\(day), \(name ?? "no event of the dossier")", told,
                    Spoken.sentence(screen.choice, of: row.sentences),
                ])
        }
    }

    /// The way from the article to the speaker, and the chosen sentence.
    mutating func add(_ screen: ChainsScreen) {
        contents = [
            screen.emptyWords
                ?? (screen.trunk == .article
                    ? "By article" : "By the outlet that is cited")
        ]
        guard let chains = screen.chains, let link = screen.selected else { return }
        selection =
            Spoken.position("Row", screen.cursor.index, of: screen.links.count) + ": "
            + Spoken.list([
                screen.path(of: link, chains), Spoken.sentence(screen.choice, of: link.sentences),
            ])
    }

    /// The point in both drafts, what became of it, and who reports it.
    mutating func add(_ screen: DraftsScreen) {
        guard screen.page != nil else {
            contents = [screen.emptyWords]
            return
        }
        guard let row = screen.selected else { return }
        let reported =
            row.articleCount == 0
            ? "no article speaks of the subject"
            : "\(Wording.counted(row.articleCount, "article"))"
        selection =
            Spoken.position("Row", screen.cursor.index, of: screen.rows.count) + ": "
            + Spoken.list([
                "\(screen.title(of: row)), \(row.fate.rawValue)", row.note ?? "", reported,
                Spoken.sentence(screen.choice, of: screen.shownSentences),
            ])
    }

    /// "sentence 2 of 3: The Tide, 2 December 2025, sentence 4: …"; empty where there is none.
    private static func sentence(_ choice: Int, of sentences: [CitedSentence]) -> String {
        guard let sentence = sentences[safe: choice] else { return "" }
        return position("sentence", choice, of: sentences.count) + ": " + sentence.spoken
    }
}

extension CitedSentence {
    /// "The Tide, 2 December 2025, sentence 4, retold: rejects. The words".
    var spoken: String {
        let place = "\(Wording.outlet(outlet)), \(Wording.longDate(published))"
        let number = "sentence \(sentence + 1)\(kind == .digest ? ", retold" : "")"
        return "\(place), \(number): \(label.isEmpty ? "" : label + ". ")\(text)"
    }
}
