import Testing

@testable import Intake

struct BodyChoiceTests {
    private let first = "<p>The council met on Tuesday, and it voted on the plan of the mayor.</p>"
    private let second =
        "<p>In the evening the crews said that they would sail, but not for long.</p>"
    private let third =
        "<p>By then the boats had been in the harbour for a week, and it was cold.</p>"

    private func paragraphs(_ body: String) throws -> Int {
        try htmlArticle("<html><body>\(body)</body></html>").paragraphs.count
    }

    @Test func `a body in several elements of one name is put together`() throws {
        let parts = [first, second, third].map {
            "<div class='chunk'><div class=body>\($0)</div></div>"
        }
        #expect(
            try paragraphs("<main>\(parts.joined(separator: "<div id=ad-1></div>"))</main>") == 3)
    }

    @Test func `each paragraph may stand in an element of its own`() throws {
        let parts = [first, second, third].map {
            "<div class=card><div class=text>\($0)</div></div>"
        }
        #expect(try paragraphs("<article>\(parts.joined())</article>") == 3)
    }

    @Test func `another article on the page is not joined`() throws {
        let one = "<article class=story><h1>Boats</h1>\(first)\(second)\(third)\(first)</article>"
        let other = "<article class=story><h2>Fees</h2>\(second)</article>"
        #expect(try paragraphs(one + other) == 4)
    }

    @Test func `names are not believed of what holds the article`() throws {
        let body = "<div class='sidebar-layout related ad'>\(first)\(second)\(third)</div>"
        #expect(
            try paragraphs(body + "<div class=sidebar><p>Boats for sale, cheap.</p></div>") == 3)
    }

    @Test func `a page without paragraphs is read by its breaks`() throws {
        let text = [first, second, third].map { $0.dropFirst(3).dropLast(4) }.joined(
            separator: "<br><br>")
        #expect(try paragraphs("<table><tr><td><font>\(text)</font></td></tr></table>") == 3)
    }

    @Test func `text in scripts without blanks is weighed by its letters`() throws {
        let text = "<p>議会は火曜日に会合を開き、市長の計画について投票を行った。船は港に一週間とどまっていた。</p>"
        let links = String(repeating: "<li><a href=x>ニュース一覧</a></li>", count: 20)
        #expect(try paragraphs("<ul>\(links)</ul><div>\(text)\(text)</div>") == 2)
    }

    @Test func `the answer most like the other two is taken`() {
        var blocks = PageBlocks(Page(), PageRegions(Page(), PageMeasures(Page())))
        #expect(BodyChoice.medoid([[], [], []], blocks) == [])
        let markup = PageSource(Array("<p>one two</p><p>three four</p><p>five six</p>".utf8))
        let page = PageReader.page(of: markup)
        blocks = PageBlocks(page, PageRegions(page, PageMeasures(page)))
        #expect(BodyChoice.medoid([[0], [0, 1], [0, 1, 2]], blocks) == [0, 1])
        #expect(BodyChoice.medoid([[], [2], []], blocks) == [2])
    }
}
