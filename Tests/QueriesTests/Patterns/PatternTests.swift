import Intake
import Testing

@testable import Queries

@Suite struct PatternTests {
    /// The words of a text that a pattern matches.
    private func found(_ pattern: String, _ text: String, limit: Int = 99) throws -> [String] {
        let article = ArticleText(text)
        return try Pattern(pattern).matches(in: article, limit: limit).ranges.map {
            article[scalars: $0]
        }
    }

    @Test(arguments: [
        ("plan", "The plan, planned", ["plan", "plan"]),
        ("p.an", "plan pxan p\nan", ["plan", "pxan"]),
        ("[0-9]+ points", "28 points and 5 points", ["28 points", "5 points"]),
        ("[^a-z ]+", "ab 12 cd -34", ["12", "-34"]),
        ("[]x]", "a]x", ["]", "x"]),
        ("[a-]+", "b-a-b", ["-a-"]),
        (#"\d+(,\d{3})*"#, "600,000 or 28 or 1,2", ["600,000", "28", "1", "2"]),
        (#"\bnot\b"#, "not nothing, not", ["not", "not"]),
        (#"\Bing"#, "ing king", ["ing"]),
        (#"\w+-\w+"#, "a well-known five-hour talk", ["well-known", "five-hour"]),
        (#"\S+\s\S+"#, "one two three", ["one two"]),
        (#"[\d,]+"#, "1,000 men", ["1,000"]),
        (#"[^\s]+"#, "a b", ["a", "b"]),
        ("said|says", "he says she said", ["says", "said"]),
        ("(said|says) (he|she)", "said he, says she", ["said he", "says she"]),
        ("(?:ab)+", "ababab", ["ababab"]),
        ("colou?r", "color colour", ["color", "colour"]),
        ("ab{2}", "ab abb abbb", ["abb", "abb"]),
        ("ab{2,}", "ab abb abbb", ["abb", "abbb"]),
        ("ab{1,2}", "abbb", ["abb"]),
        ("a{2", "a{2 aa", []),
        ("x{y}", "x{y}", ["x{y}"]),
        ("“.*?”", "“a” and “b”", ["“a”", "“b”"]),
        ("“.*”", "“a” and “b”", ["“a” and “b”"]),
        ("^The", "The first. The\n\nThe next", ["The", "The"]),
        ("end$", "end of it, the end\n\nend", ["end", "end"]),
        (#"3\.5"#, "3.5 305", ["3.5"]),
        (#"a\tb"#, "a\tb", ["a\tb"]),
        ("a*", "baab", ["aa"]),
        ("a*?", "baab", ["a", "a"]),
        ("(a*)*", "baab", ["aa"]),
        ("x*|b", "abx", ["b", "x"]),
        ("a|ab", "ab", ["a"]),
        ("ab|a", "ab", ["ab"]),
        ("(a|ab)(c|bcd)", "abcd", ["abcd"]),
        ("", "abc", []),
        ("^$", "", []),
        ("()", "abc", []),
    ])
    func `a pattern matches what it says`(
        pattern: String, text: String, expected: [String]
    ) throws {
        if pattern == "a{2" {
            #expect(throws: PatternProblem.self) { try Pattern(pattern) }
        } else {
            #expect(try found(pattern, text) == expected)
        }
    }

    @Test(arguments: [
        ("kyiv", "Kyiv KYIV kyiv", ["Kyiv", "KYIV", "kyiv"]),
        ("Kyiv", "Kyiv KYIV kyiv", ["Kyiv"]),
        ("[K]yiv", "Kyiv kyiv", ["Kyiv"]),
        (#"\Shi"#, "Shi ahi", ["Shi", "ahi"]),
        ("zelens", "Żeleński Zelens", ["Żeleńs", "Zelens"]),
        ("żeleński", "Zelenski", ["Zelenski"]),
        ("Éta", "Éta éta Eta", ["Éta", "Eta"]),
        ("москв", "В Москве МОСКВА", ["Москв", "МОСКВ"]),
        ("ещё", "еще ещё", ["еще", "ещё"]),
        ("don't", "don’t don't", ["don’t", "don't"]),
        ("\"a\"", "“a” «a» \"a\"", ["“a”", "«a»", "\"a\""]),
        ("five-hour", "five–hour five‑hour", ["five–hour", "five‑hour"]),
        ("five hour", "five\u{A0}hour", ["five\u{A0}hour"]),
        ("coop", "co\u{AD}op", ["co\u{AD}op"]),
        ("qed", "q\u{307}ed", ["q\u{307}ed"]),
        ("[à-ü]", "é e", ["é"]),
        ("[а-я]+", "Да, нет", ["Да", "нет"]),
        ("ß", "Straße", ["ß"]),
        ("上.谈", "在上海谈判", ["上海谈"]),
        ("\u{1F54A}+", "a \u{1F54A}\u{1F54A} b", ["\u{1F54A}\u{1F54A}"]),
    ])
    func `letters match without accents, and without case unless a capital is typed`(
        pattern: String, text: String, expected: [String]
    ) throws {
        #expect(try found(pattern, text) == expected)
    }

    @Test(arguments: [
        ("a(b", 1..<2, true), ("ab)", 2..<3, false), ("[abc", 0..<1, true), ("*a", 0..<1, false),
        ("a|+", 2..<3, false), ("ab\\", 2..<3, true), ("\\q", 0..<2, false),
        ("a\\1", 1..<3, false), ("[z-a]", 1..<4, false), ("x{3,1}", 1..<6, false),
        ("x{3,", 1..<2, true), ("x{2000}", 1..<7, false), ("(?=a)", 0..<2, false),
        ("((a{200}){200})", 0..<15, false), ("(?", 0..<2, true), ("[\\", 1..<2, true),
    ])
    func `what is wrong is named with its place`(
        pattern: String, place: Range<Int>, isUnfinished: Bool
    ) throws {
        let problem = #expect(throws: PatternProblem.self) { try Pattern(pattern) }
        #expect(problem?.range == place)
        #expect(problem?.isUnfinished == isUnfinished)
    }

    @Test func `groups too deep are refused, not followed`() {
        let deep = String(repeating: "(", count: 100_000)
        #expect(throws: PatternProblem.self) { try Pattern(deep) }
        #expect(throws: PatternProblem.self) {
            try Pattern("a" + String(repeating: "*", count: 100_000))
        }
    }

    @Test func `of very many matches only the first are given`() throws {
        let matches = try Pattern("a").matches(
            in: ArticleText(String(repeating: "a", count: 100)), limit: 7)
        #expect(matches.ranges.count == 7)
        #expect(matches.isCut)
        let all = try Pattern("a").matches(in: ArticleText("aaaaaaa"), limit: 7)
        #expect(all.ranges.count == 7)
        #expect(!all.isCut)
    }

    @Test func `a walk in small steps finds the same`() throws {
        let text = ArticleText("“one” ‘two’ — thrée\n\nfour, FIVE; “six” seven")
        for pattern in [#"\w+"#, "“.*?”", "(e|f).{1,3}", "[^ ]+$"] {
            let pattern = try Pattern(pattern)
            var search = PatternSearch(pattern, in: text)
            while !search.isDone { search.advance(scalars: 1) }
            #expect(search.found == pattern.matches(in: text))
        }
    }

    /// Compared with matching one way after the other, which knows nothing of machines.
    @Test func `random patterns match as trying every way does`() throws {
        var random = Dice(state: 20_261_121)
        for _ in 0..<4000 {
            let pattern = random.pattern(depth: 3)
            let text = String((0..<random.roll(14)).map { _ in random.pick("aab\nc") })
            let parsed = try Pattern(pattern)
            var parser = PatternParser(pattern)
            let tree = try parser.parse()
            let expected = Trial(text).matches(of: tree)
            let found = parsed.matches(in: ArticleText(text)).ranges
            #expect(found == expected, "\(pattern) in \(text.debugDescription)")
        }
    }

    /// Texts in which much begins and little matches, with and without looking ahead.
    @Test func `looking ahead finds what walking finds`() throws {
        var random = Dice(state: 1971)
        for _ in 0..<1500 {
            let pattern = try Pattern(random.pattern(depth: 4))
            let letters = (0..<300).map { _ in random.pick("aabbc\né-") }
            let text = ArticleText(String(letters))
            var walk = PatternSearch(pattern, in: text, looksAhead: false)
            while !walk.isDone { walk.advance(scalars: 50) }
            var look = PatternSearch(pattern, in: text)
            while !look.isDone { look.advance(scalars: 1 + random.roll(9)) }
            #expect(look.found == walk.found, "\(pattern.text) in \(letters)")
        }
    }

    static let hostile = [
        "(a+)+$b", "(a|aa)+c", "a(.*x)?", "(a?){200}a{200}b", "(.*)*(.*)*x", "([ab]*a){5}[ab]{99}z",
        "a{1,50}b|a", "(a|b)*a(a|b){60}c", "((a?){9}){9}b", ".*.*.*=.*", "(x+x+)+y", "\\w+\\d+\\b",
        "[^b]{400}b", "a.{300}z",
    ]

    /// Steps of looking for a pattern in so many letters, all alike or of two kinds.
    private func work(_ pattern: String, _ count: Int, looksAhead: Bool, isMixed: Bool) throws
        -> Int
    {
        var random = Dice(state: 7)
        let letters = (0..<count).map { _ in isMixed ? random.pick("ab") : "a" }
        var search = PatternSearch(
            try Pattern(pattern), in: ArticleText(String(letters)), looksAhead: looksAhead)
        while !search.isDone { search.advance(scalars: 1000) }
        #expect(search.found.reach == nil)
        return search.work
    }

    /// With a machine that starts again after each match, or one that tries way after way, these
    /// would take years.
    @Test(arguments: hostile)
    func `twice the text takes twice the steps, whatever the pattern`(pattern: String) throws {
        let instructions = try Pattern(pattern).program.instructions.count
        for looksAhead in [false, true] {
            for isMixed in [false, true] {
                let once = try work(pattern, 1000, looksAhead: looksAhead, isMixed: isMixed)
                let twice = try work(pattern, 2000, looksAhead: looksAhead, isMixed: isMixed)
                let most = looksAhead ? 3 : 2
                #expect(once <= 1001 * (instructions + 1) * most, "\(once)")
                // The first steps are cheaper: not every way has begun yet.
                let start = (instructions + 2) * (instructions + 2)
                #expect(twice <= 2 * once + start, "\(once), \(twice)")
            }
        }
    }

    @Test(arguments: ["talks", "(a?){200}a{200}b", "[0-9]+ points", #"\bnot\b.*\bsign\b"#])
    func `text in which nothing matches takes about a step a scalar`(pattern: String) throws {
        let text = ArticleText(String(repeating: "They met in a harbour.\n", count: 1000))
        var search = PatternSearch(try Pattern(pattern), in: text)
        while !search.isDone { search.advance(scalars: 1000) }
        #expect(search.found.ranges == [])
        #expect(search.work < text.count * 3 / 2, "\(search.work) of \(text.count)")
    }

    @Test func `a pattern with too many ways says how far it came`() throws {
        let text = ArticleText("aab" + String(repeating: "a", count: 5000))
        var search = PatternSearch(
            try Pattern("(a?){100}a{100}b|b"), in: text, workLimit: 100_000, looksAhead: false)
        while !search.isDone { search.advance(scalars: 100) }
        #expect(search.found.ranges == [2..<3])
        #expect(search.found.isCut)
        #expect((3..<5000).contains(search.found.reach ?? 0))
    }

    /// Whatever is typed is a pattern, or something is wrong with a part of it.
    @Test func `random marks are read or refused with their place`() {
        var random = Dice(state: 42)
        var read = 0
        for _ in 0..<20_000 {
            let text = (0..<random.roll(12)).map { _ in
                String(random.pick("ab(|)[]^$*+?{},12\\dwb-.é"))
            }
            .joined()
            do throws(PatternProblem) {
                _ = try Pattern(text)
                read += 1
            } catch {
                let count = text.unicodeScalars.count
                #expect(error.range.lowerBound >= 0 && error.range.upperBound <= count, "\(text)")
                #expect(!error.message.isEmpty && !error.message.hasSuffix("."))
            }
        }
        #expect(read > 2000)
    }
}

/// A generator of patterns that gives the same ones each time.
private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % sides
    }

    mutating func pick(_ letters: String) -> Character {
        Array(letters)[roll(letters.count)]
    }

    mutating func pattern(depth: Int) -> String {
        guard depth > 0 else { return String(pick("abc.")) }
        switch roll(7) {
        case 0: return "(" + pattern(depth: depth - 1) + "|" + pattern(depth: depth - 1) + ")"
        case 1: return "(" + pattern(depth: depth - 1) + ")*"
        case 2: return "(?:" + pattern(depth: depth - 1) + ")+?"
        case 3: return "(" + pattern(depth: depth - 1) + "){1,2}"
        case 4: return "(" + pattern(depth: depth - 1) + ")??" + pattern(depth: depth - 1)
        case 5: return ["^", "$", "[^a]", "\\b"][roll(4)] + pattern(depth: depth - 1)
        default: return pattern(depth: depth - 1) + pattern(depth: depth - 1)
        }
    }
}

/// Tries every way through a tree, best first: right, and slow beyond use.
private struct Trial {
    let scalars: [UInt32]

    init(_ text: String) { scalars = text.unicodeScalars.map(\.value) }

    func matches(of tree: PatternNode) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        while start < scalars.count {
            if let end = ends(tree, from: start, then: { $0 > start ? $0 : nil }) {
                found.append(start..<end)
                start = end
            } else {
                start += 1
            }
        }
        return found
    }

    private func ends(_ node: PatternNode, from at: Int, then: (Int) -> Int?) -> Int? {
        switch node {
        case .empty: return then(at)
        case .scalar(let scalar): return take(at, then) { $0 == scalar }
        case .any: return take(at, then) { _ in true }
        case .set(let set): return take(at, then) { set.contains($0, folded: $0) }
        case .assertion(let assertion):
            let holds = assertion.holds(
                between: at > 0 ? scalars[at - 1] : nil,
                and: at < scalars.count ? scalars[at] : nil)
            return holds ? then(at) : nil
        case .sequence(let nodes):
            guard let first = nodes.first else { return then(at) }
            return ends(first, from: at) {
                ends(.sequence(Array(nodes.dropFirst())), from: $0, then: then)
            }
        case .choice(let nodes):
            for node in nodes {
                if let end = ends(node, from: at, then: then) { return end }
            }
            return nil
        case .repetition(let node, let least, let most, let isLazy):
            if most == 0 { return then(at) }
            func again() -> Int? {
                ends(node, from: at) { next in
                    if next == at, least == 0, most == nil { return nil }
                    return ends(
                        .repetition(
                            node, least: max(0, least - 1), most: most.map { $0 - 1 },
                            isLazy: isLazy), from: next, then: then)
                }
            }
            if least > 0 { return again() }
            return isLazy ? then(at) ?? again() : again() ?? then(at)
        }
    }

    private func take(_ at: Int, _ then: (Int) -> Int?, _ fits: (UInt32) -> Bool) -> Int? {
        guard at < scalars.count, scalars[at] != 0x0A, fits(scalars[at]) else { return nil }
        return then(at + 1)
    }
}
