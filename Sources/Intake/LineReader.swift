import Glibc

/// Reads an open file line by line with bounded memory: one buffer of 256 KiB and the line that
/// is being read, never more than `limit` bytes of it.
struct LineReader {
    /// One line without its end, and its number from 1.
    struct Line: Equatable {
        var number: Int
        var bytes: [UInt8]
        /// How long it is in the file; larger than `bytes` when it passed the limit.
        var size: Int
    }

    private let source: ByteSource
    private let limit: Int
    private var buffer: [UInt8] = []
    private var position = 0
    private var number = 0
    private var isAtEnd = false

    private static let bufferSize = 256 << 10

    /// `limit` is how many bytes of a line are kept; `head` are bytes already read.
    init(_ source: @escaping ByteSource, limit: Int, head: [UInt8] = []) {
        self.source = source
        self.limit = limit
        buffer = head
    }

    /// The lines of an open file.
    init(descriptor: Int32, limit: Int, head: [UInt8] = []) {
        let source: ByteSource = { () throws(ReadFailure) -> [UInt8] in
            var bytes: [UInt8] = []
            try read(descriptor, into: &bytes, atMost: LineReader.bufferSize)
            return bytes
        }
        self.init(source, limit: limit, head: head)
    }

    /// The next line, or nil at the end of the file; a last line needs no line end. Throws the
    /// system's words for a failed read, after which there is no further line.
    mutating func next() throws(ReadFailure) -> Line? {
        var line: [UInt8] = []
        var size = 0
        while true {
            if position == buffer.count, try !refill() {
                if size == 0 { return nil }
                number += 1
                return Line(number: number, bytes: line, size: size)
            }
            let end = buffer[position...].firstIndex(of: 0x0A) ?? buffer.count
            let room = max(0, limit - line.count)
            line.append(contentsOf: buffer[position..<min(end, position + room)])
            size += end - position
            position = min(end + 1, buffer.count)
            if end < buffer.count {
                number += 1
                if line.last == 0x0D { line.removeLast() }
                return Line(number: number, bytes: line, size: size)
            }
        }
    }

    private mutating func refill() throws(ReadFailure) -> Bool {
        if isAtEnd { return false }
        position = 0
        do throws(ReadFailure) {
            buffer = try source()
        } catch {
            isAtEnd = true
            buffer = []
            throw error
        }
        isAtEnd = buffer.isEmpty
        return !isAtEnd
    }
}

/// What the system says of a failed call, in its own words.
struct ReadFailure: Error, Equatable {
    var reason: String

    /// Of the call that has just failed.
    static var last: ReadFailure { ReadFailure(reason: String(cString: strerror(errno))) }
}

/// Replaces `buffer` by what one read gives; empty at the end of the file.
func read(
    _ descriptor: Int32, into buffer: inout [UInt8], atMost count: Int
) throws(ReadFailure) {
    var failure: ReadFailure?
    buffer = [UInt8](unsafeUninitializedCapacity: count) { memory, used in
        var got = Glibc.read(descriptor, memory.baseAddress, count)
        while got < 0 && errno == EINTR { got = Glibc.read(descriptor, memory.baseAddress, count) }
        if got < 0 { failure = .last }
        used = max(0, got)
    }
    if let failure { throw failure }
}
