import Testing

@testable import Screens

@Suite struct PageColumnTests {
    private func columns(ofLinesIn columns: Int) -> [Int] {
        let text = Array(repeating: "harbour", count: 60).joined(separator: " ")
        let section = PageScreen.Section(
            title: "What it is", scope: "", items: [.fact(StyledText(text))], isWide: true)
        return PageColumn(sections: [(0, section)], columns: columns, letters: []).lines
            .compactMap { if case .text(let text) = $0.words { text.columns } else { nil } }
    }

    @Test func `lines are not longer than can be read, however wide the screen`() {
        #expect(columns(ofLinesIn: 60).max() == 55)
        #expect((80...101).contains(columns(ofLinesIn: 290).max() ?? 0))
        #expect(columns(ofLinesIn: 290) == columns(ofLinesIn: 150))
    }
}
