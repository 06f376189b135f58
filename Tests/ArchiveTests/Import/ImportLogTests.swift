import Foundation
import Testing

@testable import Archive

struct `The log after an import` {
    @Test func `an import leaves nothing in the log that the next start had to read`() async throws
    {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "parley-log-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "archive.sqlite").path
        let archive = try Archive(path: path, dossier: Sample.dossier())
        let article = Sample.article("a1", ["The gates stay shut."])
        _ = try await archive.importArticles([.article(article, origin: "a1")])
        let log = try FileManager.default.attributesOfItem(atPath: path + "-wal")
        #expect(log[.size] as? Int == 0)
    }
}
