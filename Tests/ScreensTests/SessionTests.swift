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
        session.screen = .matrix(.points, query: "")
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

    @Test(arguments: ["", "nonsense", "pane 99\nscreen nowhere\nmark", "query \narticle gone"])
    func `what cannot be read is passed over`(text: String) {
        let driver = resumed(Session(text))
        #expect(driver.state.place.screen == .browse)
        #expect(driver.state.place.browse.list.total == SampleCorpus.archive.articles.count)
    }
}
