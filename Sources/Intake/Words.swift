/// The words of a short text as fingerprints, folded: small ASCII letters, no apostrophes.
/// Numbers all share one fingerprint. Page furniture is matched by these, so that a rule costs
/// comparisons of integers.
struct Words {
    private(set) var prints: [UInt64] = []
    /// Where each word stands in the bytes it was made from.
    private(set) var ranges: [Range<Int>] = []

    /// What any word of digits is, written `#` in rules.
    static let number: UInt64 = Fingerprint.of("#")

    /// The first `most` words.
    init(_ bytes: [UInt8], _ range: Range<Int>, most: Int = 60) {
        var index = range.lowerBound
        while index < range.upperBound, prints.count < most {
            guard let start = Words.wordStart(bytes, index, range.upperBound) else { break }
            index = add(bytes, start, range.upperBound)
        }
    }

    /// The words of a rule's phrase.
    init(phrase: String) {
        for word in phrase.split(separator: " ") {
            prints.append(Fingerprint.of(word))
            ranges.append(0..<0)
        }
    }

    private static func wordStart(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int? {
        var index = index
        while index < end {
            let byte = bytes[index]
            if byte == 0xE2 || byte == 0xE3, index + 2 < end, bytes[index + 1] == 0x80 {
                index += 3
            } else if byte == 0xC2, index + 1 < end, bytes[index + 1] != 0xA9 {
                index += 2
            } else if byte >= 0x80 || isASCIIWord(byte) {
                return index
            } else {
                index += 1
            }
        }
        return nil
    }

    private static func isASCIIWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    /// Adds the word that begins at `start`; returns where it ends.
    private mutating func add(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
        var fingerprint = Fingerprint()
        var isNumber = true
        var index = start
        while index < end {
            let byte = bytes[index]
            if Words.isASCIIWord(byte) {
                let isDigit = byte < 0x41
                isNumber = isNumber && isDigit
                fingerprint.add(isDigit ? byte : byte | 0x20)
                index += 1
            } else if byte == UInt8(ascii: "'") {
                index += 1
            } else if byte == 0xE2, index + 2 < end, bytes[index + 1] == 0x80 {
                guard bytes[index + 2] == 0x99 else { break }
                index += 3
            } else if byte == 0xC2 {
                if index > start { break }
                fingerprint.add(bytes, start..<start + 2)
                isNumber = false
                index += 2
                break
            } else if byte >= 0x80 {
                isNumber = false
                fingerprint.add(byte)
                index += 1
            } else {
                break
            }
        }
        prints.append(isNumber ? Words.number : fingerprint.value)
        ranges.append(start..<index)
        return index
    }

    var count: Int { prints.count }

    func starts(with phrase: [UInt64]) -> Bool { prints.starts(with: phrase) }

    func contains(_ phrase: [UInt64]) -> Bool {
        guard let first = phrase.first, phrase.count <= prints.count else { return false }
        for start in 0...(prints.count - phrase.count) where prints[start] == first {
            if prints[start...].starts(with: phrase) { return true }
        }
        return false
    }
}
