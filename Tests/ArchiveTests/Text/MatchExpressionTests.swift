import GRDB
import Queries
import Testing

@testable import Archive

private var expansion: WordExpansion {
    WordExpansion(
        forms: { word in
            switch word {
            case "talk": ["talk", "talks", "talking"]
            case "negoce": ["negoce", "negotiate"]
            default: [word]
            }
        },
        spellings: { $0 == "nego" ? ["zzzz"] : $0 == "everything" ? ["wszystko", "все"] : [] })
}

private func beginnings(_ start: String) -> [MatchExpression]? {
    let long = String(repeating: "z", count: 40)
    let words = ["nego", "negoce", "negotiate", "zzzz", long]
    if start == "kept" { return [MatchExpression(beginning: start)] }
    return start == "everything"
        ? nil : MatchExpression.listed(words.filter { $0.hasPrefix(start) })
}

private func alternatives(_ query: Query) throws -> [String]? {
    try MatchExpression.alternatives(query, expansion: expansion, beginnings: beginnings)?
        .map(\.fts5)
}

@Test(arguments: [
    (Query.word("Talk"), [#""talk""#, #""talks""#, #""talking""#]),
    (.word("Kyiv"), [#""kyiv""#]), (.word("28-point"), [#""28 point""#]),
    (
        .prefix("Nego"),
        [#""nego""#, #""negoce""#, #""negotiate""#, #""zzzz""#]
            + ["\"\(String(repeating: "z", count: 40))\" *"]
    ), (.prefix("qqqq"), []),
    (.begun("negoce"), [#""negoce""#, #""negotiate""#]), (.begun("qqqq"), []),
    (.begun("everything"), [#"("everything" * OR "wszystko" * OR "все" *)"#]),
    (.prefix("zzzz"), [#""zzzz""#, "\"\(String(repeating: "z", count: 40))\" *"]),
    (.begun("kept"), [#""kept" *"#]),
    (.prefix("everything"), [#"("everything" * OR "wszystko" * OR "все" *)"#]),
    (.prefix("28-poi"), [#""28 poi" *"#]),
    (.phrase(["peace", "talk"]), [#""peace talk""#]),
    (.phrasePrefix(["peace", "ta"]), [#""peace ta" *"#]),
    (.field(.title, "peace plan"), [#"title : ("peace" AND "plan")"#]),
    (.fieldPrefix(.title, "plan"), [#"title : ("plan" *)"#]),
])
func `a text condition becomes expressions`(query: Query, expected: [String]) throws {
    #expect(try alternatives(query) == expected)
}

@Test(arguments: [
    Query.everything, .word("—"), .prefix("—"), .phrase([]), .not(.word("a")),
    .field(.actor, "x"), .and([.word("a")]), .or([.word("a")]), .fieldPrefix(.title, "p"),
])
func `other conditions become none`(query: Query) throws {
    #expect(try alternatives(query) == nil)
}

/// What a person may type to break the index's own syntax; each is met as text.
@Test(arguments: [
    "\"", "\"\"", "a\"b", "AND", "OR NOT", "NEAR(a b)", "a*", "*", "^a", "title:", "title : x",
    "{title text} : x", "a + b", "(", "))((", "-a", "a AND", ";DROP TABLE article;--", "\0", "'",
    "col:val", "\\", "%", "_", "a\u{301}", "\u{FFFD}", "😀", "\u{202E}x", "NULL", "x OR 1=1",
])
func `hostile text is text`(typed: String) throws {
    let queries: [Query] = [
        .word(typed), .prefix(typed), .phrase([typed, typed]), .phrasePrefix([typed, "x"]),
        .field(.title, typed), .fieldPrefix(.title, typed),
    ]
    try DatabaseQueue().write { db in
        try db.execute(sql: "CREATE VIRTUAL TABLE t USING fts5 (title, text)")
        for query in queries {
            for expression in try alternatives(query) ?? [] {
                _ = try Int.fetchAll(
                    db, sql: "SELECT rowid FROM t WHERE t MATCH ?", arguments: [expression])
            }
        }
    }
}

/// Random queries of random text: whatever comes out, FTS5 can read it.
@Test(arguments: 0..<30)
func `every expression can be read`(seed: Int) throws {
    var random = RandomNumbers(seed: UInt64(seed))
    func query(_ depth: Int) -> Query {
        switch random.number(depth > 4 ? 4 : 7) {
        case 0: .word(random.text())
        case 1: .prefix(random.text())
        case 2: .phrase([random.text(), random.text()])
        case 3: .field(.title, random.text())
        case 4: .not(query(depth + 1))
        case 5: .and((0..<random.number(5)).map { _ in query(depth + 1) })
        default: .or((0..<random.number(5)).map { _ in query(depth + 1) })
        }
    }
    try DatabaseQueue().write { db in
        try db.execute(sql: "CREATE VIRTUAL TABLE t USING fts5 (title, text)")
        for _ in 0..<10 {
            let query = query(0)
            let ranking = try MatchExpression.ranking(query, expansion: expansion)?.fts5
            for expression in try (alternatives(query) ?? []) + [ranking].compactMap(\.self) {
                _ = try Int.fetchAll(
                    db, sql: "SELECT rowid FROM t WHERE t MATCH ?", arguments: [expression])
            }
        }
    }
}
