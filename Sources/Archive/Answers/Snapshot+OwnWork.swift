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
        work.verdicts = try OwnTable.verdicts(on: article, db)
        return work
    }

    /// The notes on sentences of an article, in its order.
    func notes(on article: Article) throws -> [Note] {
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
            guard let place = OwnTable.sentence(at: range, saying: anchor, in: article) else {
                return
            }
            notes.append(
                Note(
                    article: article.id, sentence: place, range: range, anchor: anchor,
                    text: Database.text(row, 3) ?? ""))
        }
        return notes
    }

    mutating func savedSearches() throws -> [SavedSearch] {
        var searches = try keptSearches()
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
