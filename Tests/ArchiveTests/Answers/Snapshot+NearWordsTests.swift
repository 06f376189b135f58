import Analysis
import Intake
import Queries
import Testing

@testable import Archive

@Suite struct NearWordsTests {
    private func near(_ word: String, _ texts: [String], limit: Int = 3) async throws -> [String] {
        let archive = try Archive(path: nil, dossier: Sample.dossier())
        _ = try await archive.importArticles(
            texts.enumerated().map { number, text in
                .document(.init(name: "\(number).txt", bytes: Array(text.utf8)))
            })
        guard case .nearWords(let words) = try await archive.answer(.nearWords(word, limit: limit))
        else { return [] }
        return words.map { "\($0.word) \($0.articleCount)" }
    }

    @Test(arguments: [
        ("umerof", ["umerov 2"]), ("Umrov", ["umerov 2"]), ("qouta", ["quota 1"]),
        ("uuuumerov", []), ("ferr", ["ferry 1"]), ("20245", []), ("umerov quota", []), ("", []),
        ("u", []), ("thq", []), ("ferries", []), ("Quóta", []), ("zelenskiy", []),
    ])
    func `a word that nothing has is one slip or two away`(typed: String, found: [String])
        async throws
    {
        let texts = [
            "Umerov spoke of the ferry in 2024.", "Umerov’s delegation left.",
            "The quota stays as it is.",
        ]
        #expect(try await near(typed, texts) == found)
    }

    @Test func `of as many slips the word of more articles comes first, and one of a stem`()
        async throws
    {
        let texts = ["A boat sails.", "The boats sail.", "One boot is lost.", "The beat goes on."]
        #expect(try await near("bobt", texts) == ["boat 2", "boot 1"])
        #expect(try await near("bobt", texts, limit: 1) == ["boat 2"])
    }

    @Test func `letters of other scripts are letters`() async throws {
        #expect(try await near("Умерав", ["Рустем Умеров прибыл."]) == ["умеров 1"])
    }
}
