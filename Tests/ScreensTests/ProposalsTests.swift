import Queries
import Screens
import TestSupport
import Testing

@Suite struct ProposalsTests {
    private func driver(_ columns: Int = 120, _ rows: Int = 40) -> Driver {
        var driver = Driver(SampleCorpus.newcomers, columns: columns, rows: rows)
        driver.press("P")
        return driver
    }

    @Test func `names the dossier lacks stand with their kind, count and sentences`() {
        let driver = driver()
        #expect(driver.lines[0].contains("Proposals"))
        #expect(driver.lines[0].contains("4 names"))
        let row = driver.lines.first { $0.contains("▸") } ?? ""
        #expect(row.contains("Ines Corte") && row.contains("person"))
        #expect(driver.text.contains("Pilots Guild") && driver.text.contains("body"))
        #expect(driver.text.contains("Reef Radio") && driver.text.contains("outlet"))
        #expect(driver.text.contains("2 sentences in 1 article"))
        #expect(driver.text.contains("Harbour master Ines Corte told Reef Radio"))
    }

    @Test func `a takes the name into the dossier, and findings follow`() {
        var driver = driver()
        driver.press("a")
        #expect(driver.text.contains("Ines Corte is in your dossier; u takes it out again."))
        #expect(driver.lines[0].contains("3 names"))
        #expect(driver.effects.contains(.renewFindings))
        #expect(driver.lines.contains { $0.contains("▸") && $0.contains("Ole Brand") })
    }

    @Test func `u takes back what was decided last, and then what was decided before`() {
        var driver = driver()
        driver.press("ax")
        #expect(driver.lines[0].contains("2 names · 1 set aside"))
        driver.press("u")
        #expect(driver.text.contains("Ole Brand is proposed again."))
        driver.press("u")
        #expect(driver.text.contains("Ines Corte is out of your dossier again."))
        #expect(driver.lines[0].contains("4 names"))
        driver.press("u")
        #expect(driver.text.contains("Nothing has been decided since the start."))
    }

    @Test func `what was set aside is out of sight until o, and x brings it back`() {
        var driver = driver()
        driver.press("x")
        #expect(!driver.lines.dropFirst(3).dropLast(2).contains { $0.contains("× Ines") })
        driver.press("oG")
        #expect(driver.lines.contains { $0.contains("× Ines Corte") })
        driver.press("x")
        #expect(driver.text.contains("Ines Corte is proposed again."))
        #expect(driver.lines[0].contains("4 names") && !driver.lines[0].contains("aside"))
    }

    @Test(arguments: [(120, 40), (80, 24), (60, 12)])
    func `Enter goes to the sentences and from there into the article`(columns: Int, rows: Int) {
        var driver = driver(columns, rows)
        driver.press("<Enter>j<Enter>")
        #expect(driver.state.place.screen == .reader)
        #expect(driver.state.place.reader.sentence == 2)
        driver.press("q")
        #expect(driver.state.place.screen == .proposals)
        driver.press("<Esc>")
        #expect(driver.state.place.screen == .proposals)
        driver.press("<Esc>")
        #expect(driver.state.place.screen == .browse)
    }

    @Test func `a second key waits until the first decision was carried out`() {
        var state = driver().state
        let first = update(&state, .key(.character("a")))
        let second = update(&state, .key(.character("a")))
        let takenIn = first.contains { effect in
            if case .decide(let decision) = effect { decision.verb == .takeIn } else { false }
        }
        #expect(takenIn)
        #expect(second.isEmpty)
    }

    @Test func `what could not be written says why and stays proposed`() throws {
        var state = driver().state
        let effects = update(&state, .key(.character("a")))
        guard case .decide(let decision)? = effects.first else {
            Issue.record("no decision")
            return
        }
        _ = update(&state, .refused(decision, "The disk is full."))
        #expect(state.notice?.text == "Error: The disk is full.")
        #expect(state.decisions.isEmpty)
        #expect(state.place.proposals.selected == decision.proposal)
    }

    @Test func `W says by which rule, y copies the sentence`() {
        var driver = driver()
        driver.press("W")
        #expect(driver.text.contains("found by rule: name-shape, sure to 75 of 100"))
        driver.press("<Tab>y")
        #expect(driver.text.contains("Copied: Harbour master Ines Corte"))
    }

    @Test func `a corpus without proposals says so`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("P")
        #expect(driver.text.contains("is in the dossier; groups"))
        driver.press("axou<Enter><Tab>")
        #expect(driver.state.place.screen == .proposals)
    }

    @Test func `a click selects, a second one opens`() {
        var driver = driver()
        func click(_ column: Int, _ row: Int) {
            driver.send(.key(.mouse(.init(kind: .press, column: column, row: row))))
        }
        let row = driver.lines.firstIndex { $0.contains("Ole Brand") } ?? 0
        click(8, row)
        #expect(driver.state.place.proposals.selected?.name == "Ole Brand")
        let line = driver.lines.firstIndex { $0.contains("said Corte") } ?? 0
        click(80, line)
        click(80, line)
        #expect(driver.state.place.screen == .reader)
    }

    @Test func `without a name there is no pane of sentences`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("P")
        #expect(driver.text.contains("Every person, body and outlet that a rule is sure of"))
        #expect(!driver.text.contains("Sentences ─"))
    }
}
