import Analysis
import Intake
import Queries

extension MemoryArchive {
    /// What became of the points of a draft, counted over the articles that meet a query.
    func drafts(_ pair: Int, _ query: Query) -> DraftsPage? {
        guard var page = DraftsPage(dossier: dossier.known(to: query), pair: pair) else {
            return nil
        }
        let asked = Set(met(query).map(\.article.id))
        page.shown = presence { asked.contains($0.article.id) }
        for place in page.rows.indices {
            let wanted = Set(page.rows[place].points)
            func speaks(_ analyzed: AnalyzedArticle) -> Bool {
                analyzed.findings.points.contains { wanted.contains($0.id) }
            }
            page.rows[place].articleCount = met(query).count(where: speaks)
            page.rows[place].presence = presence(speaks)
        }
        return page
    }
}
