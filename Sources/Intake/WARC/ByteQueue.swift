/// Bytes of a source as lines and blocks, holding no more than was asked for and one piece.
struct ByteQueue {
    private let source: ByteSource
    private var bytes: [UInt8] = []
    private var position = 0
    private var isAtEnd = false
    /// Thrown by the source; what had been read before is still given.
    private(set) var failure: ReadFailure?

    init(_ source: @escaping ByteSource) {
        self.source = source
    }

    private var left: Int { bytes.count - position }

    /// Whether there are `count` more bytes, read in as needed.
    private mutating func fill(_ count: Int) -> Bool {
        while left < count, !isAtEnd {
            if position > 0 {
                bytes.removeSubrange(..<position)
                position = 0
            }
            do throws(ReadFailure) {
                let piece = try source()
                isAtEnd = piece.isEmpty
                bytes += piece
            } catch {
                failure = error
                isAtEnd = true
            }
        }
        return left >= count
    }

    /// The next line without its end, cut to `limit` bytes; nil at the end.
    mutating func line(atMost limit: Int) -> [UInt8]? {
        var line: [UInt8] = []
        guard fill(1) else { return nil }
        while fill(1) {
            let end = bytes[position...].firstIndex(of: 0x0A)
            let part = bytes[position..<(end ?? bytes.count)]
            line += part.prefix(max(0, limit - line.count))
            position = part.endIndex
            if end != nil {
                position += 1
                break
            }
        }
        if line.last == 0x0D { line.removeLast() }
        return line
    }

    /// The next `count` bytes, or as many as there are.
    mutating func block(_ count: Int) -> [UInt8] {
        var block: [UInt8] = []
        block.reserveCapacity(min(count, 1 << 20))
        while block.count < count, fill(1) {
            let part = bytes[position...].prefix(count - block.count)
            block += part
            position = part.endIndex
        }
        return block
    }

    /// Drops the next `count` bytes.
    mutating func skip(_ count: Int) {
        var rest = count
        while rest > 0, fill(1) {
            let step = min(rest, left)
            position += step
            rest -= step
        }
    }

    /// Puts bytes back before all others.
    mutating func putBack(_ back: ArraySlice<UInt8>) {
        bytes.replaceSubrange(..<position, with: back)
        position = 0
    }
}
