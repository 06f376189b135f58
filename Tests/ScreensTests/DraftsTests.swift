import Analysis
import Queries
import TestSupport
import Testing

@testable import Screens

@Suite struct DraftsTests {
    private func driver(_ columns: Int = 120, _ rows: Int = 40) -> Driver {
        var driver = Driver(SampleCorpus.twoDrafts, columns: columns, rows: rows)
        driver.press("D")
        return driver
    }

    @Test func `each point stands with its fate, in the order of the earlier draft`() {
        let driver = driver()
        #expect(driver.lines[0].contains("1 kept · 1 changed · 1 dropped · 1 new"))
        let fates = driver.lines.compactMap { line in
            ["= kept", "≈ changed", "× dropped", "+ new"].first { line.contains($0) }
        }
        #expect(fates == ["≈ changed", "× dropped", "= kept", "+ new"])
        #expect(driver.text.contains("by season, not by year"))
        #expect(driver.text.contains("Pilots ~"))
    }

    @Test func `articles that are filtered out are blank, as the counts have them`() throws {
        var driver = Driver(SampleCorpus.twoDrafts, columns: 120, rows: 40)
        driver.press("/quota<Enter>D")
        let page = try #require(driver.state.place.drafts.page)
        let hidden = try driver.state.letters.enumerated().filter {
            try #require(page.shown) & (1 << UInt16($0.offset)) == 0
        }
        #expect(!hidden.isEmpty)
        for row in page.rows where row.articleCount > 0 {
            let presence = try #require(row.presence)
            let strip = Strip.text(
                presence, letters: driver.state.letters, shown: try #require(page.shown))
            #expect(strip.count { $0.isLetter || $0 == "?" } == row.articleCount)
            #expect(driver.lines.contains { $0.contains(strip + " \(row.articleCount)") })
        }
    }

    @Test func `both wordings and the sentences of the articles stand below`() {
        let driver = driver()
        #expect(driver.text.contains("Southland may land 40,000 tonnes of cod a year."))
        #expect(driver.text.contains("Southland may land 10,000 tonnes of cod a season."))
        #expect(driver.text.contains("They spoke of the fishing quota for two hours."))
    }

    @Test func `Enter ends at a sentence, or says that nobody speaks of it`() throws {
        var driver = driver()
        let citation = try #require(driver.state.place.drafts.selectedCitation)
        driver.press("<Enter>")
        #expect(driver.state.place.screen == .reader)
        #expect(driver.state.place.reader.sentence == citation.sentence)
        driver.press("qjj<Enter>")
        #expect(driver.state.place.screen == .drafts)
        #expect(driver.text.contains("None of these articles speaks of it."))
    }

    @Test func `a row that is about several points leads to the sentences on each`() {
        var dossier = SampleCorpus.twoDrafts.dossier
        for place in dossier.provisions.indices where dossier.provisions[place].title == "Buoys" {
            dossier.provisions[place].points = ["fees", "buoys"]
        }
        let archive = MemoryArchive(dossier: dossier, articles: SampleCorpus.articles)
        var driver = Driver(archive)
        driver.press("D")
        for _ in driver.state.place.drafts.rows {
            let drafts = driver.state.place.drafts
            let articles = Set(drafts.shownSentences.map(\.articleID))
            #expect(articles.count == drafts.selected?.articleCount)
            driver.press("j")
        }
    }

    /// Two provisions on the same point of the tree.
    private static let sharing: MemoryArchive = {
        var dossier = SampleCorpus.twoDrafts.dossier
        for place in dossier.provisions.indices where dossier.provisions[place].title == "Buoys" {
            dossier.provisions[place].points = ["quota"]
            dossier.provisions[place].text = "Buoys mark the quota. They spoke of two hours."
        }
        return MemoryArchive(dossier: dossier, articles: SampleCorpus.articles)
    }()

    @Test func `what has a point's own words comes first, what is on its subject only behind it`()
        throws
    {
        var driver = Driver(Self.sharing, columns: 120, rows: 40)
        driver.press("D")
        for _ in 0..<2 {
            let drafts = driver.state.place.drafts
            let row = try #require(drafts.selected)
            let own = drafts.ownCount
            let words = ProvisionWords(try #require(drafts.page).rows.map(\.wordings))
            let isOwn = drafts.shownSentences.map {
                words.likeness($0.text, to: row.wordings) >= ProvisionWords.own
            }
            #expect(isOwn.prefix(own).allSatisfy { $0 } && !isOwn.dropFirst(own).contains(true))
            #expect(
                driver.text.contains("On its subject, though not in its words:")
                    == (own < isOwn.count))
            driver.press("j")
        }
    }

    @Test func `the next sentence is chosen, opened, and still chosen when one comes back`() throws
    {
        var driver = Driver(Self.sharing, columns: 120, rows: 40)
        driver.press("D")
        let sentences = driver.state.place.drafts.shownSentences
        try #require(sentences.count > 1)
        #expect(driver.text.contains("sentence 1 of \(sentences.count)"))
        driver.press("l")
        #expect(driver.state.place.drafts.selectedCitation == sentences[1])
        driver.press("<Enter>")
        #expect(driver.state.place.reader.sentence == sentences[1].sentence)
        driver.press("q")
        #expect(driver.state.place.drafts.selectedCitation == sentences[1])
        driver.press("hh")
        #expect(driver.state.place.drafts.selectedCitation == sentences[0])
        driver.press("lj")
        #expect(driver.state.place.drafts.choice == 0)
    }

    @Test func `before the second draft nothing is compared, and no row is offered`() throws {
        var driver = driver()
        #expect(driver.lines.last?.contains("Enter a sentence on it") == true)
        driver.press(":known-on 2031-02-27<Enter>")
        #expect(driver.text.contains("On 27 February 2031 there were no two drafts to compare"))
        #expect(driver.lines.last?.contains("Enter") == false)
        driver.press(":known-on<Enter>")
        #expect(driver.text.contains("≈ changed"))
    }

    @Test func `o folds what stayed away, and the selection stays`() {
        var driver = driver()
        driver.press("jo")
        #expect(!driver.text.contains("= kept"))
        #expect(driver.lines.contains { $0.hasPrefix("▸") && $0.contains("Buoys") })
        driver.press("o")
        #expect(driver.text.contains("= kept"))
    }

    @Test func `without a concordance the screen says what would fill it`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("D")
        #expect(driver.text.contains("[[concordance]]"))
        driver.press("d")
        #expect(driver.text.contains("The dossier compares no other two drafts."))
    }

    @Test func `below a point's wordings stand those of the points after it`() throws {
        let lines = driver().lines
        let first = try #require(lines.firstIndex { $0.contains("── 3 Quota → 1 Quota by season") })
        let later = lines.dropFirst(first + 1)
        #expect(later.contains { $0.contains("Not in ") })
        #expect(later.count { $0.contains("▸") } == 1)
    }
}
