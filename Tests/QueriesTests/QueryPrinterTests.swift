import Intake
import Testing

@testable import Queries

/// A small seeded generator (Steele, Lea, Flood: SplitMix64), so that property tests repeat.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

struct QueryPrinterTests {
    @Test(arguments: [
        ("  nato   “red  lines” ", "nato \"red lines\""),
        ("(a b) OR c", "(a b) OR c"),
        ("a (b OR c)", "a b OR c"),
        ("NOT source:“globe and atlas”", "-source:\"globe and atlas\""),
        ("-(a OR b)", "-(a OR b)"),
        ("{speaker:putin   point:nato}", "{speaker:putin point:nato}"),
        ("\"OR\" \"x\" \"OR\"*", "\"OR\" \"x\" \"OR\"*"),
        (
            "source:\"a*\" source:\"-b\" source:\"c:d\"",
            "source:\"a*\" source:\"-b\" source:\"c:d\""
        ),
        ("/a\\/b/  -TITLE:/[ x] /", "/a\\/b/ -title:/[ x] /"),
        ("ON:2025-12~ Before:2025", "on:2025-12~ before:2025"),
    ])
    func `text is canonical`(typed: String, canonical: String) {
        #expect(QueryPrinter.text(of: QueryParser().parse(typed).query) == canonical)
    }

    @Test func `queries out of normal form are brought into it`() {
        let query = Query.and([
            .and([.word("red lines"), .everything]), .not(.not(.word("OR"))), .or([.word("")]),
            .field(.source, " globe \n and\"atlas "), .phrasePrefix(["x"]), .sentence(.everything),
        ])
        let normal = Query.and([
            .phrase(["red", "lines"]), .phrase(["OR"]), .field(.source, "globe and atlas"),
            .prefix("x"),
        ])
        #expect(query.normalized == normal)
        #expect(Query.everything.narrowed(by: .everything) == .everything)
        #expect(Query.word("a").narrowed(by: .word("a")) == .word("a"))
        #expect(
            Query.and([.word("a"), .word("b")]).narrowed(by: .and([.word("b"), .word("c")]))
                == .and([.word("a"), .word("b"), .word("c")]))
        #expect(
            Query.word("a").narrowed(by: .and([.word("b"), .word("c")]))
                == .and([.word("a"), .word("b"), .word("c")]))
    }

    @Test func `what is printed is read back as the same query`() {
        var random = RandomQuery(source: SplitMix(state: 2025))
        for _ in 0..<5000 {
            let query = random.query(depth: 5)
            #expect(query.normalized == query, "\(query)")
            let text = QueryPrinter.text(of: query)
            let parsed = QueryParser().parse(text)
            #expect(parsed.query == query, "\(text)")
            #expect(parsed.problems.isEmpty, "\(text): \(parsed.problems)")
        }
    }
}

/// Draws queries; `normalized` of what it draws is what the tests compare.
private struct RandomQuery {
    var source: SplitMix

    mutating func query(depth: Int) -> Query { draw(depth: depth).normalized }

    private mutating func draw(depth: Int) -> Query {
        let kind = Int.random(in: 0..<(depth > 0 ? 16 : 11), using: &source)
        switch kind {
        case 0: return .word(word())
        case 1: return .prefix(word())
        case 2: return .phrase(words())
        case 3: return .phrasePrefix(words())
        case 4: return .field(pick(Query.Field.allCases), value())
        case 5: return .fieldPrefix(pick(Query.Field.allCases), value())
        case 6: return .state(pick(Query.Mark.allCases))
        case 7: return .has(pick(Query.Trait.allCases))
        case 8: return date()
        case 9: return .pattern(pattern())
        case 10: return .titlePattern(pattern())
        case 11: return .not(draw(depth: depth - 1))
        case 12, 13: return .and(several(depth: depth - 1))
        case 14: return .or(several(depth: depth - 1))
        default: return .sentence(draw(depth: depth - 1))
        }
    }

    private mutating func pattern() -> Pattern {
        let texts = [
            "cease-?fire", "a/b", "a\\/b", "[/]", " lead", "\\ lead", "x ", "(a|b){2,3}", "\"",
            "“.*?”",
            "^The", "//", "\\\\/", "OR", "source:x", "é", "a*", "{a}", "\n", "",
        ]
        while true { if let pattern = try? Pattern(pick(texts)) { return pattern } }
    }

    private mutating func several(depth: Int) -> [Query] {
        (0..<Int.random(in: 0...3, using: &source)).map { _ in draw(depth: depth) }
    }

    private mutating func words() -> [String] {
        (0..<Int.random(in: 1...3, using: &source)).map { _ in word() }
    }

    private mutating func word() -> String {
        pick([
            "nato", "OR", "NOT", "and", "28-point", "Kyïv", "a:b", "source:x", "https://x.org/a",
            "O’Brien", "two words", "-x", "x*", "(", "U.S.", "NATO's", "ß", "日本",
        ])
    }

    private mutating func value() -> String {
        pick([
            "tass", "The Globe and Atlas", "us-28", "a*", "-b", "c:d", "OR", "“x” y", "(z)", "",
            "Зеленский", "2025-12", "{}", "É",
            "rejects", "Re",
        ])
    }

    private mutating func date() -> Query {
        let text = pick(["2025", "2025-12", "2025-12-02", "2025~", "2025-11-30~", "0001", "9999"])
        guard let date = PublicationDate(edtf: text) else { return .everything }
        return pick([.before(date), .after(date), .on(date)])
    }

    private mutating func pick<T>(_ values: [T]) -> T {
        values[Int.random(in: 0..<values.count, using: &source)]
    }
}
