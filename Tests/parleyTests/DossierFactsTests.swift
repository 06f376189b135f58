import Analysis
import Intake
import Testing

@testable import parley

/// Errors that are in circulation, retold without their sources: the bundled dossier must tell
/// each from what it records.
@Suite struct DossierFactsTests {
    private var dossier: Dossier { DossierShelf.bundled() }

    @Test(arguments: [
        // "The Harbour Telegraph" has a former minister back in office.
        ("kuleba", "Minister of Foreign Affairs", "2026-02-06"),
        // "Daily Lantern" gives a secretary another department.
        ("driscoll", "Secretary of Defense", "2025-11-26"),
        // "Northern Courier" lets a president have left before he did.
        ("yermak", "Head of the Office of the President", "2025-12-04"),
        // "The Evening Sextant" gives the defence ministry to its former head.
        ("umerov", "Minister of Defence", "2025-12-01"),
    ])
    func `an office somebody did not hold that day is not recorded`(
        id: String, title: String, day: String
    ) throws {
        let person = try #require(dossier.participants.first { $0.id == id })
        let day = try #require(Day(iso: day))
        #expect(!person.roles(on: day).contains { $0.title == title })
    }

    @Test(arguments: [
        ("trump", "President of the United States", "2025-12-01"),
        ("driscoll", "Secretary of the Army", "2025-11-26"),
        ("umerov", "Secretary, National Security and Defense Council", "2025-12-01"),
    ])
    func `an office somebody held that day is recorded and checked`(
        id: String, title: String, day: String
    ) throws {
        let person = try #require(dossier.participants.first { $0.id == id })
        let day = try #require(Day(iso: day))
        #expect(person.roles(on: day).contains { $0.title == title })
        #expect(person.rolesChecked)
    }

    @Test(arguments: [
        // "The Prairie Compass" dates the Kremlin meeting a year and a half too early.
        ("kremlin-dec", "2024-03-12"),
        // "Mirador" has the points read out a day after they were.
        ("kyiv-reply", "2025-12-24"),
    ])
    func `an event did not take place on another day`(id: String, day: String) throws {
        let event = try #require(dossier.events.first { $0.id == id })
        let day = try #require(Day(iso: day))
        #expect(!(event.first...event.last).contains(day))
    }

    @Test(arguments: [
        // "Southern Beacon" moves the January meeting to where the next one was.
        ("kremlin-jan", "Kremlin, Moscow"), ("abu-dhabi-1", "Abu Dhabi"),
        // "The Delta Post" has the 28 points come from the summit in August.
        ("anchorage", "Anchorage, Alaska"), ("miami-dmitriev", "Miami"),
    ])
    func `an event took place where the dossier says`(id: String, place: String) throws {
        #expect(dossier.events.first { $0.id == id }?.place == place)
    }

    @Test(arguments: [
        // "Island Gazette" gives the result of Geneva the size of the text before it, "Morning
        // Anchor" halves the framework.
        ("geneva-19", 19), ("us-28", 28), ("ua-us-20", 20),
    ])
    func `a draft has its own number of points`(id: String, size: Int) {
        #expect(dossier.drafts.first { $0.id == id }?.size == size)
    }

    @Test func `the European redraft has its own ceiling`() throws {
        // "Valley Herald" gives 600,000 in its first lines and 800,000 below.
        let ceiling = try #require(
            dossier.provisions.first { $0.draft == "e3-28" && $0.points == ["army-cap"] })
        #expect(ceiling.text.hasPrefix("800,000"))
    }

    @Test(arguments: [
        ("Ukrainska Pravda", "pravda-ua"), ("European Pravda", "european-pravda"),
        ("Pravda.Ru", "pravda-ru"), ("the Pravda newspaper", "pravda-paper"),
        ("Komsomolskaya Pravda", "kp"),
    ])
    func `papers called Pravda stay apart`(name: String, id: String) {
        let text = "A diplomat told \(name) on Tuesday that the harbour talks would go on."
        let article = Article(
            id: "0000000000000000", contentHash: "0000000000000000", language: "en",
            text: ArticleText(text), paragraphs: [0..<text.unicodeScalars.count],
            sentences: [Sentence(paragraph: 0, range: 0..<text.unicodeScalars.count)])
        let findings = Analyzer(dossier: dossier).findings(in: article)
        #expect(findings.citedOutlets.map(\.id) == [id])
        #expect(findings.quotes.map(\.via) == [findings.citedOutlets.first?.name])
    }

    @Test(arguments: [
        ("https://www.eurointegration.com.ua/eng/news/1/", "european-pravda"),
        ("https://www.pravda.com.ua/eng/news/1/", "pravda-ua"),
        ("https://english.pravda.ru/world/1/", "pravda-ru"),
        ("https://news-pravda.com/1", "pravda-network"),
        ("https://slovakia.news-pravda.com/1", "pravda-network"),
        ("https://gazeta-pravda.ru/1", "pravda-paper"), ("https://spravy.pravda.sk/1", nil),
    ])
    func `an address tells papers called Pravda apart`(url: String, id: String?) {
        let article = Article(
            id: "0000000000000000", contentHash: "0000000000000000", url: url, language: "en",
            text: ArticleText(""), paragraphs: [], sentences: [])
        #expect(Analyzer(dossier: dossier).findings(in: article).outletID == id)
    }
}
