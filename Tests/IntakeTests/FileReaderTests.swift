import Foundation
import Testing

@testable import Intake

/// A folder of its own for each test, removed afterwards.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/intake-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file below the folder, making folders on the way, and gives its path.
    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let file = path + "/" + name
        let folder = (file as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        try write(name, Array(text.utf8))
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: path + "/" + name, withDestinationPath: target)
    }
}

struct FileReaderTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func documents(_ path: String) -> [Result<RawDocument, IntakeError>] {
        let reader = FileReader(path: path)
        var documents: [Result<RawDocument, IntakeError>] = []
        while let document = reader.next() { documents.append(document) }
        #expect(reader.next() == nil)
        return documents
    }

    @Test func `a text file is one document`() throws {
        let path = try folder.write("a.txt", "The lamps were lit.\nNobody came.")
        let documents = documents(path)
        #expect(documents.count == 1)
        let document = try #require(documents.first).get()
        #expect(document.name == path)
        #expect(document.line == nil)
        #expect(String(decoding: document.bytes, as: UTF8.self).hasSuffix("came."))
    }

    @Test func `a JSON Lines file is one document a line`() throws {
        let path = try folder.write(
            "a.txt",
            "{\"text\": \"One.\"}\r\n\n  \n{\"text\": \"Two.\"}\nbad\n{\"text\": \"Three.\"}")
        let documents = try documents(path).map { try $0.get() }
        #expect(documents.map(\.line) == [1, 4, 5, 6])
        let articles = documents.flatMap { DocumentReader().articles(in: $0) }
        #expect(articles.compactMap { try? $0.get().text.string } == ["One.", "Two.", "Three."])
        #expect(articles[2].failure?.description.contains("\(path), line 5: ") == true)
    }

    @Test func `a broken first line does not hide the others`() throws {
        let path = try folder.write("a.jsonl", "{\"text\": \"On\n{\"text\": \"Two.\"}\n")
        let articles = try documents(path).flatMap { DocumentReader().articles(in: try $0.get()) }
        #expect(articles.compactMap { try? $0.get().text.string } == ["Two."])
        #expect(articles.count == 2)
    }

    @Test func `a long file with front matter may be cut inside a character`() throws {
        let text = "---\ntitle: T\n---\n\n" + String(repeating: "Їжаки — “добрі”. ", count: 9_000)
        for offset in 0..<4 {
            let path = try folder.write(
                "\(offset).md", String(repeating: "\n", count: offset) + text)
            let document = try #require(documents(path).first).get()
            #expect(try DocumentReader().articles(in: document)[0].get().title == "T")
        }
    }

    @Test func `lines longer than the read buffer come whole, over-long ones are refused`() throws {
        let long = "{\"text\": \"" + String(repeating: "word ", count: 200_000) + "\"}"
        let huge = "{\"text\": \"" + String(repeating: "word ", count: 2_000_000) + "\"}"
        let path = try folder.write("a.jsonl", "\(long)\n\(huge)\n{\"text\": \"Three.\"}\n")
        let documents = documents(path)
        #expect(documents.count == 3)
        #expect(try documents[0].get().bytes.count == long.utf8.count)
        #expect(
            documents[1].failure
                == .tooLarge(
                    name: "\(path), line 2", bytes: huge.utf8.count,
                    limit: DocumentReader.largestArticle))
        #expect(try documents[2].get().line == 3)
    }

    @Test(arguments: [
        "{\n  \"text\": \"One.\"\n}\n", "{ \"title\": \"T\",\r\n \"text\": \"One.\" }",
    ])
    func `one JSON object over several lines is one document`(json: String) throws {
        let path = try folder.write("a.json", json)
        let documents = try documents(path).map { try $0.get() }
        #expect(documents.count == 1)
        #expect(try DocumentReader().articles(in: documents[0])[0].get().text.string == "One.")
    }

    @Test func `too large a file is refused before it is read`() throws {
        let path = try folder.write("a.txt", "Words.")
        let size = DocumentReader.largestArticle + 1
        try FileHandle(forWritingTo: URL(fileURLWithPath: path)).truncate(atOffset: UInt64(size))
        let failures = documents(path).map(\.failure)
        #expect(
            failures
                == [.tooLarge(name: path, bytes: size, limit: DocumentReader.largestArticle)])
    }

    @Test func `what is not there or is a folder is unreadable, with the reason`() throws {
        let missing = folder.path + "/missing"
        #expect(
            documents(missing).map(\.failure)
                == [.unreadable(name: missing, reason: "No such file or directory")])
        #expect(
            documents(folder.path).map(\.failure)
                == [.unreadable(name: folder.path, reason: "it is a folder")])
    }

    @Test func `an empty file is a document whose reading says so`() throws {
        let path = try folder.write("empty.txt", "")
        let document = try #require(documents(path).first).get()
        #expect(DocumentReader().articles(in: document) == [.failure(.empty(name: path))])
    }

    @Test func `what the caller states goes with every document`() throws {
        let path = try folder.write("a.jsonl", "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}")
        let reader = FileReader(path: path, stated: .init(outlet: "The Post"))
        while let document = reader.next() {
            #expect(try document.get().stated.outlet == "The Post")
        }
        #expect(reader.size == 33)
        #expect(reader.bytesRead >= 33)
    }
}

extension Result {
    /// The error of a failed result.
    var failure: Failure? {
        if case .failure(let error) = self { error } else { nil }
    }
}
