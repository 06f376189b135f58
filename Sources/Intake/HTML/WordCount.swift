/// How many words and commas a text has. A letter of a script that is written without blanks
/// (Han, kana) counts for half a word.
struct WordCount {
    private(set) var words = 0
    private(set) var commas = 0

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        var halves = 0
        var isInside = false
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if byte < 0x80 {
                let isWord =
                    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
                if isWord, !isInside { halves += 2 }
                isInside = isWord
                if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") { commas += 1 }
                index += 1
            } else if byte < 0xE0 {
                if byte == 0xC2 {
                    isInside = false
                } else {
                    if !isInside { halves += 2 }
                    isInside = true
                }
                index += 2
            } else if byte < 0xF0 {
                wide(byte, bytes[index + 1], bytes[index + 2], &halves, &isInside)
                index += 3
            } else {
                isInside = false
                index += 4
            }
        }
        words = (halves + 1) / 2
    }

    /// A scalar from U+0800 on.
    private mutating func wide(
        _ first: UInt8, _ second: UInt8, _ third: UInt8, _ halves: inout Int, _ isInside: inout Bool
    ) {
        switch first {
        case 0xE2: if second != 0x80 || third != 0x99 { isInside = false }
        case 0xE3 where second == 0x80:
            isInside = false
            if third == 0x81 || third == 0x82 { commas += 1 }
        case 0xEF where second == 0xBC:
            isInside = false
            if third == 0x8C { commas += 1 }
        case 0xE3...0xE9:
            halves += 1
            isInside = false
        default:
            if !isInside { halves += 2 }
            isInside = true
        }
    }
}

/// The commonest words of the languages that `Language` knows: sentences are full of them, menus
/// and lists of links are not.
enum StopWords {
    static func count(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        var count = 0
        _ = Words.any(bytes, range) { print, _ in
            if table.contains(print) { count += 1 }
            return false
        }
        return count
    }

    static func contains(_ print: UInt64) -> Bool { table.contains(print) }

    private static let table = WordTable(Language.commonWords)
}
