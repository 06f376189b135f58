import Intake
import Testing

@testable import Analysis

struct CopySketchTests {
    @Test func `case, punctuation and quotation marks make no difference`() {
        let plain = "He said \"the talks went on until late at night\" and left the old hall"
        let curly = "He said: “The talks went on – until late at night” and left, the old hall!"
        #expect(CopySketch(of: Array(plain.utf8)) == CopySketch(of: Array(curly.utf8)))
        #expect(CopySketch(of: Array(plain.utf8)).numbers.count > 8)
    }

    @Test(arguments: [0, 4, 5, 40, 4000])
    func `a sketch stays small and is empty below five words`(count: Int) {
        var words = CopyWords(seed: 14)
        let sketch = CopySketch(of: words.text(count))
        #expect(sketch.hashes.isEmpty == (count < 5))
        #expect(sketch.hashes.count <= 110)
        #expect(sketch.numbers == [UInt32(sketch.level)] + sketch.hashes)
        #expect(sketch.hashes.allSatisfy { $0 <= UInt32.max >> UInt32(sketch.level) })
    }
}

/// Invented words in an order that looks random.
struct CopyWords {
    private static let vocabulary = (0..<900).map { "word\($0)" }
    private var source: SplitMix

    init(seed: UInt64) { source = SplitMix(state: seed) }

    mutating func words(_ count: Int) -> [String] {
        (0..<count).map { _ in Self.vocabulary.randomElement(using: &source) ?? "" }
    }

    mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &source) }

    mutating func text(_ count: Int) -> [UInt8] { Self.text(words(count)) }

    static func text(_ words: [String]) -> [UInt8] { Array(words.joined(separator: " ").utf8) }
}
