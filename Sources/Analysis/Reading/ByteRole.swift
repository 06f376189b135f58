/// What a byte of UTF-8 can be the beginning of, as the tokeniser asks of each.
enum ByteRole: UInt8 {
    case blank, letter, digit, mark
    /// The first byte of a scalar outside ASCII: `Folding` says what that is.
    case wide

    /// By byte.
    static let ofBytes: [ByteRole] = (0...255).map { byte in
        switch UInt8(byte) {
        case 0...32, 127: .blank
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
        case 128...: .wide
        default: .mark
        }
    }

    /// The scalar that begins at `offset` of valid UTF-8, and its length in bytes.
    static func decode(_ bytes: [UInt8], at offset: Int) -> (scalar: UInt32, length: Int) {
        let first = UInt32(bytes[offset])
        func tail(_ index: Int) -> UInt32 { UInt32(bytes[offset + index]) & 0x3F }
        if first < 0x80 { return (first, 1) }
        if first < 0xE0 { return ((first & 0x1F) << 6 | tail(1), 2) }
        if first < 0xF0 { return ((first & 0xF) << 12 | tail(1) << 6 | tail(2), 3) }
        return ((first & 7) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
    }
}
