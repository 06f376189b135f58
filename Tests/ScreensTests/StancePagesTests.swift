import Analysis
import Foundation
import Intake
import Queries
import TestSupport
import Testing

@testable import Screens

/// What a person holds over time, and with which office they are named, on their page and in the
/// text.
@Suite struct StancePagesTests {
    private static let archive: MemoryArchive = {
        var articles = SampleCorpus.articles
        stance(.rejects, in: &articles[1], sentence: 2)
        stance(.accepts, in: &articles[3], sentence: 0, draft: "draft-9")
        let rests = basis(in: articles[1], sentence: 2)
        articles[1].findings.offices = [
            OfficeFinding(
                actor: "holm", name: "Ada Holm", office: "President", day: "2031-03-02",
                roles: [.init(title: "Minister of Northland", from: Day(iso: "2029-05-01"))],
                isChecked: false, sources: ["https://holm.example"], basis: rests)
        ]
        return MemoryArchive(dossier: SampleCorpus.dossier, articles: articles)
    }()

    private static func basis(in analyzed: AnalyzedArticle, sentence: Int) -> Basis {
        let range = analyzed.article.sentences[sentence].range
        return Basis(
            rule: "test-rule", evidence: [Evidence(sentence: sentence, range: range)])
    }

    private static func stance(
        _ label: StanceFinding.Label, in analyzed: inout AnalyzedArticle, sentence: Int,
        draft: String? = nil
    ) {
        analyzed.findings.stances.append(
            StanceFinding(
                actor: "Ada Holm", actorID: "holm", point: "quota", draft: draft, label: label,
                condition: nil, sentence: sentence, accordingTo: "Gull Wire",
                basis: basis(in: analyzed, sentence: sentence)))
        if !analyzed.findings.actors.contains(where: { $0.id == "holm" }) {
            analyzed.findings.actors.append(
                ActorFinding(
                    id: "holm", name: "Ada Holm", kind: .person, isKnown: true,
                    forms: ["Ada Holm"], basis: basis(in: analyzed, sentence: sentence)))
        }
    }

    @Test func `a group of the dossier rejects in the plural`() throws {
        var dossier = SampleCorpus.dossier
        dossier.participants.append(
            Participant(id: "pilots", name: "Harbour pilots", kind: .group))
        var analyzed = try #require(SampleCorpus.archive.articles.first)
        analyzed.findings = Findings()
        Self.stance(.rejects, in: &analyzed, sentence: 0)
        analyzed.findings.stances[0].actorID = "pilots"
        let notes = SentenceNotes(
            analyzed, labels: Labels(dossier: dossier), facts: [], letters: [])
        let texts = notes.bySentence[0].map(\.text)
        #expect(texts.first == "Harbour pilots reject the clause · Fishing quota")
    }

    @Test(arguments: [(80, 60), (120, 40), (200, 60)])
    func `positions stand by point and day, and a turn is marked`(columns: Int, rows: Int) throws {
        var driver = Driver(Self.archive, columns: columns, rows: rows)
        driver.press("<C-p>ada holm<Enter>")
        #expect(driver.text.contains("On Fishing quota"))
        #expect(driver.text.contains("2 sentences by day, 1 turn"))
        let first = try #require(driver.text.range(of: "rejects"))
        let second = try #require(driver.text.range(of: "accepts"))
        #expect(first.lowerBound < second.lowerBound)
        // What the column at the left says is not between the words.
        let right = driver.lines.map { $0.split(separator: "│").last ?? "" }
        let words = right.flatMap { $0.split(separator: " ") }.joined(separator: " ")
        #expect(words.contains("by account of Gull Wire"))
        #expect(words.contains("“rejects the clause” reported before"))
    }

    @Test func `an office that differs stands on the page with what the dossier has`() {
        var driver = Driver(Self.archive)
        driver.press("<C-p>ada holm<Enter>")
        #expect(driver.text.contains("Offices that differ"))
        #expect(driver.text.contains("“President” · ● the dossier: Minister of Northland"))
        driver.press("<Enter>")
        #expect(driver.state.place.screen == .reader)
        #expect(driver.state.place.reader.sentence == 2)
    }

    @Test func `Enter on what is told above goes to its words, then to the sentence`() throws {
        var driver = Driver(Self.archive, columns: 120, rows: 40)
        driver.press("<C-p>ada holm<Enter>")
        func isAtTold() -> Bool {
            driver.lines.contains { $0.contains("▸") && $0.contains("told above") }
        }
        for _ in 0..<10 where !isAtTold() { driver.press("j") }
        try #require(isAtTold(), "\(driver.text)")
        let told = driver.state.place.page
        let citation = try #require(told.selectedCitation)
        driver.press("<Enter>")
        let page = driver.state.place.page
        #expect(driver.state.place.screen == .participant && page.section < told.section)
        #expect(page.selectedCitation?.articleID == citation.articleID)
        #expect(page.selectedCitation?.sentence == citation.sentence)
        driver.press("<Enter>")
        #expect(driver.state.place.reader.sentence == citation.sentence)
        driver.press("qq")
        #expect(driver.state.place.page.section == told.section)
    }

    @Test
    func `the reader says it beside the sentence, with its source, and never that it is wrong`() {
        var driver = Driver(Self.archive)
        driver.press("<C-p>ada holm<Enter><Enter>")
        let words = driver.text.split { $0 == " " || $0 == "\n" || $0 == "│" }
            .joined(separator: " ")
        #expect(words.contains("names Ada Holm as “President”"))
        #expect(driver.text.contains("not checked"))
        #expect(driver.text.contains("https://holm.example"))
        #expect(!driver.text.contains("wrong"))
    }
}
