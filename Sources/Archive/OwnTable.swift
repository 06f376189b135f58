import GRDB
import Intake
import Queries

/// What a person decided about findings, as the archive holds it.
enum OwnTable {
    /// What was decided about findings of an article, as far as the words they were found in still
    /// stand.
    static func verdicts(on article: Article, _ db: Database) throws -> [Verdict] {
        var verdicts: [Verdict] = []
        try db.step(
            """
            SELECT kind, value, "start", "end", anchor, state FROM judgement
            WHERE article = ? AND state IN ('accepted', 'rejected') ORDER BY "start", number
            """, [article.id]
        ) { row in
            let start = Database.integer(row, 2)
            let range = start..<max(start, Database.integer(row, 3))
            let anchor = Database.text(row, 4) ?? ""
            guard let sentence = sentence(at: range, saying: anchor, in: article),
                article.sentenceText(sentence) == anchor
            else { return }
            verdicts.append(
                Verdict(
                    article: article.id, sentence: sentence, range: range, anchor: anchor,
                    kind: Database.text(row, 0) ?? "", value: Database.text(row, 1) ?? "",
                    state: Verdict.State(rawValue: Database.text(row, 5) ?? "")))
        }
        return verdicts
    }

    /// The ids of articles of whose findings some are rejected.
    static func rejectedIn(_ db: Database) throws -> Set<String> {
        var ids: Set<String> = []
        try db.step(
            "SELECT DISTINCT article FROM judgement WHERE state = 'rejected' AND article <> ''"
        ) { if let id = Database.text($0, 0) { ids.insert(id) } }
        return ids
    }

    /// The sentence that something was written on: the one with its words, where it stood or where
    /// it stands now; where the words are gone, the one at that place.
    static func sentence(
        at range: Range<Int>, saying anchor: String, in article: Article
    ) -> Int? {
        let here = article.sentences.lastIndex { $0.range.lowerBound <= range.lowerBound } ?? 0
        guard article.sentences.indices.contains(here) else { return nil }
        if article.sentenceText(here) == anchor { return here }
        return article.sentences.indices.first { article.sentenceText($0) == anchor } ?? here
    }
}
