import Queries

/// Words to be found in a text: one after the other, each in one of its spellings.
struct TextPattern: Sendable {
    /// Accepted folded words at each place; never empty.
    var places: [Set<[UInt8]>]
    /// The last word may go on.
    var isOpen = false

    /// Nil when `query` is no text condition, or has no words.
    init?(_ query: Query, variants: (String) throws -> [String]) throws {
        switch query {
        case .word(let text):
            let words = WordScanner.words(in: text)
            if words.count == 1, let word = words.first {
                places = [Set(try variants(word).map { Array($0.utf8) })]
            } else {
                places = words.map { [Array($0.utf8)] }
            }
        case .phrase(let texts): places = TextPattern.exact(texts)
        case .prefix(let text):
            places = TextPattern.exact([text])
            isOpen = true
        case .phrasePrefix(let texts):
            places = TextPattern.exact(texts)
            isOpen = true
        default: return nil
        }
        if places.isEmpty { return nil }
    }

    private static func exact(_ texts: [String]) -> [Set<[UInt8]>] {
        texts.flatMap { WordScanner.words(in: $0) }.map { [Array($0.utf8)] }
    }

    /// Positions in `words` from which the pattern is met.
    func matches(in words: [ScannedWord]) -> [Range<Int>] {
        guard words.count >= places.count else { return [] }
        var found: [Range<Int>] = []
        for start in 0...words.count - places.count where isMet(words, start) {
            found.append(start..<start + places.count)
        }
        return found
    }

    private func isMet(_ words: [ScannedWord], _ start: Int) -> Bool {
        for (offset, accepted) in places.enumerated() {
            let word = words[start + offset].folded
            if isOpen && offset == places.count - 1 {
                return accepted.contains { word.starts(with: $0) }
            }
            if !accepted.contains(word) { return false }
        }
        return true
    }
}

/// A word of a text, folded, with the bytes it takes up.
struct ScannedWord: Sendable {
    var folded: [UInt8]
    var range: Range<Int>

    /// The words of the bytes of `range`.
    static func words(in bytes: [UInt8], _ range: Range<Int>) -> [ScannedWord] {
        var scanner = WordScanner(range: range)
        var words: [ScannedWord] = []
        while scanner.next(in: bytes) {
            words.append(ScannedWord(folded: scanner.word, range: scanner.range))
        }
        return words
    }
}
