import Testing

@testable import Queries

/// `/pattern/` in a typed query.
@Suite struct QueryPatternTests {
    private func parsed(_ text: String, typing: Bool = false) -> ParsedQuery {
        QueryParser(isTyping: typing).parse(text)
    }

    private static func pattern(_ text: String) -> Query {
        (try? Pattern(text)).map { .pattern($0) } ?? .everything
    }

    private static func title(_ text: String) -> Query {
        (try? Pattern(text)).map { .titlePattern($0) } ?? .everything
    }

    @Test(arguments: [
        ("/cease-?fire/", pattern("cease-?fire")),
        ("-/truce/", .not(pattern("truce"))),
        ("NOT /truce/", .not(pattern("truce"))),
        ("/a b/ nato", .and([pattern("a b"), .word("nato")])),
        ("/a|b/ OR nato", .or([pattern("a|b"), .word("nato")])),
        ("(/a(b)/)", pattern("a(b)")),
        ("{/a/ speaker:putin}", .sentence(.and([pattern("a"), .field(.speaker, "putin")]))),
        (#"/a\/b/"#, pattern(#"a\/b"#)),
        (#"/\\/b"#, .and([pattern(#"\\"#), .word("b")])),
        ("/a/b/", .and([pattern("a"), .word("b")])),
        ("/“a” \"b\"/", pattern("“a” \"b\"")),
        ("/x{2,3}/", pattern("x{2,3}")),
        ("title:/^The /", title("^The ")),
        ("-TITLE:/x/", .not(title("x"))),
        ("and/or", .word("and/or")),
        ("1/2 https://example.org/a", .and([.word("1/2"), .word("https://example.org/a")])),
        ("//example.org/x", .word("example.org/x")),
    ])
    func `what stands between slashes is a pattern`(text: String, query: Query) {
        #expect(parsed(text).query == query)
        #expect(parsed(text).problems.isEmpty)
    }

    @Test(arguments: [
        (
            "nato /a(b/", 7..<8, "`(` at 8 is not closed; the pattern is left out.",
            Query.word("nato")
        ),
        (
            "/*a/", 1..<2, "`*` at 2 has nothing before it to repeat; the pattern is left out.",
            .everything
        ),
        (
            "-/a\\qb/ x", 3..<5,
            "`\\q` at 4 is not known; \\d \\w \\s \\b and their capitals are; the pattern is left out.",
            .word("x")
        ),
        (
            "x /truce", 2..<3, "`/` at 3 is not closed; it is read to the end.",
            .and([.word("x"), pattern("truce")])
        ),
        ("title:/a)/ x", 8..<9, "`)` at 9 closes nothing; the pattern is left out.", .word("x")),
        (
            "source:/tass/ x", 0..<13,
            "`source:/tass/` at 1: a pattern stands alone or after `title:`; quoted, it is a value.",
            .word("x")
        ),
        (
            "x / y", 2..<3, "`/` at 3 holds no letter or digit; it is left out.",
            .and([.word("x"), .word("y")])
        ),
        ("x /", 2..<3, "`/` at 3 begins a pattern without anything in it.", .word("x")),
    ])
    func `what is wrong with a pattern is said where it stands in the query`(
        text: String, range: Range<Int>, message: String, query: Query
    ) {
        #expect(parsed(text).problems == [QueryProblem(range: range, message: message)])
        #expect(parsed(text).query == query)
    }

    @Test(arguments: [
        ("/", Query.everything), ("/{", .everything), ("x /", .word("x")),
        ("/cease", pattern("cease")),
        ("/cease-?", pattern("cease-?")), ("/(cease|", pattern("(cease|)")),
        ("/((a|[bc", pattern("((a|[bc]))")), ("/a[", pattern("a")), ("/a[^", pattern("a")),
        ("/a{", pattern("a")), ("/a{2,", pattern("a")), ("/a\\", pattern("a")),
        ("/a(?", pattern("a")), ("-/tru", .everything), ("-/tru/", .not(pattern("tru"))),
        ("title:/tru", title("tru")), ("title:/", .everything),
        ("/a/", pattern("a")), ("/(", .everything), ("/a b", pattern("a b")),
    ])
    func `a pattern that is being typed is read as far as it goes`(text: String, query: Query) {
        #expect(parsed(text, typing: true).query == query)
        #expect(parsed(text, typing: true).problems.isEmpty)
    }

    @Test func `what no letter more makes a pattern is said while it is typed`() {
        #expect(parsed("/a)", typing: true).problems.map(\.range) == [2..<3])
        #expect(parsed("/*", typing: true).problems.map(\.range) == [1..<2])
    }

    @Test func `how it is read is explained, and with which case`() {
        #expect(
            parsed("/cease-?fire/ -title:/Truce/").parts.prefix(2).map(\.explanation) == [
                "has a match of /cease-?fire/",
                "leaves out: has a match in the title of /Truce/, capitals as typed",
            ])
    }

    @Test(arguments: [
        ("/cease", "/cease/"), ("/cease/", "/cease/"), ("x title:/a", "x title:/a/"),
        ("/a(b", "/a(b"), ("/a\\", "/a\\"), ("/", "/"), ("nato", "nato"), ("", ""),
    ])
    func `a pattern that is kept is closed`(typed: String, kept: String) {
        #expect(QueryParser.closed(typed) == kept)
    }

    @Test func `it is known where a pattern stands`() {
        let within = (0...9).filter { QueryParser.isInPattern("x /ab/ cd", cursor: $0) }
        #expect(within == [3, 4, 5])
        #expect(QueryParser.isInPattern("title:/a", cursor: 8))
    }
}
