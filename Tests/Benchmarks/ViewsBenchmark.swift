import Analysis
import Archive
import Foundation
import Intake
import Queries
import Screens

/// From the key to the screen of the views over many articles, and of comparing a few: the
/// question, its answer, update and frame at 120x40. In the process itself, so without the terminal.
struct ViewsBenchmark {
    let place: Workplace

    private static let size = Size(columns: 120, rows: 40)
    /// What narrows the articles, from all of them to few.
    private static let queries = [
        "", "president", "russia", "trade", "minister -football", "after:2018", "ceasefire",
    ]

    func run() async throws {
        guard FileManager.default.fileExists(atPath: place.archive.path) else {
            report("views", "skipped", "no archive: run the import part too")
            return
        }
        let archive = try Archive(path: place.archive.path, dossier: nil)
        let count = place.articles
        for (name, screen) in [
            ("matrix", "parley:matrix?of=points&q="),
            ("matrix of words", "parley:matrix?of=words&q="), ("clashes", "parley:clashes?q="),
            ("timeline", "parley:timeline?q="), ("chains", "parley:chains?q="),
            ("drafts", "parley:drafts?pair=1&q="),
            ("a point's ledger", "parley:point/nato-membership?q="),
        ] {
            var times = Times()
            for query in ViewsBenchmark.queries {
                times.add(try await time(screen + query, archive))
            }
            report("\(name): key to first screen, \(count)", times.summary, "to reach: 100 ms")
        }
        try await comparisons(archive)
    }

    /// How long an address takes to be on the screen, first answers and what they ask included.
    private func time(_ address: String, _ archive: Archive) async throws -> Duration {
        var state = State(size: ViewsBenchmark.size, dossier: archive.dossier)
        try await settle(&state, update(&state, .started), archive)
        _ = view(state)
        let start = ContinuousClock.now
        let effects = state.run("open-address", [address])
        try await settle(&state, effects, archive, rounds: 2)
        _ = view(state)
        return ContinuousClock.now - start
    }

    private func comparisons(_ archive: Archive) async throws {
        let ids = try await longArticles(archive)
        for count in [2, 4] where ids.count >= count {
            var times = Times()
            for start in 0...min(20, ids.count - count) {
                let some = Array(ids[start..<start + count])
                var state = State(size: ViewsBenchmark.size, dossier: archive.dossier)
                try await settle(&state, update(&state, .started), archive)
                let address = Address.comparison(some, by: nil).text
                let begin = ContinuousClock.now
                let effects = state.run("open-address", [address])
                try await settle(&state, effects, archive, rounds: 1)
                _ = view(state)
                times.add(ContinuousClock.now - begin)
            }
            report(
                "comparing \(count) of 2,000 words: key to screen", times.summary,
                "to reach: \(count == 2 ? 16 : 40) ms")
        }
    }

    /// Articles of some 2,000 words.
    private func longArticles(_ archive: Archive) async throws -> [String] {
        let question = ArticlesQuestion(query: .everything, window: 0..<2000, wantsFacets: false)
        guard case .articles(let list) = try await archive.answer(.articles(question)) else {
            return []
        }
        var ids: [String] = []
        for row in list.rows where ids.count < 24 && row.sentenceCount > 50 {
            guard case .article(let found) = try await archive.answer(.article(row.id)) else {
                continue
            }
            let words = found.article.text.string.split(separator: " ").count
            if (1_850...2_150).contains(words) { ids.append(row.id) }
        }
        return ids
    }

    /// Answers what was asked, and what those answers ask, so many times.
    private func settle(
        _ state: inout State, _ effects: [Effect], _ archive: Archive, rounds: Int = 4
    ) async throws {
        var queue = effects
        for _ in 0..<rounds {
            var next: [Effect] = []
            for case .ask(let question, let slot, let generation, _) in queue {
                let answer = try await archive.answer(question)
                next += update(&state, .answered(slot, generation: generation, answer))
            }
            queue = next
        }
    }
}
