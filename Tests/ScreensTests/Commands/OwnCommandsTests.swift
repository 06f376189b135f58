import Queries
import TestSupport
import Testing

@testable import Screens

struct OwnCommandsTests {
    private func selected(_ driver: Driver) throws -> ArticleRow {
        try #require(driver.state.place.browse.list.selected)
    }

    @Test func `what is opened has been read, what is only looked at has not`() throws {
        var driver = Driver(SampleCorpus.archive)
        driver.press("4j")
        #expect(try !selected(driver).isRead)
        #expect(driver.archive.own.isEmpty)
        driver.press("<Enter>")
        let id = try #require(driver.state.place.reader.articleID)
        #expect(driver.archive.own[id]?.isRead == true)
        driver.press("q")
        #expect(try selected(driver).isRead)
    }

    @Test func `having read by opening is undone, there and after going back`() throws {
        var driver = Driver(SampleCorpus.archive)
        driver.press("4<Enter>")
        let id = try #require(driver.state.place.reader.articleID)
        driver.press("u")
        #expect(driver.archive.own[id]?.isRead == false)
        driver.press("<C-r>")
        #expect(driver.archive.own[id]?.isRead == true)
        driver.press("qu")
        #expect(driver.archive.own[id]?.isRead == false)
        #expect(try !selected(driver).isRead)
        driver.press("u")
        #expect(driver.text.contains("There is nothing to undo."))
    }

    @Test func `opening an article leaves what was undone before to be done again`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("1<Space>u4<Enter>q<C-r>")
        #expect(!driver.state.place.browse.narrowing.isEmpty)
    }

    @Test func `what is read already is not read once more by opening it`() throws {
        var driver = Driver(SampleCorpus.archive)
        driver.press("4<Enter>q<Enter>qu")
        #expect(try !selected(driver).isRead)
        driver.press("u")
        #expect(driver.text.contains("There is nothing to undo."))
    }

    @Test func `a marked place knows what was done since, and undoes it`() throws {
        var driver = Driver(SampleCorpus.archive)
        driver.press("4ma*M'a")
        #expect(try selected(driver).isMarked)
        driver.press("u")
        #expect(try !selected(driver).isMarked)
    }

    @Test func `a mark set in the reader is undone in the list`() throws {
        var driver = Driver(SampleCorpus.archive)
        driver.press("4<Enter>*qu")
        #expect(try !selected(driver).isMarked)
        #expect(try selected(driver).isRead)
    }

    @Test func `r sets unread again, and u takes that back`() throws {
        var driver = Driver(SampleCorpus.archive)
        driver.press("4<Enter>r")
        let id = try #require(driver.state.place.reader.articleID)
        #expect(driver.archive.own[id]?.isRead == false)
        driver.press("u")
        #expect(driver.archive.own[id]?.isRead == true)
        driver.press("<C-r>")
        #expect(driver.archive.own[id]?.isRead == false)
    }

    @Test func `the star marks the article, in the list and in the reader`() throws {
        var driver = Driver(SampleCorpus.archive)
        driver.press("4*")
        let id = try selected(driver).id
        #expect(driver.archive.own[id]?.isMarked == true)
        #expect(driver.text.contains("* "))
        driver.press("<Enter>*q")
        #expect(driver.archive.own[id]?.isMarked == false)
        #expect(try !selected(driver).isMarked)
    }

    @Test func `A sets all that is listed read, and u takes it back as one`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("A")
        #expect(driver.archive.own.values.count { $0.isRead } == driver.archive.articles.count)
        #expect(driver.state.place.browse.list.rows.allSatisfy { $0.isRead })
        driver.press("u")
        #expect(driver.archive.own.values.allSatisfy { !$0.isRead })
    }

    @Test func `filters and own work are undone in the order in which they were done`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("4*1<Space>")
        driver.press("u")
        #expect(driver.state.place.browse.narrowing.isEmpty)
        #expect(driver.archive.own.values.contains { $0.isMarked })
        driver.press("u")
        #expect(driver.archive.own.values.allSatisfy { !$0.isMarked })
    }

    @Test func `a note stands beside its sentence and can be changed and taken away`() throws {
        var driver = Driver(SampleCorpus.archive)
        driver.press("4<Enter>je")
        #expect(driver.lines[1].hasPrefix(" Note:"))
        driver.press("ask Ada<Enter>")
        let id = try #require(driver.state.place.reader.articleID)
        let note = try #require(driver.archive.own[id]?.notes.first)
        #expect(note.text == "ask Ada" && note.sentence == 1)
        #expect(driver.text.contains("✎ ask Ada"))
        driver.press("e again<Enter>")
        #expect(driver.archive.own[id]?.notes.map(\.text) == ["ask Ada again"])
        driver.press("e<C-u><Enter>")
        #expect(driver.archive.own[id]?.notes.isEmpty == true)
        #expect(!driver.text.contains("✎"))
        driver.press("u")
        #expect(driver.text.contains("✎ ask Ada again"))
    }

    @Test func `a note that is left with Esc is as it was`() throws {
        var driver = Driver(SampleCorpus.archive)
        driver.press("4<Enter>e")
        driver.press("nothing<Esc>")
        #expect(driver.archive.own.values.allSatisfy { $0.notes.isEmpty })
        #expect(driver.state.place.screen == .reader)
    }

    @Test func `an editor gives back what was written in it`() throws {
        var driver = Driver(SampleCorpus.archive)
        driver.press("4<Enter>E")
        #expect(driver.effects.last == .edit(""))
        driver.send(.edited("two\nlines"))
        let id = try #require(driver.state.place.reader.articleID)
        #expect(driver.archive.own[id]?.notes.map(\.text) == ["two\nlines"])
    }

    @Test func `a search is kept under a name, listed with B and searched again`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/holm<Enter>:save-search Ada here<Enter>")
        #expect(driver.archive.saved.map(\.query) == ["holm"])
        driver.press("U")
        #expect(driver.state.place.browse.narrowing.isEmpty)
        driver.press("B")
        #expect(driver.text.contains("Ada here"))
        driver.press("<Enter>")
        #expect(driver.state.place.browse.narrowing.search == "holm")
        driver.press(":forget-search Ada here<Enter>")
        #expect(driver.archive.saved.isEmpty)
    }

    @Test func `what cannot be kept says why`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press(":save-search all<Enter>")
        #expect(driver.text.contains("nothing is searched for"))
        driver.press("B")
        #expect(driver.text.contains("No search is kept"))
        driver.press("<Esc>:forget-search x<Enter>")
        #expect(driver.text.contains("no search is kept as “x”"))
    }

    @Test func `a kept search is completed in another and stands for itself`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/holm<Enter>:save-search Ada here<Enter>U/saved:")
        #expect(driver.text.contains("Ada here"))
        driver.press("<Tab><Enter>")
        #expect(driver.state.place.browse.narrowing.search == "saved:\"Ada here\"")
        let found = driver.state.place.browse.list.total
        driver.press("U/holm<Enter>")
        #expect(driver.state.place.browse.list.total == found && found > 0)
    }

    @Test func `a search is not kept under a name that stands in it`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/holm<Enter>:save-search Ada<Enter>U/saved:ada<Enter>:save-search Ada<Enter>")
        #expect(driver.text.contains("“Ada” stands in this search itself"))
        #expect(driver.archive.saved.map(\.query) == ["holm"])
    }

    @Test func `a name that no kept search has is taken for one that is like it`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/holm<Enter>:save-search Harbour<Enter>B<Esc>U/saved:Harbor<Enter>")
        #expect(driver.text.contains("Search for saved:Harbour"))
    }

    @Test(arguments: [(0, ""), (7, "• 7 "), (99_998, "• 99,998 ")])
    func `how many are unread is told whole`(count: Int, words: String) {
        var archive = SampleCorpus.archive
        archive.saved = [SavedSearch(name: "Ada", query: "holm", count: 3, unreadCount: count)]
        var driver = Driver(archive, columns: 80, rows: 24)
        driver.press("B")
        let row = driver.lines.first { $0.contains("Ada") } ?? ""
        #expect(row.contains(words + (words.isEmpty ? "Ada" : "")))
        #expect(!row.contains("…"))
    }

}
