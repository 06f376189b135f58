import Analysis
import GRDB
import Intake
import Queries
import Testing

@testable import Archive

private func list(_ archive: Archive) async throws -> [ArticleRow] {
    let question = ArticlesQuestion(query: .everything, window: 0..<100)
    guard case .articles(let answer) = try await archive.answer(.articles(question))
    else { return [] }
    return answer.rows
}

@Test func `an archive of before shows the same list when it is opened`() async throws {
    let place = try TemporaryArchive()
    var before: [ArticleRow] = []
    do {
        let archive = try Archive(path: place.path, dossier: Sample.dossier())
        let about = Sample.article("m1", ["Seen in May."], published: "2030-05~", kind: .digest)
        try await archive.store(
            Sample.river() + [AnalyzedArticle(article: about, findings: Findings())])
        before = try await list(archive)
        try await archive.writer.write { db in
            try db.execute(
                sql: """
                    UPDATE article SET outlet_id = (
                        SELECT outlet_id FROM article_line WHERE article_line.row = article.row);
                    DROP TABLE article_line;
                    DELETE FROM grdb_migrations WHERE identifier = '012-lines';
                    """)
        }
    }
    #expect(before.count == 5)
    #expect(before.contains { $0.title == nil && $0.opening != nil })
    #expect(before.contains { $0.outletID == "herald" })
    let archive = try Archive(path: place.path, dossier: nil)
    #expect(try await list(archive) == before)
    #expect(try await archive.check() == [])
}

@Test func `a removed article leaves no line behind`() async throws {
    let archive = try await Sample.riverArchive()
    #expect(try await archive.remove(matching: .field(.source, "wire")) == 1)
    #expect(try await list(archive).map(\.id) == ["c3", "a1", "d4"])
    let lines = try await archive.reader.read {
        try Int.fetchOne($0, sql: "SELECT count(*) FROM article_line")
    }
    #expect(lines == 3)
}
