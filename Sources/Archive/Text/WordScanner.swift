/// Cuts text into words exactly as the full-text index does (FTS5's `unicode61` with
/// `remove_diacritics 2`), so that what is highlighted is what matched.
///
/// A word is a run of letters, numbers and private-use characters. It comes out folded: lower
/// case, Latin letters without diacritics. ArchiveTests compares it with FTS5 over the whole
/// basic plane; only some letters younger than SQLite's Unicode tables differ.
struct WordScanner {
    /// The folded bytes of the word last found.
    private(set) var word: [UInt8] = []
    /// The bytes it takes up in the text.
    private(set) var range = 0..<0
    private var position: Int
    private let end: Int
    private var folds: [UInt32: Fold] = [:]
    /// The folded form of each ASCII letter and digit, 0 for all else; held here, since asking for
    /// it by name costs as much as reading it.
    private let ascii = WordScanner.plain

    /// Words of the bytes of `range`, which must lie on scalar borders of valid UTF-8.
    init(range: Range<Int>) {
        position = range.lowerBound
        end = range.upperBound
        word.reserveCapacity(32)
    }

    /// What becomes of one character: the bytes it adds to a word, or nil where it parts words.
    private typealias Fold = [UInt8]?

    /// Goes to the next word of `bytes`, always the same array; false when there is none.
    mutating func next(in bytes: [UInt8]) -> Bool {
        word.removeAll(keepingCapacity: true)
        var start = position
        var isInside = false
        while position < end {
            let byte = bytes[position]
            let before = position
            var belongs = true
            if byte < 0x80 {
                position += 1
                let folded = ascii[Int(byte)]
                if folded == 0 { belongs = false } else { word.append(folded) }
            } else {
                belongs = appendScalar(in: bytes)
            }
            if belongs {
                if !isInside { start = before }
                isInside = true
            } else if isInside {
                range = start..<before
                return true
            }
        }
        range = start..<end
        return isInside
    }

    /// Reads one character of several bytes; false when it parts words.
    private mutating func appendScalar(in bytes: [UInt8]) -> Bool {
        let (scalar, length) = WordScanner.decode(bytes, at: position)
        position += length
        // Curly quotes, dashes and no-break blanks are by far the most frequent.
        if scalar < 0xAA || (0x2000...0x206F).contains(scalar) { return false }
        let fold: Fold
        if let known = folds[scalar] {
            fold = known
        } else {
            fold = WordScanner.fold(scalar)
            folds[scalar] = .some(fold)
        }
        guard let fold else { return false }
        word.append(contentsOf: fold)
        return true
    }

    /// A scalar of valid UTF-8 and its bytes; not of ASCII.
    static func decode(_ bytes: [UInt8], at position: Int) -> (UInt32, Int) {
        let first = UInt32(bytes[position])
        func rest(_ offset: Int) -> UInt32 { UInt32(bytes[position + offset] & 0x3F) }
        if first < 0xE0 { return ((first & 0x1F) << 6 | rest(1), 2) }
        if first < 0xF0 { return ((first & 0x0F) << 12 | rest(1) << 6 | rest(2), 3) }
        return ((first & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3), 4)
    }

    private static let plain: [UInt8] = (0..<128).map { folded(ascii: $0) }

    /// The folded form of an ASCII letter or digit, 0 for all else.
    static func folded(ascii byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
        default: 0
        }
    }
}

extension WordScanner {
    /// The folded words of a short text, in order.
    static func words(in text: String) -> [String] {
        let bytes = Array(text.utf8)
        var scanner = WordScanner(range: bytes.indices)
        var words: [String] = []
        while scanner.next(in: bytes) {
            words.append(String(decoding: scanner.word, as: UTF8.self))
        }
        return words
    }

    /// Folded words with single blanks between them: names that read alike come out equal.
    static func folded(_ text: String) -> String {
        words(in: text).joined(separator: " ")
    }

    private static func fold(_ value: UInt32) -> [UInt8]? {
        guard let scalar = Unicode.Scalar(value) else { return nil }
        if isDiacritic(value) { return [] }
        if let letter = latinLetter(value) { return [letter] }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter:
            return Array(scalar.properties.lowercaseMapping.utf8)
        case .lowercaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
            .otherNumber, .privateUse:
            return Array(String(scalar).utf8)
        default: return nil
        }
    }

    /// Combining marks that SQLite drops inside a word (`sqlite3Fts5UnicodeIsdiacritic`).
    private static func isDiacritic(_ value: UInt32) -> Bool {
        switch value {
        case 768..<800: 0x0802_9FDF & (1 << (value - 768)) != 0
        case 800..<818: 0x0003_61F8 & (1 << (value - 800)) != 0
        default: false
        }
    }

    /// The plain letter under a Latin letter with diacritics, as SQLite 3.40 folds it.
    private static func latinLetter(_ value: UInt32) -> UInt8? {
        let table: [UInt8]
        let first: UInt32
        switch value {
        case 0xC0...0x24F: (table, first) = (latinExtended, 0xC0)
        case 0x1E00...0x1EFF: (table, first) = (latinAdditional, 0x1E00)
        case 0x212A: return UInt8(ascii: "k")
        case 0x212B: return UInt8(ascii: "a")
        default: return nil
        }
        let letter = table[Int(value - first)]
        return letter == UInt8(ascii: ".") ? nil : letter
    }

    /// U+00C0 to U+024F, a dot where nothing is dropped.
    private static let latinExtended: [UInt8] = Array(
        """
        aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.yaaaaaaccccccccdd..eeeeeeeeee\
        gggggggghh..iiiiiiiii...jjkk.llllll....nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyy\
        zzzzzzs................................oo.............uu............................aaiioouuu\
        uuuuuuu.aa......ggkkoooo..j...gg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooy\
        y............................
        """.utf8)

    /// U+1E00 to U+1EFF.
    private static let latinAdditional: [UInt8] = Array(
        """
        aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrr\
        rrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaae\
        eeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......
        """.utf8)
}
