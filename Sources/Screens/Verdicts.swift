import Analysis
import Intake
import Queries

// What a person decides about the machine's findings: each of a sentence in turn, kept with the
// person's own work and undone like it.

extension State {
    /// Decides about the first finding of the sentence that nobody has decided about.
    mutating func decide(_ verdict: Verdict.State) -> [Effect] {
        let reader = place.reader
        let sentence = reader.sentence
        guard let article = reader.analyzed?.article, let notes = reader.notes,
            article.sentences.indices.contains(sentence)
        else { return [] }
        guard let note = notes.undecided(in: sentence), let finding = note.finding else {
            let isEmpty = notes.bySentence[sentence].allSatisfy { $0.finding == nil }
            notice = Notice(
                isEmpty
                    ? "No rule found anything in this sentence."
                    : "All found in this sentence is decided; u takes the last one back.")
            return []
        }
        var change = Verdict(
            article: article.id, sentence: sentence, range: article.sentences[sentence].range,
            anchor: article.sentenceText(sentence), kind: finding.kind.rawValue,
            value: finding.value,
            state: verdict)
        let keeping = OwnChange.verdict(change)
        change.state = nil
        let effects = keep(keeping, undoneBy: .verdict(change))
        let rest = place.reader.notes?.bySentence[safe: sentence]?.count {
            $0.finding != nil && $0.verdict == nil
        }
        let left = rest.map { $0 > 0 ? " \($0) more in this sentence." : "" } ?? ""
        let outcome = verdict == .rejected ? "; it counts no more" : ""
        notice = Notice("\(verdict.rawValue.capitalizedFirst): \(note.text)\(outcome).\(left)")
        return effects
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
