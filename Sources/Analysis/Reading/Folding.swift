/// How letters are compared: without case, without diacritics, ligatures spelled out. What is
/// shown never changes; only the hash of a word is made from folded bytes.
package enum Folding {
    /// What a scalar outside ASCII is to the tokeniser.
    enum Role {
        case letter, digit, blank, mark, hyphen, apostrophe, quote
        /// Soft hyphens, joiners, combining accents: part of the word, not of its hash.
        case ignored
        /// A script written without blanks: each scalar is a token of its own.
        case ideograph
    }

    /// What a mark of ASCII is.
    static func role(ofASCIIMark scalar: UInt32) -> Role {
        switch scalar {
        case 0x2D: .hyphen
        case 0x22: .quote
        case 0x27, 0x60: .apostrophe
        default: .mark
        }
    }

    static func role(of scalar: UInt32) -> Role {
        switch scalar {
        case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .blank
        case 0x2010...0x2015, 0x2212: .hyphen
        case 0x2018, 0x2019, 0x201A, 0x201B, 0x2BC: .apostrophe
        case 0x201C...0x201F, 0xAB, 0xBB, 0x2039, 0x203A, 0x300C...0x300F: .quote
        case 0xAD, 0x300...0x36F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064,
            0xFE00...0xFE0F,
            0xFEFF:
            .ignored
        case 0xAA, 0xB5, 0xBA: .letter
        case 0x80..<0xC0, 0xD7, 0xF7: .mark
        case 0x2000...0x2BFF, 0x3001...0x3004, 0x3008...0x3020, 0x3030, 0xFE10...0xFE6F: .mark
        case 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFE0...0xFFFD:
            .mark
        case 0x60C, 0x61B, 0x61F, 0x66A...0x66D, 0x6D4, 0x589, 0x5BE, 0x964, 0x965, 0xE000...0xF8FF:
            .mark
        case 0x1F000...0x1FAFF: .mark
        case 0xFF10...0xFF19, 0x660...0x669, 0x6F0...0x6F9: .digit
        case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            .ideograph
        default: .letter
        }
    }

    /// Adds the folded form of a letter outside ASCII to a hash.
    static func add(_ scalar: UInt32, to hash: inout Word) {
        if scalar < 0x250 {
            addLatin(Int(scalar) - 0xC0, of: latin, scalar, to: &hash)
        } else if scalar >= 0x1E00, scalar < 0x1F00 {
            addLatin(Int(scalar) - 0x1E00, of: latinAdditional, scalar, to: &hash)
        } else {
            addScalar(lowered(scalar), to: &hash)
        }
    }

    private static func addLatin(
        _ index: Int, of table: [UInt8], _ scalar: UInt32, to hash: inout Word
    ) {
        let dash = UInt8(ascii: "-")
        guard index >= 0, table[2 * index] != dash else { return addScalar(scalar, to: &hash) }
        hash.add(table[2 * index])
        if table[2 * index + 1] != dash { hash.add(table[2 * index + 1]) }
    }

    private static func addScalar(_ scalar: UInt32, to hash: inout Word) {
        hash.add(UInt8(truncatingIfNeeded: scalar))
        hash.add(UInt8(truncatingIfNeeded: scalar >> 8))
        hash.add(UInt8(truncatingIfNeeded: scalar >> 16))
    }

    /// Greek, Cyrillic and Armenian small letters; ё counts as е, ґ as г.
    private static func lowered(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x391...0x3A9: scalar + 32
        case 0x401, 0x451: 0x435
        case 0x490, 0x491: 0x433
        case 0x400...0x40F: scalar + 80
        case 0x410...0x42F: scalar + 32
        case 0x460...0x481, 0x48A...0x52F: scalar | 1
        case 0x531...0x556: scalar + 48
        default: scalar
        }
    }

    /// The one scalar that a scalar outside ASCII is compared as: its base letter, small unless case
    /// is kept; a plain hyphen, apostrophe, quotation mark or blank; nil for what is part of the
    /// word beside it, such as a combining accent.
    package static func plain(_ scalar: UInt32, keepsCase: Bool) -> UInt32? {
        switch role(of: scalar) {
        case .ignored: return nil
        case .blank: return 0x20
        case .hyphen: return 0x2D
        case .apostrophe: return 0x27
        case .quote: return 0x22
        case .digit, .mark, .ideograph: return scalar
        case .letter: break
        }
        let small = base(scalar) ?? smallLetter(scalar)
        guard keepsCase, isCapital(scalar) else { return small }
        return small < 0x80 ? small & ~0x20 : scalar
    }

    package static func isWord(_ scalar: UInt32) -> Bool {
        switch role(of: scalar) {
        case .letter, .digit, .ideograph: true
        default: false
        }
    }

    package static func isDigit(_ scalar: UInt32) -> Bool { role(of: scalar) == .digit }

    package static func isBlank(_ scalar: UInt32) -> Bool { role(of: scalar) == .blank }

    /// The one ASCII letter under a Latin letter; nil where it has none or more than one.
    private static func base(_ scalar: UInt32) -> UInt32? {
        let table: [UInt8]
        let index: Int
        switch scalar {
        case 0xC0..<0x250: (table, index) = (latin, Int(scalar) - 0xC0)
        case 0x1E00..<0x1F00: (table, index) = (latinAdditional, Int(scalar) - 0x1E00)
        default: return nil
        }
        let dash = UInt8(ascii: "-")
        guard table[2 * index] != dash, table[2 * index + 1] == dash else { return nil }
        return UInt32(table[2 * index])
    }

    private static func smallLetter(_ scalar: UInt32) -> UInt32 {
        let small = lowered(scalar)
        guard small == scalar, scalar < 0x250, let letter = Unicode.Scalar(scalar) else {
            return small
        }
        let mapped = letter.properties.lowercaseMapping.unicodeScalars
        return mapped.count == 1 ? mapped.first?.value ?? scalar : scalar
    }

    static func isCapital(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x410...0x42F, 0x400...0x40F: true
        case 0x430...0x45F: false
        default: Unicode.Scalar(scalar)?.properties.isUppercase ?? false
        }
    }

    /// Two bytes for each scalar from U+00C0 to U+024F: its base letters, "-" where there is none.
    private static let latin = Array(
        """
        a-a-a-a-a-a-aec-e-e-e-e-i-i-i-i-d-n-o-o-o-o-o---o-u-u-u-u-y-thssa-a-a-a-a-a-aec-e-e-\
        e-e-i-i-i-i-d-n-o-o-o-o-o---o-u-u-u-u-y-thy-a-a-a-a-a-a-c-c-c-c-c-c-c-c-d-d-d-d-e-e-\
        e-e-e-e-e-e-e-e-g-g-g-g-g-g-g-g-h-h-h-h-i-i-i-i-i-i-i-i-i-i-ijijj-j-k-k-k-l-l-l-l-l-\
        l-----l-l-n-n-n-n-n-n---n-n-o-o-o-o-o-o-oeoer-r-r-r-r-r-s-s-s-s-s-s-s-s-t-t-t-t-t-t-\
        u-u-u-u-u-u-u-u-u-u-u-u-w-w-y-y-y-z-z-z-z-z-z-s-------------------------------------\
        ----------------------------o-o---------------------------u-u-----------------------\
        ----------------dzdzdzljljljnjnjnja-a-i-i-o-o-u-u-u-u-u-u-u-u-u-u---a-a-a-a-aeae----\
        g-g-k-k-o-o-o-o-----j-dzdzdzg-g-----n-n-a-a-aeaeo-o-a-a-a-a-e-e-e-e-i-i-i-i-o-o-o-o-\
        r-r-r-r-u-u-u-u-s-s-t-t-----h-h-------------a-a-e-e-o-o-o-o-o-o-o-o-y-y-------------\
        --------------------------------------------
        """.utf8)

    /// The same for U+1E00 to U+1EFF.
    private static let latinAdditional = Array(
        """
        a-a-b-b-b-b-b-b-c-c-d-d-d-d-d-d-d-d-d-d-e-e-e-e-e-e-e-e-e-e-f-f-g-g-h-h-h-h-h-h-h-h-\
        h-h-i-i-i-i-k-k-k-k-k-k-l-l-l-l-l-l-l-l-m-m-m-m-m-m-n-n-n-n-n-n-n-n-o-o-o-o-o-o-o-o-\
        p-p-p-p-r-r-r-r-r-r-r-r-s-s-s-s-s-s-s-s-s-s-t-t-t-t-t-t-t-t-u-u-u-u-u-u-u-u-u-u-v-v-\
        v-v-w-w-w-w-w-w-w-w-w-w-x-x-x-x-y-y-z-z-z-z-z-z-h-t-w-y---s-----ss--a-a-a-a-a-a-a-a-\
        a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-e-e-e-e-e-e-e-e-e-e-e-e-e-e-e-e-i-i-i-i-o-o-o-o-o-o-\
        o-o-o-o-o-o-o-o-o-o-o-o-o-o-o-o-o-o-u-u-u-u-u-u-u-u-u-u-u-u-u-u-y-y-y-y-y-y-y-y-----\
        --------
        """.utf8)
}
