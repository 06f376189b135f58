import Queries
import Screens
import TestSupport
import Testing

@testable import parley

@Suite struct ForesightTests {
    private static func shown(_ driver: Driver) -> Shown {
        Shown(state: driver.state, frame: view(driver.state))
    }

    @Test(arguments: ["4", "4jj", "2j", "T", "M", "D", "C", "X", "4<Enter>", "4/quota<Enter>"])
    func `what is foreseen of a step is what the step brings`(keys: String) throws {
        var driver = Driver(SampleCorpus.archive, columns: 120, rows: 20)
        driver.press(keys)
        let foresight = try #require(Foresight(of: .character("j"), from: Self.shown(driver)))
        var state = driver.state
        let effects = update(&state, .held(.character("j"), times: 1))
        #expect(foresight.state == state)
        #expect(foresight.effects == effects)
        #expect(foresight.frame == view(state))
    }

    @Test(arguments: ["4/j", "4:", "4m"])
    func `of keys that are no step nothing is foreseen`(keys: String) {
        var driver = Driver(SampleCorpus.archive)
        driver.press(keys)
        #expect(Foresight(of: .character("j"), from: Self.shown(driver)) == nil)
    }

    @Test func `while answers are awaited nothing is foreseen`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("4")
        driver.isHoldingAnswers = true
        driver.press("j")
        #expect(Foresight(of: .character("j"), from: Self.shown(driver)) == nil)
        driver.answerAll()
        #expect(Foresight(of: .character("j"), from: Self.shown(driver)) != nil)
    }
}
