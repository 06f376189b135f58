import Queries
import Screens
import TestSupport
import Testing

@Suite struct AddressesTests {
    /// The address of the screen that keys lead to.
    private func address(_ keys: String, screen: Screen = .browse) -> Address? {
        var driver = Driver(SampleCorpus.archive, screen: screen)
        driver.press(keys)
        return driver.state.address
    }

    @Test(arguments: ["", "/quota<Enter>", "0", "X", "<Enter>", "P", "?", "M"])
    func `the address of a screen opens the same screen`(keys: String) throws {
        let here = try #require(address(keys))
        #expect(Address(here.text) == here)
        var driver = Driver(SampleCorpus.archive)
        driver.press(":\(here.text)<Enter>")
        #expect(driver.state.address == here)
    }

    @Test func `Y copies the address and says so`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/quota<Enter>Y")
        #expect(driver.effects.contains(.copy("parley:articles?q=quota")))
        #expect(driver.state.notice?.text == "Copied: parley:articles?q=quota")
    }

    @Test func `an address opens at the start over the list`() throws {
        var state = State(
            size: Size(columns: 80, rows: 24), address: .matrix(.people, query: ""))
        _ = update(&state, .started)
        #expect(state.place.screen == .matrix)
        #expect(state.past.last?.screen == .browse)
    }

    @Test(arguments: ["parley:nowhere", "parley:actor/", "parley:compare?a=1"])
    func `what names no screen is said and nothing changes`(text: String) {
        var driver = Driver(SampleCorpus.archive)
        let before = driver.state.place
        driver.press(":\(text)<Enter>")
        #expect(driver.state.place == before)
        #expect(driver.state.notice?.isError == true)
        #expect(driver.state.notice?.text.contains(text) == true)
    }

    @Test(arguments: ["parley:actor/nobody-at-all", "parley:article/ffff"])
    func `an address that names nothing is said and nothing changes`(text: String) {
        var driver = Driver(SampleCorpus.archive)
        driver.press(":\(text)<Enter>")
        #expect(driver.state.place.screen == .browse)
        #expect(driver.state.notice?.isError == true)
    }

    @Test func `what may follow is proposed and completed`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press(":parley:ov<Tab>")
        #expect(driver.state.prompt?.text == "parley:overview")
        driver.press("<C-u>open-address parley:pro<Tab><Enter>")
        #expect(driver.state.place.screen == .proposals)
    }
}
