import Queries
import TestSupport
import Testing

@testable import Screens

@Suite struct SearchTests {
    @Test func `every letter is asked at once and the list follows`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/dr")
        #expect(driver.lines[1].hasPrefix(" / dr "))
        #expect(driver.lines[0].contains("3 of 4 articles"))
        driver.press("aft")
        #expect(driver.lines[0].contains("2 of 4 articles"))
        #expect(driver.frame.cursor.row == 1)
        #expect(driver.frame.cursor.column == 8)
    }

    @Test(arguments: [(80, 24), (120, 40), (200, 60)])
    func `what the search meets is counted by person and point while it is typed`(
        columns: Int, rows: Int
    ) throws {
        var driver = Driver(SampleCorpus.archive, columns: columns, rows: rows)
        driver.press("/draft")
        #expect(driver.text.contains("How this is read"))
        let points = try #require(driver.lines.first { $0.contains("3 Points") })
        #expect(points.contains(" of "))
        #expect(driver.lines.contains { $0.contains("2 People") })
        // Before the first letter the names of the fields take their place.
        driver.press("<C-u>")
        #expect(driver.text.contains("Fields") && !driver.text.contains("3 Points"))
    }

    @Test func `other spellings of a name are told beside what is typed`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/draft")
        #expect(!driver.text.contains("also as"))
        var state = driver.state
        state.place.browse.list.spellings = ["draft": ["Draught", "Драфт"]]
        let canvas = view(state).canvas
        let text = (0..<canvas.size.rows).map { canvas.text(row: $0) }.joined()
        #expect(text.contains("also as") && text.contains("Драфт”"))
    }

    @Test func `before anything came nothing is missing, and counts are of what is asked`() {
        var state = State(size: Size(columns: 120, rows: 40), dossier: SampleCorpus.dossier)
        _ = update(&state, .started)
        _ = update(&state, .timer(.busy))
        func text(_ state: State) -> String {
            let canvas = view(state).canvas
            return (0..<canvas.size.rows).map { canvas.text(row: $0) }.joined(separator: "\n")
        }
        #expect(!text(state).contains("none in these") && !text(state).contains("from before"))
        _ = update(&state, .key(.control("c")))
        #expect(text(state).contains("Stopped before anything came; U shows all articles."))
        var driver = Driver(SampleCorpus.archive)
        driver.isHoldingAnswers = true
        driver.press("/treaty<Enter>")
        driver.send(.timer(.busy))
        #expect(!driver.text.contains("4 of 4 articles"), "\(driver.text)")
    }

    @Test(arguments: [(40, 20), (60, 12), (66, 24), (80, 24)])
    func `what is chosen as a completion is in sight`(columns: Int, rows: Int) {
        var driver = Driver(SampleCorpus.archive, columns: columns, rows: rows)
        driver.press("/zebra actor:<Down>")
        let first = driver.state.prompt?.suggestions.first?.name ?? "none"
        #expect(driver.text.contains(first) && driver.text.contains("▸"), "\(driver.text)")
        driver.press("<Down>")
        let second = driver.state.prompt?.suggestions.dropFirst().first?.name ?? "none"
        #expect(driver.text.contains(second), "\(driver.text)")
        driver.press("<Enter>")
        #expect(driver.state.prompt?.text == "zebra actor:\(second) ")
    }

    @Test func `who is quoted is proposed as a speaker, and nobody who is only named`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/actor:")
        let named = driver.state.prompt?.suggestions.map(\.detail) ?? []
        #expect(named.contains("Ada Holm") && named.count > 1)
        driver.press("<C-u>speaker:")
        #expect(driver.state.prompt?.suggestions.map(\.detail) == ["Ada Holm"])
        driver.press("x")
        #expect(driver.state.prompt?.suggestions == [])
    }

    @Test func `a click on a facet while typing takes none of the completions below`() throws {
        var driver = Driver(SampleCorpus.archive, columns: 80, rows: 24)
        driver.press("/point:")
        let row = try #require(driver.lines.firstIndex { $0.contains("3 Points") }) + 1
        driver.send(.key(.mouse(.init(kind: .press, column: 4, row: row))))
        #expect(driver.state.prompt?.text == "point:")
    }

    @Test func `Esc restores what was before`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("j3j")
        let before = driver.text
        driver.press("/draft<Esc>")
        #expect(driver.text == before)
    }

    @Test func `a search that could not be read in full says so as long as it stands`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/befor:2031 draft<Enter>")
        #expect(driver.text.contains("Error: `befor:`"))
        driver.press("j")
        #expect(driver.text.contains("Error: `befor:`"))
        driver.press("u")
        #expect(!driver.text.contains("Error"))
    }

    @Test(arguments: 0..<4, ["draft OR quota", "water OR title:fish", "title:zz OR lind"])
    func `where a search ends does not depend on the letters between`(
        start: Int, query: String
    ) {
        var typed = Driver(SampleCorpus.archive)
        typed.press(String(repeating: "j", count: start))
        var pasted = typed
        typed.press("/" + query)
        pasted.press("/")
        pasted.send(.key(.paste(query)))
        #expect(typed.state.place.browse.list.total > 0)
        #expect(
            typed.state.place.browse.list.selected?.id
                == pasted.state.place.browse.list.selected?.id)
    }

    @Test(arguments: ["title:fish", "lind", "draft"])
    func `panes in which nobody went anywhere show what comes first when a search is left`(
        search: String
    ) {
        var driver = Driver(SampleCorpus.archive)
        driver.press("4")
        func selected(_ driver: Driver) -> [String?] {
            let browse = driver.state.place.browse
            return [browse.sources, browse.people, browse.points].map { $0.selected?.value.id }
        }
        let before = selected(driver)
        driver.press("/" + search)
        driver.press("<Enter>u")
        #expect(selected(driver) == before)
        // Where somebody went, that stays.
        driver.press("2jj4")
        let chosen = selected(driver)
        driver.press("/ada<Enter>u")
        #expect(selected(driver)[1] == chosen[1])
    }

    @Test func `the next search narrows what the last one found`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/draft<Enter>")
        let kept = driver.lines[1]
        driver.press("/<Enter>")
        #expect(driver.lines[1] == kept)
        driver.press("/quota<Enter>")
        #expect(driver.state.place.browse.narrowing.search == "draft quota")
        driver.press("u")
        #expect(driver.lines[1] == kept)
        driver.press("/<C-u>quota<Enter>")
        #expect(driver.state.place.browse.narrowing.search == "quota")
    }

    @Test func `a letter is taken away with its marks`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/")
        driver.send(.key(.paste("ae\u{301}o\u{308}\u{304}👩‍👧x")))
        driver.press("<BS><BS><BS>")
        #expect(driver.state.prompt?.text == "ae\u{301}")
        driver.press("<Left><Del>")
        #expect(driver.state.prompt?.text == "a")
    }

    @Test func `Enter keeps the search and u undoes it`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/draft<Enter>")
        let counts = "2 of 4 articles, 2 hidden by the search, 2 passages"
        #expect(driver.lines[1].contains("/ draft   " + counts))
        driver.press("u")
        #expect(driver.lines[1].contains("all 4 articles"))
    }

    @Test(arguments: [("draft or quota", "draft OR quota"), ("draft quota", nil)])
    func `small operators are told to be words`(typed: String, meant: String?) {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/\(typed)<Enter>")
        let words = "Small “or”, “and” and “not” are words to be found; in capitals: "
        #expect(driver.text.contains(words + (meant ?? "")) == (meant != nil), "\(driver.text)")
    }

    @Test func `n and N step through passages across articles`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/quota<Enter>")
        func place() -> String {
            let list = driver.state.place.browse.list
            return "\(list.selected?.id.first.map(String.init) ?? "")"
        }
        var seen: [String] = []
        for _ in 0..<4 {
            driver.press("n")
            seen.append(place())
        }
        #expect(seen == ["3", "2", "1", "1"])
        driver.press("n")
        #expect(driver.text.contains("That was the last passage."))
        driver.press("NN")
        #expect(place() == "2")
    }

    @Test func `n in the reader goes on in the next article`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/quota<Enter>n<Enter>n")
        #expect(driver.state.place.screen == .reader)
        #expect(driver.state.place.reader.articleID == "2222222222222222")
        #expect(driver.state.place.reader.sentence == 0)
    }

    @Test func `steps pressed before the list has come are taken when it comes`() {
        var driver = Driver(SampleCorpus.archive)
        driver.isHoldingAnswers = true
        driver.press("/quota<Enter>nn")
        #expect(driver.state.place.browse.list.passage == nil)
        driver.answerAll()
        #expect(driver.state.place.browse.list.selected?.id == "2222222222222222")
        #expect(driver.state.place.browse.list.passage == 0)
    }

    @Test func `the preview goes to the first passage as one types`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("jj/pilot")
        #expect(driver.state.place.browse.preview.sentence == 3)
    }

    @Test func `Tab completes fields and their values`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/act<Tab>")
        #expect(driver.state.prompt?.text == "actor:")
        driver.press("lin<Tab>")
        #expect(driver.state.prompt?.text == "actor:lind ")
        #expect(driver.lines[0].contains("2 of 4 articles"))
    }

    @Test func `letters that begin keys and go on otherwise are typed`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press(":bind jj dismiss<Enter>/jared jo<Left>j<Enter>")
        #expect(driver.state.place.browse.narrowing.search == "jared jjo")
        driver.press("/jj")
        #expect(driver.state.prompt == nil)
    }

    @Test func `a name typed plainly is proposed as a field`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/holm<Down>")
        #expect(driver.text.contains("actor: Ada Holm"))
        driver.press("<Enter><Enter>")
        #expect(driver.lines[1].contains("/ actor:holm"))
    }

    @Test func `a part that cannot be read is named and the rest answered`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/befor:2031-03-03 quota<Enter>")
        #expect(driver.lines[0].contains("3 of 4 articles"))
        driver.press("/")
        #expect(driver.text.contains("Error: "))
        #expect(driver.text.contains("The rest is answered."))
    }

    @Test func `earlier searches come back with the up key`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/quota<Enter>/<C-u>buoys<Enter>/<C-u><Up>")
        #expect(driver.state.prompt?.text == "buoys")
        driver.press("<Up>")
        #expect(driver.state.prompt?.text == "quota")
        driver.press("<Down>")
        #expect(driver.state.prompt?.text == "buoys")
    }

    @Test func `nothing found says which part found nothing, and leads on`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/quota zebra<Enter>")
        #expect(driver.text.contains("No article fits both parts"))
        #expect(driver.text.contains("3 of 4"))
        // The way that finds most is chosen.
        driver.press("<Enter>")
        #expect(driver.lines[1].contains("/ quota   3 of 4 articles"))
    }

    @Test func `text is edited in the middle`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/quta<Left><Left>o<End>!<Backspace>")
        #expect(driver.state.prompt?.text == "quota")
        driver.press("<C-w>")
        #expect(driver.lines[1] == " /")
    }

    @Test func `a paste is one query`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/")
        let before = driver.questions.count
        driver.send(.key(.paste("fishing\nquota")))
        #expect(driver.state.prompt?.text == "fishing quota")
        let asked = driver.questions[before...].count {
            if case .articles = $0 { true } else { false }
        }
        #expect(asked == 1)
    }

    @Test(arguments: [
        ("/", 4096), (":", 4096), ("<C-p>", 4096), ("B", 4096), ("<Enter>/", 4096),
        ("<Enter>e", 16_384),
    ])
    func `a line takes so much of a paste and says so`(keys: String, limit: Int) {
        var driver = Driver(SampleCorpus.archive)
        driver.press(keys)
        driver.send(.key(.paste(String(repeating: "é", count: limit) + "more")))
        #expect(driver.state.prompt?.text.unicodeScalars.count == limit)
        let words = "A line takes \(limit == 4096 ? "4,096" : "16,384") characters"
        #expect(driver.text.contains(words))
        // The cursor stands behind the last of them.
        #expect(driver.frame.cursor.column > 30)
        driver.press("x")
        #expect(driver.state.prompt?.text.unicodeScalars.count == limit)
        driver.press("<Backspace>x")
        #expect(driver.state.prompt?.text.hasSuffix("x") == true)
    }

    @Test(arguments: [
        ("", 0, 5, 0, 0), ("abcde", 5, 5, 0, 5), ("abcdef", 6, 5, 1, 5), ("abcdef", 3, 5, 0, 3),
        ("日本語", 3, 5, 1, 4), ("日本語", 3, 4, 1, 4), ("日本語", 3, 3, 2, 2), ("日本語", 3, 1, 3, 0),
        ("e\u{301}e\u{301}e\u{301}", 6, 2, 2, 2),
    ])
    func `a long line is shown from where its cursor fits`(
        text: String, cursor: Int, room: Int, skipped: Int, columns: Int
    ) {
        var prompt = Prompt(.search, saved: Place(screen: .browse), text: text)
        prompt.moveCursor(by: cursor - text.unicodeScalars.count)
        #expect(prompt.start(showingCursorIn: room) == (skipped, columns))
    }

    @Test(arguments: ["quota", "talks", "actor:lind", "bor", "q"])
    func `older answers that come late change nothing`(word: String) {
        var late = Driver(SampleCorpus.archive)
        late.press("/")
        late.isHoldingAnswers = true
        late.press("zebra<C-u>" + word)
        late.answerLatestFirst()
        var prompt = Driver(SampleCorpus.archive)
        prompt.press("/" + word)
        #expect(late.text == prompt.text)
        #expect(late.state.place.browse.list.total == prompt.state.place.browse.list.total)
    }

    /// However a query comes to stand there, it finds the same.
    @Test(arguments: [
        ("quota", "quotax<Backspace>"), ("quota", "zebra<C-u>quota"),
        ("quota", "xquota<C-a><Delete>"),
        ("quota", "ta<C-w>quota"),
        ("actor:lind ", "act<Tab>lin<Tab>"),
        ("quota talks", "talks<Home>quota<Space>"), ("bor*", "bor<Space><Backspace>*"),
    ])
    func `a query typed another way finds the same`(plain: String, other: String) {
        var (one, another) = (Driver(SampleCorpus.archive), Driver(SampleCorpus.archive))
        one.press("/" + plain + "<Enter>")
        another.press("/" + other + "<Enter>")
        #expect(one.text == another.text)
        another.press("/<C-u>")
        another.send(.key(.paste(plain)))
        another.press("<Enter>")
        #expect(one.text == another.text)
    }

    /// Hits never vanish while a word that matches is typed to its end.
    @Test(arguments: ["quota", "breakwater", "northland", "signature", "treaty", "umbrella"])
    func `each letter narrows what the letters before found`(word: String) {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/")
        var before = driver.state.place.browse.list.total
        for letter in word {
            driver.press(String(letter))
            let now = driver.state.place.browse.list.total
            #expect(now <= before)
            before = now
        }
    }
}
