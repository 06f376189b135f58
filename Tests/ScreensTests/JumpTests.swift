import TestSupport
import Testing

@testable import Screens

/// Letters at all that can be selected: keys in, where one stands out.
@Suite struct JumpTests {
    @Test(arguments: [0, 1, 25, 26, 27, 51, 52, 100, 675, 676, 900])
    func `no label begins with another, and there are as many as can be`(count: Int) {
        let labels = Jump.labels(count)
        #expect(labels.count == min(count, 676))
        #expect(Set(labels).count == labels.count)
        for label in labels where label.count == 2 {
            #expect(!labels.contains(String(label.prefix(1))), "\(label)")
        }
        #expect(labels.first == (count == 0 ? nil : count > 650 ? "aa" : "a"))
        #expect(labels == labels.filter { $0.count == 1 } + labels.filter { $0.count == 2 })
    }

    @Test func `a label selects its row, and once more opens it`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press(";")
        #expect(driver.text.contains("Jump: the letters of a row select it"))
        driver.press("d")
        #expect(driver.state.place.browse.list.cursor.index == 2)
        #expect(driver.state.jump == nil)
        driver.press(";d")
        #expect(driver.state.place.screen == .reader)
        #expect(driver.lines[0].contains("2 Mar 2031"))
    }

    @Test func `labels stand in every pane and go to it`() throws {
        var driver = Driver(SampleCorpus.archive)
        driver.press(";")
        let jump = try #require(driver.state.jump)
        let columns = Set(jump.targets.map(\.column))
        #expect(columns.count == 3)
        // Four articles come first, then the sources.
        driver.press("j")
        #expect(driver.state.place.browse.focus == .sources)
        #expect(driver.state.place.browse.sources.cursor.index == 0)
        driver.press(";" + (jump.targets.last?.label ?? ""))
        #expect(driver.state.place.browse.focus == .reader)
    }

    @Test(arguments: ["<Esc>", "<C-c>", "<C-g>"])
    func `a key leaves without going anywhere`(key: String) {
        var driver = Driver(SampleCorpus.archive)
        let before = driver.text
        driver.press(";" + key)
        #expect(driver.text == before)
    }

    @Test func `any other key leaves and does what it does`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press(";<Down>")
        #expect(driver.state.jump == nil)
        #expect(driver.state.place.browse.list.cursor.index == 1)
    }

    @Test func `of two letters the first leaves only those that begin so`() throws {
        var driver = Driver(SampleCorpus.archive, columns: 200, rows: 60)
        driver.press("j")
        driver.press(";")
        let jump = try #require(driver.state.jump)
        guard let long = jump.targets.last, long.label.count == 2 else {
            #expect(jump.targets.count <= 26)
            return
        }
        driver.press(String(long.label.prefix(1)))
        #expect(driver.state.jump?.open.allSatisfy { $0.label.first == long.label.first } == true)
        driver.press("<Backspace>")
        #expect(driver.state.jump?.open.count == jump.targets.count)
        driver.press(long.label)
        #expect(driver.state.jump == nil)
    }

    @Test(arguments: ["", "jj<Enter>", "2<Enter>", "M", "C", "P"])
    func `on every screen each label selects a row of its own`(keys: String) throws {
        var driver = Driver(SampleCorpus.newcomers)
        driver.press(keys + ";")
        let jump = try #require(driver.state.jump)
        #expect(Set(jump.targets.map { [$0.column, $0.row] }).count == jump.targets.count)
        for target in jump.targets.prefix(9) {
            let canvas = driver.frame.canvas
            let shown = target.label.indices.map { index in
                let offset = target.label.distance(from: target.label.startIndex, to: index)
                return canvas[target.column + offset, target.row].text
            }
            #expect(shown.joined() == target.label)
        }
    }

    @Test func `labels follow what comes while they are shown`() throws {
        var driver = Driver(SampleCorpus.archive)
        driver.isHoldingAnswers = true
        driver.press("j;")
        let before = try #require(driver.state.jump)
        driver.answerAll()
        let after = try #require(driver.state.jump)
        #expect(before != after || before.targets.count == after.targets.count)
        driver.press(after.targets.last?.label ?? "")
        #expect(driver.state.place.browse.focus == .reader)
    }

    @Test func `where nothing can be selected it is said`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/zebra<Enter>;")
        #expect(driver.text.contains("Nothing here can be selected."))
    }
}
