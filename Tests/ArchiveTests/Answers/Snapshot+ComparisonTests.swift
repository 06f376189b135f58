import Analysis
import GRDB
import Queries
import Testing

@testable import Archive

@Test func `an archive counts its words once, and anew when it has doubled`() async throws {
    let archive = try await Sample.riverArchive()
    func kept() async throws -> [String] {
        try await archive.read { snapshot in
            var stamps: [String] = []
            try snapshot.db.step("SELECT stamp FROM derived WHERE name = 'words'") {
                stamps.append(Database.text($0, 0) ?? "")
            }
            return stamps
        }
    }
    _ = try await archive.answer(.comparison(["a1", "b2"]))
    let first = try await kept()
    #expect(first.count == 1)
    _ = try await archive.answer(.comparison(["a1", "c3"]))
    #expect(try await kept() == first)
    try await archive.store(
        (0..<9).map { number in
            AnalyzedArticle(
                article: Sample.article("n\(number)", ["The river is \(number) feet deep."]),
                findings: Findings())
        })
    _ = try await archive.answer(.comparison(["a1", "b2"]))
    let later = try await kept()
    #expect(later.count == 1 && later != first)
}
