/// Articles that may clash have a key in common and say different things under it. Keys are hashes:
/// two facts that share one by chance are told apart when their claims are compared.
package struct ClaimKey: Hashable, Sendable {
    /// The matter in the four uppermost bits, then a hash of what it is about.
    package var key: UInt32
    /// A hash of all that the article says under the key.
    package var content: UInt32

    package init(key: UInt32, content: UInt32) {
        self.key = key
        self.content = content
    }

    package static func matter(of key: UInt32) -> Claim.Matter? {
        Claim.Matter(rawValue: UInt8(key >> 28))
    }
}

extension ArticleClaims {
    /// What the article is brought together with others by, each key once, ascending.
    package var keys: [ClaimKey] {
        var found: [(key: UInt32, content: UInt64)] = []
        for claim in claims {
            let content = claim.content
            for key in claim.keys { found.append((key, content)) }
        }
        found.sort { $0.key != $1.key ? $0.key < $1.key : $0.content < $1.content }
        var keys: [ClaimKey] = []
        var index = 0
        while index < found.count {
            var sum: UInt64 = 0
            var last: UInt64 = 0
            let key = found[index].key
            while index < found.count, found[index].key == key {
                // What is said twice in the same way is said once.
                if found[index].content != last { sum &+= found[index].content }
                last = found[index].content
                index += 1
            }
            keys.append(ClaimKey(key: key, content: UInt32(truncatingIfNeeded: sum >> 32)))
        }
        return keys
    }
}

extension Claim {
    /// Words in a row that two quotations of one remark share.
    static let quoteRun = 5

    /// The keys of the fact; none where nothing could clash with it.
    package var keys: [UInt32] {
        switch matter {
        case .figure where isBound && detail == nil: []
        case .figure: [key([about, isBound ? detail ?? "" : ""])]
        case .quote: traits.contains(.denied) ? [] : runs
        case .scope: [key([about, String(number)])]
        default: [key([about])]
        }
    }

    /// A figure that hangs on an event and says nothing without it.
    var isBound: Bool { !about.hasPrefix("plan.") && !about.hasSuffix(".age") }

    private var runs: [UInt32] {
        guard words.count > Claim.quoteRun else { return [] }
        return (0...words.count - Claim.quoteRun).map { start in
            var hash = Hash(about)
            for word in words[start..<start + Claim.quoteRun] { hash.add(UInt64(word)) }
            return key(hash)
        }
    }

    private func key(_ parts: [String]) -> UInt32 {
        var hash = Hash("")
        for part in parts { hash.add(part) }
        return key(hash)
    }

    private func key(_ hash: Hash) -> UInt32 {
        UInt32(matter.rawValue) << 28 | UInt32(truncatingIfNeeded: hash.value >> 36)
    }

    /// A hash of what is compared, whatever the place and the words shown.
    fileprivate var content: UInt64 {
        var hash = Hash(value)
        hash.add(draft ?? "")
        hash.add(detail ?? "")
        hash.add(number.bitPattern)
        hash.add(end.bitPattern)
        hash.add(UInt64(traits.rawValue))
        for word in words { hash.add(UInt64(word)) }
        return hash.value
    }
}

/// FNV-1a over texts and numbers, well mixed at the end.
struct Hash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    init(_ text: String) { add(text) }

    mutating func add(_ text: String) {
        for byte in text.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
        state = (state ^ 0xFF) &* 0x100_0000_01B3
    }

    mutating func add(_ number: UInt64) {
        state = (state ^ number) &* 0x9E37_79B9_7F4A_7C15
        state ^= state >> 32
    }

    /// The same in 32 bits.
    var short: UInt32 { UInt32(truncatingIfNeeded: value >> 32) }

    var value: UInt64 {
        var mixed = (state ^ state >> 33) &* 0xFF51_AFD7_ED55_8CCD
        mixed = (mixed ^ mixed >> 33) &* 0xC4CE_B9FE_1A85_EC53
        return mixed ^ mixed >> 33
    }
}
