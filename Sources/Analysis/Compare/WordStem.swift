/// English endings taken off, so that "negotiators" and "negotiations" come out alike. Cruder than
/// Porter's stemmer on purpose: it serves to bring sentences near each other, never to be shown.
enum WordStem {
    /// Longest first where one ends in the other.
    private static let endings: [[UInt8]] = [
        "ations", "ation", "ements", "ement", "ments", "ment", "ators", "ator", "ings", "ing",
        "ions", "ion", "ities", "ity", "ingly", "edly", "ives", "ive", "ally", "als", "al", "ies",
        "ied", "ed", "es", "ers", "er", "ors", "or", "ly", "s", "e",
    ].map { Array($0.utf8) }

    /// The stem of a word in small ASCII letters; at least four letters of it are kept.
    static func length(of word: [UInt8]) -> Int {
        guard word.count > 4 else {
            let isPlural = word.count > 3 && word.last == UInt8(ascii: "s")
            return isPlural && word[word.count - 2] != UInt8(ascii: "s")
                ? word.count - 1 : word.count
        }
        for ending in endings where word.count - ending.count >= 4 {
            if word.suffix(ending.count).elementsEqual(ending) { return word.count - ending.count }
        }
        return word.count
    }

    /// The stem of a token as a word of its own; tokens outside ASCII are their own stem.
    static func stem(of token: Token, in utf8: [UInt8]) -> Word {
        var letters: [UInt8] = []
        letters.reserveCapacity(Int(token.end - token.start))
        for index in Int(token.start)..<Int(token.end) {
            let byte = utf8[index]
            guard byte < 0x80 else { return token.word }
            if byte >= 65, byte <= 90 { letters.append(byte | 32) }
            if byte >= 97, byte <= 122 { letters.append(byte) }
        }
        return stem(of: letters)
    }

    /// The stem of a word in small ASCII letters as a word of its own.
    static func stem(of letters: [UInt8]) -> Word {
        var word = Word()
        for byte in letters[..<length(of: letters)] { word.add(byte) }
        return word
    }
}
