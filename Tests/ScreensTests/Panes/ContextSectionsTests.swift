import TestSupport
import Testing

@testable import Screens

struct ContextSectionsTests {
    /// The sections of the page of an article among the others.
    private func titles(_ keys: String) -> [String] {
        var driver = Driver(SampleCorpus.archive, columns: 120, rows: 200)
        driver.press(keys + "<Enter>O")
        return driver.state.place.page.sections.filter(\.isWide).map { "\($0.title), \($0.scope)" }
    }

    @Test func `what only later articles have is none of the omissions of an earlier one`() {
        let ofNewest = titles("4gg")
        let ofOldest = titles("4G")
        #expect(ofNewest.allSatisfy { $0.contains("not here") }, "\(ofNewest)")
        #expect(ofOldest.contains { $0.contains("told later") }, "\(ofOldest)")
        let firstLater = ofOldest.firstIndex { $0.contains("told later") } ?? 0
        #expect(ofOldest[firstLater...].allSatisfy { $0.contains("told later") }, "\(ofOldest)")
    }
}
