/// The first one, two and three letters of words, as numbers: keys of the table that answers the
/// first letters of a word being typed. FTS5's own prefix index takes ten times the room and
/// doubles the time to fill the index (docs/decisions/007).
enum WordStart {
    /// Longer starts are left to the full-text index, which has few words to go through then.
    static let longest = 3

    /// Keys below it belong to ASCII letters and digits of the text, then come those of titles.
    static let plainCount = 37 * 37 * 37

    /// The key of a folded word's start, itself of one to three characters; nil for longer ones.
    static func key(_ start: String, inTitle: Bool) -> Int? {
        let scalars = Array(start.unicodeScalars)
        guard (1...longest).contains(scalars.count) else { return nil }
        let letters = scalars.map { $0.value < 128 ? plainNumber(UInt8($0.value)) : 0 }
        if letters.allSatisfy({ $0 > 0 }) {
            let padded = letters + [0, 0]
            return plain(padded[0], padded[1], padded[2]) + (inTitle ? plainCount : 0)
        }
        return other(scalars.map(\.value), inTitle: inTitle)
    }

    static func plain(_ first: Int, _ second: Int, _ third: Int) -> Int {
        (first * 37 + second) * 37 + third
    }

    /// 20 bits a character (the last plane, of private use, falls on the first), above all plain
    /// keys.
    static func other(_ scalars: [UInt32], inTitle: Bool) -> Int {
        var key = inTitle ? 1 : 0
        for place in 0..<longest {
            key = key << 20 | Int(place < scalars.count ? scalars[place] & 0xF_FFFF : 0)
        }
        return key | 1 << 62
    }

    /// 1 to 36 for digits and small letters, 0 for all else.
    static func plainNumber(_ byte: UInt8) -> Int {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 47
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte) - 86
        default: 0
        }
    }
}

/// Collects the keys of all words of one article, each once.
struct WordStartCollector {
    private(set) var keys: [Int] = []
    private var plainSeen = [Bool](repeating: false, count: 2 * WordStart.plainCount)
    private var otherSeen: Set<Int> = []

    /// The keys collected since the last time, to begin with the next article.
    mutating func take() -> [Int] {
        for key in keys where key < plainSeen.count { plainSeen[key] = false }
        otherSeen.removeAll(keepingCapacity: true)
        defer { keys = [] }
        return keys
    }

    mutating func add(_ word: [UInt8], inTitle: Bool) {
        let count = min(word.count, WordStart.longest)
        var letters = (0, 0, 0)
        for place in 0..<count {
            let number = WordStart.plainNumber(word[place])
            if number == 0 { return addOther(word, inTitle: inTitle) }
            switch place {
            case 0: letters.0 = number
            case 1: letters.1 = number
            default: letters.2 = number
            }
        }
        let offset = inTitle ? WordStart.plainCount : 0
        if count > 2 { addPlain(offset + WordStart.plain(letters.0, letters.1, letters.2)) }
        if count > 1 { addPlain(offset + WordStart.plain(letters.0, letters.1, 0)) }
        if count > 0 { addPlain(offset + WordStart.plain(letters.0, 0, 0)) }
    }

    private mutating func addPlain(_ key: Int) {
        if plainSeen[key] { return }
        plainSeen[key] = true
        keys.append(key)
    }

    private mutating func addOther(_ word: [UInt8], inTitle: Bool) {
        let scalars = String(decoding: word, as: UTF8.self).unicodeScalars
            .prefix(WordStart.longest)
        for count in 1...max(1, scalars.count) {
            let start = String(String.UnicodeScalarView(scalars.prefix(count)))
            guard let key = WordStart.key(start, inTitle: inTitle) else { continue }
            if key < plainSeen.count {
                addPlain(key)
            } else if otherSeen.insert(key).inserted {
                keys.append(key)
            }
        }
    }
}
