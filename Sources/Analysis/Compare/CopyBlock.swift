/// Some of the articles that copies are looked for, and where their sequences stand in others.
struct CopyBlock {
    private(set) var articles: [Int32] = []
    private(set) var hashes: [UInt32] = []
    private var ends: [Int32] = []
    /// A bit for what the lower bits of a hash may be.
    private var filter = Array(repeating: UInt64(0), count: 1 << 18)
    /// Hash and article, in order, of every sketch that has a hash of the block.
    private(set) var entries: [UInt64] = []
    /// For each hash of the block its place among the entries.
    private(set) var places: [Int32] = []

    func range(_ place: Int) -> Range<Int> {
        (place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])
    }

    mutating func add(_ article: Int, _ sketches: CopySketches, _ place: Int) {
        for hash in sketches.hashes[sketches.range(place)] {
            hashes.append(hash)
            filter[Int(hash >> 6) & (filter.count - 1)] |= 1 << UInt64(hash & 63)
        }
        articles.append(Int32(article))
        ends.append(Int32(hashes.count))
    }

    func mayHold(_ hash: UInt32) -> Bool {
        filter[Int(hash >> 6) & (filter.count - 1)] & 1 << UInt64(hash & 63) != 0
    }

    /// `entries` in the order of their articles; each hash of the block is among them.
    mutating func layOut(_ entries: consuming [UInt64]) {
        self.entries = CopyBlock.sortedByHash(entries)
        places = Array(repeating: 0, count: hashes.count)
        for (entry, item) in self.entries.enumerated() {
            guard let place = place(of: Int32(item & 0xFFFF_FFFF)) else { continue }
            for index in range(place) where hashes[index] == UInt32(item >> 32) {
                places[index] = Int32(entry)
            }
        }
    }

    /// Where an article stands in the block; nil when it does not.
    private func place(of article: Int32) -> Int? {
        guard let first = articles.first, let last = articles.last, article >= first,
            article <= last
        else { return nil }
        var places = 0..<articles.count
        while places.count > 1 {
            let middle = (places.lowerBound + places.upperBound) / 2
            places =
                articles[middle] <= article
                ? middle..<places.upperBound : places.lowerBound..<middle
        }
        return articles[places.lowerBound] == article ? places.lowerBound : nil
    }

    /// By two passes over sixteen bits each, in which the order of articles is kept.
    private static func sortedByHash(_ given: consuming [UInt64]) -> [UInt64] {
        var entries = given
        var sorted = [UInt64](repeating: 0, count: entries.count)
        for shift in [UInt64(32), 48] {
            var starts = Array(repeating: 0, count: (1 << 16) + 1)
            for entry in entries { starts[Int(entry >> shift & 0xFFFF) + 1] += 1 }
            for slot in 1..<starts.count { starts[slot] += starts[slot - 1] }
            for entry in entries {
                let slot = Int(entry >> shift & 0xFFFF)
                sorted[starts[slot]] = entry
                starts[slot] += 1
            }
            swap(&entries, &sorted)
        }
        return entries
    }
}
