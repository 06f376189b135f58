import Analysis
import Intake
import Queries

extension MemoryArchive {
    /// The article among all others, whatever their days; nothing in memory is a copy.
    func context(_ id: String) -> ArticleContext? {
        guard let own = articles.first(where: { $0.article.id.hasPrefix(id) }) else { return nil }
        let others = articles.filter { $0.article.id != own.article.id }
        let ownPoints = Set(own.findings.points.map(\.id))
        var missing: [String: ArticleContext.Missing] = [:]
        for other in others {
            for point in other.findings.points where !ownPoints.contains(point.id) {
                guard let sentence = point.basis.sentences.first,
                    let cited = CitedSentence(
                        other, outlet: other.article.outlet, sentence: sentence, ranges: [],
                        label: "", rule: point.basis.rule)
                else { continue }
                missing[
                    point.id,
                    default: ArticleContext.Missing(
                        kind: .point, id: point.id, name: point.id, sentences: [])
                ].sentences.append(cited)
            }
        }
        return ArticleContext(
            article: row(own), copies: [], others: others.map(row), isOfAnyDay: false,
            otherCount: others.count, missing: missing.values.sorted { $0.id < $1.id })
    }

    /// Its first words were added to it after a day.
    func history(_ id: String) -> ArticleHistory? {
        guard let own = articles.first(where: { $0.article.id.hasPrefix(id) }) else { return nil }
        let text = own.article.text.string
        let before = text.split(separator: " ").dropFirst(2).joined(separator: " ")
        return ArticleHistory(
            article: row(own),
            versions: [
                ArticleHistory.Version(title: own.article.title, text: before, seen: 0),
                ArticleHistory.Version(title: own.article.title, text: text, seen: 86_400),
            ], sentences: own.article.sentences)
    }

    private func row(_ analyzed: AnalyzedArticle) -> ArticleRow {
        let article = analyzed.article
        return ArticleRow(
            id: article.id, title: article.title, outletID: analyzed.findings.outletID,
            outlet: article.outlet, published: article.published, kind: article.kind,
            language: article.language, sentenceCount: article.sentences.count)
    }
}
