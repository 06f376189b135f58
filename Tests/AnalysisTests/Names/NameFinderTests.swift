import Intake
import Testing

@testable import Analysis

struct NameFinderTests {
    @Test(arguments: [
        ("Maria Alvarez left. Alvarez spoke.", ["alvarez: Maria Alvarez", "alvarez: Alvarez"]),
        ("Maria Alvarez’s plan", ["alvarez: Maria Alvarez"]),
        ("MARIA ALVAREZ SPOKE", ["alvarez: MARIA ALVAREZ"]),
        ("Приехала Альварес.", ["alvarez: Альварес"]),
        ("Viktor Orban and Orbán", ["orban: Viktor Orban", "orban: Orbán"]),
        ("maria alvarez left", []),
        ("Alvarezian ideas", []),
        ("the Alvarez-backed bill", []),
    ])
    func `a person is named by whole words in capitals`(text: String, expected: [String]) {
        #expect(
            Sample.actors([text]) == expected)
    }

    @Test(arguments: [
        (["Vance spoke."], []),
        (["Jane Vance came.", "Vance spoke."], ["vance: Jane Vance", "vance: Vance"]),
        (
            ["Jane Vance came.", "Peter Vance left.", "Vance spoke."],
            ["vance: Jane Vance", "vance-2: Peter Vance", "vance-2: Vance"]
        ),
        (["Bacon is good."], []),
        (["Rep. Bacon spoke."], ["bacon: Bacon"]),
        (["Don Bacon came.", "Bacon spoke."], ["bacon: Don Bacon", "bacon: Bacon"]),
    ])
    func `a weak name needs its bearer in the same article`(text: [String], expected: [String]) {
        #expect(Sample.actors(text) == expected)
    }

    @Test func `rivals for a name that two bear are told`() throws {
        let reading = Sample.reading(["Jane Vance came.", "Peter Vance left.", "Vance spoke."])
        let finder = NameFinder(dossier: Sample.dossier)
        let findings = finder.findings(in: reading, cast: finder.cast(in: reading))
        let later = try #require(findings.first { $0.id == "vance-2" })
        #expect(later.basis.rivals == ["vance"])
        #expect(later.basis.sentences == [1, 2])
    }

    @Test func `a surname behind another first name is somebody else`() {
        #expect(Sample.actors(["Eric Alvarez spoke."]) == ["eric-alvarez: Eric Alvarez"])
        #expect(Sample.actors(["Mariya Alvarez spoke."]).contains("alvarez: Alvarez"))
    }

    @Test func `a title before a name is no part of the form`() throws {
        let reading = Sample.reading(["Norland Army Secretary Maria Alvarez spoke."])
        let finder = NameFinder(dossier: Sample.dossier)
        let cast = finder.cast(in: reading)
        let mention = try #require(cast.mentions.last)
        #expect(reading.text(of: mention.tokens) == "Maria Alvarez")
        #expect(reading.text(of: mention.title) == "Norland Army Secretary")
        #expect(finder.findings(in: reading, cast: cast).map(\.id) == ["alvarez"])
    }

    @Test func `evidence is exactly what is shown`() {
        let text = ["“Norland” – Orbán’s ally – told Maria\u{A0}Alvarez’s aides."]
        let reading = Sample.reading(text)
        let finder = NameFinder(dossier: Sample.dossier)
        for finding in finder.findings(in: reading, cast: finder.cast(in: reading)) {
            for evidence in finding.basis.evidence {
                #expect(finding.forms.contains(reading.article.text[scalars: evidence.range]))
            }
        }
    }
}
