import Analysis
import Archive
import Foundation
import Queries
import Screens

/// What a key press costs behind and on the screen: search as you type with facets, moving,
/// drawing. In the process itself, so without the terminal.
struct SearchBenchmark {
    let place: Workplace

    /// Typed letter by letter; common, rare, and absent words of news.
    private static let words = [
        "ceasefire", "president", "russia", "government", "election", "sanctions", "minister",
        "climate", "report", "economy", "hospital", "university", "football", "zaporizhzhia",
    ]

    func run() async throws {
        guard FileManager.default.fileExists(atPath: place.archive.path) else {
            report("search", "skipped", "no archive: run the import part too")
            return
        }
        var opening = Times()
        let start = ContinuousClock.now
        let archive = try Archive(path: place.archive.path, dossier: nil)
        _ = try await archive.answer(.articles(ArticlesQuestion(query: .everything)))
        opening.add(ContinuousClock.now - start)
        report(
            "open, first rows and facets", milliseconds(opening.quantile(0.5)), "to reach: 10 ms")
        try await typing(archive)
        try await drawing(archive)
    }

    private func typing(_ archive: Archive) async throws {
        var letters = Times()
        var first = Times()
        for word in SearchBenchmark.words {
            for length in 1...word.count {
                let parsed = QueryParser(isTyping: true).parse(String(word.prefix(length)))
                let question = ArticlesQuestion(
                    query: parsed.query, window: 0..<60, passagesPerArticle: 2)
                let start = ContinuousClock.now
                _ = try await archive.answer(.articles(question))
                let duration = ContinuousClock.now - start
                letters.add(duration)
                if length == 1 { first.add(duration) }
            }
        }
        report("a letter to results and facets", letters.summary, "to reach: 16 ms at 20,000")
        report("the first letter of a word", first.summary)
    }

    /// A full frame at 200x60 and the frame after moving down one row.
    private func drawing(_ archive: Archive) async throws {
        var state = State(size: Size(columns: 200, rows: 60), dossier: archive.dossier)
        try await settle(&state, update(&state, .started), archive)
        var frames = Times()
        var moves = Times()
        for _ in 0..<200 {
            var effects: [Effect] = []
            moves.measure {
                effects = update(&state, .key(.down))
                _ = view(state)
            }
            frames.measure { _ = view(state) }
            try await settle(&state, effects, archive)
        }
        report("a frame at 200x60", frames.summary)
        report("a move: update and frame", moves.summary, "to reach: 0.5 ms with the terminal")
    }

    /// Answers everything that was asked, and what the answers ask.
    private func settle(_ state: inout State, _ effects: [Effect], _ archive: Archive) async throws
    {
        var queue = effects
        while !queue.isEmpty {
            guard case .ask(let question, let slot, let generation, _) = queue.removeFirst() else {
                continue
            }
            let answer = try await archive.answer(question)
            queue += update(&state, .answered(slot, generation: generation, answer))
        }
    }
}
