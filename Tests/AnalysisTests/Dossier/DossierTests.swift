import Intake
import Testing

@testable import Analysis

@Suite struct DossierTests {
    private var envoy: Participant {
        var envoy = Participant(id: "envoy", name: "Ana Ortega", kind: .person)
        envoy.roles = [
            .init(
                title: "Minister", from: Day(iso: "2029-01-15"), until: Day(iso: "2031-06-30")),
            .init(title: "Envoy", from: Day(iso: "2031-06-01")),
            .init(title: "Author"),
        ]
        return envoy
    }

    @Test(arguments: [
        ("2029-01-14", ["Author"]), ("2029-01-15", ["Minister", "Author"]),
        ("2031-06-30", ["Minister", "Envoy", "Author"]), ("2031-07-01", ["Envoy", "Author"]),
    ])
    func `offices are held from their first day to their last`(
        day: String, titles: [String]
    ) throws {
        let day = try #require(Day(iso: day))
        #expect(envoy.roles(on: day).map(\.title) == titles)
    }

    @Test(arguments: [
        ("2031-02-28", [], [], 0, 1), ("2031-03-01", ["first"], [1], 0, 1),
        ("2031-06-01", ["first", "second"], [1, 1], 1, 2),
    ])
    func `what is dated later is not known yet`(
        day: String, drafts: [String], provisions: [Int], pairs: Int, roles: Int
    ) throws {
        var dossier = Dossier(id: "river", title: "River talks", contentHash: "0")
        dossier.participants = [envoy]
        dossier.drafts = [("first", "2031-03-01"), ("second", "2031-05-20")].map {
            var draft = Draft(id: $0, title: $0)
            draft.date = PublicationDate(edtf: $1)
            return draft
        }
        dossier.provisions = ["first", "second"].map {
            Provision(draft: $0, number: 1, title: "", text: "", points: [])
        }
        dossier.concordance = [
            ConcordanceRow(fromDraft: "first", toDraft: "second", from: 1, to: 1, fate: .kept)
        ]
        let known = dossier.known(on: try #require(Day(iso: day)))
        #expect(known.drafts.map(\.id) == drafts)
        #expect(known.provisions.map(\.number) == provisions)
        #expect(known.concordance.count == pairs)
        // An office without a date may always have been held.
        #expect(known.participants[0].roles.count == roles + 1)
    }
}
