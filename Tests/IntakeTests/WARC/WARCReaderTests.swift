import Testing

@testable import Intake

struct WARCReaderTests {
    private func reader(_ bytes: [UInt8], pieces size: Int = 1000) -> WARCReader {
        var position = 0
        return WARCReader { () throws(ReadFailure) -> [UInt8] in
            defer { position = min(bytes.count, position + size) }
            return Array(bytes[position..<min(bytes.count, position + size)])
        }
    }

    private func pages(_ bytes: [UInt8], pieces size: Int = 1000) -> [WARCReader.Page] {
        var reader = reader(bytes, pieces: size)
        var pages: [WARCReader.Page] = []
        while let page = reader.next() { pages.append(page) }
        return pages
    }

    @Test(arguments: [1, 7, 1000, 1 << 20])
    func `pages come in order, however the bytes come`(size: Int) throws {
        let bytes =
            WARCSample.record(
                Array("a: b".utf8), type: "warcinfo", content: "application/warc-fields")
            + WARCSample.pageRecord("Crane", version: "1.0")
            + WARCSample.record(Array("GET /".utf8), type: "request", content: "application/http")
            + WARCSample.pageRecord("Fog")
        let pages = pages(bytes, pieces: size)
        #expect(pages.map(\.number) == [2, 4])
        #expect(pages.map(\.url) == ["https://quay.example/1", "https://quay.example/1"])
        #expect(pages[0].bytes == Array(WARCSample.page("Crane").utf8))
        #expect(pages[0].charset == "utf-8")
    }

    @Test func `a resource is a page without an answer around it`() {
        let bytes = WARCSample.record(
            Array("<p>x".utf8), type: "resource", url: "<https://q.example/>",
            content: "text/html; charset=koi8-r")
        let pages = pages(bytes)
        #expect(pages.map(\.url) == ["https://q.example/"])
        #expect(pages.map(\.charset) == ["koi8-r"])
    }

    @Test(arguments: [
        "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>x",
        "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\nx",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n\u{1F}x",
        "no answer at all", "HTTP/1.1", "",
    ])
    func `what holds no page is skipped and counted`(block: String) {
        let isPage = block.hasSuffix("\u{1F}x")
        var reader = reader(WARCSample.record(Array(block.utf8)) + WARCSample.pageRecord("Fog"))
        if isPage { #expect(reader.next()?.bytes == [0x1F, 0x78]) }
        #expect(reader.next()?.bytes == Array(WARCSample.page("Fog").utf8))
        #expect(reader.next() == nil)
        #expect(reader.skipped == (isPage ? 0 : 1))
    }

    @Test(arguments: [3, 100, 5000, 1_000_000, -1])
    func `a wrong length loses no other record`(length: Int) {
        let wrong = WARCSample.record(
            WARCSample.answer(Array(WARCSample.page("Crane").utf8)), length: length)
        let pages = pages(wrong + WARCSample.pageRecord("Fog") + WARCSample.pageRecord("Tide"))
        let last = pages.suffix(2).map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(last.count == 2)
        #expect(last.first?.contains("Fog") == true)
        #expect(last.last?.contains("Tide") == true)
    }

    @Test func `records inside of records are bounded`() {
        let liar =
            Array(
                "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\n".utf8)
            + Array("Content-Length: 8000000\r\n\r\nx\r\n\r\n".utf8)
        let liars = (0..<20_000).flatMap { _ in liar }
        #expect(pages(liars, pieces: 1 << 20).isEmpty)
    }

    @Test func `a length beyond all bounds is skipped without being held`() {
        let wrong = WARCSample.record([], length: Int.max)
        #expect(pages(wrong + WARCSample.pageRecord("Fog")).isEmpty)
    }

    @Test func `an archive cut off gives what came before`() {
        let bytes = WARCSample.pageRecord("Crane") + WARCSample.pageRecord("Fog").prefix(300)
        #expect(pages(bytes).count == 2)
        #expect(pages(Array(WARCSample.pageRecord("Crane").prefix(60))).isEmpty)
    }

    @Test func `a page in which the archive breaks off says so, and replaces no longer one`() throws
    {
        let bytes = WARCSample.pageRecord("Crane") + WARCSample.pageRecord("Fog").dropLast(120)
        let results = try articles(in: RawDocument(name: "a.warc", bytes: bytes)).map {
            try $0.get()
        }
        #expect(results.map(\.isSummary) == [false, true])
        #expect(results.map { $0.warnings.contains(.torn) } == [false, true])
    }

    @Test func `random bytes after a good record do no harm`() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let noise = (0..<500).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let bytes =
                WARCSample.pageRecord("Crane") + noise + Array("\r\n".utf8)
                + WARCSample.pageRecord("Fog")
            #expect(pages(bytes).count == 2)
        }
    }

    @Test func `pages become articles`() throws {
        let bytes = WARCSample.pageRecord("Crane mended") + WARCSample.pageRecord("Fog again")
        let results = articles(in: RawDocument(name: "a.warc", bytes: bytes))
        #expect(try results.map { try $0.get().title } == ["Crane mended", "Fog again"])
        #expect(try results[0].get().url == "https://quay.example/1")
    }
}
