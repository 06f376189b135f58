/// One word, number or mark of an article. "Putin's" is the token "Putin" with `possessive`;
/// "28‑point" is "28", "-", "point", the latter two `glued`; "U.S." is one token that equals "US".
struct Token: Sendable {
    struct Flags: OptionSet, Sendable {
        let rawValue: UInt16

        static let word = Flags(rawValue: 1 << 0)
        /// Digits with inner points and commas: "600,000".
        static let number = Flags(rawValue: 1 << 1)
        /// Punctuation and symbols.
        static let mark = Flags(rawValue: 1 << 2)
        /// Begins with a capital letter.
        static let capitalised = Flags(rawValue: 1 << 3)
        /// Two letters or more, all capital.
        static let allCaps = Flags(rawValue: 1 << 4)
        /// An 's or a bare apostrophe after s was split off; "it's" and "he's" have it, too.
        static let possessive = Flags(rawValue: 1 << 5)
        /// 're, 've, 'll, 'd or 'm was split off.
        static let contracted = Flags(rawValue: 1 << 6)
        /// No blank stands before it, and it is not the first of its sentence.
        static let glued = Flags(rawValue: 1 << 7)
        /// A quotation mark that opens; straight ones are judged by the blanks beside them.
        static let opens = Flags(rawValue: 1 << 8)
        static let closes = Flags(rawValue: 1 << 9)
        /// A single quotation mark (only with `opens` or `closes`).
        static let single = Flags(rawValue: 1 << 10)
        /// A hyphen, minus or en dash; em dashes are the same word without the flag.
        static let hyphen = Flags(rawValue: 1 << 11)
        static let sentenceStart = Flags(rawValue: 1 << 12)
        /// The first word of its sentence or of a quotation: capitals say nothing here.
        static let capitalExpected = Flags(rawValue: 1 << 13)
        /// A word of nothing but ASCII letters.
        static let plain = Flags(rawValue: 1 << 14)
    }

    /// What there is among the tokens of a sentence, so that layers pass over those without a word
    /// they look for. Endings, and where a sentence begins, are not among the flags.
    struct Kinds: Sendable {
        var classes: WordClass = []
        var speech: SpeechClass = []
        var flags: Flags = []
    }

    /// Bytes of the text, without a possessive ending.
    var start: Int32
    var end: Int32
    /// The same in Unicode scalars.
    var scalarStart: Int32
    var scalarEnd: Int32
    var word: Word
    var classes: WordClass
    var sentence: Int32
    var flags: Flags

    var isWord: Bool { flags.contains(.word) }
    var isNumber: Bool { flags.contains(.number) }
    var isMark: Bool { flags.contains(.mark) }
    var isCapitalised: Bool { flags.contains(.capitalised) }
    var isAllCaps: Bool { flags.contains(.allCaps) }
    var isPossessive: Bool { flags.contains(.possessive) }
    var isGlued: Bool { flags.contains(.glued) }
    var isHyphen: Bool { flags.contains(.hyphen) }
    var opensQuote: Bool { flags.contains(.opens) }
    var closesQuote: Bool { flags.contains(.closes) }
}
