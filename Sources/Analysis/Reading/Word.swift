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

    /// The same in 32 bits: enough where few words are compared.
    var short: UInt32 { UInt32(truncatingIfNeeded: hash ^ hash >> 32) }

    mutating func add(_ byte: UInt8) {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
}

/// A set of words, compiled once, asked often.
struct WordSet: Sendable {
    private var table: WordTable
    /// A bit for six bits of each word's hash: most words that are asked for end here, without a
    /// look at the table.
    private var filter: UInt64 = 0

    /// One word each; anything longer belongs into `Phrases`.
    init(_ words: [String]) {
        self.init(words.map { Word($0) })
    }

    init(_ words: some Sequence<Word>) {
        table = WordTable()
        for word in words {
            table.insert(word, 1)
            filter |= WordSet.bit(of: word)
        }
    }

    /// Words parted by blanks or line ends.
    init(_ words: String) {
        self.init(words.split { $0 == " " || $0 == "\n" }.map(String.init))
    }

    @inline(__always)
    func contains(_ word: Word) -> Bool {
        filter & WordSet.bit(of: word) != 0 && table.value(of: word) != 0
    }

    @inline(__always)
    private static func bit(of word: Word) -> UInt64 { 1 << (word.hash & 63) }
}

/// Says of most words at once that they are not among some: a bit for each part of a hash.
struct WordFilter: Sendable {
    private var bits: [UInt64]
    private let mask: Int

    /// `size` is a power of two, at least 64; some ten times as many as there are words.
    init(size: Int) {
        bits = Array(repeating: 0, count: size / 64)
        mask = size - 1
    }

    mutating func insert(_ word: Word) {
        let bit = Int(truncatingIfNeeded: word.hash) & mask
        bits[bit >> 6] |= 1 << UInt64(bit & 63)
    }

    /// False where the word was not inserted; true may be wrong.
    @inline(__always)
    func mayContain(_ word: Word) -> Bool {
        let bit = Int(truncatingIfNeeded: word.hash) & mask
        return bits[bit >> 6] & (1 << UInt64(bit & 63)) != 0
    }
}

/// Open addressing from word to a value that is not zero. Values of one word are united by `|`.
struct WordTable: Sendable {
    private struct Slot {
        var key: UInt64 = 0
        var value: UInt64 = 0
    }

    private var slots = Array(repeating: Slot(), count: 16)
    private var count = 0

    mutating func insert(_ word: Word, _ value: UInt64) {
        if 2 * (count + 1) > slots.count { grow() }
        let index = index(of: word.hash)
        if slots[index].value == 0 { count += 1 }
        slots[index].key = word.hash
        slots[index].value |= value
    }

    /// Gives a word the value, which is not zero, in place of the one it had.
    mutating func replace(_ word: Word, with value: UInt64) {
        if 2 * (count + 1) > slots.count { grow() }
        let index = index(of: word.hash)
        if slots[index].value == 0 { count += 1 }
        slots[index] = Slot(key: word.hash, value: value)
    }

    /// Zero when the word is not in the table.
    func value(of word: Word) -> UInt64 {
        let mask = slots.count - 1
        var index = WordTable.first(of: word.hash) & mask
        while true {
            let slot = slots[index]
            if slot.value == 0 || slot.key == word.hash { return slot.value }
            index = (index + 1) & mask
        }
    }

    private static func first(of hash: UInt64) -> Int {
        Int(truncatingIfNeeded: hash ^ (hash >> 29))
    }

    private func index(of hash: UInt64) -> Int {
        let mask = slots.count - 1
        var index = WordTable.first(of: hash) & mask
        while slots[index].value != 0, slots[index].key != hash { index = (index + 1) & mask }
        return index
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: old.count * 2)
        for slot in old where slot.value != 0 { slots[index(of: slot.key)] = slot }
    }
}
