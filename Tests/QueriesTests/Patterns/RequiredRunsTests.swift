import Intake
import Testing

@testable import Queries

@Suite struct RequiredRunsTests {
    @Test(arguments: [
        ("cease-?fire", RequiredRuns.all([.run("cease"), .run("fire")])),
        ("Ceasefire", .run("ceasefire")), ("a?bc", .unknown), ("ab", .unknown),
        ("(Putin|Trump) said", .all([.any([.run("putin"), .run("trump")]), .run("said")])),
        ("(Putin|he) said", .run("said")), ("talk(s|ed)?", .run("talk")), (".*", .unknown),
        (#"\bnego(tia)+tion\b"#, .all([.run("nego"), .run("tia"), .run("tion")])),
        ("naïve ёлка", .all([.run("naive"), .run("елка")])), ("cea\u{AD}se", .run("cease")),
        (#"\d{3},000 men"#, .all([.run("000"), .run("men")])), ("日本語", .unknown),
        ("(ab)c{2}d", .unknown), ("[a]bcd", .run("bcd")),
        ("x{0}abc", .run("abc")), ("(abc|)", .unknown),
    ])
    func `what every match has in it`(pattern: String, runs: RequiredRuns) throws {
        #expect(try Pattern(pattern).runs == runs)
    }

    private func holds(_ runs: RequiredRuns, _ text: String) -> Bool {
        switch runs {
        case .unknown: true
        case .run(let run): text.contains(run)
        case .all(let parts): parts.allSatisfy { holds($0, text) }
        case .any(let parts): parts.contains { holds($0, text) }
        }
    }

    @Test func `a text that matches has them`() throws {
        var random = RandomPattern(state: 11)
        var told = 0
        for _ in 0..<3000 {
            let pattern = try Pattern(random.pattern(depth: 5))
            let text = random.text(60)
            if pattern.runs != .unknown { told += 1 }
            if !pattern.matches(in: ArticleText(text), limit: 1).ranges.isEmpty {
                #expect(holds(pattern.runs, text), "\(pattern.text) in \(text)")
            }
        }
        #expect(told > 100)
    }

    @Test func `a probe finds in one text after the other what matches`() throws {
        var random = RandomPattern(state: 12)
        for _ in 0..<600 {
            let pattern = try Pattern(random.pattern(depth: 4))
            var probe = PatternProbe(pattern)
            for _ in 0..<12 {
                let text = random.text(40)
                // In the middle of other bytes, which do not count.
                let bytes = Array("ab".utf8) + Array(text.utf8) + Array("ba".utf8)
                let found = probe.occurs(in: bytes, 2..<bytes.count - 2, pause: {})
                let isThere = !pattern.matches(in: ArticleText(text)).ranges.isEmpty
                #expect(found == isThere, "\(pattern.text) in \(text)")
            }
        }
    }

    @Test(arguments: ["(a?){100}a{100}b", "a.{300}z", #"(x+x+)+y|b"#])
    func `a probe that cannot look ahead walks`(pattern: String) throws {
        var probe = PatternProbe(try Pattern(pattern))
        var random = RandomPattern(state: 3)
        for number in 0..<20 {
            let text =
                random.text(2000)
                + (number % 2 == 0 ? "" : String(repeating: "a", count: 301) + "z")
            let isThere = try !Pattern(pattern).matches(in: ArticleText(text)).ranges.isEmpty
            let bytes = Array(text.utf8)
            #expect(probe.occurs(in: bytes, bytes.indices, pause: {}) == isThere)
        }
    }

    @Test(arguments: [
        (#"\bcease\b"#, "cease"), ("^The .*$", "The .*"), ("[$^]a^", "[$^]a"), ("abc", "abc"),
        (#"\^a\$"#, #"\^a\$"#), (#"[\]b$]$"#, #"[\]b$]"#),
    ])
    func `borders can be left out`(pattern: String, rest: String) throws {
        #expect(try Pattern(pattern).withoutBorders?.text == rest)
    }

    @Test func `where a border is repeated nothing is left`() throws {
        #expect(try Pattern(#"\b*a"#).withoutBorders == nil)
    }
}

/// Patterns and texts of few letters, the same in every run.
struct RandomPattern {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % sides
    }

    mutating func text(_ most: Int) -> String {
        let pieces = ["a", "b", "ab", "abc", "bca", " ", "-", "é", "c", "\n", "’"]
        return (0..<roll(most)).map { _ in pieces[roll(pieces.count)] }.joined()
    }

    mutating func pattern(depth: Int) -> String {
        guard depth > 0 else { return ["a", "b", "c", "abc", "bca", "."][roll(6)] }
        switch roll(8) {
        case 0: return "(" + pattern(depth: depth - 1) + "|" + pattern(depth: depth - 1) + ")"
        case 1: return "(" + pattern(depth: depth - 1) + ")*"
        case 2: return "(?:" + pattern(depth: depth - 1) + ")+"
        case 3: return "(" + pattern(depth: depth - 1) + "){1,2}"
        case 4: return ["^", "$", "[^a]", "\\b", "[ab]", "-?"][roll(6)] + pattern(depth: depth - 1)
        default: return pattern(depth: depth - 1) + pattern(depth: depth - 1)
        }
    }
}
