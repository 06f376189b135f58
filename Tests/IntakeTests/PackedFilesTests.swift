import Testing

@testable import Intake

/// Files that hold many articles, and files that gzip has packed.
struct PackedFilesTests {
    private func documents(_ bytes: [UInt8]) throws -> (
        found: [Result<RawDocument, IntakeError>], FileReader
    ) {
        let folder = try TemporaryFolder()
        let reader = FileReader(path: try folder.write("f", bytes))
        var found: [Result<RawDocument, IntakeError>] = []
        while let next = reader.next() { found.append(next) }
        return (found, reader)
    }

    private static let archive =
        WARCSample.record(Array("GET /".utf8), type: "request") + WARCSample.pageRecord("Crane")
        + WARCSample.pageRecord("Fog")

    @Test(arguments: [false, true])
    func `a web archive is read page by page`(isPacked: Bool) throws {
        let bytes = isPacked ? try WARCSample.gzipped(Self.archive) : Self.archive
        let (found, reader) = try documents(bytes)
        #expect(try found.map { try $0.get().label.hasSuffix("record 2") } == [true, false])
        #expect(reader.holdsMany && reader.skipped == 1)
        #expect(reader.bytesRead == bytes.count)
    }

    @Test func `a web archive cut off gives its pages, then says so`() throws {
        let bytes =
            try WARCSample.gzipped(Self.archive) + WARCSample.gzipped(Self.archive).dropLast(30)
        let (found, _) = try documents(bytes)
        #expect(found.count > 2)
        #expect(try found[0].get().bytes == Array(WARCSample.page("Crane").utf8))
        #expect(throws: IntakeError.self) { try found[found.count - 1].get() }
    }

    @Test func `a web archive without pages says so`() throws {
        let (found, _) = try documents(WARCSample.record(Array("GET /".utf8), type: "request"))
        #expect(found.count == 1)
        #expect(throws: IntakeError.self) { try found[0].get() }
    }

    @Test func `what is stated to be a web archive and is none says so`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("f", Array("words\nwords".utf8))
        let reader = FileReader(path: path, stated: .init(format: .warc))
        #expect(throws: IntakeError.notOfItsKind(name: path, kind: "web archive")) {
            try reader.next()?.get()
        }
        #expect(reader.next() == nil)
    }

    @Test func `packed text and JSON Lines are read like others`() throws {
        let (text, _) = try documents(WARCSample.gzipped(Array("Words of the quay.".utf8)))
        #expect(try text.map { try $0.get().bytes } == [Array("Words of the quay.".utf8)])
        let lines = "{\"text\": \"a\"}\n{\"text\": \"b\"}\n"
        let (found, reader) = try documents(WARCSample.gzipped(Array(lines.utf8)))
        #expect(try found.map { try $0.get().line } == [1, 2])
        #expect(reader.holdsMany)
    }

    @Test func `a bomb is no article`() throws {
        let bytes = try WARCSample.gzipped(Array(repeating: 0x61, count: 12 << 20))
        let (found, _) = try documents(bytes)
        #expect(found.count == 1)
        guard case .failure(.tooLarge(_, _, DocumentReader.largestArticle))? = found.first else {
            Issue.record("\(found)")
            return
        }
    }

    @Test func `a book is named before its size`() throws {
        let bytes =
            Array("PK\u{3}\u{4}".utf8) + Array(repeating: 0, count: 26)
            + Array("mimetypeapplication/epub+zip".utf8) + Array(repeating: 0, count: 9 << 20)
        let (found, reader) = try documents(bytes)
        let name = try #require(reader.size.map { _ in found.first })
        #expect(throws: IntakeError.self) { try name?.get() }
        #expect("\(found)".contains("EPUB"))
    }
}
