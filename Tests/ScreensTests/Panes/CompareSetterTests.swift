import Analysis
import Testing

@testable import Screens

@Suite struct CompareSetterTests {
    private func row(_ kind: Comparison.Row.Kind) -> Comparison.Row {
        func evidence(_ sentence: Int) -> Evidence { Evidence(sentence: sentence, range: 0..<4) }
        return Comparison.Row(
            kind: kind, sentences: [[0, 3, 5], [1], [2, 7]],
            evidence: [[evidence(3)], [], [evidence(7)]])
    }

    @Test func `where articles differ, the sentences that do are read first`() {
        let row = row(.differs)
        #expect((0..<4).map(row.sentencesAsRead) == [[3, 0, 5], [1], [7, 2], []])
        #expect(row.placesAsRead.map(\.column) == [0, 2, 0, 0, 1, 2])
        #expect(row.placesAsRead.map(\.sentence) == [3, 7, 0, 5, 1, 2])
    }

    @Test(arguments: [Comparison.Row.Kind.same, .overlap, .only])
    func `elsewhere they are read in the order of the text`(kind: Comparison.Row.Kind) {
        let row = row(kind)
        #expect((0..<3).map(row.sentencesAsRead) == row.sentences)
        #expect(row.placesAsRead.map(\.sentence) == [0, 3, 5, 1, 2, 7])
    }
}
