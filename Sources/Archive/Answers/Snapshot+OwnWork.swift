import Analysis
import GRDB
import Intake
import Queries

extension Snapshot {
    /// What the person has done with an article.
    func ownWork(_ id: String) throws -> OwnWork {
        guard let article = try ArticleTable.article(row: ArticleTable.row(id: id, db), db) else {
            throw ArchiveError.noSuchArticle(id)
        }
        var work = OwnWork(article: article.id)
        try db.step("SELECT is_read, is_marked FROM reading WHERE article = ?", [article.id]) {
            work.isRead = Database.integer($0, 0) != 0
            work.isMarked = Database.integer($0, 1) != 0
        }
        work.notes = try notes(on: article)
        work.verdicts = try verdicts(on: article)
        return work
    }

    private func notes(on article: Article) throws -> [Note] {
        var notes: [Note] = []
        try db.step(
            """
            SELECT "start", "end", anchor, note FROM judgement WHERE article = ? AND kind = 'note'
            ORDER BY "start"
            """, [article.id]
        ) { row in
            let start = Database.integer(row, 0)
            let range = start..<max(start, Database.integer(row, 1))
            let anchor = Database.text(row, 2) ?? ""
            guard let place = Snapshot.sentence(at: range, saying: anchor, in: article) else {
                return
            }
            notes.append(
                Note(
                    article: article.id, sentence: place, range: range, anchor: anchor,
                    text: Database.text(row, 3) ?? ""))
        }
        return notes
    }

    /// What was decided about findings, as far as the words they were found in still stand.
    private func verdicts(on article: Article) throws -> [Verdict] {
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
            guard let sentence = Snapshot.sentence(at: range, saying: anchor, in: article),
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

    /// The sentence that a note was written on: the one with its words, where it stood or where it
    /// stands now; where the words are gone, the one at that place.
    private static func sentence(
        at range: Range<Int>, saying anchor: String, in article: Article
    ) -> Int? {
        let here = article.sentences.lastIndex { $0.range.lowerBound <= range.lowerBound } ?? 0
        guard article.sentences.indices.contains(here) else { return nil }
        if article.sentenceText(here) == anchor { return here }
        return article.sentences.indices.first { article.sentenceText($0) == anchor } ?? here
    }

    mutating func savedSearches() throws -> [SavedSearch] {
        var searches: [SavedSearch] = []
        try db.step("SELECT name, query FROM saved_search ORDER BY name", []) {
            searches.append(
                SavedSearch(name: Database.text($0, 0) ?? "", query: Database.text($0, 1) ?? ""))
        }
        for place in searches.indices {
            let query = QueryParser().parse(searches[place].query).query
            var found = try rows(query)
            searches[place].count = found.count
            found.formIntersection(try rows(.state(.unread)))
            searches[place].unreadCount = found.count
        }
        return searches
    }
}
