/// What stands in one cell: a base scalar and up to four that combine with it, without allocation.
///
/// Five scalars are what a terminal cell of ncurses holds (`CCHARW_MAX`).
package struct Glyph: Hashable, Sendable {
    /// Scalars 0 to 2, and 3 to 4, in 21 bits each; a scalar is never U+0000.
    private var low: UInt64
    private var high: UInt64

    /// How many scalars a glyph can hold.
    package static let capacity = 5

    /// Nothing: the second column of a wide glyph.
    package static let empty = Glyph(low: 0)
    package static let blank = Glyph(" ")

    private init(low: UInt64) {
        self.low = low
        high = 0
    }

    init(_ base: Unicode.Scalar) {
        self.init(low: UInt64(base.value))
    }

    /// Adds a scalar that combines with the base; false when there is no room left.
    @discardableResult
    package mutating func append(_ scalar: Unicode.Scalar) -> Bool {
        let value = UInt64(scalar.value)
        if low >> 21 == 0 {
            low |= value << 21
        } else if low >> 42 == 0 {
            low |= value << 42
        } else if high == 0 {
            high = value
        } else if high >> 21 == 0 {
            high |= value << 21
        } else {
            return false
        }
        return true
    }

    /// The scalars in five places, 0 where there is none: the order of ncurses' `cchar_t.chars`.
    package var scalarValues: (UInt32, UInt32, UInt32, UInt32, UInt32) {
        let mask: UInt64 = 0x1F_FFFF
        return (
            UInt32(low & mask), UInt32(low >> 21 & mask), UInt32(low >> 42 & mask),
            UInt32(high & mask), UInt32(high >> 21 & mask)
        )
    }

    /// The base scalar's value; 0 when empty.
    package var base: UInt32 { UInt32(low & 0x1F_FFFF) }

    /// The glyph as text; empty for the second column of a wide one.
    package var text: String {
        let (a, b, c, d, e) = scalarValues
        var text = ""
        for value in [a, b, c, d, e] where value != 0 {
            if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
        }
        return text
    }
}
