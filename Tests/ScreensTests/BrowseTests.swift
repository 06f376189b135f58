import Analysis
import Intake
import Queries
import Screens
import TestSupport
import Testing

@Suite struct BrowseTests {
    @Test func `Space filters by an entry and the counts follow`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("3j<Space>")
        #expect(driver.lines[0].contains("3 of 4 articles"))
        #expect(driver.lines[1].contains("Filter  point:Fishing quota"))
        #expect(driver.text.contains("◉"))
        driver.press("<Space>")
        #expect(driver.lines[1].contains("No filter"))
    }

    @Test func `filters of two panes must both hold`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("3j<Space>2j<Space>")
        #expect(driver.lines[1].contains("point:Fishing quota actor:Bo Lind   2 of 4 articles"))
    }

    @Test func `filters by source are alternatives`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("1g<Space>")
        #expect(driver.lines[1].contains("1 of 4 articles"))
        driver.press("jj<Space>")
        #expect(driver.lines[1].contains("2 of 4 articles"))
    }

    @Test func `what is picked keeps its letter and has a tick, until it is picked again`() {
        var driver = Driver(SampleCorpus.archive)
        let row = driver.lines.first { $0.contains("▸") } ?? ""
        driver.press("c")
        #expect(driver.lines.contains { $0.contains("The Tide picked; go to another article") })
        let picked = driver.lines.first { $0.contains("▸") } ?? ""
        #expect(picked.contains("✓ 10 May 2031"))
        #expect(picked.replacing("✓ ", with: "  ") == row)
        driver.press("j")
        #expect(driver.text.contains("✓ 1 article picked: c compares"))
        #expect(driver.text.contains("c compare with ✓"))
        driver.press("k<Space>")
        #expect(!driver.text.contains("✓"))
    }

    @Test func `counts stand without bars until the letters are known`() {
        var state = State(size: Size(columns: 120, rows: 40), dossier: SampleCorpus.dossier)
        for effect in update(&state, .started) {
            guard case .ask(let question, .articles, let generation, _) = effect,
                let answer = SampleCorpus.archive.answer(question)
            else { continue }
            _ = update(&state, .answered(.articles, generation: generation, answer))
        }
        let canvas = view(state).canvas
        let text = (0..<40).map { canvas.text(row: $0) }.joined(separator: "\n")
        #expect(text.contains("Ada Holm"))
        #expect(!text.contains("▇"))
    }

    @Test func `an archive without articles says how to fill it, and nothing of a search`() {
        var driver = Driver(MemoryArchive(dossier: SampleCorpus.dossier, articles: []))
        #expect(driver.text.contains("There are no articles yet"))
        #expect(driver.text.contains(":import FOLDER"))
        #expect(driver.text.contains(": import"))
        driver.press("jkG<Esc>")
        #expect(!driver.text.contains("takes the search away"))
        #expect(!driver.text.contains("Ctrl-R redo"))
    }

    @Test func `a pane with nothing in it says so`() {
        let article = SampleCorpus.archive.articles[0].article
        let bare = AnalyzedArticle(article: article, findings: Findings())
        let driver = Driver(MemoryArchive(dossier: SampleCorpus.dossier, articles: [bare]))
        #expect(driver.lines.count { $0.contains("none in these articles") } == 2)
    }

    @Test func `without a search no order is by what fits best`() {
        var driver = Driver(SampleCorpus.archive)
        for order in ["oldest first", "by outlet", "by title", "newest first"] {
            driver.press("s")
            #expect(driver.lines.last { $0.contains("Articles ") }?.contains(order) == true)
        }
        driver.press(":sort best<Enter>")
        #expect(driver.text.contains("Best first needs a search"))
        #expect(driver.text.contains("4 Articles, newest first"))
        driver.press("/quota<Enter>4:sort best<Enter>")
        #expect(driver.text.contains("best first"))
    }

    @Test func `u takes the last filter off and Ctrl-R puts it back`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("3j<Space>u")
        #expect(driver.lines[1].contains("all 4 articles"))
        driver.press("<C-r>")
        #expect(driver.lines[1].contains("3 of 4 articles"))
    }

    @Test func `the preview follows the selection, asked after the frame`() {
        var driver = Driver(SampleCorpus.archive)
        #expect(driver.text.contains("Border buoys have become a"))
        driver.isHoldingAnswers = true
        var state = driver.state
        let effects = update(&state, .key(.down))
        let later = effects.contains { effect in
            if case .ask(.article("3333333333333333"), .preview, _, .later) = effect { return true }
            return false
        }
        #expect(later)
        #expect(effects.count == 2)
    }

    @Test func `Enter reads the article and q comes back to where one was`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("jj")
        let before = driver.text
        driver.press("<Enter>")
        #expect(driver.lines[0].contains("The Tide · 2 Mar 2031"))
        driver.press("jq")
        // All is as it was, but that it has been read.
        #expect(driver.text.replacing("•", with: " ") == before.replacing("•", with: " "))
        #expect(driver.text != before)
    }

    @Test func `the cursor stays on a row that is a filter now`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("2")
        let before = driver.frame.cursor
        driver.press("<Space>")
        #expect(driver.frame.cursor.column == before.column)
        #expect(driver.lines[driver.frame.cursor.row].contains("◉"))
    }

    @Test func `back and forward restore whole screens`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/quota<Enter>j<Enter>j")
        let reader = driver.text
        driver.press("0")
        let overview = driver.text
        driver.press("H")
        #expect(driver.text == reader)
        driver.press("L")
        #expect(driver.text == overview)
        driver.press("HH")
        #expect(driver.lines[1].contains("/ quota"))
    }

    @Test func `a click selects and a second one opens`() {
        var driver = Driver(SampleCorpus.archive)
        let row = driver.lines.firstIndex { $0.contains("Quota divides") } ?? 0
        driver.mouse(.press, 50, row)
        driver.mouse(.release, 50, row)
        #expect(driver.lines[row - 1].contains("▸"))
        driver.mouse(.press, 50, row)
        driver.mouse(.release, 50, row)
        #expect(driver.state.place.screen == .reader)
    }

    @Test func `the wheel moves the list`() {
        var driver = Driver(SampleCorpus.archive)
        driver.send(.key(.mouse(.init(kind: .wheelDown, column: 50, row: 10))))
        #expect(driver.state.place.browse.list.selected?.id == "3333333333333333")
    }

    @Test func `a mark is gone back to`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("jjma0'a")
        #expect(driver.state.place.screen == .browse)
        #expect(driver.state.place.browse.list.selected?.id == "2222222222222222")
        driver.press("'z")
        #expect(driver.text.contains("No place is marked z"))
    }

    @Test func `y copies the sentence with its citation`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("jj<Enter>jy")
        #expect(
            driver.effects.last
                == .copy(
                    "The draft names 40,000 tonnes, twice what Northland wanted at first. "
                        + "(The Tide, “Quota divides the harbour talks”, 2 Mar 2031, sentence 2)"))
    }

    @Test func `above a dozen articles bars take the place of letters`() {
        let copies = (0..<5).flatMap { round in
            SampleCorpus.articles.map { analyzed in
                var copy = analyzed
                copy.article.id = "\(round)" + analyzed.article.id.dropFirst()
                return copy
            }
        }
        let archive = MemoryArchive(dossier: SampleCorpus.dossier, articles: copies)
        var driver = Driver(archive, columns: 120, rows: 40)
        let quota = driver.lines.first { $0.contains("Fishing quota") } ?? ""
        #expect(quota.contains("├ Fishing quota        ▇▇▇▇▇  15"))
        #expect(driver.text.contains("Bars and counts"))
        driver.press("0")
        #expect(driver.text.contains("20 articles, 65 sentences"))
        #expect(!driver.text.contains("They do not say the same"))
    }

    @Test func `only the rows around the selection are held of a long list`() {
        let many = (0..<1000).map { number in
            ArticleRow(
                id: "\(number)", title: "Title \(number)", outletID: nil, outlet: "Outlet",
                published: nil, kind: .report, language: "en", sentenceCount: 3)
        }
        var state = State(size: Size(columns: 80, rows: 24))
        func answer(_ effects: [Effect]) {
            for effect in effects {
                guard case .ask(.articles(let question), let slot, let generation, _) = effect
                else { continue }
                let window = question.window.clamped(to: 0..<many.count)
                let answer = ArticlesAnswer(
                    total: many.count, corpusTotal: many.count, passageTotal: 0, order: .newest,
                    window: window, rows: Array(many[window]),
                    facets: question.wantsFacets ? Facets() : nil)
                let more = update(
                    &state, .answered(slot, generation: generation, .articles(answer)))
                #expect(
                    !more.contains { if case .ask(.articles, _, _, _) = $0 { true } else { false } }
                )
            }
        }
        answer(update(&state, .started))
        #expect(state.place.browse.list.selected?.id == "0")
        let effects = update(&state, .key(.character("G")))
        answer(effects)
        #expect(state.place.browse.list.selected?.id == "999")
        #expect(state.place.browse.list.row(0) == nil)
        answer(update(&state, .key(.character("g"))))
        #expect(state.place.browse.list.selected?.id == "0")
    }
}
