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

    @Test(arguments: ["", "nonsense", "pane 99\nscreen nowhere\nmark", "query \narticle gone"])
    func `what cannot be read is passed over`(text: String) {
        let driver = resumed(Session(text))
        #expect(driver.state.place.screen == .browse)
        #expect(driver.state.place.browse.list.total == SampleCorpus.archive.articles.count)
    }
}
