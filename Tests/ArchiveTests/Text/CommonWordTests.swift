import Analysis
import Intake
import Queries
import Testing

@testable import Archive

struct CommonWordTests {
    private static let length = Segment.rowCount

    private static func word(_ generations: [Int]) -> CommonWord {
        var rows = RowSet(limit: generations.count * length)
        for segment in generations.indices { rows.insert(segment * length + 7) }
        return CommonWord(epoch: 3, generations: generations, rows: rows)
    }

    @Test(arguments: [
        ([4, 5, 6], [4, 5, 6], []), ([4, 5, 6], [4, 9, 6], [1..<2]), ([4], [4, 5, 6], [1..<3]),
        ([4, 5, 6], [7, 5, 8], [0..<1, 2..<3]), ([4, 5, 6], [7, 8, 9], [0..<3]), ([], [], []),
        ([4, 5, 6], [4], []),
    ])
    func `runs of segments that changed are told`(
        before: [Int], now: [Int], changed: [Range<Int>]
    ) {
        let word = CommonWordTests.word(before)
        let expected = changed.map {
            $0.lowerBound * CommonWordTests.length..<$0.upperBound * CommonWordTests.length
        }
        #expect(word.changed(since: now) == expected)
        let limit = now.count * CommonWordTests.length
        let segments = now.indices.filter { number in
            number < before.count && !changed.contains { $0.contains(number) }
        }
        let rows = word.rows(asOf: now, limit: limit)
        #expect(rows.rows == segments.map { $0 * CommonWordTests.length + 7 })
        #expect(rows.words.count == limit / 64)
    }

    @Test func `it comes back from its bytes, and from no others`() throws {
        let word = CommonWordTests.word([4, -1, 70_000])
        #expect(try CommonWord(bytes: word.bytes) == word)
        for count in 1..<12 {
            let cut = try? CommonWord(bytes: Array(word.bytes.prefix(count)))
            #expect(cut != word)
        }
        #expect(try CommonWord(bytes: [UInt8(CommonWord.format + 1)] + word.bytes) == nil)
        #expect(throws: MalformedBlob.self) { try CommonWord(bytes: word.bytes.dropLast()) }
    }

    /// Of two segments, one changes: there the full-text index tells.
    @Test func `what changes is found beside what is kept`() async throws {
        let archive = try Archive(path: nil, dossier: Sample.dossier())
        let count = CommonWordTests.length + 50
        let texts = (0..<count).map { $0 % 3 == 0 ? "Talks went on." : "Nothing went on." }
        try await archive.store(
            texts.enumerated().map {
                let article = Sample.article("n\($0.offset)", [$0.element])
                return AnalyzedArticle(article: article, findings: Findings())
            })
        func found(_ word: String) async throws -> Set<String> {
            let question = ArticlesQuestion(query: .word(word), window: 0..<count + 10)
            guard case .articles(let answer) = try await archive.answer(.articles(question))
            else { return [] }
            return Set(answer.rows.map(\.id))
        }
        let before = try await found("talks")
        #expect(before.count == (count + 2) / 3)
        try await archive.keepCommonWords(aboveCount: 0)
        let kept = try await archive.read { try CommonWord.kept($0.db) }
        #expect(kept == ["nothing", "on", "talks", "went"])
        #expect(try await found("talks") == before)

        let last = "n\(count - 1)"
        _ = try await archive.importArticles([
            .article(Sample.article(last, ["Talks ended."]), origin: "a test"),
            .article(Sample.article("new", ["More talks."]), origin: "a test"),
        ])
        #expect(try await found("talks") == before.union([last, "new"]))
        #expect(try await found("went").count == count - 1)
        #expect(try await archive.remove(matching: .word("ended")) == 1)
        #expect(try await found("talks") == before.subtracting([last]).union(["new"]))
    }

    @Test func `first letters of many words are kept, too`() async throws {
        let archive = try Archive(path: nil, dossier: Sample.dossier())
        func store(_ id: String, _ sentence: String) async throws {
            let article = Sample.article(id, [sentence])
            try await archive.store([AnalyzedArticle(article: article, findings: Findings())])
        }
        for letter in "abcdefghij" { try await store("\(letter)", "The talk\(letter) went on.") }
        for letter in "abc" { try await store("k\(letter)", "The kiev\(letter) went on.") }
        func found(_ query: Query) async throws -> Set<String> {
            let question = ArticlesQuestion(query: query, window: 0..<30)
            guard case .articles(let answer) = try await archive.answer(.articles(question))
            else { return [] }
            return Set(answer.rows.map(\.id))
        }
        try await archive.keepCommonWords(aboveCount: 0)
        let kept = try await archive.read { try CommonWord.kept($0.db) }
        #expect(kept.filter { $0.hasSuffix("*") } == ["talk*"])
        #expect(try await archive.check() == [])
        let ten = Set("abcdefghij".map(String.init))
        #expect(try await found(.begun("talk")) == ten)
        #expect(try await found(.prefix("talk")) == ten)
        #expect(try await found(.begun("talka")) == ["a"])

        try await store("new", "More talking.")
        #expect(try await found(.begun("talk")) == ten.union(["new"]))
        #expect(try await archive.remove(matching: .word("talkb")) == 1)
        #expect(try await found(.begun("talk")) == ten.subtracting(["b"]).union(["new"]))
    }

    @Test func `one that is not what the index says is found`() async throws {
        let archive = try await Sample.riverArchive()
        try await archive.keepCommonWords(aboveCount: 0)
        #expect(try await archive.check() == [])
        let word = try #require(try await archive.read { try CommonWord.kept($0.db) }.first)
        try await archive.read { snapshot in
            let wrong = CommonWord(
                epoch: snapshot.index.epoch, generations: snapshot.index.generations,
                rows: snapshot.index.empty)
            snapshot.newlyDerived[CommonWord.name(of: word)] = Derived(
                stamp: "", data: wrong.bytes)
        }
        let problems = try await archive.check().map(\.description)
        #expect(problems.count == 1 && problems[0].contains("“\(word)”"), "\(problems)")
    }
}
