import Intake
import Testing

@testable import Queries

struct QueryParserTests {
    private func parsed(_ text: String, typing: Bool = false) -> ParsedQuery {
        QueryParser(isTyping: typing).parse(text)
    }

    private static let december = PublicationDate(edtf: "2025-12")
    private static let secondDay = PublicationDate(edtf: "2025-12-02")

    @Test(arguments: [
        ("", Query.everything),
        ("   ", .everything),
        ("nato", .word("nato")),
        ("nato ukraine", .and([.word("nato"), .word("ukraine")])),
        ("nato AND ukraine", .and([.word("nato"), .word("ukraine")])),
        ("\"red lines\"", .phrase(["red", "lines"])),
        ("“red lines”", .phrase(["red", "lines"])),
        ("\"talks\"", .phrase(["talks"])),
        ("\"or not\" not", .and([.phrase(["or", "not"]), .word("not")])),
        ("peac*", .prefix("peac")),
        ("\"red lin\"*", .phrasePrefix(["red", "lin"])),
        ("-nato", .not(.word("nato"))),
        ("NOT nato", .not(.word("nato"))),
        ("--nato", .word("nato")),
        ("-\"red lines\"", .not(.phrase(["red", "lines"]))),
        ("a OR b", .or([.word("a"), .word("b")])),
        ("c a OR b", .and([.word("c"), .or([.word("a"), .word("b")])])),
        ("(c a) OR b", .or([.and([.word("c"), .word("a")]), .word("b")])),
        ("a OR b OR c", .or([.word("a"), .word("b"), .word("c")])),
        ("a OR (b OR c)", .or([.word("a"), .word("b"), .word("c")])),
        ("-(a b)", .not(.and([.word("a"), .word("b")]))),
        ("((a))", .word("a")),
        ("28-point", .word("28-point")),
        ("twenty‑eight", .word("twenty‑eight")),
        ("U.S. $100 “", .and([.word("U.S"), .word("100")])),
        ("12:30", .word("12:30")),
        ("https://example.org/a", .word("https://example.org/a")),
        ("Ukraine: peace", .and([.word("Ukraine"), .word("peace")])),
        ("Зеленский", .word("Зеленский")),
    ])
    func `words, phrases, groups and operators`(text: String, query: Query) {
        #expect(parsed(text).query == query)
    }

    @Test(arguments: [
        ("source:tass", Query.field(.source, "tass")),
        ("Source:TASS", .field(.source, "TASS")),
        ("source:\"globe  and atlas\"", .field(.source, "globe and atlas")),
        ("source:glo*", .fieldPrefix(.source, "glo")),
        ("cites:axios", .field(.cites, "axios")),
        ("saved:\"my week\"", .field(.saved, "my week")),
        ("saved:my*", .fieldPrefix(.saved, "my")),
        ("actor:putin", .field(.actor, "putin")),
        ("speaker:\"Yuri Ush\"*", .fieldPrefix(.speaker, "Yuri Ush")),
        ("point:nato-membership", .field(.point, "nato-membership")),
        ("stance:Rejects", .field(.stance, "rejects")),
        ("stance:rej*", .fieldPrefix(.stance, "rej")),
        ("draft:us-28", .field(.draft, "us-28")),
        ("title:(", .everything),
        ("lang:EN", .field(.lang, "en")),
        ("is:unread", .state(.unread)),
        ("-is:marked", .not(.state(.marked))),
        ("has:Quote", .has(.quote)),
        (
            "{speaker:putin point:nato}",
            .sentence(.and([.field(.speaker, "putin"), .field(.point, "nato")]))
        ),
        ("{{nato}}", .sentence(.word("nato"))),
        ("-{nato x}", .not(.sentence(.and([.word("nato"), .word("x")])))),
    ])
    func `fields and sentence groups`(text: String, query: Query) {
        #expect(parsed(text).query == query)
    }

    @Test(arguments: [
        ("before:2025-12-02", 0, "2025-12-02"), ("before:2025-12-02~", 0, "2025-12-02"),
        ("after:2025-12", 1, "2025-12"), ("on:2025", 2, "2025"), ("on:2025-12~", 2, "2025-12~"),
        ("on:\"2025-12\"", 2, "2025-12"),
    ])
    func `dates are days, months, years and, for on, about`(
        text: String, kind: Int, date: String
    ) throws {
        let date = try #require(PublicationDate(edtf: date))
        let query = [Query.before(date), .after(date), .on(date)][kind]
        #expect(parsed(text) == ParsedQuery(query: query, problems: [], parts: parsed(text).parts))
    }

    @Test(arguments: [
        ("befor:2025 nato", 0..<10, "`befor:` at 1 is no field; `before:`?", Query.word("nato")),
        ("nato befor:2025", 5..<15, "`befor:` at 6 is no field; `before:`?", .word("nato")),
        ("speeker:x", 0..<9, "`speeker:` at 1 is no field; `speaker:`?", .everything),
        (
            "colour:x", 0..<8, "`colour:` at 1 is no field; quoted, it is read as words.",
            .everything
        ),
        (
            "nato OR befor:1 x", 8..<15, "`befor:` at 9 is no field; `before:`?",
            .and([.word("nato"), .word("x")])
        ),
        ("befor:1 OR x", 0..<7, "`befor:` at 1 is no field; `before:`?", .word("x")),
        (
            "speaker: putin", 0..<8,
            "`speaker:` at 1 has no value; put one right after the colon: `speaker:name`.",
            .word("putin")
        ),
        (
            "on:2025-13", 0..<10,
            "`on:2025-13` at 1 holds no date; write 2025, 2025-12 or 2025-12-02.", .everything
        ),
        (
            "is:unred", 0..<8,
            "`is:unred` at 1: `is:` takes unread, marked, noted, copy, edited; `is:unread`?",
            .everything
        ),
        (
            "stance:maybe", 0..<12,
            "`stance:maybe` at 1: `stance:` takes proposes, accepts, rejects, demands, open, "
                + "unresolved, removed, deferred.", .everything
        ),
        ("(nato", 0..<1, "`(` at 1 is not closed; it is read to the end.", .word("nato")),
        ("nato)", 4..<5, "`)` at 5 closes nothing; it is left out.", .word("nato")),
        ("x (nato}", 7..<8, "`(` at 3 is closed by `}` at 8.", .and([.word("x"), .word("nato")])),
        ("x ()", 2..<4, "The brackets at 3 hold nothing; they are left out.", .word("x")),
        ("\"nato", 0..<1, "`\"` at 1 is not closed; it is read to the end.", .phrase(["nato"])),
        (
            "source:\"nato", 7..<8, "`\"` at 8 is not closed; it is read to the end.",
            .field(.source, "nato")
        ),
        ("nato OR", 5..<7, "`OR` at 6 has nothing on its right; it is left out.", .word("nato")),
        ("OR nato", 0..<2, "`OR` at 1 has nothing on its left; it is left out.", .word("nato")),
        ("nato NOT", 5..<8, "`NOT` at 6 has nothing after it; it is left out.", .word("nato")),
        (
            "é – nato", 2..<3, "`–` at 3 holds no letter or digit; it is left out.",
            .and([.word("é"), .word("nato")])
        ),
        (
            "na*to", 0..<5,
            "`na*to` at 1 is read as words in a row: `*` stands at the end of a word.",
            .phrase(["na", "to"])
        ),
    ])
    func `what cannot be read is named with its place and the rest is read`(
        text: String, range: Range<Int>, message: String, query: Query
    ) {
        let parsed = parsed(text)
        #expect(parsed.problems == [QueryProblem(range: range, message: message)])
        #expect(parsed.query == query)
    }

    @Test(arguments: [
        ("nat", Query.begun("nat")),
        ("nat ", .word("nat")),
        ("red lin", .and([.word("red"), .begun("lin")])),
        ("red -lin", .and([.word("red"), .not(.word("lin"))])),
        ("(red lin", .and([.word("red"), .begun("lin")])),
        ("\"red lin", .phrasePrefix(["red", "lin"])),
        ("\"red lin\"", .phrase(["red", "lin"])),
        ("\"", .everything),
        ("speaker:u", .fieldPrefix(.speaker, "u")),
        ("speaker:\"yuri u", .fieldPrefix(.speaker, "yuri u")),
        ("speaker:", .everything),
        ("is:un", .everything),
        ("is:unread", .state(.unread)),
        ("stance:rej", .fieldPrefix(.stance, "rej")),
        ("nato OR", .word("nato")),
        ("nato NOT", .word("nato")),
        ("nato (", .word("nato")),
        ("on:20", .everything), ("before:2025-1", .everything), ("after:2025-12-0", .everything),
        ("red*", .prefix("red")), ("28-poi", .begun("28-poi")),
        ("title:red", .or([.fieldPrefix(.title, "red"), .field(.title, "red")])),
        ("title:red*", .fieldPrefix(.title, "red")),
    ])
    func `what is only begun is a prefix or waits, without a problem`(text: String, query: Query) {
        let parsed = parsed(text, typing: true)
        #expect(parsed.query == query)
        #expect(parsed.problems.isEmpty)
    }

    @Test func `a date being typed leaves out nothing that it may still mean`() throws {
        let year = try #require(PublicationDate(edtf: "2025"))
        #expect(parsed("on:2025-", typing: true).query == .on(year))
        #expect(parsed("on:2025-1", typing: true).query == .on(year))
        #expect(parsed("before:2025-", typing: true).query == .everything)
        #expect(parsed("before:2025-1", typing: true).problems.isEmpty)
        #expect(parsed("before:2025-x", typing: true).problems.count == 1)
    }

    @Test func `each part is explained with its range`() {
        let parsed = parsed("before:2025-12-04 -speaker:u* {nato eu}")
        #expect(
            parsed.parts.map(\.explanation) == [
                "published before 4 Dec 2025",
                "leaves out: any speaker whose name begins with u",
                "all of this in one and the same sentence",
                "has “nato” or a form of it",
                "has “eu” or a form of it",
                "all of it in the same article, not in one sentence",
            ])
        #expect(
            parsed.parts.map(\.range) == [0..<17, 18..<29, 30..<39, 31..<35, 36..<38, 0..<39])
        #expect(parsed.parts[1].query == .not(.fieldPrefix(.speaker, "u")))
    }

    @Test func `depth, length and number of terms are bounded and said`() {
        let deep = String(repeating: "(", count: 2000) + "a" + String(repeating: ")", count: 2000)
        #expect(parsed(deep).query == .word("a"))
        #expect(parsed(deep).problems.count == 1)
        let long = parsed(String(repeating: "x", count: 5000))
        #expect(long.query == .word(String(repeating: "x", count: 4096)))
        #expect(long.problems.map(\.range) == [4096..<5000])
        let many = parsed(String(repeating: "a ", count: 2000))
        #expect(many.query == .and(Array(repeating: .word("a"), count: QueryParser.termLimit)))
        #expect(many.problems.count == 1)
    }

    @Test(arguments: [false, true])
    func `random strings never crash, and what is read is in normal form`(typing: Bool) {
        var source = SplitMix(state: typing ? 7 : 8)
        let pieces = [
            "(", ")", "{", "}", "\"", "“", "*", "-", ":", " ", "OR", "AND", "NOT", "a", "nato",
            "source:", "is:", "before:", "stance:", "rejects", "2025-12", "~", "\u{301}", "é",
            "👩‍👩‍👧", "\u{0}", "\n", "befor:", "https://", "٣", "/", "/", "/a|b/", "[", "\\", "title:",
        ]
        for _ in 0..<4000 {
            let text = (0..<Int.random(in: 0...14, using: &source))
                .map { _ in pieces.randomElement(using: &source) ?? "" }.joined()
            let parsed = parsed(text, typing: typing)
            let length = text.unicodeScalars.count
            #expect(parsed.query == parsed.query.normalized, "\(text.debugDescription)")
            // The word that is being typed is printed as one that has been.
            let printed = QueryParser().parse(QueryPrinter.text(of: parsed.query)).query
            #expect(typing || printed == parsed.query, "\(text.debugDescription)")
            #expect(parsed.problems.allSatisfy { $0.range.upperBound <= length })
            #expect(parsed.parts.allSatisfy { $0.range.upperBound <= length })
            for cursor in 0...length {
                guard let completion = QueryCompletion(text: text, cursor: cursor) else { continue }
                #expect(completion.range.upperBound <= length)
            }
        }
    }
}
