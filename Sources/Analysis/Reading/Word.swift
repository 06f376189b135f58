/// A word as layers compare it: a 64-bit hash (FNV-1a) of its folded bytes, so that "Zelensky’s",
/// "ZELENSKY" and "zelensky" are one integer. Two different words are alike by chance once in
/// about 10¹³ pairs.
struct Word: Hashable, Sendable {
    private(set) var hash: UInt64

    /// The hash of no bytes: what stands before the first and after the last token.
    static let none = Word()

    init() { hash = 0xCBF2_9CE4_8422_2325 }

    /// The word a text is when it is read as one token; `Word("don't")`, `Word("U.S.")`, `Word(",")`.
    init(_ text: String) {
        self = Tokeniser.tokens(of: text, lexicon: .empty).first?.word ?? .none
    }

    /// A key of its own for each pair of word and number.
    init(mixing word: Word, with number: Int) {
        let mixed = UInt64(bitPattern: Int64(number)) &* 0x9E37_79B9_7F4A_7C15
        hash = (word.hash ^ mixed) &* 0xD6E8_FEB8_6659_FD93
    }

    mutating func add(_ byte: UInt8) {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
}

/// A set of words, compiled once, asked often.
struct WordSet: Sendable {
    private var table: WordTable

    /// One word each; anything longer belongs into `Phrases`.
    init(_ words: [String]) {
        table = WordTable()
        for word in words { table.insert(Word(word), 1) }
    }

    /// Words parted by blanks or line ends.
    init(_ words: String) {
        self.init(words.split { $0 == " " || $0 == "\n" }.map(String.init))
    }

    func contains(_ word: Word) -> Bool { table.value(of: word) != 0 }
}

/// Open addressing from word to a value that is not zero. Values of one word are united by `|`.
struct WordTable: Sendable {
    private var keys: [UInt64] = Array(repeating: 0, count: 16)
    private var values: [UInt64] = Array(repeating: 0, count: 16)
    private var count = 0

    mutating func insert(_ word: Word, _ value: UInt64) {
        if 2 * (count + 1) > keys.count { grow() }
        let slot = slot(of: word.hash)
        if values[slot] == 0 { count += 1 }
        keys[slot] = word.hash
        values[slot] |= value
    }

    /// Zero when the word is not in the table.
    func value(of word: Word) -> UInt64 { values[slot(of: word.hash)] }

    private func slot(of hash: UInt64) -> Int {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
        while values[slot] != 0, keys[slot] != hash { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let old = (keys, values)
        keys = Array(repeating: 0, count: old.0.count * 4)
        values = keys
        for index in old.0.indices where old.1[index] != 0 {
            let slot = slot(of: old.0[index])
            keys[slot] = old.0[index]
            values[slot] = old.1[index]
        }
    }
}
