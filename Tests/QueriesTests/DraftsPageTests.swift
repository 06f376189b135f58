import Analysis
import Queries
import Testing

@Suite struct DraftsPageTests {
    private func provision(_ draft: String, _ number: Int, _ points: [String]) -> Provision {
        Provision(draft: draft, number: number, title: "", text: "", points: points)
    }

    @Test func `points that other provisions have, too, are shared`() throws {
        var dossier = Dossier.empty
        dossier.drafts = [Draft(id: "a", title: "A"), Draft(id: "b", title: "B")]
        dossier.provisions = [
            provision("a", 1, ["troops"]), provision("a", 2, ["troops"]),
            provision("a", 3, ["troops", "grain"]), provision("a", 4, ["funds"]),
            provision("b", 1, ["funds"]), provision("b", 2, ["funds"]),
        ]
        func row(_ from: Int?, _ to: Int?, _ fate: ConcordanceRow.Fate) -> ConcordanceRow {
            ConcordanceRow(fromDraft: "a", toDraft: "b", from: from, to: to, fate: fate)
        }
        // What was split into two shares nothing with itself.
        dossier.concordance = [
            row(1, nil, .dropped), row(2, nil, .dropped), row(3, nil, .dropped),
            row(4, 1, .split), row(4, 2, .split),
        ]
        let page = try #require(DraftsPage(dossier: dossier, pair: 0))
        #expect(page.rows.map(\.isShared) == [true, true, false, false, false])
    }

    @Test(arguments: [(nil, 0), (2, 0), (9, 7)])
    func `points of the later draft that no row leads to are counted`(size: Int?, count: Int) throws
    {
        var dossier = Dossier.empty
        dossier.drafts = [Draft(id: "a", title: "A"), Draft(id: "b", title: "B")]
        dossier.drafts[1].size = size
        dossier.concordance = [(1, 1), (2, 1), (3, nil), (nil, 2)].map { from, to in
            ConcordanceRow(fromDraft: "a", toDraft: "b", from: from, to: to, fate: .changed)
        }
        let page = try #require(DraftsPage(dossier: dossier, pair: 0))
        #expect(page.untraced == count)
    }
}
