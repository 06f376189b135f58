package import Intake

/// A small sample of an article's word sequences, by which near copies are recognised.
///
/// Every five words in a row are hashed; the sample keeps the hashes below a bound (Broder's
/// sampling modulo, "On the resemblance and containment of documents", 1997). The bound is halved
/// so often that about 64 to 128 are left: a short text keeps all of them and a long one costs no
/// more; samples with different bounds are compared below the lower one.
package struct CopySketch: Hashable, Sendable {
    /// In the order of the text, each once.
    package let hashes: [UInt64]
    /// How often the bound was halved: hashes are below 2^(64 - level).
    package let level: Int

    static let shingle = 5
    private static let size = 128

    /// As it was stored.
    package init(hashes: [UInt64], level: Int) {
        self.hashes = hashes
        self.level = max(0, min(63, level))
    }

    /// The sketch of an article's body; empty below five words.
    package init(of text: ArticleText) {
        // Words of sixteen bytes are so rare that the first bound is hardly ever the lower one.
        let first = CopySketch.level(keepingSizeOf: text.utf8.count / 16)
        let (all, count) = ShingleReader.hashes(of: text.utf8, below: first)
        let level = max(first, CopySketch.level(keepingSizeOf: count))
        let bound = UInt64.max >> UInt64(level)
        var seen: Set<UInt64> = []
        hashes = all.filter { $0 <= bound && seen.insert($0).inserted }
        self.level = level
    }

    /// How many halvings leave at most `size` of `count`, on average.
    private static func level(keepingSizeOf count: Int) -> Int {
        var level = 0
        while count >> level > size { level += 1 }
        return level
    }

    /// The hashes below the bound of `level`.
    func hashes(below level: Int) -> [UInt64] {
        guard level > self.level else { return hashes }
        let bound = UInt64.max >> UInt64(level)
        return hashes.filter { $0 <= bound }
    }
}

/// Hashes every five words in a row in one pass over the bytes.
private struct ShingleReader {
    private static let prime: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// prime to the fifth power: the weight of the word that leaves.
    private static let leaving = prime &* prime &* prime &* prime &* prime

    private let bound: UInt64
    /// The last five words, the oldest first.
    private var window: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)
    private var rolling: UInt64 = 0
    private var wordCount = 0
    private var hashes: [UInt64] = []

    private init(bound: UInt64) { self.bound = bound }

    /// The hashes below the bound of `level` in the order of the text, and how many there are
    /// without a bound.
    static func hashes(of utf8: [UInt8], below level: Int) -> ([UInt64], count: Int) {
        var reader = ShingleReader(bound: UInt64.max >> UInt64(level))
        var word: UInt64 = 0
        var index = 0
        while index < utf8.count {
            let byte = utf8[index]
            let small = byte | 0x20
            if small >= 0x61 && small <= 0x7A || byte >= 0x30 && byte <= 0x39 {
                word = (word ^ UInt64(small)) &* 0x100_0000_01B3
            } else if byte >= 0x80, !isPunctuation(utf8, index) {
                word = (word ^ UInt64(byte)) &* 0x100_0000_01B3
            } else {
                if word != 0 { reader.end(&word) }
                if byte >= 0x80 { index += 2 }
            }
            index += 1
        }
        if word != 0 { reader.end(&word) }
        return (reader.hashes, max(0, reader.wordCount - CopySketch.shingle + 1))
    }

    /// Dashes, quotation marks and blanks of U+2000 to U+207F, three bytes each.
    private static func isPunctuation(_ utf8: [UInt8], _ index: Int) -> Bool {
        utf8[index] == 0xE2 && index + 2 < utf8.count
            && (utf8[index + 1] == 0x80 || utf8[index + 1] == 0x81)
    }

    private mutating func end(_ word: inout UInt64) {
        rolling =
            rolling &* ShingleReader.prime &+ word &- window.0 &* ShingleReader.leaving
        window = (window.1, window.2, window.3, window.4, word)
        word = 0
        wordCount += 1
        guard wordCount >= CopySketch.shingle else { return }
        let hash = ShingleReader.mixed(rolling)
        if hash <= bound { hashes.append(hash) }
    }

    /// The finaliser of SplitMix64, so that the upper bits sample evenly.
    private static func mixed(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
