/// The same numbers in every run (SplitMix64, Steele et al. 2014), so that a find can be made again.
package struct Dice: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(_ seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// 0 up to `limit`, which must be above 0.
    package mutating func number(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    mutating func one<Value>(of values: [Value]) -> Value { values[number(values.count)] }

    /// A range inside of `count`, mostly short.
    mutating func range(in count: Int) -> Range<Int> {
        if count == 0 { return 0..<0 }
        let start = number(count)
        let length = number(4) == 0 ? number(count - start) + 1 : number(32) + 1
        return start..<min(count, start + length)
    }
}

/// Changes inputs the way damage, malice and chance do.
package struct Mutator: Sendable {
    /// Words of the format, put in anywhere.
    var dictionary: [[UInt8]]
    /// Longer inputs are cut.
    var longest = Mutator.largest
    /// The longest of any.
    package static let largest = 1 << 20

    /// One to eight changes of `input`; pieces of `other` may come in.
    package func mutated(_ input: [UInt8], with other: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = input
        for _ in 0..<1 << dice.number(4) { change(&bytes, other, &dice) }
        if bytes.count > longest { bytes.removeSubrange(longest...) }
        return bytes
    }

    private func change(_ bytes: inout [UInt8], _ other: [UInt8], _ dice: inout Dice) {
        let place = dice.number(bytes.count + 1)
        let range = dice.range(in: bytes.count)
        switch dice.number(16) {
        case 0 where !bytes.isEmpty: bytes[dice.number(bytes.count)] ^= 1 << UInt8(dice.number(8))
        case 1 where !bytes.isEmpty: bytes[dice.number(bytes.count)] = UInt8(dice.number(256))
        case 2: bytes.removeSubrange(range)
        case 3: bytes.insert(contentsOf: bytes[range], at: place)
        case 4: bytes.replaceSubrange(range, with: other[dice.range(in: other.count)])
        case 5: bytes.insert(contentsOf: other[dice.range(in: other.count)], at: place)
        case 6: bytes.removeSubrange(place...)
        case 7: bytes.removeSubrange(..<place)
        case 8: insert(repeated(Array(bytes[range]), &dice), into: &bytes, at: place)
        case 9: insert(repeated(dice.one(of: dictionary), &dice), into: &bytes, at: place)
        case 10:
            bytes.insert(contentsOf: Mutator.strange[dice.number(Mutator.strange.count)], at: place)
        case 11: bytes.replaceSubrange(range, with: Mutator.number(&dice))
        case 12: bytes.swapRanges(range, dice.range(in: bytes.count))
        default: bytes.insert(contentsOf: dice.one(of: dictionary), at: place)
        }
    }

    /// Mostly a few times, now and then so often that what is not linear shows.
    private func repeated(_ piece: [UInt8], _ dice: inout Dice) -> [UInt8] {
        let most = dice.number(24) == 0 ? 60_000 : 40
        let room = min(200_000, longest) / max(1, piece.count) + 1
        let times = min(dice.number(most) + 1, room)
        return Array(repeatElement(piece, count: times).joined())
    }

    private func insert(_ piece: [UInt8], into bytes: inout [UInt8], at place: Int) {
        if bytes.count + piece.count <= longest {
            bytes.insert(contentsOf: piece, at: place)
        }
    }

    private static func number(_ dice: inout Dice) -> [UInt8] {
        let numbers = [
            "0", "-1", "1", "255", "65536", "2147483647", "2147483648", "4294967296",
            "9223372036854775807", "9223372036854775808", "-9223372036854775808", "1e999", "0x7f",
            "99999999999999999999", "2025-13-45", "0000-00-00", "9999-12-31", "00:60:61",
        ]
        return Array(numbers[dice.number(numbers.count)].utf8)
    }

    /// What no honest text holds: zero bytes, broken and overlong UTF-8, surrogates, marks that
    /// reorder, controls, byte order marks, shifts of other encodings.
    private static let strange: [[UInt8]] = [
        [0], [0, 0, 0, 0], [0xFF], [0xFE, 0xFF], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xC0, 0x80],
        [0xC3], [0xE2, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x9F, 0x98],
        [0xE2, 0x80, 0xAE], [0xE2, 0x80, 0xA8], [0xC2, 0x85], [0xC2, 0x9B],
        [0x1B, 0x5B, 0x32, 0x4A],
        [0x1B, 0x24, 0x42], [0x7F], [0x08], [0x0D], [0x0D, 0x0A, 0x0D, 0x0A], [0xCC, 0x81],
        [0xE2, 0x80, 0x8D], [0xF0, 0x9F, 0x91, 0xA8], [0xEF, 0xBF, 0xBE], [0x1F, 0x8B, 8, 0],
    ]
}

extension [UInt8] {
    /// Puts the bytes of the one where the other stands; nothing when they overlap.
    fileprivate mutating func swapRanges(_ one: Range<Int>, _ other: Range<Int>) {
        guard !one.overlaps(other), !one.isEmpty, !other.isEmpty else { return }
        let (first, last) = one.lowerBound < other.lowerBound ? (one, other) : (other, one)
        let (left, right) = (Array(self[first]), Array(self[last]))
        replaceSubrange(last, with: left)
        replaceSubrange(first, with: right)
    }
}
