import Foundation
import Testing

@testable import parley

@Suite struct BundleTests {
    /// `seeds/` of the sources these tests were built from.
    private static let seeds = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "seeds")

    /// The contents of a folder of `seeds/` by name.
    private func files(in folder: String, suffix: String) throws -> [String: [UInt8]] {
        let folder = Self.seeds.appending(path: folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(suffix) && $0 != "README.md" }
        return try Dictionary(
            uniqueKeysWithValues: names.map { name in
                (name, Array(try Data(contentsOf: folder.appending(path: name))))
            })
    }

    private func byName(_ files: [BundledFile]) -> [String: [UInt8]] {
        Dictionary(files.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    }

    @Test(arguments: [("ukraine-2025", "."), ("iran-2015", "iran-2015")])
    func `every article of seeds is in the binary, byte for byte`(
        dossier: String, folder: String
    ) throws {
        let files = try files(in: folder, suffix: ".md")
        let bundled = BundledFile.articles(of: dossier)
        #expect(!files.isEmpty)
        #expect(byName(bundled) == files)
        #expect(bundled.map(\.name) == files.keys.sorted())
    }

    @Test func `every dossier of seeds is in the binary, byte for byte`() throws {
        let files = try files(in: "dossiers", suffix: ".toml")
        #expect(!files.isEmpty)
        #expect(byName(BundledFile.dossiers) == files)
        #expect(BundledFile.dossiers.count == files.count)
    }

    @Test func `a first start reads the dossier it always read`() {
        #expect(BundledFile.dossiers.first?.dossier == "ukraine-2025")
    }

    @Test func `a dossier of one's own brings no corpus`() {
        #expect(BundledFile.articles(of: "lake").isEmpty)
    }
}
