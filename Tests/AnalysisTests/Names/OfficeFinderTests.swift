import Intake
import Testing

@testable import Analysis

@Suite struct OfficeFinderTests {
    private static let dossier: Dossier = {
        var dossier = Dossier(id: "sample", title: "Sample", contentHash: "0")
        var norland = Participant(id: "norland", name: "Norland", kind: .state)
        norland.aliases = [Alias("Norland")]
        dossier.participants = [
            norland,
            person(
                "alvarez", "Maria Alvarez",
                [("Minister of Foreign Affairs", "2020-03-04", "2024-09-05")]),
            person(
                "dunn", "Peter Dunn",
                [
                    ("Minister of Defence", "2023-09-06", "2025-07-17"),
                    ("Secretary, National Security and Defence Council", "2025-07-18", nil),
                ]),
            person("driver", "Dan Driver", [("Secretary of the Army", "2025-02-25", nil)]),
            person("orban", "Viktor Ornan", [("President of Norland", "2019-05-20", nil)]),
            person("rank", "Ada Rank", [("President of the River Commission", "2019-12-01", nil)]),
            person("older", "Joe Older", [("President of Norland", "2015-01-20", "2019-05-20")]),
            person("envoy", "Ole Brand", [("Special envoy", "2025-01-20", nil)]),
            person("rubin", "Mark Rubin", [("Secretary of State", "2025-01-20", nil)]),
            person("nobody", "Bo Lind", []),
        ]
        dossier.participants[2].rolesChecked = true
        return dossier
    }()

    private static func person(
        _ id: String, _ name: String, _ roles: [(String, String, String?)]
    ) -> Participant {
        var person = Participant(id: id, name: name, kind: .person)
        person.aliases = [Alias(name)]
        person.roles = roles.map { title, from, until in
            .init(title: title, from: Day(iso: from), until: until.flatMap { Day(iso: $0) })
        }
        return person
    }

    private func offices(_ text: String, on day: String? = "2025-12-02") -> [OfficeFinding] {
        let plain = Sample.article([text])
        let article = Article(
            id: plain.id, contentHash: plain.contentHash,
            published: day.flatMap { PublicationDate(edtf: $0) }, language: "en",
            text: plain.text, paragraphs: plain.paragraphs, sentences: plain.sentences)
        return Analyzer(dossier: Self.dossier).findings(in: article).offices
    }

    @Test(arguments: [
        ("Foreign Minister Maria Alvarez led the delegation.", "Foreign Minister"),
        ("The delegation of Foreign Minister Maria Alvarez arrived on Monday.", "Foreign Minister"),
        ("Maria Alvarez, the foreign minister, led the delegation.", "the foreign minister"),
        ("Defence Minister Peter Dunn flew to the talks.", "Defence Minister"),
        ("Foreign Minister Peter Dunn flew to the talks.", "Foreign Minister"),
        ("Deputy Defence Secretary Dan Driver handed over the text.", "Deputy Defence Secretary"),
        ("The plan was shown to Norland President Joe Older.", "President"),
        ("European Council President Ada Rank said so.", "Council President"),
        ("President Ole Brand met reporters.", ""),
        ("Bo Lind and Secretary of State Mark Rubin met reporters.", ""),
        ("Bo Lind and Secretary of State Dan Driver met reporters.", "Secretary of State"),
    ])
    func `another office than the dossier's on that day is pointed out`(
        text: String, office: String
    ) {
        let found = offices(text)
        guard !office.isEmpty else {
            #expect(found.isEmpty)
            return
        }
        #expect(found.count == 1)
        #expect(found.first?.office.hasSuffix(office) == true, "\(found.map(\.office))")
        #expect(found.first?.basis.rule == "office-differs-from-dossier")
    }

    @Test(arguments: [
        "Secretary of the National Security and Defence Council Peter Dunn flew in.",
        "Security Council Secretary Peter Dunn flew in.",
        "Peter Dunn, secretary of the National Security and Defence Council, flew in.",
        "Former Foreign Minister Maria Alvarez wrote a column.",
        "Then-Foreign Minister Maria Alvarez had refused.",
        "Ex-President Joe Older wrote a column.",
        "In June 2023 Foreign Minister Maria Alvarez signed it.",
        "Under President Joe Older the border was open.",
        "President Viktor Ornan met the envoys.",
        "Norland's President Viktor Ornan met the envoys.",
        "Commission President Ada Rank met the envoys.",
        "Army Secretary Dan Driver met the envoys.",
        "Secretary of State Mark Rubin met the envoys.",
        "Secretary Mark Rubin met the envoys.",
        "Foreign Minister Bo Lind met the envoys.",
        "The president's adviser Ole Brand met the envoys.",
        "Maria Alvarez met the foreign minister, Ole Brand said.",
        "Maria Alvarez, who was foreign minister in 2023, wrote a column.",
        "Aide Peter Dunn met the envoys.",
    ])
    func `the same office, a past one and an uncertain one are not`(text: String) {
        #expect(offices(text).isEmpty, "\(offices(text).map(\.office))")
    }

    @Test func `it carries what the dossier has, and whether it was checked`() throws {
        let found = try #require(offices("Defence Minister Peter Dunn flew to the talks.").first)
        #expect(found.actor == "dunn")
        #expect(found.day == "2025-12-02")
        #expect(
            found.roles.map(\.title) == [
                "Minister of Defence", "Secretary, National Security and Defence Council",
            ])
        #expect(found.isChecked)
        let other = try #require(offices("Foreign Minister Maria Alvarez led them.").first)
        #expect(!other.isChecked)
        #expect(other.basis.confidence < found.basis.confidence)
    }

    @Test func `without a day nothing is said, and near a change neither`() {
        let text = "Defence Minister Peter Dunn flew to the talks."
        #expect(offices(text, on: nil).isEmpty)
        #expect(offices(text, on: "2025-07-20").isEmpty)
        #expect(offices(text, on: "2025").isEmpty)
        #expect(offices(text, on: "2025-08").count == 1)
    }
}
