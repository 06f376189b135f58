import Foundation
import Testing

@testable import Intake

struct LineReaderTests {
    private func lines(_ text: String, limit: Int = 1000, head: Int = 0) throws -> [LineReader.Line]
    {
        let folder = try TemporaryFolder()
        let handle = try #require(FileHandle(forReadingAtPath: folder.write("f", text)))
        var first: [UInt8] = []
        if head > 0 { try Intake.read(handle.fileDescriptor, into: &first, atMost: head) }
        var reader = LineReader(descriptor: handle.fileDescriptor, limit: limit, head: first)
        var lines: [LineReader.Line] = []
        while let line = try reader.next() { lines.append(line) }
        #expect(try reader.next() == nil)
        return lines
    }

    @Test(
        arguments: [
            ("", []), ("\n", [""]), ("a", ["a"]), ("a\nb", ["a", "b"]), ("a\r\nb\n", ["a", "b"]),
            ("\n\na\n", ["", "", "a"]), ("a\rb", ["a\rb"]),
        ] as [(String, [String])])
    func `lines end at line feeds`(text: String, expected: [String]) throws {
        let lines = try lines(text)
        #expect(lines.map { String(decoding: $0.bytes, as: UTF8.self) } == expected)
        #expect(lines.map(\.number) == Array(1..<expected.count + 1))
    }

    @Test(arguments: [1, 3, 5, 100])
    func `bytes already read come first, wherever they were cut`(head: Int) throws {
        let lines = try lines("one\ntwo\nthree", head: head)
        #expect(lines.map { String(decoding: $0.bytes, as: UTF8.self) } == ["one", "two", "three"])
    }

    @Test func `of an over-long line only the limit is kept, and its size told`() throws {
        let lines = try lines(String(repeating: "x", count: 700_000) + "\ny", limit: 1000)
        #expect(lines[0].bytes.count == 1000)
        #expect(lines[0].size == 700_000)
        #expect(lines[1].bytes == [UInt8(ascii: "y")])
    }

    @Test func `a failed read is thrown once, then it is over`() throws {
        var reader = LineReader(descriptor: -1, limit: 10)
        #expect(throws: ReadFailure(reason: "Bad file descriptor")) { try reader.next() }
        #expect(try reader.next() == nil)
    }
}
