import GRDB
package import Intake

/// An article of which a feed brought only a summary.
package struct SummaryArticle: Hashable, Sendable {
    package var id: String
    /// Where its page stands.
    package var url: String
    package var outlet: String?
    package var published: PublicationDate?
    package var sentenceCount: Int
    /// Where the summary came from.
    package var origin: String
}

extension Archive {
    /// Summaries whose pages have not been asked for yet, or failed a day ago or longer: the
    /// newest in the archive first, at most `limit`, and how many there are. Reads the head of
    /// every article.
    package func summaries(
        limit: Int
    ) async throws -> (summaries: [SummaryArticle], total: Int) {
        let yesterday = clock() - 86_400
        return try await read { snapshot in
            var summaries: [SummaryArticle] = []
            var total = 0
            let rows = try Row.fetchCursor(
                snapshot.db,
                sql: """
                    SELECT id, article.url, outlet, published, sentence_count, origin
                    FROM article LEFT JOIN visit ON visit.url = article.url
                    WHERE article.url IS NOT NULL AND (visit.url IS NULL OR
                        visit.problem IS NOT NULL AND gone_at IS NULL AND visited_at <= ?)
                    AND instr(structure, CAST(? AS BLOB)) > 0
                    ORDER BY imported_at DESC, row DESC
                    """, arguments: [yesterday, IntakeWarning.summaryOnly.message])
            while let row = try rows.next() {
                total += 1
                guard summaries.count < limit else { continue }
                summaries.append(
                    SummaryArticle(
                        id: row[0], url: row[1], outlet: row[2],
                        published: (row[3] as String?).flatMap { PublicationDate(edtf: $0) },
                        sentenceCount: row[4], origin: row[5]))
            }
            return (summaries, total)
        }
    }
}
