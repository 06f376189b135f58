/// Places of one segment: packed as a list of numbers while they are few, as bits when many.
struct PlaceSet: Equatable, Sendable {
    private(set) var words = [UInt64](repeating: 0, count: Segment.rowCount / 64)

    init() {}

    mutating func insert(_ place: Int) { words[place >> 6] |= 1 << UInt64(place & 63) }
    mutating func remove(_ place: Int) { words[place >> 6] &= ~(1 << UInt64(place & 63)) }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// Two bytes a place, or all bits, whichever is shorter; little-endian.
    var bytes: [UInt8] {
        var count = 0
        for word in words { count += word.nonzeroBitCount }
        guard 2 * count < Segment.rowCount / 8 else { return words.withUnsafeBytes { Array($0) } }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(2 * count)
        for (index, bits) in words.enumerated() {
            var rest = bits
            while rest != 0 {
                let place = index << 6 | rest.trailingZeroBitCount
                bytes.append(UInt8(truncatingIfNeeded: place))
                bytes.append(UInt8(truncatingIfNeeded: place >> 8))
                rest &= rest - 1
            }
        }
        return bytes
    }

    /// Throws `MalformedBlob` when the bytes are neither form.
    init(bytes: UnsafeRawBufferPointer) throws {
        if bytes.count == Segment.rowCount / 8 {
            for index in words.indices {
                words[index] = bytes.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self)
            }
            return
        }
        guard bytes.count % 2 == 0, bytes.count < Segment.rowCount / 8
        else { throw MalformedBlob(offset: 0) }
        for offset in stride(from: 0, to: bytes.count, by: 2) {
            let place = Int(bytes.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
            guard place < Segment.rowCount else { throw MalformedBlob(offset: offset) }
            insert(place)
        }
    }
}
