/// Packs numbers and strings into bytes: numbers as LEB128, each distinct string once.
///
/// A string is written as 0 for nil, 1 and its bytes at its first use, and n + 2 when it is the
/// n-th string of this blob. `BlobReader` reads it back.
struct BlobWriter {
    private(set) var bytes: [UInt8] = []
    private var numbers: [String: Int] = [:]

    mutating func number(_ value: Int) {
        precondition(value >= 0, "blobs hold offsets and counts, none below zero")
        var rest = UInt64(value)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Zigzag: small for small magnitudes of either sign.
    mutating func signed(_ value: Int) {
        var rest = UInt64(bitPattern: Int64((value << 1) ^ (value >> (Int.bitWidth - 1))))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func byte(_ value: UInt8) { bytes.append(value) }

    /// Four bytes: for hashes, which LEB128 would make longer.
    mutating func fixed(_ value: UInt32) {
        for shift in stride(from: UInt32(0), to: 32, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }

    /// Bytes that the blob ends with.
    mutating func rest(_ values: [UInt8]) { bytes.append(contentsOf: values) }

    mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

    mutating func string(_ value: String?) {
        guard let value else { return number(0) }
        if let known = numbers[value] { return number(known + 2) }
        numbers[value] = numbers.count
        number(1)
        number(value.utf8.count)
        bytes.append(contentsOf: value.utf8)
    }

    /// Exact; whole thousandths such as 0.95 or 28 take one to five bytes.
    mutating func double(_ value: Double) {
        let scaled = value * 1000
        if scaled.magnitude < 1e12, let whole = Int(exactly: scaled.rounded()),
            (Double(whole) / 1000).bitPattern == value.bitPattern
        {
            flag(true)
            return signed(whole)
        }
        flag(false)
        for shift in stride(from: 0, to: 64, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: value.bitPattern >> UInt64(shift)))
        }
    }

    /// Start and length.
    mutating func range(_ value: Range<Int>) {
        number(value.lowerBound)
        number(value.count)
    }

    mutating func list<Items: Collection>(
        _ items: Items, _ write: (inout BlobWriter, Items.Element) -> Void
    ) {
        number(items.count)
        for item in items { write(&self, item) }
    }

    mutating func strings(_ values: [String]) {
        list(values) { $0.string($1) }
    }
}
