import CZlib

/// Takes bytes in pieces, as a file or another source gives them; empty at the end.
typealias ByteSource = () throws(ReadFailure) -> [UInt8]

/// Undoes gzip and deflate, in bounded pieces. Holds zlib's state, so it is a class; use it from
/// one task at a time.
final class Inflater {
    /// What comes out of one call at most.
    static let pieceSize = 256 << 10
    /// Data that grows more than this many times is a bomb, once it has given `harmless` bytes.
    static let mostGrowth = 200
    static let harmless = 16 << 20

    enum Failure: Error, Equatable {
        case broken, cutOff, tooMuch

        var reason: String {
            switch self {
            case .broken: "its compressed data is damaged"
            case .cutOff: "its compressed data breaks off"
            case .tooMuch: "its compressed data grows more than \(Inflater.mostGrowth) times"
            }
        }
    }

    private var stream = z_stream()
    private var isReady: Bool
    /// Whether the last member has ended and nothing of the next was met.
    private(set) var isBetweenMembers = true
    private var taken = 0
    private var given = 0

    /// `isRaw` is for deflate without any frame.
    init(isRaw: Bool = false) {
        isReady =
            (isRaw ? parley_inflate_begin_raw(&stream) : parley_inflate_begin(&stream)) == Z_OK
    }

    deinit { inflateEnd(&stream) }

    /// What the first of `input` give, at most `pieceSize` bytes, and how many of them were used.
    /// A member that ends is followed by the next; what follows the last and is none ends it all.
    func inflate(_ input: ArraySlice<UInt8>) throws(Failure) -> (output: [UInt8], used: Int) {
        guard isReady else { throw .broken }
        if isBetweenMembers, taken > 0, input.first != 0x1F { return ([], input.count) }
        isBetweenMembers = false
        var status = Z_OK
        let before = stream.total_in
        let output = [UInt8](unsafeUninitializedCapacity: Inflater.pieceSize) { memory, count in
            input.withUnsafeBufferPointer { bytes in
                stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
                stream.avail_in = UInt32(bytes.count)
                stream.next_out = memory.baseAddress
                stream.avail_out = UInt32(Inflater.pieceSize)
                status = CZlib.inflate(&stream, Z_NO_FLUSH)
            }
            count = Inflater.pieceSize - Int(stream.avail_out)
        }
        let used = Int(stream.total_in - before)
        taken += used
        given += output.count
        switch status {
        case Z_STREAM_END:
            isBetweenMembers = true
            inflateReset(&stream)
        case Z_OK, Z_BUF_ERROR: break
        default: throw .broken
        }
        if given > Inflater.harmless, given > taken * Inflater.mostGrowth { throw .tooMuch }
        return (output, used)
    }

    /// All that `bytes` give. Data that is cut off or damaged gives what came before, when that is
    /// anything; more than `limit` bytes are refused.
    static func whole(
        _ bytes: [UInt8], isRaw: Bool = false, atMost limit: Int
    ) throws(Failure) -> [UInt8] {
        let inflater = Inflater(isRaw: isRaw)
        var output: [UInt8] = []
        var position = 0
        do throws(Failure) {
            while position < bytes.count {
                let (piece, used) = try inflater.inflate(bytes[position...])
                if piece.isEmpty, used == 0 { throw .cutOff }
                output += piece
                position += used
                if output.count > limit { throw .tooMuch }
            }
            while !inflater.isBetweenMembers {
                let (piece, _) = try inflater.inflate([])
                if piece.isEmpty { break }
                output += piece
                if output.count > limit { throw .tooMuch }
            }
        } catch {
            if error == .tooMuch || output.isEmpty { throw error }
        }
        return output
    }
}

/// A source whose bytes are those of another, inflated.
final class InflatedSource {
    private let source: ByteSource
    private let inflater = Inflater()
    private var input: ArraySlice<UInt8> = []
    private var isAtEnd = false

    init(_ source: @escaping ByteSource) {
        self.source = source
    }

    /// The next piece; empty at the end. What can be read of damaged data is given before the
    /// failure is thrown.
    func next() throws(ReadFailure) -> [UInt8] {
        while true {
            if input.isEmpty, !isAtEnd {
                input = try source()[...]
                isAtEnd = input.isEmpty
            }
            do throws(Inflater.Failure) {
                if input.isEmpty, inflater.isBetweenMembers { return [] }
                let (output, used) = try inflater.inflate(input)
                input = input.dropFirst(used)
                if !output.isEmpty { return output }
                if used == 0, isAtEnd { throw .cutOff }
                if used == 0, !input.isEmpty { throw .broken }
            } catch {
                input = []
                isAtEnd = true
                throw ReadFailure(reason: error.reason)
            }
        }
    }
}
