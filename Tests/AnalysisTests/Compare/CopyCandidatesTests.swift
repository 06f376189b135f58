import Testing

@testable import Analysis

struct CopyCandidatesTests {
    /// What is found in blocks of `blockSize` hashes, as of runs of `runLength` texts.
    private func pairs(
        _ texts: [[UInt8]], of wanted: [Bool]? = nil, runLength: Int = 4096, blockSize: Int? = nil
    ) -> [CopyCandidate] {
        var candidates = CopyCandidates(
            of: wanted ?? texts.map { _ in true }, runLength: runLength, blockSize: blockSize
        ) { run in
            var sketches = CopySketches()
            for text in texts[(run * runLength)...].prefix(runLength) {
                sketches.append(CopySketch(of: text).numbers[...])
            }
            return sketches
        }
        var pairs: [CopyCandidate] = []
        try? candidates.visit { pairs.append($0) }
        return pairs
    }

    /// Of every two texts held against each other, those that have enough in common.
    private func pairsOneByOne(_ texts: [[UInt8]], of wanted: [Bool]) -> Set<CopyCandidate> {
        let sketches = texts.map { CopySketch(of: $0) }
        var pairs: Set<CopyCandidate> = []
        for right in texts.indices {
            for left in 0..<right where wanted[left] || wanted[right] {
                let level = max(sketches[left].level, sketches[right].level)
                let both = [left, right].map { text in
                    sketches[text].hashes.filter { $0 <= UInt32.max >> UInt32(level) }
                }
                let least = 0.35 * Double(max(both[0].count, both[1].count))
                let inOrder = CommonOrder(both[0], both[1]).chain().count
                if Set(both[0]).intersection(both[1]).count >= 3, Double(inOrder) >= least {
                    pairs.insert(CopyCandidate(left: left, right: right))
                }
            }
        }
        return pairs
    }

    @Test(arguments: [(1, 1), (7, 200), (16, 1), (50, 3000), (4096, 1)], [1, 2, 3])
    func `blocks find what is found one by one`(sizes: (run: Int, block: Int), seed: UInt64) {
        var words = CopyWords(seed: 100 + seed)
        let originals = (0..<6).map { _ in words.words(40 + words.number(below: 900)) }
        let texts = (0..<90).map { _ in
            let original = originals[words.number(below: originals.count)]
            switch words.number(below: 5) {
            case 0: return words.text(words.number(below: 300))
            case 1: return CopyWords.text(Array(original[words.number(below: 40)...]))
            case 2: return CopyWords.text(original + words.words(words.number(below: 200)))
            case 3: return []
            default:
                let other = originals[words.number(below: originals.count)]
                return CopyWords.text(Array(original.prefix(other.count) + other.prefix(30)))
            }
        }
        for part in [1, 2, 9] {
            let wanted = texts.map { _ in words.number(below: part) == 0 }
            let found = pairs(texts, of: wanted, runLength: sizes.run, blockSize: sizes.block)
            #expect(Set(found) == pairsOneByOne(texts, of: wanted))
            #expect(Set(found).count == found.count)
            #expect(!found.isEmpty)
        }
    }

    @Test func `what cannot be read is handed on`() {
        struct Unreadable: Error {}
        var candidates = CopyCandidates(of: [true, true], runLength: 2) { _ in throw Unreadable() }
        #expect(throws: Unreadable.self) { try candidates.visit { _ in } }
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
        let found = pairs(Array(repeating: text, count: 400))
        var sets = DisjointSets(count: 400)
        for pair in found { sets.unite(pair.left, pair.right) }
        #expect((0..<400).allSatisfy { sets.root(of: $0) == 0 })
    }

    @Test func `nothing in, nothing out`() {
        #expect(pairs([]).isEmpty)
        #expect(pairs([[], []]).isEmpty)
    }
}
