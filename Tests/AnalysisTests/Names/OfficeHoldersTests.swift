import Intake
import Testing

@testable import Analysis

struct OfficeHoldersTests {
    private static let dossier: Dossier = {
        var dossier = Dossier(id: "sample", title: "Sample", contentHash: "0")
        var france = Participant(id: "france", name: "France", kind: .state)
        france.aliases = [Alias("France")]
        var norland = Participant(id: "norland", name: "Norland", kind: .state)
        norland.aliases = [Alias("Norland"), Alias("N.L.")]
        dossier.participants = [
            france, norland,
            person("alba", "Ada Alba", "President of France", "2015-05-15", "2020-05-14"),
            person("brun", "Luc Brun", "President of France", "2020-05-14", nil),
            person("carr", "Bo Carr", "President of Norland", nil, nil),
            person("dahl", "Karl Dahl", "Minister of Foreign Affairs", nil, nil, of: "norland"),
            person("egge", "Ole Egge", "Minister of Finance", nil, nil, of: "norland"),
            person("fell", "Tom Fell", "Minister of Finance", nil, nil, of: "norland"),
            person("gran", "Ida Gran", "Supreme Leader of Norland", nil, nil),
            person("hove", "Uri Hove", "Special envoy", "2015-01-01", nil),
            person("idun", "Siv Idun", "Special envoy", "2021-01-01", nil),
        ]
        return dossier
    }()

    private static func person(
        _ id: String, _ name: String, _ title: String, _ from: String?, _ until: String?,
        of state: String? = nil
    ) -> Participant {
        var person = Participant(id: id, name: name, kind: .person)
        person.aliases = [Alias(name)]
        person.partOf = state
        person.roles = [
            .init(
                title: title, from: from.flatMap { Day(iso: $0) },
                until: until.flatMap { Day(iso: $0) })
        ]
        return person
    }

    private func speaker(_ sentences: String..., on day: String?) -> String? {
        var article = Sample.article(sentences)
        article.published = day.flatMap { PublicationDate(edtf: $0) }
        let reading = Reading(article)
        let cast = NameFinder(dossier: Self.dossier).cast(in: reading)
        let speech = Speech(reading, cast: cast, dossier: Self.dossier, home: nil)
        return QuoteFinder().findings(in: speech).last?.speaker
    }

    @Test(arguments: [
        ("2018-01-01", "Uri Hove"),
        // Both hold it: who is named last.
        ("2022-01-01", "Siv Idun"),
    ])
    func `"he" is the envoy of the sentence before, and the envoy who was one on the day`(
        day: String, name: String
    ) {
        let found = speaker(
            "Uri Hove and Siv Idun met in Bergen.", "On Wednesday the N.L. envoy was in Oslo.",
            "He called it “a joke.”", on: day)
        #expect(found == name)
    }

    @Test(arguments: [
        ("The French president said it was late.", "2018-01-01", "Ada Alba"),
        ("The French president said it was late.", "2022-01-01", "Luc Brun"),
        ("France’s president said it was late.", "2022-01-01", "Luc Brun"),
        ("The president of France said it was late.", "2022-01-01", "Luc Brun"),
        ("N.L. president said it was late.", nil, "Bo Carr"),
        ("The Norland foreign minister said it was late.", nil, "Karl Dahl"),
        ("“It is late,” the French president said.", "2022-01-01", "Luc Brun"),
        ("Norland’s supreme leader said it was late.", nil, "Ida Gran"),
    ])
    func `an office that one person holds on the day is that person`(
        text: String, day: String?, name: String
    ) {
        #expect(speaker(text, on: day) == name)
    }

    @Test(arguments: [
        ("The French president said it was late.", nil),
        ("The French president said it was late.", "2020"),
        ("The French president said it was late.", "2010-01-01"),
        ("The former French president said it was late.", "2022-01-01"),
        ("A French president said it was late.", "2022-01-01"),
        ("The French vice president said it was late.", "2022-01-01"),
        ("The Norland finance minister said it was late.", nil),
        ("The Norland minister said it was late.", nil),
        ("The Norland leader said it was late.", nil),
        ("The president said it was late.", "2022-01-01"),
    ])
    func `an office of several or of nobody stays an office`(text: String, day: String?) {
        let found = speaker(text, on: day)
        #expect(
            found.map {
                $0.contains("resident") || $0.contains("minister") || $0.contains("leader")
            } == true)
    }

    @Test(arguments: [
        ("The Sudanese president said it was late.", true),
        ("U.S. president said it was late.", true),
        ("A Sudanese minister said it was late.", false),
        ("A senior Sudanese official said it was late.", false),
    ])
    func `the holder of an office is no unnamed source`(text: String, isNamed: Bool) {
        let reading = Sample.reading([text])
        let cast = NameFinder(dossier: .empty).cast(in: reading)
        let speech = Speech(reading, cast: cast, dossier: .empty, home: nil)
        #expect(QuoteFinder().findings(in: speech).first?.isNamed == isNamed)
    }
}
