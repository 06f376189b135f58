import Analysis
import Intake
import Queries
import Synchronization
import Testing

@testable import Archive

struct `The history of an article` {
    private func document(_ text: String, title: String = "On quotas") -> ImportItem {
        let page = "---\ntitle: \(title)\nurl: https://quay.example/1\n---\n\(text)\n"
        return .document(
            RawDocument(name: "a.md", bytes: Array(page.utf8), stated: .init(format: .markdown)))
    }

    private func history(_ archive: Archive, _ id: String) async throws -> ArticleHistory? {
        guard case .history(let history) = try await archive.answer(.history(id)) else {
            return nil
        }
        return history
    }

    @Test func `each text is kept with when it was seen, and edits are told newest first`()
        async throws
    {
        let now = Mutex(1000)
        let archive = try Archive(
            path: nil, dossier: .empty, clock: { now.withLock { $0 } })
        let texts = [
            "Two envoys met on Monday. They spoke for five hours.",
            "Two envoys met on Tuesday. They spoke for five hours.",
            "Two envoys met on Tuesday. They spoke for six hours.",
        ]
        for (index, text) in texts.enumerated() {
            now.withLock { $0 = 1000 * (index + 1) }
            _ = try await archive.importArticles([document(text)])
        }
        let question = Question.articles(ArticlesQuestion(query: .state(.edited)))
        guard case .articles(let answer) = try await archive.answer(question) else { return }
        let row = try #require(answer.rows.first)
        #expect(answer.total == 1 && row.editCount == 2)

        let found = try await history(archive, row.id)
        let history = try #require(found)
        #expect(history.versions.map(\.seen) == [1000, 2000, 3000])
        #expect(history.edits.map(\.seen) == [3000, 2000])
        #expect(
            history.edits.map { $0.text.changes.map(\.written) } == [
                ["Two envoys met on Tuesday. They spoke for [-five-] {+six+} hours."].map {
                    $0.replacing("Two envoys met on ", with: "… envoys met on ")
                },
                ["Two envoys met on [-Monday-] {+Tuesday+}. They spoke for five hours."],
            ])
        #expect(history.edits[0].sentences == [1])
        #expect(history.edits[1].sentences == [nil])
    }

    @Test func `what is imported again with other facts alone has no new text`() async throws {
        let now = Mutex(1000)
        let archive = try Archive(path: nil, dossier: .empty, clock: { now.withLock { $0 } })
        _ = try await archive.importArticles([document("Two envoys met on Monday.")])
        now.withLock { $0 = 9000 }
        let again = try await archive.importArticles([document("Two envoys met on Monday.")])
        #expect(again.unchanged == 1)
        guard
            case .articles(let answer) = try await archive.answer(
                .articles(ArticlesQuestion(query: .everything)))
        else { return }
        let id = try #require(answer.rows.first?.id)
        let history = try await history(archive, id)
        #expect(history?.edits.isEmpty == true)
        #expect(history?.versions.map(\.seen) == [1000])
    }

    @Test func `a new title is an edit`() async throws {
        let archive = try Archive(path: nil, dossier: .empty)
        for title in ["Envoys agree", "Envoys disagree"] {
            _ = try await archive.importArticles([document("They met on Monday.", title: title)])
        }
        guard
            case .articles(let answer) = try await archive.answer(
                .articles(ArticlesQuestion(query: .everything)))
        else { return }
        let history = try await history(archive, try #require(answer.rows.first?.id))
        #expect(history?.edits.first?.title?.written == "Envoys [-agree-] {+disagree+}")
    }
}
