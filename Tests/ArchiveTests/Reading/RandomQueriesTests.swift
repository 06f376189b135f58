import Analysis
import Intake
import Queries
import Testing

@testable import Archive

/// Random queries against random articles, answered a second time by looking at every word.
struct RandomQueriesTests {
    private static let vocabulary = [
        "treaty", "treaties", "talk", "talks", "talked", "talking", "nation", "national",
        "negotiate", "negotiations", "überfall", "Київ", "Києва", "28", "280", "a", "an", "and",
        "x1", "x12y", "ceasefire", "cease", "fire", "naïve",
    ]

    private static func articles(_ random: inout RandomNumbers) -> [AnalyzedArticle] {
        (0..<40).map { number in
            let words = (0..<1 + random.number(9)).map { _ in
                vocabulary[random.number(vocabulary.count)]
            }
            let article = Sample.article("n\(number)", [words.joined(separator: " ")])
            return AnalyzedArticle(article: article, findings: Findings())
        }
    }

    private static func query(_ random: inout RandomNumbers, depth: Int = 0) -> Query {
        let word = vocabulary[random.number(vocabulary.count)]
        switch random.number(depth > 3 ? 4 : 7) {
        case 0: return .word(word)
        case 1, 2: return .prefix(String(word.prefix(1 + random.number(word.count))))
        case 3:
            let next = vocabulary[random.number(vocabulary.count)]
            return random.number(2) == 0
                ? .phrase([word, next]) : .phrasePrefix([word, String(next.prefix(2))])
        case 4: return .not(query(&random, depth: depth + 1))
        case 5:
            return .and((0..<2 + random.number(2)).map { _ in query(&random, depth: depth + 1) })
        default:
            return .or((0..<2 + random.number(2)).map { _ in query(&random, depth: depth + 1) })
        }
    }

    private static func isMet(_ query: Query, by words: [String]) -> Bool {
        func starts(_ parts: [String], isOpen: Bool) -> Bool {
            let wanted = parts.flatMap { WordScanner.words(in: $0) }
            guard let last = wanted.last, words.count >= wanted.count else { return false }
            return (0...words.count - wanted.count).contains { start in
                let here = words[start..<start + wanted.count]
                let end = here.last ?? ""
                return here.dropLast().elementsEqual(wanted.dropLast())
                    && (isOpen ? end.hasPrefix(last) : end == last)
            }
        }
        switch query {
        case .word(let word):
            let folded = WordScanner.folded(word)
            return words.contains { PorterStemmer.stem($0) == PorterStemmer.stem(folded) }
        case .prefix(let start): return starts([start], isOpen: true)
        case .phrase(let parts): return starts(parts, isOpen: false)
        case .phrasePrefix(let parts): return starts(parts, isOpen: true)
        case .not(let inner): return !isMet(inner, by: words)
        case .and(let parts): return parts.allSatisfy { isMet($0, by: words) }
        case .or(let parts): return parts.contains { isMet($0, by: words) }
        default: return false
        }
    }

    @Test(arguments: 0..<12)
    func `a query finds what looking at every word finds`(seed: Int) async throws {
        var random = RandomNumbers(seed: UInt64(seed))
        let articles = RandomQueriesTests.articles(&random)
        let archive = try Archive(path: nil, dossier: Sample.dossier())
        try await archive.store(articles)
        let keepsCommonWords = seed % 2 == 0
        for round in 0..<40 {
            if round == 20 {
                // What was looked for before must not outlive what it was found in.
                try await archive.remove(matching: .word("talk"))
            }
            if keepsCommonWords, round % 20 == 10 {
                try await archive.keepCommonWords(aboveCount: 0)
            }
            let query = RandomQueriesTests.query(&random)
            let words = articles.map { WordScanner.words(in: $0.article.text.string) }
            let expected = articles.indices.filter { number in
                let isThere =
                    round < 20 || !RandomQueriesTests.isMet(.word("talk"), by: words[number])
                return isThere && RandomQueriesTests.isMet(query, by: words[number])
            }
            guard
                case .articles(let found) = try await archive.answer(
                    .articles(ArticlesQuestion(query: query)))
            else { return }
            #expect(
                Set(found.rows.map(\.id)) == Set(expected.map { "n\($0)" }), "\(query) \(round)")
        }
    }
}
