/// What some articles of a comparison speak of and others do not.
enum Omissions {
    /// Points, known actors and cited outlets that a column lacks while another has them, in the
    /// order in which the columns first name them.
    static func omissions(in articles: [AnalyzedArticle]) -> [Comparison.Omission] {
        missing(.point, articles.map { $0.findings.points.map(\.id) })
            + missing(
                .actor, articles.map { $0.findings.actors.filter(\.isKnown).map(\.id) })
            + missing(
                .outlet, articles.map { $0.findings.citedOutlets.map(\.id) })
    }

    private static func missing(
        _ kind: Comparison.Omission.Kind, _ columns: [[String]]
    ) -> [Comparison.Omission] {
        var seen: Set<String> = []
        return columns.joined().filter { seen.insert($0).inserted }.compactMap { id in
            let missingIn = columns.indices.filter { !columns[$0].contains(id) }
            return missingIn.isEmpty
                ? nil : Comparison.Omission(kind: kind, id: id, missingIn: missingIn)
        }
    }
}

/// The points that a comparison touches, with the sentences of each column.
enum PointRows {
    static func rows(of articles: [AnalyzedArticle]) -> [Comparison.PointRow] {
        var seen: Set<String> = []
        let ids = articles.flatMap { $0.findings.points.map(\.id) }
        return ids.filter { seen.insert($0).inserted }.map { id in
            let sentences = articles.map { article in
                let found = article.findings.points.filter { $0.id == id }
                return Set(found.flatMap(\.basis.sentences)).sorted()
            }
            return Comparison.PointRow(id: id, sentences: sentences)
        }
    }
}
