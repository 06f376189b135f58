import Queries
import Screens
import TestSupport
import Testing

@Suite struct UpdateTests {
    @Test func `a start asks for the list and the overview`() {
        var state = State(size: Size(columns: 80, rows: 24))
        let effects = update(&state, .started)
        let asked = effects.compactMap { effect -> Question? in
            if case .ask(let question, _, _, _) = effect { return question }
            return nil
        }
        #expect(
            asked == [
                .articles(ArticlesQuestion(query: .everything, window: 0..<100)), .overview,
            ])
        #expect(effects.contains(.startTimer(.busy, milliseconds: 200)))
    }

    @Test func `an answer of an older generation is dropped`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/quota")
        var state = driver.state
        let before = state
        let stale = Answer.articles(
            ArticlesAnswer(
                total: 99, corpusTotal: 99, passageTotal: 0, order: .newest, window: 0..<0,
                rows: [], facets: nil))
        #expect(update(&state, .answered(.articles, generation: 1, stale)) == [])
        #expect(state == before)
    }

    @Test(arguments: ["q", "<Esc>"])
    func `what is being opened is left alone by whoever goes back first`(key: String) {
        var driver = Driver(SampleCorpus.archive)
        driver.press("0")
        driver.isHoldingAnswers = true
        driver.press("<Enter>" + key)
        #expect(driver.state.place.screen == .overview)
        driver.answerAll()
        #expect(driver.state.place.screen == .overview)
        driver.isHoldingAnswers = false
        driver.press("<Enter>")
        #expect(driver.state.place.screen == .compare)
        driver.press(key)
        #expect(driver.state.place.screen == .overview)
    }

    @Test func `the old list stays until the new one is there`() {
        var driver = Driver(SampleCorpus.archive)
        driver.isHoldingAnswers = true
        driver.press("/zebra")
        #expect(driver.text.contains("Quota divides the harbour talks"))
        driver.answerAll()
        #expect(!driver.text.contains("Quota divides the harbour talks"))
    }

    @Test func `waiting is said after a while, and no more when the answer comes`() {
        var driver = Driver(SampleCorpus.archive)
        driver.isHoldingAnswers = true
        driver.press("/zebra")
        #expect(!driver.text.contains("Asking the archive"))
        driver.send(.timer(.busy))
        #expect(driver.text.contains("Asking the archive"))
        driver.answerAll()
        #expect(!driver.text.contains("Asking the archive"))
        #expect(driver.effects.last == .cancelTimer(.busy))
    }

    @Test func `a search that takes long says how far it has come`() {
        var driver = Driver(SampleCorpus.archive)
        driver.isHoldingAnswers = true
        driver.press("/zebra")
        driver.send(.timer(.busy))
        let generation = driver.state.generations[.articles] ?? 0
        driver.send(.advanced(.articles, generation: generation - 1, share: 0.9))
        #expect(!driver.text.contains("90 %"))
        driver.send(.advanced(.articles, generation: generation, share: 0.42))
        #expect(driver.text.contains(" 42 % of the texts read · Ctrl-C stops"))
        driver.press("s")
        #expect(!driver.text.contains("42 %"))
    }

    @Test func `a failure is said and what was there stays`() {
        var driver = Driver(SampleCorpus.archive)
        driver.isHoldingAnswers = true
        driver.press("s")
        let generation = driver.state.generations[.articles] ?? 0
        driver.send(.failed(.articles, generation: generation, "the disk is full."))
        #expect(driver.text.contains("Error: the disk is full."))
        #expect(driver.text.contains("Quota divides the harbour talks"))
    }

    @Test func `an article that another program took out is missed where it is opened`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("4")
        let all = SampleCorpus.archive
        // The list is newest first, the archive oldest first.
        var fewer = all.articles
        fewer.remove(at: fewer.count - 2)
        driver.archive = MemoryArchive(dossier: all.dossier, articles: fewer)
        driver.press("j")
        #expect(driver.text.contains("Another program has changed the archive"))
        #expect(driver.state.place.browse.list.corpusTotal == fewer.count)
    }

    @Test func `keys that do nothing say so`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("<F7>")
        #expect(driver.lines[38] == " F7 does nothing here; ? lists the keys that do.")
        driver.press("j")
        #expect(!driver.text.contains("does nothing here"))
    }

    @Test func `Ctrl-C cancels what runs, then asks, then leaves`() {
        var driver = Driver(SampleCorpus.archive)
        driver.send(.progressed(Progress(activity: "Reading", done: 1240, total: 5000)))
        #expect(driver.text.contains("Reading 1,240 of 5,000 · Ctrl-C stops, keeps what is done"))
        driver.send(.progressed(Progress(activity: "Reading", done: 9, total: nil, share: 0.345)))
        #expect(driver.text.contains("Reading 9, 34 % · Ctrl-C stops, keeps what is done"))
        driver.press("<C-c>")
        #expect(driver.effects.last == .cancelWork)
        driver.send(.finished("Stopped; 1,240 articles were taken in."))
        driver.press("<C-c>")
        #expect(driver.effects.last != .quit)
        #expect(driver.text.contains("Ctrl-C again leaves"))
        driver.press("j<C-c>")
        #expect(driver.effects.last != .quit)
        driver.press("<C-c>")
        #expect(driver.effects.last == .quit)
    }

    @Test func `leaving while articles are read takes the key twice`() {
        var driver = Driver(SampleCorpus.archive)
        driver.send(.progressed(Progress(activity: "Reading", done: 9, total: 40)))
        driver.press("q")
        #expect(driver.effects.last != .quit)
        #expect(driver.text.contains("Reading goes on: q again stops it and leaves"))
        driver.press("jq")
        #expect(driver.effects.last != .quit)
        driver.press("q")
        #expect(driver.effects.last == .quit)
    }

    @Test func `what is worked out anew is taken up by the next start, so leaving does not ask`() {
        var driver = Driver(SampleCorpus.archive)
        driver.send(.progressed(Progress(activity: State.renewal, done: 9, total: 40)))
        driver.press("q")
        #expect(driver.effects.last == .quit)
    }

    @Test(arguments: [
        ("", true), ("<Enter>", true), ("M", true), ("/", false), ("m", false), (";", false),
        (":", false), ("?", false),
    ])
    func `a key goes a row on where nothing else waits for it`(keys: String, isStep: Bool) {
        var driver = Driver(SampleCorpus.archive)
        driver.press(keys)
        #expect(driver.state.isStep(.character("j")) == isStep)
        #expect(!driver.state.isStep(.character("l")))
    }

    @Test func `a setting without a value is told`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press(":set mouse<Enter>")
        #expect(driver.text.contains("mouse is on."))
        driver.press(":set<Enter>")
        #expect(driver.state.notice?.isError == true)
    }

    @Test func `keys that lose what they ran are named`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press(":bind gg go-to-last<Enter>")
        #expect(driver.text.contains("gg runs go-to-last; g no longer runs go-to-first."))
        driver.press(":bind Z compare<Enter>")
        #expect(driver.text.contains("Z runs compare."))
    }

    @Test func `keys can be bound anew, and the line of keys follows`() {
        var driver = Driver(SampleCorpus.archive, columns: 200, rows: 50)
        driver.press(":bind Z compare<Enter>")
        driver.press(":unbind c<Enter>")
        #expect(driver.state.keymaps[.browse]?.lookup([.character("Z")]) == .command("compare"))
    }

    @Test func `a sequence of keys waits and lists what may follow`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press(":bind <lt>C-x<gt>a show-clashes<Enter>")
        driver.press("<C-x>")
        #expect(driver.effects.last == .startTimer(.keys, milliseconds: 400))
        driver.send(.timer(.keys))
        #expect(driver.text.contains("a show-clashes"))
        driver.press("a")
        #expect(driver.state.place.screen == .overview)
    }

    @Test(arguments: [Action.key(.focusGained), .changedOutside, .key(.paste("/treaty"))])
    func `what another program takes in is shown everywhere, once one looks again`(
        action: Action
    ) {
        let few = MemoryArchive(
            dossier: SampleCorpus.dossier, articles: Array(SampleCorpus.articles.dropLast()))
        var driver = Driver(few)
        let told = "Another program has changed the archive"
        driver.archive = SampleCorpus.archive
        driver.press("jk")
        #expect(driver.state.overview?.articleCount == few.articles.count)
        if case .key(.paste) = action {
            driver.press("/treaty<Enter>")
        } else {
            driver.send(action)
        }
        #expect(driver.state.overview?.articleCount == SampleCorpus.articles.count)
        #expect(driver.state.place.browse.list.corpusTotal == SampleCorpus.articles.count)
        #expect(driver.text.contains(told), "\(driver.text)")
        let asked = driver.questions.count
        driver.send(.key(.focusGained))
        #expect(driver.questions.count == asked + 1)
        #expect(driver.state.notice == nil || driver.text.contains(told))
    }

    @Test(arguments: ["", "1<Space>", "/a<Enter>"])
    func `what is taken in while one reads is listed after going back`(narrowing: String) {
        let few = MemoryArchive(
            dossier: SampleCorpus.dossier, articles: Array(SampleCorpus.articles.dropLast()))
        var driver = Driver(few)
        driver.press(narrowing + "4<Enter>")
        driver.archive = SampleCorpus.archive
        driver.press("jj")
        driver.send(.changedOutside)
        driver.press("jjqjk")
        #expect(driver.state.place.screen == .browse)
        #expect(driver.state.place.browse.list.corpusTotal == SampleCorpus.articles.count)
    }

    /// What a key does to the selected article does not hang on the room there is beside it.
    @Test(arguments: [(80, 24), (120, 40)])
    func `an article is copied, opened and stepped into at any width`(columns: Int, rows: Int) {
        var driver = Driver(SampleCorpus.archive, columns: columns, rows: rows)
        driver.press("4y")
        let copied = driver.effects.compactMap { effect -> String? in
            if case .copy(let text) = effect { text } else { nil }
        }
        #expect(copied.contains { $0.count > 40 }, "\(driver.text)")
        driver.press("b")
        let isOpened = driver.effects.contains { if case .openLink = $0 { true } else { false } }
        #expect(isOpened || driver.text.contains("came without an address"))
        // A preview that has not come yet is no reason to leave the list.
        driver.isHoldingAnswers = true
        driver.press("j]")
        driver.answerAll()
        #expect((driver.state.place.screen == .reader) == (columns == 80), "\(driver.text)")
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func `while letters stand to jump to, the cursor stays at the selection`(
        columns: Int, rows: Int
    ) {
        var driver = Driver(SampleCorpus.archive, columns: columns, rows: rows)
        driver.press("4j")
        let before = driver.frame.cursor
        driver.press(";")
        #expect(driver.frame.cursor.row == before.row)
    }

    static let typedAndChosen = [
        ("<C-p>", false), ("<C-p>il", false), ("<C-p>il<Down>", true),
        ("<C-p>il<Down><Left>", false), ("<C-p>il<Down>v", false),
        (":<Down>", true), (":show<Down>", true), (":show<Down><BS>", false),
        ("H?", true), ("?no", false), ("?no<Down>", true), ("?no<Down>t", false),
        ("4j<Enter>:show-trail<Enter>", true), ("4j<Enter>:show-trail<Enter>a", false),
        ("5gg", true),
        ("5M", true),
    ]

    @Test(arguments: typedAndChosen)
    func `the cursor stands where the last key worked, in what is typed or on what is chosen`(
        keys: String, isOnSelection: Bool
    ) {
        var driver = Driver(SampleCorpus.archive, columns: 120, rows: 40)
        driver.press(keys)
        let (row, column) = (driver.frame.cursor.row, driver.frame.cursor.column)
        let sign = driver.lines[row].dropFirst(column).first
        #expect((row > 1 && (sign == "▸" || sign == "▌")) == isOnSelection, "\(driver.text)")
        if !isOnSelection { #expect(row == 1) }
    }
}
