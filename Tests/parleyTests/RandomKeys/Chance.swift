/// Chance that is the same in every run (SplitMix64, by Steele, Lea and Flood), so that a failing
/// case can be found again by its seed.
struct Chance {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    /// True in one of so many cases.
    mutating func isOne(in count: Int) -> Bool { below(count) == 0 }

    /// One of what there is, which must be something.
    mutating func one<Item>(of items: [Item]) -> Item { items[below(items.count)] }
}
