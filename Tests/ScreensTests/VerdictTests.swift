import Queries
import TestSupport
import Testing

@testable import Screens

/// A person decides about what the machine found in a sentence, finding by finding.
@Suite struct VerdictTests {
    private func reading() -> Driver {
        var driver = Driver(SampleCorpus.archive)
        driver.press("jj<Enter>")
        return driver
    }

    private func verdicts(_ driver: Driver) -> [Verdict] {
        driver.archive.own["2222222222222222"]?.verdicts ?? []
    }

    @Test func `a accepts and x rejects the findings of a sentence in turn`() {
        var driver = reading()
        #expect(driver.text.contains("▸◦ on Fishing quota"))
        driver.press("a")
        #expect(driver.text.contains("● on Fishing quota"))
        #expect(driver.text.contains("Accepted: on Fishing quota. 1 more in this sentence."))
        #expect(driver.text.contains("▸◦ names Northland, Southland"))
        driver.press("x")
        #expect(driver.text.contains("○ names Northland, Southland"))
        #expect(driver.text.contains("1 accepted, 1 rejected"))
        #expect(verdicts(driver).map(\.kind) == ["point", "actor"])
        #expect(verdicts(driver).map(\.state) == [.accepted, .rejected])
        driver.press("a")
        #expect(driver.text.contains("All found in this sentence is decided"))
        #expect(verdicts(driver).count == 2)
    }

    @Test func `u takes verdicts back, the last first, and Ctrl-R gives them again`() {
        var driver = reading()
        driver.press("axu")
        #expect(verdicts(driver).map(\.state) == [.accepted])
        #expect(driver.text.contains("▸◦ names"))
        driver.press("u")
        #expect(verdicts(driver).isEmpty)
        driver.press("<C-r>")
        #expect(verdicts(driver).map(\.kind) == ["point"])
        #expect(driver.text.contains("● on Fishing quota"))
    }

    @Test func `what is rejected is not underlined, and ] passes it by`() throws {
        var driver = reading()
        let before = try #require(driver.state.place.reader.notes)
        driver.press("x")
        let after = try #require(driver.state.place.reader.notes)
        #expect(before.stops.contains(0))
        #expect(!after.stops.contains(0))
        #expect(after.marks.count < before.marks.count)
    }

    @Test func `verdicts are there when the article is opened again`() {
        var driver = reading()
        driver.press("xqk<Enter>qj<Enter>")
        #expect(driver.text.contains("○ on Fishing quota"))
    }

    @Test func `a sentence without a finding says so`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("j<Enter>jja")
        #expect(driver.text.contains("No rule found anything in this sentence."))
        #expect(!driver.effects.contains { if case .keep(.verdict) = $0 { true } else { false } })
    }
}
