import Testing

@testable import Analysis

struct CopyTextTests {
    private func overlap(_ left: [String], _ right: [String]) -> CopyText.Overlap {
        CopyText(CopyWords.text(left)).overlap(with: CopyText(CopyWords.text(right)))
    }

    @Test func `a copy with a part dropped, words changed and lines added is one`() {
        var words = CopyWords(seed: 11)
        let original = words.words(600)
        var changed = Array(original[60...])
        for index in stride(from: 7, to: changed.count, by: 50) { changed[index] = "changed" }
        let overlap = overlap(original, changed + words.words(40))
        #expect(overlap.isCopy)
        #expect(overlap.left > 0.85 && overlap.left < 0.9)
        #expect(overlap.right > 0.88 && overlap.right < 0.94)
    }

    @Test func `the same words are all in common`() {
        var words = CopyWords(seed: 15)
        let text = words.words(40)
        #expect(overlap(text, text) == CopyText.Overlap(left: 1, right: 1))
    }

    @Test func `the same pieces in another order are no copy`() {
        var words = CopyWords(seed: 12)
        let pieces = (0..<12).map { _ in words.words(50) }
        #expect(!overlap(Array(pieces.joined()), Array(pieces.reversed().joined())).isCopy)
    }

    @Test func `pieces that come again count once`() {
        var words = CopyWords(seed: 16)
        let piece = words.words(50)
        let overlap = overlap(piece + piece + piece, piece + words.words(100))
        #expect(abs(overlap.left - 1.0 / 3) < 0.01 && abs(overlap.right - 1.0 / 3) < 0.01)
    }

    @Test func `a text that quotes a short one in full is no copy of it`() {
        var words = CopyWords(seed: 13)
        let short = words.words(80)
        #expect(!overlap(short, words.words(400) + short + words.words(400)).isCopy)
    }

    @Test(arguments: [0, 1, 4])
    func `below five words nothing is in common`(count: Int) {
        var words = CopyWords(seed: 17)
        let text = words.words(count)
        #expect(overlap(text, text) == CopyText.Overlap(left: 0, right: 0))
    }
}
