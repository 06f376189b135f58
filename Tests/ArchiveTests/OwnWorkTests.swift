import Analysis
import Intake
import Queries
import Testing

@testable import Archive

@Test func `read and marked are kept and asked for`() async throws {
    let archive = try await Sample.riverArchive()
    try await archive.setRead(true, articles: ["a1", "b2"])
    try await archive.setMarked(true, articles: ["b2", "c3"])
    try await archive.setMarked(false, articles: ["c3"])
    #expect(try await archive.count(matching: .state(.unread)) == 2)
    #expect(try await archive.count(matching: .state(.marked)) == 1)
    #expect(try await archive.count(matching: .not(.state(.unread))) == 2)
}

@Test func `a person's own work outlives a rebuild and a removal`() async throws {
    let archive = try await Sample.riverArchive()
    let judgement = Judgement(
        article: "a1", kind: "actor", value: "ilves", range: 0..<11, anchor: "Marta Ilves",
        state: .accepted, by: "me", note: "seen")
    try await archive.store(judgement)
    try await archive.setMarked(true, articles: ["a1"])
    try await archive.saveSearch(NamedText(name: "water", text: "point:water"))
    try await archive.saveBookmark(NamedText(name: "w", text: "a1#s2"))
    try await archive.switchDossier(to: Sample.dossier(id: "river", hash: "2"))
    try await archive.remove(matching: .everything)
    try await archive.store(Sample.river())
    #expect(try await archive.judgements(article: "a1") == [judgement])
    #expect(try await archive.count(matching: .state(.marked)) == 1)
    #expect(try await archive.savedSearches() == [NamedText(name: "water", text: "point:water")])
    #expect(try await archive.bookmarks() == [NamedText(name: "w", text: "a1#s2")])
}

@Test func `a later judgement on the same finding takes the place of the earlier`() async throws {
    let archive = try await Sample.riverArchive()
    var judgement = Judgement(
        article: "a1", kind: "actor", value: "ilves", range: 0..<11, anchor: "Marta Ilves",
        state: .accepted, by: "me")
    try await archive.store(judgement)
    judgement.state = .rejected
    try await archive.store(judgement)
    #expect(try await archive.judgements(article: "a1").map(\.state) == [.rejected])
}

private func work(_ archive: Archive, _ id: String) async throws -> OwnWork {
    guard case .ownWork(let work) = try await archive.answer(.ownWork(id)) else {
        throw ArchiveError.noSuchArticle(id)
    }
    return work
}

@Test func `changes of a person's own work are kept and come back`() async throws {
    let archive = try await Sample.riverArchive()
    let article = Sample.river()[0].article
    let note = Note("look again", on: 1, of: article)
    for change: OwnChange in [
        .read(true, ["a1"]), .marked(true, ["a1"]), .note(note),
        .save(SavedSearch(name: "quota", query: "quota")),
    ] { try await archive.keep(change) }
    let kept = try await work(archive, "a1")
    #expect(kept == OwnWork(article: "a1", isRead: true, isMarked: true, notes: [note]))
    #expect(try await archive.count(matching: .state(.noted)) == 1)
    guard case .savedSearches(let searches) = try await archive.answer(.savedSearches) else {
        throw ArchiveError.noSuchArticle("searches")
    }
    let found = try await archive.count(matching: .word("quota"))
    #expect(searches.map(\.name) == ["quota"] && searches[0].count == found)
    #expect(searches[0].unreadCount == found - 1)
    var taken = note
    taken.text = ""
    try await archive.keep(.note(taken))
    try await archive.keep(.forget(searches[0]))
    #expect(try await work(archive, "a1").notes.isEmpty)
}

@Test func `a note finds its sentence again where the text has moved`() async throws {
    let archive = try Sample.emptyArchive()
    let before = Sample.article("n1", ["Rain fell.", "The gates stay shut."])
    try await archive.store([AnalyzedArticle(article: before, findings: Findings())])
    try await archive.keep(.note(Note("why?", on: 1, of: before)))
    let after = Sample.article("n1", ["Snow came first.", "Rain fell.", "The gates stay shut."])
    try await archive.store([AnalyzedArticle(article: after, findings: Findings())])
    #expect(try await work(archive, "n1").notes.map(\.sentence) == [2])
}

@Test(arguments: [("is:noted", 1, 1), ("{is:noted fell}", 0, 0), ("{is:noted gates}", 1, 1)])
func `sentences with a note are the passages of what is noted`(
    query: String, total: Int, sentence: Int
) async throws {
    let archive = try Sample.emptyArchive()
    let article = Sample.article("n1", ["Rain fell.", "The gates stay shut."])
    try await archive.store([AnalyzedArticle(article: article, findings: Findings())])
    try await archive.keep(.note(Note("why?", on: 1, of: article)))
    let question = ArticlesQuestion(
        query: QueryParser().parse(query).query, passagesPerArticle: 3)
    guard case .articles(let answer) = try await archive.answer(.articles(question)) else { return }
    #expect(answer.total == total)
    #expect(answer.rows.flatMap(\.passages).map(\.sentence) == (total == 0 ? [] : [sentence]))
}

@Test func `a verdict on a finding is kept, taken back, and not held against other words`()
    async throws
{
    let archive = try await Sample.riverArchive()
    let article = Sample.river()[0].article
    func verdict(_ sentence: Int, _ state: Verdict.State?) -> Verdict {
        Verdict(
            article: "a1", sentence: sentence, range: article.sentences[sentence].range,
            anchor: article.sentenceText(sentence), kind: "point", value: "water", state: state)
    }
    try await archive.keep(.verdict(verdict(1, .accepted)))
    try await archive.keep(.verdict(verdict(0, .accepted)))
    try await archive.keep(.verdict(verdict(0, .rejected)))
    #expect(
        try await work(archive, "a1").verdicts == [verdict(0, .rejected), verdict(1, .accepted)])
    #expect(try await work(archive, "a1").notes.isEmpty)
    try await archive.keep(.verdict(verdict(0, nil)))
    var changed = verdict(0, .rejected)
    changed.anchor = "What stood there once."
    try await archive.keep(.verdict(changed))
    #expect(try await work(archive, "a1").verdicts == [verdict(1, .accepted)])
}

/// The articles found by a query where these searches are kept, oldest first.
@Test(arguments: [
    ("saved:water", "a1 b2"), ("saved:Water", "a1 b2"), ("saved:water source:herald", "a1"),
    ("-saved:water", "c3 d4"), ("saved:water OR saved:money", "a1 b2 c3"),
    ("saved:wa*", "a1 b2"), ("saved:both", "a1 b2 c3"), ("saved:\"of the\"", "d4"),
    ("{saved:water speaker:ilves}", ""), ("saved:nobody", ""), ("-saved:nobody", "a1 b2 c3 d4"),
    ("saved:round", ""), ("saved:round OR saved:money", "c3"), ("saved:many", "a1 b2"),
])
func `a kept search stands for what it asks for`(typed: String, expected: String) async throws {
    let archive = try await Sample.riverArchive()
    for (name, text) in [
        ("Water", "point:water"), ("money", "title:money"), ("both", "saved:water OR saved:money"),
        ("end of the river", "zurich"), ("round", "talk saved:about"), ("about", "saved:round"),
        ("many", Array(repeating: "saved:Water", count: 3).joined(separator: " ")),
    ] { try await archive.saveSearch(NamedText(name: name, text: text)) }
    let query = QueryParser().parse(typed).query
    guard
        case .articles(let answer) = try await archive.answer(
            .articles(ArticlesQuestion(query: query, order: .oldest)))
    else { return }
    #expect(answer.rows.map(\.id).joined(separator: " ") == expected)
    #expect(try await archive.count(matching: query) == answer.total)
}

@Test func `searches that name each other over and over are answered in bounded time`() async throws
{
    let archive = try await Sample.riverArchive()
    try await archive.saveSearch(NamedText(name: "s0", text: "talk"))
    for number in 1..<40 {
        let text = "saved:s\(number - 1) OR saved:s\(number - 1)"
        try await archive.saveSearch(NamedText(name: "s\(number)", text: text))
    }
    #expect(try await archive.count(matching: .field(.saved, "s2")) == 2)
    #expect(try await archive.count(matching: .field(.saved, "s39")) <= 2)
}

@Test func `passages of a kept search are those of its words`() async throws {
    let archive = try await Sample.riverArchive()
    try await archive.saveSearch(NamedText(name: "t", text: "talk"))
    func passages(_ query: Query) async throws -> [Passage] {
        let question = ArticlesQuestion(query: query, passagesPerArticle: 3)
        guard case .articles(let answer) = try await archive.answer(.articles(question)) else {
            return []
        }
        return answer.rows.flatMap(\.passages)
    }
    let found = try await passages(.field(.saved, "t"))
    #expect(try await passages(.word("talk")) == found)
    #expect(!found.isEmpty)
}

@Test(arguments: [
    ("saved:\"my week\"", []), ("saved:we*", []), ("talk", []), ("saved:nobody", ["saved:nobody"]),
    ("-saved:top", ["saved:gone"]), ("saved:round", ["saved:round"]), ("saved:we", ["saved:we"]),
])
func `names that nothing is kept under are told, also inside of kept searches`(
    typed: String, names: [String]
) async throws {
    let archive = try await Sample.riverArchive()
    for (name, text) in [
        ("My Week", "talk"), ("top", "talk saved:gone"), ("round", "saved:about"),
        ("about", "saved:round"),
    ] { try await archive.saveSearch(NamedText(name: name, text: text)) }
    #expect(try await archive.unkeptSearches(in: QueryParser().parse(typed).query) == names)
    #expect(try await archive.removeSavedSearch("My Week"))
    #expect(try await !archive.removeSavedSearch("My Week"))
}

@Test func `of names that differ in case alone the one as written is meant`() async throws {
    let archive = try await Sample.riverArchive()
    try await archive.saveSearch(NamedText(name: "Mine", text: "title:money"))
    try await archive.saveSearch(NamedText(name: "mine", text: "talk"))
    #expect(try await archive.count(matching: .field(.saved, "Mine")) == 1)
    #expect(try await archive.count(matching: .field(.saved, "mine")) == 2)
    #expect(try await archive.count(matching: .field(.saved, "MINE")) == 3)
}
