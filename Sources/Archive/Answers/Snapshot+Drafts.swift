import Analysis
import Queries

extension Snapshot {
    /// The dossier's pair of drafts with the articles of `query` that speak of each point.
    mutating func drafts(_ pair: Int, within query: Query) throws -> DraftsPage? {
        guard var page = DraftsPage(dossier: dossier.known(to: query), pair: pair) else {
            return nil
        }
        try index.refresh(db, columns: [.point])
        let scope = try rows(query)
        page.shown = presence(scope)
        let keys = index.values(.point).keys
        for place in page.rows.indices {
            let wanted = Set(page.rows[place].points)
            var speaking = index.rows(.point, having: keys.map(wanted.contains))
            page.rows[place].presence = presence(speaking)
            speaking.formIntersection(scope)
            page.rows[place].articleCount = speaking.count
        }
        return page
    }
}
