import Queries

/// Words to be found in a text: one after the other, each in one of its spellings.
struct TextPattern: Sendable {
    /// Accepted folded words at each place; never empty.
    var places: [[[UInt8]]]
    /// The last word may go on.
    var isOpen = false
    /// Words that stand for the last one and may not go on: forms of what is being typed.
    var whole: [[UInt8]] = []

    /// Nil when `query` is no text condition, or has no words.
    init?(_ query: Query, expansion: WordExpansion) throws {
        switch query {
        case .word(let text):
            let words = WordScanner.words(in: text)
            if words.count == 1, let word = words.first {
                places = [try expansion.ofWord(word).map { Array($0.utf8) }]
            } else {
                places = words.map { [Array($0.utf8)] }
            }
        case .phrase(let texts): places = TextPattern.exact(texts)
        case .prefix(let text), .begun(let text):
            places = TextPattern.exact([text])
            isOpen = true
            if places.count == 1 {
                let word = String(decoding: places[0][0], as: UTF8.self)
                places[0] += try expansion.spellings(word).map { Array($0.utf8) }
                whole = try MatchExpression.otherForms(query, expansion).map { Array($0.utf8) }
            }
        case .phrasePrefix(let texts):
            places = TextPattern.exact(texts)
            isOpen = true
        default: return nil
        }
        if places.isEmpty { return nil }
    }

    private static func exact(_ texts: [String]) -> [[[UInt8]]] {
        texts.flatMap { WordScanner.words(in: $0) }.map { [Array($0.utf8)] }
    }

    /// Where the pattern is met by words of `range`.
    func matches(in words: ScannedWords, _ range: Range<Int>) -> [Range<Int>] {
        guard range.count >= places.count else { return [] }
        var found: [Range<Int>] = []
        for start in range.lowerBound...range.upperBound - places.count
        where isMet(words, start) {
            found.append(start..<start + places.count)
        }
        return found
    }

    /// False only where the pattern cannot be met in the bytes of `range`, which costs far less to
    /// see than to cut them into words. Of `bytes`, UTF-8, `range` begins and ends between scalars.
    func mayOccur(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
        // A mark without a letter folds to nothing, and begins every word.
        if (places[0] + whole).contains(where: { ($0.first ?? 0x80) >= 0x80 }) { return true }
        var isInside = false
        var at = range.lowerBound
        while at < range.upperBound {
            let byte = bytes[at]
            if byte < 0x80 {
                let isLetter = WordScanner.folded(ascii: byte) != 0
                if isLetter, !isInside, mayBegin(at, in: bytes, range) { return true }
                isInside = isLetter
                at += 1
            } else if byte == 0xC2 || byte == 0xE2 && bytes[at + 1] == 0x80 {
                // Signs and punctuation: nothing of U+0080 to U+00BF and U+2000 to U+203F becomes
                // an ASCII letter, or is dropped within a word.
                isInside = false
                at += byte == 0xC2 ? 2 : 3
            } else {
                return true
            }
        }
        return false
    }

    /// Whether the first word, or the beginning of it that is ASCII, stands at a place.
    private func mayBegin(_ start: Int, in bytes: [UInt8], _ range: Range<Int>) -> Bool {
        mayBegin(start, in: bytes, range, as: places[0])
            || places.count == 1 && mayBegin(start, in: bytes, range, as: whole)
    }

    private func mayBegin(
        _ start: Int, in bytes: [UInt8], _ range: Range<Int>, as forms: [[UInt8]]
    ) -> Bool {
        forms.contains { form in
            for (offset, letter) in form.enumerated() {
                let at = start + offset
                guard at < range.upperBound else { return false }
                if bytes[at] >= 0x80 { return true }
                if WordScanner.folded(ascii: bytes[at]) != letter { return false }
            }
            return true
        }
    }

    private func isMet(_ words: ScannedWords, _ start: Int) -> Bool {
        for (offset, accepted) in places.enumerated() {
            let isLast = offset == places.count - 1
            guard
                words.fits(start + offset, accepted, mayGoOn: isOpen && isLast)
                    || isLast && words.fits(start + offset, whole, mayGoOn: false)
            else { return false }
        }
        return true
    }
}

/// The words of a text in order, folded, with the bytes they take up.
struct ScannedWords: Sendable {
    /// The folded words without anything between them, and where each ends.
    private var folded: [UInt8] = []
    private var ends: [Int] = []
    private var ranges: [Range<Int>] = []

    var count: Int { ends.count }

    /// Adds the words of the bytes of `range`; returns their numbers.
    mutating func add(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        let first = count
        var scanner = WordScanner(range: range)
        while scanner.next(in: bytes) {
            folded += scanner.word
            ends.append(folded.count)
            ranges.append(scanner.range)
        }
        return first..<count
    }

    /// The bytes of the text that the words of `numbers`, at least one, take up.
    func bytes(of numbers: Range<Int>) -> Range<Int> {
        ranges[numbers.lowerBound].lowerBound..<ranges[numbers.upperBound - 1].upperBound
    }

    /// True when the word is one of `accepted`, or begins with one of them where it may go on.
    func fits(_ number: Int, _ accepted: [[UInt8]], mayGoOn: Bool) -> Bool {
        let start = number == 0 ? 0 : ends[number - 1]
        let length = ends[number] - start
        return accepted.contains { form in
            guard mayGoOn ? form.count <= length : form.count == length else { return false }
            for place in form.indices where form[place] != folded[start + place] { return false }
            return true
        }
    }
}
