import Foundation
import Testing

@testable import parley

@Suite struct BundleTests {
    /// `seeds/` of the sources these tests were built from.
    private static let seeds = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "seeds")

    private func files(in folder: URL, suffix: String) throws -> [BundledFile] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(suffix) && $0 != "README.md" }.sorted()
            .map { name in
                let data = try Data(contentsOf: folder.appending(path: name))
                return BundledFile(name: name, bytes: Array(data))
            }
    }

    @Test func `every article of seeds is in the binary, byte for byte`() throws {
        let files = try files(in: Self.seeds, suffix: ".md")
        #expect(!files.isEmpty)
        #expect(BundledFile.articles == files)
    }

    @Test func `every dossier of seeds is in the binary, byte for byte`() throws {
        let files = try files(in: Self.seeds.appending(path: "dossiers"), suffix: ".toml")
        #expect(!files.isEmpty)
        #expect(BundledFile.dossiers == files)
    }
}
