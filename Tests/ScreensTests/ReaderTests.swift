import TestSupport
import Testing

@Suite struct ReaderTests {
    /// The foot of an article and what was found in it, on a screen too low for halves.
    @Test(arguments: ["<Enter>", "<Enter>W"])
    func `the text has the whole height where notes stand beside it`(keys: String) {
        var driver = Driver(SampleCorpus.archive, columns: 120, rows: 14)
        driver.press("jj" + keys)
        #expect(driver.lines[2].contains("§1–4 of 4"))
        #expect(driver.text.contains("office added."))
    }

    @Test func `narrow screens give the foot of the text to what was found`() {
        var driver = Driver(SampleCorpus.archive, columns: 80, rows: 24)
        driver.press("jj<Enter>")
        #expect(driver.text.contains("Found in this sentence"))
        driver.press("W")
        #expect(driver.text.contains("Why is this here"))
    }

    @Test func `what another article has is told under its letter and whole name`() {
        var driver = Driver(SampleCorpus.archive, columns: 120, rows: 40)
        driver.press("jj<Enter>")
        #expect(driver.text.contains("? outlet not stated §3: 30,000"), "\(driver.text)")
        #expect(driver.text.contains("S Southland Herald §2: 40,000"))
    }

    @Test func `b says so where an article came without an address`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("4<Enter>b")
        #expect(driver.text.contains("came without an address"))
    }
}
