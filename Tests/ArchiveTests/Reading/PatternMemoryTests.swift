import Analysis
import Queries
import Synchronization
import Testing

@testable import Archive

@Suite struct PatternMemoryTests {
    private func ids(_ typed: String, in archive: Archive) async throws -> String {
        guard
            case .articles(let found) = try await archive.answer(
                .articles(
                    ArticlesQuestion(query: QueryParser().parse(typed).query, order: .oldest)))
        else { return "" }
        return found.rows.map(\.id).joined(separator: " ")
    }

    @Test(arguments: [
        ("/talks?/", "a1 b2"), ("/Talks/", "a1"), ("title:/^talks/", "a1"),
        ("/quota|fund/", "a1 c3"),
        ("-/talk/", "c3 d4"), ("/talk/ -title:/open/", "b2"), ("/talk/ source:herald", "a1"),
        ("{/rejects .*quota/ actor:council}", "a1"), ("{/talks/ /quota/}", ""),
        ("{/^the .*\\.$/}", "a1 b2"), ("/^The River/", ""), ("/na.ve/", "d4"), ("/zzz/", ""),
        ("{/\\bquota\\b/ -/council/}", ""), ("(/talk/ OR /fund/) has:quote", "b2 c3"),
    ])
    func `a pattern is a term like any other`(typed: String, expected: String) async throws {
        #expect(try await ids(typed, in: Sample.riverArchive()) == expected)
    }

    @Test func `looking through texts tells how far it has come, once`() async throws {
        let archive = try await Sample.riverArchive()
        let told = Mutex<[Double]>([])
        let question = Question.articles(ArticlesQuestion(query: QueryParser().parse("/o/").query))
        for _ in 0..<2 {
            _ = try await archive.answer(question) { share in told.withLock { $0.append(share) } }
        }
        #expect(told.withLock { $0 } == [0.25, 0.5, 0.75, 1])
    }

    @Test func `what is found is found again, and anew where an article has changed`() async throws
    {
        let archive = try await Sample.riverArchive()
        #expect(try await ids("/talk/", in: archive) == "a1 b2")
        #expect(try await ids("/talk/", in: archive) == "a1 b2")
        let next = Sample.article("e5", ["They talk at last."], published: "2031-01-01")
        try await archive.store([AnalyzedArticle(article: next, findings: Findings())])
        #expect(try await ids("/talk/", in: archive) == "a1 b2 e5")
        try await archive.remove(matching: .pattern(Pattern("talks open")))
        #expect(try await ids("/talk/", in: archive) == "b2 e5")
    }

    @Test func `passages are the sentences in which matches begin`() async throws {
        let archive = try await Sample.riverArchive()
        let query = QueryParser().parse("/monday\\. the river/").query
        guard
            case .articles(let found) = try await archive.answer(
                .articles(ArticlesQuestion(query: query, passagesPerArticle: 3)))
        else { return }
        let passages = found.rows.first?.passages
        #expect(passages?.map(\.sentence) == [0])
        let text = Array((passages?.first?.text ?? "").unicodeScalars)
        let marked = passages?.first?.highlights.map {
            String(String.UnicodeScalarView(text[$0]))
        }
        #expect(marked == ["Monday."])
    }

    @Test func `only what has changed is forgotten`() throws {
        let memory = PatternMemory()
        let key = PatternMemory.Key(pattern: try Pattern("x"), inTitle: false)
        func state(_ generation: Int, _ generations: [Int]) -> PatternMemory.State {
            .init(
                epoch: 1, generation: generation, generations: generations,
                limit: generations.count * Segment.rowCount)
        }
        let first = state(7, [5, 6, 7])
        #expect(memory.verdicts(on: key, first).looked.isEmpty)
        var rows = RowSet(limit: first.limit)
        for segment in 0..<3 { rows.insert(segment * Segment.rowCount + 1) }
        memory.keep(.init(looked: rows, found: rows), on: key, first)
        #expect(memory.verdicts(on: key, first).found == rows)
        let second = state(9, [5, 8, 7, 9])
        let known = memory.verdicts(on: key, second)
        #expect(known.looked.rows == [1, 2 * Segment.rowCount + 1])
        #expect(known.found.rows == known.looked.rows)
        memory.keep(known, on: key, second)
        // An older state learns nothing of a later one, and takes nothing from it.
        #expect(memory.verdicts(on: key, first).looked.isEmpty)
        memory.keep(.init(looked: rows, found: rows), on: key, first)
        #expect(memory.verdicts(on: key, second).looked == known.looked)
        var other = second
        other.epoch = 2
        #expect(memory.verdicts(on: key, other).looked.isEmpty)
    }

    @Test func `a question that is interrupted leaves what it found out`() async throws {
        let archive = try await Sample.riverArchive()
        let task = Task { try await ids("/talk/", in: archive) }
        task.cancel()
        _ = try? await task.value
        #expect(try await ids("/talk/", in: archive) == "a1 b2")
    }
}
