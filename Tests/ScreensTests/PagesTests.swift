import Analysis
import Intake
import Queries
import Screens
import TestSupport
import Testing

@Suite struct PagesTests {
    @Test func `a person's page ends at the sentence`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("2<Enter>")
        #expect(driver.lines[0].contains("Person · Ada Holm"))
        #expect(driver.text.contains("● Minister of Northland since 1 May 2029"))
        driver.press("<Enter>")
        #expect(driver.state.place.screen == .reader)
        driver.press("q")
        #expect(driver.lines[0].contains("Person · Ada Holm"))
    }

    @Test func `a point's page says what the drafts say and who reports it`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("3j<Enter>")
        #expect(driver.lines[0].contains("Point · The sea › Fishing quota"))
        #expect(driver.text.contains("Draft of nine points"))
        #expect(driver.text.contains(" 3  Southland may land 40,000 tonnes"))
        #expect(driver.text.contains("The quota stands at 40,000 tonnes."))
    }

    @Test func `a sentence that repeats another article's words says whose, and is opened`() throws
    {
        var articles = SampleCorpus.articles
        var copy = articles[0]
        copy.article.id = "zz-copy"
        articles.append(copy)
        var driver = Driver(
            MemoryArchive(dossier: SampleCorpus.dossier, articles: articles), columns: 120)
        driver.press("3j<Enter>")
        let text = driver.text
        #expect(text.split(separator: "They spoke of the fishing quota").count == 2)
        #expect(text.contains("repeats outlet not stated, 1 Mar 2031, word for word"))
        for _ in 0..<10 where driver.state.place.page.selectedCitation?.articleID != "zz-copy" {
            driver.press("j")
        }
        driver.press("<Enter>")
        #expect(driver.state.place.reader.articleID == "zz-copy")
    }

    @Test func `a sentence stands once on a page, and a list says how many are told above it`() {
        var driver = Driver(SampleCorpus.archive, columns: 200, rows: 60)
        driver.press("2<Enter>")
        #expect(driver.text.split(separator: "“We will not sign this,” Ada Holm").count == 2)
        #expect(driver.lines.contains { $0.contains("━━ Said ━") && $0.contains(" 1 statement") })
        #expect(
            driver.lines.contains {
                $0.contains("─ Named ─") && $0.contains("2 sentences, 1 above")
            })
        #expect(driver.text.contains("T Tide                 ▪     §3"))
    }

    @Test func `Space on a page filters the list by it`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("3j<Enter><Space>")
        #expect(driver.state.place.screen == .browse)
        #expect(driver.lines[1].contains("Filter  point:Fishing quota   3 of 4 articles"))
    }

    @Test func `help lists the keys and runs a command`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("?overview")
        #expect(driver.text.contains("Show where the articles disagree"))
        driver.press("<Enter>")
        #expect(driver.state.place.screen == .overview)
    }

    @Test func `Ctrl-P goes to a person by name`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("<C-p>bo lind<Enter>")
        #expect(driver.lines[0].contains("Person · Bo Lind"))
    }

    @Test(arguments: ["chians", "timelnie", "matirx"])
    func `Ctrl-P knows a screen from its slips where nothing else fits`(typed: String) {
        var driver = Driver(SampleCorpus.archive)
        driver.press("<C-p>\(typed)<Enter>")
        #expect([.chains, .timeline, .matrix].contains(driver.state.place.screen))
    }

    @Test func `Ctrl-P has what begins as typed before what only contains it`() throws {
        var driver = Driver(SampleCorpus.archive)
        driver.press("<C-p>re")
        let lines = driver.lines
        let article = try #require(lines.firstIndex { $0.contains("Lind returns") })
        let command = try #require(lines.firstIndex { $0.contains("redo-filter") })
        let inside = try #require(lines.firstIndex { $0.contains("breakwater") })
        #expect(article < command && command < inside)
    }

    @Test func `the command line completes and runs`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press(":sh-cl<Tab>")
        #expect(driver.lines[1] == " :show-clashes")
        driver.press("<Enter>")
        #expect(driver.state.place.screen == .overview)
        driver.press(":set theme <Tab>")
        #expect(driver.lines[1].hasPrefix(" :set theme auto"))
        #expect(driver.text.contains("auto") && driver.text.contains("as it is now"))
        driver.press("<C-u>set theme light<Enter>")
        #expect(driver.state.settings.theme == "light")
        driver.press(":nonsense<Enter>")
        #expect(driver.text.contains("Error: `nonsense` is no command"))
    }
}
