import Analysis
import Intake
import Queries

// The screens that are read sentence by sentence: the sentence, and on the lines that follow what
// the screen has beside it.

extension Spoken {
    /// The sentence with its number, and its notes.
    mutating func add(_ reader: ReaderScreen, _ state: State) {
        guard let article = reader.analyzed?.article else { return }
        if reader.isInAside, let aside = reader.aside { return add(aside, state) }
        // The selection says it.
        if screen == .reader { facts = [] }
        contents = [
            Spoken.list([
                state.copyWords ?? "", "beside the text \(reader.notes?.words ?? "0 by rule")",
            ])
        ]
        guard article.sentences.indices.contains(reader.sentence) else { return }
        let place = Spoken.position("Sentence", reader.sentence, of: article.sentences.count)
        selection = "\(place): \(article.sentenceText(reader.sentence))"
        let notes = reader.notes?.bySentence[safe: reader.sentence] ?? []
        details =
            reader.isAskingWhy ? Spoken.reasons(notes, in: article) : notes.map(\.spoken)
    }

    private static func reasons(_ notes: [SentenceNote], in article: Article) -> [String] {
        let reasons = notes.compactMap { note -> String? in
            let own = note.reasons(in: article)
            // What others say of a difference is spoken with it.
            let said = own.filter { !$0.name.isEmpty }.map { "\($0.name) \($0.words)" }
            return own.isEmpty ? nil : list([note.spoken] + said)
        }
        return reasons.isEmpty ? ["No rule found anything in this sentence."] : reasons
    }

    /// The row, and what each article says in it.
    mutating func add(_ compare: CompareScreen, _ state: State) {
        let letters = compare.articles.indices.map { compare.letter($0, state.letters) }
        contents =
            zip(letters, compare.articles).map { letter, analyzed in
                let article = analyzed.article
                return Spoken.list([
                    "\(letter): \(Wording.outlet(article.outlet)), "
                        + Wording.longDate(article.published),
                    Wording.counted(article.sentences.count, "sentence"),
                    article.kind == .digest ? "retold" : "",
                ])
            } + compare.notes
        guard let block = compare.selectedBlock else { return }
        let place = Spoken.position("Row", compare.cursor.index, of: compare.blocks.count)
        switch block {
        case .folded(let rows):
            let folds = CompareSetter.folds(rows, of: compare)
            selection =
                "\(place): "
                + Spoken.list(
                    folds.map { $0.words.replacing("\u{0}", with: letters[safe: $0.column] ?? "") })
        case .row(let row):
            let words = compare.matters(of: row).joined(separator: "; ")
            selection = "\(place), \(row.kind.words)" + (words.isEmpty ? "" : ": \(words)")
            details = compare.spoken(row, letters)
        }
    }
}

extension CompareScreen {
    /// "M Moscow Times, sentence 3: …", a line for each sentence of the row.
    fileprivate func spoken(_ row: Comparison.Row, _ letters: [String]) -> [String] {
        row.placesAsRead.compactMap { column, sentence in
            guard let article = articles[safe: column]?.article, letters.indices.contains(column),
                article.sentences.indices.contains(sentence)
            else { return nil }
            let outlet = "\(letters[column]) \(Wording.outlet(article.outlet))"
            return "\(outlet), sentence \(sentence + 1): \(article.sentenceText(sentence))"
        }
    }
}

extension SentenceNote {
    /// Its mark in words, what it says, and what is said below it.
    var spoken: String { "\(markWords): " + Spoken.list([text] + details) }

    private var markWords: String {
        if let verdict { return "\(verdict.rawValue) by you" }
        return switch mark {
        case SentenceNote.ownMark: "your note"
        case "≠": "another article differs"
        case "=": "another article says the same"
        case "∅": HelpScreen.words(of: "∅")
        default: "by rule"
        }
    }
}
