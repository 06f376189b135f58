/// A hash of bytes that is the same on every machine and in every run: FNV-1a, 64 bits
/// (Fowler, Noll, Vo; IETF draft-eastlake-fnv). With a million articles the chance that any two
/// share a hash is about 1 in 40 million.
struct Fingerprint {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }

    mutating func add(_ bytes: [UInt8], _ range: Range<Int>) {
        var value = value
        for index in range {
            value = (value ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01b3
        }
        self.value = value
    }

    mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
    }

    /// 16 hexadecimal digits.
    var hexadecimal: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    /// The fingerprint of one word.
    static func of(_ word: some StringProtocol) -> UInt64 {
        var fingerprint = Fingerprint()
        for byte in word.utf8 { fingerprint.add(byte) }
        return fingerprint.value
    }
}
