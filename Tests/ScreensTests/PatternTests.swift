import TestSupport
import Testing

@testable import Screens

/// Regular expressions in the reader: keys in, the screen out.
@Suite struct PatternTests {
    /// The reader on “Quota divides the harbour talks”, four sentences.
    private func reading(columns: Int = 120, rows: Int = 40) -> Driver {
        var driver = Driver(SampleCorpus.archive, columns: columns, rows: rows)
        driver.press("jj<Enter>")
        return driver
    }

    private func words(_ driver: Driver) -> String {
        driver.state.place.reader.searchWords?.text ?? ""
    }

    @Test func `the text follows each letter and the count is said`() {
        var driver = reading()
        driver.press("/n")
        #expect(driver.lines[1].hasPrefix(" / n"))
        #expect(driver.lines[1].hasSuffix("match 1 of 13 in 3 of 4 sentences"))
        driver.press("orth")
        #expect(driver.lines[1].hasSuffix("match 1 of 2 in 2 of 4 sentences"))
        driver.press("<Enter>")
        #expect(driver.lines[1].hasPrefix(" / north   match 1 of 2 in 2 of 4 sentences"))
    }

    /// The words that have the look of evidence, in lower case.
    private func lit(_ driver: Driver) -> Set<String> {
        let canvas = driver.frame.canvas
        var words: Set<String> = []
        for row in 2..<canvas.size.rows - 2 {
            let runs = canvas.row(row).split { $0.style.role != .evidence }
            words.formUnion(runs.map { $0.map(\.text).joined().lowercased() })
        }
        return words
    }

    @Test func `what was searched for looks like nothing else, and findings stay underlined`() {
        var driver = reading(columns: 80)
        let found = lit(driver)
        #expect(!found.isEmpty)
        driver.press("/divides<Enter>")
        #expect(lit(driver) == ["divides"])
        let underlined = driver.frame.canvas.cells.count { $0.style.isUnderlined }
        #expect(underlined >= found.reduce(0) { $0 + $1.count })
        driver.press("<Esc>")
        #expect(lit(driver) == found)
    }

    @Test func `a capital makes case count`() {
        var driver = reading()
        driver.press("/s<Enter>")
        #expect(words(driver).contains("match 1 of 11 "))
        driver.press("/<C-u>S<Enter>")
        #expect(words(driver).contains("match 1 of 1 "))
    }

    @Test func `while the pattern is not whole what was found stays, and it is said what is wrong`()
    {
        var driver = reading()
        driver.press("/quota")
        #expect(words(driver).contains("match 1 of 1"))
        driver.press("|(sign")
        #expect(words(driver).contains("match 1 of 1"))
        #expect(driver.text.contains("Not whole yet: `(` at 7 is not closed."))
        let canvas = driver.frame.canvas
        #expect(canvas[9, 1].style.isUnderlined && !canvas[8, 1].style.isUnderlined)
        driver.press(")")
        #expect(words(driver).contains("match 1 of 2"))
        #expect(!driver.text.contains("Not whole"))
    }

    @Test func `Enter on what is no pattern says so and lets it be typed on`() {
        var driver = reading()
        driver.press("/*a<Enter>")
        #expect(driver.text.contains("Error: `*` at 1 has nothing before it to repeat"))
        #expect(driver.state.prompt != nil)
        driver.press("<C-u>sign<Enter>")
        #expect(driver.state.prompt == nil)
        #expect(words(driver).contains("match 1 of 1"))
    }

    @Test func `n and N go round the matches and select their sentences`() {
        var driver = reading()
        driver.press("/north|her<Enter>")
        var seen: [Int] = []
        for _ in 0..<3 {
            seen.append(driver.state.place.reader.sentence)
            driver.press("n")
        }
        #expect(seen == [0, 1, 3])
        #expect(driver.text.contains("On from the first match."))
        #expect(driver.state.place.reader.sentence == 0)
        driver.press("N")
        #expect(driver.text.contains("On from the last match."))
        #expect(driver.state.place.reader.sentence == 3)
    }

    @Test func `from another sentence n goes on from there`() {
        var driver = reading()
        driver.press("/north|her<Enter>jjn")
        #expect(driver.state.place.reader.sentence == 3)
        driver.press("kN")
        #expect(driver.state.place.reader.sentence == 1)
    }

    @Test func `Esc while typing restores the place, Esc later takes the pattern away`() {
        var driver = reading()
        driver.press("j")
        let before = driver.text
        driver.press("/sign")
        #expect(driver.state.place.reader.sentence == 2)
        driver.press("<Esc>")
        #expect(driver.text == before)
        driver.press("/sign<Enter><Esc>")
        #expect(words(driver) == "")
        #expect(driver.state.place.screen == .reader)
    }

    @Test func `what matches nothing says so`() {
        var driver = reading()
        driver.press("/zebra<Enter>n")
        #expect(words(driver) == "/ zebra   no match in 4 sentences")
        #expect(driver.text.contains("`zebra` matches nothing in this text."))
    }

    @Test func `f dims, hides and shows what does not match, and says how much`() {
        var driver = reading()
        driver.press("/north<Enter>f")
        #expect(words(driver).hasSuffix("in 2 of 4 sentences, 2 dimmed"))
        #expect(driver.text.contains("Pilot fees are settled"))
        driver.press("f")
        #expect(words(driver).hasSuffix("2 of 4 sentences, 2 hidden"))
        #expect(!driver.text.contains("Pilot fees are settled"))
        #expect(driver.text.contains("… 2 sentences hidden"))
        driver.press("jjj")
        #expect(driver.state.place.reader.sentence == 1)
        driver.press("f")
        #expect(driver.text.contains("Pilot fees are settled"))
        #expect(words(driver).hasSuffix("in 2 of 4 sentences"))
    }

    @Test func `a sentence that becomes hidden is left for one that is not`() {
        var driver = reading()
        driver.press("/sign<Enter>jff")
        #expect(driver.state.place.reader.sentence == 2)
        driver.press("/<C-u>quota")
        #expect(driver.state.place.reader.sentence == 0)
        #expect(!driver.text.contains("We will not sign this"))
    }

    @Test func `f without a pattern says what is missing`() {
        var driver = reading()
        driver.press("f")
        #expect(driver.text.contains("Nothing is looked for in this text: / takes a pattern."))
    }

    @Test func `the pattern goes with one to the next article`() {
        var driver = reading()
        driver.press("/quota<Enter>J")
        #expect(driver.lines[0].contains("outlet not stated"))
        #expect(words(driver).contains("/ quota   match 1 of 2 in 2 of 4 sentences"))
    }

    @Test func `earlier patterns come back with the up key, in the next session too`() {
        var driver = reading()
        driver.press("/one<Enter>/<C-u>two<Enter>/<C-u><Up><Up>")
        #expect(driver.state.prompt?.text == "one")
        driver.press("<Down>")
        #expect(driver.state.prompt?.text == "two")
        var next = Driver(
            SampleCorpus.archive, resuming: Session(driver.state.session.text))
        next.press("4<Enter>/<Up>")
        #expect(next.state.prompt?.text == "two")
    }

    @Test func `a newer letter wins over an answer that comes late`() {
        var driver = reading()
        driver.isHoldingAnswers = true
        driver.press("/quota|s")
        #expect(driver.lines[1].hasSuffix("/ quota|s"))
        driver.answerAll()
        #expect(words(driver).contains("/ quota|s   match 1 of 12"))
    }

    @Test func `a pattern can be given by name`() {
        var driver = reading()
        driver.press(":search-text north.*south<Enter>")
        #expect(words(driver).contains("/ north.*south   match 1 of 1"))
        driver.press(":search-text (<Enter>")
        #expect(driver.text.contains("Error: `(` at 1 is not closed."))
    }

    @Test(arguments: [(40, 12), (80, 24), (200, 60)])
    func `the count stands beside the pattern at every width`(columns: Int, rows: Int) {
        var driver = reading(columns: columns, rows: rows)
        driver.press("/north<Enter>")
        #expect(driver.lines[1].contains("/ north   match 1 of 2"))
    }
}
