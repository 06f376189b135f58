/// Words that numbers and what they count are made of.
struct NumberWords: Sendable {
    enum Meaning: Equatable {
        /// one to nineteen
        case small(Int)
        /// twenty to ninety
        case tens(Int)
        /// hundred, thousand, million …
        case scale(Double)
        /// tens, dozens, hundreds: no exact number
        case many(Double)
        case dozen
        case half
        case ordinal(Int)
        /// nearly, about: the number is not exact
        case approximate
        /// "than", "to", "least": ends "more than", "up to", "at least"
        case bound
        /// bn, m, k behind digits
        case suffix(Double)
        case none
    }

    private var table = WordTable()

    init() {
        for (index, word) in Self.list(Self.smalls).enumerated() { add(word, 1, UInt64(index + 1)) }
        for (index, word) in Self.list(Self.tens).enumerated() {
            add(word, 2, UInt64(10 * (index + 2)))
        }
        for (word, value) in [
            ("hundred", 1e2), ("thousand", 1e3), ("million", 1e6), ("billion", 1e9),
            ("trillion", 1e12),
        ] {
            add(word, 3, UInt64(value))
            add(word + "s", 4, UInt64(value))
        }
        add("dozens", 4, 12)
        add("tens", 4, 10)
        add("dozen", 5, 0)
        add("half", 6, 0)
        for (index, word) in Self.list(Self.ordinals).enumerated() {
            add(word, 7, UInt64(index + 1))
        }
        for word in Self.list(Self.approximations) { add(word, 8, 0) }
        for word in Self.list("than least to most estimated many") { add(word, 9, 0) }
        for (word, value) in [("bn", 1e9), ("mn", 1e6), ("tn", 1e12), ("m", 1e6), ("k", 1e3)] {
            add(word, 10, UInt64(value))
        }
    }

    func meaning(of word: Word) -> Meaning {
        let code = table.value(of: word)
        let value = code >> 8
        switch code & 0xFF {
        case 1: return .small(Int(value))
        case 2: return .tens(Int(value))
        case 3: return .scale(Double(value))
        case 4: return .many(Double(value))
        case 5: return .dozen
        case 6: return .half
        case 7: return .ordinal(Int(value))
        case 8: return .approximate
        case 9: return .bound
        case 10: return .suffix(Double(value))
        default: return .none
        }
    }

    private mutating func add(_ text: String, _ kind: UInt64, _ value: UInt64) {
        let word = Word(text)
        if table.value(of: word) == 0 { table.insert(word, value << 8 | kind) }
    }

    private static func list(_ text: String) -> [String] {
        text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
    }

    /// The words with which a number in words can begin.
    static let beginnings = [
        smalls, tens, ordinals, "hundred thousand million billion trillion",
        "hundreds thousands millions billions trillions dozens tens dozen half",
    ].joined(separator: " ")

    private static let smalls = """
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen
        """
    private static let tens = "twenty thirty forty fifty sixty seventy eighty ninety"
    private static let ordinals = """
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
        thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
        """
    private static let approximations = """
        nearly almost about around roughly approximately some circa approx over under above below
        exceeding
        """
}
