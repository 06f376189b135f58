import Testing

@testable import Analysis

struct CopyCandidatesTests {
    private func sketches(_ texts: [[UInt8]]) -> CopySketches {
        var sketches = CopySketches()
        for text in texts { sketches.append(CopySketch(of: text).numbers[...]) }
        return sketches
    }

    private func pairs(_ texts: [[UInt8]], of wanted: [Bool]? = nil) -> [CopyCandidate] {
        let wanted = wanted ?? texts.map { _ in true }
        return CopyCandidates(sketches(texts), of: wanted).pairs()
    }

    @Test func `copies are candidates, others are not`() {
        var words = CopyWords(seed: 21)
        let original = words.words(600)
        let texts = [
            words.text(600), CopyWords.text(original), words.text(300),
            CopyWords.text(Array(original[90...])), CopyWords.text(original + words.words(80)),
        ]
        #expect(
            Set(pairs(texts)) == [
                CopyCandidate(left: 1, right: 3), CopyCandidate(left: 1, right: 4),
                CopyCandidate(left: 3, right: 4),
            ])
    }

    @Test(arguments: 0..<5)
    func `one that is new finds the same as when all are new`(new: Int) {
        var words = CopyWords(seed: 22)
        let original = words.words(300)
        let texts = (0..<40).map { number in
            number % 8 == 0 ? CopyWords.text(Array(original[(number / 2)...])) : words.text(300)
        }
        let all = pairs(texts)
        var wanted = texts.map { _ in false }
        wanted[8 * new] = true
        let expected = all.filter { $0.left == 8 * new || $0.right == 8 * new }
        #expect(Set(pairs(texts, of: wanted)) == Set(expected) && expected.count == 4)
    }

    @Test func `a text that hundreds took over is still found`() {
        var words = CopyWords(seed: 23)
        let text = words.text(120)
        let found = pairs(Array(repeating: text, count: 700))
        var sets = DisjointSets(count: 700)
        for pair in found { sets.unite(pair.left, pair.right) }
        #expect((0..<700).allSatisfy { sets.root(of: $0) == 0 })
    }

    @Test func `nothing in, nothing out`() {
        #expect(pairs([]).isEmpty)
        #expect(pairs([[], []]).isEmpty)
    }
}
