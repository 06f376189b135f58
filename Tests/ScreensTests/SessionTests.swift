import Analysis
import Intake
import Queries
import TestSupport
import Testing

@testable import Screens

struct SessionTests {
    private func resumed(_ session: Session) -> Driver {
        Driver(SampleCorpus.archive, resuming: session)
    }

    @Test func `list, selection, pane, searches and marks come back`() throws {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/holm<Enter>jma2")
        let before = driver.state.session
        #expect(Session(before.text) == before)
        let after = resumed(Session(before.text))
        #expect(after.state.place.browse.narrowing.search == "holm")
        #expect(after.state.place.browse.focus == .people)
        #expect(
            after.state.place.browse.list.selected?.id
                == driver.state.place.browse.list.selected?.id)
        #expect(after.state.searches == ["holm"])
        #expect(after.state.session == before)
    }

    @Test func `picked articles come back in order`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("4vjv")
        let text = driver.state.session.text
        let after = resumed(Session(text))
        #expect(after.state.picked.map(\.id) == driver.state.picked.map(\.id))
        #expect(after.state.picked.map(\.outlet) == driver.state.picked.map(\.outlet))
        #expect(after.state.picked.map(\.published) == driver.state.picked.map(\.published))
        #expect(after.text.contains("✓"))
        #expect(after.state.session.text == text)
        #expect(Session("picked \tdigest\npicked a\tb\tc\nquery x").picked.isEmpty)
    }

    @Test func `filters come back as part of the search`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("1<Space>")
        let total = driver.state.place.browse.list.total
        let after = resumed(driver.state.session)
        #expect(after.state.place.browse.list.total == total)
    }

    @Test func `the reader opens at the sentence, a mark at its place`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("Mmt0<Esc>4<Enter>j")
        var after = resumed(driver.state.session)
        #expect(after.state.place.screen == .reader)
        #expect(after.state.place.reader.sentence == 1)
        after.press("'t")
        #expect(after.state.place.screen == .matrix)
    }

    @Test func `going back from where one left off shows the list`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("4j<Enter>")
        let selected = driver.state.place.browse.list.selected?.id
        var after = resumed(driver.state.session)
        after.press("q")
        #expect(after.state.place.screen == .browse)
        #expect(after.state.place.browse.list.total == SampleCorpus.archive.articles.count)
        #expect(after.state.place.browse.list.selected?.id == selected)
    }

    @Test func `a list that came while another screen was opening is asked for again`() throws {
        let archive = SampleCorpus.archive
        var session = Session()
        session.screen = KeptPlace(address: .matrix(.points, query: ""))
        var state = State(size: Size(columns: 100, rows: 30), dossier: archive.dossier)
        state.resume(session)
        let asked = update(&state, .started)
        for case .ask(let question, let slot, let generation, _) in asked {
            let answer = try #require(archive.answer(question))
            _ = update(&state, .answered(slot, generation: generation, answer))
        }
        let again = update(&state, .key(.character("q")))
        let questions = again.compactMap { effect in
            if case .ask(let question, .articles, _, _) = effect { question } else { nil }
        }
        #expect(state.place.screen == .browse)
        #expect(questions.count == 1)
    }

    @Test(arguments: [
        "", "nonsense", "pane 99\nscreen nowhere\nmark", "query \narticle gone",
        "list row\nlist row x y z\nlist row -1 -1 a\nlist row 99999999999999999999 0 a\nlist",
        "list row 99999999 99999999 gone\nlist order sideways\nlist facet 9\nlist top 99999999",
        "list sources 5 9 gone\nlist people 99999999 0 \nlist points 3 99999999 actor x",
        "at row 1 1 x\nin a row 1 1 x\nfilter\nfilter actor\nfilter x\ty\tz", "\r\n\u{2028}list",
    ])
    func `what cannot be read is passed over`(text: String) {
        let driver = resumed(Session(text))
        #expect(driver.state.place.screen == .browse)
        #expect(driver.state.place.browse.list.total == SampleCorpus.archive.articles.count)
    }

    @Test func `a selected article far down is found again, at its height`() {
        let articles = (0..<300).map { number in
            var copy = SampleCorpus.articles[1]
            copy.article.id = "\(1000 + number)"
            return copy
        }
        let archive = MemoryArchive(dossier: SampleCorpus.dossier, articles: articles)
        var driver = Driver(archive)
        driver.press("4G" + String(repeating: "k", count: 40))
        let before = driver.state.place.browse.list
        let after = Driver(archive, resuming: Session(driver.state.session.text))
        #expect(after.state.place.browse.list.selected == before.selected)
        #expect(after.text == driver.text)
    }

    @Test func `filters come back as filters`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("2j<Space>/the<Enter>")
        let after = resumed(driver.state.session)
        #expect(after.state.place.browse.narrowing == driver.state.place.browse.narrowing)
        #expect(after.lines.dropLast() == driver.lines.dropLast())
    }

    @Test func `a mark is stood on at its row`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("Mjjlma<Esc>")
        var after = resumed(Session(driver.state.session.text))
        after.press("'a")
        driver.press("'a")
        #expect(after.text == driver.text)
        after.press("<Esc>jj")
        #expect(after.state.place.screen == .browse)
    }
}
