/// Texts that are different each time and the same in every run.
struct RandomText {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// SplitMix64, by Steele, Lea and Flood.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }

    mutating func below(_ limit: Int) -> Int {
        Int(next() % UInt64(limit))
    }

    /// Scalars that are likely to go wrong: controls, marks, joiners, emoji, wide ones, any.
    mutating func scalar() -> Unicode.Scalar {
        let kinds: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0x20...0x7E, 0...0x1F, 0x7F...0x9F, 0x300...0x36F, 0x200B...0x200F,
            0x2028...0x202E, 0x2060...0x206F, 0x4E00...0x4E20, 0x1F466...0x1F469,
            0x1F3FB...0x1F3FF, 0x1F1E6...0x1F1FF, 0xFE0E...0xFE0F, 0x0900...0x0980, 0x0627...0x0640,
            0x1100...0x11FF, 0xE0000...0xE01EF, 0...0x10FFFF,
        ]
        while true {
            let kind = kinds[below(kinds.count)]
            let value = kind.lowerBound + UInt32(below(kind.count))
            if let scalar = Unicode.Scalar(value) { return scalar }
        }
    }

    mutating func text(upTo count: Int) -> String {
        var text = ""
        for _ in 0..<below(count + 1) { text.unicodeScalars.append(scalar()) }
        return text
    }
}
