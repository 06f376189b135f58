import Analysis
import Archive
import Intake
import Queries
import Testing

@Test func `a participant's page gathers quotes, positions and mentions`() async throws {
    let archive = try await Sample.riverArchive()
    let answer = try await archive.answer(.participant("ilves", within: .everything))
    guard case .participant(let page) = answer else { return }
    #expect(page.articleCount == 2)
    #expect(page.presence == 0b0011)
    #expect(page.quotesBy.map(\.label) == ["“We will talk again,”"])
    #expect(page.mentions.map(\.articleID) == ["a1", "b2"])
    #expect(page.spellings.map(\.name) == ["Ilves", "Marta Ilves"])
    #expect(page.spellings.map(\.presence) == [0b0010, 0b0001])
    #expect(page.namedBeside.isEmpty)
    let highlighted = page.mentions.map { mention in
        mention.highlights.map { Array(mention.text.unicodeScalars)[$0].count }
    }
    #expect(highlighted == [[11], [5]])
}

@Test func `a page is found by any name of its entry`() async throws {
    let archive = try await Sample.riverArchive()
    for name in ["council", "River Council", "river council"] {
        let answer = try await archive.answer(.participant(name, within: .everything))
        guard case .participant(let page) = answer else { return }
        #expect(page.stances.map(\.point) == ["quota"])
        #expect(page.stances.first?.entries.map(\.label) == [.rejects])
    }
}

@Test func `a page keeps to the articles it is narrowed to`() async throws {
    let archive = try await Sample.riverArchive()
    let query = Query.field(.source, "wire")
    let answer = try await archive.answer(.participant("ilves", within: query))
    guard case .participant(let page) = answer else { return }
    #expect(page.articleCount == 1)
    #expect(page.mentions.map(\.articleID) == ["b2"])
    #expect(page.presence == 0b0011)
}

@Test func `a source's page lists what it published and who cites it`() async throws {
    let archive = try await Sample.riverArchive()
    let answer = try await archive.answer(.source("wire", within: .everything))
    guard case .source(let page) = answer else { return }
    #expect(page.outlet.name == "Upland Wire")
    #expect(page.published.map(\.id) == ["b2"])
    #expect(page.citedBy.isEmpty)
    #expect(page.cites.map(\.id) == ["wire"])
    #expect(page.speaksOf.map(\.id) == ["gates"])
    #expect(page.names.map(\.id) == ["ilves"])
}

@Test func `an outlet that no dossier knows has a page`() async throws {
    let archive = try await Sample.riverArchive()
    let answer = try await archive.answer(.source("Shore Notes", within: .everything))
    guard case .source(let page) = answer else { return }
    #expect(page.published.map(\.id) == ["c3"])
}

@Test func `a point's page has drafts, positions and sentences`() async throws {
    let archive = try await Sample.riverArchive()
    let answer = try await archive.answer(.point("quota", within: .everything))
    guard case .point(let page) = answer else { return }
    #expect(page.topic.name == "Water")
    #expect(page.provisions.map(\.number) == [3])
    #expect(page.drafts.map(\.id) == ["may"])
    #expect(page.holders.map(\.name) == ["River Council"])
    #expect(page.holders.first?.history.entries.map(\.label) == [.rejects])
    #expect(page.sentences.map(\.sentence) == [1])
    #expect(page.sentences.map(\.label) == ["“quota”"])
    #expect(page.articleCount == 1)
}

@Test(arguments: [
    Question.participant("nobody", within: .everything), .source("nothing", within: .everything),
    .point("none", within: .everything), .article("zz"), .article(""), .comparison(["a1", "zz"]),
])
func `what is not there is named in the error`(question: Question) async throws {
    let archive = try await Sample.riverArchive()
    await #expect(throws: ArchiveError.self) { try await archive.answer(question) }
}

@Test func `an article is found by a prefix of its id`() async throws {
    let archive = try await Sample.riverArchive()
    let answer = try await archive.answer(.article("b"))
    guard case .article(let found) = answer else { return }
    #expect(found == Sample.river()[1])
}

@Test func `an ambiguous prefix names the articles`() async throws {
    let archive = try await Sample.riverArchive()
    try await archive.store([.init(article: Sample.article("b9", ["One."]), findings: .init())])
    await #expect(throws: ArchiveError.ambiguousArticle("b", matches: ["b2", "b9"])) {
        try await archive.answer(.article("b"))
    }
}

@Test func `a topic has a page of all its points`() async throws {
    let archive = try await Sample.riverArchive()
    guard case .point(let page) = try await archive.answer(.point("water", within: .everything))
    else { return }
    #expect(page.isOfTopic)
    #expect(page.point.name == "Water")
    #expect(Set(page.sentences.map(\.articleID)).isSuperset(of: ["a1", "b2"]))
    #expect(page.provisions.map(\.number) == [3])
    guard case .point(let named) = try await archive.answer(.point("Money", within: .everything))
    else { return }
    #expect(named.point.id == "money")
}

@Test func `what others say of one stands on the page, with who says it`() async throws {
    let article = Sample.article("e5", ["Tove Rask says that Marta Ilves will return."])
    var findings = Findings()
    findings.actors = [
        Sample.actor("ilves", "Marta Ilves", "Marta Ilves", in: article),
        Sample.actor("rask", "Tove Rask", "Tove Rask", in: article),
    ]
    findings.quotes = [
        Sample.quote("Marta Ilves will return", by: "Tove Rask", id: "rask", in: article)
    ]
    let archive = try Sample.emptyArchive()
    try await archive.store([AnalyzedArticle(article: article, findings: findings)])
    guard
        case .participant(let ilves) = try await archive.answer(
            .participant("ilves", within: .everything)),
        case .participant(let rask) = try await archive.answer(
            .participant("rask", within: .everything))
    else { return }
    #expect(ilves.quotesAbout.map(\.label) == ["Tove Rask"])
    #expect(ilves.quotesBy.isEmpty)
    #expect(rask.quotesAbout.isEmpty)
    #expect(rask.quotesBy.count == 1)
}

@Test func `a page asked of a day holds what was published by then`() async throws {
    let archive = try await Sample.riverArchive()
    let day = Query.known(try #require(PublicationDate(edtf: "2030-05-02")))
    guard case .participant(let page) = try await archive.answer(.participant("ilves", within: day))
    else { return }
    #expect(page.mentions.map(\.articleID) == ["a1"])
    // The undated article and those of later days are left out of the list, too.
    guard
        case .articles(let list) = try await archive.answer(.articles(ArticlesQuestion(query: day)))
    else { return }
    #expect(list.rows.map(\.id) == ["a1"])
    guard case .overview(let overview) = try await archive.answer(.overview) else { return }
    #expect(overview.publicationDays.map(\.iso) == ["2030-05-01", "2030-05-03", "2030-06-01"])
}
