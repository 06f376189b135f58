import Analysis

/// Facts that may clash among some articles: for each key that articles of different content
/// share, who has it. Made by counting, not by comparing.
struct ClashPlan: Sendable {
    /// Articles with one key in common.
    struct Group: Sendable {
        var key: UInt32
        /// In `rows` and `contents`.
        var range: Range<Int>
        /// Of the article that was published last; `DayColumn.undated` when none is dated.
        var newest: Int32
    }

    private(set) var groups: [Group] = []
    private(set) var rows: [UInt32] = []
    private(set) var contents: [UInt32] = []

    /// Articles of a group that are compared with each other.
    static let memberLimit = 12

    /// `walk` visits every key of every article: row, key, content. It is walked twice: most keys
    /// stand in one article alone, and a first walk through little memory sorts them out.
    init(
        entryCount: Int, index: FacetIndex,
        walk: ((_ row: Int, _ key: UInt32, _ content: UInt32) -> Void) throws -> Void
    ) rethrows {
        var sieve = KeySieve(capacity: entryCount)
        try walk { _, key, content in sieve.add(key, content) }
        var entries: [(row: UInt32, key: UInt32, content: UInt32)] = []
        try walk { row, key, content in
            if sieve.mayDiffer(key) { entries.append((UInt32(row), key, content)) }
        }
        var table = KeyTable(capacity: entries.count)
        for entry in entries { table.add(entry.key, entry.content) }
        let count = table.layOut()
        guard count > 0 else { return }
        rows = [UInt32](repeating: 0, count: count)
        contents = [UInt32](repeating: 0, count: count)
        for entry in entries {
            guard let place = table.place(of: entry.key, index.day(ofRow: Int(entry.row)))
            else { continue }
            rows[place] = entry.row
            contents[place] = entry.content
        }
        groups = table.groups
        groups.sort {
            let (left, right) = ($0.key >> 28, $1.key >> 28)
            if left != right { return left < right }
            return $0.newest == $1.newest ? $0.key < $1.key : $0.newest > $1.newest
        }
    }

    /// The articles of a group that are compared with each other, by place in `rows`. Of many, the
    /// newest one for each thing that is said, and the one nearest to it in time that says another:
    /// what differs within days tells more than what differs within years.
    func members(of group: Group, index: FacetIndex) -> [Int] {
        if group.range.count <= ClashPlan.memberLimit { return Array(group.range) }
        let places = newestFirst(group, index)
        var chosen: [Int] = []
        var said: Set<UInt32> = []
        func choose(_ place: Int) {
            said.insert(contents[place])
            if chosen.count < ClashPlan.memberLimit, !chosen.contains(place) {
                chosen.append(place)
            }
        }
        for (order, place) in places.enumerated() where !said.contains(contents[place]) {
            if chosen.count >= ClashPlan.memberLimit { break }
            choose(place)
            let other = [order - 1, order + 1].filter(places.indices.contains).first {
                contents[places[$0]] != contents[place]
            }
            if let other { choose(places[other]) }
        }
        for place in places where chosen.count < ClashPlan.memberLimit { choose(place) }
        return chosen
    }

    private func newestFirst(_ group: Group, _ index: FacetIndex) -> [Int] {
        // The day in the upper bits, turned round so that the newest comes first.
        let keys = group.range.map { place in
            let day = Int64(index.day(ofRow: Int(rows[place])))
            return (Int64(Int32.max) - day) << 32 | Int64(place)
        }
        return keys.sorted().map { Int($0 & 0xFFFF_FFFF) }
    }
}

/// One content for each place that keys may fall on: keys whose place saw a single content are
/// not worth counting. A place that several keys fall on differs by chance, which costs only time.
private struct KeySieve {
    private static let free: UInt32 = 0
    private static let differs = UInt32.max
    private var places: [UInt32]

    init(capacity: Int) {
        var size = 16
        while size < capacity { size *= 2 }
        places = Array(repeating: KeySieve.free, count: size)
    }

    @inline(__always)
    mutating func add(_ key: UInt32, _ content: UInt32) {
        let place = scattered(key) & (places.count - 1)
        let content = min(max(content, KeySieve.free + 1), KeySieve.differs - 1)
        let seen = places[place]
        if seen == content { return }
        places[place] = seen == KeySieve.free ? content : KeySieve.differs
    }

    @inline(__always)
    func mayDiffer(_ key: UInt32) -> Bool {
        places[scattered(key) & (places.count - 1)] == KeySieve.differs
    }
}

/// Keys that follow each other, far apart.
@inline(__always)
private func scattered(_ key: UInt32) -> Int {
    Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 20)
}

/// Open addressing from key to what was seen under it.
private struct KeyTable {
    private struct Slot {
        var key: UInt32 = 0
        var content: UInt32 = 0
        /// 0 for a free slot; then the next place of the group in the order of places.
        var count: UInt32 = 0
        /// The group, or `none` where all articles say the same.
        var group: UInt32 = KeyTable.none
    }

    private static let none = UInt32.max
    private static let differs = UInt32.max - 1
    private var slots: [Slot]
    private(set) var groups: [ClashPlan.Group] = []

    init(capacity: Int) {
        var size = 16
        while size < 2 * capacity { size *= 2 }
        slots = Array(repeating: Slot(), count: size)
    }

    private func index(of key: UInt32) -> Int {
        let mask = slots.count - 1
        var index = scattered(key) & mask
        while slots[index].count != 0, slots[index].key != key { index = (index + 1) & mask }
        return index
    }

    mutating func add(_ key: UInt32, _ content: UInt32) {
        let index = index(of: key)
        if slots[index].count == 0 {
            slots[index].key = key
            slots[index].content = content
        } else if slots[index].content != content {
            slots[index].group = KeyTable.differs
        }
        slots[index].count += 1
    }

    /// Gives every key of different contents its places; returns how many there are in all.
    mutating func layOut() -> Int {
        var start = 0
        for index in slots.indices where slots[index].group == KeyTable.differs {
            let end = start + Int(slots[index].count)
            slots[index].group = UInt32(groups.count)
            slots[index].count = UInt32(start) + 1
            groups.append(
                ClashPlan.Group(
                    key: slots[index].key, range: start..<end, newest: DayColumn.undated))
            start = end
        }
        return start
    }

    /// The next place of the key's group; nil where all articles say the same.
    mutating func place(of key: UInt32, _ day: Int32) -> Int? {
        let index = index(of: key)
        let group = slots[index].group
        guard group != KeyTable.none else { return nil }
        defer { slots[index].count += 1 }
        groups[Int(group)].newest = max(groups[Int(group)].newest, day)
        return Int(slots[index].count) - 1
    }
}
