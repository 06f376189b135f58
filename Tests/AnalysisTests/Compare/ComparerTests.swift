import Intake
import Testing

@testable import Analysis

struct ComparerTests {
    private let comparer = Comparer(dossier: .empty)

    private let left = sample([
        "The envoys landed in Lisbon on Monday for talks on the fishing quota.",
        "The minister of Freedonia praised the weather.",
        "Negotiators left the harbour clause for a later round.",
    ])
    private let right = sample([
        "A bakery opened near the station.",
        "Talks about the harbour clause were put off to a later round, negotiators said.",
        "On Monday envoys arrived in Lisbon to discuss the fishing quota.",
        "Trains ran late.",
    ])

    @Test func `sentences that say the same stand in one row, in the order of the left`() {
        let rows = comparer.comparison(of: [left, right]).rows
        let aligned = rows.filter { $0.kind != .only }.map(\.sentences)
        #expect(aligned == [[[0], [2]], [[2], [1]]])
    }

    @Test func `a row says what it rests on and points to it`() throws {
        let rows = comparer.comparison(of: [left, right]).rows
        let row = try #require(rows.first { $0.sentences == [[0], [2]] })
        #expect(row.why.contains("quota"))
        let words = row.evidence[1].map { right.article.text[scalars: $0.range] }
        #expect(words.contains("Lisbon"))
        // "envoys" is in both, and not among what it is said to rest on.
        #expect(!words.contains("arrived") && !words.contains("envoys"))
    }

    @Test func `what one article alone says follows its own neighbours`() {
        let rows = comparer.comparison(of: [left, right]).rows
        #expect(
            rows.map(\.sentences) == [
                [[], [0]], [[0], [2]], [[], [3]], [[1], []], [[2], [1]],
            ])
    }

    @Test(arguments: [
        ("Envoys spoke in Lisbon.", "Rain fell on Lisbon.", false),
        ("Envoys spoke in Lisbon.", "Two envoys left Lisbon.", true),
        (
            "Envoys of both sides spoke in Lisbon of an old bridge.",
            "Lisbon saw two envoys argue about coal.", false
        ),
        ("The talks lasted 5 days.", "Rain fell 5 times.", false),
    ])
    func `a name or a figure alone makes no row`(left: String, right: String, isRow: Bool) {
        let others = [
            "A bakery opened near the station.", "Trains ran late.", "The minister praised bread.",
        ]
        let rows = comparer.comparison(of: [sample([left]), sample([right] + others)]).rows
        #expect(rows.contains { $0.kind != .only } == isRow)
    }

    @Test func `behind a name stand words that both have besides`() {
        func article(_ sentences: [String]) -> AnalyzedArticle {
            var article = sample(sentences)
            let name = article.evidence("Ada Berg", in: 0)
            article.findings.actors = [
                ActorFinding(
                    id: "ada-berg", name: "Ada Berg", kind: .person, isKnown: true,
                    forms: ["Ada Berg"], basis: Basis(rule: "r", evidence: [name]))
            ]
            return article
        }
        let left = article(["Ada Berg sold her horses."])
        let right = article(["The horses are dear, wrote Ada Berg.", "Trains ran late."])
        let row = comparer.comparison(of: [left, right]).rows.first { $0.kind != .only }
        #expect(row?.why == "Ada Berg; “horses”")
    }

    @Test(arguments: [
        ("Berg saw “a fine chance” of rain.", true), ("Berg saw a fine chance of rain.", false),
        ("Berg saw “a chance” of rain.", false),
    ])
    func `words that both put between quotation marks make a row`(there: String, isRow: Bool) {
        func article(_ sentences: [String]) -> AnalyzedArticle {
            let article = sample(sentences).article
            return AnalyzedArticle(
                article: article, findings: Analyzer(dossier: .empty).findings(in: article))
        }
        let left = article([
            "Trains ran late.", "On Sunday Berg said there was “a fine chance” that mines reopen.",
        ])
        let right = article([there, "A bakery opened near the station.", "Dogs barked."])
        let row = comparer.comparison(of: [left, right]).rows.first { $0.kind != .only }
        #expect((row?.why.contains("“fine chance”") ?? false) == isRow)
    }

    @Test func `hours of one meeting are not those of another`() {
        func talks(_ event: String) -> AnalyzedArticle {
            let text = "The talks lasted five hours."
            var article = sample([text, "A bakery opened near the station.", "Trains ran late."])
            let hours = article.evidence("five hours", in: 0)
            article.findings.figures = [
                FigureFinding(
                    sentence: 0, range: hours.range, value: 5, unit: "hour", isApproximate: false,
                    about: "talks.duration", draft: nil, event: event,
                    basis: Basis(rule: "r", evidence: [hours]))
            ]
            return article
        }
        func rests(_ left: String, _ right: String) -> [String] {
            let row = comparer.comparison(of: [talks(left), talks(right)]).rows.first
            return (row?.evidence.first ?? []).map { talks(left).article.text[scalars: $0.range] }
        }
        #expect(rests("spring", "spring").contains("five hours"))
        #expect(!rests("spring", "autumn").contains { $0.contains("five") })
    }

    @Test func `three columns share rows`() {
        let third = sample(["Envoys reached Lisbon to talk about the fishing quota on Monday."])
        let rows = comparer.comparison(of: [left, right, third]).rows
        #expect(rows.contains { $0.sentences == [[0], [2], [0]] })
        #expect(rows.allSatisfy { $0.sentences.count == 3 })
    }

    @Test func `the same article twice is the same in every row`() {
        let comparison = comparer.comparison(of: [left, left])
        #expect(comparison.rows.map(\.sentences) == [[[0], [0]], [[1], [1]], [[2], [2]]])
        #expect(comparison.rows.allSatisfy { $0.kind == .same })
        #expect(comparison.similarity == 1)
        #expect(comparison.copied.map(\.similarity) == [1, 1, 1])
    }

    @Test func `articles without sentences compare as nothing`() {
        let comparison = comparer.comparison(of: [sample([]), left])
        #expect(comparison.rows.map(\.sentences) == [[[], [0]], [[], [1]], [[], [2]]])
        #expect(comparison.similarity == 0)
        #expect(comparer.comparison(of: []).rows.isEmpty)
    }

    @Test(arguments: [2, 3, 4])
    func `every sentence stands in one row, at most three of a column together`(columns: Int) {
        var source = SplitMix(state: UInt64(columns))
        let words = ["quota", "Lisbon", "envoy", "harbour", "clause", "28", "treaty", "the", "of"]
        for _ in 0..<60 {
            let articles = (0..<columns).map { _ in
                sample(
                    (0..<Int.random(in: 0...12, using: &source)).map { _ in
                        (0..<5).map { _ in words.randomElement(using: &source) ?? "" }
                            .joined(separator: " ")
                    })
            }
            let rows = comparer.comparison(of: articles).rows
            for (column, article) in articles.enumerated() {
                let found = rows.flatMap { $0.sentences[column] }
                #expect(found.sorted() == Array(article.article.sentences.indices))
            }
            #expect(rows.allSatisfy { $0.sentences.allSatisfy { $0.count <= 3 } })
            #expect(
                rows.allSatisfy {
                    ($0.kind == .only) == ($0.sentences.count { !$0.isEmpty } == 1)
                })
        }
    }

    @Test func `points and what is left out of them are listed by column`() {
        var findings = Findings()
        findings.points = [
            PointFinding(
                id: "quota", basis: Basis(rule: "cue", evidence: [left.evidence("quota", in: 0)]))
        ]
        findings.citedOutlets = [
            OutletFinding(
                id: "gazette", name: "The Gazette", isKnown: true, how: .reported,
                basis: Basis(rule: "cue", evidence: []))
        ]
        let comparison = comparer.comparison(of: [
            AnalyzedArticle(article: left.article, findings: findings), right,
        ])
        #expect(comparison.points == [.init(id: "quota", sentences: [[0], []])])
        #expect(
            comparison.omissions == [
                .init(kind: .point, id: "quota", missingIn: [1]),
                .init(kind: .outlet, id: "gazette", missingIn: [1]),
            ])
    }
}

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
