import Foundation
import Screens
import TestSupport
import Testing

/// Whole screens as text. `RECORD=1 swift test` writes them anew and fails, so that a person
/// reads the difference.
@Suite struct GoldenTests {
    static let screens: [(name: String, keys: String)] = [
        ("browse", "<F1>"), ("filtered", "2<Space>4"), ("others-dimmed", "/draft<Enter>ff"),
        ("jump", "2<Space>;"), ("searching", "/quota act"),
        ("found", "/quota<Enter>nn"), ("empty", "/point:fees zebra<Enter>"),
        ("reader", "jj<Enter>jj"),
        ("why", "jj<Enter>W"), ("pattern", "jj<Enter>/quota|(sign"),
        ("others-hidden", "jj<Enter>/quota|sign<Enter>ff"), ("overview", "0"), ("clashes", "Xj"),
        ("help", "?"),
        ("commands", ":s"), ("go-to", "<C-p>quo"), ("compare", "jj<Space>k<Space>c"),
        ("compare-three", "<Space>j<Space>j<Space>c"), ("person", "2<Enter>"),
        ("source", "1jj<Enter>"), ("point", "3<Enter>"), ("matrix", "Mjl"), ("drafts", "Dj"),
        ("picks", "vjjVz<C-r>uv"), ("trail", "MHT<Enter>HXHp"), ("narrowed-matrix", "2<Space>M"),
        ("narrowed-person", "1<Space>2<Enter>"),
        ("timeline", "Tjk"), ("chains", "Cj"), ("proposals", "Pj"), ("set-aside", "Pxjo<Tab>"),
    ]
    /// Screens of another corpus than the others.
    static let newcomers: Set<String> = ["proposals", "set-aside"]
    static let sizes = [(80, 24), (120, 40), (200, 60)]

    @Test(arguments: screens.map(\.name), sizes.map { "\($0.0)x\($0.1)" })
    func `a screen looks as recorded`(name: String, size: String) throws {
        let keys = try #require(Self.screens.first { $0.name == name }).keys
        let numbers = size.split(separator: "x").compactMap { Int($0) }
        let archive =
            Self.newcomers.contains(name)
            ? SampleCorpus.newcomers
            : name == "drafts"
                ? SampleCorpus.twoDrafts
                : name == "timeline"
                    ? SampleCorpus.dated
                    : name == "chains" ? SampleCorpus.sourced : SampleCorpus.archive
        var driver = Driver(archive, columns: numbers[0], rows: numbers[1])
        driver.press(keys)
        driver.send(.background(.dark))
        let url = Repository.root.appending(path: "Tests/ScreensTests/Goldens/\(name)-\(size).txt")
        let shown = driver.text + "\n"
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try Data(shown.utf8).write(to: url)
            Issue.record("recorded \(url.lastPathComponent)")
            return
        }
        let recorded = try String(contentsOf: url, encoding: .utf8)
        #expect(shown == recorded)
    }
}
