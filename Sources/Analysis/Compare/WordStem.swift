/// English endings taken off, so that "negotiators" and "negotiations" come out alike. Cruder than
/// Porter's stemmer on purpose: it serves to bring sentences near each other, never to be shown.
enum WordStem {
    /// Longest first where one ends in the other.
    private static let endings: [[UInt8]] = [
        "ations", "ation", "ements", "ement", "ments", "ment", "ators", "ator", "ings", "ing",
        "ions", "ion", "ities", "ity", "ingly", "edly", "ives", "ive", "ally", "als", "al", "ies",
        "ied", "ed", "es", "ers", "er", "ors", "or", "ly", "s", "e",
    ].map { Array($0.utf8) }

    /// How many of the first letters of a word make up its stem, at least four; the word is of ASCII
    /// letters, in the bytes of a range.
    private static func length(of range: Range<Int>, in bytes: [UInt8]) -> Int {
        let count = range.count
        guard count > 4 else {
            let isPlural = count > 3 && ends(range, bytes, plural) && !ends(range, bytes, hiss)
            return isPlural ? count - 1 : count
        }
        for ending in endings where count - ending.count >= 4 && ends(range, bytes, ending) {
            return count - ending.count
        }
        return count
    }

    private static let plural = Array("s".utf8)
    private static let hiss = Array("ss".utf8)

    private static func ends(_ range: Range<Int>, _ bytes: [UInt8], _ ending: [UInt8]) -> Bool {
        let start = range.upperBound - ending.count
        for place in ending.indices where bytes[start + place] | 0x20 != ending[place] {
            return false
        }
        return true
    }

    /// The stem of a token as a word of its own; tokens outside ASCII are their own stem.
    static func stem(of token: Token, in utf8: [UInt8]) -> Word {
        let range = Int(token.start)..<Int(token.end)
        if token.flags.contains(.plain) { return stem(of: range, in: utf8) }
        var letters: [UInt8] = []
        letters.reserveCapacity(range.count)
        for index in range {
            let byte = utf8[index]
            guard byte < 0x80 else { return token.word }
            if byte | 32 >= 97, byte | 32 <= 122 { letters.append(byte) }
        }
        return stem(of: letters)
    }

    /// The stem of a word in ASCII letters as a word of its own.
    static func stem(of letters: [UInt8]) -> Word { stem(of: letters.indices, in: letters) }

    private static func stem(of range: Range<Int>, in bytes: [UInt8]) -> Word {
        var word = Word()
        for index in range.prefix(length(of: range, in: bytes)) { word.add(bytes[index] | 0x20) }
        return word
    }
}
