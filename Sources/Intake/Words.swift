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
        let likely = min(most, range.count / 5 + 2)
        prints.reserveCapacity(likely)
        ranges.reserveCapacity(likely)
        var index = range.lowerBound
        let number = Words.number
        while prints.count < most {
            index = Words.wordStart(bytes, index, range.upperBound)
            if index == range.upperBound { break }
            let word = Words.word(bytes, index, range.upperBound)
            prints.append(word.print ?? number)
            ranges.append(index..<word.end)
            index = word.end
        }
    }

    /// The words of a rule's phrase.
    init(phrase: String) {
        for word in phrase.split(separator: " ") {
            prints.append(Fingerprint.of(word))
            ranges.append(0..<0)
        }
    }

    /// The fingerprint of the longest word of a rule's phrase, the last of equals.
    static func longestWord(of phrase: String) -> UInt64 {
        let words = phrase.split(separator: " ").reversed()
        return Fingerprint.of(words.max { $0.utf8.count < $1.utf8.count } ?? "")
    }

    /// Whether `isWanted` holds of any word or its place, without keeping the words; false when
    /// there is none.
    static func any(
        _ bytes: [UInt8], _ range: Range<Int>, _ isWanted: (_ print: UInt64, _ place: Int) -> Bool
    ) -> Bool {
        var index = range.lowerBound
        var place = 0
        while true {
            index = wordStart(bytes, index, range.upperBound)
            if index == range.upperBound { return false }
            let word = word(bytes, index, range.upperBound)
            if isWanted(word.print ?? number, place) { return true }
            index = word.end
            place += 1
        }
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

    func ends(with phrase: [UInt64]) -> Bool {
        prints.count >= phrase.count && prints.suffix(phrase.count).elementsEqual(phrase)
    }

    // MARK: Bytes

    private static func isASCIIWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    /// Where the next word begins, or `end`. Punctuation of U+0080 to U+00BF (but ©), U+2000 to
    /// U+203F and U+3000 to U+303F is no part of words.
    private static func wordStart(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
        var index = index
        while index < end {
            let byte = bytes[index]
            if byte < 0x80 {
                if isASCIIWord(byte) { return index }
                index += 1
            } else if byte == 0xE2 || byte == 0xE3, bytes[index + 1] == 0x80 {
                index += 3
            } else if byte == 0xC2, bytes[index + 1] != 0xA9 {
                index += 2
            } else {
                return index
            }
        }
        return end
    }

    /// The fingerprint of the word that begins at `start`, nil for digits only, and its end.
    private static func word(
        _ bytes: [UInt8], _ start: Int, _ end: Int
    ) -> (print: UInt64?, end: Int) {
        var fingerprint = Fingerprint()
        var isNumber = true
        var index = start
        while index < end {
            let byte = bytes[index]
            if (0x61...0x7A).contains(byte | 0x20) {
                isNumber = false
                fingerprint.add(byte | 0x20)
                index += 1
            } else if (0x30...0x39).contains(byte) {
                fingerprint.add(byte)
                index += 1
            } else if byte == UInt8(ascii: "'") {
                index += 1
            } else if byte < 0x80 {
                break
            } else if byte == 0xE2, bytes[index + 1] == 0x80 {
                guard bytes[index + 2] == 0x99 else { break }
                index += 3
            } else if byte == 0xC2 {
                if index > start { break }
                fingerprint.add(bytes, start..<start + 2)
                return (fingerprint.value, start + 2)
            } else {
                isNumber = false
                fingerprint.add(byte)
                index += 1
            }
        }
        return (isNumber ? nil : fingerprint.value, index)
    }
}
