import Testing

@testable import Analysis

struct WordDiffTests {
    /// `-cut-`, `+added+`, kept words plain.
    private func shown(_ left: String, _ right: String) -> String {
        let a = Array(left.unicodeScalars)
        let b = Array(right.unicodeScalars)
        func text(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[range])
            return String(view)
        }
        return WordDiff(from: left, to: right).pieces.map { piece in
            switch piece.kind {
            case .kept: text(b, piece.right)
            case .cut: "-" + text(a, piece.left) + "-"
            case .added: "+" + text(b, piece.right) + "+"
            }
        }.joined(separator: " ")
    }

    @Test(arguments: [
        ("the talks ended late", "the talks ended late", "the talks ended late"),
        ("the talks ended late", "the talks ended", "the talks ended -late-"),
        ("the talks ended", "the long talks ended", "the +long+ talks ended"),
        ("the red line", "the thin line", "the -red- +thin+ line"),
        ("“No deal,” he said", "\"No deal,\" he said", "\"No deal,\" he said"),
        ("Kyïv agreed", "KYIV agreed", "KYIV agreed"),
        ("", "a b", "+a b+"), ("a b", "", "-a b-"), ("", "", ""),
    ])
    func `words are kept, cut and added`(left: String, right: String, diff: String) {
        #expect(shown(left, right) == diff)
    }

    @Test func `similarity is the share of kept words`() {
        #expect(WordDiff(from: "a b c d", to: "a b x d").similarity == 0.75)
        #expect(WordDiff(from: "", to: "").similarity == 1)
    }

    @Test func `pieces cover both texts in order, for any words`() {
        var source = SplitMix(state: 3)
        for _ in 0..<300 {
            let texts = (0..<2).map { _ in
                (0..<Int.random(in: 0...12, using: &source))
                    .map { _ in ["a", "b", "é", "d,"].randomElement(using: &source) ?? "" }
                    .joined(separator: " ")
            }
            let diff = WordDiff(from: texts[0], to: texts[1])
            var (left, right) = (0, 0)
            for piece in diff.pieces {
                #expect(piece.left.lowerBound >= left && piece.right.lowerBound >= right)
                #expect(piece.left.isEmpty == (piece.kind == .added))
                #expect(piece.right.isEmpty == (piece.kind == .cut))
                (left, right) = (piece.left.upperBound, piece.right.upperBound)
            }
            #expect(left <= texts[0].unicodeScalars.count && right <= texts[1].unicodeScalars.count)
        }
    }

    @Test func `very long texts without a common word are told apart without a table of all pairs`()
    {
        let left = (0..<3000).map { "a\($0)" }.joined(separator: " ")
        let right = (0..<3000).map { "b\($0)" }.joined(separator: " ")
        #expect(
            WordDiff(from: "x " + left, to: "x " + right).pieces.map(\.kind) == [
                .kept, .cut, .added,
            ])
    }
}
