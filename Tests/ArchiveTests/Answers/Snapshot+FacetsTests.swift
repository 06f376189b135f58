import Analysis
import Queries
import Testing

@testable import Archive

/// Ilves is quoted in one article and named in more; the council is named alone.
@Test(arguments: [
    ("", ["Marta Ilves", "a clerk", "somebody not named"]), ("il", ["Marta Ilves"]), ("ivo", []),
    ("council", []),
])
func `who is quoted is counted by the articles that quote`(
    typed: String, names: [String]
) async throws {
    let archive = try await Sample.riverArchive()
    guard case .speakers(let speakers) = try await archive.answer(.speakers(typed, limit: 9))
    else { return }
    #expect(speakers.map(\.name) == names)
    #expect(speakers.allSatisfy { $0.count == 1 && $0.corpusCount == 1 })
}
