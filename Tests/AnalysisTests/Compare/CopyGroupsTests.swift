import Intake
import Testing

@testable import Analysis

struct CopyGroupsTests {
    private static let vocabulary = (0..<900).map { "word\($0)" }

    private func words(_ count: Int, _ source: inout SplitMix) -> [String] {
        (0..<count).map { _ in Self.vocabulary.randomElement(using: &source) ?? "" }
    }

    private func sketch(_ words: [String]) -> CopySketch {
        CopySketch(of: ArticleText(words.joined(separator: " ")))
    }

    @Test func `copies with a dropped part and changed words are grouped, others are not`() {
        var source = SplitMix(state: 11)
        let original = words(600, &source)
        var changed = Array(original[60...])
        for index in stride(from: 7, to: changed.count, by: 50) { changed[index] = "changed" }
        let longer = original + words(80, &source)
        let texts = [words(600, &source), original, words(300, &source), changed, longer]
        let groups = CopyGroups.groups(of: texts.map(sketch))
        #expect(groups.map(\.members) == [[1, 3, 4]])
        #expect(groups.allSatisfy { $0.similarity > 0.6 && $0.similarity < 1 })
    }

    @Test func `the same pieces in another order are no copy`() {
        var source = SplitMix(state: 12)
        let pieces = (0..<12).map { _ in words(50, &source) }
        let forward = sketch(Array(pieces.joined()))
        let shuffled = sketch(Array(pieces.shuffled(using: &source).joined()))
        #expect(CopyGroups.groups(of: [forward, shuffled]).isEmpty)
    }

    @Test func `a text that quotes a short one in full is no copy of it`() {
        var source = SplitMix(state: 13)
        let short = words(80, &source)
        let long = words(400, &source) + short + words(400, &source)
        #expect(CopyGroups.groups(of: [sketch(short), sketch(long)]).isEmpty)
    }

    @Test func `case, punctuation and quotation marks make no difference`() {
        let plain = "He said \"the talks went on until late at night\" and left the old hall"
        let curly = "He said: “The talks went on – until late at night” and left, the old hall!"
        #expect(CopySketch(of: ArticleText(plain)) == CopySketch(of: ArticleText(curly)))
    }

    @Test(arguments: [0, 4, 5, 40, 4000])
    func `a sketch stays small and is empty below five words`(count: Int) {
        var source = SplitMix(state: 14)
        let sketch = sketch(words(count, &source))
        #expect(sketch.hashes.isEmpty == (count < 5))
        #expect(sketch.hashes.count <= 200)
        #expect(CopySketch(hashes: sketch.hashes, level: sketch.level) == sketch)
        #expect(sketch.hashes.allSatisfy { $0 <= UInt64.max >> UInt64(sketch.level) })
    }

    @Test func `nothing in, nothing out`() {
        #expect(CopyGroups.groups(of: []).isEmpty)
        #expect(CopyGroups.groups(of: [sketch([]), sketch([])]).isEmpty)
    }
}
