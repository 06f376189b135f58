import Testing

@testable import Intake

struct HTTPAnswerTests {
    private func body(_ headers: String, _ body: [UInt8]) -> [UInt8]? {
        HTTPAnswer(Array("HTTP/1.1 200 OK\r\n\(headers)\r\n\r\n".utf8) + body)?.body
    }

    @Test(arguments: [
        ("3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n", "abcde"), ("3\r\nabc\r\n", "abc"),
        ("ff\r\nabc", "abc"), ("plain words", "plain words"), ("0\r\n\r\n", ""),
        ("3\r\nabc\r\nnonsense\r\n", "abc"), ("-1\r\nabc", "-1\r\nabc"),
        ("fffffffffffffffff\r\nabc", "fffffffffffffffff\r\nabc"),
    ])
    func `chunks are put together`(chunks: String, text: String) {
        #expect(body("Transfer-Encoding: chunked", Array(chunks.utf8)) == Array(text.utf8))
    }

    @Test func `a packed body is unpacked`() throws {
        let packed = try WARCSample.gzipped(Array("words".utf8))
        #expect(body("Content-Encoding: gzip", packed) == Array("words".utf8))
        let frameless = packed.dropFirst(10).dropLast(8)
        let header = Array("words".utf8)
        let hasName = packed[3] & 8 != 0
        if !hasName { #expect(body("Content-Encoding: deflate", Array(frameless)) == header) }
    }

    @Test func `a body that is not packed though it is said to be stays`() {
        #expect(body("Content-Encoding: gzip", Array("words".utf8)) == Array("words".utf8))
    }

    @Test(arguments: ["", "HTTP/1.1", "HTTP/1.1 abc", "<html>", "GET / HTTP/1.1"])
    func `what is no answer is none`(text: String) {
        #expect(HTTPAnswer(Array(text.utf8)) == nil)
    }
}
