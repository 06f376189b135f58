import Analysis
import GRDB
import Intake
import Queries

extension Snapshot {
    /// Ranking reads every match; above this many articles the order is `newest` instead.
    static let rankingLimit = 3000

    mutating func articles(_ question: ArticlesQuestion) throws -> ArticlesAnswer {
        let met = try rows(question.query)
        let matches = question.foldsCopies ? try withoutCopies(met) : met
        let total = matches.count
        let listed = question.listsOthers ? index.live : matches
        let wanted = try window(around: question.around, question, listed) ?? question.window
        let start = min(max(0, wanted.lowerBound), listed.count)
        let window = start..<max(start, min(wanted.upperBound, listed.count))
        let days = index.dayCounts(of: matches)
        let ordered = try ordered(
            listed, listed.count, question, window,
            days: question.listsOthers ? index.dayCounts(of: listed) : days)
        var rows = try ordered.rows.map { row in
            var result = try articleRow(row, score: ordered.scores[row] ?? 0)
            result.isMet = !question.listsOthers || matches.contains(row)
            return result
        }
        try markCopies(&rows, ordered.rows)
        var passageTotal = 0
        if question.passagesPerArticle > 0 {
            passageTotal = try addPassages(to: &rows, ordered.rows, question)
        }
        var answer = ArticlesAnswer(
            total: total, corpusTotal: index.articleCount, passageTotal: passageTotal,
            order: ordered.order, window: window, rows: rows,
            facets: question.wantsFacets ? try facets(of: matches) : nil)
        answer.listed = listed.count
        answer.time = question.wantsFacets ? index.timeBars(of: days) : nil
        answer.foldedCopies = met.count - total
        answer.spellings = try spellings(in: question.query)
        return answer
    }

    private func spellings(in query: Query) throws -> [String: [String]] {
        var spellings: [String: [String]] = [:]
        for case let typed? in MatchExpression.leaves(query).map(\.typedWord) {
            let others = try self.spellings(of: WordScanner.folded(typed)).map(\.written)
            if !others.isEmpty { spellings[typed] = others }
        }
        return spellings
    }

    /// The question's window moved so that the article is in its middle, as far as the list
    /// reaches; nil when it is not in the list.
    private mutating func window(
        around id: String?, _ question: ArticlesQuestion, _ listed: RowSet
    ) throws -> Range<Int>? {
        guard let id, let row = try StoredArticle.find(id, db)?.row, listed.contains(row),
            let place = try place(ofRow: row, question, listed)
        else { return nil }
        return ArticlesQuestion.window(
            of: question.window.count, around: place, in: listed.count)
    }

    /// Where an article stands in the list; by relevance, outlet or title all of it is ordered.
    private mutating func place(
        ofRow row: Int, _ question: ArticlesQuestion, _ listed: RowSet
    ) throws -> Int? {
        let days = index.dayCounts(of: listed)
        switch question.order {
        case .newest, .oldest:
            return index.place(
                ofRow: row, in: listed, isNewestFirst: question.order == .newest, days: days)
        case .best, .outlet, .title:
            let all = try ordered(
                listed, listed.count, question, 0..<listed.count, days: days)
            return all.rows.firstIndex(of: row)
        }
    }

    /// The line of the list for an article that exists.
    func articleRow(_ row: Int, score: Double = 0) throws -> ArticleRow {
        var result: ArticleRow?
        try db.step(
            """
            SELECT line.id, title, outlet_id, outlet, published, kind, language,
                sentence_count, coalesce(is_read, 0), coalesce(is_marked, 0), external_id, opening,
                (SELECT count(*) FROM article_version WHERE article_version.id = line.id)
            FROM article_line AS line LEFT JOIN reading ON reading.article = line.id
            WHERE day = ? AND row = ?
            """, [index.day(ofRow: row), row]
        ) {
            let outletID = Database.text($0, 2)
            result = ArticleRow(
                id: Database.text($0, 0) ?? "", externalID: Database.text($0, 10),
                title: Database.text($0, 1),
                opening: Database.text($0, 11), outletID: outletID,
                outlet: outletName(outletID) ?? Database.text($0, 3),
                published: Database.text($0, 4).flatMap { PublicationDate(edtf: $0) },
                kind: Database.text($0, 5).flatMap(Article.Kind.init) ?? .report,
                language: Database.text($0, 6), sentenceCount: Database.integer($0, 7),
                isRead: Database.integer($0, 8) != 0, isMarked: Database.integer($0, 9) != 0,
                score: score)
            result?.editCount = Database.integer($0, 12)
        }
        guard let result else { throw ArchiveError.noSuchArticle(String(row)) }
        return result
    }

    func outletName(_ id: String?) -> String? {
        guard let id else { return nil }
        return dossier.outlets.first { $0.id == id }?.name
    }

    // MARK: Order

    /// A window of rows in order.
    private struct OrderedRows {
        var rows: [Int]
        var order: ArticlesQuestion.Order
        var scores: [Int: Double] = [:]
    }

    private mutating func ordered(
        _ matches: RowSet, _ total: Int, _ question: ArticlesQuestion, _ window: Range<Int>,
        days: DayCounts
    ) throws -> OrderedRows {
        switch question.order {
        case .newest:
            return OrderedRows(
                rows: index.newest(matches, window, days: days), order: .newest)
        case .oldest:
            return OrderedRows(
                rows: index.oldest(matches, window, days: days), order: .oldest)
        case .outlet: return OrderedRows(rows: try byOutlet(matches, window), order: .outlet)
        case .title: return OrderedRows(rows: try byTitle(matches, window), order: .title)
        case .best:
            if total <= Snapshot.rankingLimit, let scores = try scores(question.query, matches) {
                let newest = index.newest(matches, 0..<total, days: days)
                let ranked = newest.enumerated().sorted {
                    let (left, right) = (scores[$0.element] ?? 0, scores[$1.element] ?? 0)
                    return left == right ? $0.offset < $1.offset : left > right
                }
                return OrderedRows(
                    rows: ranked[window].map(\.element), order: .best, scores: scores)
            }
            return OrderedRows(rows: index.newest(matches, window, days: days), order: .newest)
        }
    }

    /// Relevance of each match by `bm25`, the title counting four times, higher is better; nil
    /// when the query looks for no words or ranking them would take longer than a frame.
    private mutating func scores(
        _ query: Query, _ matches: RowSet
    ) throws -> [Int: Double]? {
        guard let expression = try MatchExpression.ranking(query, expansion: expansion),
            try rowsToRank(query).count <= 4 * Snapshot.rankingLimit
        else { return nil }
        var scores: [Int: Double] = [:]
        try db.step(
            """
            SELECT rowid, -bm25(article_text, 4.0, 1.0) FROM article_text
            WHERE article_text MATCH ?
            """, [expression.fts5]
        ) {
            let row = Database.integer($0, 0)
            if matches.contains(row) { scores[row] = Database.double($0, 1) }
        }
        return scores
    }

    /// All articles that `bm25` looks at.
    private mutating func rowsToRank(_ query: Query) throws -> RowSet {
        var result = index.empty
        for leaf in MatchExpression.leaves(query) {
            if let rows = try rows(text: leaf) { result.formUnion(rows) }
        }
        return result
    }

    private mutating func byOutlet(_ matches: RowSet, _ window: Range<Int>) throws -> [Int] {
        try index.refresh(db, columns: [.source])
        let table = index.values(.source)
        let names = table.keys.indices.map { number in
            table.keys[number] == ArticleFacts.unstated
                ? "\u{10FFFF}"
                : NameForm.folded(outletName(table.keys[number]) ?? table.names[number])
        }
        let newest = index.newest(matches, 0..<matches.count)
        let ranks = newest.map { row in
            index.numbers(.source, row: row).first.map { names[Int($0)] } ?? "\u{10FFFF}"
        }
        let order = newest.indices.sorted {
            ranks[$0] == ranks[$1] ? $0 < $1 : ranks[$0] < ranks[$1]
        }
        return order[window].map { newest[$0] }
    }

    /// Walks the index of titles; articles without one come last, newest first.
    private func byTitle(_ matches: RowSet, _ window: Range<Int>) throws -> [Int] {
        var rows: [Int] = []
        var untitled = matches
        try db.step(
            """
            SELECT row FROM article INDEXED BY article_by_title WHERE title IS NOT NULL
            ORDER BY title COLLATE NOCASE
            """
        ) {
            let row = Database.integer($0, 0)
            if matches.contains(row) {
                rows.append(row)
                untitled.remove(row)
            }
        }
        rows += index.newest(untitled, 0..<untitled.count)
        return Array(rows[window])
    }
}
