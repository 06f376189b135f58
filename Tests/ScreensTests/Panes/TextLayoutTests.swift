import Analysis
import Intake
import TestSupport
import Testing

@testable import Screens

@Suite struct TextLayoutTests {
    private var article: Article { SampleCorpus.articles[1].article }

    @Test(arguments: [2, 9, 20, 40, 70, 200])
    func `every word is shown once, in order, at any width`(columns: Int) {
        let layout = TextLayout(article, columns: columns, marks: [3..<8, 60..<75])
        let shown = layout.lines.compactMap { line -> String? in
            guard case .text(let pieces, _, _) = line else { return nil }
            return pieces.map(\.text).joined()
        }.joined().filter { !$0.isWhitespace }
        #expect(shown == article.text.string.filter { !$0.isWhitespace })
    }

    @Test(arguments: [9, 20, 40, 200])
    func `a sentence's lines are those that hold its words`(columns: Int) {
        let layout = TextLayout(article, columns: columns, marks: [])
        for (number, extent) in layout.extents.enumerated() {
            let lines = layout.lines.indices.filter { index in
                guard case .text(let pieces, _, _) = layout.lines[index] else { return false }
                return pieces.contains {
                    $0.sentence == number && !$0.text.allSatisfy(\.isWhitespace)
                }
            }
            #expect(lines.first == extent.lowerBound && lines.last == extent.upperBound)
        }
    }

    @Test func `a sentence that begins behind another has its number in the next line`() {
        let layout = TextLayout(article, columns: 70, marks: [])
        let numbers = layout.lines.compactMap { line -> Int? in
            if case .text(_, let begins, _) = line { return begins }
            return nil
        }
        #expect(numbers == [0, 1, 2, 3])
    }

    @Test func `marks are cut out and nothing else`() {
        let layout = TextLayout(article, columns: 30, marks: [4..<17])
        let pieces = layout.lines.flatMap { line -> [TextLayout.Piece] in
            if case .text(let pieces, _, _) = line { return pieces }
            return []
        }
        #expect(pieces.filter(\.isMarked).map(\.text).joined() == "fishing quota")
    }
}
