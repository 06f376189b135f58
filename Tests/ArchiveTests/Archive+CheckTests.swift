import Analysis
import GRDB
import Testing

@testable import Archive

@Test func `a sound archive has no problems`() async throws {
    #expect(try await Sample.riverArchive().check() == [])
}

/// Ways to break an archive behind its back, and a word of what `check` says then.
@Test(arguments: [
    ("UPDATE article SET text = replace(text, 'quota', 'share')", "text index"),
    ("DELETE FROM findings WHERE row = 1", "values differ"),
    ("UPDATE findings SET data = x'0102' WHERE row = 2", "cannot be read"),
    ("UPDATE article SET structure = x'01' WHERE row = 2", "cannot be read"),
    ("UPDATE article SET published = '1999-01-01' WHERE row = 1", "day"),
    ("UPDATE article SET text = 'Short.' WHERE row = 1", "reaches beyond"),
    ("UPDATE article_line SET title = NULL WHERE row = 2", "line in the list"),
    ("DELETE FROM article_line WHERE row = 3", "line in the list"),
    ("DELETE FROM segment_column WHERE \"column\" = 5", "values differ"),
    ("UPDATE segment SET sentence_count = 1", "sentences"),
    ("UPDATE article SET is_bundled = 1 WHERE row = 3", "traits"),
    ("DELETE FROM word_start WHERE key = (SELECT min(key) FROM word_start)", "first letters"),
    ("DELETE FROM term WHERE term = 'quota'", "quota"),
    ("INSERT INTO findings VALUES (77, '', x'')", "belong to no article"),
])
func `damage is found and named`(sql: String, expected: String) async throws {
    let archive = try await Sample.riverArchive()
    try await archive.writer.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA foreign_keys = OFF")
        try db.execute(sql: sql)
    }
    let problems = try await archive.check().map(\.description)
    #expect(problems.contains { $0.contains(expected) }, "\(problems)")
}

@Test func `a span outside its sentence is named`() async throws {
    let archive = try Sample.emptyArchive()
    let article = Sample.article("x1", ["One is here.", "Two is there."])
    var findings = Findings()
    findings.points = [
        PointFinding(
            id: "quota", basis: Basis(rule: "r", evidence: [Evidence(sentence: 0, range: 9..<15)]))
    ]
    try await archive.store([AnalyzedArticle(article: article, findings: findings)])
    let problems = try await archive.check()
    #expect(problems.map(\.article) == ["x1"])
    #expect(problems.first?.message.contains("outside sentence 0") == true)
}
