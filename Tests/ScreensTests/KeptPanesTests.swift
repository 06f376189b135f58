import Queries
import TestSupport
import Testing

@testable import Screens

/// A frame drawn over the one before it is the frame drawn anew. `Driver` holds every test to
/// that; here are the cases that once went wrong.
@Suite struct KeptPanesTests {
    @Test func `facts that come after the list are in the keys and in the list`() {
        let state = Driver(SampleCorpus.archive).state
        var before = state
        before.clashes = ClashList(of: .everything)
        for (old, new) in [(before, state), (state, before)] {
            let shown = Shown(state: old, frame: view(old))
            #expect(view(new, after: shown) == view(new))
        }
        #expect(view(before) != view(state))
    }

    @Test func `that a macro is recorded is said as it begins and ends`() {
        let driver = Driver(SampleCorpus.archive, columns: 200, rows: 40)
        var (before, state) = (driver.state, driver.state)
        state.recording = Recording("last")
        for _ in 0..<2 {
            let shown = Shown(state: before, frame: view(before))
            #expect(view(state, after: shown) == view(state))
            swap(&before, &state)
        }
    }

    @Test(arguments: 12...40)
    func `a row that has no room for all its lines changes nothing below the list`(rows: Int) {
        var driver = Driver(SampleCorpus.archive, columns: 80, rows: rows)
        driver.press("4/the<Enter>jjjkkk")
        #expect(driver.text.contains("articles"))
    }
}
