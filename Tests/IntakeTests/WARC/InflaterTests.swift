import Testing

@testable import Intake

struct InflaterTests {
    private func source(_ bytes: [UInt8], pieces size: Int) -> InflatedSource {
        var position = 0
        return InflatedSource { () throws(ReadFailure) -> [UInt8] in
            defer { position = min(bytes.count, position + size) }
            return Array(bytes[position..<min(bytes.count, position + size)])
        }
    }

    private func all(_ bytes: [UInt8], pieces size: Int) throws(ReadFailure) -> [UInt8] {
        let source = source(bytes, pieces: size)
        var output: [UInt8] = []
        while true {
            let piece = try source.next()
            if piece.isEmpty { return output }
            output += piece
        }
    }

    @Test(arguments: [1, 10, 100_000])
    func `members follow each other, what follows the last is left`(size: Int) throws {
        let packed =
            try WARCSample.gzipped(Array("one ".utf8)) + WARCSample.gzipped(Array("two".utf8))
        #expect(try all(packed, pieces: size) == Array("one two".utf8))
        #expect(try all(packed + [0, 0, 0], pieces: size) == Array("one two".utf8))
    }

    @Test func `what is cut off gives its beginning and says so`() throws {
        let words = Array(String(repeating: "words of the quay ", count: 1000).utf8)
        let packed = try WARCSample.gzipped(words).dropLast(12)
        #expect(throws: ReadFailure(reason: "its compressed data breaks off")) {
            try all(Array(packed), pieces: 10)
        }
        let part = try Inflater.whole(Array(packed), atMost: 1 << 20)
        #expect(!part.isEmpty && words.starts(with: part))
    }

    @Test func `what is damaged says so`() throws {
        let damaged: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF, 0xFF]
        #expect(throws: ReadFailure(reason: "its compressed data is damaged")) {
            try all(damaged, pieces: 100)
        }
    }

    @Test func `a bomb is stopped`() throws {
        let packed = try WARCSample.gzipped(Array(repeating: 0x20, count: 24 << 20))
        #expect(packed.count < 100_000)
        #expect(throws: Inflater.Failure.tooMuch) { try Inflater.whole(packed, atMost: 8 << 20) }
        #expect(throws: ReadFailure(reason: "its compressed data grows more than 200 times")) {
            let source = source(packed, pieces: 64 << 10)
            while try !source.next().isEmpty {}
        }
    }
}
