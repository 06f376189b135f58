/// A small sample of an article's word sequences, by which near copies are looked for.
///
/// Every five words in a row are hashed; the sample keeps the hashes below a bound (Broder's
/// sampling modulo, "On the resemblance and containment of documents", 1997). The bound is halved
/// so often that about 32 to 64 are left: a short text keeps all of them and a long one costs no
/// more; samples with different bounds are compared below the lower one.
package struct CopySketch: Hashable, Sendable {
    /// In the order of the text, each once.
    package let hashes: [UInt32]
    /// How often the bound was halved: hashes are below 2^(32 - level).
    package let level: Int

    private static let size = 64

    /// The level, then the hashes: as it is stored.
    package var numbers: [UInt32] { [UInt32(level)] + hashes }

    /// The sketch of a text in UTF-8; empty below five words.
    package init(of utf8: [UInt8]) {
        // Words of sixteen bytes are so rare that the first bound is hardly ever the lower one.
        let first = CopySketch.level(keepingSizeOf: utf8.count / 16)
        let reader = ShingleReader(utf8, below: first)
        let level = max(first, CopySketch.level(keepingSizeOf: reader.shingleCount))
        let bound = UInt32.max >> UInt32(level)
        var seen: Set<UInt32> = []
        hashes = reader.sampled.filter { $0 <= bound && seen.insert($0).inserted }
        self.level = level
    }

    /// How many halvings leave at most `size` of `count`, on average.
    private static func level(keepingSizeOf count: Int) -> Int {
        var level = 0
        while count >> level > size { level += 1 }
        return level
    }
}

/// Hashes every five words in a row of a text. Case, punctuation and kinds of quotation mark make no
/// difference.
struct ShingleReader {
    static let length = 5
    private static let prime: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// prime to the fifth power: the weight of the word that leaves.
    private static let leaving = prime &* prime &* prime &* prime &* prime

    /// The hashes below 2^(32 - level), in the order of the text: with level 0 one for every five
    /// words.
    private(set) var sampled: [UInt32] = []
    private(set) var wordCount = 0
    private let bound: UInt32
    private var rolling: UInt64 = 0
    /// The last five words, the oldest first.
    private var window: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)

    /// How many sequences of five words there are.
    var shingleCount: Int { max(0, wordCount - ShingleReader.length + 1) }

    init(_ utf8: [UInt8], below level: Int) {
        bound = UInt32.max >> UInt32(level)
        let bytes = utf8.span
        var start = 0
        var isInWord = false
        var block = 0
        // A bit for each of 64 bytes that belong to words; words begin and end where bits change.
        while block < bytes.count {
            let letters = ShingleReader.letters(bytes, block)
            var changes = letters ^ (letters << 1 | (isInWord ? 1 : 0))
            while changes != 0 {
                let place = block + changes.trailingZeroBitCount
                if isInWord { add(ShingleReader.hash(bytes, start..<place)) } else { start = place }
                isInWord.toggle()
                changes &= changes - 1
            }
            block += 64
        }
        if isInWord { add(ShingleReader.hash(bytes, start..<bytes.count)) }
    }

    /// Which of the 64 bytes from `block` on belong to words.
    private static func letters(_ bytes: Span<UInt8>, _ block: Int) -> UInt64 {
        var letters: UInt64 = 0
        var hasMarks: UInt8 = 0
        let kinds = ByteKinds.all.span
        for index in block..<min(block + 64, bytes.count) {
            let kind = kinds[Int(bytes[index])]
            letters |= UInt64(kind & ByteKinds.letter) << UInt64(index - block)
            hasMarks |= kind
        }
        guard hasMarks & ByteKinds.mayBeMark != 0 else { return letters }
        // A mark may begin in the block before.
        for index in max(0, block - 2)..<min(block + 64, bytes.count)
        where bytes[index] == 0xE2 && isMark(bytes, index) {
            for part in max(index, block)..<min(index + 3, block + 64) {
                letters &= ~(1 << UInt64(part - block))
            }
        }
        return letters
    }

    /// Dashes, quotation marks and blanks of U+2000 to U+207F, three bytes each.
    private static func isMark(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
        index + 2 < bytes.count && (bytes[index + 1] == 0x80 || bytes[index + 1] == 0x81)
    }

    /// A number for a word, the same for capital and small letters.
    private static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
        var hash = UInt64(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            let count = min(8, range.upperBound - index)
            var piece: UInt64 = 0
            if index + 8 <= bytes.count {
                piece = bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
                piece &= UInt64.max >> UInt64(64 - 8 * count)
            } else {
                for offset in 0..<count {
                    piece |= UInt64(bytes[index + offset]) << UInt64(8 * offset)
                }
            }
            piece |= 0x2020_2020_2020_2020
            hash = (hash ^ piece) &* prime
            hash ^= hash >> 29
            index += 8
        }
        return hash
    }

    private mutating func add(_ word: UInt64) {
        rolling = rolling &* ShingleReader.prime &+ word &- window.0 &* ShingleReader.leaving
        window = (window.1, window.2, window.3, window.4, word)
        wordCount += 1
        guard wordCount >= ShingleReader.length else { return }
        let hash = ShingleReader.mixed(rolling)
        if hash <= bound { sampled.append(hash) }
    }

    /// The finaliser of SplitMix64, so that the upper bits sample evenly.
    private static func mixed(_ value: UInt64) -> UInt32 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return UInt32(truncatingIfNeeded: (z ^ (z >> 31)) >> 32)
    }
}

/// What each byte may be.
private enum ByteKinds {
    /// ASCII letters and digits, and all bytes of other letters.
    static let letter: UInt8 = 1
    /// Part of a mark in three bytes, or of a letter.
    static let mayBeMark: UInt8 = 2

    static let all: [UInt8] = (0...255).map { number in
        let byte = UInt8(number)
        let small = byte | 0x20
        if byte == 0xE2 || byte & 0xC0 == 0x80 { return letter | mayBeMark }
        let isLetter = byte >= 0x80 || small >= 0x61 && small <= 0x7A
        return isLetter || byte >= 0x30 && byte <= 0x39 ? letter : 0
    }
}
