import Intake

/// Articles are kept in runs of rows, so that a write touches one run and not the corpus.
enum Segment {
    static let rowCount = 4096

    static func number(ofRow row: Int) -> Int { row / rowCount }
    static func place(ofRow row: Int) -> Int { row % rowCount }
}

/// The publication days of one run of rows.
struct DayColumn: Equatable, Sendable {
    /// One a row; `undated` and `absent` are no days.
    private(set) var days: [Int32] = []

    static let undated = Int32.min
    /// No article stands in this row.
    static let absent = Int32.max

    /// Of an article that was published then.
    static func day(of published: PublicationDate?) -> Int32 {
        published?.day.number ?? undated
    }

    mutating func set(_ place: Int, to day: Int32) {
        while days.count <= place { days.append(DayColumn.absent) }
        days[place] = day
    }
}

/// The values of one run of rows in one column, end to end.
struct ListColumn: Equatable, Sendable {
    /// Where the values of each row end in `values`.
    private(set) var ends: [UInt32] = []
    private(set) var values: [UInt32] = []

    /// Empty for a row that was never set.
    func range(_ place: Int) -> Range<Int> {
        guard place < ends.count else { return 0..<0 }
        return (place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])
    }

    func list(_ place: Int) -> ArraySlice<UInt32> { values[range(place)] }

    /// Gives each value of each of `rows` that lies in this column's segment, row by row.
    @inline(__always)
    func visit(_ rows: RowSet, segment: Int, _ body: (_ row: Int, _ value: Int) -> Void) {
        ends.withUnsafeBufferPointer { ends in
            values.withUnsafeBufferPointer { values in
                rows.visit(segment: segment) { row in
                    let place = Segment.place(ofRow: row)
                    guard place < ends.count else { return }
                    var index = place == 0 ? 0 : Int(ends[place - 1])
                    let end = Int(ends[place])
                    while index < end {
                        body(row, Int(values[index]))
                        index += 1
                    }
                }
            }
        }
    }

    mutating func set(_ place: Int, to list: [UInt32]) {
        while ends.count <= place { ends.append(UInt32(values.count)) }
        let old = range(place)
        values.replaceSubrange(old, with: list)
        let shift = list.count - old.count
        guard shift != 0 else { return }
        for index in place..<ends.count { ends[index] = UInt32(Int(ends[index]) + shift) }
    }
}

// Stored as the bytes they have in memory, little-endian as on every machine Swift runs on:
// reading a million articles is then a few copies.

extension DayColumn {
    var bytes: [UInt8] { days.withUnsafeBytes { Array($0) } }

    init(bytes: UnsafeRawBufferPointer) {
        days = copied(bytes)
    }
}

extension ListColumn {
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(4 * (1 + ends.count + values.count))
        withUnsafeBytes(of: UInt32(ends.count)) { bytes.append(contentsOf: $0) }
        ends.withUnsafeBytes { bytes.append(contentsOf: $0) }
        values.withUnsafeBytes { bytes.append(contentsOf: $0) }
        return bytes
    }

    /// Throws `MalformedBlob` when the ends do not ascend to the number of values.
    init(bytes: UnsafeRawBufferPointer) throws {
        guard bytes.count >= 4, bytes.count % 4 == 0 else { throw MalformedBlob(offset: 0) }
        let count = Int(bytes.loadUnaligned(as: UInt32.self))
        guard count <= Segment.rowCount, bytes.count >= 4 + 4 * count
        else { throw MalformedBlob(offset: 0) }
        ends = copied(UnsafeRawBufferPointer(rebasing: bytes[4..<4 + 4 * count]))
        values = copied(UnsafeRawBufferPointer(rebasing: bytes[(4 + 4 * count)...]))
        var last: UInt32 = 0
        for end in ends {
            guard end >= last else { throw MalformedBlob(offset: 4) }
            last = end
        }
        guard last == UInt32(values.count) else { throw MalformedBlob(offset: 4 + 4 * count) }
    }
}

func copied<Number: BitwiseCopyable>(_ bytes: UnsafeRawBufferPointer) -> [Number] {
    let count = bytes.count / MemoryLayout<Number>.stride
    return [Number](unsafeUninitializedCapacity: count) { buffer, initialized in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(
            from: UnsafeRawBufferPointer(rebasing: bytes[..<(count * MemoryLayout<Number>.stride)]))
        initialized = count
    }
}
